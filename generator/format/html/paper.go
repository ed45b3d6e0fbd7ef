package html

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

const (
	metaReason   = "页面数据表"
	hiddenReason = "页面上不显示的文字"
)

var (
	// recipientLine is 主送机关, which no line but one of a paper looks like.
	recipientLine = words.Pattern(`^[^。；]{0,120}{{page-recipients}}[^。；]{0,40}[：:]$`)
	// numberLine is a 文号 on a line of its own.
	numberLine = regexp.MustCompile(`^` + words.DocNumber(`\p{Han}{2,12}`) + `$`)
	// closingLine is a date of signing or a note below it.
	closingLine = regexp.MustCompile(`^(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[二一〇○零０-９\d]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|[（(]此件.{2,12}[）)]|抄送[：:].+|附件[：:].+)$`)
	// fileLink is the name of a file to be had behind a link.
	fileLink = regexp.MustCompile(`(?i)\.(?:pdf|docx?|wps|ofd|xlsx?|zip|rar|et)$`)
)

// weight says how much a line looks like text of a paper: by its Han characters outside links, if
// it is a sentence, a long line or numbered.
func (l *line) weight() int {
	switch {
	case l.hidden || l.chrome || l.copy || l.han < 4:
		return 0
	case l.table != nil:
		if l.table.meta || len(l.table.rows) <= 3 && paper.ToolLine.MatchString(l.plain()) {
			return 0
		}
		return l.han / 2
	case l.marked():
		return l.han
	case l.han >= 10 && strings.ContainsRune("。；：！？”）", paper.LastRune(l.text)) || l.han >= 40:
		return l.han
	}
	return 0
}

// marked reports whether the line begins with an outline number.
func (l *line) marked() bool {
	_, n := numeral.ReadMark(l.text)
	return n > 0
}

// certain reports whether only a paper has such a line.
func (l *line) certain() bool {
	if l.weight() == 0 {
		return false
	}
	return l.table == nil && (l.marked() || recipientLine.MatchString(source.Squeeze(l.text)))
}

// find gives every line that is none of the paper its reason.
func (p *page) find() {
	p.copies()
	from, to := p.content()
	if (from == to || p.waits()) && p.reveal() {
		from, to = p.content()
	}
	if from == to {
		p.whole = true
		from, to = 0, len(p.lines)
	}
	kept := p.around(from, to)
	for i := range p.lines {
		l := &p.lines[i]
		if l.reason = l.odd(); l.reason != "" {
			continue
		}
		if i >= from && i < to || kept[i] {
			p.images += l.images
		} else {
			l.reason = paper.PageReason
		}
	}
	if !p.whole {
		p.edges(from, to)
	}
}

// odd returns why a line is none of the paper wherever it stands, or "".
func (l *line) odd() string {
	switch {
	case l.table != nil && l.table.meta:
		return metaReason
	case l.copy:
		return pageCopyReason
	case l.hidden:
		return hiddenReason
	case l.link && l.table == nil && l.text != "" && fileLink.MatchString(l.text) && !strings.HasPrefix(l.text, "附"):
		return paper.DownloadReason
	}
	return ""
}

// waits reports whether every line that only a paper has is hidden, and there are some.
func (p *page) waits() bool {
	hidden := 0
	for i := range p.lines {
		l := p.lines[i]
		if l.certain() {
			return false
		}
		l.hidden = false
		if l.certain() {
			hidden++
		}
	}
	return hidden >= 3
}

// reveal takes the hidden text of a page for shown, and reports whether there is any: a page may
// wait for a script to show its paper.
func (p *page) reveal() bool {
	any := false
	for i := range p.lines {
		any = any || p.lines[i].hidden
		p.lines[i].hidden = false
	}
	return any
}

// content returns the lines of the smallest element that holds the paper: nearly all of the weight
// of the page, and every line that only a paper has.
func (p *page) content() (from, to int) {
	weights := make([]int, len(p.lines)+1)
	certain := make([]int, len(p.lines)+1)
	for i := range p.lines {
		weights[i+1] = weights[i] + p.lines[i].weight()
		certain[i+1] = certain[i]
		if p.lines[i].certain() {
			certain[i+1]++
		}
	}
	within := func(sum []int, r *region) int { return sum[r.to] - sum[r.from] }
	at := p.top
	if within(weights, at) == 0 {
		return 0, 0
	}
	for {
		var best *region
		for _, r := range at.inner {
			if best == nil || within(weights, r) > within(weights, best) {
				best = r
			}
		}
		if best == nil || within(weights, best)*100 < within(weights, at)*85 || within(certain, best) < within(certain, at) ||
			best.to-best.from < 3 && at.to-at.from > best.to-best.from {
			return at.from, at.to
		}
		at = best
	}
}

