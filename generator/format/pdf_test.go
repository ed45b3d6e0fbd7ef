package format

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// at is a word on a page as pdftotext writes it, 16 points high.
func at(x0, y0, x1 float64, text string) string {
	return fmt.Sprintf("<word xMin=\"%f\" yMin=\"%f\" xMax=\"%f\" yMax=\"%f\">%s</word>\n", x0, y0, x1, y0+16, text)
}

const pageStart = "<page width=\"600\" height=\"800\">\n"

func TestLayout(t *testing.T) {
	full := func(y float64, text string) string { return at(80, y, 520, text) }
	body := pageStart + full(60, "某某文件汇编") + at(200, 100, 400, "关于某某的通知") + full(140, "各市、县（市、区）人民政府，省政府各部门、各直属机构，各有关") +
		at(80, 160, 120, "单位：") + at(112, 180, 520, "为加强某某工作，2014\u00AD2020") + full(200, "年，经省政府同意，现就") + at(80, 220, 200, "有关事项通知如下。") +
		at(112, 240, 300, "⼀、总体要求") + at(112, 260, 520, "坚持统筹推进，") + at(290, 760, 310, "—1—") +
		pageStart + full(60, "某某文件汇编") + full(100, "全面落实各项任务，推动高质量发展 &amp; 创新。") + at(80, 120, 200, "教育厅") + at(300, 120, 350, "牵头") + at(450, 120, 500, "1") +
		at(80, 140, 520, "后文甲乙丙丁") + at(290, 760, 310, "—2—") +
		pageStart + full(60, "某某文件汇编") + full(100, "further words") + at(526, 100, 540, "here") + at(290, 760, 310, "—3—")
	f, err := readLayout("x.pdf", body)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, b := range f.Blocks {
		for _, n := range f.Noise {
			if n.Contains(b.Span) {
				got.WriteString("- ")
			}
		}
		got.WriteString(f.Slice(b.Span) + "\n")
	}
	want := "- 某某文件汇编\n关于某某的通知\n各市、县（市、区）人民政府，省政府各部门、各直属机构，各有关单位：\n为加强某某工作，2014-2020年，经省政府同意，现就有关事项通知如下。\n" +
		"一、总体要求\n坚持统筹推进，全面落实各项任务，推动高质量发展 & 创新。\n- —1—\n- 某某文件汇编\n教育厅  牵头  1\n后文甲乙丙丁further words here\n- —2—\n- 某某文件汇编\n- —3—\n"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if got, want := f.Problems.Error(), "x.pdf: warning: codes of radicals were read as the characters that look the same (1)"; got != want {
		t.Errorf("problems %q, want %q", got, want)
	}
}

// TestLayoutRefused holds that text which nobody could read is none.
func TestLayoutRefused(t *testing.T) {
	for _, tt := range []struct{ layout, want string }{
		{"", "the PDF has no text: its pages (0) are pictures; "},
		{pageStart + at(1, 1, 9, "扫描件"), "the PDF has no text: its pages (1) are pictures; "},
		{pageStart + at(1, 1, 9, strings.Repeat("\uE001", 9)), "the PDF does not say which characters its fonts draw; "},
	} {
		if _, err := readLayout("x.pdf", tt.layout); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %s", tt.layout, err, tt.want)
		}
	}
}

func TestWriteNumber(t *testing.T) {
	for _, tt := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalFullWidth", 10, "１０"}, {"numberInDash", 3, "- 3 -"}, {"none", 3, ""},
		{"chineseCounting", 10, "十"}, {"chineseCountingThousand", 23, "二十三"}, {"taiwaneseCountingThousand", 105, "一百零五"},
		{"ideographDigital", 205, "二〇五"}, {"chineseLegalSimplified", 12, "拾贰"}, {"ideographTraditional", 10, "癸"}, {"ideographTraditional", 11, "11"}, {"ideographZodiac", 12, "亥"},
		{"decimalEnclosedCircle", 1, "①"}, {"decimalEnclosedCircleChinese", 50, "㊿"}, {"decimalEnclosedCircle", 51, "51"}, {"decimalEnclosedFullstop", 20, "⒛"},
		{"decimalEnclosedParen", 2, "⑵"}, {"decimalEnclosedParen", 21, "(21)"}, {"ideographEnclosedCircle", 3, "㊂"},
		{"upperLetter", 26, "Z"}, {"lowerLetter", 28, "bb"}, {"lowerLetter", 0, "0"}, {"upperRoman", 1999, "MCMXCIX"}, {"lowerRoman", 4, "iv"}, {"upperRoman", 4000, "4000"},
	} {
		if got, ok := writeNumber(tt.format, tt.n); got != tt.want || !ok {
			t.Errorf("%d as %s: %q, %v, want %q", tt.n, tt.format, got, ok, tt.want)
		}
	}
	if got, ok := writeNumber("hebrew1", 7); got != "7" || ok {
		t.Errorf("an unknown format: %q, %v", got, ok)
	}
}
