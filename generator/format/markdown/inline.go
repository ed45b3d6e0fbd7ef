package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// strayBold is bold text that Markdown does not take for it, because a Chinese mark stands before
// its closing stars and a Han character behind: 「**一、总体要求。**以…」.
var strayBold = regexp.MustCompile(`(^|[^*])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*`)

// A run collects the text of inline nodes, line by line.
type run struct {
	m     *reader
	last  int // the line of the text in b
	b     strings.Builder
	items []item
}

func (r *run) flush() {
	if t := r.b.String(); strings.TrimSpace(t) != "" {
		r.items = append(r.items, item{line: max(0, r.last), text: t})
	}
	r.b.Reset()
}

// add adds text that stands at the byte offset off; a negative one is that of the text before.
func (r *run) add(off int, s []byte) {
	if off >= 0 {
		if line := r.m.lineOf(off); line != r.last {
			r.flush()
			r.last = line
		}
	}
	r.b.Write(s)
}

func (r *run) walk(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.add(c.Segment.Start, plainText(c.Value(r.m.src)))
		case *ast.String:
			r.add(-1, c.Value)
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					r.add(t.Segment.Start, t.Value(r.m.src))
				}
			}
		case *ast.AutoLink:
			r.add(-1, c.Label(r.m.src))
		case *ast.Image:
			r.m.images++
		case *ast.RawHTML:
			if c.Segments.Len() > 0 && lineBreak.Match(r.m.src[c.Segments.At(0).Start:]) {
				r.flush()
			}
		case *ast.Link:
			r.link(c)
		default:
			r.walk(c)
		}
	}
}

// link adds the text of a link. The mark of a footnote, which Markdown takes for one, stays as it is
// written: 「目标[^1]」.
func (r *run) link(c *ast.Link) {
	t, ok := c.FirstChild().(*ast.Text)
	if !ok || t.Segment.Start == 0 || !bytes.HasPrefix(r.m.src[t.Segment.Start-1:], []byte("[^")) {
		r.walk(c)
		return
	}
	r.add(t.Segment.Start, []byte("["))
	r.walk(c)
	r.add(-1, []byte("]"))
}

var lineBreak = regexp.MustCompile(`(?i)^</?(?:br|p|div)\b`)

// plainText resolves escapes and entities.
func plainText(s []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}
