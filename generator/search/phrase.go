package search

import (
	"cmp"
	"slices"
)

// A width says what makes a string wide: it stands in so many places, and in so many different
// sentences; in a large library that is at least one of so many clauses and sentences. The
// clauses of a wide string are listed by themselves, so that nobody needs to load the places of
// all its sentences and to look into their text; any other is in few sentences.
type width struct {
	places, sentences      int
	ofClauses, ofSentences int
}

var wide = width{places: 400, ofClauses: 160, sentences: 8, ofSentences: 2000}

// in returns the width for a library of so many clauses and sentences.
func (w width) in(clauses, sentences int) width {
	if w.ofClauses > 0 {
		w.places = max(w.places, clauses/w.ofClauses)
	}
	if w.ofSentences > 0 {
		w.sentences = max(w.sentences, sentences/w.ofSentences)
	}
	return w
}

// phrases are the strings that the index lists, as a tree: node 0 is the empty string, and each
// other one adds a character to its parent. They are all characters and pairs of neighbours, and
// of longer strings those that are wide or would be but for their number, that is, whose beginning
// and end, each one character shorter, are wide.
type phrases struct {
	width
	nodes     []phrase
	child     map[edge]int32
	closed    []int32 // wide nodes whose clauses are listed; others that are wide have the same as one of them
	ascending []int32 // all nodes but the first, in the order of their strings
}

type phrase struct {
	edge
	depth     int32
	sentences int32
	places    int32
	last      int32 // the last sentence noted, plus one
	closed    int32 // number in closed, or -1
}

// An edge leads from a node to one that has a character more.
type edge struct {
	parent int32
	char   rune
}

// findPhrases returns the strings of sentences that the index lists.
func findPhrases(sentences []sentence, w width) *phrases {
	p := &phrases{width: w, nodes: make([]phrase, 1), child: map[edge]int32{}}
	texts := make([][]rune, len(sentences))
	ends := make([][]int32, len(sentences)) // by character, the node of the string that begins there, or 0
	for depth := int32(1); ; depth++ {
		grown := false
		for n, s := range sentences {
			if depth == 1 {
				texts[n] = []rune(fold(s.text))
				ends[n] = make([]int32, len(texts[n]))
			}
			if texts[n] != nil {
				if p.grow(texts[n], ends[n], depth, int32(n), s.places) {
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
func (p *phrases) grow(text []rune, ends []int32, length, sentence int32, places int) bool {
	grown := false
	for i := range text {
		v := ends[i]
		ends[i] = 0
		next := i + int(length) - 1
		if length > 1 && v == 0 || next >= len(text) || text[next] == ' ' {
			continue
		}
		if length > 2 && (!p.wide(v) || !p.wide(ends[i+1])) {
			continue
		}
		e := edge{v, text[next]}
		id, ok := p.child[e]
		if !ok {
			id = int32(len(p.nodes))
			p.child[e] = id
			p.nodes = append(p.nodes, phrase{edge: e, depth: length, closed: -1})
		}
		if node := &p.nodes[id]; node.last != sentence+1 {
			node.last = sentence + 1
			node.sentences++
			node.places += int32(places)
		}
		ends[i] = id
		grown = true
	}
	return grown
}

// wide reports whether the clauses of a node are listed.
func (p *phrases) wide(id int32) bool {
	return int(p.nodes[id].sentences) >= p.sentences && int(p.nodes[id].places) >= p.places
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

// order lists the nodes in the order of their strings.
func (p *phrases) order() {
	children := make([][]int32, len(p.nodes))
	for id := int32(1); int(id) < len(p.nodes); id++ {
		children[p.nodes[id].parent] = append(children[p.nodes[id].parent], id)
	}
	var visit func(id int32)
	visit = func(id int32) {
		slices.SortFunc(children[id], func(a, b int32) int { return cmp.Compare(p.nodes[a].char, p.nodes[b].char) })
		for _, c := range children[id] {
			p.ascending = append(p.ascending, c)
			visit(c)
		}
	}
	visit(0)
}

// close numbers the wide strings that no longer string contains with just the same sentences: 人民政
// always goes on as 人民政府, whose clauses are its own.
func (p *phrases) close() {
	same := make([]int32, len(p.nodes)) // a longer string in the same sentences
	for _, id := range p.ascending {
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
	for _, id := range p.ascending {
		if p.wide(id) && same[id] == 0 {
			p.nodes[id].closed = int32(len(p.closed))
			p.closed = append(p.closed, id)
		}
	}
	for _, id := range p.ascending {
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
		at = p.child[edge{at, c}]
	}
	return at
}

// each calls note for every string of the folded text of a sentence that the index lists, as
// often as it stands there.
func (p *phrases) each(folded []rune, note func(id int32)) {
	for i := range folded {
		at := int32(0)
		for _, c := range folded[i:] {
			next, ok := p.child[edge{at, c}]
			if c == ' ' || !ok {
				break
			}
			note(next)
			at = next
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
