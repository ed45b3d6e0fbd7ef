package duty

import (
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A trimming takes words off an item of a list that are no part of a name.
type trimming struct {
	policy.Rule
	keep func(item string) (start, end int) // what it leaves of item; all where it takes nothing off
	tell func(e *entry, item string)        // what the words taken off say of the body, or nil
}

// trim takes off the item what is no part of a name and returns the place of the name in text. What
// the words taken off say goes into the entry.
func (e *entry) trim(text string) token {
	t, by := trimmed(text, e.item)
	e.trims = by
	for _, r := range besideName {
		item := text[t.start:t.end]
		start, end := r.keep(item)
		if r.Off() || start == 0 && end == len(item) {
			continue
		}
		if r.tell != nil {
			r.tell(e, item)
		}
		t, by = trimmed(text, token{t.start + start, t.start + end})
		e.trims = append(append(e.trims, r.Name), by...)
	}
	return t
}

// trimToken takes white space and the words before the first and after the last name off a token.
func trimToken(text string, t token) token {
	t, _ = trimmed(text, t)
	return t
}

// trimmed does what trimToken does and tells by which rules.
func trimmed(text string, t token) (rest token, by []string) {
	s := source.Trim(text, source.Span{Start: t.start, End: t.end})
	for _, r := range beforeName {
		if start, end := r.keep(text[s.Start:s.End]); !r.Off() && end-start < s.Len() {
			s = source.Span{Start: s.Start + start, End: s.Start + end}
			by = append(by, r.Name)
		}
	}
	for {
		end, rule := nameEnd(text[s.Start:s.End])
		if end == s.Len() {
			return token{s.Start, s.End}, by
		}
		s = source.Trim(text, source.Span{Start: s.Start, End: s.Start + end})
		by = append(by, rule)
	}
}

// nameEnd returns where the first rule of behindName ends the name in item, and that rule; the length
// of item where none does.
func nameEnd(item string) (end int, rule string) {
	for _, r := range behindName {
		if _, end := r.keep(item); !r.Off() && end < len(item) {
			return end, r.Name
		}
	}
	return len(item), ""
}

// remarkIn is a bracket inside a name.
var remarkIn = pattern.MustCompile(words.Bracketed)

// withoutRemark drops brackets inside a name: 各县（市、区）政府 → 各县政府.
func withoutRemark(name string) string { return remarkIn.ReplaceAllString(name, "") }
