package numeral_test

import (
	"testing"

	"zhengce/generator/numeral"
)

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
		if got, ok := numeral.Write(tt.format, tt.n); got != tt.want || !ok {
			t.Errorf("%d as %s: %q, %v, want %q", tt.n, tt.format, got, ok, tt.want)
		}
	}
	if got, ok := numeral.Write("hebrew1", 7); got != "7" || ok {
		t.Errorf("an unknown format: %q, %v", got, ok)
	}
}
