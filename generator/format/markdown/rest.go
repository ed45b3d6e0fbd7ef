package markdown

import (
	"regexp"
	"sort"
	"strings"
)

// rest adds the lines that Markdown shows nobody, such as 「[注]: 本表…」, which it takes for the
// target of a link.
func (m *reader) rest(body int) {
	for _, it := range m.items {
		m.cover(it.line)
	}
	goesOn := false // the target of a link may stand on the next line
	for line := range m.starts {
		raw := m.raw(line)
		goesOn = m.starts[line] >= body && !m.covered[line] && (reference.MatchString(raw) || goesOn && strings.TrimSpace(raw) != "")
		if goesOn {
			m.items = append(m.items, item{line: line, text: raw})
		}
	}
	sort.SliceStable(m.items, func(i, j int) bool { return m.items[i].line < m.items[j].line })
}

var reference = regexp.MustCompile(`^[ ]{0,3}\[[^\]]+\]:`)
