package build_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/source"
)

// ofPapers are changes of what a paper says, of how it is shown and of what is said of it.
var ofPapers = ofFile("documents/qingshan.html", [][2]string{
	// text, hidden or moved
	{`<p class="date">`, `<p class="date" hidden>`},
	{`<p class="date">`, `<p class="date" style="display:none">`},
	{`<p class="date">`, `<p class="date hidden">`},
	{`<p class="date">`, `<p class="date" aria-hidden="true">`},
	{`<p class="date">`, `<p class="date" data-noise>`},
	{`<p class="date">(.*?)</p>`, `<p class="date" data-added>$1</p>`},
	{`<p class="date">(.*?)</p>`, `<p class="date"><span data-added>$1</span></p>`},
	{`<p class="date">(.*?)</p>`, `<details><summary></summary><p class="date">$1</p></details>`},
	{`<p class="date">(.*?)</p>`, `<template><p class="date">$1</p></template>`},
	{`<p class="date">(.*?)</p>`, `<noscript><p class="date">$1</p></noscript>`},
	{`<p class="date">(.*?)</p>`, `<!--<p class="date">$1</p>-->`},
	{`<p class="date">(.*?)</p>`, `<p class="date"><del>$1</del></p>`},
	{`<p class="date">(.*?)</p>`, `<p class="date">$1</p><p class="date">$1</p>`},
	{`(?s)(<p class="signature">.*?</p>)(\s*)(<p class="date">.*?</p>)`, `$3$2$1`},
	{`(?s)(<h3 id="m2-2".*?)(<h3 id="m2-3".*?)(<p class="signature">)`, `$2$1$3`},
	{`2022年4月6日</p>`, "2022年4\u200b月6日</p>"},
	{`2022年4月6日</p>`, `２022年4月6日</p>`},
	{`2022年4月6日</p>`, "\u202e2022年4月6日</p>"},
	{`青政〔2022〕8号</p>`, `青政〔2022〕18号</p>`},
	{`青政〔2022〕8号</p>`, `青政[2022]8号</p>`},
	{`<p class="recipients">.*?</p>`, ``},
	{`<div class="paper" data-verbatim>`, `<div class="paper" data-verbatim><p data-added>本文件已废止。</p>`},
	{`<div class="paper" data-verbatim>`, `<p>本文件已废止。</p><div class="paper" data-verbatim>`},
	{`</article>`, `<p>本文件已废止。</p></article>`},
	{`<div class="paper" data-verbatim>`, `<div class="paper">`},
	{`<h1 class="title">`, `<h1 class="title" dir="rtl">`},
	{`<h2 id="s1">`, `<h2 id="s2">`},
	// findings
	{`data-role="joint"`, `data-role="joint" data-doubtful`},
	{`title="全市建成智慧农场：不少于12个`, `title="全市建成智慧农场：不少于21个`},
	{`title="未收录，点开看引用情况"`, `title="已废止"`},
	{`compare/citations/guofa-2021-30hao\.html`, `compare/citations/qingzheng-2020-3hao.html`},
	{`(<a href="\.\./agencies/[^>]*>)(市水利局)</a>`, `$2`},
	{`农机作业率达到<a [^>]*>85%</a>`, `<a href="../indicators/index.html">农机作业率达到85%</a>`},
	// badge, digest, originals, head of the paper
	{`265 字，全部保留`, `266 字，全部保留`},
	{`原件 265 字`, `原件 264 字`},
	{`逐字核验：`, `未核验：`},
	{`data-digest="27`, `data-digest="72`},
	{`原件 SHA-256：<code>1f`, `原件 SHA-256：<code>2f`},
	{`data-document="qingshan"`, `data-document="lvshui"`},
	{`data-source="seeds/qingshan\.txt"`, `data-source="seeds/lvshui.txt"`},
	{`data-reference="青山市`, `data-reference="绿水市`},
	{`<span data-validity>未载明`, `<span data-validity>现行有效`},
	{`(<p class="head-line"><span>)青政`, `${1}绿政`},
	{`(<span data-validity>[^<]*</span></span><a class="proved)"`, `$1 partly"`},
	{`逐字核验</a>`, `盖章核验</a>`},
	{`(<details class="rail-group">(?s:.*?)<a href="\.\./agencies/)[^"]*`, `${1}index.html`},
	{`(<details class="rail-group">(?s:.*?)<a [^>]*>)[^<]*`, `${1}市供水局`},
	{`<span class="rail-count">\d`, `<span class="rail-count">0`},
	{`未载明：索引号、`, `未载明：`},
	{`<dt>文种</dt><dd>实施意见`, `<dt>文种</dt><dd>通知`},
	{`2 条具体措施`, `3 条具体措施`},
	{`(?s)<ul class="facts" id="proof">.*?</ul>`, ``},
	{`本件据网页文本排印`, `本件据正式文件排印`},
	{`引文（GB/T 7714）：青山市`, `引文（GB/T 7714）：绿水市`},
	{`qingshan-agencies\.csv" download`, `qingshan-indicators.csv" download`},
	// what stands around it: title, tags, navigation
	{`<title>青山市`, `<title>绿水市`},
	{`<meta name="ArticleTitle" content="青山市`, `<meta name="ArticleTitle" content="绿水市`},
	{`<meta name="ContentSource" content="[^"]*"`, `<meta name="ContentSource" content="国务院"`},
	{`<meta property="og:title" content="青山市`, `<meta property="og:title" content="绿水市`},
	{`"legislationDate":"2022-04-06"`, `"legislationDate":"2021-04-06"`},
	{`<html lang="zh-CN"`, `<html lang="en"`},
	{`逐字收录，逐句可查`, `人民政府网站`},
	{`<li aria-current="page">`, `<li>`},
	{`(<nav class="main"(?s:.*?))\.\./measures/index\.html`, `$1../agencies/index.html`},
	{`(<nav class="crumbs"(?s:.*?))\.\./documents/index\.html`, `$1../rules/index.html`},
	{`href="#m2-2">`, `href="#m2-3">`},
	{`rel="next" href="\.\./documents/lvshui\.html"`, `rel="next" href="../documents/huangtu.html"`},
	{`以原文为准。</p>`, `以本站为准。</p>`},
	{`<button>检索</button>`, `<button name="q" value="x">检索</button>`},
	{`action="\.\./search\.html"`, `action="../index.html"`},
	// scripts and styles
	{`<link rel="stylesheet" href="\.\./css/site\.css">`, ``},
	{`href="\.\./css/print\.css" media="print"`, `href="../css/print.css"`},
	{`<script defer src="\.\./js/site-read\.js"></script>`, ``},
	{`<script defer src="\.\./js/site-read\.js">`, `<script defer src="../js/pair.js">`},
	{`qingshan\.css" media="print"`, `lvshui.css" media="print"`},
})

