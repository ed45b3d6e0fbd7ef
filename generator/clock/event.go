package clock

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// readEvent reads the event that stands before a length.
func (m *moment) readEvent() {
	from := max(m.line.from, m.start-eventBytes)
	before := m.line.s[from:m.start]
	joint := joints.FindStringIndex(before)
	if joint == nil && ownDeed.MatchString(before) {
		joint = []int{len(before), len(before)} // 本规划印发6个月内
	}
	if joint == nil {
		m.eventBefore(before)
		return
	}
	event := before[:joint[0]]
	begin := m.line.back(from+len(event), commas+"(:、") - from
	if begin < 0 || begin > len(event) {
		begin = 0
	}
	if n := words.Last(event[begin:], eventLeads); n >= 0 {
		begin += n
	}
	begin += max(0, m.f.receipt(event[begin:]))
	if event = event[begin:]; event == "" {
		return
	}
	m.start = from + begin
	if lead, n := utf8.DecodeLastRuneInString(m.line.s[:m.start]); lead == '自' || lead == '从' {
		m.start -= n
	}
	m.after.Event, m.ownEvent = m.f.event(event)
}

// eventBefore reads the event of a length in the clause before: 本意见印发后，各县要在3个月内…
func (m *moment) eventBefore(before string) {
	if i := strings.LastIndexAny(before, stops); i >= 0 {
		before = before[i+width(before, i):]
	}
	x := eventClause.FindStringSubmatch(before)
	if x == nil {
		return
	}
	if name, own := m.f.event(x[1]); own {
		m.after.Event, m.ownEvent = name, true
	}
}

// ownDeed ends with an event of the paper itself, with which a length may begin without a further word.
var ownDeed = words.Pattern(`(?:{{self-words}}{{own-papers}}|^|[,。;:在于])(?:{{printed-words}}|{{published-words}}|{{effect-words}})$`)

// eventClause is a clause that names an event of a paper, before another one.
var eventClause = words.Pattern(`(?:^|,)([^,。;]{0,10}?(?:{{printed-words}}|{{published-words}}|{{effect-words}}))(?:{{after-joints}}),[^,。;]{0,30}$`)

// event returns the event of a length in the words of a record, and whether it is one of the paper itself.
func (f *finder) event(text string) (name string, own bool) {
	for i, verbs := range events {
		verb := words.Suffix(text, verbs)
		if verb == "" {
			continue
		}
		of := strings.Trim(strings.TrimSuffix(text, verb), "正式")
		switch {
		case of == "" && (!f.statute || i == len(events)-1), words.Prefix(of, selfWords) != "", !f.statute && words.Suffix(of, ownPapers) != "":
			return eventNames[i], true
		}
	}
	if f.receipt(text) == 0 || !f.statute && words.Suffix(text, seasonEvents) != "" {
		return text, true
	}
	if utf8.RuneCountInString(text) > longestEvent {
		return "", false
	}
	return text, false
}

// receipt returns where the words begin with which text ends if they are that somebody got the paper, 收到本通知; -1 if
// they are not.
func (f *finder) receipt(text string) int {
	for _, got := range receiptWords {
		if i := strings.LastIndex(text, got); i >= 0 && f.isOwn(text[i+len(got):]) {
			return i
		}
	}
	return -1
}

// isOwn reports whether text names the paper itself: 本通知, 通知. A 通知书 is one only where its title says so; others are
// forms that go to somebody.
func (f *finder) isOwn(text string) bool {
	of := strings.TrimPrefix(text, words.Prefix(text, selfWords))
	return of != "" && words.Suffix(of, ownPapers) == of && (words.Suffix(of, letterNames) == "" || strings.Contains(f.facts.Meta.Title, of)) && (of != text || !f.statute)
}

const longestEvent = 20 // characters

var (
	ownPapers    = words.Of("own-papers")
	letterNames  = words.Of("letter-names")
	seasonEvents = words.Of("season-events")
	receiptWords = words.Of("receipt-words")
	selfWords    = words.Of("self-words")
	eventNames   = words.Of("event-names")
	events       = [][]string{words.Of("printed-words"), words.Of("published-words"), words.Of("effect-words")} // of each of eventNames
)
