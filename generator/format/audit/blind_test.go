package audit_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/format"
	"zhengce/generator/format/audit"
	"zhengce/generator/internal/filetest"
)

// A blindness is the handling of something that a reader is made to lack: it gets the file with a word under
// another name, as if the lines of code for that word were deleted. The audit gets the file as it is.
type blindness struct {
	word string // in the file
	lost string // the text that the reader then loses
}

// TestBlind holds that the audit of a file misses what a reader does not handle, for every format.
func TestBlind(t *testing.T) {
	tests := []struct {
		name  string
		data  []byte
		audit func([]byte) ([]audit.Part, error)
		blind []blindness
	}{
		{"x.docx", wordFile(), audit.DOCX, []blindness{
			{"w:hyperlink", "链接文字"}, {"w:ruby>", "注音"}, {"w:sym ", "\uF0FC"}, {"w:instrText", "域中代码"}, {"w:del>", "删去"}, {"w:ins>", "新增"}, {"w:sdt>", "控件内容"}, {"w:tbl>", "格子"},
			{"w:drawing", "框内"}, {"v:textpath", "艺术字"}, {"m:oMath>", "公式项"}, {"w:drawing", "图片说明"}, {"w:smartTag", "标签内"}, {"w:fldSimple", "结果"}, {"w:footnote ", "脚注文"},
			{"w:tc>", "格子"},
		}},
		{"x.html", []byte(`<html><head><title>某某通知</title><meta name=Keywords content="主题一"><style>p::before{content:"样式字"}</style></head><body><p>各市人民政府：</p><p>一、加强领导，落实责任。</p>` +
			`<img alt="图片说明" src=x><a title="提示语" href=x>二、完善政策。</a><input placeholder="请填写"><input value="已填写"><select><optgroup label="分组名"><option>甲</optgroup></select></body></html>`), audit.HTML, []blindness{
			{"alt=", "图片说明"}, {"title=", "提示语"}, {"placeholder=", "请填写"}, {"label=", "分组名"}, {"value=", "已填写"}, {"content=", "主题一"}, {"content:", "样式字"},
		}},
		{"x.pdf", pageFile(), audit.PDF, []blindness{{"Annots", "框中批注"}, {"Annots", "便笺的话"}, {"Annots", "填写的值"}, {"FreeText", ""}, {"Tj %1", "二、第二行文字"}}},
		{"x.ofd", ofdFile(), audit.OFD, []blindness{{"TextObject ID=\"2\"", "第二行"}, {"PageBlock", "块中文字"}, {"Remark", "注释语"}, {"Appearance", "印章字"}}},
		{"x.xlsx", bookFile(t), audit.XLSX, []blindness{{"a:t>", "图形字"}, {"headerFooter", "页脚字"}}},
		{"x.txt", []byte("某某通知\n一、甲乙。\n二、丙丁。\n"), audit.Text, []blindness{{"二、丙丁。", "二、丙丁。"}}},
		{"x.md", []byte("# 某某通知\n\n一、甲乙。\n\n二、丙丁。\n"), audit.Markdown, []blindness{{"二、丙丁。", "二、丙丁。"}}},
	}
	for _, tt := range tests {
		f, err := format.Read(fstest.MapFS{tt.name: {Data: tt.data}}, tt.name)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		filetest.Check(t, f)
		parts, err := tt.audit(tt.data)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range tt.blind {
			f, err := format.Read(fstest.MapFS{tt.name: {Data: renamed(t, tt.data, b.word)}}, tt.name)
			if err != nil {
				t.Errorf("%s without %q: %v", tt.name, b.word, err)
				continue
			}
			all := ""
			for _, l := range audit.Losses(parts, f.Account) {
				all += l.Text
			}
			if !strings.Contains(all, b.lost) {
				t.Errorf("%s without %q: lost %q, want %q in it", tt.name, b.word, all, b.lost)
			}
		}
	}
}

// renamed returns a file with a word, wherever it stands, under a name of the same length that no reader knows.
func renamed(t *testing.T, data []byte, word string) []byte {
	t.Helper()
	other := strings.Map(func(r rune) rune {
		if r >= 0x80 {
			return '　'
		}
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return 'q'
		}
		return r
	}, word)
	if prefix, _, ok := strings.Cut(word, ":"); ok && prefix != "content" {
		other = prefix + other[len(prefix):] // of a name space
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return replaced(t, data, word, other)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var parts [][2]string
	found := false
	for _, p := range z.File {
		in, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		found = found || bytes.Contains(text, []byte(word))
		parts = append(parts, [2]string{p.Name, strings.ReplaceAll(string(text), word, other)})
	}
	if !found {
		t.Errorf("no part has %q", word)
	}
	return filetest.Zip(parts...)
}

func replaced(t *testing.T, data []byte, word, other string) []byte {
	if !bytes.Contains(data, []byte(word)) {
		t.Errorf("the file has no %q", word)
	}
	return bytes.ReplaceAll(data, []byte(word), []byte(other))
}

