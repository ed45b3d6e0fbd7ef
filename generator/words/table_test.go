package words_test

import (
	"testing"

	"zhengce/generator/words"
)

func TestRows(t *testing.T) {
	rows := words.Rows("comparators", 3)
	if len(rows) < 60 {
		t.Fatalf("%d comparators", len(rows))
	}
	for _, row := range rows {
		if len(row) != 3 || !isOneOf(row[1], ">", "≥", "≤", "<", "≈") || !isOneOf(row[2], "near", "far", "behind") {
			t.Errorf("comparator %q", row)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a table with a row too short was read")
		}
	}()
	words.Rows("comparators", len(rows)*3-1)
}

func isOneOf(s string, all ...string) bool {
	for _, a := range all {
		if s == a {
			return true
		}
	}
	return false
}
