package source

import (
	"sort"
	"unicode/utf8"
)

// A Position is a place that a person can find: line and column, both from 1, the column in characters.
type Position struct {
	File         string
	Line, Column int
}

// A Fold is a place where [File.Text] leaves out a line break of the seed that only kept its lines
// short, with the white space around it.
type Fold struct {
	At     int // byte offset in the text of the first character of the seed's next line
	Indent int // characters left out at the beginning of that line
	Left   int // characters of the seed left out before At, by all folds up to this one
}

// A lineStart is where a line of the seed begins in the text.
type lineStart struct{ at, indent int }

// chunkSize is how far apart characters are counted ahead: a paper flattened to one line has
// one long line, and many places in it.
const chunkSize = 4096

// Position returns the place in the seed of the byte offset off.
func (f *File) Position(off int) Position {
	if f.Parts != nil {
		part := f.at(off)
		return part.File.Position(off - part.Start)
	}
	if f.lines == nil {
		f.index()
	}
	off = max(0, min(off, len(f.Text)))
	n := sort.Search(len(f.lines), func(i int) bool { return f.lines[i].at > off }) - 1
	line := f.lines[n]
	return Position{f.Name, n + 1, line.indent + f.runesBefore(off) - f.runesBefore(line.at) + 1}
}

// Offset returns the byte offset of the place p: the first that is not before it.
func (f *File) Offset(p Position) int {
	for _, part := range f.Parts {
		if part.Name == p.File {
			return part.Start + part.File.Offset(p)
		}
	}
	if f.lines == nil {
		f.index()
	}
	switch {
	case p.Line < 1:
		return 0
	case p.Line > len(f.lines):
		return len(f.Text)
	}
	line, end := f.lines[p.Line-1], len(f.Text)
	if p.Line < len(f.lines) {
		end = f.lines[p.Line].at
	}
	off := line.at
	for column := line.indent + 1; column < p.Column && off < end; column++ {
		_, n := utf8.DecodeRuneInString(f.Text[off:])
		off += n
	}
	return off
}

// Characters returns s as characters of the seed's decoded text, half open.
func (f *File) Characters(s Span) (start, end int) {
	if f.Parts != nil {
		part := f.at(s.Start)
		return part.File.Characters(s.moved(-part.Start))
	}
	if f.lines == nil {
		f.index()
	}
	start = f.runesBefore(s.Start) + f.left(s.Start)
	if s.Empty() {
		return start, start
	}
	return start, f.runesBefore(s.End) + f.left(s.End-1)
}

// left returns how many characters of the seed are left out before the byte offset off.
func (f *File) left(off int) int {
	n := sort.Search(len(f.Folds), func(i int) bool { return f.Folds[i].At > off })
	if n == 0 {
		return 0
	}
	return f.Folds[n-1].Left
}

// index finds the beginnings of lines and counts the characters of each chunk.
func (f *File) index() {
	lines := []lineStart{{}}
	folds := f.Folds
	count := 0
	for i := 0; i < len(f.Text); i++ {
		if i%chunkSize == 0 {
			f.runes = append(f.runes, count)
		}
		if utf8.RuneStart(f.Text[i]) {
			count++
		}
		for len(folds) > 0 && folds[0].At <= i {
			lines = append(lines, lineStart{folds[0].At, folds[0].Indent})
			folds = folds[1:]
		}
		if f.Text[i] == '\n' {
			lines = append(lines, lineStart{at: i + 1})
		}
	}
	f.runes = append(f.runes, count)
	f.lines = lines
}

// runesBefore returns the number of characters that begin before off.
func (f *File) runesBefore(off int) int {
	chunk := off / chunkSize
	n := f.runes[chunk]
	for i := chunk * chunkSize; i < off; i++ {
		if utf8.RuneStart(f.Text[i]) {
			n++
		}
	}
	return n
}
