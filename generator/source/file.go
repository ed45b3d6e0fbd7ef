// Package source holds the decoded text of a seed with an address for every character.
//
// Offsets in a [Span] are bytes into [File.Text]; lines, columns and the spans of the
// document record count characters (code points). Every later package points into the
// same text, so a finding can always be shown in its sentence.
package source

import (
	"strings"
	"unicode/utf8"
)

// A File is the decoded text of one seed. It never changes after it was read.
type File struct {
	Name     string  // as given under the project root, with slashes: "seeds/x.txt"
	SHA256   string  // hex digest of the seed's bytes, before decoding
	Encoding string  // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"
	Text     string  // valid UTF-8 without a byte order mark
	Blocks   []Block // the lines and tables of the text, in order, without blank lines
	Noise    []Noise // stretches that the reader of the format knows to be no part of the document
	Format   string  // "txt", "markdown", "html", "docx", "pdf", "ofd", "xlsx", "doc via libreoffice"
	Folds    []Fold  // line breaks of the seed that the text leaves out, in order; nil for most papers

	Meta     []Field   // what the format itself says about the paper, in its order
	Problems ErrorList // what the reader of the format noticed

	Account Account // what became of everything in the file that bears text; nil from readers that keep none
	Marks   []Mark  // in the order of the text; none overlaps another of its kind
	Losses  []Loss  // what a second reading of the file found and the account does not explain

	Parts []Part // the files that a joined file holds; nil for all others
	Begin int    // where the text of a part taken out of a joined file begins

	lines []lineStart
	runes []int  // number of characters that begin before each chunk of chunkSize bytes
	marks []Mark // by their beginning, once they are asked for
	reach []int  // the furthest end of the marks up to each
}

// A Block is a stretch of the text that stands for itself: a line, a paragraph or a table.
type Block struct {
	Span
	Kind BlockKind
	Rows [][]Cell // of a table, nil otherwise
}

// BlockKind tells what a [Block] is.
type BlockKind int

const (
	Line  BlockKind = iota // a line of text or a paragraph
	Table                  // rows of cells
)

// A Field is something that the page around a paper says about it, such as 「发文字号：国发〔2018〕42号」
// in the data table of a web page or a crawler's header.
type Field struct {
	Name  string // one name for each thing: "发文字号", also where the page writes 文号 or 文件编号
	Value string // as it stands, without white space at its ends; never empty
}

// Value returns the first value that the format itself gives for the name, or "".
func (f *File) Value(name string) string {
	for _, m := range f.Meta {
		if m.Name == name {
			return m.Value
		}
	}
	return ""
}

// A Cell is one cell of a table. A merged cell stands once, in its first row, with the rows and
// columns it covers; the later rows that it covers leave its column out, so that Col always is
// the column on the page.
type Cell struct {
	Span
	Col, RowSpan, ColSpan int // Col counts from 0; spans are at least 1
	Header                bool
}

// Noise is text around a document, such as a comment box, with the reason why it is taken for that.
type Noise struct {
	Span
	Reason string
}

// A Span is the half-open range [Start, End) of byte offsets in a file's text.
type Span struct{ Start, End int }

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no text.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a character.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// NewFile returns a file for tests and for readers that made the text themselves,
// with one block for each line that is not blank.
func NewFile(name, text string) *File {
	f := &File{Name: name, Encoding: "UTF-8", Text: text}
	f.Blocks = lineBlocks(text)
	return f
}

// lineBlocks cuts text at line breaks; white space around a line is left out of its block.
func lineBlocks(text string) []Block {
	var blocks []Block
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if s := Trim(text, Span{start, end}); !s.Empty() {
			blocks = append(blocks, Block{Span: s})
		}
		start = end + 1
	}
	return blocks
}

// Slice returns the text at s.
func (f *File) Slice(s Span) string { return f.Text[s.Start:s.End] }

// Trim returns s without the white space at its ends.
func (f *File) Trim(s Span) Span { return Trim(f.Text, s) }

// Trim returns s without the white space of text at its ends.
func Trim(text string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// Squeeze returns text without its white space: the form in which texts are compared.
func Squeeze(text string) string {
	if !holdsSpace(text) && utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// Squeezed returns the text at s without its white space.
func (f *File) Squeezed(s Span) string {
	text := f.Slice(s)
	if !holdsSpace(text) {
		return text // its UTF-8 is known to be valid
	}
	return Squeeze(text)
}
