package catalog

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"zhengce/generator/words"
)

// A taskClause is a stretch of a task between two marks, as it is compared.
type taskClause struct {
	text     []rune // letters and numbers only
	content  []rune // text without words that order nothing by themselves
	has      charSet
	formula  bool // it could stand in any paper: 「加强组织领导」
	sentence int  // number of its sentence in the task
}

// A charSet says which characters may stand in a clause; what it says is missing is missing.
type charSet [4]uint64

func (s *charSet) add(r rune)      { s[r>>6&3] |= 1 << (r & 63) }
func (s *charSet) may(r rune) bool { return s[r>>6&3]&(1<<(r&63)) != 0 }

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
			c := taskClause{text: []rune(b.String()), content: content, sentence: sentence, formula: isFormula(b.String())}
			for _, r := range content {
				c.has.add(r)
			}
			out = append(out, c)
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

// maxClausePairs is the product of two numbers of clauses up to which each is held against each.
const maxClausePairs = 1_000_000

// equalClauses returns which clauses of two very long tasks are the same.
func equalClauses(a, b []taskClause, skip func(i, j int) bool) []clauseMatch {
	at := map[string][]int{}
	for j := range b {
		key := string(b[j].content)
		at[key] = append(at[key], j)
	}
	var out []clauseMatch
	for i := range a {
		key := string(a[i].content)
		if list := at[key]; len(list) > 0 {
			at[key] = list[1:]
			if !skip(i, list[0]) {
				out = append(out, clauseMatch{i, list[0], 1})
			}
		}
	}
	return out
}

// matchClauses returns which clauses of a are which of b, each used once, in the order of a.
// Those that skip reports are left out.
func matchClauses(a, b []taskClause, skip func(i, j int) bool) []clauseMatch {
	if len(a)*len(b) > maxClausePairs {
		return equalClauses(a, b, skip)
	}
	var all []clauseMatch
	for i := range a {
		for j := range b {
			if skip(i, j) {
				continue
			}
			if l := likeness(&a[i], &b[j], sameClause); l > 0 {
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
		var best clauseMatch
		for j := before + 1; j < after; j++ {
			if used[j] {
				continue
			}
			if l := likeness(&a[i], &b[j], sameGap); l > best.like {
				best = clauseMatch{i, j, l}
			}
		}
		if best.like > 0 {
			used[best.b] = true
			partner[i], before = best.b, best.b
			out = append(out, best)
		}
	}
	return out
}

// likeness returns how much of the content of two clauses is common to both in one order, 0…1, or
// 0 for what is less than least.
func likeness(a, b *taskClause, least float64) float64 {
	x, y := a.content, b.content
	if slices.Equal(x, y) {
		return 1
	}
	needed := least * float64(len(x)+len(y)) / 2
	if float64(min(len(x), len(y))) < needed {
		return 0
	}
	possible := 0
	for _, r := range x {
		if b.has.may(r) {
			possible++
		}
	}
	if float64(possible) < needed {
		return 0
	}
	common := float64(commonLength(x, y))
	if common < needed {
		return 0
	}
	return 2 * common / float64(len(x)+len(y))
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

// formulaWords are the words of which formulas are made.
var formulaWords = words.Remover("formula-words")

// formulaRest is one part in so many of a clause that a formula may have beside its words.
const formulaRest = 4

// isFormula reports whether a clause says nothing but what any paper may say at its end.
func isFormula(clause string) bool {
	rest := utf8.RuneCountInString(formulaWords.Replace(clause))
	return formulaRest*rest <= utf8.RuneCountInString(clause)
}
