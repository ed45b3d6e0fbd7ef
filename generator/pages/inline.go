package pages

import "strings"

// An inline is a stretch of text within a line: as Markdown for a page, and plain for a
// spreadsheet.
type inline struct{ md, text string }

// plain returns text without links.
func plain(text string) inline { return inline{escape(text), text} }

// link returns text as a link. The destination is a path under content/ with its suffix, or an
// address of a file; the title tells the render hook what kind of link it is and may be empty.
func link(text, dest string, title linkTitle) inline {
	return linked(inline{escape(text), text}, dest, title)
}

// linked returns a link whose words may have marks.
func linked(words inline, dest string, title linkTitle) inline {
	return inline{"[" + words.md + "](" + dest + quoteTitle(title) + ")", words.text}
}

// quoteTitle returns title as the title part of a link.
func quoteTitle(title linkTitle) string {
	if title == "" {
		return ""
	}
	return ` "` + strings.ReplaceAll(escape(string(title)), `"`, `\"`) + `"`
}

// add returns the inlines one after the other.
func add(parts ...inline) inline { return join(parts, "") }

// join returns the inlines with sep, which must need no escape, between them.
func join(parts []inline, sep string) inline {
	mds, texts := make([]string, len(parts)), make([]string, len(parts))
	for i, p := range parts {
		mds[i], texts[i] = p.md, p.text
	}
	return inline{strings.Join(mds, sep), strings.Join(texts, sep)}
}

// each returns what f makes of every element of list.
func each[T any](list []T, f func(T) inline) []inline {
	out := make([]inline, len(list))
	for i, x := range list {
		out[i] = f(x)
	}
	return out
}
