package markdown

import (
	"strings"

	"zhengce/generator/format/wrap"
)

// joinWrapped marks the items that go on with the one before them, where the paragraphs of the file
// were broken at a fixed width. Only lines of one paragraph of Markdown are joined; whether they are
// to be is told as for plain text, by all lines together. It returns the width in characters, or 0.
func (m *reader) joinWrapped() int {
	var text strings.Builder
	var at []int // the item on each line of text, -1 for none
	for i, it := range m.items {
		if i == 0 || it.para == 0 || it.para != m.items[i-1].para {
			text.WriteByte('\n')
			at = append(at, -1)
		}
		if it.para > 0 {
			text.WriteString(it.text)
		}
		text.WriteByte('\n')
		at = append(at, i)
	}
	w := wrap.Find(text.String())
	if w == nil {
		return 0
	}
	for line, i := range at {
		if line > 0 && i > 0 && at[line-1] == i-1 {
			m.items[i].joins = w.Continues(line)
		}
	}
	return w.Characters()
}
