package duty

import (
	"strings"

	"zhengce/generator/policy"
)

// A plainMeasure is a measure in the form in which texts are compared.
type plainMeasure struct{ id, heading, text string }

func (f *finder) plainMeasures() []plainMeasure {
	out := make([]plainMeasure, len(f.measures))
	for i, m := range f.measures {
		out[i] = plainMeasure{m.ID, plain(m.Heading), plain(f.file.Slice(m.Text))}
	}
	return out
}

// measureOf returns the measure that a row speaks of: the one whose heading or text holds the
// row's task, else the one that shares most of it.
func measureOf(r *policy.AnnexRow, measures []plainMeasure) string {
	task := plain(r.Task)
	best, most := "", 0.0
	for _, m := range measures {
		score := 0.0
		switch {
		case m.heading == task:
			score = 3
		case strings.Contains(m.text, task) || strings.Contains(m.heading, task):
			score = 2
		default:
			score = sharedPairs(task, m.heading+m.text)
		}
		if score > most {
			best, most = m.id, score
		}
	}
	if most < 0.75 {
		return ""
	}
	return best
}

// plain returns the Han characters, letters and digits of text.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x4E00 && r <= 0x9FFF || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, text)
}

// sharedPairs returns the share of the pairs of neighbouring characters of a that stand in b.
func sharedPairs(a, b string) float64 {
	pairs := map[[2]rune]bool{}
	var last rune
	for _, r := range b {
		pairs[[2]rune{last, r}] = true
		last = r
	}
	n, hit := 0, 0
	last = 0
	for _, r := range a {
		if last != 0 {
			n++
			if pairs[[2]rune{last, r}] {
				hit++
			}
		}
		last = r
	}
	if n == 0 {
		return 0
	}
	return float64(hit) / float64(n)
}
