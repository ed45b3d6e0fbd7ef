package html

import (
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// generated is the place of text that stands in no node: the number of an item.
const generated = -1

// A piece is the text of a node as it stands in a line.
type piece struct {
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
func (c *collector) piece(p piece, at int) {
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
func (p *page) withoutControls(l *line) string {
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
	a := &paper.Aligner{F: f}
	first, last := 0, 0 // the nodes of the paper
	for _, l := range p.lines {
		pieces := l.pieces
		if l.table != nil {
			pieces = l.table.pieces
		}
		for _, x := range pieces {
			s := a.Place(x.text, x.nodes, x.marks)
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
	f.Account = append(a.Entries, p.left...)
	sort.SliceStable(f.Account, func(i, j int) bool { return f.Account[i].At < f.Account[j].At })
	f.Marks = paper.JoinMarks(a.Marks)
}

// doubts tells of text between the nodes of the paper that no line has, and of frames there.
func (p *page) doubts(f *source.File, first, last int) {
	note := func(code, message string, n int) {
		f.Problems = append(f.Problems, source.Problem(f.Name, source.Warning, code, message, n))
	}
	left, frames, unread := 0, 0, 0
	for _, e := range p.left {
		if e.Reason == unreadContentReason {
			unread += paper.CountHan(e.Text)
		}
		if first < e.At && e.At < last && doubtful[e.Reason] {
			left += paper.CountHan(e.Text)
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
	if unread > 0 {
		note("text-left-out", "text that style sheets add by selectors of unknown kinds was left out (%d characters)", unread)
	}
	if frames > 0 {
		note("frames-dropped", "other pages shown within the paper were left out (%d); their text is not in the file", frames)
	}
}

// doubtful are the reasons why text within a paper is left out that people should look at.
var doubtful = map[string]bool{fallbackReason: true, optionReason: true, scriptReason: true, frameReason: true, controlReason: true}
