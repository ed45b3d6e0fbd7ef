// Package ruletest holds, for tests, that rules do what their sentences say and that each is needed.
package ruletest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Decide reads d and returns the names of the rules that decided about what stands at the byte offset
// at, and what came of it in words that differ where the result does.
type Decide func(d *document.Document, at int) (by []string, outcome string)

// Run reads the two sentences of each rule, each in a clause of a paper: it must decide in the first
// and not in the second, and the first must come out otherwise while the rule does not hold.
func Run(t *testing.T, chapters []policy.Chapter, decide Decide) { RunAs(t, chapters, clause, decide) }

// RunAs is Run for sentences that need another paper around them; as makes the text of one.
func RunAs(t *testing.T, chapters []policy.Chapter, as func(sentence string) string, decide Decide) {
	seen := map[string]bool{}
	for _, chapter := range chapters {
		if chapter.Name == "" || chapter.Title == "" || chapter.About == "" || len(chapter.Rules) == 0 {
			t.Errorf("chapter %q lacks its title, what it is about or its rules", chapter.Name)
		}
		for _, r := range chapter.Rules {
			t.Run(chapter.Name+"/"+r.Name, func(t *testing.T) {
				if seen[r.Name] || !name.MatchString(r.Name) || r.Says == "" || strings.HasSuffix(r.Says, "。") || r.Verdict == "" {
					t.Errorf("rule %q stands twice or lacks a proper name, verdict or saying", r.Name)
				}
				seen[r.Name] = true
				run(t, r, as, decide)
			})
		}
	}
}

var name = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

func run(t *testing.T, r policy.Rule, as func(string) string, decide Decide) {
	t.Helper()
	d, at := paper(t, as(r.Takes))
	by, outcome := decide(d, at)
	if !slices.Contains(by, r.Name) {
		t.Errorf("%s\nis decided by %q (%s), not by %s", r.Takes, by, outcome, r.Name)
	}
	policy.Without(r.Name, func() {
		if without, same := decide(d, at); same == outcome {
			t.Errorf("%s\ncomes out as %q also without %s, by %q", r.Takes, same, r.Name, without)
		}
	})
	d, at = paper(t, as(r.Leaves))
	if by, outcome := decide(d, at); slices.Contains(by, r.Name) {
		t.Errorf("%s\nis decided by %s (%s), which should leave it", r.Leaves, r.Name, outcome)
	}
}

// Paper reads a sentence of a rule as Run does, and returns the place that it marks.
func Paper(t *testing.T, sentence string) (d *document.Document, at int) {
	t.Helper()
	return paper(t, clause(sentence))
}

// clause makes a paper of 甲市, signed 2021-03-01, of a sentence of a rule. One of a single line stands in a
// clause behind its title; one of several brings its own headings.
func clause(sentence string) string {
	if !strings.Contains(sentence, "\n") {
		sentence = "一、重点任务\n（一）抓好落实。" + sentence
	}
	return "甲市重点工作方案\n" + sentence + "\n\n甲市人民政府\n2021年3月1日\n"
}

// paper reads a text and returns the place in it that is marked with 〔〕.
func paper(t *testing.T, text string) (d *document.Document, at int) {
	t.Helper()
	if strings.Count(text, "〔") != 1 || strings.Count(text, "〕") != 1 {
		t.Fatalf("%q marks no place with 〔〕, or several", text)
	}
	at = strings.Index(text, "〔")
	text = strings.NewReplacer("〔", "", "〕", "").Replace(text)
	d, _ = document.Parse(source.NewFile("rule.txt", text))
	if d.File.Text != text {
		t.Fatalf("the text of %q is not kept as it stands", text)
	}
	return d, at
}
