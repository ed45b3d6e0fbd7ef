package source

import (
	"slices"
	"strings"
	"testing"
)

func TestDoubts(t *testing.T) {
	f := NewFile("seeds/x.docx", "甲\n")
	f.Losses = []Loss{{"word/header1.xml", 120, "机 密"}, {"", 7, strings.Repeat("长", 100)}}
	if n := f.Lost(); n != 102 {
		t.Errorf("%d characters lost, want 102", n)
	}
	doubts := f.Doubts()
	if want := `seeds/x.docx: text of word/header1.xml at 120 stands nowhere on the page (2 characters): "机密"`; doubts[0].Error() != want {
		t.Errorf("%s\nwant %s", doubts[0], want)
	}
	if want := `seeds/x.docx: text of the file at 7 stands nowhere on the page (100 characters): "` + strings.Repeat("长", lossRunes) + `"`; doubts[1].Error() != want {
		t.Errorf("%s\nwant %s", doubts[1], want)
	}
	if doubts.Err() != nil || len(doubts.Losses()) != 2 || doubts[0].Severity.String() != "error" {
		t.Error("a loss is an error that stops nothing by itself")
	}
}

func TestMade(t *testing.T) {
	f := NewFile("x", "一、总则\n二、 附则\n")
	if f.Made() != nil {
		t.Error("a file without an account has nothing that is known to be made")
	}
	f.Account = Account{{Text: "总则", Span: Span{6, 12}}, {Text: "附则", Span: Span{20, 26}}, {Text: "删", Fate: LeftOut, Span: Span{0, 3}}, {Text: "外", Span: Span{5, 99}}}
	if got := f.Made(); !slices.Equal(got, []Span{{0, 6}, {13, 19}}) {
		t.Errorf("made = %v", got)
	}
	if n := f.Account.Characters(); n != 6 {
		t.Errorf("the account holds %d characters, want 6", n)
	}
}