// ofCode are ways to run or to load something, put into the end of a page.
var ofCode = []string{
	`<a href="javascript:alert(1)">x</a>`, `<a href="&#106;avascript:alert(1)">x</a>`, "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\" \njavascript:alert(1)\">x</a>",
	`<a href="JaVaScRiPt&colon;alert(1)">x</a>`, `<a href="vbscript:x">x</a>`, `<a href="data:text/html,x">x</a>`, `<a href="blob:x">x</a>`, `<a href="index.html" ping="https://x.example/">x</a>`,
	`<a href="index.html" target="_blank">x</a>`, `<a href="//x.example/">x</a>`, `<a href="https:/x.example/">x</a>`, `<a href="\\x.example\x">x</a>`,
	`<p onfocus="x()" tabindex="0">x</p>`, `<p onpointerrawupdate=x()>x</p>`, `<details open ontoggle="x()"><summary>x</summary></details>`, `<svg/onload=x()>`, `<img src="favicon.svg" alt="" onerror="x()">`,
	`<form action="https://x.example/"><button>x</button></form>`, `<button form="a" formaction="https://x.example/">x</button>`, `<input type="image" src="https://x.example/a.png">`, `<input type="password" name="p">`,
	`<script src="data:text/javascript,x()"></script>`, `<script async src="js/site.js"></script>`, `<script type="importmap">{}</script>`, `<script type="speculationrules">{"prefetch":[{"source":"document"}]}</script>`,
	`<link rel="preload" as="script" href="js/site.js">`, `<link rel="modulepreload" href="js/site.js">`, `<link rel="manifest" href="data/datapackage.json">`, `<link rel="prerender" href="index.html">`, `<link rel="canonical" href="https://x.example/">`,
	`<link rel="alternate" type="application/rss+xml" href="https://x.example/">`, `<base href="https://x.example/">`, `<meta http-equiv="refresh" content="5">`, `<meta http-equiv="Content-Security-Policy" content="default-src *">`, `<meta name="referrer" content="unsafe-url">`,
	`<iframe src="index.html"></iframe>`, `<iframe srcdoc="&lt;p&gt;x"></iframe>`, `<object data="favicon.svg"></object>`, `<embed src="favicon.svg">`, `<video src="a.mp4"></video>`, `<picture><source srcset="//x.example/a.png"></picture>`,
	`<svg><use href="//x.example/a.svg#a"/></svg>`, `<svg><foreignObject><p>x</p></foreignObject></svg>`, `<svg><a xlink:href="javascript:x()"><text>x</text></a></svg>`, `<svg><animate attributeName="href" to="javascript:x()"/></svg>`,
	`<math><maction actiontype="toggle" href="javascript:x()"><mi>x</mi></maction></math>`, `<style>.paper{display:none}</style>`, `<style>@import "x.css";</style>`, `<p style="background:url(//x.example/)">x</p>`, `<p style="position:fixed;inset:0">假</p>`,
	`<template shadowrootmode="open"><script>x()</script></template>`, `<noscript><img src="//x.example/"></noscript>`, `<plaintext>`, `<xmp><script>x()</script></xmp>`, `<!--[if IE]><script>x()</script><![endif]-->`, `<dialog open>假</dialog>`, `<marquee>假</marquee>`,
	`<p popover id="pop">x</p><button popovertarget="pop">x</button>`, `<p contenteditable>x</p>`, `<p is="x-y">x</p>`, `<x-y>x</x-y>`, `<slot>x</slot>`, `<p slot="a">x</p>`, `<p id="site-q">x</p>`, `<h1>假</h1>`, `<p class="paper">假</p>`,
}

