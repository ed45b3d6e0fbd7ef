package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"zhengce/generator/format/audit"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/source"
)

// pdfFile writes a PDF of one page with a font that it does not carry: each line is a place and a text. Objects
// from 7 on are annotations and what they need.
func pdfFile(content string, head string, objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.5\n")
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1" + head + ">>")
	annotations := ""
	for i, o := range objects {
		if strings.Contains(o, "/Annot") {
			annotations += fmt.Sprintf(" %d 0 R", i+7)
		}
	}
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 6 0 R/Annots[" + annotations + "]>>")
	object("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>")
	object("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>")
	object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	for _, o := range objects {
		object(o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(offsets)+1, start)
	return []byte(b.String())
}

// shown writes a text at a place of a page.
func shown(x, y int, text string) string {
	return fmt.Sprintf("BT /F 16 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n", x, y, hex16(text))
}

// hex16 writes a text as UTF-16 in digits.
func hex16(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// TestPDFFile reads a whole file, in which a text object of one character has no width, and holds the
// account against the second reading; a character taken from the account is a loss.
func TestPDFFile(t *testing.T) {
	data := pdfFile(shown(80, 700, "一、总体要求和目标")+shown(80, 670, "粮")+shown(96, 670, "食安全。"), "")
	f, err := Read("x.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if want := "一、总体要求和目标\n粮食安全。\n"; f.Text != want {
		t.Errorf("text %q, want %q", f.Text, want)
	}
	parts, err := audit.PDF(data)
	if err != nil {
		t.Fatal(err)
	}
	if l := audit.Losses(parts, f.Account); l != nil {
		t.Errorf("losses %v", l)
	}
	cut := slices.Clone(f.Account)
	cut[0].Text = strings.Replace(cut[0].Text, "要求", "", 1)
	if l := audit.Losses(parts, cut); len(l) != 1 || l[0].Text != "要求" || l[0].Part != "第1页" {
		t.Errorf("losses %v, want 要求", l)
	}
}

// TestNotes reads what was put on a page over its text: values of a form stand where the page draws them.
func TestNotes(t *testing.T) {
	drawn := "/Tx BMC BT /F 16 Tf 2 4 Td <" + hex16("甲市粮食局") + "> Tj ET EMC"
	data := pdfFile(shown(80, 700, "关于报送粮仓建设情况的通知")+shown(80, 640, "填报单位："), "",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V<FEFF"+hex16("甲市粮食局")+">/Rect[160 636 400 660]/F 4/AP<</N 8 0 R>>>>",
		fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 240 24]/Resources<</Font<</F 4 0 R>>>>/Length %d>>stream\n%s\nendstream", len(drawn), drawn),
		"<</Type/Annot/Subtype/FreeText/Rect[300 700 500 720]/Contents<FEFF"+hex16("此处请核对")+">>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/V<FEFF"+hex16("十月一日")+">/Rect[160 600 400 620]/F 4>>",
		"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents<FEFF"+hex16("便笺上的话")+">>>",
		"<</Type/Annot/Subtype/Widget/FT/Btn/T(c)/V/Yes/AS/Yes/Rect[10 30 20 40]/F 4>>",
		"<</Type/Annot/Subtype/Link/Rect[10 50 20 60]/A<</S/URI/URI(x)>>>>")
	f, err := Read("x.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	filetest.Check(t, f)
	if got, want := pdfTextOf(f), "关于报送粮仓建设情况的通知\n填报单位：甲市粮食局\n- 此处请核对\n- 十月一日\n"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	left := ""
	for _, e := range f.Account {
		if e.Fate == source.LeftOut {
			left += e.Reason + " " + e.Text + "\n"
		}
	}
	if want := "批注 便笺上的话\n"; left != want {
		t.Errorf("left out %q, want %q", left, want)
	}
	parts, err := audit.PDF(data)
	if err != nil {
		t.Fatal(err)
	}
	if l := audit.Losses(parts, f.Account); l != nil {
		t.Errorf("losses %v", l)
	}
	cut := slices.DeleteFunc(slices.Clone(f.Account), func(e source.Entry) bool { return e.Reason != "" })
	if l := audit.Losses(parts, cut); len(l) == 0 {
		t.Error("notes that the account lacks are no loss")
	}
}

// TestFields reads the values of fields that nothing draws: one that stands in the field of which the box is a part, and
// a choice by its label.
func TestFields(t *testing.T) {
	data := pdfFile(shown(80, 700, "关于报送水渠建设情况的通知"), "",
		"<</Type/Annot/Subtype/Widget/Parent 8 0 R/Rect[160 600 400 620]/F 4>>", "<</FT/Tx/T(a)/Kids[7 0 R]/V<FEFF"+hex16("乙县水利局")+">>>",
		"<</Type/Annot/Subtype/Widget/FT/Ch/T(b)/Opt[[(1)<FEFF"+hex16("未完成")+">][(2)<FEFF"+hex16("已完成")+">]]/V(2)/Rect[160 560 400 580]/F 4>>",
		"<</Type/Annot/Subtype/Widget/FT/Btn/T(c)/V/Off/Rect[10 30 20 40]/F 4>>")
	data = []byte(strings.Replace(string(data), "/Type/Catalog", "/Type/Catalog/AcroForm<</Fields[8 0 R 9 0 R 10 0 R]>>", 1))
	f, err := Read("x.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	filetest.Check(t, f)
	if got, want := pdfTextOf(f), "关于报送水渠建设情况的通知\n- 乙县水利局\n- 已完成\n"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

// BenchmarkPDF measures a file of one page; the first one starts the library, unless it is compiled already.
func BenchmarkPDF(b *testing.B) {
	data := pdfFile(shown(80, 700, strings.Repeat("一、总体要求和目标", 50)), "")
	for b.Loop() {
		if _, err := Read("x.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}

// TestReadAgain holds that a file reads the same whatever was read before it, and that what was read of one stays
// as it is while others are read.
func TestReadAgain(t *testing.T) {
	one := pdfFile(shown(80, 700, "一、加强水库大坝安全管理")+shown(80, 670, "落实巡查责任。"), "", "<</Type/Annot/Subtype/FreeText/Rect[300 600 500 620]/Contents<FEFF"+hex16("抄送水利局")+">>>")
	other := pdfFile(shown(80, 700, strings.Repeat("二、推进灌区改造", 4)), "", "<</Type/Annot/Subtype/FreeText/Rect[300 600 500 620]/Contents<FEFF"+hex16("请于月底前反馈意见")+">>>")
	first, err := Read("x.pdf", one)
	if err != nil {
		t.Fatal(err)
	}
	before := fmt.Sprint(first.Text, first.Account, first.Noise, first.Marks)
	for range 3 {
		if _, err := Read("y.pdf", other); err != nil {
			t.Fatal(err)
		}
		if _, err := Read("z.pdf", one[:200]); err == nil {
			t.Fatal("a file that is cut off was read")
		}
		again, err := Read("x.pdf", one)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(again.Text, again.Account, again.Noise, again.Marks); got != before {
			t.Fatalf("read again: %s\nwant %s", got, before)
		}
	}
	if got := fmt.Sprint(first.Text, first.Account, first.Noise, first.Marks); got != before {
		t.Fatalf("after reading others: %s\nwant %s", got, before)
	}
}
