package words

import (
	"strings"

	"golang.org/x/text/width"

	"zhengce/generator/source"
)

// FoldTitle returns a form of a title in which two writings of it are equal: without white space,
// quotation marks and the marks of titles, characters in one width, dashes as hyphens.
func FoldTitle(title string) string {
	return titleMarks.Replace(width.Fold.String(source.Squeeze(title)))
}

var titleMarks = strings.NewReplacer("—", "-", "–", "-", "~", "-", "“", "", "”", "", `"`, "", "《", "", "》", "", "〈", "", "〉", "")
