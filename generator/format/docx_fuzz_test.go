package format

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"zhengce/generator/source"
)

// inlinePieces are what stands in a paragraph; # is where others may stand.
var inlinePieces = []string{`<w:r><w:t>甲</w:t></w:r>`, `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>5</w:t></w:r>`, `<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>`, `<w:ins>#</w:ins>`, `<w:del><w:r><w:delText>删</w:delText></w:r></w:del>`,
	`<w:hyperlink w:tooltip="看">#</w:hyperlink>`, `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>#</w:sdtContent></w:sdt>`, `<w:sdt><w:sdtContent>#</w:sdtContent></w:sdt>`, `<w:fldSimple w:instr="REF a">#</w:fldSimple>`,
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`, `<w:r><w:instrText>EQ \o\ac(○,3)\f(1,2</w:instrText></w:r>`, `<w:r><w:instrText>IF x</w:instrText></w:r>`,
	`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:tab/><w:br/></w:r>`, `<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>b` + "\uF0F0\u0085\u0080" + `</w:t></w:r>`,
	`<w:r><w:ruby><w:rt>#</w:rt><w:rubyBase>#</w:rubyBase></w:ruby></w:r>`, `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:docPr descr="图"/><w:txbxContent><w:p>#</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
	`<w:r><w:pict><v:textpath string="红头"/></w:pict></w:r>`, `<w:r><w:footnoteReference w:id="1"/></w:r>`, `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/><w:helpText w:val="助"/></w:ffData></w:fldChar></w:r>`,
	`<m:oMath><m:f><m:num><m:r><m:t>子</m:t></m:r></m:num><m:den><m:r><m:t>母</m:t></m:r></m:den></m:f></m:oMath>`, `<m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/></m:dPr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:d><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>b</m:t></m:r></m:e></m:phant></m:oMath>`}

// blockPieces are what holds paragraphs.
var blockPieces = []string{`<w:p>#</w:p>`, `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>#</w:p>`, `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>#</w:p>`, `<w:tbl><w:tblPr><w:tblCaption w:val="题"/></w:tblPr><w:tr><w:tc><w:p>#</w:p></w:tc><w:tc><w:p>#</w:p></w:tc></w:tr></w:tbl>`,
	`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>#</w:p></w:tc></w:tr><w:tr><w:tc><w:p>#</w:p></w:tc><w:tc><w:p>#</w:p></w:tc></w:tr></w:tbl>`, `<w:tbl><w:tr><w:tc><w:p>#</w:p></w:tc></w:tr></w:tbl>`, `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>#</w:p></w:sdtContent></w:sdt>`}

// wordBody puts a body together as the bytes of a plan say.
func wordBody(plan []byte) string {
	next := func() int {
		if len(plan) == 0 {
			return -1
		}
		n := int(plan[0])
		plan = plan[1:]
		return n
	}
	var fill func(piece string, depth int) string
	fill = func(piece string, depth int) string {
		var b strings.Builder
		for {
			before, after, ok := strings.Cut(piece, "#")
			b.WriteString(before)
			if !ok {
				return b.String()
			}
			for range 3 {
				if n := next(); n >= 0 && depth < 8 && n < 200 {
					b.WriteString(fill(inlinePieces[n%len(inlinePieces)], depth+1))
				}
			}
			piece = after
		}
	}
	var b strings.Builder
	for {
		n := next()
		if n < 0 {
			return b.String()
		}
		b.WriteString(fill(blockPieces[n%len(blockPieces)], 0))
	}
}

// FuzzDOCXAccount holds that the account of a Word file, whatever its text is made of, explains every character that
// a second reading finds, and that its spans lie in the text.
func FuzzDOCXAccount(f *testing.F) {
	f.Add([]byte{0, 0, 1, 2, 3, 21, 22, 16, 4, 6, 17, 5, 9, 12, 11})
	f.Add([]byte{4, 9, 13, 10, 0, 11, 14, 1, 18, 19, 20, 11, 6, 0, 15, 2, 8, 7})
	f.Fuzz(func(t *testing.T, plan []byte) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range [][2]string{{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>文</w:t></w:r></w:p>" + wordBody(plan) + "</w:body></w:document>"},
			{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>`},
			{"word/_rels/document.xml.rels", `<Relationships><Relationship Type="/footnotes" Target="footnotes.xml"/></Relationships>`}} {
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
		if err != nil {
			return
		}
		for _, l := range losses("docx", b.Bytes(), file.Account) {
			t.Fatalf("lost %+v of %s", l, wordBody(plan))
		}
		for _, e := range file.Account {
			if e.Span.Start < 0 || e.Span.Start > e.Span.End || e.Span.End > len(file.Text) || e.Fate == source.LeftOut && e.Reason == "" {
				t.Fatalf("entry %+v in %q", e, file.Text)
			}
		}
	})
}
