package hook_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/spf13/afero"

	"zhengce/generator/hook"
	"zhengce/generator/site"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// settings are those of the project.
func settings(t *testing.T) string {
	data, err := os.ReadFile("../../hugo.toml")
	check(t, err)
	return string(data)
}

// folder makes a site folder of pages, by name under content/, with the hooks of the project and templates that show nothing but a page's text.
func folder(t *testing.T, pages map[string]string) string {
	root := t.TempDir()
	check(t, os.CopyFS(filepath.Join(root, "layouts/_markup"), os.DirFS("../../layouts/_markup")))
	check(t, os.CopyFS(filepath.Join(root, "layouts/_partials"), os.DirFS("../../layouts/_partials")))
	files := map[string]string{"hugo.toml": settings(t)}
	for _, name := range []string{"home", "section", "page"} {
		files["layouts/"+name+".html"] = `{{ $content := .Content }}<h1>{{ .Title }}</h1>{{ .Params.list }}{{ .Store.Get "list" }} {{ .Params.cards }}{{ .Store.Get "cards" }}` +
			"\n<main>\n{{ $content }}\n</main>\n"
	}
	for name, text := range pages {
		files["content/"+name] = text
	}
	for name, text := range files {
		name = filepath.Join(root, name)
		check(t, os.MkdirAll(filepath.Dir(name), 0o777))
		check(t, os.WriteFile(name, []byte(text), 0o666))
	}
	return root
}

// made returns the pages of the site in root, by name, and how many of them package hook wrote as HTML, if it shall.
func made(t *testing.T, root string, hooked bool) (map[string]string, int) {
	t.Helper()
	stage, err := site.NewStage(root)
	check(t, err)
	defer stage.Discard()
	_, err = stage.Content(func(string) bool { return false })
	check(t, err)
	html := 0
	var folders []string
	if hooked {
		work := afero.NewBasePathFs(afero.NewOsFs(), filepath.Dir(stage.ContentDir()))
		ok := false
		html, ok = written(t, work, settings(t), func(name string) bool {
			data, err := afero.ReadFile(work, "content/"+name)
			return err == nil && strings.HasPrefix(string(data), "---\ngenerated: ")
		})
		if !ok {
			t.Fatal("Hugo has to make all pages")
		}
		folders = []string{"html"}
	}
	check(t, stage.Build(nil, folders...))
	out := map[string]string{}
	check(t, fs.WalkDir(os.DirFS(stage.Dir()), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(stage.Dir(), name))
		out[name] = string(data)
		return err
	}))
	return out, html
}

// written writes the content of fs into its folder html and returns how many pages are HTML, false if Hugo has to make all of them.
func written(t *testing.T, fs afero.Fs, settings string, generated func(name string) bool) (html int, ok bool) {
	t.Helper()
	w, err := hook.NewWriter(fs, "content", []byte(settings), generated)
	check(t, err)
	if w == nil {
		return 0, false
	}
	if ok, err = w.Read(func(int, []byte) {}); err != nil || !ok {
		check(t, err)
		return 0, false
	}
	for _, name := range w.Names() {
		check(t, fs.MkdirAll(path.Join("html", path.Dir(name)), 0o777))
		isHTML, err := w.Write(name, fs, "html", "")
		check(t, err)
		if isHTML {
			html++
		}
	}
	return html, true
}

// generated returns a page as package pages writes it.
func generated(body string) string {
	return "---\ngenerated: \"0123456789abcdef\"\ntitle: \"页\"\n---\n\n" + body + "\n"
}

// others are pages to which those of the tests lead.
var others = map[string]string{
	"_index.md":           generated("[甲](/agencies/a.md)"),
	"agencies/_index.md":  generated("所有部门"),
	"agencies/a.md":       strings.Replace(generated("甲局"), "title:", "agency: \"a<&\\\"b\"\ntitle:", 1),
	"indicators/i.md":     strings.Replace(generated("粮食产量"), "title:", "indicator: \"grain\"\ntitle:", 1),
	"documents/_index.md": generated("所有文件"),
	"documents/d.md":      generated("文件 [本页](/documents/d.md) [本页](/documents/d.md \"figure 30%\") [本页一处](/documents/d.md#s1)"),
	"help.md":             "---\ntitle: 说明\n---\n\n手写的页\n\n```go\nfunc f() {}\n```\n",
	"moved.md":            "---\ntitle: 别处\nurl: /elsewhere.html\n---\n\n手写\n",
}

