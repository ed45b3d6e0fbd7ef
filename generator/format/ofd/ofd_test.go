package ofd_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/format/audit"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

// An ofdFile is an OFD file by its parts, within Doc_0 unless their names begin with a slash.
type ofdFile map[string]string

// ofdPages returns a file with pages of these objects.
func ofdPages(pages ...string) ofdFile {
	f := ofdFile{"/OFD.xml": `<OFD><DocBody><DocInfo><DocID>1</DocID></DocInfo><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>`}
	list := ""
	for i, objects := range pages {
		list += fmt.Sprintf(`<Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, i+1, i)
		f[fmt.Sprintf("Pages/Page_%d/Content.xml", i)] = `<Page><Content><Layer>` + objects + `</Layer></Content></Page>`
	}
	f["Document.xml"] = `<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData><Pages>` + list + `</Pages></Document>`
	return f
}

// add puts xml into a part behind its first start tag root.
func (f ofdFile) add(part, root, xml string) ofdFile {
	f[part] = strings.Replace(f[part], "<"+root+">", "<"+root+">"+xml, 1)
	return f
}

func (f ofdFile) with(part, xml string) ofdFile {
	f[part] = xml
	return f
}

func (f ofdFile) bytes() []byte {
	var names []string
	for name := range f {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(strings.TrimPrefix(strings.TrimPrefix("Doc_0/"+name, "Doc_0//"), "/"))
		if err == nil {
			_, err = w.Write([]byte(f[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	z.Close()
	return b.Bytes()
}

// at returns a TextObject whose line begins at x and stands on the height y, 5 mm high.
func at(x, y float64, text string) string {
	return sized(x, y, 5, text)
}

func sized(x, y, size float64, text string) string {
	n := len([]rune(text)) - 1
	delta := ""
	if n > 0 {
		delta = fmt.Sprintf(`DeltaX="g %d %g"`, n, size)
	}
	return fmt.Sprintf(`<TextObject Boundary="%g %g 200 10" Size="%g"><TextCode X="0" Y="%g" %s>%s</TextCode></TextObject>`, x, y-size, size, size, delta, text)
}

// box returns the lines of a rectangle.
func box(x0, y0, x1, y1 float64) string {
	return fmt.Sprintf(`<PathObject Boundary="%g %g %g %g"><AbbreviatedData>M 0 0 L %g 0 L %g %g L 0 %g C</AbbreviatedData></PathObject>`,
		x0, y0, x1-x0, y1-y0, x1-x0, x1-x0, y1-y0, y1-y0)
}

// explained holds that the account of f explains the text of the file, and that what it says is shown stands there.
func explained(t *testing.T, f *source.File, parts []audit.Part, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if lost := audit.Losses(parts, f.Account); lost != nil {
		t.Errorf("lost: %v", lost)
	}
	for _, e := range f.Account {
		if e.Fate != source.LeftOut && source.Squeeze(f.Slice(e.Span)) != source.Squeeze(e.Text) {
			t.Errorf("%q is said to stand at %v, there stands %q", e.Text, e.Span, f.Slice(e.Span))
		}
		if e.Fate != source.Shown && e.Reason == "" {
			t.Errorf("%q has no reason", e.Text)
		}
	}
}

func TestOFD(t *testing.T) {
	line := "为进一步做好粮仓建设工作经市政府同意现就有关事项通知如"
	columns := ""
	for i := range 5 {
		y := 40 + 8*float64(i)
		columns += at(110, y, "乙栏第行文字说明事项各市县政府认") + at(20, y, "甲栏第行文字说明事项各市县政府认")
	}
	tests := []struct {
		name  string
		file  ofdFile
		want  string
		noise string
	}{
		{"paragraphs by indent and early end", ofdPages(sized(60, 40, 8, "关于粮仓建设的通知") + at(40, 60, line) + at(30, 68, line+"甲乙") + at(30, 76, "下。") + at(40, 84, "一、总体目标")),
			"关于粮仓建设的通知\n" + line + line + "甲乙下。\n一、总体目标\n", ""},
		{"objects in any order", ofdPages(at(40, 68, "第二行。") + at(60, 60, "行。") + at(40, 60, "第一")), "第一  行。\n第二行。\n", ""},
		{"a TextCode that breaks its lines", ofdPages(`<TextObject Boundary="30 40 60 30" Size="5"><TextCode X="0" Y="5" DeltaX="5 5 -10 5 5" DeltaY="0 0 7 0 0">甲乙丙丁戊己</TextCode></TextObject>`),
			"甲乙丙丁戊己\n", ""},
		{"CTM", ofdPages(`<TextObject Boundary="30 40 60 30" Size="1" CTM="5 0 0 5 0 0"><TextCode X="0" Y="1" DeltaX="g 2 1">甲乙丙</TextCode></TextObject>` + at(45, 45, "丁")), "甲乙丙丁\n", ""},
		{"letters", ofdPages(`<TextObject Boundary="30 40 60 30" Size="5"><TextCode X="0" Y="5" DeltaX="g 3 2.5">GDP </TextCode></TextObject><TextObject Boundary="40 40 60 30" Size="5"><TextCode X="0" Y="5">is</TextCode></TextObject>`),
			"GDP is\n", ""},
		{"entities", ofdPages(at(30, 40, "甲&amp;乙&#x4E19;")), "甲&乙丙\n", ""},
		{"printed twice for bold", ofdPages(at(30, 40, "甲乙丙") + at(30.2, 40, "甲乙丙")), "甲乙丙\n", ""},
		{"page numbers and running heads", ofdPages(
			at(30, 20, "云岭市公报")+at(30, 60, line)+at(30, 280, "— 1 —"), at(30, 20, "云岭市公报")+at(30, 60, "下。")+at(30, 70, "2025")+at(30, 280, "— 2 —"),
			at(30, 20, "云岭市公报")+at(30, 60, "第三页")+at(30, 280, "— 3 —")),
			line + "下。\n2025\n第三页\n", "页码：— 1 —/— 2 —/— 3 —；页眉页脚：云岭市公报/云岭市公报/云岭市公报"},
		{"a lone number in the text", ofdPages(at(30, 60, "仓数（座）：") + at(30, 70, "12")), "仓数（座）：\n12\n", ""},
		{"columns", ofdPages(at(80, 20, "公报") + columns),
			"公报\n" + strings.Repeat("甲栏第行文字说明事项各市县政府认", 5) + strings.Repeat("乙栏第行文字说明事项各市县政府认", 5) + "\n", ""},
		{"vertical", ofdPages(`<TextObject Boundary="100 40 10 200" Size="5" ReadDirection="90"><TextCode X="0" Y="5" DeltaY="g 3 5">甲乙丙丁</TextCode></TextObject>` +
			`<TextObject Boundary="90 40 10 200" Size="5" ReadDirection="90"><TextCode X="0" Y="5" DeltaY="g 1 5">戊己</TextCode></TextObject>`), "甲乙丙丁\n戊己\n", ""},
		{"turned page", ofdPages(`<TextObject Boundary="100 40 10 200" Size="5" CTM="0 1 -1 0 5 0"><TextCode X="0" Y="5" DeltaX="g 3 5">甲乙丙丁</TextCode></TextObject>` +
			`<TextObject Boundary="92 40 10 200" Size="5" CTM="0 1 -1 0 5 0"><TextCode X="0" Y="5" DeltaX="g 1 5">戊己</TextCode></TextObject>`), "甲乙丙丁\n戊己\n", ""},
		{"aslant", ofdPages(at(30, 40, "通知") + `<TextObject Boundary="30 90 90 90" Size="5" CTM="0.7 -0.7 0.7 0.7 0 0"><TextCode X="0" Y="5" DeltaX="g 1 5">样张</TextCode></TextObject>`), "通知\n", "斜排的文字：样张"},
		{"invisible", ofdPages(at(30, 40, "通知") + strings.Replace(at(30, 50, "旧稿"), "<TextObject", `<TextObject Visible="false"`, 1)), "通知\n", ""},
		{"table with merged and wrapped cells", ofdPages(at(30, 20, "任务表") + box(20, 30, 60, 40) + box(60, 30, 120, 40) + box(20, 40, 60, 60) + box(60, 40, 120, 50) + box(60, 50, 120, 60) +
			at(25, 37, "任务") + at(65, 37, "责任单位") + at(23, 46, "建设粮仓十座") + at(23, 54, "以上") + at(65, 47, "甲局") + at(65, 57, "乙局") + at(30, 70, "附注")),
			"任务表\n|任务|责任单位|\n|建设粮仓十座以上(2×1)|甲局|\n|乙局|\n附注\n", ""},
		{"a table over two pages", ofdPages(box(20, 250, 60, 260)+box(60, 250, 120, 260)+box(20, 260, 60, 270)+box(60, 260, 120, 270)+at(25, 257, "任务")+at(65, 257, "单位")+at(25, 267, "甲事")+at(65, 267, "甲局"),
			box(20, 30, 60, 40)+box(60, 30, 120, 40)+box(20, 40, 60, 50)+box(60, 40, 120, 50)+at(25, 37, "任务")+at(65, 37, "单位")+at(25, 47, "乙事")+at(65, 47, "乙局")),
			"|任务|单位|\n|甲事|甲局|\n|乙事|乙局|\n", ""},
		{"a drawing of the resources", ofdPages(at(30, 40, "通知")+`<CompositeObject Boundary="30 50 50 50" ResourceID="9"/>`).
			with("Res.xml", `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="9"><Content>`+at(0, 5, "图中文字")+`</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`).
			add("Document.xml", "CommonData", `<DocumentRes>Res.xml</DocumentRes>`), "通知\n图中文字\n", ""},
		{"a template of one page", ofdPages(`</Layer></Content><Template TemplateID="7"/><Content><Layer>`+at(30, 60, "正文。")).
			with("T.xml", `<Page><Content>`+at(30, 40, "市政府文件")+`</Content></Page>`).add("Document.xml", "CommonData", `<TemplatePage ID="7" BaseLoc="/Doc_0/T.xml"/>`), "市政府文件\n正文。\n", ""},
		{"a page that nothing names", ofdPages(at(30, 60, "正文。")).with("Old.xml", `<Page><Content>`+at(30, 40, "旧稿")+`</Content></Page>`), "正文。\n", ""},
		{"annotations", ofdPages(at(30, 60, "正文。")).add("Document.xml", "Document", "<Annotations>A.xml</Annotations>").
			with("A.xml", `<Annotations><Page PageID="1"><FileLoc>P.xml</FileLoc></Page></Annotations>`).
			with("P.xml", `<PageAnnot><Annot Type="Watermark"><Appearance>`+at(30, 90, "内部")+at(30, 120, "内部")+`</Appearance></Annot><Annot Type="Highlight"><Remark>请核</Remark></Annot></PageAnnot>`),
			"正文。\n", "水印：内部；批注：请核"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := tt.file.bytes()
			f, err := formattest.Read(t, "x.ofd", data)
			if err != nil {
				t.Fatal(err)
			}
			if got := formattest.Paper(f); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if got := formattest.Noise(f); got != tt.noise {
				t.Errorf("noise %s, want %s", got, tt.noise)
			}
			parts, err := audit.OFD(data)
			explained(t, f, parts, err)
		})
	}
}

// TestOFDMarks holds that 10⁵ and CO₂ keep their marks.
func TestOFDMarks(t *testing.T) {
	f, err := formattest.Read(t, "x.ofd", ofdPages(at(30, 60, "一〇")+sized(40, 58, 2.5, "五")+at(50, 60, "碳")+sized(55, 61, 2.5, "二")).bytes())
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, m := range f.Marks {
		got += string(m.Kind) + f.Slice(m.Span)
	}
	if got != "sup五sub二" {
		t.Errorf("marks %s of %q", got, f.Text)
	}
}

// TestOFDSays holds what the file says about the paper, and what it holds beside the text.
func TestOFDSays(t *testing.T) {
	f := ofdPages(strings.Replace(at(30, 40, "关于粮仓的通知"), "<TextObject", `<TextObject ID="11"`, 1)+strings.Replace(at(30, 50, "云政发〔2021〕12号"), "<TextObject", `<TextObject ID="12"`, 1)+`<ImageObject/>`).
		add("Document.xml", "Document", "<CustomTags>Tags/CustomTags.xml</CustomTags><Attachments>F.xml</Attachments><Annotations>None.xml</Annotations>").
		with("Tags/CustomTags.xml", `<CustomTags><CustomTag TypeID="gw"><FileLoc>gw.xml</FileLoc></CustomTag></CustomTags>`).
		with("Tags/gw.xml", `<gw><标题><ObjectRef PageRef="1">11</ObjectRef></标题><发文字号><ObjectRef PageRef="1">12</ObjectRef></发文字号></gw>`).
		with("F.xml", `<Attachments><Attachment Name="分工表.xlsx"><FileLoc>f.xlsx</FileLoc></Attachment></Attachments>`).
		with("/S.xml", `<Signatures><Signature ID="1" Type="Seal"/><Signature ID="2" Type="Sign"/></Signatures>`).
		add("/OFD.xml", "DocBody", "<Signatures>/S.xml</Signatures>")
	got, err := formattest.Read(t, "x.ofd", f.bytes())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"标题": "关于粮仓的通知", "发文字号": "云政发〔2021〕12号", "电子印章": "1 枚，未作验证", "电子签名": "1 个，未作验证", "内含附件": "分工表.xlsx"} {
		if v := got.Value(name); v != want {
			t.Errorf("%s: %q, want %q", name, v, want)
		}
	}
	for _, want := range []string{"pictures were left out (1)", "files within the file were not read (1): 分工表.xlsx", "does not hold (1): Doc_0/None.xml"} {
		if !strings.Contains(got.Problems.Error(), want) {
			t.Errorf("no doubt %q in %s", want, got.Problems.Error())
		}
	}
}

// TestOFDRefused holds one message for each file that gives no paper.
func TestOFDRefused(t *testing.T) {
	page := at(30, 40, "通知")
	whole := ofdPages(page).bytes()
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"cut off", whole[:len(whole)/2], "the file is cut off or damaged"},
		{"not XML", filetest.Zip([2]string{"OFD.xml", "x"}), `part "OFD.xml": broken XML`},
		{"no document", filetest.Zip([2]string{"OFD.xml", "<OFD></OFD>"}), "the OFD file is damaged: it names no document"},
		{"encrypted", ofdPages(page).with("/Encryptions.xml", "<x/>").bytes(), "the OFD file is encrypted"},
		{"no page part", ofdPages(page).add("Document.xml", "Pages", `<Page ID="9" BaseLoc="gone.xml"/>`).bytes(), `the archive has no part "Doc_0/gone.xml"`},
		{"a page outside", ofdPages(page).add("Document.xml", "Pages", `<Page ID="9" BaseLoc="../../../etc/passwd"/>`).bytes(), `part "Doc_0/Document.xml" names a part outside the file`},
		{"a path outside", filetest.Zip([2]string{"../OFD.xml", "x"}), "the archive names a file outside itself"},
		{"pictures", ofdPages(`<ImageObject/>`).bytes(), "the OFD file has no text: its pages (1) are pictures"},
		{"nothing", ofdPages(``).bytes(), "file holds no text"},
		{"too many pages", ofdPages(page).add("Document.xml", "Pages", strings.Repeat(`<Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>`, 5001)).bytes(), "the file has 5002 pages, more than the limit"},
		{"too deep", ofdPages(strings.Repeat("<PageBlock>", 600) + page + strings.Repeat("</PageBlock>", 600)).bytes(), `part "Doc_0/Pages/Page_0/Content.xml": broken XML: elements stand in one another`},
		{"too many objects", ofdPages(strings.Repeat(page, 50_001)).bytes(), `part "Doc_0/Pages/Page_0/Content.xml"`},
	} {
		if _, err := formattest.Read(t, "x.ofd", tt.data); err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
}

// TestOFDLoss holds that the audit notices a piece that the reader does not account for.
func TestOFDLoss(t *testing.T) {
	data := ofdPages(at(30, 40, "甲乙") + at(30, 50, "丙丁")).bytes()
	f, err := formattest.Read(t, "x.ofd", data)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := audit.OFD(data)
	if err != nil {
		t.Fatal(err)
	}
	lost := audit.Losses(parts, f.Account[:1])
	if len(lost) != 1 || lost[0].Text != "丙丁" || lost[0].Part != "Doc_0/Pages/Page_0/Content.xml" {
		t.Errorf("lost %v, want 丙丁", lost)
	}
}
