package format

import (
	"strings"

	"zhengce/generator/source"
)

// textAccount says what became of the lines of a plain text: they all stand in f.
func textAccount(f *source.File, text string) {
	a := &aligner{f: f}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			a.place(pagePiece{text: line, nodes: source.Account{{At: at, Text: trimmed}}})
		}
		at += len(line)
	}
	f.Account = a.entries
	noteNoise(f)
}
