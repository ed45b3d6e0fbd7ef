// Package say says what the command tells its users, in English or in Chinese. In code a message is its English format; the
// Chinese of each stands in chinese.txt. A message keeps its format, so that it is said in the language in use when it is
// printed, whenever it was made.
package say

import (
	"fmt"
	"strings"
	"sync/atomic"
)

// A Lang is a language of messages.
type Lang int32

// The languages. English is in use until [Use] is called: data and pages hold messages in it whatever the user reads.
const (
	English Lang = iota
	Chinese
)

var used atomic.Int32

// Use makes l the language in use.
func Use(l Lang) { used.Store(int32(l)) }

// Used returns the language in use.
func Used() Lang { return Lang(used.Load()) }

// Named returns the language of the name zh or en.
func Named(name string) (Lang, bool) {
	switch name {
	case "en":
		return English, true
	case "zh":
		return Chinese, true
	}
	return Chinese, false
}

// Locale returns the language of the user's settings: English where they name it, else Chinese.
func Locale(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if tag, _, _ := strings.Cut(value, "_"); tag == "en" || strings.HasPrefix(tag, "en.") || strings.HasPrefix(tag, "en-") {
				return English
			}
			return Chinese
		}
	}
	return Chinese
}

// A Speaker says itself in a language.
type Speaker interface{ In(Lang) string }

// A Message is a format with its arguments. Those that are errors or speakers are said in the language of the message.
type Message struct {
	format string
	args   []any
}

// Of returns a message.
func Of(format string, args ...any) Message { return Message{format, args} }

// Sprintf returns a message in the language in use.
func Sprintf(format string, args ...any) string { return Of(format, args...).String() }

func (m Message) String() string { return m.In(Used()) }

// In returns the message in l; in English where it has no Chinese.
func (m Message) In(l Lang) string {
	format := m.format
	if l == Chinese {
		if c, ok := chinese[format]; ok {
			format = c
		}
	}
	args := make([]any, len(m.args))
	for i, a := range m.args {
		args[i] = argument(l, a)
	}
	return fmt.Sprintf(strings.NewReplacer("%%", "%%", "%w", "%v", "]w", "]v").Replace(format), args...)
}

// duration is a time.Duration; this package reads no clock.
type duration interface {
	fmt.Stringer
	Minutes() float64
}

// argument returns an argument as it is printed in l.
func argument(l Lang, a any) any {
	switch a := a.(type) {
	case Speaker:
		return a.In(l)
	case error:
		return In(l, a)
	case duration:
		if l == Chinese {
			return strings.NewReplacer("h", "小时", "ms", "毫秒", "m", "分", "s", "秒").Replace(a.String())
		}
	}
	return a
}

// A Phrase is a message, or a part of one, without arguments.
type Phrase string

func (p Phrase) String() string { return p.In(Used()) }

// In returns the phrase in l.
func (p Phrase) In(l Lang) string {
	if l == Chinese {
		if c, ok := chinese[string(p)]; ok {
			return c
		}
	}
	return string(p)
}

// failure is an error with a message.
type failure struct{ Message }

func (f *failure) Error() string { return f.String() }

// Unwrap returns the errors among the arguments that %w prints.
func (f *failure) Unwrap() (wrapped []error) {
	if !strings.Contains(f.format, "%w") {
		return nil
	}
	for _, a := range f.args {
		if err, ok := a.(error); ok {
			wrapped = append(wrapped, err)
		}
	}
	return wrapped
}

// Errorf returns an error; %w wraps one as in [fmt.Errorf].
func Errorf(format string, args ...any) error { return &failure{Of(format, args...)} }

// New returns an error without arguments.
func New(text string) error { return &failure{Of("%s", Phrase(text))} }

// In returns the message of an error in l. In Chinese, one of the system or of a library is told as far as it is known.
func In(l Lang, err error) string {
	if s, ok := err.(Speaker); ok {
		return s.In(l)
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok && l == Chinese {
		var lines []string
		for _, e := range joined.Unwrap() {
			lines = append(lines, In(l, e))
		}
		return strings.Join(lines, "\n")
	}
	if l == English {
		return err.Error()
	}
	return foreignError(err)
}

// Error returns the message of an error in the language in use.
func Error(err error) string { return In(Used(), err) }

// List is some names, joined by the word for and.
type List []string

// In returns the list in l.
func (x List) In(l Lang) string { return strings.Join(x, Phrase(" and ").In(l)) }

// Names is some names, joined by commas.
type Names []string

// In returns the names in l.
func (x Names) In(l Lang) string { return strings.Join(x, Phrase(", ").In(l)) }

// Clauses is some messages, joined by semicolons.
type Clauses []string

// In returns the messages, each as it was said, joined in l.
func (x Clauses) In(l Lang) string { return strings.Join(x, Phrase("; ").In(l)) }

// Comma returns what stands between the entries of a list in the language in use.
func Comma() string { return Phrase(", ").String() }
