package words

import (
	"strings"

	"golang.org/x/text/width"

	"zhengce/generator/source"
)

// FoldTitle returns a form of a title in which two writings of it are equal: without white space,
// quotation marks and the marks of titles, characters in one width, dashes as hyphens.
func FoldTitle(title string) string {
	if strings.IndexFunc(title, mayFold) < 0 {
		return title
	}
	return titleMarks.Replace(width.Fold.String(source.Squeeze(title)))
}

// mayFold reports whether a character may have another form in a title. Han characters have none.
func mayFold(r rune) bool { return r < '\u4E00' || r >= '\uA000' }

var titleMarks = strings.NewReplacer("—", "-", "–", "-", "~", "-", "“", "", "”", "", `"`, "", "《", "", "》", "", "〈", "", "〉", "")
