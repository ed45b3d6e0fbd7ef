package docx_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
)

// zipped returns a packed zip archive with one file.
func zipped(name, text string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if f, err := z.Create(name); err != nil || func() error { _, err := f.Write([]byte(text)); return err }() != nil {
		panic("cannot write an archive")
	}
	z.Close()
	return b.Bytes()
}

// TestRefused holds one clear message for each kind of Word file that gives no paper.
func TestRefused(t *testing.T) {
	whole := body(p("通知")).bytes()
	deep := func(n int, open, text, end string) string {
		return strings.Repeat(open, n) + text + strings.Repeat(end, n)
	}
	formattest.Refused(t, [][3]string{
		{"x.docx", string(body("").bytes()), "file holds no text"},
		{"x.docx", string(whole[:len(whole)/2]), "the file is cut off or damaged: it begins as a zip archive and has no end"},
		{"x.docx", string(zipped("../word/document.xml", "x")), `the archive names a file outside itself: "../word/document.xml"`},
		{"x.docx", string(zipped("[Content_Types].xml", "x")), `the archive is no Word file: it has no part "word/document.xml"`},
		{"x.docx", string(zipped("word/document.xml", "<w:document><w:body><w:p>")), `part "word/document.xml": broken XML: it is cut off`},
		{"x.docx", string(zipped("word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>`)), `part "word/document.xml": broken XML: it declares entities, which no word processor does`},
		{"x.docx", string(zipped("word/document.xml", "<w:document><w:body>"+strings.Repeat(" ", 80<<20))), `part "word/document.xml" of the archive unpacks to more than`},
		{"x.docx", string(zipped("word/document.xml", "<w:document><w:body>"+deep(1000, "<w:sdt>", "", "</w:sdt>"))), `part "word/document.xml": broken XML: elements stand in one another more than 512 deep`},
		{"x.docx", string(body(deep(40, "<w:tbl><w:tr><w:tc>", p("x"), "</w:tc></w:tr></w:tbl>")).bytes()), `part "word/document.xml": tables stand in one another more than 16 deep`},
		{"x.docx", string(body(`<w:tbl>` + strings.Repeat(tr(tc(`<w:gridSpan w:val="1000"/>`, "x")), 300) + `</w:tbl>`).bytes()), `part "word/document.xml": a table of more than 200000 cells; split the file`},
		{"x.docx", string(body(li(1, 0, "甲")).with("numbering", "numbering", `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="X"/><w:numStyleLink w:val="Y"/></w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Y"/><w:numStyleLink w:val="X"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`).bytes()),
			`part "word/numbering.xml": its lists stand for one another in a circle; open the file in Word or WPS and number its paragraphs anew`},
	})
}
