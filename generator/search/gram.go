package search

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// digits are those of coded numbers: five bits each, with a sixth that says that more follow.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// appendNumber appends n, which is not negative, to code.
func appendNumber(code []byte, n int) []byte {
	for n >= 32 {
		code = append(code, digits[32|n&31])
		n >>= 5
	}
	return append(code, digits[n])
}

// A posting is a list of rising numbers, kept as the distances between them.
type posting struct {
	last  int // the last number added, plus one
	count int
	code  []byte
}

// add appends n, unless it is the last one already.
func (p *posting) add(n int) {
	if p.last == n+1 {
		return
	}
	p.code = binary.AppendUvarint(p.code, uint64(n-p.last))
	p.last = n + 1
	p.count++
}

// numbers returns the numbers of p.
func (p *posting) numbers() []int32 {
	all := make([]int32, 0, p.count)
	at := 0
	for code := p.code; len(code) > 0; {
		d, n := binary.Uvarint(code)
		code = code[n:]
		at += int(d)
		all = append(all, int32(at))
		at++
	}
	return all
}

// text returns p as digits, each number as its distance from the one before.
func (p *posting) text() string {
	var code []byte
	last := 0
	for _, n := range p.numbers() {
		code = appendNumber(code, int(n)-last)
		last = int(n) + 1
	}
	return string(code)
}

// A gram is a string that the index lists, with its chunks or, where it is wide, the list of its clauses.
type gram struct {
	key    []rune
	list   *wideList // nil for one that is not wide
	chunks *posting
}

// isPair reports whether a gram stands in the files of single characters and pairs, which are few and are read first.
func (g gram) isPair() bool { return len(g.key) <= 2 }

// grams returns all strings that the index lists, in the order of their characters.
func (x *index) grams() []gram {
	p := x.phrases
	chunks := make([]posting, len(p.nodes))
	for i := range x.sentences {
		t := &x.sentences[i]
		p.each([]rune(fold(t.text)), func(id int32) {
			if p.nodes[id].closed < 0 {
				chunks[id].add(t.chunk)
			}
		})
	}
	lists := x.wideLists()
	all := make([]gram, 0, len(p.nodes))
	for id := int32(1); int(id) < len(p.nodes); id++ {
		g := gram{key: []rune(p.text(id)), chunks: &chunks[id]}
		if n := p.nodes[id].closed; n >= 0 {
			g.list = lists[n]
		}
		all = append(all, g)
	}
	for key, list := range x.joints() {
		all = append(all, gram{key: []rune(key), list: &wideList{clauses: list}})
	}
	slices.SortFunc(all, func(a, b gram) int { return slices.Compare(a.key, b.key) })
	return all
}

// characters returns the folded characters of all sentences.
func (x *index) characters() map[rune]bool {
	all := map[rune]bool{}
	for i := range x.sentences {
		for _, r := range fold(x.sentences[i].text) {
			all[r] = true
		}
	}
	return all
}

// places are what the codes of a listing need to know.
type places struct {
	rank                     map[rune]int
	clause, list, listInFile int // bits of their numbers
	chunks                   int
}

// addListed adds all strings that the index lists, in files of three sorts: pairs, grams and the clauses of wide ones.
func (x *index) addListed(pairs, grams, wide *sharder) places {
	p := places{rank: map[rune]int{}, clause: bits.Len(uint(len(x.clauses))), chunks: len(x.chunks)}
	for i, r := range slices.Sorted(maps.Keys(x.characters())) {
		p.rank[r] = i
	}
	if x.many() == 0 {
		return p
	}
	all := x.grams()
	x.addWide(all, &p, wide)
	for _, sort := range []*sharder{pairs, grams} {
		w := gramWriter{places: &p, sharder: sort}
		for i := range all {
			if all[i].isPair() == (sort == pairs) {
				w.add(&all[i])
			}
		}
		w.flush()
	}
	return p
}

// many returns from how many chunks on a string is wide, 0 where the library is so small that nothing is listed and all texts
// are read.
func (x *index) many() int {
	const fewClauses = 4096
	if len(x.chunks) <= x.phrases.chunks && len(x.clauses) <= fewClauses {
		return 0
	}
	return x.phrases.chunks
}

// A gramWriter writes grams into files. Each begins with the number of its grams; a gram is written as what differs from the
// one before it, and its list as the next one where it is.
type gramWriter struct {
	*places
	*sharder
	bits   bitWriter
	key    []rune
	list   *wideList // written last
	before []rune    // the last key of the file before
	rates  [4]rate
	n      int
}

func (w *gramWriter) add(g *gram) {
	if size := len(w.bits.data); size > w.limit || w.mayEnd(size, string(w.key), string(g.key)) {
		w.flush()
	}
	if w.n == 0 {
		w.begins = append(w.begins, between(string(w.before), string(g.key)))
	}
	w.n++
	w.addKey(g.key)
	if g.list != nil {
		w.bits.put(1, 1)
		w.addList(g.list)
		return
	}
	w.bits.put(0, 1)
	w.bits.gamma(g.chunks.count)
	w.bits.between(g.chunks.numbers(), 0, w.chunks-1)
}

// addKey writes how many of its characters the last key loses and how many it gets: the first of these by its distance
// from the one that it replaces.
func (w *gramWriter) addKey(key []rune) {
	same := 0
	for same < min(len(key), len(w.key)) && key[same] == w.key[same] {
		same++
	}
	w.bits.gamma(len(w.key) - same + 1)
	w.bits.gamma(len(key) - same)
	for i := same; i < len(key); i++ {
		if i > same || same == len(w.key) {
			w.bits.below(w.rank[key[i]], len(w.rank))
			continue
		}
		r := &w.rates[min(i, len(w.rates)-1)]
		d := w.rank[key[i]] - w.rank[w.key[i]] - 1
		w.bits.golomb(d, r.k())
		r.note(d)
	}
	w.key = key
}

// addList writes which list of clauses a gram has: the next one of the file, the first of the next file, or another.
func (w *gramWriter) addList(l *wideList) {
	last := w.list
	switch {
	case last != nil && l.file == last.file && l.at == last.at+1:
		w.bits.gamma(1)
	case last != nil && l.file == last.file+1 && l.at == 0:
		w.bits.gamma(2)
	default:
		w.bits.gamma(3)
		w.bits.put(l.file, w.places.list)
		w.bits.put(l.at, w.listInFile)
		if last != nil && cmp.Or(cmp.Compare(l.file, last.file), cmp.Compare(l.at, last.at)) < 0 {
			return // the next new one still follows the last new one
		}
	}
	w.list = l
}

// flush ends the file that is being filled.
func (w *gramWriter) flush() {
	if w.n == 0 {
		return
	}
	head := bitWriter{}
	head.put(w.n, 24)
	w.file(append(head.end(), w.bits.end()...))
	w.before, w.last = w.key, string(w.key)
	w.bits, w.key, w.list, w.rates, w.n = bitWriter{}, nil, nil, [4]rate{}, 0
}
