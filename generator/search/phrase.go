package search

import (
	"cmp"
	"slices"
)

// A width says what makes a string wide: it stands in so many chunks of texts, or in so many places and so many different
// sentences. The clauses of a wide string are listed by themselves, so that nobody needs to load these texts; of any other,
// the chunks are listed.
type width struct{ chunks, places, sentences int }

// wide keeps what has to be read to check a term in reach, whatever the size of the library. Listing more than needed costs
// little, for strings that go on in one way only share their list.
var wide = width{chunks: 16, places: 64, sentences: 12}

// phrases are the strings that the index lists, as a tree: node 0 is the empty string, and each
// other one adds a character to its parent. They are all characters and pairs of neighbours, and
// of longer strings those that are wide or would be but for their number, that is, whose beginning
// and end, each one character shorter, are wide.
// The nodes stand in the order of their strings.
type phrases struct {
	width
	nodes  []phrase
	closed []int32 // wide nodes whose clauses are listed; others that are wide have the same as one of them
	kidsAt []int32 // where the children of each node begin in kids, which is in the order of their characters
	kids   []kid
}

type phrase struct {
	parent    int32
	char      rune
	depth     int32
	sentences int32
	places    int32
	chunks    int32
	last      int32 // the last sentence noted, plus one
	lastChunk int32 // the same of chunks
	closed    int32 // number in closed, or -1
}

// A kid is a child of a node.
type kid struct {
	char rune
	id   int32
}

// A growth makes the tree, all strings of one length after those that are shorter. Its nodes
// stand in the order in which they were met.
type growth struct {
	*phrases
	child map[uint64]int32 // by parent and character
}

// findPhrases returns the strings of sentences that the index lists.
func findPhrases(sentences []sentence, w width) *phrases {
	p := &phrases{width: w, nodes: make([]phrase, 1)}
	g := growth{p, map[uint64]int32{}}
	texts := make([][]rune, len(sentences))
	ends := make([][]int32, len(sentences)) // by character, the node of the string that begins there, or 0
	for depth := int32(1); ; depth++ {
		grown := false
		for n := range sentences {
			s := &sentences[n]
			if depth == 1 {
				texts[n] = []rune(fold(s.text))
				ends[n] = make([]int32, len(texts[n]))
			}
			if texts[n] != nil {
				if g.grow(texts[n], ends[n], depth, int32(n), s) {
					grown = true
				} else {
					texts[n], ends[n] = nil, nil
				}
			}
		}
		if !grown {
			break
		}
	}
	p.order()
	p.close()
	return p
}

// grow adds the strings of the given length of one sentence. It reports whether there are any.
func (g growth) grow(text []rune, ends []int32, length, number int32, s *sentence) bool {
	grown := false
	for i := range text {
		v := ends[i]
		ends[i] = 0
		next := i + int(length) - 1
		if length > 1 && v == 0 || next >= len(text) || text[next] == ' ' {
			continue
		}
		if length > 2 && (!g.wide(v) || !g.wide(ends[i+1])) {
			continue
		}
		e := uint64(v)<<32 | uint64(text[next])
		id, ok := g.child[e]
		if !ok {
			id = int32(len(g.nodes))
			g.child[e] = id
			g.nodes = append(g.nodes, phrase{parent: v, char: text[next], depth: length, closed: -1})
		}
		g.nodes[id].note(number, s)
		ends[i] = id
		grown = true
	}
	return grown
}

// note adds a sentence of that number.
func (n *phrase) note(number int32, s *sentence) {
	if n.last == number+1 {
		return
	}
	n.last = number + 1
	n.sentences++
	n.places += int32(s.places)
	if n.lastChunk != int32(s.chunk)+1 {
		n.lastChunk = int32(s.chunk) + 1
		n.chunks++
	}
}

