package target

import (
	"sort"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	finishVerbs = words.Of("finish-verbs")

	// deadlineField is the label of a line, or of a bracket, that says until when a task is to be done.
	deadlineField = words.Pattern(`{{deadline-acts}}{{deadline-nouns}}[：:]|(?:^|[（(；;，]){{deadline-labels}}[：:]`)
)

// How many bytes are looked at for a deadline that follows a number.
const (
	deadlineReach = 200 // from the number to the year, some 70 characters
	finishReach   = 45  // from the year to the verb, fifteen characters
)

// deadline notes a deadline that follows the number in its sentence: 「…100个，2025年底前建成」.
func (q *yearQuestion) deadline() bool {
	t, years := q.clock.text, q.clock.years
	n := sort.Search(len(years), func(i int) bool { return years[i].start > q.pos })
	if n == len(years) || !years[n].until || years[n].end >= q.sentence.end {
		return false
	}
	y := years[n]
	if y.start-q.pos > deadlineReach || stopsBetween(t.s[q.pos:y.start]) != 1 {
		return false
	}
	tail := t.s[y.end:source.RuneStart(t.s, min(q.sentence.end, y.end+finishReach))]
	return words.In(tail, finishVerbs) && !strings.ContainsAny(tail, "，0123456789") && q.is(t.yearAt(y))
}

// stopsBetween counts the stops within a sentence in s.
func stopsBetween(s string) int { return strings.Count(s, "，") + strings.Count(s, "；") }

// deadline returns the year until which the task of s is to be done: the last that its own line
// 「完成时限：2025年12月」 names, or that of the item or clause above a 「（1）」, whose line may follow it.
func (f *finder) deadline(s *document.Section) heldYear {
	for up := s; up != nil; up = up.Parent {
		for _, b := range up.Blocks {
			if year := f.deadlineIn(b); year.year > 0 {
				return year
			}
		}
		if up.Level < document.Subitem {
			return f.deadlineBelow(up)
		}
	}
	return heldYear{}
}

// deadlineBelow looks in the subitems of s, the last of which holds the lines that close s.
func (f *finder) deadlineBelow(s *document.Section) heldYear {
	if n := len(s.Sections); n > 0 && s.Sections[n-1].Level >= document.Subitem {
		for _, b := range s.Sections[n-1].Blocks {
			if year := f.deadlineIn(b); year.year > 0 {
				return year
			}
		}
	}
	return heldYear{}
}

// deadlineIn returns the year that the deadline in b names.
func (f *finder) deadlineIn(b *document.Block) heldYear {
	m := deadlineField.FindStringIndex(f.file[b.Start:b.End])
	if b.Table != nil || m == nil {
		return heldYear{}
	}
	t := f.read(source.Span{Start: b.Start + m[1], End: b.End})
	_, years := readNumbers(t)
	for i := len(years) - 1; i >= 0; i-- {
		if years[i].end <= t.sentences[0].end && years[i].use == yearOf {
			return t.yearAt(years[i])
		}
	}
	return heldYear{}
}
