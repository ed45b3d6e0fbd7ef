package pages

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/source"
)

// A writer writes the text of one paper, block by block.
type writer struct {
	doc      *catalog.Document
	page     *page
	overlay  *overlay
	measures map[*document.Section]*catalog.Measure
	cells    map[source.Span]string // ids of cells of tables that hold targets
	ids      map[string]bool        // given on this page
	prefix   string                 // of every id, where several papers stand on one page
	within   string                 // of ids made from numbers, in an annex in a file of its own: "annex-1-"
	outline  []outlineItem
	room     int  // characters of a heading that the outline shows
	titled   bool // the page's heading has been written
}

// An outlineItem is a line of the outline beside the text.
type outlineItem struct {
	ID    string `json:"id"`
	Level int    `json:"level"`
	Text  string `json:"text"`
}

// outlineCharacters is the room of an outline beside the text, printCharacters that of contents on paper, which
// give nearly all headings in full.
const (
	outlineCharacters = 22
	printCharacters   = 80
)

// leadBytes is how much of the text of a section without a heading stands for it in the outline: 24 characters.
const leadBytes = 3 * 24

// newWriter returns a writer for d that has written nothing yet.
func newWriter(d *catalog.Document, o *overlay) *writer {
	w := &writer{doc: d, overlay: o, room: outlineCharacters, ids: map[string]bool{}, measures: map[*document.Section]*catalog.Measure{}, cells: map[source.Span]string{}}
	for _, m := range d.Measures {
		w.measures[m.Section] = m
	}
	for _, i := range d.Indicators {
		if i.Anchor != "" {
			w.cells[i.Cell.Span] = i.Anchor
		}
	}
	return w
}

// classes are the names under which the style sheet knows the kinds of blocks.
var classes = map[document.BlockKind]string{
	document.DocNumber: ".number", document.Recipients: ".recipients", document.Bullet: ".bullet",
	document.Signature: ".signature", document.Date: ".date", document.AnnexNote: ".annex-note",
	document.AnnexMark: ".annex-mark", document.Note: ".note", document.Contents: ".contents",
}

// body writes the blocks in their order. Noise is left to the front matter.
func (w *writer) body(blocks []*document.Block) {
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		switch b.Kind {
		case document.Noise:
		case document.Title, document.AnnexTitle:
			n := sameKind(blocks[i:])
			w.title(blocks[i : i+n])
			i += n - 1
		case document.Heading:
			w.section(b, b.Span)
		case document.TableBlock:
			w.table(b.Table, b.Span)
		default:
			w.paragraph(b)
		}
	}
}

// sameKind returns how many blocks at the start of the list have the kind of the first: a long
// title runs over several lines.
func sameKind(blocks []*document.Block) int {
	n := 1
	for n < len(blocks) && blocks[n].Kind == blocks[0].Kind {
		n++
	}
	return n
}

// title writes a title, which is the page's own heading where the text begins with it.
func (w *writer) title(blocks []*document.Block) {
	span := source.Span{Start: blocks[0].Start, End: blocks[len(blocks)-1].End}
	level, attrs := 2, ".title"
	if leads(w.doc) && !w.titled {
		level = 1
	} else {
		id := w.id(w.within + "title")
		attrs += " id=" + quoteAttr(id)
		if w.within == "" { // that of an annex stands with its number already
			w.outline = append(w.outline, outlineItem{id, 1, cut(w.plain(span), w.room+2)})
		}
	}
	w.titled = true
	w.page.heading(level, w.overlay.bare(span), attrs)
	w.page.notes(w.overlay.notesIn(span))
}

// leads reports whether the text of d begins with its title.
func leads(d *catalog.Document) bool {
	for _, b := range d.Texts[0].Document.Blocks {
		switch b.Kind {
		case document.Noise, document.DocNumber:
		default:
			return b.Kind == document.Title
		}
	}
	return false
}

// paragraph writes a block of running text. A title that it begins with becomes a heading; the
// white space between them is not part of the text.
func (w *writer) paragraph(b *document.Block) {
	attrs := classes[b.Kind]
	rest := b.Span
	if b.Opens && b.Section != nil {
		if head := w.runIn(b); !head.Empty() {
			w.section(b, head)
			rest.Start = head.End
		} else {
			id := w.sectionID(b.Section)
			attrs = strings.TrimSpace(attrs + " id=" + quoteAttr(id))
			w.note(b.Section, id, source.Span{Start: b.Start, End: min(b.End, b.Section.MarkSpan.End+leadBytes)})
		}
	}
	if rest = w.file().Trim(rest); !rest.Empty() {
		w.page.para(w.overlay.text(rest), attrs)
	}
}

