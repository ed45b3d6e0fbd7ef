package pattern

import (
	"encoding/binary"
	"regexp/syntax"
	"sync"
	"sync/atomic"
)

// An automaton runs a program over a text, each character once. What it has seen to follow from a state and a class of characters
// it keeps. Several readings may use it at once.
type automaton struct {
	*alphabet
	prog    *syntax.Prog
	search  bool // a match may begin behind the place where reading starts
	longest bool // all matches are followed to their ends; otherwise those before which Go prefers another are not

	first  [2]atomic.Pointer[state] // inside a text, and at its start
	mu     sync.Mutex
	states map[string]*state
}

// A state is what may go on at a place of a text.
type state struct {
	list  []uint32 // instructions by preference: those that take a character, those that wait for the end of the text, a match
	fresh bool     // a match may still begin
	start bool     // the place is the start of the text

	match bool // a match ends here
	atEnd bool // one ends here if the text does
	dead  bool // nothing can follow
	ends  bool // it is one of match and dead
	next  []atomic.Pointer[state]
}

// mostStates bounds what an automaton keeps; it begins anew beyond.
const mostStates = 2000

// newAutomaton returns an automaton for the expression, and nil where that asks for what it cannot tell.
func newAutomaton(re *syntax.Regexp, search, longest bool) *automaton {
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		panic("pattern: internal error: " + err.Error())
	}
	for _, i := range prog.Inst {
		switch i.Op {
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(i.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
				return nil
			}
		case syntax.InstRune, syntax.InstRune1:
			if syntax.Flags(i.Arg)&syntax.FoldCase != 0 {
				return nil
			}
		}
	}
	return &automaton{alphabet: newAlphabet(prog), prog: prog, search: search, longest: longest, states: map[string]*state{}}
}

// begin returns the state in which reading starts, at the start of the text or inside.
func (a *automaton) begin(start bool) *state {
	at := &a.first[0]
	if start {
		at = &a.first[1]
	}
	if s := at.Load(); s != nil {
		return s
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	c := a.closure(start, false)
	c.add(uint32(a.prog.Start))
	s := a.state(c, a.search, start)
	at.Store(s)
	return s
}

// step returns the state behind a character of the class.
func (a *automaton) step(s *state, class uint16) *state {
	a.mu.Lock()
	defer a.mu.Unlock()
	if n := s.next[class].Load(); n != nil {
		return n
	}
	c := a.closure(false, false)
	for _, pc := range s.list {
		if c.cut {
			break
		}
		switch i := &a.prog.Inst[pc]; i.Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if a.takes[a.sets[pc]][int(class)] {
				c.add(i.Out)
			}
		}
	}
	fresh := s.fresh && !c.cut
	if fresh {
		c.add(uint32(a.prog.Start))
	}
	n := a.state(c, fresh, false)
	s.next[class].Store(n)
	return n
}

// state returns the state of what was collected.
func (a *automaton) state(c *closure, fresh, start bool) *state {
	fresh = fresh && !c.cut
	if fresh && len(c.list) == 0 {
		again := a.closure(false, false)
		again.add(uint32(a.prog.Start))
		fresh = len(again.list) > 0 // nothing begins but at the start of the text
	}
	key := make([]byte, 0, 2*len(c.list)+1)
	key = append(key, flags(fresh, start))
	for _, pc := range c.list {
		key = binary.AppendUvarint(key, uint64(pc))
	}
	if s := a.states[string(key)]; s != nil {
		return s
	}
	if len(a.states) >= mostStates {
		clear(a.states)
		a.first[0].Store(nil)
		a.first[1].Store(nil)
	}
	s := &state{list: c.list, fresh: fresh, start: start, match: c.matched, dead: len(c.list) == 0 && !fresh}
	s.ends = s.match || s.dead
	end := a.closure(start, true)
	for _, pc := range s.list {
		end.add(pc)
	}
	s.atEnd = end.matched
	s.next = make([]atomic.Pointer[state], a.size)
	a.states[string(key)] = s
	return s
}

func flags(fresh, start bool) (b byte) {
	if fresh {
		b |= 1
	}
	if start {
		b |= 2
	}
	return b
}

// A closure collects the instructions that are reached without a character.
type closure struct {
	*automaton
	holds   syntax.EmptyOp // at the place
	seen    []bool
	list    []uint32
	matched bool
	cut     bool // a match is preferred to all that would follow
}

func (a *automaton) closure(start, end bool) *closure {
	c := &closure{automaton: a, seen: make([]bool, len(a.prog.Inst))}
	if start {
		c.holds |= syntax.EmptyBeginText
	}
	if end {
		c.holds |= syntax.EmptyEndText
	}
	return c
}

func (c *closure) add(pc uint32) {
	if c.cut || c.seen[pc] {
		return
	}
	c.seen[pc] = true
	switch i := &c.prog.Inst[pc]; i.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		c.add(i.Out)
		c.add(i.Arg)
	case syntax.InstCapture, syntax.InstNop:
		c.add(i.Out)
	case syntax.InstEmptyWidth:
		switch wants := syntax.EmptyOp(i.Arg) &^ c.holds; wants {
		case 0:
			c.add(i.Out)
		case syntax.EmptyEndText:
			c.list = append(c.list, pc)
		}
	case syntax.InstMatch:
		c.list = append(c.list, pc)
		c.matched, c.cut = true, !c.longest
	case syntax.InstFail:
	default:
		c.list = append(c.list, pc)
	}
}

// follow returns the state behind a character of the class.
func (a *automaton) follow(s *state, class uint16) *state {
	if n := s.next[class].Load(); n != nil {
		return n
	}
	return a.step(s, class)
}

// matches reports whether s holds a match.
func (a *automaton) matches(s string) bool {
	st := a.begin(true)
	for i := 0; i < len(s); {
		if st.ends {
			return st.match
		}
		if b := s[i]; i+2 < len(s) && isThree(b, s[i+1], s[i+2]) { // as alphabet.next, which is no part of this loop
			st = a.follow(st, a.pages[b<<4|s[i+1]>>2&0xF][s[i+1]<<6|s[i+2]&0x3F])
			i += 3
			continue
		}
		var class uint16
		class, i = a.alphabet.next(s, i)
		st = a.follow(st, class)
	}
	return st.match || st.atEnd
}

// end returns where the match ends that Go prefers in s from at on, or -1.
func (a *automaton) end(s string, at int) int {
	st, end := a.begin(at == 0), -1
	for i := at; ; {
		if st.ends {
			if st.match {
				end = i
			}
			if st.dead {
				return end
			}
		}
		if i+2 < len(s) && isThree(s[i], s[i+1], s[i+2]) { // as in matches
			st = a.follow(st, a.pages[s[i]<<4|s[i+1]>>2&0xF][s[i+1]<<6|s[i+2]&0x3F])
			i += 3
			continue
		}
		if i >= len(s) {
			break
		}
		var class uint16
		class, i = a.alphabet.next(s, i)
		st = a.follow(st, class)
	}
	if st.atEnd {
		return len(s)
	}
	return end
}

// startBefore returns the first place from which a match of the reversed expression leads to end, not before from; or -1.
func (a *automaton) startBefore(s string, from, end int) int {
	st, start := a.begin(end == len(s)), -1
	for i := end; ; {
		if st.ends {
			if st.match {
				start = i
			}
			if st.dead {
				return start
			}
		}
		if i <= from {
			break
		}
		var class uint16
		class, i = a.alphabet.last(s, i)
		st = a.follow(st, class)
	}
	if from == 0 && st.atEnd {
		return 0
	}
	return start
}
