package target

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// The digits that stand above or below the line, by their value, as Unicode has them. A paragraph holds
// these also where the file sets plain digits so.
const (
	raisedDigits  = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	loweredDigits = "₀₁₂₃₄₅₆₇₈₉"
	raisedMinus   = '⁻'
)

// A setting gives the characters of a text as the marks of its file set them.
type setting struct {
	text  string
	marks []source.Mark // in the order of the text; those that end before the place are dropped
}

// at returns the character r, folded, at the byte offset i as it is set, behind the characters before. It is
// false for one that is no part of the sentence: the mark of a note, such as the ¹ of 95%¹.
func (s *setting) at(r rune, i int, before []rune) (rune, bool) {
	for len(s.marks) > 0 && s.marks[0].End <= i {
		s.marks = s.marks[1:]
	}
	for _, m := range s.marks {
		if m.Start > i {
			break
		}
		switch {
		case m.End <= i:
		case m.Kind == source.Superscript && !isExponent(s.text[m.Start:m.End]):
			return r, false
		case m.Kind == source.Superscript:
			r = raised(r)
		case m.Kind == source.Subscript:
			return lowered(r), true
		}
	}
	return r, !isRaised(r) || bearsPower(before)
}

// raised gives the form of a folded character that stands above the line.
func raised(r rune) rune {
	if r == '-' {
		return raisedMinus
	}
	return digitOf(raisedDigits, r)
}

// lowered gives the form of a folded character that stands below the line. A point there ends no sentence.
func lowered(r rune) rune {
	if r == '.' {
		return '·'
	}
	return digitOf(loweredDigits, r)
}

// digitOf returns the digit of the list that has the value of r, or r where it is none.
func digitOf(list string, r rune) rune {
	if numeral.IsDigit(r) {
		return []rune(list)[r-'0']
	}
	return r
}

func isRaised(r rune) bool {
	return r < '\u2080' && (r == raisedMinus || r > '~' && strings.ContainsRune(raisedDigits, r))
}

// isExponent reports whether a text that is raised is a number, and no mark of a note: 5, -2, not [2].
func isExponent(text string) bool {
	if len(text) > longestNumber {
		return false
	}
	for _, r := range text {
		if r = raised(fold(r)); !isRaised(r) && !source.IsSpace(r) {
			return false
		}
	}
	return true
}

// bearsPower reports whether what stands above the line behind the characters is their power: that of a
// number or a unit.
func bearsPower(before []rune) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return numeral.IsDigit(last) || isLatin(last) || isRaised(last) || last == '米' || last == '里'
}
