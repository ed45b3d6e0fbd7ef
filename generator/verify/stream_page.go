package verify

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// findings are the attributes of a link that say what was found there.
var findings = []string{"data-agency", "data-role", "data-indicator", "data-citation", "data-heat", "data-doubtful", "class", "id", "title"}

// passed are elements that templates add to what Markdown says, by class: they repeat what stands beside them.
var passed = map[string]bool{"filter": true, "again": true, "list-bar": true, "list-side": true, "list-pages": true}

// A pageReader writes the stream of the HTML of a page.
type pageReader struct {
	stream
	name  string // of the page
	skip  string // element that is passed over with all in it
	depth int    // of elements of that name
	inSVG int
	code  bool // in a frame that Hugo puts around code of a language
}

// readMain writes the stream of what stands within the main element of a page.
func readMain(name string, data []byte, places bool) *pageReader {
	r := &pageReader{name: name}
	r.places = places
	from := bytes.Index(data, []byte("<main"))
	to := bytes.LastIndex(data, []byte("</main>"))
	if from < 0 || to < from {
		return r
	}
	at := place{1, 1}
	if places {
		at = after(at, data[:from])
	}
	z := html.NewTokenizer(bytes.NewReader(data[from:to]))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return r
		}
		if r.at = at; places {
			at = after(at, z.Raw())
		}
		switch kind {
		case html.TextToken:
			if r.skip == "" {
				r.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "noscript" {
				z.NextIsNotRawText()
			}
			r.start(t)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(string(name))
		}
	}
}

func (r *pageReader) start(t html.Token) {
	switch {
	case r.skip == t.Data:
		r.depth++
		return
	case r.skip != "":
		return
	case t.Data == "svg":
		r.mark("figure")
		r.skip, r.depth = "svg", 1
		return
	case (t.Data == "div" || t.Data == "td") && passed[attribute(t, "class")]:
		r.skip, r.depth = t.Data, 1
		return
	case t.Data == "div" && attribute(t, "class") == "highlight":
		r.code = true
		return
	case t.Data == "pre" && r.code:
		r.mark("pre")
		return
	}
	if concealed(t) {
		r.mark("hidden")
	}
	switch t.Data {
	case "a":
		r.link(t)
	case "td", "th":
		r.mark("cell", "rowspan", attribute(t, "rowspan"), "colspan", attribute(t, "colspan"))
	case "tr":
		r.mark("tr")
	case "table":
		r.mark("table", "data-table", attribute(t, "data-table"))
	case "img":
		r.mark("img", "src", target(r.name, attribute(t, "src")), "alt", attribute(t, "alt"), "title", attribute(t, "title"))
	case "time":
		r.mark("time", "datetime", attribute(t, "datetime"), "title", attribute(t, "title"))
	case "span":
		if attribute(t, "role") == "note" {
			r.mark("note")
		}
	default:
		if kept[t.Data] {
			r.mark(t.Data, "id", ownID(attribute(t, "id")), "class", attribute(t, "class"))
		}
	}
}

// kept are the other elements that a stream has, by name; those in closed say where they end.
var (
	kept   = words("h1 h2 h3 h4 h5 h6 p ul ol tr li blockquote caption ins del mark s sup sub ruby rt strong em pre div section article dt dd")
	closed = words("h1 h2 h3 h4 h5 h6 p ul ol blockquote a time ins del mark s sup sub ruby rt strong em div section article")
)

// concealed reports whether an element says that readers do not see it, or see it otherwise.
func concealed(t html.Token) bool {
	return hasKey(t, "hidden") || hasKey(t, "style") || slices.Contains(strings.Fields(attribute(t, "class")), "hidden")
}

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// ownID returns an id that a page gives itself. Ids that Hugo makes of headings, if hugo.toml says so, are their Chinese words.
func ownID(id string) string {
	if strings.IndexFunc(id, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		return ""
	}
	return id
}

func (r *pageReader) end(name string) {
	switch {
	case r.skip == name:
		if r.depth--; r.depth == 0 {
			r.skip = ""
		}
	case name == "div" && r.code:
		r.code = false
	case r.skip == "" && closed[name]:
		r.mark("/" + name)
	}
}

func (r *pageReader) link(t html.Token) {
	pairs := []string{"href", target(r.name, attribute(t, "href"))}
	for _, key := range findings {
		value := attribute(t, key)
		if value == "" && hasKey(t, key) {
			value = "yes"
		}
		pairs = append(pairs, key, value)
	}
	r.mark("a", pairs...)
}
