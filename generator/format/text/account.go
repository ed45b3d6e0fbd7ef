package text

import (
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// account says what became of the lines of a plain text: they all stand in f.
func account(f *source.File, text string) {
	a := &paper.Aligner{F: f}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			a.Place(line, source.Account{{At: at, Text: trimmed}}, nil)
		}
		at += len(line)
	}
	f.Account = a.Entries
	paper.NoteNoise(f)
}