// around returns the lines outside the content that belong to the paper all the same: its title
// and number before it, date and notes behind it.
func (p *page) around(from, to int) map[int]bool {
	kept := map[int]bool{}
	first, last, ok := p.titleLine(from, to)
	if !ok {
		first, last, ok = p.headline(from, to)
	}
	if ok {
		for i := first; i <= last; i++ {
			kept[i] = true
		}
		for j := last + 1; j < from; j++ {
			if numberLine.MatchString(source.Squeeze(p.lines[j].text)) {
				kept[j] = true
			}
		}
	}
	for i := to; i < min(to+4, len(p.lines)); i++ {
		if l := &p.lines[i]; l.table == nil && !l.hidden && closingLine.MatchString(source.Squeeze(l.text)) {
			for ; to <= i; to++ {
				kept[to] = true
			}
		}
	}
	return kept
}

// titleLine returns the last line before the content that is the paper's title, by what the page
// says of it elsewhere; ok is false where the content itself begins with it.
func (p *page) titleLine(from, to int) (first, last int, ok bool) {
	titles := p.titles()
	for i := from - 1; i >= 0; i-- {
		l := &p.lines[i]
		text := source.Squeeze(l.text)
		if l.table != nil || l.hidden || l.chrome || utf8.RuneCountInString(text) < 4 {
			continue
		}
		if titles[text] {
			return i, i, !strings.Contains(p.beginning(from, to), text)
		}
	}
	return 0, 0, false
}

// beginning returns the text with which the content begins, up to its first line of weight.
func (p *page) beginning(from, to int) string {
	head := ""
	for j := from; j < min(to, from+12); j++ {
		head += source.Squeeze(p.lines[j].text)
		if p.lines[j].weight() > 0 {
			break
		}
	}
	return head
}

// titles returns what the page calls the paper: meta tags, data table, window.
func (p *page) titles() map[string]bool {
	out := map[string]bool{}
	for _, m := range p.meta {
		if metaNames[m.name] == "标题" {
			out[source.Squeeze(m.content)] = true
		}
	}
	for i := range p.lines {
		if t := p.lines[i].table; t != nil && t.meta {
			for _, l := range t.flat() {
				if name, value, ok := paper.Labelled(l); ok && name == "标题" {
					out[source.Squeeze(value)] = true
				}
			}
		}
	}
	for i, r := range p.title { // 「某市某情况-某市政府」, 「某通知_某网」
		if strings.ContainsRune("_|-—–－｜", r) {
			out[source.Squeeze(p.title[:i])] = true
		}
	}
	out[source.Squeeze(p.title)] = true
	return out
}

// edges makes noise of the page's tools at both ends of the content, up to the first and from the
// last line that has weight or looks like a part of a paper's head.
func (p *page) edges(from, to int) {
	for i := from; i < min(to, from+12); i++ {
		l := &p.lines[i]
		if l.table != nil || l.marked() || recipientLine.MatchString(source.Squeeze(l.text)) || l.han > 60 {
			break
		}
		p.tool(l)
	}
	to = p.foot(from, to)
	for i := to - 1; i >= from; i-- {
		l := &p.lines[i]
		if l.table != nil || l.marked() || l.reason == "" && !p.tool(l) {
			break
		}
	}
}

// foot makes noise of the lines at the end of the content that stand in an element for the foot of a page, unless a date
// shows that the paper is signed there. It returns where the rest ends.
func (p *page) foot(from, to int) int {
	first := to
	for first > from && (p.lines[first-1].chrome || p.lines[first-1].reason != "") && p.lines[first-1].table == nil {
		first--
		if l := &p.lines[first]; l.reason == "" && closingLine.MatchString(source.Squeeze(l.text)) {
			return to
		}
	}
	for i := first; i < to; i++ {
		if l := &p.lines[i]; l.reason == "" {
			l.reason = paper.PageReason
		}
	}
	return first
}

// tool makes noise of a line that is one of the page's tools or nothing but links, and reports
// whether it is one.
func (p *page) tool(l *line) bool {
	text := source.Squeeze(l.text)
	if l.reason == "" && l.han <= 60 && (paper.ToolLine.MatchString(text) || paper.CrumbLine.MatchString(text) || paper.LoadLine.MatchString(text) || l.link && text != "" && !strings.HasPrefix(text, "附")) {
		l.reason = paper.PageReason
		return true
	}
	return false
}
