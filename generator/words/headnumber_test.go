package words

import "testing"

func TestPrintedNumber(t *testing.T) {
	tests := []struct{ text, printed, key string }{
		{"甲文[2031] 03号", "甲文〔2031〕03号", "甲文〔2031〕3号"},
		{"（甲字〔２０３１〕第 ３ 号）", "甲字〔2031〕第3号", "甲字〔2031〕3号"},
		{"甲政发(2031)17号", "甲政发〔2031〕17号", "甲政发〔2031〕17号"},
		{"(78)粮字412号", "〔78〕粮字412号", "〔78〕粮字412号"},
		{"((78)粮字412号)", "〔78〕粮字412号", "〔78〕粮字412号"},
		{"（1984）粮函字第33号", "〔1984〕粮函字第33号", "〔1984〕粮函字第33号"},
		{"粮（经）发〔1985〕8号", "粮（经）发〔1985〕8号", ""},
		{"粮发[84]12号", "粮发〔84〕12号", "粮发〔84〕12号"},
		{"〔2031〕第4号", "〔2031〕第4号", ""},
		{"甲市人民政府 令 第 12 号", "甲市人民政府令第12号", "甲市人民政府令第12号"},
		{"甲市人民政府令（第12号）", "甲市人民政府令第12号", "甲市人民政府令第12号"},
		{"甲市人民政府令〔2031〕第12号", "甲市人民政府令〔2031〕第12号", "甲市人民政府令〔2031〕12号"},
		{"中华人民共和国主席令(九届第37号)", "主席令九届第37号", "主席令九届第37号"},
		{"养老（2031）办法", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		printed := PrintedNumber(tt.text)
		if printed != tt.printed {
			t.Errorf("PrintedNumber(%q) = %q, want %q", tt.text, printed, tt.printed)
		}
		if key := NumberKey(printed); tt.key != "" && key != tt.key || printed == "〔2031〕第4号" && key != "" {
			t.Errorf("NumberKey(%q) = %q, want %q", printed, key, tt.key)
		}
	}
	if got := WithoutBareNumber("甲市人民政府公告〔2031〕第4号"); got != "甲市人民政府公告" {
		t.Errorf("WithoutBareNumber = %q", got)
	}
}