// wordFile is a Word file with a text in places of many kinds.
func wordFile() []byte {
	r := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	p := func(inner string) string { return `<w:p>` + inner + `</w:p>` }
	return filetest.Zip([2]string{"word/document.xml", `<w:document><w:body>` + p(r("关于某事的通知")) + p(r("一、正文。")+`<w:hyperlink>`+r("链接文字")+`</w:hyperlink><w:r><w:ruby><w:rt>`+r("注音")+`</w:rt><w:rubyBase>`+r("字")+`</w:rubyBase></w:ruby></w:r>`+
		`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>域中代码</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>`+
		`<w:ins>`+r("新增")+`</w:ins><w:sdt><w:sdtContent>`+r("控件内容")+`</w:sdtContent></w:sdt><w:r><w:drawing><wp:docPr descr="图片说明"/><w:txbxContent>`+p(r("框内"))+`</w:txbxContent></w:drawing></w:r><w:r><w:pict><v:textpath string="艺术字"/></w:pict></w:r>`+
		`<m:oMath><m:r><m:t>公式项</m:t></m:r></m:oMath><w:smartTag>`+r("标签内")+`</w:smartTag><w:fldSimple w:instr="REF a">`+r("结果")+`</w:fldSimple><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r>`) +
		`<w:tbl><w:tr><w:tc>` + p(r("格子")) + `</w:tc><w:tc>` + p(r("格二")) + `</w:tc></w:tr></w:tbl></w:body></w:document>`},
		[2]string{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="2">` + p(r("脚注文")) + `</w:footnote></w:footnotes>`},
		[2]string{"word/header1.xml", `<w:hdr>` + p(r("页眉文")) + `</w:hdr>`},
		[2]string{"word/comments.xml", `<w:comments><w:comment>` + p(r("批语")) + `</w:comment></w:comments>`},
		[2]string{"word/charts/chart1.xml", `<c:chartSpace><c:title><a:p><a:r><a:t>图题</a:t></a:r></a:p></c:title></c:chartSpace>`},
		[2]string{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" Type="/footnotes" Target="footnotes.xml"/><Relationship Id="b" Type="/header" Target="header1.xml"/><Relationship Id="c" Type="/chart" Target="charts/chart1.xml"/></Relationships>`})
}

// pageFile is a PDF of two lines with annotations.
func pageFile() []byte {
	wide := func(text string) string {
		out := ""
		for _, r := range text {
			out += fmt.Sprintf("%04X", r)
		}
		return out
	}
	content := "BT /F 16 Tf 1 0 0 1 80 700 Tm <" + wide("一、第一行的文字") + "> Tj ET\nBT /F 16 Tf 1 0 0 1 80 600 Tm <" + wide("二、第二行文字") + "> Tj %1\nET\n"
	var b strings.Builder
	b.WriteString("%PDF-1.5\n")
	var offsets []int
	for _, o := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 6 0 R/Annots[7 0 R 8 0 R 9 0 R]>>",
		"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		"<</Type/Annot/Subtype/FreeText/Rect[300 700 500 720]/Contents<FEFF" + wide("框中批注") + ">>>",
		"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents<FEFF" + wide("便笺的话") + ">>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V<FEFF" + wide("填写的值") + ">/Rect[160 600 400 620]/F 4>>"} {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(offsets)+1, start)
	return []byte(b.String())
}

// ofdFile is an OFD file with text in objects of several kinds.
func ofdFile() []byte {
	text := func(id, y int, text string) string {
		return fmt.Sprintf(`<TextObject ID="%d" Boundary="30 %d 150 9" Size="5"><TextCode X="0" Y="5" DeltaX="g %d 5">%s</TextCode></TextObject>`, id, y, len([]rune(text))-1, text)
	}
	return filetest.Zip([2]string{"OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`},
		[2]string{"D.xml", `<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><DocumentRes>R.xml</DocumentRes><TemplatePage ID="7" BaseLoc="T.xml"/></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/></Pages><Annotations>A.xml</Annotations></Document>`},
		[2]string{"T.xml", `<Page><Content>` + text(50, 5, "页眉字") + `</Content></Page>`}, [2]string{"A.xml", `<Annotations><Page PageID="1"><FileLoc>N.xml</FileLoc></Page></Annotations>`},
		[2]string{"P.xml", `<Page><Template TemplateID="7"/><Content><Layer>` + text(1, 40, "第一行") + text(2, 60, "第二行") + `<PageBlock>` + text(3, 80, "块中文字") + `</PageBlock><CompositeObject ID="4" Boundary="30 100 100 20" ResourceID="9"/></Layer></Content></Page>`},
		[2]string{"R.xml", `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="9" Width="100" Height="20"><Content>` + text(5, 2, "图中字") + `</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`},
		[2]string{"N.xml", `<PageAnnot><Annot Type="Stamp"><Remark>注释语</Remark><Appearance Boundary="0 200 100 20">` + text(6, 1, "印章字") + `</Appearance></Annot></PageAnnot>`})
}

// bookFile is a workbook with text in cells and beside them.
func bookFile(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetRow("Sheet1", "A1", &[]any{"序号", "任务", "责任单位"}))
	must(f.SetSheetRow("Sheet1", "A2", &[]any{1, "修路", "市交通局"}))
	must(f.AddComment("Sheet1", excelize.Comment{Cell: "B2", Author: "甲", Paragraph: []excelize.RichTextRun{{Text: "批注语"}}}))
	must(f.AddShape("Sheet1", &excelize.Shape{Cell: "E2", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "图形字"}}}))
	must(f.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddFooter: "&C页脚字"}))
	b, err := f.WriteToBuffer()
	must(err)
	return b.Bytes()
}
