package format

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/format/audit"
	"zhengce/generator/pdfium"
	"zhengce/generator/source"
)

// fuzzFile holds what checkFile holds, from within the package, and that no position is lost.
func fuzzFile(t *testing.T, f *source.File, err error) {
	t.Helper()
	if err != nil {
		if err.Error() == "" || strings.Contains(err.Error(), "\n") {
			t.Fatalf("error is no one clear line: %q", err)
		}
		return
	}
	checkCharacters(f)
	if !utf8.ValidString(f.Text) {
		t.Fatalf("text is no valid UTF-8: %q", f.Text)
	}
	end := 0
	for _, b := range f.Blocks {
		if b.Start < end || b.End > len(f.Text) || b.Empty() || source.Squeeze(f.Text[end:b.Start]) != "" {
			t.Fatalf("block %v follows %d in %q", b.Span, end, f.Text)
		}
		at := b.Start
		for _, row := range b.Rows {
			for _, c := range row {
				if c.Start < at || c.End > b.End || source.Squeeze(f.Text[at:c.Start]) != "" {
					t.Fatalf("cell %v follows %d in table %v of %q", c.Span, at, b.Span, f.Text)
				}
				at = c.End
			}
		}
		end = b.End
	}
	if source.Squeeze(f.Text[end:]) != "" {
		t.Fatalf("%q stands in no block", f.Text[end:])
	}
	last := 0
	for _, n := range f.Noise {
		if n.Start < last || n.End > len(f.Text) || n.Empty() {
			t.Fatalf("noise %v follows %d", n.Span, last)
		}
		last = n.End
	}
}

// han returns how often each Han character stands in text.
func han(text string) map[rune]int {
	out := map[rune]int{}
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			out[r]++
		}
	}
	return out
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>一、甲</p>", "<table><tr><td rowspan=3>甲<td colspan=2>乙<tr><td>丙</table>", "<div style='display:none'>甲<table><tr><td>乙</table></div>丁",
		"<table><tr><td>索引号：<td>甲<tr><td>文号：</table><p>各市人民政府：<p>一、甲乙丙丁。<p>2020年1月1日", "<ol start=-9><li>甲<li value=99999999999>乙</ol>", "<table><tr hidden><td>甲<tr><td>乙<td>丙</table>",
		"<pre>甲\n乙</pre><select><option>丙</select>", "<p>甲<o:p>乙</o:p><svg><text>丙</text></svg><math><mi>丁</mi></math>", "<title>甲乙丙丁</title><h1>甲乙丙丁</h1><p>一、戊己庚辛，壬癸。"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		file, err := readHTML("x.html", []byte(page))
		fuzzFile(t, file, err)
		explained(t, file, err, page, audit.HTML)
		if err == nil && utf8.ValidString(page) && !strings.ContainsAny(page, "<&") {
			for r, n := range han(page) {
				if han(file.Text)[r] != n {
					t.Fatalf("%q stands %d times in the page %q, %d times in the text %q", r, n, page, han(file.Text)[r], file.Text)
				}
			}
		}
	})
}

