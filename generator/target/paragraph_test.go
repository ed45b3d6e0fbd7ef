package target

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestFold compares the form in which text is compared.
func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"１Ａ ｚ％": "1Az%", "1,000,5": "1,000，5", ",1000": "，1000", "甲,000": "甲，000", "1,00": "1，00", "1,0000": "1，0000",
		"4∶3，甲：3，4：甲": "4:3，甲：3，4：甲", "甲.乙": "甲。乙", "1.5": "1.5", "a.b": "a.b", "甲…..": "甲…。.", ".5": ".5",
	} {
		if got := newParagraph(text, source.Span{Start: 0, End: len(text)}).s; got != want {
			t.Errorf("%s is folded to %s, want %s", text, got, want)
		}
	}
}

// TestSentences compares where sentences end.
func TestSentences(t *testing.T) {
	for _, text := range []string{
		"改造道路（市住建局牵头）|新建学校。|办好学校",
		"改造道路（含小区）新建学校。|",
		"改造道路（市住建局牵头），新建学校。|",
		"改造（道路（市住建局牵头）新建）|学校。|",
		"改造（道路。|学校）新建！|",
		"改造）道路，（（（（（（（学校）|",
	} {
		whole := strings.ReplaceAll(text, "|", "")
		p := newParagraph(whole, source.Span{Start: 0, End: len(whole)})
		var got []string
		for _, s := range p.sentences {
			got = append(got, p.s[s.start:s.end])
		}
		if strings.Join(got, "|") != strings.TrimSuffix(text, "|") {
			t.Errorf("%s: sentences %q", text, got)
		}
	}
}

// TestClauses compares the clauses around a number in a text.
func TestClauses(t *testing.T) {
	for text, want := range map[string]string{
		"甲，乙（丙，丁5，戊）己，庚": "丙 丁5 戊", "甲，乙5（丙），丁": "甲 乙5（丙） 丁", "甲。乙5。丙": " 乙5 ",
	} {
		p := newParagraph(text, source.Span{Start: 0, End: len(text)})
		c := p.clause(strings.Index(p.s, "5"))
		if got := p.text(c.prev) + " " + p.s[c.start:c.end] + " " + p.text(c.next); got != want {
			t.Errorf("%s: clauses %q, want %q", text, got, want)
		}
	}
}

// TestNames counts numbers outside of titles, quotations and the like.
func TestNames(t *testing.T) {
	for text, want := range map[string]string{
		"《5个》6个": "6个 count", "“5个”‘6个’〔7个〕8个": "8个 count", "《5个，6个": "5个 count; 6个 count", "《5个《6个》": "",
		"“" + strings.Repeat("甲", 21) + "5个”": "5个 count", "《" + strings.Repeat("甲", 21) + "5个》": "",
	} {
		if got := readAll(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
