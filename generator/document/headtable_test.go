package document_test

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// tableFile returns the file of a text in which a line with | is a row of a table: "甲|乙"; ⏎ is a line break
// in a cell.
func tableFile(text string) *source.File {
	f := &source.File{Name: "x", Encoding: "UTF-8"}
	var b strings.Builder
	var table *source.Block
	for _, line := range strings.Split(text, "\n") {
		start := b.Len()
		if !strings.Contains(line, "|") {
			b.WriteString(line)
			f.Blocks = append(f.Blocks, source.Block{Span: source.Span{Start: start, End: b.Len()}})
			table = nil
			b.WriteByte('\n')
			continue
		}
		var row []source.Cell
		for col, cell := range strings.Split(line, "|") {
			at := b.Len()
			b.WriteString(strings.ReplaceAll(cell, "⏎", "\n"))
			row = append(row, source.Cell{Span: source.Span{Start: at, End: b.Len()}, Col: col, RowSpan: 1, ColSpan: 1})
			b.WriteByte('\n')
		}
		if table == nil {
			f.Blocks = append(f.Blocks, source.Block{Kind: source.Table, Span: source.Span{Start: start}})
			table = &f.Blocks[len(f.Blocks)-1]
		}
		table.Rows, table.End = append(table.Rows, row), b.Len()-1
	}
	f.Text = b.String()
	return f
}

// TestHeadTables reads the head that a table without borders sets out as lines, and leaves other tables.
func TestHeadTables(t *testing.T) {
	const rest = "\n各县人民政府：\n一、建设粮仓\n由市粮食局建设。\n甲市人民政府\n2031年3月5日"
	for _, tt := range []struct{ name, text, title, number string }{
		{"number and signer", "甲市人民政府文件\n甲政发〔2031〕12号|签发人：丙某\n甲市人民政府关于建设粮仓的通知", "甲市人民政府关于建设粮仓的通知", "甲政发〔2031〕12号"},
		{"names of signers below their label", "甲市人民政府文件\n特急|\n甲政发〔2031〕13号|签发人：⏎丙某　丁某\n甲市人民政府关于建设粮仓的请示", "甲市人民政府关于建设粮仓的请示", "甲政发〔2031〕13号"},
		{"joint red head", "甲市教育局⏎甲市财政局|文件\n甲教发〔2031〕3号\n甲市教育局关于建设粮仓的通知", "甲市教育局关于建设粮仓的通知", "甲教发〔2031〕3号"},
		{"title in a cell", "特急|甲市人民政府文件\n|甲政发〔2031〕12号\n甲市人民政府关于⏎建设粮仓的通知|", "甲市人民政府关于⏎建设粮仓的通知", "甲政发〔2031〕12号"},
		{"tasks", "任务|责任单位\n建设粮仓|甲市粮食局\n甲市人民政府关于建设粮仓的通知", "", ""},
		{"a list of papers", "甲政发〔2031〕12号|关于粮仓的数据说明\n甲市人民政府关于建设粮仓的通知", "", ""},
	} {
		d, _ := parse(t, tableFile(tt.text+rest))
		show := func(s source.Span) string { return strings.ReplaceAll(d.File.Slice(s), "\n", "⏎") }
		if show(d.Title) != tt.title || show(d.Number) != tt.number || (len(d.Tables) == 0) != (tt.title != "") {
			t.Errorf("%s: title %q, number %q, %d tables", tt.name, show(d.Title), show(d.Number), len(d.Tables))
		}
	}
}

// TestHeadTableLater leaves a table behind the beginning of the text.
func TestHeadTableLater(t *testing.T) {
	d, _ := parse(t, tableFile("甲市人民政府关于建设粮仓的通知\n一、建设粮仓\n由市粮食局建设。\n甲政发〔2031〕12号|签发人：丙某"))
	if len(d.Tables) != 1 {
		t.Errorf("%d tables", len(d.Tables))
	}
}

// TestSignTables reads the signature that a table without borders sets out, and leaves other tables.
func TestSignTables(t *testing.T) {
	const text = "甲市关于建设粮仓的通知\n一、建设粮仓\n由市粮食局建设。\n"
	for table, want := range map[string]string{
		"甲市教育局|甲市财政局\n2031年3月5日": "甲市教育局|甲市财政局", "甲市教育局|甲市财政局\n|2031年3月5日": "甲市教育局|甲市财政局",
		"甲市教育局|甲市财政局\n一、建设粮仓": "", "甲市教育局|建设粮仓\n2031年3月5日": "",
	} {
		d, _ := parse(t, tableFile(text+table))
		if got := names(d, d.Signers); got != want || (want == "") == (len(d.Tables) == 0) {
			t.Errorf("%q is signed by %s, %d tables", table, got, len(d.Tables))
		}
	}
}

// TestSigners names the bodies that share a signature or a red head, each for itself.
func TestSigners(t *testing.T) {
	const text = "甲市关于建设粮仓的通知\n一、建设粮仓\n由市粮食局建设。\n"
	for signature, want := range map[string]string{
		"甲市教育局　　甲市财政局": "甲市教育局|甲市财政局", "甲市教育局\n甲市财政局": "甲市教育局|甲市财政局", "甲市教育局、市财政局": "甲市教育局|市财政局",
		"甲市教育局 财政部": "甲市教育局|财政部", "甲 市 教 育 局": "甲 市 教 育 局", "甲市 教育局": "甲市 教育局", "甲市教育局甲市财政局": "甲市教育局甲市财政局",
	} {
		d, _ := parse(t, source.NewFile("x", text+signature+"\n2031年3月5日\n"))
		if got := names(d, d.Signers); got != want {
			t.Errorf("%q names %s", signature, got)
		}
		d, _ = parse(t, source.NewFile("x", signature+"文件\n"+text))
		if got := names(d, d.Heads); got != want {
			t.Errorf("the red head %q names %s", signature, got)
		}
	}
}

func names(d *document.Document, spans []source.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, d.File.Slice(s))
	}
	return strings.Join(out, "|")
}