// TestSameAsTemplates holds that pages are the same whether this package makes HTML of them or Hugo, with the hooks of layouts/_markup.
func TestSameAsTemplates(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two sites")
	}
	pages := map[string]string{}
	for name, text := range others {
		pages[name] = text
	}
	// Documents show tables otherwise than other pages.
	for i, body := range bodies {
		pages[fmt.Sprintf("documents/case-%d.md", i)] = generated(body)
		pages[fmt.Sprintf("lists/case-%d.md", i)] = generated(body)
	}
	random := rand.New(rand.NewPCG(7, 11))
	for i := range 300 {
		body := randomBody(random)
		pages[fmt.Sprintf("%s/random-%d.md", []string{"documents", "print", "measures"}[i%3], i)] = generated(body)
	}
	root := folder(t, pages)
	want, _ := made(t, root, false)
	got, html := made(t, root, true)
	if stay := len(pages) - html; html < 330 || stay < 2*len(left) {
		t.Errorf("%d of %d pages are HTML; want most of them, and %d left", html, len(pages), 2*len(left))
	}
	if len(got) != len(want) {
		t.Errorf("%d pages, want %d", len(got), len(want))
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s: %s\nmade of\n%s", name, difference(got[name], text), pages[strings.TrimSuffix(name, ".html")+".md"])
		}
	}
}

// difference shows two texts from where they part.
func difference(got, want string) string {
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	from := max(0, n-80)
	return fmt.Sprintf("\n got %q\nwant %q", got[from:min(len(got), n+160)], want[from:min(len(want), n+160)])
}

// left are bodies that stay Markdown, for Hugo alone knows what becomes of them.
var left = []string{
	"![图](/img/a.png \"图\")", "```go\nfunc f() {}\n```", "[别处](/moved.md)", "[信](mailto:a@example.cn) <a@example.cn>", "[脚本](javascript:alert(1))",
	"| 甲 |\n|---|\n| 1 |\n{data-heads=1}",
	"[甲](#a:b)",
	"\\{\\{[甲](/agencies/a.md)\\}\\}", "\\{\\{\\% x \\%\\}\\}", "\\{\\{\\_\\_hugo\\_ctx pid=1\\}\\}",
}

// failing are bodies with which no site is built: Hugo tells what is wrong.
var failing = []string{
	"<b>原样</b> x", "<script>alert(1)</script>", "[甲](/nowhere.md)", "[甲](agencies/a.md)", "```figure\n{\"layout\":\"star\",\"title\":1}\n```", "```figure\n{\"layout\":\"round\"}\n```",
	"| 甲 |\n|---|\n| 1 |\n{data-list=\"x\" data-total=\"many\" data-fields=\"a:甲:line:\"}", "| 甲 |\n|---|\n| 1 |\n{data-heads=\"two\"}", "| 甲 |\n|---|\n| 1 |\n{data-filter=\"2\"}",
	"| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n{data-list=\"x\" data-total=\"1\" data-fields=\"a:甲:line:\"}",
}

