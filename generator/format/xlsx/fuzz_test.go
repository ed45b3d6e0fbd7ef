package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
)

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
		data := filetest.Zip(append(parts[:len(parts):len(parts)], [2]string{"xl/worksheets/sheet1.xml", sheet}, [2]string{"xl/sharedStrings.xml", shared})...)
		if !filetest.WellFormed(sheet, shared) {
			formattest.FuzzBroken(t, "x.xlsx", data)
			return
		}
		formattest.Fuzz(t, "x.xlsx", data)
	})
}
