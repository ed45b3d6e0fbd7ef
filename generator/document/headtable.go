package document

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// How much a table holds at most that only sets out the head of a paper.
const (
	headTableRows  = 3
	headTableLines = 12
)

// layoutTable returns the lines of the table at block i of the source that only sets out the head of a paper or,
// once its text has begun, its signature, or nil.
func layoutTable(f *source.File, i int, begun bool) []source.Span {
	if !begun {
		return headTable(f, f.Blocks[i])
	}
	next := ""
	if i+1 < len(f.Blocks) {
		next = f.Squeezed(f.Blocks[i+1].Span)
	}
	return signTable(f, f.Blocks[i], next)
}

// headTable returns the lines of a table without borders that sets out the head of a paper, such as number
// and 签发人 side by side, in the order of the text. It is nil for any other table: each of its cells must
// hold what only a head holds.
func headTable(f *source.File, b source.Block) []source.Span {
	if len(b.Rows) > headTableRows {
		return nil
	}
	var lines []source.Span
	held, sure := 0, false
	for _, row := range b.Rows {
		for _, cell := range row {
			held += len(f.Squeezed(cell.Span))
			own := linesOf(f, cell.Span)
			if lines = append(lines, own...); len(lines) > headTableLines {
				return nil
			}
			ok, strong := headCell(f, cell.Span, own)
			if !ok {
				return nil
			}
			sure = sure || strong
		}
	}
	if !sure || held != len(f.Squeezed(b.Span)) {
		return nil
	}
	return lines
}

// signTable returns the lines of a table without borders that sets out a signature: names of bodies side by side,
// with the date in it or in the block behind. It is nil for any other table.
func signTable(f *source.File, b source.Block, next string) []source.Span {
	if len(b.Rows) > headTableRows {
		return nil
	}
	var lines []source.Span
	held, dated, named := 0, dateLine.MatchString(next), false
	for _, row := range b.Rows {
		for _, cell := range row {
			held += len(f.Squeezed(cell.Span))
			lines = append(lines, linesOf(f, cell.Span)...)
		}
	}
	for _, s := range lines {
		line := f.Squeezed(s)
		switch {
		case dateLine.MatchString(line):
			dated = true
		case isBodyName(line):
			named = true
		default:
			return nil
		}
	}
	if !dated || !named || len(lines) > headTableLines || held != len(f.Squeezed(b.Span)) {
		return nil
	}
	return lines
}

// linesOf returns the lines of s that are not blank.
func linesOf(f *source.File, s source.Span) []source.Span {
	var out []source.Span
	for at := s.Start; at < s.End; {
		end := s.End
		if i := strings.IndexByte(f.Text[at:s.End], '\n'); i >= 0 {
			end = at + i
		}
		out = appendSpan(out, f, source.Span{Start: at, End: end})
		at = end + 1
	}
	return out
}

// headCell reports whether a cell of the given lines holds what only a head holds, and whether no other
// table could hold it.
func headCell(f *source.File, cell source.Span, lines []source.Span) (ok, strong bool) {
	whole := f.Squeezed(cell)
	if titleEnd.MatchString(whole) && strings.Contains(whole, "关于") && !strings.ContainsAny(whole, "。；：:") && len(lines) <= 4 {
		return true, true
	}
	if signedOff.MatchString(whole) { // the names may stand on lines of their own
		return true, true
	}
	for _, s := range lines {
		line := f.Squeezed(s)
		switch {
		case isNumber(line), signedOff.MatchString(line), redHeadEnd.MatchString(line), line == "文件":
			strong = true
		case headWord.MatchString(line), isBodyName(line), dateLine.MatchString(line):
		default:
			return false, false
		}
	}
	return true, strong
}

var (
	// signedOff tells who signed a paper that goes up: 「签发人：某某　某某」.
	signedOff = words.Pattern(`^{{signed-off-words}}[：:]\s*(?:\p{Han}|[·\s\x{3000}、（）]){0,40}$`)
	// signedBeforeNumber is the same with the number behind it in one line.
	signedBeforeNumber = words.Pattern(`^{{signed-off-words}}[：:]\s*(?:\p{Han}|[·、（）\s\x{3000}]){1,40}[\s\x{3000}]+(` + words.SquareNumber(`\p{Han}{2,12}`) + `)$`)
	// headWord is what may stand beside the name of the body: 文件, the degree of secrecy or haste, the number of the copy.
	headWord = words.Pattern(`^(?:{{head-words}}(?:★.{0,8})?|[0-9]{6})$`)
	// redHeadEnd is the name of a body as it stands above its papers: 甲市人民政府文件.
	redHeadEnd = pattern.MustCompile(`^(?:\p{Han}|[（）、]){2,60}文件$`)
)

// isBodyName reports whether a line without white space is nothing but the name of a body that could sign.
func isBodyName(line string) bool {
	return signer.MatchString(line) && orgEnd.MatchString(line) && !approves.MatchString(line)
}

// approves is a line that tells who approved a paper of whom: 「市政府批准市民政局」.
var approves = pattern.MustCompile(`\p{Han}批准\p{Han}`)

// beginsOutline reports whether the outline or the text of a paper has begun with the line.
func beginsOutline(line string) bool {
	_, n := numeral.ReadMark(line)
	return n > 0 || strings.Contains(line, "。")
}
