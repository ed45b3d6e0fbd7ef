package pattern

import (
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is asked for words that a match needs before an automaton reads it, if the words are few and long or rare.
const (
	mostNeeded = 4
	// leastAsked is how many bytes a text has at least that is asked.
	leastAsked = 48
)

// needed returns words one of which each match of re holds, and nil where no few and rare ones are known.
func needed(re *syntax.Regexp) []string {
	words := wordsOf(re)
	if weight(words) > mostNeeded {
		return nil
	}
	return words
}

// wordsOf returns words one of which each match of re holds: of all that stand in it one behind another those that stand in the fewest
// texts. It is nil where a match may be without.
func wordsOf(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return []string{string(re.Rune)}
		}
	case syntax.OpCharClass:
		var out []string
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				if out = append(out, string(r)); len(out) > mostNeeded {
					return nil
				}
			}
		}
		return out
	case syntax.OpCapture, syntax.OpPlus:
		return wordsOf(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return wordsOf(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if words := wordsOf(sub); words != nil && (best == nil || weight(words) < weight(best)) {
				best = words
			}
		}
		return best
	case syntax.OpAlternate:
		var out []string
		for _, sub := range re.Sub {
			words := wordsOf(sub)
			if words == nil {
				return nil
			}
			out = append(out, words...)
		}
		return out
	}
	return nil
}

// weight is how much it takes to look for the words and how often it is in vain: next to always for a mark or a digit.
func weight(words []string) float64 {
	sum := 0.0
	for _, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		switch {
		case len(w) > n:
			sum++
		case r < utf8.RuneSelf && !unicode.IsDigit(r):
			sum += 0.5
		case unicode.Is(unicode.Han, r) && !strings.ContainsRune(commonest, r), strings.ContainsRune(rareMarks, r):
			sum += 1.5
		default:
			sum += mostNeeded + 1
		}
	}
	return sum
}

// commonest are the Han characters that next to no sentence lacks, rareMarks the marks that most do.
const (
	commonest = "的年月日一和不"
	rareMarks = "《》〔〕★●│｜"
)

// holdsOne reports whether s holds one of the words.
func holdsOne(s string, words []string) bool {
	for _, w := range words {
		if Holds(s, w) {
			return true
		}
	}
	return false
}

// Holds is strings.Contains for Han words: that looks for the first byte of w, one of five that nearly all Han characters begin with, this for
// the last one, which few share.
func Holds(s, w string) bool {
	if w == "" {
		return true
	}
	last := len(w) - 1
	for i := last; i < len(s); i++ {
		n := strings.IndexByte(s[i:], w[last])
		if n < 0 {
			return false
		}
		if i += n; s[i-last:i+1] == w {
			return true
		}
	}
	return false
}
