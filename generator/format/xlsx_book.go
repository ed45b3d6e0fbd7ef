package format

import (
	"encoding/xml"
	"fmt"
	"path"
	"strconv"
	"strings"

	"zhengce/generator/source"
)

// An xlsxSheet is a sheet of a workbook, by what its part says beside the values of its cells.
type xlsxSheet struct {
	name    string
	index   int // in the workbook
	part    string
	hidden  bool
	rows    map[int]bool // hidden rows, from 1
	columns []xlsxRange  // hidden columns
	merges  []xlsxRange
	filled  map[int]bool // rows with a value, from 1
	blank   int          // formulas without a value
	foot    []source.Entry
	runs    map[int][]xlsxRun // of cells, by their place
}

// An xlsxRange is a block of cells; columns and rows from 1, both ends within it.
type xlsxRange struct{ col0, row0, col1, row1 int }

// sheets reads the list of the workbook's sheets and what each says about its rows and columns.
func (w *xlsx) sheets() ([]*xlsxSheet, error) {
	const book = "xl/workbook.xml"
	targets, err := w.relations("xl/_rels/workbook.xml.rels")
	if err != nil {
		return nil, err
	}
	data, err := w.a.read(book)
	if err != nil {
		return nil, err
	}
	var out []*xlsxSheet
	x := newXML(data, "workbook")
	x.children(func(e xml.StartElement) {
		if e.Name.Local != "sheets" {
			x.skip()
			return
		}
		x.children(func(e xml.StartElement) {
			state := value(e, "state")
			out = append(out, &xlsxSheet{name: value(e, "name"), index: len(out), hidden: state == "hidden" || state == "veryHidden",
				part: targets[relation(e)], rows: map[int]bool{}, filled: map[int]bool{}, runs: map[int][]xlsxRun{}})
			x.skip()
		})
	})
	if x.err != nil {
		return nil, fmt.Errorf("part %q: %w", book, x.err)
	}
	if w.runs, err = w.strings(); err != nil {
		return nil, err
	}
	for _, s := range out {
		if !w.a.has(s.part) {
			return nil, fmt.Errorf("the spreadsheet is damaged: it has no part for its sheet %q", s.name)
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
func (w *xlsx) relations(part string) (map[string]string, error) {
	out := map[string]string{}
	if !w.a.has(part) {
		return out, nil
	}
	data, err := w.a.read(part)
	if err != nil {
		return nil, err
	}
	x := newXML(data, "Relationships")
	x.children(func(e xml.StartElement) {
		target := value(e, "Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(path.Dir(path.Dir(part)), target)
		}
		out[value(e, "Id")] = target
		x.skip()
	})
	if x.err != nil {
		return nil, fmt.Errorf("part %q: %w", part, x.err)
	}
	return out, nil
}

// sheet reads which rows and columns of a sheet are hidden and which cells are merged.
func (w *xlsx) sheet(s *xlsxSheet) error {
	data, err := w.a.read(s.part)
	if err != nil {
		return err
	}
	x := newXML(data, "worksheet")
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "cols":
			x.children(func(e xml.StartElement) {
				if yes(value(e, "hidden")) || value(e, "width") == "0" {
					s.columns = append(s.columns, xlsxRange{col0: number(e, "min", 1, maxColumn), col1: number(e, "max", 1, maxColumn)})
				}
				x.skip()
			})
		case "sheetData":
			row := 0
			x.children(func(e xml.StartElement) {
				if row = number(e, "r", row+1, maxRow+1); row > maxRow {
					x.err = fmt.Errorf("a row beyond the last that a sheet can have, %d", maxRow)
					return
				}
				w.rowOf(x, s, e, row)
			})
		case "mergeCells":
			x.children(func(e xml.StartElement) {
				if r, ok := rangeOf(value(e, "ref")); ok && len(s.merges) < MaxCells {
					s.merges = append(s.merges, r)
				}
				x.skip()
			})
		case "headerFooter":
			x.children(func(e xml.StartElement) {
				at := int(x.d.InputOffset())
				s.foot = append(s.foot, source.Entry{Part: s.part, At: headFoot + at, Text: x.text(), Fate: source.LeftOut, Reason: "打印用的页眉页脚"})
			})
		default:
			x.skip()
		}
	})
	if x.err != nil {
		return fmt.Errorf("part %q: %w", s.part, x.err)
	}
	return nil
}

// rowOf reads which cells of a row hold something.
func (w *xlsx) rowOf(x *xmlReader, s *xlsxSheet, e xml.StartElement, row int) {
	if yes(value(e, "hidden")) || value(e, "ht") == "0" {
		s.rows[row] = true
	}
	col := 0
	x.children(func(e xml.StartElement) {
		col++
		if c, _, ok := cellOf(value(e, "r")); ok {
			col = c
		}
		shared := value(e, "t") == "s"
		formula, filled := false, false
		x.children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "f":
				formula = true
				x.skip()
			case "v":
				text := x.text()
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
				x.skip()
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
func (s *xlsxSheet) hides(col int) bool {
	for _, c := range s.columns {
		if c.col0 <= col && col <= c.col1 {
			return true
		}
	}
	return false
}

// rangeOf reads a reference such as B3:D7.
func rangeOf(ref string) (xlsxRange, bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	c0, r0, ok0 := cellOf(from)
	c1, r1, ok1 := cellOf(to)
	return xlsxRange{c0, r0, c1, r1}, ok0 && ok1 && c0 <= c1 && r0 <= r1
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