// ofFiles are changes of other files.
var ofFiles = []change{
	{"documents/huangtu.html", `<sup>2</sup>`, `2`},
	{"documents/huangtu.html", `<sup>2</sup>`, `<sub>2</sub>`},
	{"documents/huangtu.html", `(<td[^>]*>)(<a [^>]*>)?市水利局`, `$1${2}市财政局`},
	{"documents/huangtu.html", `2025年12月底`, `2026年12月底`},
	{"documents/huangtu.html", `页面上不显示的文字`, `页码`},
	{"documents/huangtu.html", `暗的字`, `明的字`},
	{"documents/huangtu.html", `data-original="175"`, `data-original="174"`},
	{"documents/index.html", `(?s)(<ol class="list-items">\s*)(<li data-item>.*?</li>)(\s*)(<li data-item>.*?</li>)`, `$1$4$3$2`},
	{"documents/index.html", `(<span data-label=")成文日期`, `${1}文号`},
	{"documents/index.html", `(<span data-label="成文日期">)\d{4}`, `${1}1999`},
	{"measures/huangtu/*.html", `市水利局|市农业农村局`, `市财政局`},
	{"measures/qingshan/1-1.html", `(<li>)?未分主次`, `牵头`},
	{"measures/qingshan/1-1.html", `12个`, `120个`},
	{"measures/qingshan/2-3.html", `href="\.\./\.\./documents/qingshan\.html#m2-3"`, `href="../../documents/qingshan.html#m2-2"`},
	{"measures/lvshui/2-2.html", `2024年6月`, `2025年6月`},
	{"measures/qingshan/2-2.html", `data-place="[^"]*"`, `data-place="九"`},
	{"measures/qingshan/2-2.html", `时效<span data-validity>未载明`, `时效<span data-validity>现行有效`},
	{"measures/qingshan/2-3.html", `<p class="from">出自`, `<p class="from">不再出自`},
	{"agencies/qingshanshi-shuiliju.html", `(<h2 id=")tasks`, `${1}shared`},
	{"agencies/qingshanshi-shuiliju.html", `牵头`, `督办`},
	{"agencies/qingshanshi-shuiliju-ledger.html", `牵头`, `配合`},
	{"agencies/lvshuishi-caizhengju.html", `<h2`, `<h2 hidden`},
	{"agencies/index.html", `(<a href="\.\./agencies/qingshanshi-shuiliju\.html">)`, `<a href="../agencies/qingshanshi-shangwuju.html">`},
	{"indicators/qingshan-1-1-2.html", `85`, `95`},
	{"indicators/qingshan-1-1-2.html", `目标值`, `条件`},
	{"compare/citations/guofa-2021-30hao.html", `未收录`, `已收录`},
	{"compare/missing.html", `国发〔2021〕30号`, `国发〔2021〕13号`},
	{"compare/network-qingshanshi.html", `(<svg(?s:.*?))<text`, `$1<text font-size="0"`},
	{"compare/network-qingshanshi.html", `<line |<path |<rect |<circle `, `<path d="M0 0h9" `},
	{"compare/timeline.html", `2022`, `2012`},
	{"compare/targets.html", `85%`, `15%`},
	{"compare/cascade-*.html", `新建泵站`, `改造泵站`},
	{"rules/index.html", `</h1>`, `（已停用）</h1>`},
	{"rules/lead-word.html", `〔牵头〕|牵头`, `督办`},
	{"about.html", `<li>`, `<li>假`},
	{"method.html", `(?s)<p>.*?</p>`, ``},
	{"help.html", `href="\./?([a-z]+)\.html"`, `href="./404.html"`},
	{"data/index.html", `\.csv`, `.csv?x`},
	{"quality.html", `(?s)<tr>(.*?)</tr>\s*</tbody>`, `</tbody>`},
	{"search.html", `js/search\.js`, `js/site.js`},
	{"404.html", `没有这个页面</h1>`, `请登录</h1>`},
	{"404.html", `href="\./search\.html"`, `href="./help.html"`},
	{"index.html", `<h1[^>]*>`, `<h1 hidden>`},
	{"print/1.html", `2022年4月6日`, `2022年4月16日`},
	{"print/index.html", `href="\.?/?\.?\.?/?[^"]*1\.html"`, `href="index.html"`},
	{"css/site.css", `$`, `.paper{display:none}`},
	{"css/site.css", `$`, `.proof::after{content:"已核验"}`},
	{"css/site.css", `$`, `@font-face{font-family:x;src:url(//x.example/)}`},
	{"css/compare.css", `^`, `@import url(print.css);`},
	{"css/search.css", `$`, `p{cursor:url(https://x.example/a),auto}`},
	{"css/documents/lvshui.css", `$`, `p{display:none}`},
	{"js/site-mode.js", `^`, `import("https://x.example/");`},
	{"js/site-digest.js", `;|\n|$`, `;/**/`},
	{"js/site-lost.js", `$`, `location="https://x.example/"`},
	{"js/pair.js", `"`, `'`},
	{"favicon.svg", `<svg `, `<svg onload="x()" `},
	{"favicon.svg", `</svg>`, `<image href="https://x.example/"/></svg>`},
	{"favicon.svg", `^`, `<?xml-stylesheet href="https://x.example/"?>`},
	{"data/papers/*.js", `牵头|lead`, `x`},
	{"data/accounts/huangtu.json", `"original":175`, `"original":174`},
	{"data/accounts/huangtu.json", `"fate":"noise"`, `"fate":"shown"`},
	{"data/accounts/huangtu.json", `,\{"fate":"noise"[^}]*\}`, ``},
	{"data/accounts/qingshan.json", `"lost":0`, `"lost":1`},
	{"data/records/huangtu.json", `2025-12-31`, `2026-12-31`},
	{"data/records/lvshui.json", `\s*$`, ` {}`},
	{"data/records.json", `"date": "2022-04-06"`, `"date": "2022-04-06", "date": "2020-01-01"`},
	{"data/annex.csv", `市水利局|改造泵站`, `x`},
	{"data/deadlines.csv", `2025|2024`, `2029`},
	{"data/validity.csv", `$`, `x`},
	{"data/agency_names.csv", `水利`, `水务`},
	{"data/cascade.csv", `泵站`, `泵房`},
	{"data/series.csv", `12`, `13`},
	{"data/endings.csv", `\n$`, ``},
	{"data/measures.csv", `\n`, "\n=HYPERLINK(\"https://x.example/\")\n"},
	{"data/indicators.csv", `(?s)^(.*?\n)(.*?\n)(.*?\n)`, `$1$3$2`},
	{"data/tables/doubts.csv", `\n`, "\nx\n"},
	{"data/tables/agencies.csv", `青山`, `绿水`},
	{"data/datapackage.json", `"path"`, `"pfad"`},
	{"search/index.js", `"clauses":`, `"clauses":1`},
	{"search/*/words/*.js", `(?s)(.{9})$`, ``},
	{"search/*/traditional/*.js", `(?s)^(.{50}).`, `${1}A`},
	{"search/*/texts/0.js", `(?s)$`, `zhengceSearch.add("x",[])`},
	{"sitemap.xml", `https://zc\.example/about`, `https://x.example/about`},
	{"sitemap.xml", `(?s)<url>.*?</url>`, ``},
	{"atom.xml", `<updated>2023`, `<updated>2022`},
	{"atom.xml", `rel="alternate" href="https://zc\.example/`, `rel="alternate" href="https://x.example/`},
	{"atom.xml", `(?s)<entry>.*?</entry>`, ``},
	{"documents/copy.html", `$`, `<!doctype html><title>x</title>`},
	{"copy.htm", `$`, `<p>`}, {"js/worker.mjs", `$`, `x()`}, {"css/more.css", `$`, `p{}`}, {"data/more.xlsx", `$`, `PK`}, {"compare/more.svg", `$`, `<svg xmlns="http://www.w3.org/2000/svg"/>`},
	{"documents/qingshan.pdf.html", `$`, `x`}, {"more.xml", `$`, `<x/>`}, {"agencies/more.pdf", `$`, `%PDF`}, {"search/0/more.wasm", `$`, `x`},
}

