package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/source"
)

func TestGuard(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{"", ""},
		{"市财政局", "市财政局"},
		{"2020—2025年", "2020—2025年"},
		{"＝1", "＝1"}, // of full width it is no formula
		{"=HYPERLINK(1)", "'=HYPERLINK(1)"},
		{"+86", "'+86"},
		{"-5", "'-5"},
		{"@sum", "'@sum"},
		{"\t=1", "'\t=1"},
		{"\r=1", "'\r=1"},
		{"a=1", "a=1"},
	} {
		if got := Guard(tt.cell); got != tt.want {
			t.Errorf("Guard(%q) = %q, want %q", tt.cell, got, tt.want)
		}
	}
}

func TestCSV(t *testing.T) {
	rows := [][]string{{"-甲,乙", "-5"}, {"他说\"好\"", ""}}
	got, err := CSV([]string{"=名称", "数"}, rows, func(column int) bool { return column == 1 })
	if want := "\uFEFF=名称,数\r\n\"'-甲,乙\",-5\r\n\"他说\"\"好\"\"\",\r\n"; err != nil || string(got) != want {
		t.Errorf("got %q, %v\nwant %q", got, err, want)
	}
	if rows[0][0] != "-甲,乙" {
		t.Error("the rows were changed")
	}
	got, err = CSV([]string{"数"}, [][]string{{"-5"}}, nil)
	if want := "\uFEFF数\r\n'-5\r\n"; err != nil || string(got) != want {
		t.Errorf("with no plain columns: got %q, %v, want %q", got, err, want)
	}
}

// TestRows reads tables drawn as one word for a cell, column:text or column:text:rows.
func TestRows(t *testing.T) {
	for _, tt := range []struct {
		name    string
		rows    []string
		carried func(int) bool
		want    []string
	}{
		{"none", nil, nil, nil},
		{"plain", []string{"0:a 1:b", "0:c"}, nil, []string{"0:a 1:b", "0:c"}},
		{"merged over three rows of four", []string{"0:a 1:x:3", "0:b", "0:c", "0:d"}, nil, []string{"0:a 1:x", "0:b 1:x", "0:c 1:x", "0:d"}},
		{"one after the other", []string{"0:x:2", "1:a", "0:y:2", "1:b"}, nil, []string{"0:x", "0:x 1:a", "0:y", "0:y 1:b"}},
		{"two beside each other", []string{"0:x:2 1:y:3", "2:a", "2:b"}, nil, []string{"0:x 1:y", "0:x 1:y 2:a", "1:y 2:b"}},
		{"a row of nothing else", []string{"0:x:2", ""}, nil, []string{"0:x", "0:x"}},
		{"past the end", []string{"0:x:9"}, nil, []string{"0:x"}},
		{"a cell where one reaches down", []string{"0:x:3", "0:a", "1:b"}, nil, []string{"0:x", "0:a", "0:x 1:b"}},
		{"a merged one where one reaches down", []string{"0:x:3", "0:y:3", "1:b", "1:c", "1:d"}, nil, []string{"0:x", "0:y", "0:y 1:b", "0:y 1:c", "1:d"}},
		{"carried in some columns", []string{"0:x:2 1:y:2", "2:a"}, func(column int) bool { return column == 1 }, []string{"0:x 1:y", "1:y 2:a"}},
	} {
		var rows [][]source.Cell
		for _, row := range tt.rows {
			rows = append(rows, drawn(row))
		}
		var got []string
		for i, cells := range Rows(rows, tt.carried) {
			if i != len(got) {
				t.Errorf("%s: row %d comes as %d", tt.name, len(got), i)
			}
			got = append(got, show(cells))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestRowsStops(t *testing.T) {
	for range Rows([][]source.Cell{drawn("0:a"), drawn("0:b")}, nil) {
		break
	}
}

// drawn returns the cells of a row; their text is one letter, which stands as the place.
func drawn(row string) (cells []source.Cell) {
	for _, word := range strings.Fields(row) {
		var c source.Cell
		var letter rune
		c.RowSpan = 1
		fmt.Sscanf(word, "%d:%c:%d", &c.Col, &letter, &c.RowSpan)
		c.Start, c.End = int(letter), int(letter)+1
		cells = append(cells, c)
	}
	return cells
}

func show(cells map[int]source.Cell) string {
	var words []string
	for column, c := range cells {
		words = append(words, fmt.Sprintf("%d:%c", column, c.Start))
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}
