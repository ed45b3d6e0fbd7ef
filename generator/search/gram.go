package search

import "strings"

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

// A posting is a list of rising numbers, coded as the distances between them.
type posting struct {
	last int // the last number added, plus one
	code []byte
}

// add appends n, unless it is the last one already.
func (p *posting) add(n int) {
	if p.last == n+1 {
		return
	}
	p.code = appendNumber(p.code, n-p.last)
	p.last = n + 1
}

// bitmap returns the numbers of p, all under limit, as digits of six numbers each.
func (p *posting) bitmap(limit int) string {
	bits := make([]byte, (limit+5)/6)
	at, n, shift := 0, 0, 0
	for _, c := range p.code {
		d := strings.IndexByte(digits, c)
		n |= d & 31 << shift
		shift += 5
		if d < 32 {
			at += n
			bits[at/6] |= 1 << (at % 6)
			at++
			n, shift = 0, 0
		}
	}
	for i, b := range bits {
		bits[i] = digits[b]
	}
	return string(bits)
}

// addGrams adds every string that is listed: a wide one with the number of its clauses, any other
// with the sentences in which it stands.
func (x *index) addGrams(s *sharder) {
	p := x.phrases
	postings := make([]posting, len(p.nodes))
	for n, t := range x.sentences {
		p.each([]rune(fold(t.text)), func(id int32) {
			if p.nodes[id].closed < 0 {
				postings[id].add(n)
			}
		})
	}
	for id := int32(1); int(id) < len(p.nodes); id++ {
		text := p.text(id)
		if n := p.nodes[id].closed; n >= 0 {
			s.addKey(text, n)
		} else {
			s.addKey(text, string(postings[id].code))
		}
	}
}

// dense is the share of clauses, one of so many, from which on a map of all of them is shorter than
// a posting.
const dense = 8

// addWide adds the clauses of wide strings: [posting], or [map, 1] where that is shorter.
func (x *index) addWide(s *sharder) {
	if len(x.phrases.closed) == 0 {
		return
	}
	in := x.phrases.wideIn(x.sentences)
	postings := make([]posting, len(x.phrases.closed))
	count := make([]int, len(postings))
	for c, list := range x.clauses {
		for _, n := range list {
			if n < 0 {
				continue
			}
			for _, i := range in[n] {
				if postings[i].last != c+1 {
					postings[i].add(c)
					count[i]++
				}
			}
		}
	}
	for i, p := range postings {
		if count[i]*dense > len(x.clauses) {
			s.add([]any{p.bitmap(len(x.clauses)), 1})
		} else {
			s.add([]any{string(p.code)})
		}
	}
}
