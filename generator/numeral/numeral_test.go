package numeral_test

import (
	"strings"
	"testing"

	"zhengce/generator/numeral"
)

func TestParse(t *testing.T) {
	tests := []struct {
		text string
		want int // -1 where it is no number
	}{
		{"一", 1}, {"十", 10}, {"十一", 11}, {"二十", 20}, {"二十三", 23}, {"九十九", 99},
		{"一百", 100}, {"一百零五", 105}, {"一百一十", 110}, {"二百五", 250}, {"两千", 2000}, {"三千零五十", 3050},
		{"一万", 10_000}, {"三万五", 35_000}, {"十二万三千", 123_000}, {"一亿", 100_000_000}, {"九千亿", 900_000_000_000}, {"七万亿", -1},
		{"二○一五", 2015}, {"二〇二〇", 2020}, {"零", 0}, {"〇", 0}, {"一二", 12},
		{"贰拾叁", 23}, {"23", 23}, {"２３", 23}, {"2０", 20}, {"007", 7},
		{"", -1}, {"百", -1}, {"百十", -1}, {"一是", -1}, {"1.5", -1}, {"-3", -1}, {"万", -1}, {"三 十", -1}, {"x", -1},
		{"9999999999999999999999", -1},
	}
	for _, tt := range tests {
		got, ok := numeral.Parse(tt.text)
		if !ok {
			got = -1
		}
		if got != tt.want {
			t.Errorf("Parse(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestFormat(t *testing.T) {
	for n, want := range map[int]string{0: "零", 1: "一", 10: "十", 11: "十一", 20: "二十", 23: "二十三", 100: "一百", 105: "一百零五", 110: "一百一十", 1000: "一千", 1001: "一千零一", 1010: "一千零一十", 9999: "九千九百九十九"} {
		if got := numeral.Format(n); got != want {
			t.Errorf("Format(%d) = %s, want %s", n, got, want)
		}
	}
	for n := range 10_000 {
		if got, ok := numeral.Parse(numeral.Format(n)); !ok || got != n {
			t.Fatalf("%d is written %s and read as %d, %v", n, numeral.Format(n), got, ok)
		}
	}
}

func TestReadMark(t *testing.T) {
	tests := []struct {
		text string
		want numeral.Mark
		mark string // the mark as it stands; empty for none
	}{
		{"一、总体要求", numeral.Mark{Style: numeral.Comma, N: 1}, "一、"},
		{"二十一、附则", numeral.Mark{Style: numeral.Comma, N: 21}, "二十一、"},
		{"一．总则", numeral.Mark{Style: numeral.Comma, N: 1}, "一．"},
		{"二. 任务", numeral.Mark{Style: numeral.Comma, N: 2}, "二."},
		{"三.八节", numeral.Mark{}, ""},
		{"（一）、落实", numeral.Mark{Style: numeral.Bracket, N: 1}, "（一）、"},
		{"（一）、（二）两类", numeral.Mark{}, ""},
		{"1 、加强", numeral.Mark{Style: numeral.Dot, N: 1}, "1 、"},
		{"一、三年目标", numeral.Mark{Style: numeral.Comma, N: 1}, "一、"},
		{"一、二季度目标", numeral.Mark{}, ""},
		{"一、二、三产业融合", numeral.Mark{}, ""},
		{"(—)重大意义", numeral.Mark{Style: numeral.Bracket, N: 1}, "(—)"},
		{"（——）", numeral.Mark{}, ""},
		{"（三） 推进", numeral.Mark{Style: numeral.Bracket, N: 3}, "（三）"},
		{"(一)重大意义", numeral.Mark{Style: numeral.Bracket, N: 1}, "(一)"},
		{"（ 十二 ）", numeral.Mark{Style: numeral.Bracket, N: 12}, "（ 十二 ）"},
		{"（一)混用", numeral.Mark{Style: numeral.Bracket, N: 1}, "（一)"},
		{"1.创新引领", numeral.Mark{Style: numeral.Dot, N: 1}, "1."},
		{"1．创新", numeral.Mark{Style: numeral.Dot, N: 1}, "1．"},
		{"１２、创新", numeral.Mark{Style: numeral.Dot, N: 12}, "１２、"},
		{"（1）建立", numeral.Mark{Style: numeral.DotBracket, N: 1}, "（1）"},
		{"1）建立", numeral.Mark{Style: numeral.DotBracket, N: 1}, "1）"},
		{"①支持", numeral.Mark{Style: numeral.Circle, N: 1}, "①"},
		{"⑳支持", numeral.Mark{Style: numeral.Circle, N: 20}, "⑳"},
		{"⑴支持", numeral.Mark{Style: numeral.DotBracket, N: 1}, "⑴"},
		{"⒈支持", numeral.Mark{Style: numeral.Dot, N: 1}, "⒈"},
		{"第三条 国家", numeral.Mark{Style: numeral.Article, N: 3}, "第三条"},
		{"第十二条", numeral.Mark{Style: numeral.Article, N: 12}, "第十二条"},
		{"二 、支持范围", numeral.Mark{Style: numeral.Comma, N: 2}, "二 、"},
		{"第 3 条 国家", numeral.Mark{Style: numeral.Article, N: 3, Arabic: true}, "第 3 条"},
		{"第 1 2 条　国家", numeral.Mark{Style: numeral.Article, N: 12, Arabic: true}, "第 1 2 条"},
		{"第 十 二 条", numeral.Mark{Style: numeral.Article, N: 12}, "第 十 二 条"},
		{"第二章 规划", numeral.Mark{Style: numeral.Chapter, N: 2}, "第二章"},
		{"第1节", numeral.Mark{Style: numeral.SectionNo, N: 1}, "第1节"},
		{"第一部分 背景", numeral.Mark{Style: numeral.Division, N: 1}, "第一部分"},
		{"第二篇 健康生活", numeral.Mark{Style: numeral.Volume, N: 2}, "第二篇"},
		{"第一编 总则", numeral.Mark{Style: numeral.Book, N: 1}, "第一编"},
		{"壹、支持范围", numeral.Mark{Style: numeral.Grand, N: 1}, "壹、"},
		{"拾贰 、附则", numeral.Mark{Style: numeral.Grand, N: 12}, "拾贰 、"},
		{"壹佰元、贰佰元", numeral.Mark{}, ""},
		{"", numeral.Mark{}, ""},
		{"1.5万元", numeral.Mark{}, ""},
		{"3.2019年底前", numeral.Mark{Style: numeral.Dot, N: 3}, "3."},
		{"1.2019项", numeral.Mark{}, ""},
		{"１．５万元", numeral.Mark{}, ""},
		{"2015年", numeral.Mark{}, ""},
		{"2015.", numeral.Mark{}, ""},
		{"一是加强", numeral.Mark{}, ""},
		{"一批企业", numeral.Mark{}, ""},
		{"（含县级市）", numeral.Mark{}, ""},
		{"（一", numeral.Mark{}, ""},
		{"第一部法律", numeral.Mark{}, ""},
		{"第三方机构", numeral.Mark{}, ""},
		{"第", numeral.Mark{}, ""},
		{"零、", numeral.Mark{}, ""},
		{"总体要求", numeral.Mark{}, ""},
	}
	for _, tt := range tests {
		got, n := numeral.ReadMark(tt.text)
		if got != tt.want || tt.text[:n] != tt.mark {
			t.Errorf("ReadMark(%q) = %v %q, want %v %q", tt.text, got, tt.text[:n], tt.want, tt.mark)
		}
	}
}

func TestMarkString(t *testing.T) {
	for want, m := range map[string]numeral.Mark{
		"一": {Style: numeral.Comma, N: 1}, "（十二）": {Style: numeral.Bracket, N: 12}, "3": {Style: numeral.Dot, N: 3}, "（3）": {Style: numeral.DotBracket, N: 3},
		"⑳": {Style: numeral.Circle, N: 20}, "（21）": {Style: numeral.Circle, N: 21}, "第二章": {Style: numeral.Chapter, N: 2}, "第一节": {Style: numeral.SectionNo, N: 1},
		"第一百零五条": {Style: numeral.Article, N: 105}, "第3条": {Style: numeral.Article, N: 3, Arabic: true}, "第三部分": {Style: numeral.Division, N: 3}, "第三篇": {Style: numeral.Volume, N: 3}, "第三编": {Style: numeral.Book, N: 3}, "拾贰": {Style: numeral.Grand, N: 12}, "": {},
	} {
		if got := m.String(); got != want {
			t.Errorf("%+v is written %q, want %q", m, got, want)
		}
	}
}

// FuzzMark reads what was written: a mark of any style and number, written and followed by any
// text, gives style and number back.
func FuzzMark(f *testing.F) {
	f.Add(int(numeral.Comma), 1, "总体要求")
	f.Add(int(numeral.Dot), 12, "5万元")
	f.Add(int(numeral.Article), 105, "")
	f.Add(int(numeral.Circle), 20, "）")
	f.Fuzz(func(t *testing.T, style, n int, rest string) {
		m := numeral.Mark{Style: numeral.Style(style), N: n}
		if m.Style <= numeral.None || m.Style > numeral.Circle || n < 1 || n > 999 || m.Style == numeral.Circle && n > 20 {
			return
		}
		written := m.String()
		switch m.Style {
		case numeral.Comma:
			written += "、"
		case numeral.Dot:
			written += "． " // a digit right after the point would make it 1.5
		}
		got, length := numeral.ReadMark(written + rest)
		if got != m || length != len(strings.TrimSuffix(written, " ")) {
			t.Errorf("%q is read as %+v of %d bytes, want %+v of %d", written+rest, got, length, m, len(written))
		}
	})
}

// FuzzParse holds that no text makes Parse panic, and that what it reads can be written and read again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"二十三", "一百零五", "三万五", "二○一五", "２３", "七万亿", "一是"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, ok := numeral.Parse(text)
		if !ok {
			return
		}
		if n < 0 {
			t.Fatalf("Parse(%q) = %d", text, n)
		}
		if n < 10_000 {
			if again, ok := numeral.Parse(numeral.Format(n)); !ok || again != n {
				t.Errorf("%q is %d, written %s, read %d", text, n, numeral.Format(n), again)
			}
		}
		numeral.ReadMark(text)
	})
}
