package verify

import (
	"testing"

	"zhengce/generator/source"
)

// told returns a paper with an account: （一） is made, ≥ stands as >= in the file, one text is left out in two entries.
func told() *source.File {
	f := source.NewFile("seeds/one.docx", "（一）产量≥5吨\n残留\n")
	f.Account = source.Account{
		{Part: "a.xml", Text: "产量", Span: source.Span{Start: 9, End: 15}},
		{Part: "a.xml", Text: ">=", Span: source.Span{Start: 15, End: 18}},
		{Part: "a.xml", Text: "5", Span: source.Span{Start: 18, End: 19}},
		{Part: "a.xml", Text: " \n"},
		{Part: "a.xml", Text: "吨", Span: source.Span{Start: 19, End: 22}},
		{Part: "a.xml", Text: "残 留", Fate: source.AsNoise, Span: source.Span{Start: 23, End: 29}, Reason: "页码"},
		{Part: "b.xml", Text: "删", Fate: source.LeftOut, Reason: "修订"},
		{Part: "b.xml", Text: "去", Fate: source.LeftOut, Reason: "修订"},
	}
	f.Losses = []source.Loss{{Part: "b.xml", At: 3, Text: "失"}}
	return f
}

const toldFile = `{"document":"one","file":"seeds/one.docx","sha256":"","characters":8,"original":10,"lost":1,"entries":[` +
	`{"part":"a.xml","fate":"shown","start":3,"end":5},{"part":"a.xml","fate":"shown","start":5,"end":6,"text":">="},` +
	`{"part":"a.xml","fate":"shown","start":6,"end":8},{"part":"a.xml","fate":"noise","start":9,"end":11,"reason":"页码"},` +
	`{"part":"b.xml","fate":"left-out","text":"删去","reason":"修订"}],"made":[[0,3]],"losses":[{"part":"b.xml","at":3,"text":"失"}]}` + "\n"

// TestAccountFile changes every byte of an account file in turn: none goes unnoticed.
func TestAccountFile(t *testing.T) {
	p := &shown{document: "one", verbatim: "（一）产量≥5吨"}
	if err := compareAccount([]byte(toldFile), p, told()); err != nil {
		t.Fatal(err)
	}
	for i := range toldFile {
		for _, by := range []byte{toldFile[i] ^ 1, ' ', '1'} {
			data := []byte(toldFile)
			if data[i] == by {
				continue
			}
			data[i] = by
			if compareAccount(data, p, told()) == nil {
				t.Errorf("not noticed: %s", data)
			}
		}
		if compareAccount([]byte(toldFile[:i]+toldFile[i+1:]), p, told()) == nil {
			t.Errorf("not noticed: byte %d is missing", i)
		}
	}
}

// TestAccountOfSeed changes the account of the seed instead.
func TestAccountOfSeed(t *testing.T) {
	p := &shown{document: "one", verbatim: "（一）产量≥5吨"}
	for i := range told().Account {
		if source.Squeeze(told().Account[i].Text) == "" {
			continue
		}
		for name, change := range map[string]func(*source.Entry){
			"text":   func(e *source.Entry) { e.Text = "乙" },
			"fate":   func(e *source.Entry) { e.Fate = (e.Fate + 1) % 3 },
			"part":   func(e *source.Entry) { e.Part = "c.xml" },
			"reason": func(e *source.Entry) { e.Reason += "x" },
			"blank":  func(e *source.Entry) { e.Text = " " },
		} {
			f := told()
			change(&f.Account[i])
			if compareAccount([]byte(toldFile), p, f) == nil {
				t.Errorf("entry %d with another %s is not noticed", i, name)
			}
		}
	}
}

// TestLeftOut: texts are told apart by what stands between them and by their reasons.
func TestLeftOut(t *testing.T) {
	out := func(text, reason string) source.Entry {
		return source.Entry{Text: text, Fate: source.LeftOut, Reason: reason}
	}
	got := leftOut(source.Account{out("甲", "a"), out(" ", "b"), out("乙", "a"), {Text: "文"}, out("甲 乙", "a"), out("丙", "c"), {Text: " "}})
	if len(got) != 2 || got["甲乙"] != 2 || got["丙"] != 1 {
		t.Errorf("%v", got)
	}
}
