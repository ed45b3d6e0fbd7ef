package export

import (
	"math"
	"strconv"

	spreadsheet "zhengce/generator/table"
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

// csv returns t for spreadsheet programs; columns that hold no text hold no formulas either.
func (t *table) csv() ([]byte, error) {
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	return spreadsheet.CSV(head, t.rows, func(column int) bool { return t.columns[column].kind != "string" })
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
