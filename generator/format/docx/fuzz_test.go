package docx_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
)

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
		formattest.FuzzBroken(t, "x.docx", filetest.Zip([2]string{"word/document.xml", "<w:document><w:body>" + balance(plan) + "</w:body></w:document>"},
			[2]string{"word/numbering.xml", "<w:numbering>" + numbering + "</w:numbering>"}, [2]string{"word/styles.xml", "<w:styles>" + styles + "</w:styles>"},
			[2]string{"word/_rels/document.xml.rels", `<Relationships><Relationship Type="/numbering" Target="numbering.xml"/><Relationship Type="/styles" Target="styles.xml"/></Relationships>`}))
	})
}

// FuzzZip holds that no damage to an archive makes its reader panic.
func FuzzZip(f *testing.F) {
	f.Add(filetest.Zip([2]string{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"}))
	f.Fuzz(func(t *testing.T, data []byte) { formattest.FuzzBroken(t, "x.docx", data) })
}

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
		formattest.Fuzz(t, "x.docx", filetest.Zip([2]string{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>文</w:t></w:r></w:p>" + wordBody(plan) + "</w:body></w:document>"},
			[2]string{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>`},
			[2]string{"word/_rels/document.xml.rels", `<Relationships><Relationship Type="/footnotes" Target="footnotes.xml"/></Relationships>`}))
	})
}

// FuzzWordXML holds the same of Word files that are one XML file.
func FuzzWordXML(f *testing.F) {
	f.Add(`<w:wordDocument><w:body><wx:sect><w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>目标</w:t></w:r></w:p></wx:sect></w:body></w:wordDocument>`)
	f.Add(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`)
	f.Fuzz(func(t *testing.T, data string) {
		formattest.FuzzBroken(t, "x.doc", []byte(data))
	})
}
