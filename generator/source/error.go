package source

import (
	"fmt"
	"sort"
	"strings"

	"zhengce/generator/say"
)

// Severity says what a problem does to the result.
type Severity int

const (
	Warning Severity = iota // the document is odd, the result stands
	Failure                 // something false would be published
	Lost                    // text of the file stands nowhere: an error that is published with a word about it
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// An Error is one problem with its place. It prints as "seeds/x.txt:12:5: message", a warning
// as "seeds/x.txt:12:5: warning: message"; a problem of a whole file has no line.
type Error struct {
	Position
	Severity Severity
	Code     string      // short stable name of the kind of problem: "number-gap"
	Message  string      // in English, as data has it; lower case, one line, no full stop
	message  say.Speaker // the same in any language; nil for a phrase without arguments
	Quote    string      // the words of the text that it is about, white space removed; may be empty
	Hint     string      // what to do about it; printed on a line of its own
}

func (e *Error) Error() string { return e.In(say.Used()) }

// In returns the problem as it prints in a language.
func (e *Error) In(l say.Lang) string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", e.Line, e.Column)
	}
	b.WriteString(": ")
	if e.Severity == Warning {
		b.WriteString(say.Phrase("warning: ").In(l))
	}
	b.WriteString(e.Said().In(l))
	if e.Hint != "" {
		b.WriteString("\n\t" + strings.ReplaceAll(e.Hint, "\n", "\n\t"))
	}
	return b.String()
}

// Said returns the message without its place.
func (e *Error) Said() say.Speaker {
	if e.message != nil {
		return e.message
	}
	return say.Phrase(e.Message)
}

// Say makes a message that of e.
func (e *Error) Say(m say.Speaker) *Error {
	e.message, e.Message = m, m.In(say.English)
	return e
}

// Problem returns a problem of the whole file of the name.
func Problem(file string, s Severity, code, format string, args ...any) *Error {
	return (&Error{Position: Position{File: file}, Severity: s, Code: code}).Say(say.Of(format, args...))
}

// An ErrorList is a list of problems; [ErrorList.Sort] puts it in the order of files and places.
type ErrorList []*Error

// Add appends a problem at the byte offset off of f.
func (l *ErrorList) Add(f *File, off int, s Severity, code, format string, args ...any) *Error {
	e := Problem(f.Name, s, code, format, args...)
	e.Position = f.Position(off)
	*l = append(*l, e)
	return e
}

// quoteRunes is the length of a quote in characters at which it is cut.
const quoteRunes = 24

// Doubt appends a warning about the text of f at s, with its beginning as quote.
func (l *ErrorList) Doubt(f *File, s Span, code, format string, args ...any) {
	quote := []rune(f.Squeezed(s))
	if len(quote) > quoteRunes {
		quote = quote[:quoteRunes]
	}
	l.Add(f, s.Start, Warning, code, format, args...).Quote = string(quote)
}

// Sort orders the list by file, line, column and message.
func (l ErrorList) Sort() {
	sort.SliceStable(l, func(i, j int) bool {
		a, b := l[i], l[j]
		switch {
		case a.File != b.File:
			return a.File < b.File
		case a.Line != b.Line:
			return a.Line < b.Line
		case a.Column != b.Column:
			return a.Column < b.Column
		}
		return a.Message < b.Message
	})
}

// Failures returns the problems of the list with which nothing may be published.
func (l ErrorList) Failures() ErrorList { return l.of(Failure) }

// Losses returns the problems of the list that tell of text lost.
func (l ErrorList) Losses() ErrorList { return l.of(Lost) }

func (l ErrorList) of(s Severity) ErrorList {
	var out ErrorList
	for _, e := range l {
		if e.Severity == s {
			out = append(out, e)
		}
	}
	return out
}

// Err returns the failures of the list as one error that prints a line for each, or nil.
func (l ErrorList) Err() error {
	if f := l.Failures(); len(f) > 0 {
		return f
	}
	return nil
}

func (l ErrorList) Error() string { return l.In(say.Used()) }

// In returns the problems in a language, each on its line.
func (l ErrorList) In(lang say.Lang) string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.In(lang)
	}
	return strings.Join(lines, "\n")
}
