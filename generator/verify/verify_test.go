package verify

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/source"
)

const seedText = "网友评论\n关于 发展的意见\n\n一、财政厅负责。\n　　（一）加快 \ufeff发展 & <创新>。\n收藏 打印\n"

func seed() *source.File {
	f := source.NewFile("seeds/one.txt", seedText)
	sum := sha256.Sum256([]byte(seedText))
	f.SHA256 = hex.EncodeToString(sum[:])
	return f
}

// goodSite returns a small site in which everything is right.
func goodSite() fstest.MapFS {
	page := func(body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>页</title></head>\n<body>\n" + body + "\n</body></html>\n")}
	}
	return fstest.MapFS{
		"index.html": page(`<a href="documents/one.html?x=1#m1">one</a> <a href="#here">here</a><p id="here"></p>
<img src="static/logo.svg" srcset="static/logo.svg 1x, static/logo.svg 2x" alt="">
<a rel="external" href="https://www.gov.cn/">elsewhere</a> <a href="mailto:a@b.cn">mail</a>
<form action="index.html"></form> <img src="data:image/gif;base64,AA" alt=""><script type="application/ld+json">{"a":"{{b}}"}</script>`),
		"documents/one.html": page(`<article data-document="one" data-source="seeds/one.txt" data-sha256="` + seed().SHA256 + `" data-characters="28">
<div data-verbatim><h1>关于发展的意见</h1><p>一、<a href="../agencies/a.html">财政厅</a><span data-added>牵头<b>！</b></span>负责。
<p id="m1">（一）加快发展 &amp; &lt;创新&gt;。</div>
<details><summary>残留</summary><p data-noise>网友评论<i data-added>原因</i></p><p data-noise>收藏打印</p></details></article>`),
		"agencies/a.html": page(`<p><a href="../data/tables/tasks.csv">CSV</a><table data-table="tasks"><tr><th>任务<tr><td>甲</table>
<a href="../documents/one.html">出处</a><blockquote><p>（一）加快发展<span data-added>牵<span>头</span></span> &amp;</p><p>财政厅负责</p></blockquote>`),
		"data/tables/tasks.csv": {Data: []byte("\ufeff任务\r\n\"甲\n乙\"\r\n")},
		"404.html":              page(`<img src="static/logo.svg" alt=""><img src="../../static/logo.svg" alt="">`),
		"static/logo.svg":       {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>`)},
		"static/site.css":       {Data: []byte("/* url(none.png) */\np { background: url(logo.svg) }\n")},
	}
}

func TestGoodSite(t *testing.T) {
	report, errs := Site(goodSite(), []*source.File{seed()}, "documents/one.html#m1")
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	want := "1 of 1 texts complete (36 characters), 0 broken links of 13, 0 outside requests"
	if got := report.String(); got != want {
		t.Errorf("report = %s, want %s", got, want)
	}
}

func TestFaults(t *testing.T) {
	const one = "documents/one.html"
	tests := []struct {
		name, file, old, new string
		want                 string // one of the problems begins so
	}{
		{"a character deleted", one, "关于发展的", "关于发的", one + `: the text differs from the paper at seeds/one.txt:2:5: expected "友评论关于发展的意见一、财政厅负", the page has "关于发的意见一、财政厅负责"`},
		{"a character added", one, "意见</h1>", "意见。</h1>", one + ": the text differs from the paper at seeds/one.txt:4:1: "},
		{"characters changed over", one, "&lt;创新&gt;", "&lt;新创&gt;", one + `: the text differs from the paper at seeds/one.txt:5:16: expected "加快发展&<创新>`},
		{"order changed", one, "一、<a", "<a", one + ": the text differs from the paper at seeds/one.txt:4:1"},
		{"noise not declared", one, "收藏打印", "收藏", one + `: the text differs from the paper at seeds/one.txt:6:`},
		{"another seed", one, seed().SHA256, "00", one + ": the page was made of another seeds/one.txt"},
		{"page of no seed", one, "seeds/one.txt", "seeds/two.txt", one + `: the page shows a paper of "seeds/two.txt"`},
		{"paper without page", one, "data-verbatim", "data-other", "seeds/one.txt: the paper stands on 0 pages, not on one"},
		{"broken link", "index.html", "documents/one", "documents/two", "index.html:4:1: link to documents/two.html?x=1#m1: the site has no file documents/two.html"},
		{"link in other case", "index.html", "documents/one", "documents/One", "index.html:4:1: link to documents/One.html?x=1#m1: the site has no file documents/One.html, only documents/one.html"},
		{"broken anchor", one, `id="m1"`, `id="m2"`, `index.html:4:1: link to documents/one.html?x=1#m1: documents/one.html has no id "m1"`},
		{"anchor in the page", "index.html", `id="here"`, "", `index.html:4:45: link to #here: index.html has no id "here"`},
		{"link to a folder", "index.html", "documents/one.html?x=1#m1", "documents/", "index.html:4:1: link to documents/: the site has no file documents"},
		{"link from the root", "index.html", "documents/one", "/documents/one", "index.html:4:1: link to /documents/one.html?x=1#m1 begins at the server's root"},
		{"link out of the folder", "index.html", "documents/one", "../one", "index.html:4:1: link to ../one.html?x=1#m1 leads out of the site's folder"},
		{"link of the lost page", "404.html", "../static/logo", "../logo", "404.html:4:35: link to ../../logo.svg: the site has no file logo.svg"},
		{"form", "index.html", `action="index.html"`, `action="find.html"`, "index.html:7:1: link to find.html"},
		{"image of srcset", "index.html", "logo.svg 2x", "big.svg 2x", "index.html:5:1: link to static/big.svg"},
		{"image of a style", "static/site.css", "url(logo.svg)", "url('none.svg')", "static/site.css:2:17: link to none.svg"},
		{"same id twice", one, `<h1>`, `<h1 id="m1">`, one + `:6:1: id "m1" stands twice`},
		{"outside script", "index.html", "<script type", `<script src="https://cdn.example/x.js" type`, "index.html:7:78: https://cdn.example/x.js is loaded from elsewhere"},
		{"outside by //", "index.html", `<img src="static/logo.svg"`, `<img src="//x.cn/a.png"`, "index.html:5:1: //x.cn/a.png is loaded from elsewhere"},
		{"outside style", "static/site.css", "url(logo.svg)", "none } @import 'http://x.cn/a.css'; {", "static/site.css:2:"},
		{"outside in srcset", "index.html", "logo.svg 2x", "logo.svg 2x, http://x.cn/a.png 3x", "index.html:5:1: http://x.cn/a.png is loaded from elsewhere"},
		{"refresh", "index.html", "<title>", `<meta http-equiv="Refresh" content="0; url=https://x.cn/"><title>`, `index.html:2:48: no "meta" of a page may have an attribute "http-equiv"`},
		{"outside link not announced", "index.html", `rel="external"`, `rel="nofollow"`, "index.html:6:1: the link to https://www.gov.cn/ leads out"},
		{"script address", "index.html", "mailto:a@b.cn", "javascript:x()", `index.html:6:`},
		{"template left-over", "index.html", `alt=""`, `alt="#ZgotmplZ"`, `index.html:5:1: template left-over in alt="#ZgotmplZ"`},
		{"escaped twice", "index.html", "here</a>", "A &amp;amp; B</a>", `index.html:4:63: template left-over in "A &amp; B"`},
		{"shortcode", "index.html", "one</a>", "{{ .Title }}</a>", `index.html:4:37: template left-over in "{{ .Title }}"`},
		{"raw HTML", "index.html", "one</a>", "<!-- raw HTML omitted --></a>", `index.html:4:38: template left-over in " raw HTML`},
		{"no title", "index.html", "<title>页", "<title> ", "index.html:1:1: the page has no title"},
		{"no language", "index.html", ` lang="zh-CN"`, "", "index.html:1:1: the html element has no lang"},
		{"table without file", "agencies/a.html", "../data/tables/tasks.csv", "../index.html", `agencies/a.html:4:35: the page of table "tasks" links no file tasks.csv`},
		{"table with another number of rows", "agencies/a.html", "<tr><td>甲", "", `agencies/a.html:4:46: table "tasks" has 1 rows, data/tables/tasks.csv has 2`},
		{"a quotation changed", "agencies/a.html", "财政厅负责", "财政局负责", `agencies/a.html:5:110: the quotation stands in no paper that the page links to, from "财政局负责" on`},
		{"something added to a quotation", "agencies/a.html", "<span data-added>", "<span>", `agencies/a.html:5:51: the quotation stands in no paper`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			site := maps.Clone(goodSite())
			text := string(site[tt.file].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("%s has no %q", tt.file, tt.old)
			}
			site[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.old, tt.new, 1))}
			_, errs := Site(site, []*source.File{seed()})
			for _, e := range errs {
				if strings.HasPrefix(e.Error(), tt.want) {
					return
				}
			}
			t.Errorf("no problem %q among:\n%v", tt.want, errs)
		})
	}
}

