package export

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"
)

// A table is one CSV file of the data pack. Column names never change; new ones come last.
type table struct {
	name    string // of the file, without suffix
	title   string
	about   string
	columns []column
	key     []string // the columns that together name a row
	rows    [][]string
}

// A column is a field of a table schema, with its title and meaning for people.
type column struct {
	name, kind, title, about string
	refers                   string // "documents.id": where its values stand as keys
}

// add adds a row; a cell for each column.
func (t *table) add(cells ...string) {
	if len(cells) != len(t.columns) {
		panic("export: internal error: " + t.name + " has a row of " + strconv.Itoa(len(cells)) + " cells")
	}
	t.rows = append(t.rows, cells)
}

// csv returns t as RFC 4180 has it, in UTF-8 with a byte order mark, by which spreadsheet
// programs know the encoding.
func (t *table) csv() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	if err := w.Write(head); err != nil {
		return nil, err
	}
	for _, r := range t.rows {
		cells := make([]string, len(r))
		for i, cell := range r {
			if cells[i] = cell; t.columns[i].kind == "string" {
				cells[i] = guard(cell)
			}
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// guard puts an apostrophe before text that a spreadsheet program would run as a formula.
func guard(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// number writes x so that it reads back as the same number, nothing for one that is none.
func number(x float64) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func count(n int) string { return strconv.Itoa(n) }

// year writes a year, nothing for 0.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func boolean(b bool) string { return strconv.FormatBool(b) }