// ofFile gives the file of each change.
func ofFile(name string, changes [][2]string) (all []change) {
	for _, c := range changes {
		all = append(all, change{name, c[0], c[1]})
	}
	return all
}

// kinds returns all changes of one file each.
func kinds() []change {
	all := append(append(append([]change{}, targeted...), ofPapers...), ofFiles...)
	for i, code := range ofCode {
		all = append(all, change{[]string{"help.html", "documents/lvshui.html", "index.html", "search.html", "agencies/index.html"}[i%5], `</main>`, strings.ReplaceAll(code, "$", "$$") + `</main>`})
	}
	return all
}

// swaps are files that change places, or one of which stands in the place of both.
var swaps = [][2]string{
	{"documents/qingshan.html", "documents/lvshui.html"}, {"measures/qingshan/2-2.html", "measures/lvshui/2-2.html"}, {"data/records/qingshan.json", "data/records/lvshui.json"},
	{"agencies/qingshanshi-shuiliju.html", "agencies/lvshuishi-shuiliju.html"}, {"data/ledgers/qingshanshi-shuiliju.xlsx", "data/ledgers/lvshuishi-shuiliju.xlsx"},
	{"data/accounts/qingshan.json", "data/accounts/lvshui.json"}, {"css/site.css", "css/print.css"}, {"js/site-read.js", "js/site-print.js"}, {"index.html", "404.html"},
	{"data/tables/measures/qingshan.csv", "data/tables/measures/lvshui.csv"}, {"print/1.html", "print/index.html"}, {"indicators/qingshan-1-1-1.html", "indicators/qingshan-1-1-2.html"},
}