// TestTotals: a page that shows some rows of a table, or some cards of a list, says how many there are, which is how many
// the CSV has.
func TestTotals(t *testing.T) {
	list := `<section data-list="tasks" data-total="2"><ol><li data-item>甲</li></ol></section>`
	table := `<table data-table="tasks" data-total="2"><tr><th>任务</th></tr><tr><td>甲</td></tr></table>`
	for body, wrong := range map[string]string{
		list: "", table: "",
		strings.Replace(list, `"2"`, `"3"`, 1):                                             "says that it has 3 rows and shows 1, data/tables/tasks.csv has 2",
		strings.Replace(table, `"2"`, `"1"`, 1):                                            "says that it has 1 rows and shows 1, data/tables/tasks.csv has 2",
		strings.Replace(list, `</li>`, `</li><li data-item>乙</li><li data-item>丙</li>`, 1): "says that it has 2 rows and shows 3",
		strings.Replace(table, ` data-total="2"`, ``, 1):                                   "has 2 rows, data/tables/tasks.csv has 3",
		strings.Replace(list, `data-total`, `data-shelf="2015" data-total`, 1):             "",
		`<section data-list="search" data-asked="q"><ol></ol></section>`:                   "",
	} {
		site := goodSite()
		site["index.html"].Data = append(site["index.html"].Data, (body + `<a href="data/tables/tasks.csv">CSV</a>`)...)
		site["agencies/a.html"].Data = bytes.Replace(site["agencies/a.html"].Data, []byte(` data-table="tasks"`), nil, 1)
		site["data/tables/tasks.csv"].Data = []byte("\ufeff任务\r\n甲\r\n乙\r\n")
		_, errs := Site(site, []*source.File{seed()})
		if got := errs.Error(); (wrong == "") != (len(errs) == 0) || !strings.Contains(got, wrong) {
			t.Errorf("%s: problems %q, want %q", body, got, wrong)
		}
	}
}

