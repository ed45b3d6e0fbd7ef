package pdf

import "zhengce/generator/format/paper"

// footnotes returns the item with which the footnotes of the sheet begin: lines of small writing at its foot, the first of
// which begins as a note does, below text of the paper.
func (w *writer) footnotes(s *sheet) int {
	n := len(s.items)
	if s.aside {
		return n
	}
	first := n
	for i := n - 1; i > 0; i-- {
		r := s.items[i].row
		if r == nil || r.column != s.column() || r.size > smaller*w.frames[r.column].size {
			break
		}
		if paper.NoteOpens.MatchString(r.text()) || r.glyphs[0].shift == raised {
			first = i
		}
	}
	if first == n || s.items[first-1].row == nil || s.items[first-1].row.size <= smaller*w.frames[s.column()].size {
		return n
	}
	return first
}

// addItems adds the lines and tables of a sheet. Its footnotes wait until the paragraph ends that stands above them: it may
// go on, on the next page.
func (w *writer) addItems(s *sheet) {
	notes := w.footnotes(s)
	for _, it := range s.items[:notes] {
		if it.table != nil {
			w.addNotesOfPage()
			w.addTable(it.table)
			continue
		}
		if len(w.waiting) > 0 && (w.last == nil || w.opens(w.last, it.row)) {
			w.addNotesOfPage()
		}
		w.addRow(it.row)
	}
	for _, it := range s.items[notes:] {
		w.waiting = append(w.waiting, it.row)
	}
}

// addNotesOfPage adds the footnotes that wait.
func (w *writer) addNotesOfPage() {
	if len(w.waiting) == 0 {
		return
	}
	w.endParagraph()
	for _, r := range w.waiting {
		w.addRow(r)
	}
	w.endParagraph()
	w.waiting = nil
}
