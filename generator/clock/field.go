package clock

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

var (
	// fieldLabel opens the words that say until when: 「完成时限：」, 「【整改时限】」.
	fieldLabel = words.Pattern(`(?:^|[;,。(【\[])(?:\d[.、])?(?:{{clock-label-leads}})?{{clock-labels}}(?:要求)?(?:[:】\]]|$)|{{deadline-acts}}{{deadline-nouns}}:`)
	// nextLabel is one of another kind on the same line: 「责任单位：」.
	nextLabel = words.Pattern(`[;,。、 ]?\p{Han}{0,6}{{field-ends}}(?:\([^()]{1,8}\))?[:】]`)
	// labelIs says within a sentence until when: 「整改完成时间为2031年6月底」.
	labelIs    = words.Pattern(`(?:^|[;,。])(?:{{clock-label-leads}})?{{clock-labels}}(?:{{term-links}}|定为|确定为)((?:(?:19|20)\d\d|\d{1,2}月|年底|{{running-years}}|{{coming-years}}))`)
	labelAlone = words.Pattern(`^(?:\d[.、])?(?:{{clock-label-leads}})?{{clock-labels}}(?:要求)?[:]?$`)
	// groupWords stand in a bracket that says who answers for a task.
	groupWords = words.Of("bracket-groups")
	stageEnds  = words.Pattern(`(?:{{stage-words}})$`)
)

const longestField = 200 // characters of a bracket of deadlines

// findFields finds where the line says nothing but until when.
func (p *passage) findFields() {
	s := p.line.s
	for at := p.line.from; at < len(s); {
		x := fieldLabel.FindStringIndex(s[at:])
		if x == nil {
			break
		}
		from := at + x[1]
		to := len(s)
		if _, close, ok := p.line.bracket(from); ok {
			to = close
		}
		if n := nextLabel.FindStringIndex(s[from:to]); n != nil {
			to = from + n[0]
		}
		p.mark(from, to)
		at = max(from, to)
	}
	for _, x := range labelIs.FindAllStringSubmatchIndex(s[p.line.from:], -1) {
		from := p.line.from + x[2]
		p.mark(from, p.line.forth(from, commas))
	}
	p.brackets()
}

// brackets finds the brackets that say until when: 「（6月底完成，牵头单位：…）」.
func (p *passage) brackets() {
	s := p.line.s
	for i := p.line.from; i < len(s); i++ {
		if s[i] != '(' {
			continue
		}
		n := strings.IndexAny(s[i+1:], "()")
		if n < 0 || s[i+1+n] == '(' {
			continue
		}
		end := i + 1 + n
		if p.saysWhen(i, end) {
			p.mark(i+1, end)
		}
		i = end
	}
}

// saysWhen reports whether the bracket from open to end is one of deadlines.
func (p *passage) saysWhen(open, end int) bool {
	s := p.line.s
	content := s[open+1 : end]
	if utf8.RuneCountInString(content) > longestField || strings.Contains(content, "《") {
		return false
	}
	closes := end+1 == len(s) || strings.ContainsRune(stops, firstRune(s[end+1:])) || strings.ContainsRune(stops, lastRune(s[:open]))
	whole := p.onlyTime(content)
	stage := whole && (p.titles(open) || stageEnds.MatchString(tail(s[:open])) || p.heading)
	if stage {
		return true
	}
	return closes && (p.groupAt(open) || words.In(content, groupWords) || whole && p.finished(content))
}

// titles reports whether nothing but a few words of a title stands in the line before byte i.
func (p *passage) titles(i int) bool {
	before := p.line.s[min(p.line.from, i):i]
	return before != "" && !strings.ContainsAny(before, commas+"、:《") && utf8.RuneCountInString(before) <= longestStage
}

const longestStage = 12 // characters of the title of a stage

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// groupAt reports whether a group of bodies stands in the bracket that opens at byte i.
func (p *passage) groupAt(i int) bool {
	at := int(p.line.start[i])
	for _, a := range p.f.groups[p.measure] {
		if a.Start == at {
			return true
		}
	}
	return false
}

// onlyTime reports whether content begins with a time within a year or says that a task is standing, and says little more.
func (p *passage) onlyTime(content string) bool {
	if standing.MatchString(content) {
		return true
	}
	if utf8.RuneCountInString(content) > longestWhen {
		return false
	}
	s := content
	if n := len(leads.FindString(s)); n > 0 {
		s = s[n:]
	}
	if x := shortSpan.FindString(s); x != "" {
		return true
	}
	d, n := readDate(s, false)
	return n > 0 && d.whole(s[:n]) && (!d.bare() || words.In(s[n:], doneWords))
}

const longestWhen = 24 // characters of a bracket that says nothing but when

// finished reports whether content says that something is done by then, or that it goes on.
func (p *passage) finished(content string) bool {
	return standing.MatchString(content) || words.In(content, doneWords) || words.In(content, beforeTail)
}

// mark makes the bytes from i to j a field of deadlines.
func (p *passage) mark(i, j int) {
	if p.fields == nil {
		p.fields = make([]bool, len(p.line.s)+1)
	}
	for ; i < j; i++ {
		p.fields[i] = true
	}
}
