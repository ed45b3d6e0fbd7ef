package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A compound is the part of a selector that is about one element: 「p.note#a」.
type compound struct {
	tag, id string
	classes []string
	child   bool // the element stands directly in that of the compound before
}

// weight orders the selectors of rules that contradict each other.
func (c compound) weight() int {
	w := len(c.classes) * 1_000
	if c.tag != "" {
		w++
	}
	if c.id != "" {
		w += 1_000_000
	}
	return w
}

// key is the name under which rules are kept that end with c.
func (c compound) key() string {
	switch {
	case c.id != "":
		return "#" + c.id
	case len(c.classes) > 0:
		return "." + c.classes[0]
	}
	return c.tag
}

// keys are the names under which rules for n are kept.
func keys(n *html.Node) []string {
	out := []string{n.Data}
	for _, c := range strings.Fields(attr(n, "class")) {
		if c = "." + c; !slices.Contains(out, c) && len(out) < 20 {
			out = append(out, c)
		}
	}
	if id := attr(n, "id"); id != "" {
		out = append(out, "#"+id)
	}
	return out
}

// readSelector reads a selector of names, classes and identifiers. Others, such as those of what the
// mouse is over, are not read.
func readSelector(text string) (path []compound, ok bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), ">", " > ")
	if strings.ContainsAny(text, ":[+~\\|") {
		return nil, false
	}
	child := false
	for _, word := range strings.Fields(text) {
		if word == ">" {
			child = true
			continue
		}
		c := readCompound(word)
		c.child, child = child, false
		path = append(path, c)
	}
	return path, len(path) > 0 && len(path) <= 8 && path[len(path)-1].key() != ""
}

func readCompound(word string) compound {
	var c compound
	for word != "" {
		end := strings.IndexAny(word[1:], ".#") + 1
		if end == 0 {
			end = len(word)
		}
		switch part := word[:end]; part[0] {
		case '.':
			c.classes = append(c.classes, part[1:])
		case '#':
			c.id = part[1:]
		default:
			c.tag = strings.ToLower(strings.Trim(part, "*"))
		}
		word = word[end:]
	}
	return c
}

// fits reports whether c is about n.
func (c compound) fits(n *html.Node) bool {
	if n.Type != html.ElementNode || c.tag != "" && c.tag != n.Data || c.id != "" && c.id != attr(n, "id") {
		return false
	}
	if len(c.classes) == 0 {
		return true
	}
	have := strings.Fields(attr(n, "class"))
	for _, class := range c.classes {
		if !slices.Contains(have, class) {
			return false
		}
	}
	return true
}

// matches reports whether a selector is about n.
func matches(path []compound, n *html.Node) bool {
	last := len(path) - 1
	if !path[last].fits(n) {
		return false
	}
	if last == 0 {
		return true
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if path[last].child {
			return matches(path[:last], p)
		}
		if path[last-1].fits(p) {
			// The nearest element that fits leaves the most elements above it for the rest.
			if last == 1 || !path[last-1].child {
				return matches(path[:last], p)
			}
			if matches(path[:last], p) {
				return true
			}
		}
	}
	return false
}
