package pages

import (
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
)

// TestRuleBook holds that the book shows every rule with its two sentences, and names what follows.
func TestRuleBook(t *testing.T) {
	c := &catalog.Catalog{Rules: extract.Rules(), Roles: policy.RoleCount{}}
	pages := ruleBook(c)
	if len(pages) != 1+len(c.Rules) {
		t.Errorf("a library without findings has %d pages of rules", len(pages))
	}
	rows := 0
	for i, p := range pages {
		for _, table := range p.tables {
			rows += len(table.rows)
		}
		if i > 0 && !strings.Contains(pages[0].body.String(), "(/"+p.path+")") {
			t.Errorf("the book does not lead to %s", p.path)
		}
	}
	rules := 0
	for _, chapter := range c.Rules {
		for _, r := range chapter.Rules {
			rules++
			if verdictNames[r.Verdict] == "" {
				t.Errorf("verdict %q of rule %s has no name", r.Verdict, r.Name)
			}
			if r.Name != policy.ByEditor.Name && (!strings.Contains(r.Takes, "〔") || !strings.Contains(r.Leaves, "〔")) {
				t.Errorf("rule %s has no sentences", r.Name)
			}
		}
	}
	if rows != rules {
		t.Errorf("the book shows %d of %d rules", rows, rules)
	}
}

func TestExample(t *testing.T) {
	got := example("一、现状\n全市就诊率达到〔85〕%。")
	if want := `一、现状 / 全市就诊率达到[85](# "mark")%。`; got.md != want {
		t.Errorf("got %s, want %s", got.md, want)
	}
	if got.text != "一、现状 / 全市就诊率达到85%。" {
		t.Errorf("plain text %q", got.text)
	}
}
