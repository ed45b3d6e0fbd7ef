package search

import (
	"maps"
	"math/bits"
	"slices"
)

// A wideList is a list of clauses and where it stands: in which file of those, as which.
type wideList struct {
	clauses  *posting
	file, at int
	written  bool
	steps    int // how many other lists must be read to read it
}

// wideLists returns the clauses of each wide string that is closed.
func (x *index) wideLists() []*wideList {
	lists := make([]*wideList, len(x.phrases.closed))
	for i := range lists {
		lists[i] = &wideList{clauses: &posting{}}
	}
	if len(lists) == 0 {
		return nil
	}
	in := x.phrases.wideIn(x.sentences)
	for c, list := range x.clauses {
		for _, n := range list {
			if n < 0 {
				continue
			}
			for _, i := range in[n] {
				lists[i].clauses.add(c)
			}
		}
	}
	return lists
}

// joints returns the strings that go on over the end of a sentence, with their clauses: the pairs and, of pairs in many
// clauses, those with a character more on either side. All others are looked for in the texts.
func (x *index) joints() map[string]*posting {
	ends := make([][4]rune, len(x.sentences)) // the first two and the last two characters of each
	for i := range x.sentences {
		text := []rune(fold(x.sentences[i].text))
		n := len(text)
		ends[i] = [4]rune{text[0], text[min(1, n-1)], text[max(0, n-2)], text[n-1]}
		if n == 1 {
			ends[i][1], ends[i][2] = 0, 0
		}
	}
	all := map[string]*posting{}
	walk := func(note func(c int, before, last, first, behind rune)) {
		for c, list := range x.clauses {
			for i, n := range list {
				if i > 0 && n >= 0 && list[i-1] >= 0 {
					a, b := ends[list[i-1]], ends[n]
					note(c, a[2], a[3], b[0], b[1])
				}
			}
		}
	}
	add := func(c int, key ...rune) {
		s := string(key)
		if all[s] == nil {
			all[s] = &posting{}
		}
		all[s].add(c)
	}
	walk(func(c int, _, last, first, _ rune) { add(c, last, first) })
	pairs := maps.Clone(all)
	walk(func(c int, before, last, first, behind rune) {
		if pairs[string([]rune{last, first})].count < x.phrases.chunks {
			return
		}
		if before != 0 && before != ' ' {
			add(c, before, last, first)
		}
		if behind != 0 && behind != ' ' {
			add(c, last, first, behind)
		}
	})
	return all
}

// What a list that is told as a part of another may cost its reader: that one is at most so many times as long, and of so many
// clauses, and so many must be read in all.
const (
	mostTimes   = 8
	mostClauses = 1 << 14
	mostSteps   = 3
)

// whole returns the list of which that of a gram is told as a part: the shorter one of those of the gram without its first
// character and without its last, if it is short enough.
func whole(all []gram, g *gram) *wideList {
	var best *wideList
	if len(g.key) < 2 {
		return nil
	}
	for _, key := range [][]rune{g.key[1:], g.key[:len(g.key)-1]} {
		i, found := slices.BinarySearchFunc(all, key, func(g gram, key []rune) int { return slices.Compare(g.key, key) })
		if !found || all[i].list == nil {
			continue
		}
		l := all[i].list
		if n := l.clauses.count; !l.written || l.steps >= mostSteps || n > mostClauses || n > mostTimes*g.list.clauses.count {
			continue
		}
		if best == nil || l.clauses.count < best.clauses.count {
			best = l
		}
	}
	return best
}

// within returns the places of the numbers of p in those of all; false where one is not among them.
func (p *posting) within(all *posting) ([]int32, bool) {
	places := make([]int32, 0, p.count)
	i := 0
	list := all.numbers()
	for _, n := range p.numbers() {
		for i < len(list) && list[i] < n {
			i++
		}
		if i == len(list) || list[i] != n {
			return nil, false
		}
		places = append(places, int32(i))
	}
	return places, true
}

// code returns a list as it is written into the file of that number: whether it is a part of another, and then how many files
// before and as which that stands, and the places in it; or else the clauses.
func (l *wideList) code(of *wideList, file, width int) *bitWriter {
	w := &bitWriter{}
	if of != nil {
		if places, ok := l.clauses.within(of.clauses); ok {
			l.steps = of.steps + 1
			w.put(1, 1)
			w.gamma(file - of.file + 1)
			w.golomb(of.at, 6)
			width = bits.Len(uint(of.clauses.count))
			w.put(width, 5)
			w.list(places, width)
			return w
		}
	}
	w.put(0, 1)
	w.list(l.clauses.numbers(), width)
	return w
}

// addWide adds the clauses of wide strings, of single characters, of pairs and then of longer ones. A list is written for the first of the strings
// that share it.
func (x *index) addWide(all []gram, p *places, s *sharder) {
	w := &bitWriter{}
	count := 0
	end := func() {
		if count > 0 {
			s.file(w.end())
		}
		w, count = &bitWriter{}, 0
	}
	for _, length := range []int{1, 2, 3} {
		for i := range all {
			g := &all[i]
			l := g.list
			if l == nil || l.written || min(len(g.key), 3) != length {
				continue
			}
			of := whole(all, g)
			one := l.code(of, len(s.files), p.clause)
			if len(w.data)+len(one.data) > s.limit && count > 0 {
				end()
				one = l.code(of, len(s.files), p.clause)
			}
			l.file, l.at, l.written = len(s.files), count, true
			w.append(one)
			count++
			p.listInFile = max(p.listInFile, bits.Len(uint(l.at)))
		}
	}
	end()
	p.list = bits.Len(uint(len(s.files)))
}
