package source

import (
	"slices"
	"strings"
)

// A Part is one of the files that a joined file holds, as it was read.
type Part struct {
	*File
	Start int // where its text begins in the joined text
}

// Join returns the text of a paper with those of its annexes behind it, under the name and digest of the
// paper. A place of it is told as a place of the file that it stands in. The files themselves stay as they
// are, and keep their accounts.
func Join(paper *File, annexes ...*File) *File {
	out := &File{Name: paper.Name, SHA256: paper.SHA256, Encoding: paper.Encoding, Format: paper.Format, Meta: paper.Meta}
	var text strings.Builder
	for _, f := range append([]*File{paper}, annexes...) {
		if len(out.Parts) > 0 {
			text.WriteByte('\n')
		}
		at := text.Len()
		out.Parts = append(out.Parts, Part{f, at})
		text.WriteString(f.Text)
		for _, b := range f.Blocks {
			out.Blocks = append(out.Blocks, b.moved(at))
		}
		for _, n := range f.Noise {
			n.Span = n.moved(at)
			out.Noise = append(out.Noise, n)
		}
		for _, m := range f.Marks {
			m.Span = m.moved(at)
			out.Marks = append(out.Marks, m)
		}
	}
	out.Text = text.String()
	return out
}

func (s Span) moved(by int) Span { return Span{s.Start + by, s.End + by} }

func (b Block) moved(by int) Block {
	b.Span = b.Span.moved(by)
	rows := b.Rows
	b.Rows = nil
	for _, row := range rows {
		row = slices.Clone(row)
		for i := range row {
			row[i].Span = row[i].moved(by)
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

// Files returns the parts of a joined file, the paper first; any other file is its own one part.
func (f *File) Files() []Part {
	if f.Parts != nil {
		return f.Parts
	}
	return []Part{{f, 0}}
}

// Within returns where the text of part i stands.
func (f *File) Within(i int) Span {
	p := f.Files()[i]
	return Span{p.Start, p.Start + len(p.Text)}
}

// Only returns part i of a joined file as a file by itself, whose places are those of the joined text: it
// begins at Begin and ends with the part.
func (f *File) Only(i int) *File {
	part, s := f.Parts[i], f.Within(i)
	out := &File{Name: part.Name, SHA256: part.SHA256, Encoding: part.Encoding, Format: part.Format, Meta: part.Meta, Problems: part.Problems,
		Losses: part.Losses, Begin: s.Start, Text: f.Text[:s.End], Parts: f.Parts}
	for _, b := range f.Blocks {
		if s.Contains(b.Span) {
			out.Blocks = append(out.Blocks, b)
		}
	}
	for _, n := range f.Noise {
		if s.Contains(n.Span) {
			out.Noise = append(out.Noise, n)
		}
	}
	for _, m := range f.Marks {
		if s.Contains(m.Span) {
			out.Marks = append(out.Marks, m)
		}
	}
	return out
}

// at returns the part of a joined file in which the byte offset off stands.
func (f *File) at(off int) Part {
	i := len(f.Parts) - 1
	for i > 0 && f.Parts[i].Start > off {
		i--
	}
	return f.Parts[i]
}

// Whole returns where the text of f stands in Text: all of it, but for one that [File.Only] returned.
func (f *File) Whole() Span { return Span{f.Begin, len(f.Text)} }
