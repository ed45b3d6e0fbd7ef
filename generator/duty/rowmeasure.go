package duty

import (
	"slices"
	"strings"
	"unicode"

	"zhengce/generator/policy"
)

// A plainMeasure is a measure in the form in which texts are compared.
type plainMeasure struct{ id, heading, text string }

func (f *finder) plainMeasures() []plainMeasure {
	var out []plainMeasure
	for _, m := range slices.Concat(f.measures, f.above) {
		out = append(out, plainMeasure{m.ID, plain(m.Heading), plain(f.file.Slice(m.Text))})
	}
	return out
}

// A pairing asks whether the task of a row is that of a measure.
type pairing struct {
	task string
	plainMeasure
}

// leastShared is the share of the neighbouring characters of a task that a measure must have.
const leastShared = 0.75

// rowRules tell which measure a row speaks of. Each is asked about all measures before the next one
// is; where it holds for several, the one that shares most of the task counts.
var rowRules = policy.Decisions[pairing]{
	{
		Rule: policy.Rule{
			Name: "row-is-heading", Verdict: policy.AsName, Says: "行中的任务与措施的标题相同，就是这条措施",
			Takes:  tableBefore("（一）办好集市。先修好农村公路。\n（二）修好农村公路。养好桥梁。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
			Leaves: tableBefore("（一）办好集市。先修好农村公路。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
		},
		Holds: func(p pairing) bool { return p.heading == p.task },
	},
	{
		// After row-is-heading: another measure may hold the words of a heading.
		Rule: policy.Rule{
			Name: "row-in-measure", Verdict: policy.AsName, Says: "行中的任务一字不差地写在措施里，就是这条措施",
			Takes:  tableBefore("（一）修好公路。修好公路，养好公路，修好农村道路，养好农村公路。\n（二）办好集市。修好农村公路。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
			Leaves: tableBefore("（一）办好集市。修好农村的公路。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
		},
		Holds: func(p pairing) bool { return strings.Contains(p.text, p.task) || strings.Contains(p.heading, p.task) },
	},
	{
		Rule: policy.Rule{
			Name: "row-shares-most", Verdict: policy.AsName, Says: "行中的任务有四分之三以上的相邻两字在措施里，取相同最多的一条",
			Takes:  tableBefore("（一）办好集市。修好农村的公路。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
			Leaves: tableBefore("（一）办好集市。建好农村的集市。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
		},
		Holds: func(p pairing) bool { return p.shared() >= leastShared },
	},
}

// measureOf returns the measure that a row speaks of, or "".
func (f *finder) measureOf(r *policy.AnnexRow, measures []plainMeasure) string {
	task := plain(r.Task)
	for i := range rowRules {
		best, most := "", -1.0
		for _, m := range measures {
			p := pairing{task, m}
			if _, ok := first(f, rowRules[i:i+1], p, r.Span); ok && p.shared() > most {
				best, most = m.id, p.shared()
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// plain returns the Han characters, letters and digits of text.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x4E00 && r <= 0x9FFF || r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, text)
}

// shared returns the share of the pairs of neighbouring characters of the task that stand in the measure.
func (p pairing) shared() float64 {
	pairs := map[[2]rune]bool{}
	var last rune
	for _, r := range p.heading + p.text {
		pairs[[2]rune{last, r}] = true
		last = r
	}
	task := []rune(p.task)
	if len(task) < 2 {
		return 0
	}
	hit := 0
	for i := range task[1:] {
		if pairs[[2]rune{task[i], task[i+1]}] {
			hit++
		}
	}
	return float64(hit) / float64(len(task)-1)
}
