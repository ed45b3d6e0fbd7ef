package document

import (
	"strings"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// drawnLines takes a table that is drawn with strokes for one without columns where cells of it are wrapped: what belongs
// to a cell does not stand together then, and nothing is read in it. Block i is the line above it.
func (p *parser) drawnLines(i int) bool {
	if !ruled.MatchString(p.text(i)) {
		return false
	}
	end, rules, lines, wrapped := i, 0, 0, false
	for ; p.loose(end); end++ {
		text := p.text(end)
		switch {
		case ruled.MatchString(text):
			rules, lines = rules+1, 0
		case !strokes.MatchString(text):
			return false
		default:
			lines++
			wrapped = wrapped || lines > 1 && blankFirst(text)
		}
		if rules > 2 && lines == 0 && (!p.loose(end+1) || !strokes.MatchString(p.text(end+1))) {
			end++
			break
		}
	}
	if !wrapped || rules < 3 {
		return false
	}
	p.looseTable(i, end, say.Phrase("cells of this table are wrapped; nothing is read in it"))
	return true
}

// blankFirst reports whether the first cell of a drawn line is empty.
func blankFirst(text string) bool {
	cells := strokes.Split(strings.TrimSpace(text), 3)
	return len(cells) == 3 && source.Squeeze(cells[0]) == "" && source.Squeeze(cells[1]) == ""
}

// looseTable takes the lines from block i to end for a table without columns.
func (p *parser) looseTable(i, end int, why say.Phrase) {
	var rows [][]source.Cell
	for j := i; j < end; j++ {
		rows = append(rows, []source.Cell{{Span: p.blocks[j].Span, RowSpan: 1, ColSpan: 1}})
	}
	p.problems.Doubt(p.file, p.blocks[i].Span, "table-glued", "%s", why)
	p.putTable(i, end, rows).Loose = true
}
