package html

import (
	"strings"

	"zhengce/generator/source"
)

// smallSizes are the sizes of letters smaller than those of a text.
var smallSizes = map[string]bool{"smaller": true, "small": true, "x-small": true, "xx-small": true}

// smallest is the size in pixels from which on letters are no smaller than those of a text.
const smallest = 13

// script says whether an element within a line is raised or lowered: by its name for that, or as small letters that
// stand higher or lower than the line; "" where it says nothing.
func (l look) script() source.MarkKind {
	switch l["vertical-align"] {
	case "super":
		return source.Superscript
	case "sub":
		return source.Subscript
	}
	size, _, sized := length(l["font-size"])
	if strings.HasSuffix(l["font-size"], "%") { // of letters, not of the screen's width
		size *= units["em"] / 100 / units["%"]
	}
	if !smallSizes[l["font-size"]] && !(sized && size < smallest) {
		return ""
	}
	switch up := l.raised(); {
	case up > 0:
		return source.Superscript
	case up < 0:
		return source.Subscript
	}
	return ""
}

// raised returns how far an element is raised, in pixels.
func (l look) raised() float64 {
	switch l["vertical-align"] {
	case "text-top", "top":
		return 1
	case "text-bottom":
		return -1
	}
	up, _, _ := length(l["vertical-align"])
	if l["position"] == "relative" {
		down, _, _ := length(l["top"])
		more, _, _ := length(l["bottom"])
		up += more - down
	}
	return up
}

// isBox reports whether an input element is a box to tick, and how it stands.
func isBox(kind string, ticked bool) (sign string, ok bool) {
	switch strings.ToLower(kind) {
	case "checkbox":
		if ticked {
			return "☑", true
		}
		return "☐", true
	case "radio":
		if ticked {
			return "◉", true
		}
		return "○", true
	}
	return "", false
}
