package format

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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
		if err == nil && utf8.ValidString(page) && !strings.ContainsAny(page, "<&") {
			for r, n := range han(page) {
				if han(file.Text)[r] != n {
					t.Fatalf("%q stands %d times in the page %q, %d times in the text %q", r, n, page, han(file.Text)[r], file.Text)
				}
			}
		}
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

func FuzzDOCX(f *testing.F) {
	const num = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
	for _, s := range []string{`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc/></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>甲</w:t><w:fldChar w:fldCharType="separate"/><w:sym w:char="F0FC" w:font="Wingdings"/></w:r><w:del><w:r><w:t>乙</w:t></w:r></w:del></w:p>`,
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>`} {
		f.Add(s, num, "")
	}
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range [][2]string{{"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"},
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

func FuzzPDFText(f *testing.F) {
	f.Add(`<page width="612" height="792">` + "\n" + `<word xMin="80" yMin="100" xMax="500" yMax="116">一、甲乙丙丁戊己庚辛壬癸</word>` + "\n" + `<word xMin="300" yMin="700" xMax="310" yMax="716">—1—</word>`)
	f.Add(`<page width="1" height="2">` + "\n" + `<word xMin="-1" yMin="1" xMax="0" yMax="0">&lt;⼀甲乙丙丁戊己&gt;</word>` + "\n" + `<page width="1" height="2">` + "\n" + `<word xMin="9" yMin="1" xMax="0" yMax="0">甲乙丙丁戊己庚辛</word>`)
	f.Fuzz(func(t *testing.T, layout string) {
		file, err := readLayout("x.pdf", layout)
		fuzzFile(t, file, err)
	})
}