func TestGivenLinks(t *testing.T) {
	_, errs := Site(goodSite(), []*source.File{seed()}, "documents/one.html#m9", "none.html")
	want := "search index: link to documents/one.html#m9: documents/one.html has no id \"m9\"\nsearch index: link to none.html: the site has no file none.html"
	if errs.Error() != want {
		t.Errorf("problems:\n%v", errs)
	}
}

// A paper may speak of what would be a left-over elsewhere.
func TestLeftoverOfAPaper(t *testing.T) {
	site := goodSite()
	site["index.html"].Data = []byte(strings.Replace(string(site["index.html"].Data), "one</a>", "<no value></a>&lt;no value&gt;", 1))
	f := source.NewFile("seeds/one.txt", seedText+"<no value>")
	_, errs := Site(site, []*source.File{f})
	if strings.Contains(errs.Error(), "left-over") {
		t.Errorf("problems:\n%v", errs)
	}
}

func TestNoise(t *testing.T) {
	tests := []struct {
		text, shown string
		noise       []string
		want        bool
	}{
		{"甲乙丙", "甲乙丙", nil, true},
		{"甲乙丙", "甲丙", []string{"乙"}, true},
		{"甲乙丙", "甲丙", []string{"丙"}, false},
		{"甲乙甲", "甲乙", []string{"甲"}, true}, // the second 甲 is the noise, not the first
		{"乙乙乙", "乙", []string{"乙", "乙"}, true},
		{"甲乙", "甲乙", []string{"丙"}, false},
		{"甲乙丙丁", "丁", []string{"甲", "乙丙"}, true},
		{"甲乙丙丁", "丁", []string{"乙丙", "甲"}, false},
	}
	for _, tt := range tests {
		m := matcher{text: tt.text, shown: tt.shown, noise: tt.noise, failed: map[[2]int]bool{}}
		if got := m.match(0, 0, 0); got != tt.want {
			t.Errorf("%s = %s + %v: %v, want %v", tt.text, tt.shown, tt.noise, got, tt.want)
		}
	}
}

func BenchmarkSite(b *testing.B) {
	site := goodSite()
	var body strings.Builder
	for i := range 60 {
		fmt.Fprintf(&body, `<p id="m%d">加快发展，财政厅负责。<a href="../documents/one.html#m1">原文</a></p>`+"\n", i)
	}
	for i := range 400 {
		page := strings.Replace(string(site["index.html"].Data), "documents/one", "../documents/one", 1)
		page = strings.NewReplacer("static/", "../static/", "index.html", "../index.html", "</body>", body.String()+"</body>").Replace(page)
		site[fmt.Sprintf("measures/%d.html", i)] = &fstest.MapFile{Data: []byte(page)}
	}
	seeds := []*source.File{seed()}
	for b.Loop() {
		if _, errs := Site(site, seeds); len(errs) > 0 {
			b.Fatal(errs)
		}
	}
}
