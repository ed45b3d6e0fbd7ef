package duty

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	// bareLabel is a line that is nothing but a label.
	bareLabel = words.Spaced(`^(?:` + labelForms + `)$`)
	// openNames is a bracket of bodies that is broken over lines.
	openNames = words.Spaced(`^.\s*(?:` + labelForms + `)|^.[^。；;\n]*(?:[、，](?:\n|$)|牵头)`)
	// openList is a line that ends in the middle of the list behind a label.
	openList = words.Spaced(`(?:^|[。；;\s])(?:` + labelForms + `)[^。；;]*[、，]$`)
)

// lineLabelRules tell which labels in running text have bodies behind them.
var lineLabelRules = policy.Decisions[[]member]{
	{
		Rule: policy.Rule{
			Name: "label-in-text", Verdict: policy.Take, Says: "正文里的标签之后写的是部门，到句号为止是责任分工",
			Takes: "修好水管。〔责任单位：市住建局、市财政局〕", Leaves: "上好课。〔责任单位：按要求做好课程安排〕",
		},
		Holds: func(list []member) bool {
			sure, unknown := count(list)
			return namesSome(list) && (sure > 0 || len(list) > 2*unknown && mayBeNames(list))
		},
	},
}

// bullets stand before labels, as asterisks do in Markdown.
const bullets = "*●■◆▪•▲"

// labelGroup reads a list behind a label that stands in no bracket, to the end of its sentence.
func (f *finder) labelGroup(text string, at, start int) (group, bool) {
	content := f.toListEnd(text[start:], at+start)
	g := group{Span: source.Span{Start: at + start, End: at + start + len(content)}, label: true}
	head := len(division.FindString(content))
	g.reading = f.readGroup(f.trimStated(content[head:], at+start+head), at+start+head)
	rule, ok := first(f, lineLabelRules, g.members, g.Span)
	if r, n := utf8.DecodeLastRuneInString(text[:start]); brackets[r] != 0 {
		g.Start -= n // a bracket that is never closed
	}
	g.Start -= start - len(strings.TrimRight(text[:start], bullets)) // of a label in bold or behind a bullet
	g.found = rule.Name
	return g, ok
}

// toListEnd returns text, which begins with a label and stands at the byte offset at of the file, to the end of the
// list: to the full stop, or to a semicolon behind which something else is said: 「一是修路，责任单位：市交通局；二是种树，…」.
func (f *finder) toListEnd(text string, at int) string {
	text, _, _ = strings.Cut(text, "。")
	for from := 0; ; {
		i := strings.Index(text[from:], "；")
		if i < 0 {
			return text
		}
		from += i + len("；")
		if !f.listGoesOn(text[from:], at+from) {
			return text[:from-len("；")]
		}
	}
}

// listGoesOn reports whether a list goes on with text: with a body, a label, a field or what bodies do.
func (f *finder) listGoesOn(text string, at int) bool {
	next, _, _ := strings.Cut(text, "；")
	if strings.TrimSpace(next) == "" || namesBody(firstWord(next)) || otherField.MatchString(next) && strings.HasPrefix(next, strings.TrimLeft(otherField.FindString(next), "；")) {
		return true
	}
	labels := f.labelsIn(next, at)
	if len(labels) > 0 && strings.TrimSpace(next[:labels[0][0]]) == "" {
		return true
	}
	return len(labels) == 0 && namesSome(membersOf(next, at))
}
