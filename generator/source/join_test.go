package source

import (
	"testing"
)

func TestAnnexOf(t *testing.T) {
	for name, want := range map[string]string{
		"seeds/甲.附件1.xlsx": "seeds/甲 1", "seeds/甲.附件.docx": "seeds/甲 ", "甲.附件十二.txt": "甲 12", "甲.附件二十.txt": "甲 20", "甲.附件十.txt": "甲 10",
		"甲.annex-03.md": "甲 3", "甲.Annex4.md": "甲 4", "甲.附件 5 .md": "甲 5", "甲.附件１-２.md": "甲 1-2", "乙.v2.附件1.pdf": "乙.v2 1",
		"甲.txt": "", "甲附件1.txt": "", "seeds/.附件1.txt": "", ".附件1.txt": "", "甲.附件1表.txt": "", "甲.附件1": "",
	} {
		paper, number, ok := AnnexOf(name)
		if got := paper + " " + number; ok != (want != "") || ok && got != want {
			t.Errorf("AnnexOf(%q) = %q, %t, expected %q", name, got, ok, want)
		}
	}
}

func TestJoin(t *testing.T) {
	paper, annex := NewFile("甲.txt", "一\n二"), NewFile("甲.附件1.txt", "名\n\n单　三2\n")
	annex.Marks = []Mark{{Span: Span{len("名\n\n单　三"), len("名\n\n单　三2")}, Kind: Superscript}}
	annex.Noise = []Noise{{Span: Span{0, len("名")}, Reason: "页眉"}}
	f := Join(paper, annex)
	if want := "一\n二\n名\n\n单　三2\n"; f.Text != want {
		t.Errorf("text is %q", f.Text)
	}
	at := len("一\n二\n名\n\n单　")
	if got, want := f.Position(at), (Position{"甲.附件1.txt", 3, 3}); got != want || f.Offset(got) != at {
		t.Errorf("place is %v, back to %d, expected %v, %d", got, f.Offset(got), want, at)
	}
	if start, end := f.Characters(Span{at, at + len("三")}); start != 5 || end != 6 {
		t.Errorf("characters are %d to %d, expected 5 to 6", start, end)
	}
	if got := f.Raised(Span{at, len(f.Text)}); got != "三²\n" {
		t.Errorf("raised is %q", got)
	}
	only := f.Only(1)
	if len(only.Blocks) != 2 || only.Slice(only.Blocks[1].Span) != "单　三2" || only.Slice(only.Noise[0].Span) != "名" || only.Slice(only.Whole()) != annex.Text || only.Name != annex.Name {
		t.Errorf("the annex alone is %+v", only)
	}
	if first := f.Only(0); len(first.Blocks) != 2 || first.Text != paper.Text || len(first.Marks) > 0 {
		t.Errorf("the paper alone is %+v", first)
	}
	if files := paper.Files(); len(files) != 1 || files[0].File != paper || paper.Whole() != (Span{0, len(paper.Text)}) {
		t.Error("a file by itself is not its own one part")
	}
}
