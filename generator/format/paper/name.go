package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/say"
)

// ErrNoText is of a file in which no character can be read.
var ErrNoText = say.New("file holds no text; put the paper in it, or take the file out of the folder")

// PlainName returns name with a question mark for each character that a line cannot show: line
// breaks, control characters, marks that turn the direction of writing.
func PlainName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, name)
}
