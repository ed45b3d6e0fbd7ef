package pdf

import (
	"fmt"
	"slices"
	"sort"

	"zhengce/generator/format/paper"
	"zhengce/generator/pdfium"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

const (
	repeatedReason = "跨页重复的表头"
	writtenReason  = "写在页面上的批注"
	filledReason   = "表单域的值"
	commentReason  = "批注"
)

// A writer writes the paragraphs and tables of a PDF and keeps what becomes of every character.
type writer struct {
	b       paper.Builder
	account [][]fate // by page
	marks   []source.Mark
	unsure  int // lines that look like rows of a table
	cut     int // tables whose page ends where a cell may be cut
	frames  map[string]frame
	edges   []float64 // where columns began last,
	edgesOn int       // and on which page

	para     pen
	indented bool   // the paragraph's first line
	last     *row   // of the paragraph
	waiting  []*row // footnotes of pages before
	table    *table // the last item, if it is one
}

// A fate is what became of a character.
type fate struct {
	at, size int32
	raw      rune
	fate     uint8 // a source.Fate
	start    int   // in the text
	reason   string
}

// span is where the character stands in the text, if it does.
func (f *fate) span() source.Span { return source.Span{Start: f.start, End: f.start + int(f.size)} }

func (w *writer) leaveOut(page, at int32, raw rune, reason string) {
	w.account[page] = append(w.account[page], fate{at: at, raw: raw, fate: uint8(source.LeftOut), reason: reason})
}

// join adds the paragraphs that the lines make, and the tables. What is no part of the paper follows
// at the end, because it stands in the middle of paragraphs.
func (w *writer) join(sheets []sheet) {
	w.frames = pageFrames(sheets)
	noise := map[string][]row{}
	for i := range sheets {
		s := &sheets[i]
		w.addItems(s)
		for _, r := range s.rows {
			if r.reason != "" {
				r.glyphs = slices.Clone(r.glyphs)
				noise[r.reason] = append(noise[r.reason], r)
			}
		}
		s.rows, s.items, s.tables = nil, nil, nil // they take much room
	}
	w.endTable()
	w.endParagraph()
	w.addNotesOfPage()
	for _, reason := range []string{paper.PageNumberReason, runningHeadReason, watermarkReason, aslantReason} {
		for i := range noise[reason] {
			var p pen
			p.row(&noise[reason][i])
			w.line(&p, reason)
		}
	}
}

// addRow adds a line: it opens a paragraph if it is indented, if the line before it ends early, or if
// the writing changes its size.
func (w *writer) addRow(r *row) {
	w.endTable()
	if w.last == nil || w.opens(w.last, r) {
		w.endParagraph()
		w.indented = r.x0 > w.frames[r.column].left+1.1*r.size
	} else if spaced(w.para.text.String(), r.glyphs[0].text) {
		w.para.text.WriteByte(' ')
	}
	w.para.row(r)
	w.last = r
}

func (w *writer) endParagraph() {
	w.line(&w.para, "")
	w.para, w.last = pen{}, nil
}

// line writes a paragraph; a reason makes it noise.
func (w *writer) line(p *pen, reason string) {
	if p.text.Len() == 0 {
		return
	}
	start := w.b.Len()
	w.b.Line(p.text.String(), reason)
	fate := source.Shown
	if reason != "" {
		fate = source.AsNoise
	}
	w.placed(p, start, fate, reason)
}

// placed notes where the glyphs of a line stand that was written at start.
func (w *writer) placed(p *pen, start int, of source.Fate, reason string) {
	if w.b.Err != nil {
		return
	}
	for _, at := range p.places {
		f := fate{at: at.at, size: at.size, raw: at.raw, fate: uint8(of), start: start + int(at.start), reason: reason}
		w.account[at.page] = append(w.account[at.page], f)
		if at.shift == 0 {
			continue
		}
		s, kind := f.span(), source.Superscript
		if at.shift == lowered {
			kind = source.Subscript
		}
		if n := len(w.marks) - 1; n >= 0 && w.marks[n].Kind == kind && w.marks[n].End == s.Start {
			w.marks[n].End = s.End
			continue
		}
		w.marks = append(w.marks, source.Mark{Span: s, Kind: kind})
	}
}

// addTable adds a table, or the rows of one that goes on from the page before.
func (w *writer) addTable(t *table) {
	w.endParagraph()
	if w.table == nil || !w.table.goesOn(t) {
		w.endTable()
		w.table = t
		return
	}
	rows := t.rows
	n := paper.Again(cells(w.table.rows[:min(len(w.table.rows), paper.MostHeads)]), cells(rows))
	for _, row := range rows[:n] {
		for _, c := range row {
			for _, p := range c.lines {
				for _, at := range p.places {
					w.leaveOut(at.page, at.at, at.raw, repeatedReason)
				}
			}
		}
	}
	if w.table.add(t, rows[n:]) {
		w.cut++
	}
}

// endTable writes the table that is being gathered. The builder writes the lines of cells as they
// come, each with the line break behind it.
func (w *writer) endTable() {
	if w.table == nil {
		return
	}
	t := w.table
	w.table = nil
	start := w.b.Len()
	rows := slices.DeleteFunc(cells(t.rows), func(row []paper.Cell) bool { return len(row) == 0 })
	places := 0
	for _, row := range rows {
		for _, c := range row {
			places += c.RowSpan * c.ColSpan
		}
	}
	if places > paper.MaxCells {
		w.b.Err = say.Errorf("a table of more than %d cells; split the file", paper.MaxCells)
	}
	w.b.Table(rows)
	for _, r := range t.rows {
		for _, c := range r {
			for _, p := range c.lines {
				w.placed(p, start, source.Shown, "")
				start += p.text.Len() + 1
			}
		}
	}
}

// file returns the finished file with its account.
func (w *writer) file(name string) (*source.File, error) {
	if w.unsure > 2 {
		w.b.Warn("table-as-text", "lines that look like rows of a table (%d) were read as text; a PDF does not say which words share a cell", w.unsure)
	}
	if w.cut > 0 {
		w.b.Warn(paper.CutCode, "%s", paper.CutWords)
	}
	f, err := w.b.File(name, "pdf", "UTF-8")
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(w.marks, func(a, b source.Mark) int { return a.Start - b.Start })
	f.Marks = w.marks
	notes := map[string]source.Account{}
	for _, e := range f.Account {
		notes[e.Part] = append(notes[e.Part], e)
	}
	f.Account = nil
	for i, fates := range w.account {
		sort.SliceStable(fates, func(a, b int) bool { return fates[a].at < fates[b].at })
		f.Account = append(append(f.Account, entries(partOf(i), fates)...), notes[partOf(i)]...)
		w.account[i] = nil
	}
	return f, nil
}

// partOf is the name of a page in the account.
func partOf(page int) string { return fmt.Sprintf("第%d页", page+1) }

// addNotes adds what was put on a page over its text: what the page shows as noise, what a click shows is left out.
func (w *writer) addNotes(pages []page) {
	for number, p := range pages {
		for i, n := range p.notes {
			l := paper.Of(n.Text, source.Entry{Part: partOf(number), At: p.count + i, Text: n.Text})
			switch n.Kind {
			case pdfium.Written:
				w.b.Rich(l, writtenReason)
			case pdfium.Filled:
				w.b.Rich(l, filledReason)
			default:
				w.b.Leave(commentReason, l)
			}
		}
	}
}

// entries joins the characters of a page that follow each other in the text, or are left out for the
// same reason.
func entries(part string, fates []fate) []source.Entry {
	var out []source.Entry
	var text []rune
	flush := func() {
		if len(text) > 0 {
			out[len(out)-1].Text = string(text)
		}
		text = text[:0]
	}
	for i, c := range fates {
		if i > 0 {
			last := &out[len(out)-1]
			if last.Fate == source.Fate(c.fate) && last.Reason == c.reason && (last.Fate == source.LeftOut || c.start == last.Span.End) {
				last.Span.End = c.span().End
				text = append(text, c.raw)
				continue
			}
		}
		flush()
		out = append(out, source.Entry{Part: part, At: int(c.at), Fate: source.Fate(c.fate), Span: c.span(), Reason: c.reason})
		text = append(text, c.raw)
	}
	flush()
	return out
}
