package table

import "testing"

func TestGuard(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{"", ""},
		{"市财政局", "市财政局"},
		{"2020—2025年", "2020—2025年"},
		{"=HYPERLINK(1)", "'=HYPERLINK(1)"},
		{"+86", "'+86"},
		{"-5", "'-5"},
		{"@sum", "'@sum"},
		{"\t=1", "'\t=1"},
		{"\r=1", "'\r=1"},
		{"a=1", "a=1"},
		{"　=1", "'　=1"},
		{"\n+1", "'\n+1"},
		{"＝1＋1", "'＝1＋1"},
		{"－5", "'－5"},
		{"＠SUM", "'＠SUM"},
		{" 甲", " 甲"},
		{"", ""},
	} {
		if got := Guard(tt.cell); got != tt.want {
			t.Errorf("Guard(%q) = %q, want %q", tt.cell, got, tt.want)
		}
	}
}

func TestCSV(t *testing.T) {
	rows := [][]string{{"-甲,乙", "-5"}, {"他说\"好\"", ""}}
	got, err := CSV([]string{"=名称", "数"}, rows, func(column int) bool { return column == 1 })
	if want := "\uFEFF'=名称,数\r\n\"'-甲,乙\",-5\r\n\"他说\"\"好\"\"\",\r\n"; err != nil || string(got) != want {
		t.Errorf("got %q, %v\nwant %q", got, err, want)
	}
	if rows[0][0] != "-甲,乙" {
		t.Error("the rows were changed")
	}
	got, err = CSV([]string{"数"}, [][]string{{"-5"}}, nil)
	if want := "\uFEFF数\r\n'-5\r\n"; err != nil || string(got) != want {
		t.Errorf("with no plain columns: got %q, %v, want %q", got, err, want)
	}
}
