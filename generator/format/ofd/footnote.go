package ofd

import "zhengce/generator/format/paper"

// smallNote is the size of footnotes at most, in sizes of most writing.
const smallNote = 0.87

// behindNotes sets the footnotes of a page behind the paragraph that goes on over them, on the next page.
func (f frame) behindNotes(rows []row) []row {
	var text, rest []row
	for _, r := range rows {
		if r.reason == "" {
			text = append(text, r)
		} else {
			rest = append(rest, r)
		}
	}
	for end := 1; end < len(text); end++ {
		if text[end].page == text[end-1].page {
			continue
		}
		first := f.notes(text[:end])
		if first == end || f.starts(&text[first-1], &text[end]) {
			continue
		}
		to := end + 1
		for to < len(text) && !f.starts(&text[to-1], &text[to]) {
			to++
		}
		moved := append(append([]row(nil), text[end:to]...), text[first:end]...)
		copy(text[first:to], moved)
		end = to - 1
	}
	return append(text, rest...)
}

// starts reports whether a paragraph or a table begins with r.
func (f frame) starts(last, r *row) bool {
	return last.table != nil || r.table != nil || f.opens(last, r)
}

// notes returns where the footnotes at the end of lines begin: small writing that begins as a note does, below larger.
func (f frame) notes(rows []row) int {
	n := len(rows)
	first := n
	i := n - 1
	for ; i >= 0 && rows[i].page == rows[n-1].page && rows[i].table == nil && rows[i].size <= smallNote*f.size; i-- {
		if paper.NoteOpens.MatchString(rows[i].text()) {
			first = i
		}
	}
	if i < 0 || rows[i].page != rows[n-1].page || rows[i].table != nil || first != i+1 {
		return n
	}
	return first
}
