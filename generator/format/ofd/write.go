package ofd

import (
	"zhengce/generator/format/paper"

	_ "embed"
	"math"
	"regexp"
	"sort"
	"strings"

	"zhengce/generator/source"
)

//go:embed tags.txt
var tagList string

var tags = paper.ReadLabels(tagList)

// tagField returns the name of the field that a mark of the file stands for.
func tagField(name string) (string, bool) {
	if f, ok := tags[name]; ok {
		return f, true
	}
	return paper.Label(name)
}

// A paragraph is a paragraph with the pieces that it is made of.
type paragraph struct {
	text  strings.Builder
	parts []place
}

// A place is a piece with its place in a paragraph.
type place struct {
	piece
	start, end int
	mark       source.MarkKind
}

// A writer makes the text of the pages and the account of it.
type writer struct {
	b       paper.Builder
	o       *reader
	account source.Account
	marks   []source.Mark
}

// add adds a line to the paragraph.
func (w *writer) add(p *paragraph, r row) {
	for i, c := range r.pieces {
		text := w.b.Clean(c.text)
		switch gap := 0.0; {
		case p.text.Len() == 0:
		case i == 0:
			if spaced(p.text.String(), text) {
				p.text.WriteByte(' ')
			}
		default:
			gap = c.x0 - r.pieces[i-1].x1
			if gap > 1.2*r.size {
				p.text.WriteString("  ")
			} else if gap > 0.3*c.size && spaced(p.text.String(), text) {
				p.text.WriteByte(' ')
			}
		}
		at := p.text.Len()
		p.text.WriteString(text)
		p.parts = append(p.parts, place{c, at, p.text.Len(), raised(c, r)})
	}
}

// raised tells whether a piece of a line is set small and high or low: the 5 of 10⁵.
func raised(c piece, r row) source.MarkKind {
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
func (w *writer) write(p *paragraph, reason string) {
	if p.text.Len() == 0 {
		return
	}
	start := w.b.Len()
	w.b.Line(p.text.String(), reason)
	w.explain(p, start, reason)
}

// explain enters the pieces of a paragraph that was written at start.
func (w *writer) explain(p *paragraph, start int, reason string) {
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
			w.marks = append(w.marks, source.Mark{Span: source.Trim(w.b.String(), e.Span), Kind: c.mark})
		}
	}
}

// pages writes the lines and tables of the pages, then what is no part of the paper.
func (w *writer) pages(rows []row) {
	f := frameOf(rows)
	f.widen(w.o.pages)
	rows = f.behindNotes(rows)
	var para paragraph
	flush := func() {
		w.write(&para, "")
		para = paragraph{}
	}
	var last *row
	var open *table // the table that may go on on the next page
	loose, cut := 0, false
	for i := range rows {
		r := &rows[i]
		switch {
		case r.reason != "":
		case r.table != nil:
			flush()
			last = nil
			if open != nil && r.table.follows(open) {
				if open.extend(r.table, func(c piece) { w.o.leave(c, headAgainReason) }) {
					cut = true
				}
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
		w.b.Warn("table-as-text", "lines that look like rows of a table (%d) were read as text; no ruled lines say which words share a cell", loose)
	}
	if cut {
		w.b.Warn(paper.CutCode, "%s", paper.CutWords)
	}
	w.furniture(rows)
}

// furniture writes the page numbers and running heads.
func (w *writer) furniture(rows []row) {
	for _, reason := range []string{folioReason, headReason} {
		for _, r := range rows {
			if r.reason == reason {
				var p paragraph
				w.add(&p, r)
				w.write(&p, reason)
			}
		}
	}
}

// table writes a table.
func (w *writer) table(t *table) {
	if t == nil {
		return
	}
	sort.SliceStable(t.cells, func(i, j int) bool {
		a, b := t.cells[i], t.cells[j]
		return a.row < b.row || a.row == b.row && a.col < b.col
	})
	rows := make([][]paper.Cell, t.rows)
	texts := make([][][]*paragraph, t.rows)
	for _, c := range t.cells {
		out := paper.Cell{Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan}
		paras := w.cell(t, c)
		for _, p := range paras {
			out.Lines = append(out.Lines, p.text.String())
		}
		rows[c.row] = append(rows[c.row], out)
		texts[c.row] = append(texts[c.row], paras)
	}
	start := w.b.Len()
	w.b.Table(rows)
	for i, row := range rows {
		blank := true
		for _, c := range row {
			blank = blank && c.Squeezed() == ""
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

// listedLine begins a line of a cell that is a point of its own.
var listedLine = regexp.MustCompile(`^\s*(?:[0-9０-９]{1,2}[.．、)）]|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])`)

// midSentence ends no paragraph.
var midSentence = regexp.MustCompile(`[，、]\s*$`)

// cell returns the paragraphs of a cell. Where its lines fill its width they are one, but for those that
// number themselves and those behind a sentence that ends before the edge; narrow ones stand for themselves.
func (w *writer) cell(t *table, c cell) []*paragraph {
	rows := rowsOf(c.pieces)
	wide, size := 0.0, 0.0
	for _, r := range rows {
		wide, size = math.Max(wide, r.x1-r.x0), math.Max(size, r.size)
	}
	edge := t.xs[c.col+c.colSpan]
	if t.columns != nil {
		edge = c.right
	}
	filled := edge-t.xs[c.col]-wide < 2.2*size+1
	var out []*paragraph
	for i := range rows {
		ends := i > 0 && rows[i-1].x1 < edge-2*size && strings.HasSuffix(strings.TrimSpace(rows[i-1].text()), "。")
		if i == 0 || !filled && !midSentence.MatchString(rows[i-1].text()) || ends || listedLine.MatchString(rows[i].text()) {
			out = append(out, &paragraph{})
		}
		w.add(out[len(out)-1], rows[i])
	}
	return out
}
