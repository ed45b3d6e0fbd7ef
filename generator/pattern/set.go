package pattern

// A Set is a set of characters, of which most texts hold few.
type Set struct {
	maybe [16]uint64 // by the last ten bits of a character, whether one in the set has the same
	has   map[rune]bool
}

// SetOf returns the set of the characters of the texts.
func SetOf(texts ...string) *Set {
	s := &Set{has: map[rune]bool{}}
	for _, t := range texts {
		for _, r := range t {
			s.has[r] = true
			s.maybe[r>>6&15] |= 1 << (r & 63)
		}
	}
	return s
}

// Has reports whether r is in the set.
func (s *Set) Has(r rune) bool { return s.maybe[r>>6&15]&(1<<(r&63)) != 0 && s.has[r] }
