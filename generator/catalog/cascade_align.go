package catalog

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"sort"
	"strings"
)

const (
	commonRun      = 12   // tasks of one paper that a run may stand in and still tell them apart
	manyCandidates = 8    // candidates that are looked at for one task
	leastRuns      = 3    // runs that a candidate has in common at least
	leastShare     = 0.25 // of the shorter task that must be the same
	leastFormula   = 0.6  // of the longer one where both are formulas that any paper may have
)

// A candidate is a pair of tasks that may order the same.
type candidate struct {
	a, b   int
	shared int
	weight float64
}

// apartCosts is which part of its weight a pair loses that stands at the beginning of one paper and the end
// of the other: enough to choose between equal texts, too little to weigh against a better one.
const apartCosts = 0.1

// align finds the tasks of two papers that order the same, in the order of the first. Text is
// matched once: where a task covers two of the other paper, each finds its own part of it.
func align(as, bs []*taskText) []*Pair {
	cands := candidates(as, bs)
	for k := range cands {
		c := &cands[k]
		a, b := as[c.a], bs[c.b]
		c.weight = weigh(a, b, matchClauses(a.clauses, b.clauses, none))
		// Of equal texts those at like places belong together.
		apart := float64(c.a)/float64(len(as)) - float64(c.b)/float64(len(bs))
		c.weight *= 1 - apartCosts*apart*apart
	}
	sort.SliceStable(cands, func(x, y int) bool { return cands[x].weight > cands[y].weight })
	usedA, usedB := map[[2]int]bool{}, map[[2]int]bool{}
	kept := cands[:0]
	for _, c := range cands {
		a, b := as[c.a], bs[c.b]
		found := matchClauses(a.clauses, b.clauses, func(i, j int) bool { return usedA[[2]int{c.a, i}] || usedB[[2]int{c.b, j}] })
		if len(found) == 0 || weigh(a, b, found) < leastWeight(a, b) {
			continue
		}
		for _, m := range found {
			usedA[[2]int{c.a, m.a}], usedB[[2]int{c.b, m.b}] = true, true
		}
		kept = append(kept, c)
	}
	sort.Slice(kept, func(x, y int) bool {
		if kept[x].a != kept[y].a {
			return kept[x].a < kept[y].a
		}
		return kept[x].b < kept[y].b
	})
	pairs := make([]*Pair, len(kept))
	for k, c := range kept {
		pairs[k] = newPair(as[c.a], bs[c.b])
	}
	return pairs
}

func none(i, j int) bool { return false }

// candidates finds by an index of runs of characters the pairs of tasks that are worth a look.
func candidates(as, bs []*taskText) []candidate {
	index := map[run][]int{}
	for i, a := range as {
		for _, g := range a.runsOf() {
			index[g] = append(index[g], i)
		}
	}
	var out []candidate
	shared := make([]int, len(as))
	for j, b := range bs {
		var hits []candidate
		for _, g := range b.runsOf() {
			if at := index[g]; len(at) <= commonRun {
				for _, i := range at {
					shared[i]++
				}
			}
		}
		for i, n := range shared {
			if n >= leastRuns && mayPair(as[i], b) {
				hits = append(hits, candidate{a: i, b: j, shared: n})
			}
			shared[i] = 0
		}
		sort.SliceStable(hits, func(x, y int) bool { return hits[x].shared > hits[y].shared })
		out = append(out, hits[:min(len(hits), manyCandidates)]...)
	}
	return out
}

// leastWeight returns how much of two tasks must be the same.
func leastWeight(a, b *taskText) float64 {
	switch {
	case a.matter > 0 && b.matter > 0:
		return leastShare * float64(min(a.matter, b.matter))
	case a.matter == 0 && b.matter == 0:
		return leastFormula * float64(max(a.size, b.size))
	}
	return math.Inf(1)
}

