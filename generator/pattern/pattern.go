// Package pattern reads regular expressions of Go's syntax, with the matches and the groups of package regexp. It asks an automaton first,
// which looks at each character of a text once: most sentences hold nothing of what most rules look for, and package regexp is
// slow to say so.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Regexp is a regular expression. Its methods are those of a regexp.Regexp and return the same.
type Regexp struct {
	expr   string
	tree   *syntax.Regexp
	groups int
	std    func() *regexp.Regexp
	inner  [4]func() *regexp.Regexp // the whole of a match, by whether the text begins and ends there
	find   func() *automaton        // nil where only package regexp can tell
	back   func() *automaton
	ended  bool     // a match ends where the text does
	needs  []string // words one of which a match holds; nil where that is not asked
}

// MustCompile returns the expression and panics where it is none.
func MustCompile(expr string) *Regexp {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("pattern: " + err.Error())
	}
	r := &Regexp{expr: expr, tree: tree, groups: tree.MaxCap(), ended: ended(tree)}
	if !r.ended && !begun(tree) {
		r.needs = needed(tree)
	}
	r.std = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
	for i := range r.inner {
		r.inner[i] = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(within(tree, i&1 != 0, i&2 != 0)) })
	}
	r.find = sync.OnceValue(func() *automaton { return newAutomaton(tree, true, false) })
	r.back = sync.OnceValue(func() *automaton { return newAutomaton(reversed(tree), false, true) })
	return r
}

// Any returns an expression of what one of the others matches at least, by which a text is asked for all of them at once.
func Any(of ...*Regexp) *Regexp {
	var exprs []string
	for _, r := range of {
		exprs = append(exprs, "(?:"+r.expr+")")
	}
	return MustCompile(strings.Join(exprs, "|"))
}

// ended reports whether all that re matches ends with the text.
func ended(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpEndText:
		return true
	case syntax.OpConcat:
		return ended(re.Sub[len(re.Sub)-1])
	case syntax.OpCapture:
		return ended(re.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !ended(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// begun reports whether all that re matches begins with the text.
func begun(re *syntax.Regexp) bool { return ended(reversed(re)) }

// lacks reports whether a long text holds none of what a match needs.
func (r *Regexp) lacks(s string) bool {
	return r.needs != nil && len(s) >= leastAsked && !holdsOne(s, r.needs)
}

func (r *Regexp) String() string { return r.expr }

// MatchString reports whether s holds a match.
func (r *Regexp) MatchString(s string) bool {
	if r.ended {
		if b := r.back(); b != nil {
			return b.startBefore(s, 0, len(s)) >= 0
		}
		return r.std().MatchString(s)
	}
	if f := r.find(); f != nil {
		return !r.lacks(s) && f.matches(s)
	}
	return r.std().MatchString(s)
}

// span returns where the first match in s from at on begins and ends; start is -1 where there is none.
// It may be asked only where the automatons can tell.
func (r *Regexp) span(s string, at int) (start, end int) {
	if r.ended {
		return r.back().startBefore(s, at, len(s)), len(s)
	}
	if r.lacks(s[at:]) {
		return -1, -1
	}
	end = r.find().end(s, at)
	if end < 0 {
		return -1, -1
	}
	return r.back().startBefore(s, at, end), end
}

func (r *Regexp) known() bool { return r.find() != nil }

// groupsOf returns the groups of the match that begins and ends there.
func (r *Regexp) groupsOf(s string, start, end int) []int {
	if r.groups == 0 {
		return []int{start, end}
	}
	n := 0
	if start == 0 {
		n |= 1
	}
	if end == len(s) {
		n |= 2
	}
	m := r.inner[n]().FindStringSubmatchIndex(s[start:end])
	for i := range m {
		if m[i] >= 0 {
			m[i] += start
		}
	}
	return m
}

// FindStringIndex returns where the first match begins and ends, or nil.
func (r *Regexp) FindStringIndex(s string) []int {
	if !r.known() {
		return r.std().FindStringIndex(s)
	}
	if start, end := r.span(s, 0); start >= 0 {
		return []int{start, end}
	}
	return nil
}

// FindString returns the first match, or "".
func (r *Regexp) FindString(s string) string {
	if m := r.FindStringIndex(s); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end, or nil.
func (r *Regexp) FindStringSubmatchIndex(s string) []int {
	if !r.known() {
		return r.std().FindStringSubmatchIndex(s)
	}
	if start, end := r.span(s, 0); start >= 0 {
		return r.groupsOf(s, start, end)
	}
	return nil
}

// FindStringSubmatch returns the first match and its groups, or nil.
func (r *Regexp) FindStringSubmatch(s string) []string {
	return texts(s, r.FindStringSubmatchIndex(s))
}

// texts returns the texts of the groups at the places.
func texts(s string, m []int) []string {
	if m == nil {
		return nil
	}
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

// FindAllStringIndex returns where matches that do not overlap begin and end, at most n where n is not negative.
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if !r.known() {
		return r.std().FindAllStringIndex(s, n)
	}
	var out [][]int
	r.each(s, n, func(start, end int) { out = append(out, []int{start, end}) })
	return out
}

// each calls f for each match in s, as Go counts them: none is empty right behind another.
func (r *Regexp) each(s string, n int, f func(start, end int)) {
	for at, before, count := 0, -1, 0; at <= len(s) && (n < 0 || count < n); {
		start, end := r.span(s, at)
		if start < 0 {
			return
		}
		if end > start || start != before {
			f(start, end)
			count++
		}
		before = end
		if end > at {
			at = end
			continue
		}
		_, width := utf8.DecodeRuneInString(s[at:])
		at += max(width, 1)
	}
}

// FindAllString returns the matches that do not overlap.
func (r *Regexp) FindAllString(s string, n int) []string {
	var out []string
	for _, m := range r.FindAllStringIndex(s, n) {
		out = append(out, s[m[0]:m[1]])
	}
	return out
}

// FindAllStringSubmatchIndex returns where the matches that do not overlap and their groups begin and end.
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !r.known() {
		return r.std().FindAllStringSubmatchIndex(s, n)
	}
	var out [][]int
	r.each(s, n, func(start, end int) { out = append(out, r.groupsOf(s, start, end)) })
	return out
}

// FindAllStringSubmatch returns the matches that do not overlap with their groups.
func (r *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var out [][]string
	for _, m := range r.FindAllStringSubmatchIndex(s, n) {
		out = append(out, texts(s, m))
	}
	return out
}

// ReplaceAllString returns s with the text in the place of each match, in which $1 stands for a group.
func (r *Regexp) ReplaceAllString(s, text string) string {
	if !r.MatchString(s) {
		return s
	}
	return r.std().ReplaceAllString(s, text)
}

// ReplaceAllStringFunc returns s with what f makes of each match in its place.
func (r *Regexp) ReplaceAllStringFunc(s string, f func(string) string) string {
	if !r.MatchString(s) {
		return s
	}
	return r.std().ReplaceAllStringFunc(s, f)
}

// Split returns the parts of s between the matches.
func (r *Regexp) Split(s string, n int) []string {
	if !r.known() || n >= 0 || r.expr == "" || s == "" {
		return r.std().Split(s, n)
	}
	var out []string
	begin, last := 0, 0
	r.each(s, n, func(start, end int) {
		if end == 0 {
			return
		}
		last = start
		out = append(out, s[begin:last])
		begin = end
	})
	if last != len(s) {
		out = append(out, s[begin:])
	}
	return out
}