var bodies = append([]string{
	"", "段落", "# 一\n\n## 二 {#s2}\n\n### 三 {id=\"s3\" class=\"x\"}\n\n段落\n{.c id=\"p\"}", "> 引文\n\n> [!NOTE] 提示\n> 正文", "- 甲\n- 乙\n{.list}", "1. 甲\n2. 乙", "换行\n中文\nabc\ndef  \n硬换行", "    代码 <b>",
	"\\<b\\> &amp; &lt; &#124; &copy; \"'+&", "*强* **重** `码` <https://example.cn/a?b=c&d=e>",
	"\\{\\{ x \\}\\} \\{\\{\\< ref \\>\\}\\} \\{\\{/\\* x \\*/\\}\\} \\{% x %\\}", "HAHA\uFDD0HUGOSHORTCODE", "{.solitary}\n\n段落", "***\n\n---",
	"[甲](/agencies/a.md) [甲](/agencies/a.md#一处) [甲](/agencies/a.md#a#b) [部门](/agencies/_index.md#x) [首页](/_index.md) [说明](/help.md)",
	"[一](#s1) [（一）](/documents/d.md#s1) [十](/help.md \"doubt 存疑\") [一二三四五六七](#x) [*一*](#x \"id y\") [1](#s1 \"id here\") [原件](/data/originals/x.docx)",
	"![二](# \"sup\") ![2](# \"sub\") ![x](# \"s\") ![仓房](# \"ruby cāng <fáng>\") ![补=甲](# \"math \\<math\\>\\<semantics\\>\\<mrow\\>\\<mi\\>补\\</mi\\>\\</mrow\\>\") ![x](#) ![x](# \"other\")",
	"[![2](# \"sup\")](/agencies/a.md \"heat 3\") [外](https://example.cn/路?a=b&c='d'(e)%20%zz \"x\") [x](http://example.cn)",
	figureOf(`"layout":"arc","agencies":[$A,$B,$A],"lines":[{"a":0,"b":1,"tasks":3,"step":2},{"a":2,"b":0,"tasks":1,"step":1}]`),
	figureOf(`"layout":"arc","agencies":[$A,$B]`),
	figureOf(`"layout":"matrix","agencies":[$A,$B,$A],"lines":[{"a":0,"b":1,"tasks":3,"step":2},{"a":2,"b":0,"tasks":1,"step":1}]`),
	figureOf(`"layout":"star","name":"甲","label":"甲","around":[$A,$B,$A,$B,$A],"lines":[[0,1],[2,4]]`) + "\n\n" + figureOf(`"layout":"star","name":"甲","label":"甲","around":[$A,$B]`),
	figureOf(`"layout":"drift","unit":"%+<","top":130.5,"topLabel":"130.5","promises":[$1,$2,$3,$4]`),
	figureOf(`"layout":"timeline","days":730,"ticks":[{"day":0,"year":"2014"},{"day":365,"year":"2015"}],"regions":[{"name":"国家","marks":[{"day":3,"count":1,"step":1,"words":"x<","link":"/documents/d.md"},{"day":700,"count":12,"step":5,"words":"y","link":"/documents/_index.md#a"}]},{"name":"省","marks":null}]`),
	"| 序号 | [地区](/help.md) | 2015年 | 增幅<甲 | 空 |\n|---|:-:|--:|---|---|\n| 1 | 甲 [x](/help.md) | 2015年3月 | 12.5% | |\n| 2 | 乙&amp;丙 | 未载明 | −3 | |\n| 3 | 一个很长的单元格，写了很多字，不能放在一行里 | 2016年 | 1,200 | |\n{caption=\"表 <一>+\" data-table=\"x/y-1\" data-total=\"30\" data-filter=\"2 3\"}",
	"|  |  |\n|---|---|\n| 甲 | 乙 |\n\n| A | B | C | D |\n|---|---|---|---|\n{data-fold=\"展开 <3>\"}",
	"| 甲 | 乙 | 丙 | 丁 |\n|---|---|---|---|\n| 小 | 计 | x | y |\n| a | b\\|c | `d` | 5 |\n| | e | f | 7 |\n| | | g | h |\n{data-heads=\"1\" data-spans=\"0:0:2:1 2:0:3:1 2:1:1:1 3:1:2:1 bad\" data-covered=\"1:0 3:0 4:0 4:1\" data-ids=\"2:1:cell-1 3:2:cell\" data-labels=\"甲|乙 '小'|丙\" caption='x'}",
	"| n | 文件 | 日期 | 状态 | 说明 |\n|---|---|---|---|---|\n| [一](/documents/d.md) | 甲 | 2015-01-01 | 有效 | |\n| 二 | | | | 无 |\n| | | | | |\n{caption=\"文件\" data-list=\"papers\" data-total=\"5\" data-fields=\"t:标题:head:|n:名:line:|d:日:line:state|s:状:words:due|x:说:foot:|y:空::\" data-all=\"/lists/case-0.md\"}",
	"| n |\n|---|\n| 一 |\n{caption=\"文件\" data-list=\"papers\" data-total=\"1\" data-fields=\"t:标题:head:\" data-shelf=\"papers\"}\n\n| n | m |\n|---|---|\n| 一 | 2 |",
}, left...)

// figureOf returns a drawing; A and B stand for bodies, 1 to 4 behind a dollar sign for promises.
func figureOf(rest string) string {
	return "```figure\n{\"title\":\"图 <1>\",\"desc\":\"说明 \\\"甲\\\"\"," + strings.NewReplacer(
		"$A", `{"name":"甲局 & 乙","label":"甲局","link":"/agencies/a.md","tasks":12,"step":3}`, "$B", `{"name":"乙","label":"乙…","link":"/agencies/_index.md#x y","tasks":1,"step":1}`,
		"$1", `{"words":"100万吨","when":"2015年","year":"2016","link":"/documents/d.md#s1","value":100,"upper":100,"mark":"exact","change":""}`,
		"$2", `{"words":"约110","when":"2016年","year":"2017","link":"/documents/d.md","value":110,"upper":120.25,"mark":"about","change":"＋10","from":0}`,
		"$3", `{"words":"≥130.5","when":"","year":"2018","link":"/documents/d.md","value":130.5,"upper":130.5,"mark":"least","change":"","from":1}`,
		"$4", `{"words":"<0","when":"","year":"2019","link":"","value":-3,"upper":-3,"mark":"most","change":""}`).Replace(rest) + "}\n```"
}

