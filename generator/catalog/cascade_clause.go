package catalog

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A taskClause is a stretch of a task between two marks, as it is compared.
type taskClause struct {
	text     []rune // letters and numbers only
	content  []rune // text without words that order nothing by themselves
	sentence int    // number of its sentence in the task
}

// emptyWords say how a thing is to be done, not what. Two clauses that share only them share nothing.
var emptyWords = strings.NewReplacer("进一步", "", "积极", "", "大力", "", "努力", "", "着力", "", "切实", "", "认真", "", "全面", "",
	"加快", "", "加强", "", "加大", "", "推进", "", "推动", "", "促进", "", "支持", "", "鼓励", "", "引导", "", "争取", "", "继续", "",
	"不断", "", "逐步", "", "力度", "", "的", "")

// clauses cuts a task's text at its marks, 、 and quotation marks excepted.
func clauses(text string) []taskClause {
	var out []taskClause
	var b strings.Builder
	sentence := 0
	flush := func() {
		if b.Len() > 0 {
			content := []rune(emptyWords.Replace(b.String()))
			if len(content) < 2 {
				content = []rune(b.String())
			}
			out = append(out, taskClause{[]rune(b.String()), content, sentence})
			b.Reset()
		}
	}
	for _, r := range width.Fold.String(text) {
		switch r {
		case '。', '｡', ';', '!', '?', '\n':
			flush()
			sentence++
		case ',', ':', '，':
			flush()
		default:
			if unicode.IsLetter(r) || unicode.IsNumber(r) || r == '%' {
				b.WriteRune(r)
			}
		}
	}
	flush()
	return out
}

// A clauseMatch says that clause a of one task is clause b of another.
type clauseMatch struct {
	a, b int
	like float64 // 0…1
}

const (
	// sameClause is the likeness from which two clauses order the same wherever they stand.
	sameClause = 0.6
	// sameGap is the likeness that is enough between clauses already matched.
	sameGap = 0.35
)

// matchClauses returns which clauses of a are which of b, each used once, in the order of a.
// Those that skip reports are left out.
func matchClauses(a, b []taskClause, skip func(i, j int) bool) []clauseMatch {
	var all []clauseMatch
	for i := range a {
		for j := range b {
			if skip(i, j) {
				continue
			}
			if l := likeness(a[i].content, b[j].content, sameClause); l >= sameClause {
				all = append(all, clauseMatch{i, j, l})
			}
		}
	}
	sort.SliceStable(all, func(x, y int) bool {
		p, q := all[x], all[y]
		if p.like != q.like {
			return p.like > q.like
		}
		return abs(p.a-p.b) < abs(q.a-q.b)
	})
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	var out []clauseMatch
	for _, m := range all {
		if !usedA[m.a] && !usedB[m.b] {
			usedA[m.a], usedB[m.b] = true, true
			out = append(out, m)
		}
	}
	sort.Slice(out, func(x, y int) bool { return out[x].a < out[y].a })
	return out
}

// matchGaps adds to the matches those between clauses that stand at one place between two of
// them: 深化对外合作 and 努力深化国际区域合作 after and before the same words.
func matchGaps(a, b []taskClause, found []clauseMatch) []clauseMatch {
	partner := make([]int, len(a))
	for i := range partner {
		partner[i] = -1
	}
	used := make([]bool, len(b))
	for _, m := range found {
		partner[m.a] = m.b
		used[m.b] = true
	}
	out := append([]clauseMatch(nil), found...)
	before := -1
	for i := range a {
		if partner[i] >= 0 {
			before = partner[i]
			continue
		}
		after := len(b)
		for k := i + 1; k < len(a); k++ {
			if partner[k] >= 0 {
				after = partner[k]
				break
			}
		}
		best := clauseMatch{like: sameGap}
		for j := before + 1; j < after; j++ {
			if l := likeness(a[i].content, b[j].content, sameGap); !used[j] && l > best.like {
				best = clauseMatch{i, j, l}
			}
		}
		if best.like > sameGap {
			used[best.b] = true
			partner[i], before = best.b, best.b
			out = append(out, best)
		}
	}
	return out
}

// likeness returns how much of two texts is common to both in one order, 0…1; it may return 0
// for what is less than least.
func likeness(x, y []rune, least float64) float64 {
	total := len(x) + len(y)
	if total == 0 || 2*float64(min(len(x), len(y))) < least*float64(total) {
		return 0
	}
	return 2 * float64(commonLength(x, y)) / float64(total)
}

// commonLength is the length of the longest common subsequence.
func commonLength(x, y []rune) int {
	row := make([]int, len(y)+1)
	for _, r := range x {
		left := 0 // row[j] of the row before, j one to the left
		for j, s := range y {
			up := row[j+1]
			switch {
			case r == s:
				row[j+1] = left + 1
			case row[j] > up:
				row[j+1] = row[j]
			}
			left = up
		}
	}
	return row[len(y)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
