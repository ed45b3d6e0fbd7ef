package html

import (
	"regexp"
	"strings"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

// titleEnd ends the title of a paper: a kind, then at most remarks in brackets.
var titleEnd = words.Pattern(`(?:{{paper-kinds}}|{{title-kinds}})[》”]?(?:[（(][^（）()]{1,24}[）)]){0,3}$`)

// titleClass is how portals call the element of a title where it is no heading: article-title, tit, xl_bt.
var titleClass = regexp.MustCompile(`(?i)(?:^|[-_ ])(?:tit|bt|biaoti|headline)(?:$|[-_ 0-9])|title(?:$|[-_ 0-9])`)

// headline returns the lines of the last heading before the content that reads like the title of a paper; ok is
// false where there is none or the content begins with a title of its own. Many pages have the title in a
// heading above the text and nowhere else: 「<h1>某某市关于某事<br>的通知</h1><div>来源：…</div><div>正文</div>」.
func (p *page) headline(from, to int) (first, last int, ok bool) {
	for last = from - 1; last >= 0 && !p.heads(last); last-- {
	}
	if last < 0 {
		return 0, 0, false
	}
	text := ""
	for first = last + 1; first > 0 && p.heads(first-1); {
		first--
		text = source.Squeeze(p.lines[first].text) + text
	}
	if !titleEnd.MatchString(text) || strings.Contains(p.beginning(from, to), text) || p.titled(from, to) {
		return 0, 0, false
	}
	return first, last, true
}

// heads reports whether line i is a heading that a reader sees and that leads nowhere.
func (p *page) heads(i int) bool {
	l := &p.lines[i]
	return l.heading && l.table == nil && !l.hidden && !l.chrome && !l.link && l.han > 0
}

// titled reports whether a line of the content before its first line of weight ends as a title does.
func (p *page) titled(from, to int) bool {
	for i := from; i < min(to, from+12); i++ {
		l := &p.lines[i]
		if l.table == nil && l.marked() || recipientLine.MatchString(source.Squeeze(l.text)) {
			return false
		}
		if titleEnd.MatchString(source.Squeeze(l.text)) {
			return true
		}
		if l.weight() > 0 {
			return false
		}
	}
	return false
}
