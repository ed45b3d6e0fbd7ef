package catalog

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"zhengce/generator/words"
)

// quantities finds what the members of c promise of one thing in tasks that are pairs, and sets the figures of each
// beside each other. They are of several regions or editions: none follows on another.
func (c *Cascade) quantities() {
	group := map[*Indicator]*Series{}
	for _, p := range c.Pairs {
		for _, m := range samePromises(p) {
			s, t := group[m.a], group[m.b]
			switch {
			case s == nil && t == nil:
				s = &Series{Across: c, Members: []*Indicator{m.a, m.b}}
				c.Quantities = append(c.Quantities, s)
			case s == nil:
				s = t
				s.Members = append(s.Members, m.a)
			case t == nil:
				s.Members = append(s.Members, m.b)
			case s != t:
				for _, i := range t.Members {
					group[i] = s
				}
				s.Members, t.Members = append(s.Members, t.Members...), nil
			}
			group[m.a], group[m.b] = s, s
		}
	}
	c.Quantities = slices.DeleteFunc(c.Quantities, func(s *Series) bool { return len(s.Members) == 0 })
	at := map[*Document]int{}
	for n, d := range c.Members {
		at[d] = n
	}
	for n, s := range c.Quantities {
		slices.SortStableFunc(s.Members, func(x, y *Indicator) int {
			return cmp.Or(cmp.Compare(at[x.Document], at[y.Document]), cmp.Compare(x.Year, y.Year), cmp.Compare(x.Span.Start, y.Span.Start))
		})
		s.describe()
		s.ID = c.ID + "-" + strconv.Itoa(n+1)
		for _, i := range s.Members {
			i.Across = append(i.Across, s)
		}
	}
}

// AllSeries returns the series of single regions, then those of cascades.
func (c *Catalog) AllSeries() []*Series {
	out := slices.Clone(c.Series)
	for _, x := range c.Cascades {
		out = append(out, x.Quantities...)
	}
	return out
}

// describe names s and says why it is one quantity.
func (s *Series) describe() {
	s.Unit, s.Comparable = s.Members[0].Unit, true
	var years, bases []string
	for _, i := range s.Members {
		if name := countingOf(i).name; s.Name == "" || len(name) < len(s.Name) && name != "" {
			s.Name = name
		}
		years, bases = addOnce(years, strconv.Itoa(i.Year)), addOnce(bases, strconv.Itoa(i.BaseYear))
	}
	s.Why = "各文件相互对应的条款对同一对象“" + s.Name + "”提出的数值，并列显示，不表示先后增减。"
	if len(years) > 1 {
		s.Comparable = false
		s.Why += "适用年份不尽相同，数值不能直接比较。"
	}
	if len(bases) > 1 {
		s.Comparable = false
		s.Why += "基期不同，数值不能直接比较。"
	}
}

// A samePromise is two indicators of a pair of tasks that promise one thing.
type samePromise struct {
	a, b  *Indicator
	worth int
}

// mostPromises is how many indicators of one task are held against those of another.
const mostPromises = 64

// samePromises returns the indicators of the tasks of p that are of one quantity, each used once, the surest first.
func samePromises(p *Pair) []samePromise {
	var all []samePromise
	for _, a := range p.A.Indicators[:min(len(p.A.Indicators), mostPromises)] {
		for _, b := range p.B.Indicators[:min(len(p.B.Indicators), mostPromises)] {
			if w := promiseWorth(a, b); w > 0 {
				all = append(all, samePromise{a, b, w})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y samePromise) int { return cmp.Compare(y.worth, x.worth) })
	used := map[*Indicator]bool{}
	return slices.DeleteFunc(all, func(m samePromise) bool {
		if used[m.a] || used[m.b] {
			return true
		}
		used[m.a], used[m.b] = true, true
		return false
	})
}

// How sure it is that two indicators of paired tasks are of one quantity.
const (
	sameYear     = 1
	addedWord    = 2 // one has a word more, which does not divide
	sameSentence = 4 // the words are the same but for the numbers
	sameThing    = 6
)

// promiseWorth says how sure it is that a and b are of one quantity; 0 if they are not. What is a target in a plan
// may be a condition in rules that carry it out.
func promiseWorth(a, b *Indicator) int {
	if dimension(a.Unit) != dimension(b.Unit) || a.Series != nil && a.Series == b.Series {
		return 0
	}
	w := 0
	x, y := countingOf(a), countingOf(b)
	switch {
	case x.counted != y.counted || x.scope != y.scope:
		return 0
	case x.core == y.core && x.core != "":
		w = sameThing
	case wordsAround(a) == wordsAround(b):
		w = sameSentence
	case a.Kind == b.Kind && (addsWord(x.core, y.core) || addsWord(y.core, x.core)):
		w = addedWord
	default:
		return 0
	}
	if a.Year == b.Year {
		w += sameYear
	}
	return w
}

var figures = regexp.MustCompile(`[0-9.,，]+(?:[-—~至到][0-9.]+)?`)

// wordsAround returns the words that set i without its figures.
func wordsAround(i *Indicator) string {
	return figures.ReplaceAllString(withoutRegion(words.FoldTitle(i.Quote), i.Document), "#")
}

// leastCore is how many characters two subjects have in common of which one has a word more.
const leastCore = 3

var dividing = words.Of("dividing-words")

// addsWord reports whether long is short with one stretch more that does not divide what is counted:
// 智能充电车位 and 充电车位, but not 新增充电车位.
func addsWord(long, short string) bool {
	x, y := []rune(long), []rune(short)
	if len(y) < leastCore || len(x) <= len(y) {
		return false
	}
	start := 0
	for start < len(y) && x[start] == y[start] {
		start++
	}
	more := len(x) - len(y)
	for ; start >= 0; start-- {
		if string(x[start+more:]) == string(y[start:]) {
			return !words.In(string(x[start:start+more]), dividing)
		}
	}
	return false
}
