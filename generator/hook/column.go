package hook

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gohugoio/hugo/markup/converter/hooks"
)

// A column is what one of a table holds: how many characters its widest cell has, and "num" or "day" if all of its cells that
// are not empty are numbers, or dates.
type column struct {
	width float64
	kind  string
}

// readColumn reads the column i of a table as column.html does.
func readColumn(i int, head string, rows []hooks.TableRow) column {
	c := column{width: math.Min(4, float64(utf8.RuneCountInString(plain(head))))}
	kinds := ""
	for _, row := range rows {
		text := html.UnescapeString(plain(string(row[i].Text)))
		runes := utf8.RuneCountInString(text)
		c.width = math.Max(c.width, math.Ceil(float64(0.55*float64(runes))+float64(0.225*float64(len(text)-runes))))
		if text = strings.Trim(text, " \n"); text == "" {
			continue
		}
		switch kind := kindOf(text); kinds {
		case "":
			kinds = kind
		case kind:
		default:
			kinds = other
		}
	}
	if kinds != other {
		c.kind = kinds
	}
	return c
}

var (
	number = regexp.MustCompile(`^[-−]?[0-9][0-9,.]*%?$`)
	day    = regexp.MustCompile(`^(?:[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|未载明)$`)
)

// other is the kind of texts that are neither numbers nor dates; longest has the longest of those, in bytes.
const (
	other   = "text"
	longest = 24
)

func kindOf(text string) string {
	switch {
	case len(text) > longest:
		return other
	case number.MatchString(text):
		return "num"
	case day.MatchString(text):
		return "day"
	}
	return other
}

// narrow is the width up to which each cell stays on one line.
const narrow = 9

// class returns the class of the column's head.
func (c column) class() string {
	width := ""
	if c.width <= narrow {
		width = fmt.Sprint("n", c.width)
	}
	return strings.Trim(width+" "+c.kind, " ")
}
