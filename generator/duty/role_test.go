package duty_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/internal/facttest"
	"zhengce/generator/source"
)

// TestLeadOfTitle holds that 牵头 in the title of a paper tells nothing of its groups.
func TestLeadOfTitle(t *testing.T) {
	f, _ := facttest.Read(t, source.NewFile("x", "重点工作牵头单位和配合单位名单\n一、重点任务\n（一）办好实事。修路。（市交通局）\n"))
	if got := bodies(f.Assignments[0].Agencies); got != "市交通局 J" {
		t.Errorf("the group is %s", got)
	}
}

// TestBasis holds by which words the groups of a paper get their roles, and by which rule each was found.
func TestBasis(t *testing.T) {
	tests := []struct {
		text string
		want string
	}{
		{"修路。（市交通局、市财政局）", "bodies-in-brackets none「」 市交通局 J 市财政局 J"},
		{"修路。（责任单位：市交通局；配合单位：市财政局）", "bracket-with-label label「责任单位：」 市交通局 J 市财政局 S"},
		{"修路。（责任单位：市交通局；牵头单位：市财政局）", "bracket-with-label label「牵头单位：」 市交通局 S 市财政局 L"},
		{"修路。（牵头单位：市交通局；责任单位：市财政局）", "bracket-with-label label「牵头单位：」 市交通局 L 市财政局 S"},
		{"修路。（责任单位：市交通局（牵头）、市财政局）", "bracket-with-label lead-word「牵头」 市交通局 L 市财政局 S"},
		{"修路。（责任单位：市交通局牵头，市财政局配合）", "bracket-with-label lead-word「牵头」 市交通局 L 市财政局 S"},
		{"修路。（市交通局主抓，市财政局配合）", "bodies-in-brackets lead-word「主抓」 市交通局 L 市财政局 S"},
		{"修路。（市交通局负责，市财政局参与）", "bodies-in-brackets support-word「配合」 市交通局 J 市财政局 S"},
		{"修路。（市交通局牵头，全力保障农村公路的通行）", "sure-lead lead-word「牵头」 市交通局 L"},
		{"修路。责任单位：市交通局、市财政局", "label-in-text label「责任单位：」 市交通局 J 市财政局 J"},
		{"修路。责任单位：市财政局\n牵头单位：市交通局", "label-in-text label「牵头单位：」 市财政局 S 市交通局 L"},
		{"修路。牵头单位：市交通局\n主责单位：市财政局", "label-in-text label「牵头单位：」 市交通局 L 市财政局 L"},
		{"修路。牵头单位：市交通局\n配合单位：市财政局", "label-in-text label「牵头单位：」 市交通局 L 市财政局 S"},
		{"由市交通局牵头修路。", "led-in-sentence lead-word「牵头」 市交通局 L"},
		{"关于修路的建议，由市交通局研究提出办法。", "answered-by none「」 市交通局 J"},
		{"修路。（市交通局、市财政局，列第一位者为牵头单位，下同）造林。（市林业局）", "bodies-in-brackets position-rule「列第一位者为牵头单位」 市交通局 L 市财政局 S; bodies-in-brackets single「列第一位者为牵头单位」 市林业局 O"},
		{"修路。（市交通局、市财政局，列第一位者为牵头单位）\n造林。（市林业局、市财政局，排在首位的为牵头单位）",
			"bodies-in-brackets position-rule「列第一位者为牵头单位」 市交通局 L 市财政局 S; bodies-in-brackets position-rule「列第一位者为牵头单位」 市林业局 L 市财政局 S"},
		{"修路。（市交通局、市财政局，列第一位者为牵头单位）造林。（市林业局、市财政局参与）", "bodies-in-brackets position-rule「列第一位者为牵头单位」 市交通局 L 市财政局 S; bodies-in-brackets support-word「配合」 市林业局 S 市财政局 S"},
		{"修路。（市交通局、市财政局，列第一位者为牵头单位）造林。（市林业局及有关部门按职责分工负责）", "bodies-in-brackets position-rule「列第一位者为牵头单位」 市交通局 L 市财政局 S; bodies-in-brackets single「列第一位者为牵头单位」 市林业局 O"},
		{"修路。（市交通局。只明确一个部门的，其他部门配合）", "bodies-in-brackets single-rule「只明确一个部门的，其他部门配合」 市交通局 O"},
		{"修路。（责任单位：★市交通局、市财政局（牵头），带★的为牵头单位）", "bracket-with-label mark-rule「带★的为牵头单位」 市交通局 L 市财政局 L"},
		{"修路。（市交通局★、市财政局，带★的为牵头单位）造林。（市林业局、市财政局）", "bodies-in-brackets mark-rule「带★的为牵头单位」 市交通局 L 市财政局 S; bodies-in-brackets none「」 市林业局 J 市财政局 J"},
		{"修路。（市交通局牵头，市财政局配合）造林。（市林业局）", "bodies-in-brackets lead-word「牵头」 市交通局 L 市财政局 S; bodies-in-brackets single「」 市林业局 O"},
		{"修路。（市交通局牵头，市财政局配合）造林。（责任单位：市林业局）", "bodies-in-brackets lead-word「牵头」 市交通局 L 市财政局 S; bracket-with-label label「责任单位：」 市林业局 J"},
		{"修路。（市交通局牵头，市财政局配合）造林。（市林业局配合）", "bodies-in-brackets lead-word「牵头」 市交通局 L 市财政局 S; bodies-in-brackets support-word「配合」 市林业局 S"},
		{"修路（责任单位：市交通局、市财政局）再造林。", "bracket-with-label label「责任单位：」 市交通局 J 市财政局 J"},
		{"修路。（★市交通局、市财政局按职责分工负责，带★的为牵头单位）", "bodies-in-brackets mark-rule「带★的为牵头单位」 市交通局 L 市财政局 S"},
		{"修路。（牵头单位：★市交通局；配合单位：市财政局，带★的为牵头单位）", "bracket-with-label label「牵头单位：」 市交通局 L 市财政局 S"},
		{"修路。（责任单位：市交通局、市财政局（牵头）。列第一位者为牵头单位）", "bracket-with-label lead-word「牵头」 市交通局 S 市财政局 L"},
		{"修路。责任单位：市交通局\n配合单位：市财政局", "label-in-text label「责任单位：」 市交通局 J 市财政局 S"},
		{"修路。牵头单位：市交通局；配合单位：市财政局\n主责单位：市林业局", "label-in-text label「牵头单位：」 市交通局 L 市财政局 S 市林业局 L"},
		{"修路。（市交通局、市财政局，列第一位的为主责单位）造林。（市林业局）", "bodies-in-brackets position-rule「列第一位的为主责单位」 市交通局 L 市财政局 S; bodies-in-brackets single「列第一位的为主责单位」 市林业局 O"},
		{"修路。（★市交通局、市财政局，带★的为主责单位）造林。（市林业局）", "bodies-in-brackets mark-rule「带★的为主责单位」 市交通局 L 市财政局 S; bodies-in-brackets single「」 市林业局 O"},
		{"修路。（市交通局牵头）造林。（市林业局指导）", "bodies-in-brackets lead-word「牵头」 市交通局 L; bodies-in-brackets none「」 市林业局 J"},
	}
	for _, tt := range tests {
		f, _ := facttest.Read(t, source.NewFile("x", "重点工作方案\n一、重点任务\n（一）办好实事。"+tt.text+"\n"))
		var got []string
		for _, a := range f.Assignments {
			got = append(got, fmt.Sprintf("%s %s「%s」 %s", a.Found, a.Basis.Rule, a.Basis.Quote, bodies(a.Agencies)))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.text, strings.Join(got, "; "), tt.want)
		}
	}
}