// runIn returns the number and title that b begins with, and the mark that closes the title;
// nothing where it begins with none.
func (w *writer) runIn(b *document.Block) source.Span {
	var title source.Span
	if m := w.measures[b.Section]; m != nil && m.Heading != "" {
		title = m.HeadingSpan
	} else if b.Section.RunIn {
		title = b.Section.Title
	}
	if title.Empty() || !b.Contains(title) {
		return source.Span{}
	}
	s := source.Span{Start: b.Start, End: title.End}
	r, n := utf8.DecodeRuneInString(w.file().Text[s.End:b.End])
	if strings.ContainsRune("。.．:：；;】", r) {
		s.End += n
	}
	return s
}

// section writes the heading of b's section.
func (w *writer) section(b *document.Block, head source.Span) {
	if b.Section == nil {
		w.page.heading(2, w.overlay.bare(head), "")
		w.page.notes(w.overlay.notesIn(head))
		return
	}
	id := w.sectionID(b.Section)
	attrs := "id=" + quoteAttr(id)
	if b.Kind != document.Heading {
		attrs += " .run-in"
	}
	w.page.heading(1+depth(b.Section), w.overlay.bare(head), attrs)
	w.page.notes(w.overlay.notesIn(head))
	w.note(b.Section, id, head)
}

// note puts a section into the outline, which shows two levels.
func (w *writer) note(s *document.Section, id string, head source.Span) {
	d := depth(s)
	if w.within != "" {
		d++ // under the heading of the annex
	}
	if d <= 2 {
		w.outline = append(w.outline, outlineItem{id, d, cut(w.plain(head), w.room)})
	}
}

// depth returns 1 for a section without parent, at most 5.
func depth(s *document.Section) int {
	d := 1
	for p := s.Parent; p != nil && d < 5; p = p.Parent {
		d++
	}
	return d
}

// sectionID returns the anchor of s: that of its measure, or one made from the numbers of the
// outline, as "s2" for part 二.
func (w *writer) sectionID(s *document.Section) string {
	if m := w.measures[s]; m != nil {
		return w.id(m.Anchor())
	}
	return w.id(sectionAnchor(s))
}

// sectionAnchor returns the anchor of a section that is no measure.
func sectionAnchor(s *document.Section) string {
	var nums []string
	for p := s; p != nil; p = p.Parent {
		nums = append([]string{strconv.Itoa(p.Mark.N)}, nums...)
	}
	label := ""
	if s.Body != nil && s.Body.Label != "" {
		label = document.LabelAddress(s.Body.Label) + "-"
	}
	return "s" + label + strings.Join(nums, "-")
}

// id returns want, or where the page has it already, want with a number.
func (w *writer) id(want string) string {
	id := w.prefix + want
	for n := 2; w.ids[id]; n++ {
		id = w.prefix + want + "_" + strconv.Itoa(n)
	}
	w.ids[id] = true
	return id
}

// table writes a table of the paper. A merged cell stands once, with its size in the attributes.
func (w *writer) table(t *document.Table, whole source.Span) {
	if t == nil {
		w.page.para(w.overlay.text(whole), "")
		return
	}
	out := &table{caption: "文中表格"}
	if t.Annex != "" {
		out.caption = "附件表格"
	}
	rows, heads := layout(t)
	for _, c := range rows[0] {
		var title inline
		if c != nil {
			title = w.overlay.marked(c.Span)
		}
		out.head, out.titles = append(out.head, title.text), append(out.titles, title)
	}
	for n, r := range rows[1:] {
		cells := make([]inline, len(r))
		for col, c := range r {
			if c != nil {
				cells[col] = w.overlay.text(c.Span)
				if id := w.cells[c.Span]; id != "" {
					out.ids = append(out.ids, fmt.Sprintf("%d:%d:%s", n+1, col, w.id(id)))
				}
			}
		}
		out.row(cells...)
	}
	out.heads, out.labels = heads, w.labels(t, len(out.titles))
	out.spans, out.covered = merged(rows, heads)
	w.page.body.WriteString(out.markdown())
}

// leastCards is how many columns a table has at least whose rows become cards on narrow screens.
const leastCards = 4

// labels returns the titles over each of the columns of t, 责任单位·牵头单位; nil where it has none or few.
func (w *writer) labels(t *document.Table, columns int) []string {
	if len(t.Head) == 0 || columns < leastCards {
		return nil
	}
	out := make([]string, columns)
	for col := range out {
		var titles []string
		for _, s := range t.Over(col) {
			titles = append(titles, strings.ReplaceAll(w.plain(s), "|", ""))
		}
		out[col] = strings.Join(titles, "·")
	}
	return out
}

func (w *writer) file() *source.File { return w.overlay.file }

// plain returns the text at s for a line of the outline.
func (w *writer) plain(s source.Span) string { return source.Squeeze(w.file().Raised(s)) }