// randomBody returns a page of random links, images and tables.
func randomBody(r *rand.Rand) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	word := func() string {
		return pick("一", "（二）", "河南省", "30%", "2015年7月", "未载明", "a&b", "\\<i\\>", "x\\*y", "\\{", "\\[甲\\]", "&#124;", "  ", "“互联网＋”", "+1", "\"q\"", "'", "\\_\\_h", "")
	}
	title := func() string {
		kind := pick("role lead", "role? support", "figure", "figure?", "citation", "id", "id?", "heat", "note", "doubt", "due 2015-03-01", "due -", "ins", "del", "mark", "", "x")
		return strings.TrimRight(kind+" "+strings.ReplaceAll(word()+word(), `"`, `\"`), " ")
	}
	link := func() string {
		to := pick("/agencies/a.md", "/agencies/a.md#x", "/indicators/i.md", "/documents/d.md#s1", "/documents/_index.md", "#s1", "/data/x.csv", "https://example.cn/?a=1&b")
		return "[" + word() + word() + "](" + to + " \"" + title() + "\")"
	}
	text := func() string {
		return pick(word(), link(), word()+link()+word(), "!["+word()+"](# \""+pick("sup", "sub", "s", "ruby x", "y")+"\")", "**"+link()+"**")
	}
	var b strings.Builder
	for range 6 {
		switch r.IntN(4) {
		case 0:
			fmt.Fprintf(&b, "## %s {#s%d}\n\n", word(), r.IntN(9))
		case 1:
			b.WriteString("- " + text() + text() + "\n- " + text() + "\n\n")
		case 2:
			b.WriteString(text() + text() + text() + "\n\n")
		default:
			columns := 1 + r.IntN(5)
			for row := range 2 + r.IntN(12) {
				if row == 1 {
					b.WriteString(strings.Repeat("|---", columns) + "|\n")
				}
				for range columns {
					b.WriteString("| " + text() + " ")
				}
				b.WriteString("|\n")
			}
			attributes := []string{"caption=\"表\"", "data-table=\"t\"", "data-filter=\"1\"", "data-spans=\"1:0:2:1\" data-covered=\"2:0\"", "data-ids=\"1:0:x\"", "data-labels=\"甲|乙\"", "data-heads=\"1\"", "data-fold=\"开\""}
			r.Shuffle(len(attributes), func(i, j int) { attributes[i], attributes[j] = attributes[j], attributes[i] })
			b.WriteString("{" + strings.Join(attributes[:1+r.IntN(4)], " ") + "}\n\n")
		}
	}
	return b.String()
}

// TestLeft holds that pages of which something is wrong, and what only Hugo knows, stay Markdown.
func TestLeft(t *testing.T) {
	for _, body := range append(append(failing, left...), "[甲](mine.md \"role lead 牵头\")") { // of what people wrote Hugo alone knows the agency
		fs := afero.NewMemMapFs()
		check(t, afero.WriteFile(fs, "content/mine.md", []byte("---\ntitle: 甲局\nagency: jia\n---\n甲\n"), 0o666))
		check(t, afero.WriteFile(fs, "content/x.md", []byte(generated(body)), 0o666))
		check(t, afero.WriteFile(fs, "content/moved.md", []byte(others["moved.md"]), 0o666))
		check(t, afero.WriteFile(fs, "content/agencies/a.md", []byte(others["agencies/a.md"]), 0o666))
		html, ok := written(t, fs, settings(t), func(name string) bool { return name != "moved.md" && name != "mine.md" })
		if !ok || html != 1 {
			t.Errorf("%q: %d pages are HTML, %v", body, html, ok)
		}
		if got, _ := afero.ReadFile(fs, "html/x.md"); string(got) != generated(body) {
			t.Errorf("%q became %q", body, got)
		}
	}
}

