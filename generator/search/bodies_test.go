package search

import (
	"slices"
	"testing"
)

func TestNames(t *testing.T) {
	sentences := []sentence{{text: "由市发展改革委、省工业和信息化厅负责。"}, {text: "省环境保护厅、市科委牵头，各学科委员会参与。"}, {text: "市场监管局查处。"}}
	all := names(sentences, findPhrases(sentences, wide))
	printed := func(asked string) []string {
		for _, b := range all {
			if slices.Contains(b.Asked, asked) {
				return b.Printed
			}
		}
		return nil
	}
	for _, tt := range []struct {
		asked []string
		want  string
	}{
		{[]string{"发改委", "发展和改革委员会", "发展改革委员会", "发展改革委"}, "发展改革委"},
		{[]string{"工信厅", "工业信息化厅"}, "工业和信息化厅"},
		{[]string{"生态环境厅", "环保厅"}, "环境保护厅"},
		{[]string{"科学技术委员会", "科委"}, "科委"},
		{[]string{"市监局", "市场监督管理局"}, "市场监管局"},
	} {
		for _, asked := range tt.asked {
			if !slices.Contains(printed(asked), tt.want) {
				t.Errorf("%s is not found as %s but %v", asked, tt.want, printed(asked))
			}
		}
	}
	for _, asked := range []string{"发改局", "财政厅", "环保部"} {
		if p := printed(asked); p != nil {
			t.Errorf("%s is found as %v", asked, p)
		}
	}
}

// TestNamesOfNation: an old name of a national body finds that only, not those of provinces, and what is national by its
// ending finds it under all names.
func TestNamesOfNation(t *testing.T) {
	sentences := []sentence{{text: "国家发展改革委、市发展改革委。"}, {text: "银保监会、中央宣传部、税务总局、商务部。"}}
	all := names(sentences, findPhrases(sentences, wide))
	for asked, want := range map[string][]string{
		"国家发展计划委员会":     {"国家发展改革委"},
		"发改委":           {"发展改革委"},
		"中国银行保险监督管理委员会": {"银保监会", "银保监"},
		"中宣部":           {"中央宣传部"},
		"国家税务总局":        {"税务总局"},
		"外经贸部":          {"商务部"},
	} {
		var got []string
		for _, b := range all {
			if slices.Contains(b.Asked, asked) {
				got = append(got, b.Printed...)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is found as %v, not %v", asked, got, want)
		}
	}
}

func TestNamesAfterReform(t *testing.T) {
	sentences := []sentence{{text: "报省国土资源厅；工商局、质监局另行规定。"}, {text: "市场监管局查处。"}}
	all := names(sentences, findPhrases(sentences, wide))
	for _, tt := range []struct{ asked, want string }{{"自然资源厅", "国土资源厅"}, {"市场监管局", "工商局"}, {"质监局", "市场监管局"}} {
		i := slices.IndexFunc(all, func(b bodies) bool { return slices.Contains(b.Asked, tt.asked) })
		if i < 0 || !slices.Contains(all[i].Printed, tt.want) {
			t.Errorf("%s does not find %s", tt.asked, tt.want)
		}
	}
	i := slices.IndexFunc(all, func(b bodies) bool { return slices.Contains(b.Asked, "工商局") })
	if slices.Contains(all[i].Printed, "质监局") {
		t.Error("two bodies that became one are one body")
	}
}

func TestMostlyWord(t *testing.T) {
	for text, want := range map[string]bool{"市科委、科委": true, "学科委员会，多学科委托": false, "": false, "农民委托": false} {
		word := "科委"
		if text == "农民委托" {
			word = "民委"
		}
		if got := mostlyWord(text, word); got != want {
			t.Errorf("mostlyWord(%s, %s) = %t", text, word, got)
		}
	}
}

func TestSoundsOf(t *testing.T) {
	got := soundsOf([]string{"发改委", "发展和改革委员会"})
	if !slices.Equal(got, []string{"fgw", "fagaiwei"}) {
		t.Errorf("sounds %v", got)
	}
}
