package format

import (
	_ "embed"
	"fmt"
	"math"
	"regexp"
	"sort"
	"strings"

	"zhengce/generator/source"
)

//go:embed ofd_tags.txt
var ofdTagList string

var ofdTags = readLabels(ofdTagList)

// tagField returns the name of the field that a mark of the file stands for.
func tagField(name string) (string, bool) {
	if f, ok := ofdTags[name]; ok {
		return f, true
	}
	return label(name)
}

// An ofdParagraph is a paragraph with the pieces that it is made of.
type ofdParagraph struct {
	text  strings.Builder
	parts []ofdPlaced
}

// An ofdPlaced is a piece with its place in a paragraph.
type ofdPlaced struct {
	ofdPiece
	start, end int
	mark       source.MarkKind
}

// An ofdWriter makes the text of the pages and the account of it.
type ofdWriter struct {
	b       builder
	o       *ofd
	account source.Account
	marks   []source.Mark
}

// add adds a line to the paragraph.
func (w *ofdWriter) add(p *ofdParagraph, r ofdRow) {
	for i, c := range r.pieces {
		text := w.b.clean(c.text)
		switch gap := 0.0; {
		case p.text.Len() == 0:
		case i == 0:
			if ofdSpaced(p.text.String(), text) {
				p.text.WriteByte(' ')
			}
		default:
			gap = c.x0 - r.pieces[i-1].x1
			if gap > 1.2*r.size {
				p.text.WriteString("  ")
			} else if gap > 0.3*c.size && ofdSpaced(p.text.String(), text) {
				p.text.WriteByte(' ')
			}
		}
		at := p.text.Len()
		p.text.WriteString(text)
		p.parts = append(p.parts, ofdPlaced{c, at, p.text.Len(), raised(c, r)})
	}
}

// raised tells whether a piece of a line is set small and high or low: the 5 of 10⁵.
func raised(c ofdPiece, r ofdRow) source.MarkKind {
	if c.size > 0.8*r.size || c.turn != 0 {
		return ""
	}
	base := math.Inf(-1)
	for _, o := range r.pieces {
		if o.size > 0.9*r.size {
			base = math.Max(base, o.y1-0.15*o.size)
		}
	}
	switch own := c.y1 - 0.15*c.size; {
	case own < base-0.15*r.size:
		return source.Superscript
	case own > base+0.08*r.size:
		return source.Subscript
	}
	return ""
}

// write writes the paragraph as a line of its own.
func (w *ofdWriter) write(p *ofdParagraph, reason string) {
	if p.text.Len() == 0 {
		return
	}
	start := w.b.text.Len()
	w.b.line(p.text.String(), reason)
	w.explain(p, start, reason)
}

// explain enters the pieces of a paragraph that was written at start.
func (w *ofdWriter) explain(p *ofdParagraph, start int, reason string) {
	for _, c := range p.parts {
		if source.Squeeze(c.text) == "" {
			continue
		}
		e := source.Entry{Part: c.part, At: c.at, Text: c.text, Span: source.Span{Start: start + c.start, End: start + c.end}, Reason: reason}
		if reason != "" {
			e.Fate = source.AsNoise
		}
		w.account = append(w.account, e)
		if c.mark != "" && reason == "" {
			w.marks = append(w.marks, source.Mark{Span: source.Trim(w.b.text.String(), e.Span), Kind: c.mark})
		}
	}
}

// pages writes the lines and tables of the pages, then what is no part of the paper.
func (w *ofdWriter) pages(rows []ofdRow) {
	f := ofdFrameOf(rows)
	f.widen(w.o.pages)
	var para ofdParagraph
	flush := func() {
		w.write(&para, "")
		para = ofdParagraph{}
	}
	var last *ofdRow
	var open *ofdTable // the table that may go on on the next page
	loose := 0
	for i := range rows {
		r := &rows[i]
		switch {
		case r.reason != "":
		case r.table != nil:
			flush()
			last = nil
			if open != nil && r.table.follows(open) {
				open.extend(r.table, func(c ofdPiece) { w.o.leave(c, ofdHeadAgain) })
				continue
			}
			w.table(open)
			open = r.table
		default:
			w.table(open)
			open = nil
			if r.gaps > 1 {
				loose++
			}
			if last == nil || f.opens(last, r) {
				flush()
			}
			w.add(&para, *r)
			last = r
		}
	}
	flush()
	w.table(open)
	if loose > 2 {
		w.b.whole("table-as-text", "lines that look like rows of a table (%d) were read as text; no ruled lines say which words share a cell", loose)
	}
	w.furniture(rows)
}

// furniture writes the page numbers and running heads.
func (w *ofdWriter) furniture(rows []ofdRow) {
	for _, reason := range []string{ofdFolio, ofdHead} {
		for _, r := range rows {
			if r.reason == reason {
				var p ofdParagraph
				w.add(&p, r)
				w.write(&p, reason)
			}
		}
	}
}

