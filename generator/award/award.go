// Package award finds where a paper promises money to those who qualify: how much, to whom and in which sentence.
package award

import (
	"sort"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Find returns the promises of money among the thresholds of a paper, in the order of its text. Those of one sentence, or
// of one part of it up to ；, are one.
func Find(facts *policy.Facts) []*policy.Award { return find(facts, func(policy.Rule, source.Span) {}) }

// find calls decided for each rule that decides about a figure.
func find(facts *policy.Facts, decided func(policy.Rule, source.Span)) []*policy.Award {
	var out []*policy.Award
	for _, i := range facts.Indicators {
		if i.Kind != policy.Threshold || !isMoney(i.Unit) && !isShare(i.Unit) {
			continue
		}
		s := newSum(facts, i)
		if r, ok := noneRules.First(s); ok {
			decided(r, i.Value)
			continue
		}
		r, ok := takeRules.First(s)
		if !ok {
			continue
		}
		decided(r, i.Value)
		if n := len(out) - 1; n >= 0 && out[n].Span == s.span {
			out[n].Sums = append(out[n].Sums, i)
			continue
		}
		out = append(out, &policy.Award{Span: s.span, Measure: i.Measure, Sums: []*policy.Indicator{i}, Kind: s.gift(), For: s.whom(), Rule: r.Name})
	}
	return out
}

func isMoney(unit string) bool { return strings.Contains(unit, "元") }

func isShare(unit string) bool { return strings.ContainsAny(unit, "%％‰") }

// A sum is a figure of money, or a share, in its sentence. Texts are without white space.
type sum struct {
	facts  *policy.Facts
	at     *policy.Indicator
	span   source.Span // the sentence, or its part up to ；
	before string      // of it before the figure
	clause string      // of that what stands behind the last comma
	tail   string      // behind the figure and its unit, up to the next comma
}

// ends part sentences, and long ones into what stands for itself.
const (
	ends   = "。；;！？\n"
	commas = "，,"
)

// newSum returns the figure of i in its sentence.
func newSum(facts *policy.Facts, i *policy.Indicator) *sum {
	file := facts.Document.File
	room := roomOf(facts, i.Value)
	s := &sum{facts: facts, at: i, span: room}
	if k := strings.LastIndexAny(file.Text[room.Start:i.Value.Start], ends); k >= 0 {
		s.span.Start = room.Start + k + len(firstRune(file.Text[room.Start+k:]))
	}
	if k := strings.IndexAny(file.Text[i.Value.End:room.End], ends); k >= 0 {
		s.span.End = i.Value.End + k
	}
	s.span = file.Trim(s.span)
	s.before = source.Squeeze(file.Text[s.span.Start:i.Value.Start])
	s.clause = s.before
	if k := strings.LastIndexAny(s.before, commas); k >= 0 {
		s.clause = s.before[k+len(firstRune(s.before[k:])):]
	}
	tail := strings.TrimPrefix(source.Squeeze(file.Text[i.Value.End:max(i.Value.End, s.span.End)]), source.Squeeze(i.Unit))
	from := 0
	if at := shared.FindStringIndex(tail); at != nil {
		from = at[1] // 「金额的30%，给予补助」
	}
	if k := strings.IndexAny(tail[from:], commas); k >= 0 {
		tail = tail[:from+k]
	}
	s.tail = strings.TrimLeft(tail, commas)
	return s
}

func firstRune(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// roomOf returns the paragraph or cell that holds at.
func roomOf(facts *policy.Facts, at source.Span) source.Span {
	blocks := facts.Document.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > at.Start })
	if i == len(blocks) || blocks[i].Start > at.Start {
		return at
	}
	b := blocks[i]
	if b.Table == nil {
		if b.Opens {
			return source.Span{Start: max(b.Start, b.Section.MarkSpan.End), End: b.End}
		}
		return b.Span
	}
	for _, row := range b.Table.All() {
		for _, c := range row {
			if c.Contains(at) {
				return c.Span
			}
		}
	}
	return b.Span
}

// gift names what is given: the word behind the figure or, where none stands there, the last one before it.
func (s *sum) gift() string {
	if g := gifts.FindString(s.tail); g != "" {
		return g
	}
	if all := gifts.FindAllString(s.before, -1); len(all) > 0 {
		return all[len(all)-1]
	}
	return ""
}

// whom returns the words that say who gets it: what stands in the sentence before the verb of giving. It is empty where the
// sentence begins with what is given.
func (s *sum) whom() string {
	text := leads.ReplaceAllString(s.before, "")
	if at := giving.FindStringIndex(text); at != nil {
		return strings.TrimRight(text[:at[0]], commas)
	}
	if ahead, ok := strings.CutSuffix(text, s.clause); ok && ahead != "" {
		return strings.TrimRight(ahead, commas)
	}
	if at := gifted.FindStringIndex(text); at != nil {
		return text[:at[0]]
	}
	return ""
}
