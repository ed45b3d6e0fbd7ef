package document

import (
	"strings"

	"zhengce/generator/words"
)

// contents marks a table of contents: the lines from 「目录」 up to the one that stands again as
// the first heading of the text. Without such a heading it is no table of contents.
func (p *parser) contents() {
	for i := range p.blocks {
		if !p.free(i) || words.FoldTitle(p.text(i)) != "目录" {
			continue
		}
		first := i + 1
		if first >= len(p.blocks) || !p.free(first) {
			continue
		}
		heading := words.FoldTitle(p.text(first))
		if cut := strings.IndexAny(heading, ".…·"); cut > 0 {
			heading = heading[:cut] // 「第一章 总则……1」
		}
		for j := first + 1; j < len(p.blocks); j++ {
			if p.free(j) && heading != "" && words.FoldTitle(p.text(j)) == heading {
				for _, b := range p.blocks[i:j] {
					b.Kind = Contents
				}
				return
			}
		}
	}
}