// table writes a table.
func (w *ofdWriter) table(t *ofdTable) {
	if t == nil {
		return
	}
	sort.SliceStable(t.cells, func(i, j int) bool {
		a, b := t.cells[i], t.cells[j]
		return a.row < b.row || a.row == b.row && a.col < b.col
	})
	rows := make([][]cell, t.rows)
	texts := make([][][]*ofdParagraph, t.rows)
	for _, c := range t.cells {
		out := cell{col: c.col, rowSpan: c.rowSpan, colSpan: c.colSpan}
		paras := w.cell(t, c)
		for _, p := range paras {
			out.lines = append(out.lines, p.text.String())
		}
		rows[c.row] = append(rows[c.row], out)
		texts[c.row] = append(texts[c.row], paras)
	}
	start := w.b.text.Len()
	w.b.table(rows)
	for i, row := range rows {
		blank := true
		for _, c := range row {
			blank = blank && c.squeezed() == ""
		}
		if blank {
			continue // dropped by the builder
		}
		for _, paras := range texts[i] {
			for _, p := range paras {
				w.explain(p, start, "")
				start += p.text.Len() + 1
			}
		}
	}
}

// listed begins a line of a cell that is a point of its own.
var listed = regexp.MustCompile(`^\s*(?:[0-9０-９]{1,2}[.．、)）]|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])`)

// cell returns the paragraphs of a cell. Where its lines fill its width they are one, but for those that
// number themselves and those behind a sentence that ends before the edge; narrow ones stand for themselves.
func (w *ofdWriter) cell(t *ofdTable, c ofdCell) []*ofdParagraph {
	rows := ofdRowsOf(c.pieces)
	wide, size := 0.0, 0.0
	for _, r := range rows {
		wide, size = math.Max(wide, r.x1-r.x0), math.Max(size, r.size)
	}
	edge := t.xs[c.col+c.colSpan]
	filled := edge-t.xs[c.col]-wide < 2.2*size+1
	var out []*ofdParagraph
	for i := range rows {
		ends := i > 0 && rows[i-1].x1 < edge-2*size && strings.HasSuffix(strings.TrimSpace(rows[i-1].text()), "。")
		if i == 0 || !filled || ends || listed.MatchString(rows[i].text()) {
			out = append(out, &ofdParagraph{})
		}
		w.add(out[len(out)-1], rows[i])
	}
	return out
}

// An ofdFrame is where the lines of running text begin and end, how large its writing is, and how far
// its lines stand apart.
type ofdFrame struct{ left, right, size, pitch float64 }

// opens reports whether a paragraph begins with r, given the line before it.
func (f ofdFrame) opens(last, r *ofdRow) bool {
	em := math.Min(r.size, last.size)
	left, before := f.left, f.right
	if r.right > 0 {
		left = r.left
	}
	if last.right > 0 {
		before = last.right
	}
	switch {
	case r.alone || last.alone || r.gaps > 1 || last.gaps > 1: // turned, or rows of a table
		return true
	case r.size > 1.4*f.size: // each line of a letterhead or large title
		return true
	case math.Abs(r.size-last.size) > 0.2*em:
		return true
	case r.x0 <= last.x0+0.5*em && r.goesOn(last):
		return false
	case r.x0 > left+1.1*em || strings.HasPrefix(r.text(), "　") || strings.HasPrefix(r.text(), "  "):
		return true
	case r.page == last.page && f.pitch > 0 && r.y0 > last.y0+1.8*math.Max(f.pitch, em):
		return true
	}
	return last.x1 < before-1.8*em
}

// goesOn reports whether r begins with what the file has behind the end of last in one TextCode.
func (r *ofdRow) goesOn(last *ofdRow) bool {
	a, b := last.pieces[len(last.pieces)-1], r.pieces[0]
	return a.part == b.part && a.code == b.code && a.at < b.at
}

// ofdFrameOf returns the frame of the lines: the leftmost place where at least one line in eight
// begins, the place that one in ten reaches or passes, the median size and distance.
func ofdFrameOf(rows []ofdRow) ofdFrame {
	var starts, ends, sizes, ways []float64
	for i, r := range rows {
		if r.reason != "" || r.table != nil || len(r.pieces) == 0 {
			continue
		}
		starts, ends, sizes = append(starts, r.x0), append(ends, r.x1), append(sizes, r.size)
		if i > 0 && rows[i-1].page == r.page && r.y0 > rows[i-1].y0 {
			ways = append(ways, r.y0-rows[i-1].y0)
		}
	}
	if len(starts) == 0 {
		return ofdFrame{}
	}
	for _, list := range [][]float64{starts, ends, sizes, ways} {
		sort.Float64s(list)
	}
	f := ofdFrame{left: starts[0], right: ends[len(ends)*9/10], size: sizes[len(sizes)/2]}
	for i, n := 0, max(1, len(starts)/8); i+n <= len(starts); i++ {
		if starts[i+n-1]-starts[i] < 2 {
			f.left = starts[i]
			break
		}
	}
	if len(ways) > 0 {
		f.pitch = ways[len(ways)/2]
	}
	return f
}