// order puts the nodes in the order of their strings. Those of a string that goes on in one way
// only, and there are many, then stand side by side, where they are found fast.
func (p *phrases) order() {
	met := p.nodes
	children := make([][]int32, len(met))
	for id := int32(1); int(id) < len(met); id++ {
		children[met[id].parent] = append(children[met[id].parent], id)
	}
	p.nodes = make([]phrase, 0, len(met))
	var visit func(old, parent int32)
	visit = func(old, parent int32) {
		id := int32(len(p.nodes))
		p.nodes = append(p.nodes, met[old])
		p.nodes[id].parent = parent
		slices.SortFunc(children[old], func(a, b int32) int { return cmp.Compare(met[a].char, met[b].char) })
		for _, c := range children[old] {
			visit(c, id)
		}
	}
	visit(0, 0)
	p.kidsAt = make([]int32, len(p.nodes)+1)
	for _, n := range p.nodes[1:] {
		p.kidsAt[n.parent+1]++
	}
	for v := range p.nodes {
		p.kidsAt[v+1] += p.kidsAt[v]
	}
	p.kids = make([]kid, len(p.nodes)-1)
	filled := slices.Clone(p.kidsAt)
	for id, n := range p.nodes[1:] {
		p.kids[filled[n.parent]] = kid{n.char, int32(id + 1)}
		filled[n.parent]++
	}
}

// find returns the child of a node by its character, or 0.
func (p *phrases) find(at int32, char rune) int32 {
	kids := p.kids[p.kidsAt[at]:p.kidsAt[at+1]]
	i := 0
	if len(kids) > 1 {
		i, _ = slices.BinarySearchFunc(kids, char, func(k kid, c rune) int { return cmp.Compare(k.char, c) })
	}
	if i < len(kids) && kids[i].char == char {
		return kids[i].id
	}
	return 0
}

// wide reports whether the clauses of a node are listed.
func (p *phrases) wide(id int32) bool {
	n := &p.nodes[id]
	return int(n.chunks) >= p.chunks || int(n.sentences) >= p.sentences && int(n.places) >= p.places
}

// mayHold reports whether a folded word may stand in the sentences: all its characters and pairs do.
func (p *phrases) mayHold(word string) bool {
	last := int32(0)
	for _, c := range word {
		if last != 0 && c != ' ' && p.find(last, c) == 0 {
			return false
		}
		if last = p.find(0, c); last == 0 && c != ' ' {
			return false
		}
	}
	return true
}

// text returns the string of a node.
func (p *phrases) text(id int32) string {
	chars := make([]rune, p.nodes[id].depth)
	for i := len(chars) - 1; i >= 0; i-- {
		chars[i] = p.nodes[id].char
		id = p.nodes[id].parent
	}
	return string(chars)
}

// close numbers the wide strings that no longer string contains with just the same sentences: 人民政
// always goes on as 人民政府, whose clauses are its own.
func (p *phrases) close() {
	same := make([]int32, len(p.nodes)) // a longer string in the same sentences
	for id := int32(1); int(id) < len(p.nodes); id++ {
		if !p.wide(id) {
			continue
		}
		parent := p.nodes[id].parent
		if parent != 0 && p.nodes[parent].sentences == p.nodes[id].sentences {
			same[parent] = id
		}
		if end := p.end(id); end != 0 && p.nodes[end].sentences == p.nodes[id].sentences {
			same[end] = id
		}
	}
	for id := int32(1); int(id) < len(p.nodes); id++ {
		if p.wide(id) && same[id] == 0 {
			p.nodes[id].closed = int32(len(p.closed))
			p.closed = append(p.closed, id)
		}
	}
	for id := int32(1); int(id) < len(p.nodes); id++ {
		last := id
		for same[last] != 0 {
			last = same[last]
		}
		p.nodes[id].closed = p.nodes[last].closed
	}
}

// end returns the node of the string of id without its first character.
func (p *phrases) end(id int32) int32 {
	at := int32(0)
	for _, c := range []rune(p.text(id))[1:] {
		at = p.find(at, c)
	}
	return at
}

// each calls note for every string of the folded text of a sentence that the index lists, as
// often as it stands there.
func (p *phrases) each(folded []rune, note func(id int32)) {
	for i := range folded {
		at := int32(0)
		for _, c := range folded[i:] {
			if at = p.find(at, c); at == 0 {
				break // no listed string goes over a blank
			}
			note(at)
		}
	}
}

// wideIn returns for each sentence the numbers of the closed wide strings in it.
func (p *phrases) wideIn(sentences []sentence) [][]int32 {
	in := make([][]int32, len(sentences))
	last := make([]int, len(p.closed)) // the last sentence noted, plus one
	for n, s := range sentences {
		p.each([]rune(fold(s.text)), func(id int32) {
			if i := p.nodes[id].closed; i >= 0 && last[i] != n+1 {
				last[i] = n + 1
				in[n] = append(in[n], i)
			}
		})
	}
	return in
}
