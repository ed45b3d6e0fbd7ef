package verify

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io/fs"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/say"
)

// standards are what all pages of a site are held to.
type standards struct {
	leftovers []string
	inline    map[[sha256.Size]byte]bool // scripts and styles that stand in the site's own layouts
}

// inline matches scripts and styles that stand in a layout.
var inline = regexp.MustCompile(`(?is)<(?:script|style)\b[^>]*>(.*?)</(?:script|style)`)

// inlineOf returns the digests of the scripts and styles in the layouts of a site. One that a layout computes has none: it
// belongs into a file under static/.
func inlineOf(layouts fs.FS) map[[sha256.Size]byte]bool {
	out := map[[sha256.Size]byte]bool{}
	if layouts == nil {
		return out
	}
	fs.WalkDir(layouts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		data, _ := fs.ReadFile(layouts, name)
		for _, m := range inline.FindAllSubmatch(data, -1) {
			if !bytes.Contains(m[1], []byte("{{")) {
				out[sha256.Sum256(bytes.TrimSpace(m[1]))] = true
			}
		}
		return nil
	})
	return out
}

// permit reports an element that no page may have, its attributes that it may not have, and values that they may not have.
func (r *reader) permit(t html.Token, at place) {
	own, ok := allowed.page[t.Data]
	if !ok {
		r.file.fail(at, "element", "no page may have an element %q", t.Data)
		return
	}
	for _, a := range t.Attr {
		key := a.Key
		if a.Namespace != "" {
			key = a.Namespace + ":" + key
		}
		switch known, fits := attributeAllowed(allowed.page, own, key, a.Val); {
		case !known:
			r.file.fail(at, "attribute", "no %q of a page may have an attribute %q", t.Data, key)
		case !fits:
			r.file.fail(at, "attribute", "no %q of a page may say %s=%q", t.Data, key, a.Val)
		case key == "style" || allowed.styled[key] && strings.ContainsAny(a.Val, `(\`):
			r.file.readStyle(a.Val, at)
		}
	}
}

// raw checks what stands in an element whose text browsers do not read as HTML, or some do and some do not.
func (r *reader) raw(data []byte, at place) {
	if bytes.ContainsRune(data, '<') {
		r.file.fail(after(at, data[:bytes.IndexByte(data, '<')]), "element", "the text of %q holds a <", r.rawIn)
	}
}

// script checks a script that stands in the page: data that nobody runs, or one of the site's layouts.
func (r *reader) script(data []byte, at place) {
	text := bytes.TrimSpace(data)
	switch {
	case len(text) == 0, r.inline[sha256.Sum256(text)]:
	case r.scriptType == "application/ld+json":
		if r.raw(data, at); !json.Valid(text) {
			r.file.fail(at, "script", "what describes the page is no JSON")
		}
	default:
		e := r.file.fail(at, "script", "the page holds a script that stands in no layout of the site: %q", beginning(text))
		e.Hint = say.Sprintf("a script of your own belongs into a file under static/")
	}
}

// style checks a style that stands in the page.
func (r *reader) style(data []byte, at place) {
	if text := bytes.TrimSpace(data); !r.inline[sha256.Sum256(text)] && len(text) > 0 {
		r.file.fail(at, "style", "the page holds a style that stands in no layout of the site: %q", beginning(text))
	}
	r.raw(data, at)
	r.file.readStyle(string(data), at)
}

func beginning(text []byte) string { return around(string(text), 0) }
