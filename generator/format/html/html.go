// Package html finds the paper in a saved web page.
package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// MaxPage is the size in bytes above which a web page is refused, pictures within it not counted:
// its tree takes up to two hundred times as much memory.
const MaxPage = 8 << 20

// dataURI is a picture written into a page.
var dataURI = regexp.MustCompile(`data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=%]{100,}`)

// WithoutData leaves the pictures out that are written into a page.
func WithoutData(text string) string {
	if !strings.Contains(text, ";base64,") {
		return text
	}
	return dataURI.ReplaceAllString(text, "data:,")
}

// Read reads a saved web page whole: it finds the paper in it, keeps its tables, reads the
// page's data table and meta tags into fields, and keeps everything else that the page shows as
// noise. Scripts, styles and pictures have no text.
func Read(name string, data []byte) (*source.File, error) {
	text, encoding, err := source.Decode(data)
	if err != nil {
		return nil, err
	}
	text = WithoutData(text)
	if len(text) > MaxPage {
		return nil, say.Errorf("a page of %d MB is larger than the limit of %d MB; save the text of the paper as .txt", len(text)>>20, MaxPage>>20)
	}
	root, err := Parse(text)
	if err != nil {
		return nil, err
	}
	p := newPage(root)
	if p.err != nil {
		return nil, p.err
	}
	if err := p.refused(); err != nil {
		return nil, err
	}
	p.find()
	var b paper.Builder
	p.write(&b)
	f, err := b.File(name, "html", encoding)
	if err == nil {
		p.account(f)
	}
	return f, err
}

// Parse returns the tree of a page.
func Parse(text string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(text))
	switch {
	case err != nil && strings.Contains(err.Error(), "open stack of elements"):
		return nil, say.New("cannot be read as HTML: elements stand in one another more than 512 deep; save the paper as .docx or .txt")
	case err != nil:
		return nil, say.Errorf("cannot be read as HTML: %s", say.Foreign{Text: strings.TrimPrefix(err.Error(), "html: "), Else: say.Phrase("its elements cannot be told apart")})
	}
	return root, nil
}

// write adds the page's lines to b in their order.
func (p *page) write(b *paper.Builder) {
	p.metaTags(b)
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.table == nil:
			text := l.text
			if l.reason != "" && l.raw != "" {
				text = p.withoutControls(l)
			}
			if l.reason != "" {
				text = withoutIcons(text)
			}
			b.Line(text, l.reason)
		case l.reason == "":
			b.Table(l.table.rows)
		default:
			for _, text := range l.table.flat() {
				b.Line(withoutIcons(text), l.reason)
			}
		}
	}
	if p.images > 0 {
		b.Warn("images-dropped", "pictures in the paper were left out (%d); text in them is not read", p.images)
	}
	if p.strange > 0 {
		b.Warn("list-style", "numbers of lists in a style that is not known (%d) were written in Arabic digits", p.strange)
	}
	if p.sheet.unread > 0 {
		b.Warn("style-unread", "rules of style sheets that hide text (%d) have selectors that are not understood; text that a browser hides may stand in the paper", p.sheet.unread)
	}
	if p.whole {
		b.Warn("no-paper-found", "no paper was found on the page; the whole page is taken for one")
	}
}

// withoutIcons leaves out the private characters by which web pages draw icons.
func withoutIcons(text string) string {
	return strings.Map(func(r rune) rune {
		if 0xE000 <= r && r <= 0xF8FF {
			return -1
		}
		return r
	}, text)
}

// A FragmentLine is a line of a piece of HTML, or a table.
type FragmentLine struct {
	Text   string         // empty for a table
	Rows   [][]paper.Cell // of a table
	Images int            // that stand in it
}

// Fragment returns what a piece of HTML shows, line by line.
func Fragment(root *html.Node) ([]FragmentLine, error) {
	p := newPage(root)
	var out []FragmentLine
	for _, l := range p.lines {
		if l.table != nil {
			out = append(out, FragmentLine{Rows: l.table.rows, Images: l.images})
		} else {
			out = append(out, FragmentLine{Text: l.text, Images: l.images})
		}
	}
	return out, p.err
}
