package verify

import (
	"strings"
	"testing"
	"testing/fstest"
)

const contentPage = `---
generated: true
title: "甲 \"乙\""
meta:
  - {"label":"文种","value":"意见","state":"derived"}
---

# 标题 {.title id="t"}

[市教育局](/agencies/a.md "role? lead 牵头：市教育局（据“牵头”）")办学\&amp;*好*，达[5所](/indicators/i.md "figure 学校：5所")，见[《意见》](/documents/d.md "citation x")[*](# "note 原文如此：多一字")。
{.bullet id="m1"}

[](# "note 原文如此：缺号")
{.noted}

- 甲[本页](/documents/p.md)
- ![2](# "sup")[丙](# "ins")
{.roles}

| 甲 | 乙 |
| --- | --- |
| 一 | |
| | 二 |
{caption="表" data-table="t" data-spans="1:0:2:1" data-covered="2:0"}

| 独行 |
| --- |
{caption="只有表头"}
`

const sitePage = `<html><body><main id="main"><h1>甲 "乙"</h1><dl><div><dt>文种</dt><dd class="derived">意见 <small>（据正文拟）</small></dd></div></dl>
<div class="paper" data-verbatim>
<h1 class="title" id="t">标题</h1>
<p class="bullet" id="m1"><a href="../agencies/a.html" data-agency="jia" data-role="lead" title="牵头：市教育局（据“牵头”）" data-doubtful>市教育局</a>办学&amp;amp;<em>好</em>，达<a href="../indicators/i.html" data-indicator="yi" title="学校：5所">5所</a>，见<a href="d.html" data-citation="x" title="已收录，点开看全文">《意见》</a><span class="source-note" role="note" data-added>原文如此：多一字</span>。</p>
<p class="noted"><span class="source-note" role="note" data-added>原文如此：缺号</span></p><ul class="roles">
<li>甲本页</li>
<li><sup>2</sup><ins>丙</ins></li>
</ul>
<div class="filter" data-added><label>甲</label></div>
<div class="table"><table data-table="t"><caption data-added>表 <a class="csv" href="../data/tables/t.csv" download>下载本表（CSV）</a></caption>
<thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td rowspan="2" colspan="1">一</td><td></td></tr><tr class="rest"><td class="again" data-added>一</td><td>二</td></tr></tbody></table></div>
<div class="table"><table><caption data-added>只有表头</caption><thead><tr><th>独行</th></tr></thead><tbody></tbody></table></div>
</div></main></body></html>`

// TestContents falsifies a page in each thing that it says.
func TestContents(t *testing.T) {
	pages := fstest.MapFS{"documents/p.md": {Data: []byte(contentPage)}, "documents/d.md": {}, "agencies/a.md": {Data: []byte("---\nagency: \"jia\"\n---\n")},
		"indicators/i.md": {Data: []byte("---\nindicator: \"yi\"\n---\n")}}
	site := func(page string) fstest.MapFS {
		rest := &fstest.MapFile{Data: []byte("<main><h1></h1></main>")}
		return fstest.MapFS{"documents/p.html": {Data: []byte(page)}, "documents/d.html": rest, "agencies/a.html": rest, "indicators/i.html": rest}
	}
	if errs := Contents(site(sitePage), pages, nil); len(errs) > 0 {
		t.Fatal(errs)
	}
	for _, tt := range [][3]string{
		{"agencies/a.html", "agencies/b.html", `:4:27: the page says other than content/documents/p.md: expected "<a href=agencies/a.html data-agency=jia data-role=lead data-doubtful=yes title=牵头：市教育局（据“牵头”）>", it has "<a href=agencies/b.html`},
		{`data-agency="jia"`, `data-agency="yi"`, ":4:27: "}, {`data-role="lead"`, `data-role="sole"`, ":4:27: "}, {` data-doubtful`, ``, ":4:27: "}, {`title="牵头：`, `title="配合：`, ":4:27: "},
		{`data-indicator="yi"`, `data-indicator="er"`, ":4:"}, {"5所</a>", "6所</a>", `:4:`}, {`data-citation="x"`, `data-citation="y"`, ":4:"}, {"原文如此：多一字", "原文如此", ":4:"},
		{"&amp;amp;", "&amp;", ":4:"}, {"<em>好</em>", "好", ":4:"}, {`<p class="noted">`, `<p>`, ":5:"}, {`id="m1"`, `id="m2"`, ":4:"}, {`class="bullet"`, `class="bullet hidden"`, ":4:"},
		{"<li>甲", "甲", ":5:"}, {"本页", `<a href="d.html">本页</a>`, ":6:"}, {"<sup>", "<sub>", ":7:"}, {"<ins>", "<del>", ":7:"},
		{`<table data-table="t"`, `<table data-table="t" hidden`, ":10:"}, {"<caption data-added>表", "<caption data-added>假表", ":10:"}, {"tables/t.csv", "tables/u.csv", ":10:"},
		{`rowspan="2"`, `rowspan="1"`, ":11:"}, {"<td>二", "<td>三", ":11:"}, {"<td></td>", "<td>又</td>", ":11:"}, {"<tr class=\"rest\">", "", ":11:"},
		{"</div></main>", "<p>又</p></div></main>", ""}, {"<div class=\"paper\" data-verbatim>\n", "<div class=\"paper\" data-verbatim>又", ""},
		{"<h1>甲", "<h1>又甲", ": the page does not say what content/documents/p.md gives: "}, {">意见 ", ">决定 ", ": the page does not say what"}, {">意见 ", ">意见书 ", ": the page does not say what"},
	} {
		page := strings.Replace(sitePage, tt[0], tt[1], 1)
		errs := Contents(site(page), pages, nil)
		if page == sitePage || !strings.Contains(errs.Error(), "documents/p.html"+tt[2]) {
			t.Errorf("%s as %s: %v", tt[0], tt[1], errs)
		}
	}
	if errs := Contents(fstest.MapFS{}, pages, nil); errs.Error() != "documents/p.html: the page is missing: content/documents/p.md gives it" {
		t.Errorf("no pages: %v", errs)
	}
}
