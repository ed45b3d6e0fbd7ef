package target

import (
	"sort"
	"strings"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	finishVerbs = words.Of("finish-verbs")

	// deadlineLabel stands before the year until which the task before it is to be done. On a line of its own it gives no
	// number a year: the deadline of the task says it.
	deadlineLabel = words.Pattern(`(?:{{deadline-acts}}{{deadline-nouns}}|[（；，]{{deadline-labels}})：$`)
)

// How many bytes are looked at for a deadline that follows a number.
const (
	deadlineReach = 200 // from the number to the year, some 70 characters
	finishReach   = 45  // from the year to the verb, fifteen characters
)

// deadline notes a deadline that follows the number in its sentence: 「…100个，2025年底前建成」, 「…100个（完成时限：2025年）」.
func (q *yearQuestion) deadline() bool {
	t, years := q.clock.text, q.clock.years
	n := sort.Search(len(years), func(i int) bool { return years[i].start > q.pos })
	if n == len(years) || years[n].use != yearOf || years[n].end > q.sentence.end {
		return false
	}
	y := years[n]
	if y.start-q.pos <= deadlineReach && deadlineLabel.MatchString(t.s[q.pos:y.start]) {
		return q.is(t.yearAt(y))
	}
	if !y.until || y.end == q.sentence.end {
		return false
	}
	if y.start-q.pos > deadlineReach || stopsBetween(t.s[q.pos:y.start]) != 1 {
		return false
	}
	tail := t.s[y.end:source.RuneStart(t.s, min(q.sentence.end, y.end+finishReach))]
	return words.In(tail, finishVerbs) && !strings.ContainsAny(tail, "，0123456789") && q.is(t.yearAt(y))
}

// stopsBetween counts the stops within a sentence in s.
func stopsBetween(s string) int { return strings.Count(s, "，") + strings.Count(s, "；") }
