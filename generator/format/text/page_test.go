package text_test

import (
	"testing"

	"zhengce/generator/internal/formattest"
)

// TestPageNumbers tells the numbers of printed pages from lines that look like them.
func TestPageNumbers(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"of pages in order", "— 1 —\n甲市方案\n一、甲。\n－２－\n二、乙。\n-3-", "- — 1 —\n甲市方案\n一、甲。\n- －２－\n二、乙。\n- -3-\n"},
		{"from the third page on", "一、甲。\n—3—\n二、乙。\n—4—", "一、甲。\n- —3—\n二、乙。\n- —4—\n"},
		{"a single one", "一、甲。\n— 1 —\n二、乙。", "一、甲。\n— 1 —\n二、乙。\n"},
		{"no order", "— 5 —\n一、甲。\n— 3 —\n二、乙。", "— 5 —\n一、甲。\n— 3 —\n二、乙。\n"},
		{"numbers without dashes", "1\n甲\n2\n乙", "1\n甲\n2\n乙\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { formattest.Holds(t, "x.txt", tt.file, tt.want, nil) })
	}
}
