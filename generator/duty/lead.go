package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

var (
	// leading is 牵头; before a noun, in 省新型显示产业专班牵头单位, it is part of a name.
	leading = pattern.MustCompile(`总?牵头`)
	// mainly says as 牵头 does who leads: 「市财政局为主，市审计局协助」.
	mainly = pattern.MustCompile(`为主|主抓`)
	// jointly stands between the body that leads and those with which it does so.
	jointly = pattern.MustCompile(`会同|会商`)
)

// leadRules tell which words of a list without labels say who leads.
var leadRules = policy.Decisions[string]{
	{
		Rule: policy.Rule{
			Name: "lead-verb", Verdict: policy.AsRole, Says: "“牵头”之前的部门牵头，之后的部门配合",
			Takes: "查好账。（〔市财政局〕牵头，市审计局负责）", Leaves: "查好账。（〔市财政局〕、市审计局负责）",
		},
		Holds: func(list string) bool { return leadVerb(list) != nil },
	},
	{
		// After lead-verb: 「以市级为主，市财政局牵头」.
		Rule: policy.Rule{
			Name: "mainly-verb", Verdict: policy.AsRole, Says: "“为主”“主抓”之前的部门牵头，之后的部门配合",
			Takes: "查好账。（〔市财政局〕为主，市审计局协助）", Leaves: "查好账。（〔市财政局〕指导，市审计局协助）",
		},
		Holds: func(list string) bool { return mainly.MatchString(list) },
	},
	{
		// After lead-verb and mainly-verb: 「市财政局牵头，会同市审计局」.
		Rule: policy.Rule{
			Name: "together-verb", Verdict: policy.AsRole, Says: "“会同”“会商”之前的部门牵头，之后的部门配合",
			Takes: "查好账。（〔市财政局〕会同市审计局负责）", Leaves: "查好账。（〔市财政局〕和市审计局负责）",
		},
		Holds: func(list string) bool { return togetherVerb(list) != nil },
	},
}

// leadPlaces return where the word of a rule stands.
var leadPlaces = map[string]func(list string) []int{"lead-verb": leadVerb, "mainly-verb": mainly.FindStringIndex, "together-verb": togetherVerb}

// readList reads a list without labels.
func (f *finder) readList(content string, at int) reading {
	rule, ok := first(f, leadRules, content, source.Span{Start: at, End: at + len(content)})
	if !ok {
		return f.readClauses(content, at)
	}
	return f.readLead(content, at, leadPlaces[rule.Name](content))
}

// leadVerb returns the place of 牵头 as a verb, or nil; 「市教育局（牵头）」 is read with its name.
func leadVerb(list string) []int {
	list = blankRemarks(list)
	for _, m := range leading.FindAllStringIndex(list, -1) {
		if !roleNoun.MatchString(list[m[1]:]) {
			return m
		}
	}
	return nil
}

// togetherVerb returns the place of 会同 behind a body, or nil.
func togetherVerb(list string) []int {
	for _, m := range jointly.FindAllStringIndex(list, -1) {
		if sureBody(lastItem(list[:m[0]])) && !strings.HasPrefix(list[m[1]:], "会") { // 行业协会商会
			return m
		}
	}
	return nil
}

// readLead reads 「A牵头，B、C等部门按职责分工负责」 and 「A会同B负责」: those before the word at lead, the others
// support. What stands before their clause and what another clause with a lead says is read by itself:
// 「A参与；B牵头，C配合；D牵头，E配合」.
func (f *finder) readLead(content string, at int, lead []int) reading {
	start, end := clauseStart(content[:lead[0]]), len(content)
	if next := leadVerb(content[lead[1]:]); next != nil {
		end = lead[1] + clauseStart(content[lead[1]:lead[1]+next[0]])
	}
	var out reading
	if start > 0 {
		out = f.readList(content[:start], at)
	}
	leads := withWord(membersOf(content[start:lead[0]], at+start), policy.Lead)
	out.members = append(out.members, leads...)
	out.members = append(out.members, withWord(membersBehind(leads, content[lead[1]:end], at+lead[1]), policy.Support)...)
	out.words = policy.Basis{Rule: "lead-word", Quote: content[lead[0]:lead[1]], Span: source.Span{Start: at + lead[0], End: at + lead[1]}}
	if end < len(content) {
		out.members = append(out.members, f.readList(content[end:], at+end).members...)
	}
	return out
}

// clauseStart returns where the last clause of a list begins: behind a semicolon, or behind a verb with a comma.
func clauseStart(list string) int {
	start := 0
	for _, m := range clauseBreak.FindAllStringIndex(blankRemarks(list), -1) {
		start = m[1]
	}
	return start
}

// blankRemarks returns a list with blanks in the place of the brackets inside it.
func blankRemarks(content string) string {
	out := []byte(content)
	for _, b := range bracketsIn(content) {
		for i := b.start; i < b.end; i++ {
			out[i] = ' '
		}
	}
	return string(out)
}

// lastItem returns the last item of a list.
func lastItem(list string) string {
	t := tokens(list)
	last := t[len(t)-1]
	return list[last.start:last.end]
}
