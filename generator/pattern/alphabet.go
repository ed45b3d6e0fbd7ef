package pattern

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// An alphabet puts characters into classes between which a program makes no difference.
type alphabet struct {
	starts  []rune         // where classes change, the first is 0
	classes []uint16       // of the characters from each start on
	ascii   [128]uint16    // classes of the first characters, and
	pages   [256]*page     // of those below U+10000, so that most need no search
	size    int            // how many classes there are
	takes   []map[int]bool // the classes that each set of characters takes
	sets    []int          // the set of each instruction of the program that takes a character
}

type page [256]uint16

// newAlphabet returns the classes of prog.
func newAlphabet(prog *syntax.Prog) *alphabet {
	a := &alphabet{sets: make([]int, len(prog.Inst)), starts: []rune{0}}
	known := map[string]int{}
	var ranges [][]rune
	for pc := range prog.Inst {
		r := rangesOf(&prog.Inst[pc])
		if r == nil {
			continue
		}
		key := string(r)
		set, ok := known[key]
		if !ok {
			set = len(ranges)
			known[key], ranges = set, append(ranges, r)
			for i := 0; i < len(r); i += 2 {
				a.starts = append(a.starts, r[i], r[i+1]+1)
			}
		}
		a.sets[pc] = set
	}
	slices.Sort(a.starts)
	a.starts = slices.Compact(a.starts)
	a.classify(ranges)
	a.tabulate()
	return a
}

// rangesOf returns the characters that an instruction takes as pairs of first and last, nil where it takes none.
func rangesOf(i *syntax.Inst) []rune {
	switch i.Op {
	case syntax.InstRune, syntax.InstRune1:
		if len(i.Rune) == 1 {
			return []rune{i.Rune[0], i.Rune[0]}
		}
		return i.Rune
	case syntax.InstRuneAny:
		return []rune{0, unicode.MaxRune}
	case syntax.InstRuneAnyNotNL:
		return []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}
	}
	return nil
}

// classify gives stretches one class that the same sets take.
func (a *alphabet) classify(ranges [][]rune) {
	in := make([][]int, len(a.starts))
	for set, r := range ranges {
		for i := 0; i < len(r); i += 2 {
			at, _ := slices.BinarySearch(a.starts, r[i])
			for ; at < len(a.starts) && a.starts[at] <= r[i+1]; at++ {
				in[at] = append(in[at], set)
			}
		}
	}
	a.classes = make([]uint16, len(a.starts))
	a.takes = make([]map[int]bool, len(ranges))
	for set := range a.takes {
		a.takes[set] = map[int]bool{}
	}
	known := map[string]int{}
	for i, sets := range in {
		var key []byte
		for _, set := range sets {
			key = binary.AppendUvarint(key, uint64(set))
		}
		class, ok := known[string(key)]
		if !ok {
			class = len(known)
			known[string(key)] = class
			for _, set := range sets {
				a.takes[set][class] = true
			}
		}
		a.classes[i] = uint16(class)
	}
	a.size = len(known)
}

// tabulate fills the tables of characters below U+10000. Pages of one class are one in memory.
func (a *alphabet) tabulate() {
	whole := map[uint16]*page{}
	for p := range a.pages {
		first := rune(p) << 8
		i := a.stretch(first)
		if i+1 == len(a.starts) || a.starts[i+1] > first+255 {
			class := a.classes[i]
			if whole[class] == nil {
				whole[class] = new(page)
				for c := range whole[class] {
					whole[class][c] = class
				}
			}
			a.pages[p] = whole[class]
			continue
		}
		a.pages[p] = new(page)
		for c := range a.pages[p] {
			for i+1 < len(a.starts) && a.starts[i+1] <= first+rune(c) {
				i++
			}
			a.pages[p][c] = a.classes[i]
		}
	}
	copy(a.ascii[:], a.pages[0][:128])
}

// stretch returns the index of the stretch in which r is.
func (a *alphabet) stretch(r rune) int {
	return sort.Search(len(a.starts), func(i int) bool { return a.starts[i] > r }) - 1
}

// class returns the class of a character that is none of ASCII.
func (a *alphabet) class(r rune) uint16 {
	if r < 0x10000 {
		return a.pages[r>>8][r&255]
	}
	return a.classes[a.stretch(r)]
}

// next returns the class of the first character of s[i:] and where the second begins.
func (a *alphabet) next(s string, i int) (class uint16, end int) {
	b := s[i]
	if b < utf8.RuneSelf {
		return a.ascii[b], i + 1
	}
	if i+2 < len(s) && isThree(b, s[i+1], s[i+2]) {
		return a.pages[b<<4|s[i+1]>>2&0xF][s[i+1]<<6|s[i+2]&0x3F], i + 3
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return a.class(r), i + n
}

// isThree reports whether the bytes are a character of three, as those of Han and of Chinese punctuation are, and not of the few
// whose bytes must be looked at once more.
func isThree(b0, b1, b2 byte) bool {
	return b0>>4 == 0xE && b0 != 0xE0 && b0 != 0xED && b1>>6 == 2 && b2>>6 == 2
}

// last returns the class of the last character of s[:i] and where it begins.
func (a *alphabet) last(s string, i int) (class uint16, start int) {
	b := s[i-1]
	if b < utf8.RuneSelf {
		return a.ascii[b], i - 1
	}
	if i > 2 && isThree(s[i-3], s[i-2], b) {
		return a.pages[s[i-3]<<4|s[i-2]>>2&0xF][s[i-2]<<6|b&0x3F], i - 3
	}
	r, n := utf8.DecodeLastRuneInString(s[:i])
	return a.class(r), i - n
}
