// Package wrap joins the lines of texts whose paragraphs were broken at a fixed width.
package wrap

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

const (
	// narrowest is the width in columns below which no text is wrapped; a Chinese character has two.
	narrowest = 40
	// ragged is how many columns a full line may be off: programs differ in what they keep off the
	// ends of lines and in how wide they take a quotation mark.
	ragged = 6
)

// A rawLine is a line of a text file as it stands there.
type rawLine struct {
	source.Span     // without the white space at its ends
	width       int // in columns, indentation included
	indent      int // in columns
	lead        int // characters of the indentation
	table       bool
}

// A wrapping is the form of a file whose paragraphs were broken at a fixed width.
type wrapping struct {
	text    string
	lines   []rawLine
	columns func(rune) int
	width   int // of most full lines
	left    int // indentation of a line that goes on with a paragraph
}

// Join joins the lines of a text whose paragraphs were broken at a fixed width, as programs for
// mail and for reading on screens do. It says where it left out line breaks, and how wide the lines
// were in characters; 0, with the text as it is, where the lines are paragraphs.
//
// Whether a file is wrapped is told by all its lines together: many of one width, hardly one that
// is wider, and most of the widest end in the middle of a sentence.
func Join(text string) (joined string, folds []source.Fold, characters int) {
	if w := Find(text); w != nil {
		joined, folds = w.join()
		return joined, folds, w.Characters()
	}
	return text, nil, 0
}

// Find returns how the lines of a text were broken at a fixed width; nil where they were not.
func Find(text string) *wrapping {
	for _, columns := range columnWays {
		w := &wrapping{text: text, columns: columns}
		if w.measure(); w.found() {
			return w
		}
	}
	return nil
}

// Characters returns how many Chinese characters a full line has.
func (w *wrapping) Characters() int { return w.width / 2 }

// columnWays are the ways in which programs count columns: as on a screen, or all characters alike.
var columnWays = []func(rune) int{columnsOf, func(rune) int { return 2 }}