// widen moves the end of the lines to where the margin on the right is that on the left, if all of
// them end far before it: then none fills its line.
func (f *ofdFrame) widen(pages []*ofdPage) {
	for _, p := range pages {
		if width := p.box[2]; width > 0 && f.right < 0.85*width-(f.left-p.box[0]) {
			f.right = width - (f.left - p.box[0])
		}
		return
	}
}

// file makes the text of all pages.
func (o *ofd) file(name string) (*source.File, error) {
	w := &ofdWriter{o: o}
	o.fields(&w.b)
	rows := make([][]ofdRow, len(o.pages))
	var all []ofdRow
	for i, p := range o.pages {
		rows[i] = p.lines(func(c ofdPiece, reason string) {
			if reason == ofdTwice {
				o.leave(c, reason)
				return
			}
			o.notes = append(o.notes, ofdAside{c, reason})
		})
	}
	if err := o.strays(); err != nil {
		return nil, err
	}
	markFurniture(o.pages, rows)
	for i := range rows {
		all = append(all, rows[i]...)
	}
	w.pages(all)
	w.asides()
	for _, id := range o.drawn {
		if u := o.drawings[id]; !u.used {
			for _, c := range u.pieces {
				o.leave(c, ofdUnused)
			}
		}
	}
	if len(w.b.blocks) == 0 && w.b.err == nil && o.images > 0 {
		return nil, fmt.Errorf("the OFD file has no text: its pages (%d) are pictures; run a text recognition over it, or find the paper as .docx", len(o.pages))
	}
	o.doubts(&w.b)
	f, err := w.b.file(name, "ofd", "UTF-8")
	if err != nil {
		return nil, err
	}
	f.Account = append(w.account, o.out...)
	sort.SliceStable(f.Account, func(i, j int) bool {
		a, b := f.Account[i], f.Account[j]
		return a.Part < b.Part || a.Part == b.Part && a.At < b.At
	})
	f.Marks = w.marks
	return f, nil
}

// asides writes what is laid over the pages; what says the same again is left out.
func (w *ofdWriter) asides() {
	seen := map[string]bool{}
	for _, n := range w.o.notes {
		key := n.reason + "|" + source.Squeeze(n.text)
		if seen[key] {
			w.o.leave(n.ofdPiece, n.reason+"（重复）")
			continue
		}
		seen[key] = true
		var p ofdParagraph
		w.add(&p, ofdRow{pieces: []ofdPiece{n.ofdPiece}, size: n.size})
		w.write(&p, n.reason)
	}
}

// fields enters what the file says about the paper: by its marks, then by its own properties.
func (o *ofd) fields(b *builder) {
	texts := map[string]string{}
	if len(o.tags) > 0 {
		for _, p := range o.pages {
			for _, c := range p.pieces {
				texts[c.id] += c.text
			}
		}
	}
	for _, name := range o.tagNames {
		value := ""
		for _, id := range o.tags[name] {
			value += texts[id]
		}
		b.field(name, value)
	}
	for _, m := range o.meta {
		b.field(m.Name, m.Value)
	}
	signs := 0
	for kind, n := range o.signs {
		if kind != "Seal" {
			signs += n
		}
	}
	if n := o.signs["Seal"]; n > 0 {
		b.field("电子印章", fmt.Sprintf("%d 枚，未作验证", n))
	}
	if signs > 0 {
		b.field("电子签名", fmt.Sprintf("%d 个，未作验证", signs))
	}
	if len(o.files) > 0 {
		b.field("内含附件", strings.Join(o.files, "；"))
	}
}

// doubts names what the text does not hold.
func (o *ofd) doubts(b *builder) {
	if o.images > 0 {
		b.whole("images-dropped", "pictures were left out (%d); text in them is not read", o.images)
	}
	if len(o.files) > 0 {
		b.whole("attachments-inside", "files within the file were not read (%d): %s", len(o.files), strings.Join(o.files, ", "))
	}
	if o.annots["Highlight"]+o.annots["Path"] > 0 {
		b.whole("comments-dropped", "drawn annotations are not part of the text (%d)", o.annots["Highlight"]+o.annots["Path"])
	}
	if len(o.lost) > 0 {
		b.whole("parts-missing", "the file names parts that it does not hold (%d): %s", len(o.lost), strings.Join(o.lost, ", "))
	}
	if len(o.strayed) > 0 {
		b.whole("parts-unused", "parts with text that the file does not use were left out (%d): %s", len(o.strayed), strings.Join(o.strayed, ", "))
	}
	mute := 0
	for _, p := range o.pages {
		mute += p.mute
	}
	if mute > 0 {
		b.whole("glyphs-without-text", "runs of glyphs stand for no character that the file names (%d)", mute)
	}
}