// weigh returns how many characters the matches stand for. A formula counts only where there is nothing else.
func weigh(a, b *taskText, found []clauseMatch) float64 {
	w := 0.0
	for _, m := range found {
		if (a.matter > 0 || b.matter > 0) && (a.clauses[m.a].formula || b.clauses[m.b].formula) {
			continue
		}
		w += m.like * float64(len(a.clauses[m.a].text)+len(b.clauses[m.b].text)) / 2
	}
	return w
}

// newPair says how two tasks agree.
func newPair(a, b *taskText) *Pair {
	p := &Pair{A: a.Task, B: b.Task, Lead: leadsOf(a.Task, b.Task)}
	if slices.Equal(a.plain, b.plain) {
		p.Relation, p.Score = Identical, 1
		return p
	}
	matched := matchClauses(a.clauses, b.clauses, none)
	p.Relation = Reworded
	if a.size*b.size > maxCompared {
		p.Score = 2 * weigh(a, b, matched) / float64(a.size+b.size)
		if len(matched) < len(a.clauses) || len(matched) < len(b.clauses) {
			p.Relation = Partial
		}
		return p
	}
	p.Score = 2 * float64(commonLength(a.plain, b.plain)) / float64(a.size+b.size)
	found := matchGaps(a.clauses, b.clauses, matched)
	inA, inB := make([]bool, len(a.clauses)), make([]bool, len(b.clauses))
	for _, m := range found {
		inA[m.a], inB[m.b] = true, true
	}
	if ordersMore(a, b, inA) || ordersMore(b, a, inB) {
		p.Relation = Partial
	}
	return p
}

// ordersMore reports whether a orders something that b does not, given which of its clauses b has.
func ordersMore(a, b *taskText, matched []bool) bool {
	text := string(b.plain)
	for i, c := range a.clauses {
		if !matched[i] && !within(c.text, text) && !isMeans(a.clauses, matched, i) {
			return true
		}
	}
	return false
}

// within reports whether nearly all of a clause stands in text in runs of four and more characters:
// a mark between two clauses on one side that the other side lacks.
func within(c []rune, text string) bool {
	const run, nearlyAll = 4, 80 // percent
	covered, end := 0, 0
	for i := 0; i+run <= len(c); i++ {
		if strings.Contains(text, string(c[i:i+run])) {
			covered += i + run - max(i, end)
			end = i + run
		}
	}
	return 100*covered >= nearlyAll*len(c)
}

// means begins a clause that says by which means or on what condition the next is done:
// 「发挥沿边重点口岸城镇区位和资源优势，…」, 「在坚持节约集约用地的前提下，…」. It does not match
// 「在条件成熟的地区设立…」, which is an order.
var means = regexp.MustCompile(`^(?:充分)?(?:依托|发挥|利用|根据|依据|按照|结合|围绕|通过|借助|抓住|立足|针对|落实|为了|本着|遵循|适应)|^在.*(?:前提下|基础上|同时|过程中|条件下|情况下|范围内)$|^以.*为\p{Han}{1,4}$`)

// isMeans reports whether clause i is a means or condition of a matched clause after it in its sentence.
func isMeans(list []taskClause, matched []bool, i int) bool {
	if !means.MatchString(string(list[i].text)) {
		return false
	}
	for k := i + 1; k < len(list) && list[k].sentence == list[i].sentence; k++ {
		if matched[k] {
			return true
		}
	}
	return false
}

// leadsOf compares the functions of the bodies that lead two tasks. Of a body whose function is not known
// the name without region counts.
func leadsOf(a, b *Task) Leads {
	x, y := leadFunctions(a), leadFunctions(b)
	switch {
	case len(x) == 0 || len(y) == 0:
		return LeadsUnstated
	case maps.Equal(x, y):
		return LeadsSame
	}
	return LeadsDiffer
}

func leadFunctions(t *Task) map[string]bool {
	out := map[string]bool{}
	for _, m := range t.Members {
		if k, _ := m.Role.Kind(); !k.Answers {
			continue
		}
		f := m.Agency.Function
		if f == "" {
			f = m.Agency.ShortName
		}
		out[f] = true
	}
	return out
}
