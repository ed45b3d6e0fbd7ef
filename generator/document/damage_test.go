package document_test

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestLostCharacters: a blank inside of words is told of, one that pads a name of two characters is not.
func TestLostCharacters(t *testing.T) {
	const rest = "，要把试点示范的各项任务分解到岗位、落实到人头，每季度末向专项工作组报告一次进展情况，并在年底前形成总结材料。"
	tests := []struct {
		text string
		want int
	}{
		{"由王 勇、李 娜、欧阳 明三位同志牵头" + rest, 0},
		{"组长为王 勇，副组长为李 娜、赵 敏" + rest, 0},
		{"成员王 勇、戚 敏，办公室主任由赵 刚兼任" + rest, 0}, // 戚 is no surname that we know, but nothing stands beside the name
		{"市委办公室 市政府办公室定期督查" + rest, 0},
		{"由高 质量发展转入智能化" + rest, 1}, // no name ends here
		{"委托办公室 承办各项工作" + rest, 1}, // no body follows
		{"工作专班：王 勇、李 娜、赵 敏（兼）" + rest, 0},
		{"王 勇，李 娜" + rest, 0},
		{"推进“互联网 ”行动、王 勇" + rest, 1},
		{"采用基金 基地方式" + rest, 1},
		{"落实、高 质量发展要求" + rest, 1}, // 高 is a surname, but no name ends here
	}
	for _, test := range tests {
		_, errs := parse(t, source.NewFile("a.txt", "关于推进试点示范的通知\n\n一、总体要求\n\n"+test.text+"\n"))
		var got []string
		for _, e := range errs {
			if s := e.Error(); strings.Contains(s, "a blank stands inside") {
				got = append(got, s)
			}
		}
		if len(got) != test.want {
			t.Errorf("%s: %d doubts, want %d:\n%s", test.text, len(got), test.want, strings.Join(got, "\n"))
		}
	}
}
