package source

import (
	"unicode/utf8"

	"zhengce/generator/say"
)

// lossRunes is the length in characters at which a message cuts the text of a loss; the pages show all of it.
const lossRunes = 80

// Count returns the number of characters of text, white space aside.
func Count(text string) int { return utf8.RuneCountInString(Squeeze(text)) }

// Characters returns the number of characters that the account explains, white space aside.
func (a Account) Characters() int {
	n := 0
	for _, e := range a {
		n += Count(e.Text)
	}
	return n
}

// Lost returns the number of characters of the losses of f, white space aside.
func (f *File) Lost() int {
	n := 0
	for _, l := range f.Losses {
		n += Count(l.Text)
	}
	return n
}

// Doubts returns a problem for each loss of f. It has no line: the text stands in none.
func (f *File) Doubts() ErrorList {
	var out ErrorList
	for _, l := range f.Losses {
		var place any = say.Phrase("the file")
		if l.Part != "" {
			place = l.Part
		}
		text := Squeeze(l.Text)
		e := Problem(f.Name, Lost, "text-lost", "text of %s at %d stands nowhere on the page (%d characters): %q",
			place, l.At, utf8.RuneCountInString(text), first(text, lossRunes))
		e.Quote = first(text, quoteRunes)
		out = append(out, e)
	}
	return out
}

// first returns the first n characters of text.
func first(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// Holds reports whether s is a stretch of the text of f that is not empty.
func (f *File) Holds(s Span) bool { return 0 <= s.Start && s.Start < s.End && s.End <= len(f.Text) }

// Made returns the stretches of the text, in order and without the white space at their ends, that stand in
// the file in no characters of its own and were written by the reader, such as numbers that Word counts.
// A file without an account has none.
func (f *File) Made() []Span {
	if f.Account == nil {
		return nil
	}
	told := make([]bool, len(f.Text))
	for _, e := range f.Account {
		if e.Fate == LeftOut || !f.Holds(e.Span) {
			continue
		}
		for i := e.Span.Start; i < e.Span.End; i++ {
			told[i] = true
		}
	}
	var out []Span
	for at := 0; at < len(told); {
		end := at
		for end < len(told) && told[end] == told[at] {
			end++
		}
		if s := f.Trim(Span{at, end}); !told[at] && !s.Empty() {
			out = append(out, s)
		}
		at = end
	}
	return out
}