// TestStands holds by which layouts of a site the hooks are not those of this package.
func TestStands(t *testing.T) {
	theme := fstest.MapFS{
		"layouts/_markup/render-link.html":  {Data: []byte("a")},
		"layouts/_partials/link-class.html": {Data: []byte("b")},
		"layouts/page.html":                 {Data: []byte("{{ .Content }}")},
	}
	for _, tt := range []struct {
		name   string
		change func(fstest.MapFS)
		want   bool
	}{
		{"the same", func(fstest.MapFS) {}, true},
		{"none", func(m fstest.MapFS) { clear(m) }, true},
		{"another page", func(m fstest.MapFS) { m["layouts/page.html"] = &fstest.MapFile{Data: []byte("<p>{{ .Content }}")} }, true},
		{"a page that asks for its outline", func(m fstest.MapFS) { m["layouts/page.html"] = &fstest.MapFile{Data: []byte("{{ .TableOfContents }}")} }, false},
		{"another hook", func(m fstest.MapFS) { m["layouts/_markup/render-link.html"] = &fstest.MapFile{Data: []byte("A")} }, false},
		{"a hook more", func(m fstest.MapFS) { m["layouts/_markup/render-heading.html"] = &fstest.MapFile{Data: []byte("A")} }, false},
		{"a hook for a section", func(m fstest.MapFS) {
			m["layouts/measures/_markup/render-link.html"] = &fstest.MapFile{Data: []byte("A")}
		}, false},
		{"a hook less", func(m fstest.MapFS) { delete(m, "layouts/_markup/render-link.html") }, false},
		{"another partial of hooks", func(m fstest.MapFS) { m["layouts/_partials/link-class.html"] = &fstest.MapFile{Data: []byte("B")} }, false},
	} {
		own := fstest.MapFS{}
		for name, f := range theme {
			own[name] = f
		}
		tt.change(own)
		if got, err := hook.Stands(own, theme); err != nil || got != tt.want {
			t.Errorf("%s: %v, %v; want %v", tt.name, got, err, tt.want)
		}
	}
}

// TestOpenContent holds by which settings and pages Hugo has to make all HTML itself.
func TestOpenContent(t *testing.T) {
	ours := settings(t)
	for _, tt := range []struct {
		name, settings string
		page, text     string
		want           bool
	}{
		{"as it is", ours, "a.md", "手写", true},
		{"own identity", ours + "\n[params.more]\nx = 1\n", "a.md", "手写", true},
		{"no settings", "", "a.md", "手写", false},
		{"addresses", strings.Replace(ours, "uglyURLs = true", "uglyURLs = false", 1), "a.md", "手写", false},
		{"permalinks", ours + "\n[permalinks]\nmeasures = '/m/:slug'\n", "a.md", "手写", false},
		{"emoji", strings.Replace(ours, "enableEmoji = false", "enableEmoji = true", 1), "a.md", "手写", false},
		{"no sections", strings.Replace(ours, `"rss",`, `"section",`, 1), "a.md", "手写", false},
		{"content from elsewhere", ours + "\n[[module.mounts]]\nsource = 'pages'\ntarget = 'content'\n", "a.md", "手写", false},
		{"Hugo's hooks", ours + "\n[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'\n", "a.md", "手写", false},
		{"HTML of people", ours, "a.html", "<p>x", false},
		{"HTML under another name", ours, "a.md", "---\ntitle: x\nmarkup: html\n---\n<p>x", false},
		{"what holds below", ours, "documents/_index.md", "---\ncascade:\n  url: /x\n---\n", false},
		{"pages made by Hugo", ours, "more/_content.gotmpl", "{{ .AddPage }}", false},
		{"a file", ours, "a.png", "PNG", true},
	} {
		fs := afero.NewMemMapFs()
		check(t, afero.WriteFile(fs, "content/"+tt.page, []byte(tt.text), 0o666))
		check(t, afero.WriteFile(fs, "content/page.md", []byte(generated("x")), 0o666))
		if _, ok := written(t, fs, tt.settings, func(name string) bool { return name == "page.md" }); ok != tt.want {
			t.Errorf("%s: %v; want %v", tt.name, ok, tt.want)
		}
		if exists, _ := afero.Exists(fs, "html/page.html"); exists != tt.want {
			t.Errorf("%s: the page is HTML: %v", tt.name, exists)
		}
		if copied, _ := afero.ReadFile(fs, "html/"+tt.page); tt.want && string(copied) != tt.text {
			t.Errorf("%s: what people wrote became %q", tt.name, copied)
		}
	}
}
