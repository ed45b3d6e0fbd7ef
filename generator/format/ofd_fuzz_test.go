package format

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/format/audit"
	"zhengce/generator/source"
)

// fuzzAccount holds that the audit of a file that was read finds nothing that the account lacks.
func fuzzAccount(t *testing.T, f *source.File, parts []audit.Part, err error) {
	t.Helper()
	if err != nil {
		return // the audit refuses XML that the reader does not look at
	}
	if lost := audit.Losses(parts, f.Account); lost != nil {
		t.Fatalf("lost: %v", lost)
	}
	for _, e := range f.Account {
		if e.Fate != source.LeftOut && (e.Span.Start < 0 || e.Span.End > len(f.Text) || e.Span.Start > e.Span.End) {
			t.Fatalf("%q is said to stand at %v of %d", e.Text, e.Span, len(f.Text))
		}
	}
}

// storedZip packs parts without packing, so that the fuzzer's bytes stand in the file.
func storedZip(parts ...[2]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(p[1]))
		}
		if err != nil {
			panic(err)
		}
	}
	z.Close()
	return b.Bytes()
}

func FuzzOFD(f *testing.F) {
	for _, page := range []string{
		`<Page><Content><Layer><TextObject ID="1" Boundary="30 40 50 9" Size="5"><TextCode X="0" Y="5" DeltaX="g 3 5 -9" DeltaY="2 g 1 3">甲乙丙丁&amp;</TextCode></TextObject></Layer></Content></Page>`,
		`<Page><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area><Content><PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 90 0 L 90 9 L 0 9 C M 45 0 L 45 9</AbbreviatedData></PathObject>` +
			`<TextObject CTM="0 1 -1 0 5 0" Size="3" ReadDirection="90"><CGTransform/><TextCode X="4" Y="5" DeltaY="3 3">一二三</TextCode></TextObject><TextObject Size="3" Boundary="50 0 9 9"><TextCode X="1" Y="4">四</TextCode></TextObject></Content></Page>`,
		`<Page><Template TemplateID="7"/><Content><CompositeObject ResourceID="9"/><TextObject Visible="false"><TextCode>旧</TextCode></TextObject></Content></Page>`,
	} {
		f.Add(page, `<Res><CompositeGraphicUnit ID="9"><Content><TextObject><TextCode>图</TextCode></TextObject></Content></CompositeGraphicUnit></Res>`,
			`<PageAnnot><Annot Type="Watermark"><Appearance Boundary="0 0 9 9"><TextObject><TextCode>印</TextCode></TextObject></Appearance><Remark>注</Remark></Annot></PageAnnot>`)
	}
	f.Fuzz(func(t *testing.T, page, res, annot string) {
		data := storedZip([2]string{"OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`},
			[2]string{"D.xml", `<Document><CommonData><DocumentRes>R.xml</DocumentRes><TemplatePage ID="7" BaseLoc="T.xml"/></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/><Page ID="2" BaseLoc="Q.xml"/></Pages><Annotations>A.xml</Annotations></Document>`},
			[2]string{"T.xml", `<Page><Content><TextObject Size="4" Boundary="30 9 9 9"><TextCode X="0" Y="4">页眉</TextCode></TextObject></Content></Page>`},
			[2]string{"A.xml", `<Annotations><Page PageID="1"><FileLoc>N.xml</FileLoc></Page></Annotations>`},
			[2]string{"P.xml", page}, [2]string{"Q.xml", page}, [2]string{"R.xml", res}, [2]string{"N.xml", annot})
		file, err := readOFD("x.ofd", data)
		fuzzFile(t, file, err)
		if err == nil {
			parts, err := audit.OFD(data)
			fuzzAccount(t, file, parts, err)
		}
	})
}

func FuzzXLSX(f *testing.F) {
	const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	for _, sheet := range []string{
		head + `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>任务</t></is></c><c r="B2"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
		head + `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="3" hidden="1"><c r="C3" t="b"><v>1</v></c></row><row><c t="str"><v>甲</v></c><c t="e"><v>#N/A</v></c></row></sheetData><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter></worksheet>`,
	} {
		f.Add(sheet, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>任务表</t></si></sst>`)
	}
	book := excelize.NewFile()
	whole, err := book.WriteToBuffer()
	if err != nil {
		f.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(whole.Bytes()), int64(whole.Len()))
	if err != nil {
		f.Fatal(err)
	}
	var parts [][2]string
	for _, p := range z.File {
		if p.Name != "xl/worksheets/sheet1.xml" && p.Name != "xl/sharedStrings.xml" {
			in, err := p.Open()
			if err != nil {
				f.Fatal(err)
			}
			text, err := io.ReadAll(in)
			if err != nil {
				f.Fatal(err)
			}
			parts = append(parts, [2]string{p.Name, string(text)})
		}
	}
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		data := storedZip(append(parts[:len(parts):len(parts)], [2]string{"xl/worksheets/sheet1.xml", sheet}, [2]string{"xl/sharedStrings.xml", shared})...)
		file, err := readXLSX("x.xlsx", data)
		fuzzFile(t, file, err)
		if err == nil {
			parts, err := audit.XLSX(data)
			fuzzAccount(t, file, parts, err)
		}
	})
}

func FuzzWordXML(f *testing.F) {
	f.Add(`<w:wordDocument><w:body><wx:sect><w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>目标</w:t></w:r></w:p></wx:sect></w:body></w:wordDocument>`)
	f.Add(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`)
	f.Fuzz(func(t *testing.T, data string) {
		for _, read := range []reader{readFlat, read2003} {
			file, err := read("x.doc", []byte(data))
			fuzzFile(t, file, err)
		}
	})
}
