package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// contents marks a table of contents: the lines from 「目录」, which may stand behind the title of the plan, up to the
// one that stands again as the first heading of the text. Without such a heading it is no table of contents.
func (p *parser) contents() {
	for i := range p.blocks {
		if !p.free(i) || !headsContents(p.file.Squeezed(p.blocks[i].Span)) {
			continue
		}
		if end := p.contentsEnd(i + 1); end > 0 {
			for _, b := range p.blocks[i:end] {
				b.Kind = Contents
			}
			return
		}
	}
}

// headsContents reports whether a line stands above a table of contents: 「目录」, 「甲市防汛应急预案目录」.
func headsContents(line string) bool {
	title, ok := strings.CutSuffix(words.FoldTitle(line), "目录")
	return ok && utf8.RuneCountInString(title) <= ownLineRunes && (title == "" || titleEnd.MatchString(title))
}

// contentsEnd returns the index of the block with the heading that the lines from block first on begin with and that
// stands again behind them, or 0. Most of the lines before it stand again too.
func (p *parser) contentsEnd(first int) int {
	if first >= len(p.blocks) || !p.free(first) || entry(p.text(first)) == "" {
		return 0
	}
	heading, end := entry(p.text(first)), 0
	after := map[string]bool{}
	for j := first + 1; j < len(p.blocks); j++ {
		line := words.FoldTitle(p.text(j))
		if end == 0 && p.free(j) && line == heading {
			end = j
		}
		if end > 0 && len(line) <= longestEntry {
			after[line] = true
		}
	}
	again := 0
	for j := first; j < end; j++ {
		if after[entry(p.text(j))] {
			again++
		}
	}
	if again*2 < end-first {
		return 0
	}
	return end
}

// longestEntry is how many bytes a line of a table of contents has at most.
const longestEntry = 300

// entry returns the heading that a line of a table of contents names: 「第一章 总则……1」.
func entry(text string) string {
	heading := words.FoldTitle(text)
	at := 0
	for _, leader := range []string{"..", "…", "··"} {
		if cut := strings.Index(heading, leader); cut > 0 && (at == 0 || cut < at) {
			at = cut
		}
	}
	if at > 0 {
		return heading[:at]
	}
	return strings.TrimRight(heading, "0123456789")
}
