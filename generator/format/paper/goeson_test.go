package paper

import (
	"fmt"
	"strings"
	"testing"
)

// part makes rows of cells parted by |; ↓2 behind one is its height, _ stands where one above reaches.
func part(drawing string) [][]Cell {
	var rows [][]Cell
	for _, line := range strings.Fields(drawing) {
		var row []Cell
		for col, text := range strings.Split(line, "|") {
			if text == "_" {
				continue
			}
			c := Cell{Col: col, RowSpan: 1, ColSpan: 1}
			text, high, _ := strings.Cut(text, "↓")
			fmt.Sscan(high, &c.RowSpan)
			c.Lines = []string{text}
			row = append(row, c)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestSeam(t *testing.T) {
	for _, tt := range []struct {
		name, before, next string
		cuts               int
		unsure             bool
	}{
		{"two rows on the next page", "序号|任务|单位 1|修路|甲局", "2|造林|↓2 3|挖渠|_", 1, false},
		{"merged cells elsewhere in the column", "序号|任务|单位 1|修路|甲局↓2 2|架桥|_ 3|造林|乙局", "4|挖渠|", 1, false},
		{"nothing merged", "序号|任务|单位 1|修路|甲局", "2|造林| 3|挖渠|乙局", 0, true},
		{"other cells are empty", "序号|任务|备注 1|修路| 2|架桥|急", "3|造林|", 0, false},
		{"nothing empty", "序号|任务|单位 1|修路|甲局", "2|造林|乙局", 0, false},
		{"titles alone are merged", "序号↓2|任务|单位 _|甲|乙 1|修路|甲局", "2||乙局", 0, true},
		{"an empty row", "序号|任务 1|修路", "|", 0, false},
	} {
		var s Seam
		before := part(tt.before)
		s.Add(before, ids(before))
		if cuts, unsure := s.Cuts(part(tt.next)); len(cuts) != tt.cuts || unsure != tt.unsure {
			t.Errorf("%s: cuts %v, unsure %v", tt.name, cuts, unsure)
		}
	}
}

func TestAgain(t *testing.T) {
	head := part("序号|任务 _|甲")
	for _, tt := range []struct {
		next string
		want int
	}{{"序号|任务 _|甲 1|修路", 2}, {"序号|任务 1|修路", 1}, {"1|修路", 0}, {"序号|任务", 0}} {
		if got := Again(head, part(tt.next)); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.next, got, tt.want)
		}
	}
}
