package document

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestOwnPart holds that closing words belong to the last part where its title says that it is about the paper itself.
func TestOwnPart(t *testing.T) {
	for _, tt := range []struct{ name, title, want string }{
		{"other rules", "二、其他规定", "本政策不重复享受。本政策自发布之日起施行。"},
		{"an annexed rule with a blank", "二、附　则", "本政策不重复享受。本政策自发布之日起施行。"},
		{"a period of validity", "二、有效期限", "本政策不重复享受。本政策自发布之日起施行。"},
		{"a task", "二、其他产业", "本政策不重复享受。"},
		{"an organ", "二、加强领导", "本政策不重复享受。"},
	} {
		f := source.NewFile("x.txt", "甲市店铺奖励政策\n一、奖励标准\n每店奖励一次。\n"+tt.title+"\n本政策不重复享受。\n本政策自发布之日起施行。\n")
		d, _ := Parse(f)
		got := ""
		for _, b := range d.Bodies[0].Sections[1].Blocks[1:] {
			got += strings.TrimSpace(f.Slice(b.Span))
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
