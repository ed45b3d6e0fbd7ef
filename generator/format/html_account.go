package format

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/source"
)

// generated is the place of text that stands in no node: the number of an item.
const generated = -1

const iconReason = "图标或控制字符"

// A pagePiece is the text of a node as it stands in a line.
type pagePiece struct {
	text     string // but for its white space, what the line has
	from, to int    // in the line that is still being put together
	nodes    source.Account
	marks    []source.Mark // their spans are none yet
	control  bool          // the value of a form control
	white    bool          // it is written in white on white
}

// marks are those of text in the state s.
func (s state) marks() []source.Mark {
	var out []source.Mark
	if s.script != "" {
		out = append(out, source.Mark{Kind: s.script})
	}
	if s.struck {
		out = append(out, source.Mark{Kind: source.Struck})
	}
	return out
}

// piece adds the text of the node at to the line.
func (c *collector) piece(p pagePiece, at int) {
	if at != generated && p.nodes == nil {
		p.nodes = source.Account{{At: at, Text: p.text}}
	}
	c.line.pieces = append(c.line.pieces, p)
}

// leave notes that the text in n is not shown.
func (p *page) leave(n *html.Node, reason string) {
	for k := range n.Descendants() {
		if k.Type == html.TextNode && !isProgram(k.Parent) {
			p.leaveText(p.order[k], rawText(k), reason)
		}
	}
}

func (p *page) leaveText(at int, text, reason string) {
	if source.Squeeze(text) != "" {
		p.left = append(p.left, source.Entry{At: at, Text: text, Fate: source.LeftOut, Reason: reason})
	}
}

// withoutControls takes the values of form controls out of a line that is none of the paper: a
// field to search in says nothing.
func (p *page) withoutControls(l *pageLine) string {
	cur := l.raw
	var out strings.Builder
	at := 0
	kept := l.pieces[:0:0]
	for _, x := range l.pieces {
		if !x.control {
			kept = append(kept, x)
			continue
		}
		out.WriteString(cur[at:x.from])
		at = x.to
		for _, e := range x.nodes {
			p.leaveText(e.At, e.Text, controlReason)
		}
	}
	out.WriteString(cur[at:])
	l.pieces = kept
	return strings.TrimSpace(out.String())
}

// account says what became of the text of each node: f has the lines of the page in their order.
func (p *page) account(f *source.File) {
	a := &aligner{f: f}
	first, last := 0, 0 // the nodes of the paper
	for _, l := range p.lines {
		pieces := l.pieces
		if l.table != nil {
			pieces = l.table.pieces
		}
		for _, x := range pieces {
			s := a.place(x)
			if l.reason != "" || len(x.nodes) == 0 {
				continue
			}
			if first == 0 {
				first = x.nodes[0].At
			}
			last = max(last, x.nodes[0].At)
			if x.white && !s.Empty() {
				f.Problems.Doubt(f, s, "white-text", "text in white, which the page does not show")
			}
		}
	}
	p.doubts(f, first, last)
	f.Account = append(a.entries, p.left...)
	sort.SliceStable(f.Account, func(i, j int) bool { return f.Account[i].At < f.Account[j].At })
	f.Marks = joinMarks(a.marks)
}

// doubts tells of text between the nodes of the paper that no line has, and of frames there.
func (p *page) doubts(f *source.File, first, last int) {
	note := func(code, message string, n int) {
		f.Problems = append(f.Problems, &source.Error{Position: source.Position{File: f.Name}, Severity: source.Warning, Code: code, Message: fmt.Sprintf(message, n)})
	}
	left, frames := 0, 0
	for _, e := range p.left {
		if first < e.At && e.At < last && doubtful[e.Reason] {
			left += countHan(e.Text)
		}
	}
	for n, at := range p.order {
		if first < at && at < last && n.DataAtom == atom.Iframe && attr(n, "src") != "" && !p.hidden(n) {
			frames++
		}
	}
	if left > 0 {
		note("text-left-out", "text in the paper that browsers do not show was left out (%d characters)", left)
	}
	if frames > 0 {
		note("frames-dropped", "other pages shown within the paper were left out (%d); their text is not in the file", frames)
	}
}

// doubtful are the reasons why text within a paper is left out that people should look at.
var doubtful = map[string]bool{fallbackReason: true, optionReason: true, scriptReason: true, frameReason: true, controlReason: true}

// An aligner finds the pieces of a text in it, one behind the other.
type aligner struct {
	f       *source.File
	at      int
	entries source.Account
	marks   []source.Mark
}

// place finds a piece. One that does not stand where it must gets no entry, so that the second
// reading of the file tells of it.
func (a *aligner) place(x pagePiece) source.Span {
	at, s, ok := match(a.f.Text, a.at, x.text)
	if !ok {
		return source.Span{}
	}
	a.at = at
	for _, e := range x.nodes {
		if e.Span = s; s.Empty() {
			e.Fate, e.Reason = source.LeftOut, iconReason
		}
		a.entries = append(a.entries, e)
	}
	for _, m := range x.marks {
		if m.Span = s; !s.Empty() {
			a.marks = append(a.marks, m)
		}
	}
	return s
}

// match returns where text stands in all from at on, white space aside. Characters that the text of
// a file cannot hold, and the private ones that draw icons, may be missing there.
func match(all string, at int, text string) (behind int, s source.Span, ok bool) {
	s = source.Span{Start: -1}
	for _, r := range text {
		if source.IsSpace(r) {
			continue
		}
		for at < len(all) {
			have, n := utf8.DecodeRuneInString(all[at:])
			if !source.IsSpace(have) {
				break
			}
			at += n
		}
		have, n := utf8.DecodeRuneInString(all[min(at, len(all)):])
		switch {
		case n > 0 && have == r:
			if s.Start < 0 {
				s.Start = at
			}
			at += n
			s.End = at
		case unicode.IsControl(r) || 0xE000 <= r && r <= 0xF8FF:
		default:
			return 0, s, false
		}
	}
	if s.Start < 0 {
		s = source.Span{Start: at, End: at}
	}
	return at, s, true
}

// joinMarks makes one of marks of a kind that follow each other without a break, and drops what
// would overlap.
func joinMarks(marks []source.Mark) []source.Mark {
	last := map[source.MarkKind]int{}
	var out []source.Mark
	for _, m := range marks {
		i, ok := last[m.Kind]
		switch {
		case ok && m.Note == "" && out[i].Note == "" && out[i].End == m.Start:
			out[i].End = m.End
			continue
		case ok && m.Start < out[i].End:
			continue
		}
		last[m.Kind] = len(out)
		out = append(out, m)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// noteNoise gives the entries of the account whose text is noise the reason of that.
func noteNoise(f *source.File) {
	for i := range f.Account {
		e := &f.Account[i]
		if e.Fate != source.Shown || e.Span.Empty() {
			continue
		}
		k := sort.Search(len(f.Noise), func(k int) bool { return f.Noise[k].End >= e.Span.End })
		if k < len(f.Noise) && f.Noise[k].Contains(e.Span) {
			e.Fate, e.Reason = source.AsNoise, f.Noise[k].Reason
		}
	}
}