// explained holds that the account of a file explains every character of it.
func explained(t *testing.T, f *source.File, err error, data string, read func([]byte) ([]audit.Part, error)) {
	t.Helper()
	if err != nil || !utf8.ValidString(data) || strings.ContainsAny(data, "\x00") {
		return
	}
	parts, err := read([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	if lost := audit.Losses(parts, f.Account); len(lost) > 0 {
		t.Fatalf("lost %+v of %q", lost, data)
	}
	for _, e := range f.Account {
		if e.Span.Start < 0 || e.Span.End > len(f.Text) || e.Fate != source.LeftOut && e.Span.Empty() && source.Squeeze(e.Text) != "" && len(e.Text) > 8 || e.Fate != source.Shown && e.Reason == "" {
			t.Fatalf("entry %+v", e)
		}
	}
	for _, m := range f.Marks {
		if m.Start < 0 || m.End > len(f.Text) || m.Empty() {
			t.Fatalf("mark %+v", m)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("某某通知\n\n一、甲\x01乙\n　　丙\t丁\n")
	f.Add(strings.Repeat("现就有关事项通知如下各县市区人民政府要认真落实好\n", 20))
	f.Fuzz(func(t *testing.T, text string) {
		file, err := readText("x.txt", []byte(text))
		fuzzFile(t, file, err)
		explained(t, file, err, text, audit.Text)
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"# 题\n\n**发布日期**: x\n\n一、甲", "| 甲 | 乙 |\n|-|-|\n| 丙 |\n\n丁", "> - 1. 甲\n\n   乙", "<table><tr><td>甲</table>\n\n**乙。**丙", "[甲]: 乙\n\n[丙](丁 \"戊\")", "---\n甲: 乙\n---\n丙",
		"甲\n===\n乙\n---\n`丙`<b>丁</b>&#x4e00;", "1. 甲\n1. 乙\n7) 丙", "```甲\n乙\n```\n\n    丙\n\\*丁\\*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := readMarkdown("x.md", []byte(text))
		fuzzFile(t, file, err)
		explained(t, file, err, text, audit.Markdown)
		if err != nil || !utf8.ValidString(text) || strings.ContainsAny(text, "<&[`~!|") || strings.HasPrefix(text, "---") {
			return // what links point at, code is called and tables have too many is shown to nobody
		}
		for r, n := range han(text) {
			if han(file.Text)[r] != n {
				t.Fatalf("%q stands %d times in the file %q, %d times in the text %q", r, n, text, han(file.Text)[r], file.Text)
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
	"某某通知", "各市人民政府，省政府各部门：", "一、加强领导，落实责任。", "（一）完善政策。", "索引号：", "发文字号：某政〔2020〕1号", "2020年1月1日", "序号", "责任单位", "浏览次数：3", "\uE001", "\n", "\u00A0", "甲"}

// FuzzPage builds pages of the pieces that real ones have: what a page shows comes out, each character once.
func FuzzPage(f *testing.F) {
	f.Add([]byte{28, 23, 31, 24, 2, 0, 32, 0, 33, 4, 6, 7, 38, 7, 39, 6, 8, 44, 9, 44, 6, 7, 44, 5, 3, 37})
	f.Add([]byte{4, 6, 7, 35, 7, 44, 6, 7, 36, 5, 2, 32, 33, 16, 44, 3, 34, 3, 19, 44, 20})
	f.Fuzz(func(t *testing.T, plan []byte) {
		page := assemble(plan, pagePieces)
		file, err := readHTML("x.html", []byte(page))
		fuzzFile(t, file, err)
		explained(t, file, err, page, audit.HTML)
		if err != nil {
			return
		}
		title := strings.Count(page, "<title>") // its text is in no line
		for r, n := range han(strings.ReplaceAll(page, "<!-- 密 -->", "")) {
			if got := han(file.Text)[r]; got != n && (title == 0 || !strings.ContainsRune("某通知", r)) {
				t.Fatalf("%q stands %d times in the page %q, %d times in the text %q", r, n, page, got, file.Text)
			}
		}
	})
}

// balance assembles a body whose elements all end.
func balance(plan []byte) string {
	var b strings.Builder
	depth := 0
	for _, p := range plan {
		piece := wordPieces[int(p)%len(wordPieces)]
		change := strings.Count(piece, "<") - 2*strings.Count(piece, "</") - strings.Count(piece, "/>")
		if depth+change >= 0 && (depth > 0 || !strings.HasPrefix(piece, "</")) {
			b.WriteString(piece)
			depth += change
		}
	}
	return b.String() + strings.Repeat("</w:x>", depth)
}

const numbers = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:pStyle w:val="A"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`

var wordPieces = []string{"<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>甲</w:t>", "<w:t>一、乙</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`, `<w:tcPr><w:vMerge/></w:tcPr>`,
	`<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>`, `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`, `<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>`, `<w:pPr><w:pStyle w:val="A"/></w:pPr>`,
	`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`, "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", `<w:fldChar w:fldCharType="begin"/>`, `<w:fldChar w:fldCharType="separate"/>`, `<w:fldChar w:fldCharType="end"/>`, "<w:br/>", "<w:tab/>", `<w:sym w:char="F0FC" w:font="Wingdings"/>`,
	"<w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing>", "<mc:AlternateContent><mc:Choice>", "</mc:Choice><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>", "<w:rPr><w:vanish/></w:rPr>", "<w:trPr><w:del/></w:trPr>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte{0, 15, 2, 4, 3, 1, 0, 16, 2, 5, 3, 1, 6, 8, 10, 12, 0, 2, 4, 3, 1, 11, 10, 14, 0, 1, 11, 9, 8, 10, 13, 0, 1, 11, 9, 7}, numbers, "")
	f.Add([]byte{0, 18, 2, 4, 3, 1, 0, 2, 29, 0, 2, 4, 3, 1, 30, 3, 2, 23, 4, 24, 4, 25, 3, 19, 2, 4, 3, 20, 1}, numbers, `<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>`)
	f.Fuzz(func(t *testing.T, plan []byte, numbering, styles string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range [][2]string{{"word/document.xml", "<w:document><w:body>" + balance(plan) + "</w:body></w:document>"},
			{"word/numbering.xml", "<w:numbering>" + numbering + "</w:numbering>"}, {"word/styles.xml", "<w:styles>" + styles + "</w:styles>"},
			{"word/_rels/document.xml.rels", `<Relationships><Relationship Type="/numbering" Target="numbering.xml"/><Relationship Type="/styles" Target="styles.xml"/></Relationships>`}} {
			w, err := z.Create(part[0])
			if err == nil {
				_, err = w.Write([]byte(part[1]))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		z.Close()
		file, err := readDOCX("x.docx", b.Bytes())
		fuzzFile(t, file, err)
	})
}

// FuzzZip holds that no damage to an archive makes its reader panic.
func FuzzZip(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if w, err := z.Create("word/document.xml"); err == nil {
		w.Write([]byte("<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"))
	}
	z.Close()
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := readDOCX("x.docx", data)
		fuzzFile(t, file, err)
	})
}

// FuzzPDFText lays out characters that stand anywhere on two pages: each takes five bytes of the input.
func FuzzPDFText(f *testing.F) {
	f.Add("一、甲乙丙丁戊己庚辛壬癸", []byte("aaaaabbbbbcccccdddddeeeeefffffggggghhhhh"))
	f.Add("⼀甲乙丙丁戊己—1—甲乙丙丁戊己庚辛", []byte{1, 2, 0, 0, 9, 1, 3, 0, 0, 9, 200, 2, 90, 1, 5, 100, 255, 180, 1, 3})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		pages := make([]pdfPage, 2)
		for i := range pages {
			pages[i].bounds = pdfium.Box{Right: 600, Top: 800}
		}
		for _, r := range text {
			if len(places) < 5 {
				break
			}
			b := places[:5]
			places = places[5:]
			x, y, p := float64(b[0])*3, float64(b[1])*4, &pages[b[3]&1]
			size := float64(b[4]%32) + 1
			if b[3]&2 != 0 {
				p.rules = append(p.rules, pdfium.Rule{X0: x, Y0: y, X1: x + float64(b[4]), Y1: y}, pdfium.Rule{X0: x, Y0: y, X1: x, Y1: y + float64(b[2])})
			}
			p.chars = append(p.chars, pdfium.Character{Rune: r, X: x, Y: y, Size: size, Angle: float64(b[2]) / 40,
				Hidden: b[3]&4 != 0, Unknown: b[3]&8 != 0, Box: pdfium.Box{Left: x, Bottom: y - 2, Right: x + size, Top: y + size}})
		}
		file, err := readPages("x.pdf", pages)
		fuzzFile(t, file, err)
		if err == nil {
			checkAccount(t, file, pages)
		}
	})
}

// checkAccount holds that the account has every character of the pages, and each at its place of the text.
func checkAccount(t *testing.T, f *source.File, pages []pdfPage) {
	t.Helper()
	var have, want []rune
	for _, p := range pages {
		for _, c := range p.chars {
			if !source.IsSpace(c.Rune) {
				want = append(want, c.Rune)
			}
		}
	}
	for _, e := range f.Account {
		have = append(have, []rune(source.Squeeze(e.Text))...)
		if e.Fate != source.LeftOut && utf8.RuneCountInString(f.Squeezed(e.Span)) != utf8.RuneCountInString(e.Text) {
			t.Fatalf("%q stands as %q", e.Text, f.Slice(e.Span))
		}
	}
	if string(have) != string(want) {
		t.Fatalf("the account has %q of %q", string(have), string(want))
	}
}