// columnsOf returns how wide a character is on a screen: two columns, one for letters and digits.
func columnsOf(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

func (w *wrapping) columnsIn(text string) int {
	n := 0
	for _, r := range text {
		n += w.columns(r)
	}
	return n
}

// measure finds the lines, their most frequent width and their left edge: the smallest
// indentation that one line in eight has.
func (w *wrapping) measure() {
	for at := 0; at <= len(w.text); {
		end := at + strings.IndexByte(w.text[at:], '\n')
		if end < at {
			end = len(w.text)
		}
		l := rawLine{Span: source.Trim(w.text, source.Span{Start: at, End: end})}
		if !l.Empty() {
			lead := w.text[at:l.Start]
			l.lead, l.indent = utf8.RuneCountInString(lead), w.columnsIn(lead)
			l.width = l.indent + w.columnsIn(w.text[l.Start:l.End])
			l.table = ofTable(w.text[l.Start:l.End])
		}
		w.lines = append(w.lines, l)
		at = end + 1
	}
	widths, indents, written := map[int]int{}, map[int]int{}, 0
	for _, l := range w.lines {
		if !l.Empty() {
			widths[l.width]++
			indents[l.indent]++
			written++
		}
	}
	most := 0
	for n := narrowest; n <= longLine; n++ {
		if count := widths[n] + widths[n-1]; count > 0 && count >= most {
			most, w.width = count, n
		}
	}
	for w.left = 0; w.left < narrowest && indents[w.left]*8 < written; {
		w.left++
	}
}

// longLine is the width in columns from which a line is a paragraph.
const longLine = 400

var (
	// tableMarks part the cells of a table, and draw it.
	tableMarks = regexp.MustCompile(`[\t│┃|｜─━]`)
	// cellGaps are the gaps between three cells of a row.
	cellGaps = regexp.MustCompile(`[^ \x{3000}][ \x{3000}]{2,}[^ \x{3000}]+[ \x{3000}]{2,}[^ \x{3000}]`)
)

// ofTable reports whether a line is one of a table.
func ofTable(line string) bool { return tableMarks.MatchString(line) || cellGaps.MatchString(line) }

// leaders fill a line of a table of contents up to the number of its page.
var leaders = regexp.MustCompile(`(?:\.{4,}|…{2,}|·{4,}|-{6,})\s*[0-9]{1,4}\s*$`)

// found reports whether the lines are those of a wrapped file.
func (w *wrapping) found() bool {
	written, wider, full, broken := 0, 0, 0, 0
	for i, l := range w.lines {
		switch {
		case l.Empty():
			continue
		case l.width > w.width+ragged:
			wider++
		case w.full(i) && i+1 < len(w.lines) && !w.lines[i+1].Empty():
			full++
			if !w.stops(l) {
				broken++
			}
		}
		written++
	}
	return w.width > 0 && full >= 6 && full*4 >= written && wider*20 <= written && broken*10 >= full*7
}

// full reports whether line i is as wide as lines get: what begins the next would not have fitted,
// or nearly not and the sentence goes on.
func (w *wrapping) full(i int) bool {
	room := w.room(i)
	return room < 0 || room < ragged && !w.stops(w.lines[i])
}

// room returns how many columns line i leaves behind what begins the next line; all, where it is no
// line of a paragraph.
func (w *wrapping) room(i int) int {
	l := w.lines[i]
	if l.Empty() || l.width > w.width+ragged || l.table || leaders.MatchString(w.text[l.Start:l.End]) {
		return w.width
	}
	room := w.width - l.width
	if i+1 < len(w.lines) {
		room -= w.columnsIn(w.unit(w.lines[i+1]))
	}
	return room
}

// unit returns what cannot be parted at the beginning of a line: a character or a word of letters and
// digits, with the marks that may end no line before it and begin no line behind it.
func (w *wrapping) unit(l rawLine) string {
	text := w.text[l.Start:l.End]
	n := len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }))
	word := len(text[n:]) - len(strings.TrimLeftFunc(text[n:], func(r rune) bool { return r > ' ' && r < utf8.RuneSelf }))
	if word == 0 {
		_, word = utf8.DecodeRuneInString(text[n:])
	}
	n += word
	n += len(text[n:]) - len(strings.TrimLeftFunc(text[n:], func(r rune) bool { return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po) }))
	return text[:n]
}

// stops reports whether a line ends as a paragraph may end: with a sentence or with a group of agencies.
func (w *wrapping) stops(l rawLine) bool {
	return strings.ContainsRune("。；：！？;:!?）)】〕", paper.LastRune(strings.TrimRight(w.text[l.Start:l.End], "”’")))
}

// Continues reports whether line i goes on with the paragraph of the line before it. A number, as of
// 「一、总体要求」 below a long title, does so only in the middle of a sentence that fills its line.
func (w *wrapping) Continues(i int) bool {
	last, l := w.lines[i-1], w.lines[i]
	text := w.text[l.Start:l.End]
	if l.Empty() || l.indent > w.left+1 || !w.full(i-1) || l.table {
		return false
	}
	if _, marked := numeral.ReadMark(text); marked > 0 || strings.HasPrefix(text, "—") {
		return w.room(i-1) < 0 && !w.stops(last)
	}
	return true
}

// join returns the text without the line breaks within paragraphs. Between two words of letters a
// blank takes the place of the break.
func (w *wrapping) join() (string, []source.Fold) {
	var out strings.Builder
	var folds []source.Fold
	at, left := 0, 0
	for i := 1; i < len(w.lines); i++ {
		if !w.Continues(i) {
			continue
		}
		end, start := w.lines[i-1].End, w.lines[i].Start
		out.WriteString(w.text[at:end])
		left += utf8.RuneCountInString(w.text[end:start])
		first, _ := utf8.DecodeRuneInString(w.text[start:])
		if last := paper.LastRune(w.text[:end]); last < utf8.RuneSelf && unicode.IsLetter(last) && first < utf8.RuneSelf && unicode.IsLetter(first) {
			out.WriteByte(' ')
			left--
		}
		folds = append(folds, source.Fold{At: out.Len(), Indent: w.lines[i].lead, Left: left})
		at = start
	}
	out.WriteString(w.text[at:])
	return out.String(), folds
}
