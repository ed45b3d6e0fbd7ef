package html_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"zhengce/generator/internal/formattest"
)

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>一、甲</p>", "<table><tr><td rowspan=3>甲<td colspan=2>乙<tr><td>丙</table>", "<div style='display:none'>甲<table><tr><td>乙</table></div>丁",
		"<table><tr><td>索引号：<td>甲<tr><td>文号：</table><p>各市人民政府：<p>一、甲乙丙丁。<p>2020年1月1日", "<ol start=-9><li>甲<li value=99999999999>乙</ol>", "<table><tr hidden><td>甲<tr><td>乙<td>丙</table>",
		"<pre>甲\n乙</pre><select><option>丙</select>", "<p>甲<o:p>乙</o:p><svg><text>丙</text></svg><math><mi>丁</mi></math>", "<title>甲乙丙丁</title><h1>甲乙丙丁</h1><p>一、戊己庚辛，壬癸。"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		file := formattest.Fuzz(t, "x.html", []byte(page))
		if file != nil && utf8.ValidString(page) && !strings.ContainsAny(page, "<&") {
			for r, n := range formattest.Han(page) {
				if formattest.Han(file.Text)[r] != n {
					t.Fatalf("%q stands %d times in the page %q, %d times in the text %q", r, n, page, formattest.Han(file.Text)[r], file.Text)
				}
			}
		}
	})
}

// assemble puts pieces together as the bytes of plan say: random text hardly ever is a table.
func assemble(plan []byte, pieces []string) string {
	var b strings.Builder
	for _, p := range plan {
		b.WriteString(pieces[int(p)%len(pieces)])
	}
	return b.String()
}

var pagePieces = []string{"<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "<th>", "<tr hidden>", "<br>", "<ol start=3>", "<li>",
	"</ol>", "<div style='display:none'>", "<span hidden>", "</span>", "<a href=x>", "</a>", "<pre>", "</pre>", "<h1>", "</h1>", "<nav>", "</nav>", "<img src=x>", "<title>某某通知</title>", "<button>", "<!-- 密 -->",
	"某某通知", "各市人民政府，省政府各部门：", "一、加强领导，落实责任。", "（一）完善政策。", "索引号：", "发文字号：某政〔2020〕1号", "2020年1月1日", "序号", "责任单位", "浏览次数：3", "\uE001", "\n", "\u00A0", "甲",
	`<style>p::before{content:"三、"}div:after{content:"（试行）" counter(a)}p{counter-increment:a}.x::after{content:"没用"}@media print{p:after{content:'印'}}</style>`}

// FuzzPage builds pages of the pieces that real ones have: what a page shows comes out, each character once.
func FuzzPage(f *testing.F) {
	f.Add([]byte{50, 0, 31, 1, 2, 31, 3, 0, 32, 0, 33, 50})
	f.Add([]byte{28, 23, 31, 24, 2, 0, 32, 0, 33, 4, 6, 7, 38, 7, 39, 6, 8, 44, 9, 44, 6, 7, 44, 5, 3, 37})
	f.Add([]byte{4, 6, 7, 35, 7, 44, 6, 7, 36, 5, 2, 32, 33, 16, 44, 3, 34, 3, 19, 44, 20})
	f.Fuzz(func(t *testing.T, plan []byte) {
		page := assemble(plan, pagePieces)
		file := formattest.Fuzz(t, "x.html", []byte(page))
		if file == nil {
			return
		}
		if strings.Contains(page, "<style>") {
			return // whose text may come often
		}
		title := strings.Count(page, "<title>") // its text is in no line
		for r, n := range formattest.Han(strings.ReplaceAll(page, "<!-- 密 -->", "")) {
			if got := formattest.Han(file.Text)[r]; got != n && (title == 0 || !strings.ContainsRune("某通知", r)) {
				t.Fatalf("%q stands %d times in the page %q, %d times in the text %q", r, n, page, got, file.Text)
			}
		}
	})
}
