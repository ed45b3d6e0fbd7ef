package duty

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/policy"
)

// A plainMeasure is a measure in the form in which texts are compared.
type plainMeasure struct{ id, heading, text string }

// plainMeasures are those of a paper, and which of them hold two characters side by side.
type plainMeasures struct {
	list []plainMeasure
	with map[[2]rune][]int
}

func (f *finder) plainMeasures() *plainMeasures {
	out := &plainMeasures{with: map[[2]rune][]int{}}
	for i, m := range slices.Concat(f.measures, f.above) {
		p := plainMeasure{m.ID, plain(m.Heading), plain(f.file.Slice(m.Text))}
		out.list = append(out.list, p)
		var last rune
		for _, r := range p.heading + p.text {
			pair := [2]rune{last, r}
			if in := out.with[pair]; len(in) == 0 || in[len(in)-1] != i {
				out.with[pair] = append(in, i)
			}
			last = r
		}
	}
	return out
}

// shares returns for each measure what part of the pairs of neighbouring characters of the task it holds; 0 where the task has none.
func (p *plainMeasures) shares(task string) []float64 {
	out := make([]float64, len(p.list))
	r := []rune(task)
	for i := 1; i < len(r); i++ {
		for _, m := range p.with[[2]rune{r[i-1], r[i]}] {
			out[m]++
		}
	}
	for m := range out {
		out[m] /= float64(max(len(r)-1, 1))
	}
	return out
}

// A pairing asks whether the task of a row is that of a measure.
type pairing struct {
	task string
	plainMeasure
	share float64 // of the pairs of the task that the measure holds
}

// mayHold reports whether the words of the measure can hold the task: they hold all its pairs, or it has none.
func (p pairing) mayHold() bool { return p.share == 1 || utf8.RuneCountInString(p.task) < 2 }

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
		Holds: func(p pairing) bool {
			return p.mayHold() && (strings.Contains(p.text, p.task) || strings.Contains(p.heading, p.task))
		},
	},
	{
		Rule: policy.Rule{
			Name: "row-shares-most", Verdict: policy.AsName, Says: "行中的任务有四分之三以上的相邻两字在措施里，取相同最多的一条",
			Takes:  tableBefore("（一）办好集市。修好农村的公路。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
			Leaves: tableBefore("（一）办好集市。建好农村的集市。", "序号", "重点工作", "责任单位", "1", "〔修好农村公路〕", "市交通局"),
		},
		Holds: func(p pairing) bool { return p.share >= leastShared },
	},
}

// measureOf returns the measure that a row speaks of, or "".
func (f *finder) measureOf(r *policy.AnnexRow, measures *plainMeasures) string {
	task := plain(r.Task)
	shares := measures.shares(task)
	for i := range rowRules {
		best, most := "", -1.0
		for n, m := range measures.list {
			p := pairing{task, m, shares[n]}
			if _, ok := first(f, rowRules[i:i+1], p, r.Span); ok && p.share > most {
				best, most = m.id, p.share
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