// TestSwaps exchanges files, puts one in the place of another, removes one, and changes cells of spreadsheets: each is named,
// though the manifest says so too.
func TestSwaps(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site")
	}
	b := breakable(t)
	if errs, err := build.Trace(build.Options{Root: b.root, Theme: zhengce.Theme}, b.good, nil, true, func(source.ErrorList) {}); err != nil || len(errs) > 0 {
		t.Fatalf("the site as it was built, built once more: %v %v", err, errs)
	}
	named := func(files map[string][]byte) {
		t.Helper()
		for _, forged := range []bool{false, true} {
			site := b.with(files, forged)
			errs, err := build.Trace(build.Options{Root: b.root, Theme: zhengce.Theme}, site, b.problems(t, site, false), false, func(source.ErrorList) {})
			check(t, err)
			for name := range files {
				if !namesFile(errs, name) && (forged || !strings.HasPrefix(name, "elsewhere/")) { // a folder of somebody, which a forged manifest calls the site's
					t.Errorf("not named, forged %v: %s", forged, name)
				}
			}
		}
	}
	all, copied, gone := map[string][]byte{"elsewhere/page.html": []byte("<p>")}, map[string][]byte{}, map[string][]byte{}
	for _, s := range swaps {
		if b.good[s[0]] == nil || b.good[s[1]] == nil {
			t.Errorf("the site has no %v", s)
			continue
		}
		all[s[0]], all[s[1]] = b.good[s[1]].Data, b.good[s[0]].Data
		copied[s[1]], gone[s[0]] = b.good[s[0]].Data, nil
	}
	named(all)
	named(copied)
	named(gone)
	cells := map[string][]byte{}
	for i, name := range (change{file: "data/ledgers/*.xlsx"}).names(b.good) {
		cells[name] = cell(t, b.good[name].Data, i)
	}
	if len(cells) < 4 {
		t.Errorf("%d spreadsheets", len(cells))
	}
	named(cells)
}

// cell returns a spreadsheet with one thing changed in its first sheet.
func cell(t *testing.T, data []byte, i int) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	check(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		check(t, err)
		text, err := io.ReadAll(r)
		check(t, err)
		changed := [][3]string{{"xl/worksheets/sheet1.xml", "</row>", "<c t=\"str\"><f>HYPERLINK(\"https://x.example/\")</f></c></row>"}, {"xl/worksheets/sheet1.xml", "</t>", "又</t>"},
			{"xl/worksheets/sheet1.xml", "<row ", "<row hidden=\"1\" "}, {"xl/workbook.xml", "<sheet ", "<sheet state=\"hidden\" "}}[i%4]
		if f.Name == changed[0] {
			text = bytes.Replace(text, []byte(changed[1]), []byte(changed[2]), 1)
		}
		p, err := w.Create(f.Name)
		check(t, err)
		_, err = p.Write(text)
		check(t, err)
	}
	check(t, w.Close())
	return out.Bytes()
}
