package xlsx

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A sheet is a sheet of a workbook, by what its part says beside the values of its cells.
type sheet struct {
	name    string
	index   int // in the workbook
	part    string
	hidden  bool
	rows    map[int]bool // hidden rows, from 1
	columns []area       // hidden columns
	merges  []area
	filled  map[int]bool // rows with a value, from 1
	blank   int          // formulas without a value
	foot    []source.Entry
	runs    map[int][]run // of cells, by their place
	odd     map[int]int   // styles of the cells whose numbers are written here, by their place
}

// An area is a block of cells; columns and rows from 1, both ends within it.
type area struct{ col0, row0, col1, row1 int }

// sheets reads the list of the workbook's sheets and what each says about its rows and columns.
func (w *reader) sheets() ([]*sheet, error) {
	const book = "xl/workbook.xml"
	targets, err := w.relations("xl/_rels/workbook.xml.rels")
	if err != nil {
		return nil, err
	}
	data, err := w.a.Read(book)
	if err != nil {
		return nil, err
	}
	var out []*sheet
	x := archive.Within(data, "workbook")
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "sheets" {
			x.Skip()
			return
		}
		x.Children(func(e xml.StartElement) {
			state := archive.Value(e, "state")
			out = append(out, &sheet{name: archive.Value(e, "name"), index: len(out), hidden: state == "hidden" || state == "veryHidden",
				part: targets[relation(e)], rows: map[int]bool{}, filled: map[int]bool{}, runs: map[int][]run{}, odd: map[int]int{}})
			x.Skip()
		})
	})
	if x.Err != nil {
		return nil, say.Errorf("part %q: %w", book, x.Err)
	}
	if w.runs, err = w.strings(); err != nil {
		return nil, err
	}
	if w.formats, err = w.oddFormats(); err != nil {
		return nil, err
	}
	for _, s := range out {
		if !w.a.Has(s.part) {
			return nil, say.Errorf("the spreadsheet is damaged: it has no part for its sheet %q", s.name)
		}
		if err := w.sheet(s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// relation returns the ID of the relation of an element, whatever the prefix of its name.
func relation(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// relations returns the parts that a part of the workbook names, by their IDs.
func (w *reader) relations(part string) (map[string]string, error) {
	out := map[string]string{}
	if !w.a.Has(part) {
		return out, nil
	}
	data, err := w.a.Read(part)
	if err != nil {
		return nil, err
	}
	x := archive.Within(data, "Relationships")
	x.Children(func(e xml.StartElement) {
		target := archive.Value(e, "Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(path.Dir(path.Dir(part)), target)
		}
		out[archive.Value(e, "Id")] = target
		x.Skip()
	})
	if x.Err != nil {
		return nil, say.Errorf("part %q: %w", part, x.Err)
	}
	return out, nil
}

// sheet reads which rows and columns of a sheet are hidden and which cells are merged.
func (w *reader) sheet(s *sheet) error {
	data, err := w.a.Read(s.part)
	if err != nil {
		return err
	}
	x := archive.Within(data, "worksheet")
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "cols":
			x.Children(func(e xml.StartElement) {
				if yes(archive.Value(e, "hidden")) || archive.Value(e, "width") == "0" {
					s.columns = append(s.columns, area{col0: archive.Number(e, "min", 1, maxColumn), col1: archive.Number(e, "max", 1, maxColumn)})
				}
				x.Skip()
			})
		case "sheetData":
			row := 0
			x.Children(func(e xml.StartElement) {
				if row = archive.Number(e, "r", row+1, maxRow+1); row > maxRow {
					x.Err = say.Errorf("a row beyond the last that a sheet can have, %d", maxRow)
					return
				}
				w.rowOf(x, s, e, row)
			})
		case "mergeCells":
			x.Children(func(e xml.StartElement) {
				if r, ok := rangeOf(archive.Value(e, "ref")); ok && len(s.merges) < paper.MaxCells {
					s.merges = append(s.merges, r)
				}
				x.Skip()
			})
		case "headerFooter":
			x.Children(func(e xml.StartElement) {
				at := x.Offset()
				s.foot = append(s.foot, source.Entry{Part: s.part, At: headFoot + at, Text: x.Text(), Fate: source.LeftOut, Reason: "打印用的页眉页脚"})
			})
		default:
			x.Skip()
		}
	})
	if x.Err != nil {
		return say.Errorf("part %q: %w", s.part, x.Err)
	}
	return nil
}

// rowOf reads which cells of a row hold something.
func (w *reader) rowOf(x *archive.Reader, s *sheet, e xml.StartElement, row int) {
	if yes(archive.Value(e, "hidden")) || archive.Value(e, "ht") == "0" {
		s.rows[row] = true
	}
	col := 0
	x.Children(func(e xml.StartElement) {
		col++
		if c, _, ok := cellOf(archive.Value(e, "r")); ok {
			col = c
		}
		kind := archive.Value(e, "t")
		shared := kind == "s"
		w.formats.note(s, row*maxColumn+col, e, kind)
		formula, filled := false, false
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "f":
				formula = true
				x.Skip()
			case "v":
				text := x.Text()
				filled = text != ""
				if runs := w.runs[stringOf(text)]; shared && runs != nil {
					s.runs[row*maxColumn+col] = runs
				}
			case "is":
				filled = true
				if runs := cellText(x); runs != nil {
					s.runs[row*maxColumn+col] = runs
				}
			default:
				x.Skip()
			}
		})
		if formula && !filled {
			s.blank++
		}
		s.filled[row] = s.filled[row] || filled
	})
}

func yes(v string) bool { return v == "1" || v == "true" }

// hides reports whether a column is hidden.
func (s *sheet) hides(col int) bool {
	for _, c := range s.columns {
		if c.col0 <= col && col <= c.col1 {
			return true
		}
	}
	return false
}

// rangeOf reads a reference such as B3:D7.
func rangeOf(ref string) (area, bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	c0, r0, ok0 := cellOf(from)
	c1, r1, ok1 := cellOf(to)
	return area{c0, r0, c1, r1}, ok0 && ok1 && c0 <= c1 && r0 <= r1
}

// cellOf reads the name of a cell: C12 stands in column 3 and row 12.
func cellOf(name string) (col, row int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for i < len(name) && 'A' <= name[i] && name[i] <= 'Z' && i < 4 {
		col = col*26 + int(name[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(name[i:])
	return col, row, err == nil && 0 < row && row <= maxRow && 0 < col && col <= maxColumn
}
