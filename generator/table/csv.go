// Package table knows what all tables have in common: how cells stand in a file for spreadsheet
// programs, and which rows a merged cell holds for.
package table

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byteOrderMark tells spreadsheet programs that a file is in UTF-8.
const byteOrderMark = "\uFEFF"

// CSV returns a head and rows as RFC 4180 has them, in UTF-8 with a byte order mark. All cells are
// guarded, those of the head too, but for the columns for which plain, if there is one, holds: those of
// numbers, where a minus sign is one.
func CSV(head []string, rows [][]string, plain func(column int) bool) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	guarded := make([]string, len(head))
	for i, cell := range head {
		guarded[i] = Guard(cell)
	}
	if err := w.Write(guarded); err != nil {
		return nil, err
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			if cells[i] = cell; plain == nil || !plain(i) {
				cells[i] = Guard(cell)
			}
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// Guard puts an apostrophe before text that a spreadsheet program would run as a formula: =1+1. Some of them
// pass over blanks before it, and take full-width signs for the others: ＝1＋1.
func Guard(cell string) string {
	text := strings.TrimLeftFunc(cell, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(text)
	if text != "" && strings.ContainsRune("=+-@＝＋－＠", first) || cell != text && strings.ContainsAny(cell[:1], "\t\r\n") {
		return "'" + cell
	}
	return cell
}
