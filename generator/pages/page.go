package pages

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// A page is one Markdown file under content/.
type page struct {
	path   string // under content/, with slashes: "documents/yuzheng-2015-42.md"
	front  []field
	body   strings.Builder
	tables []*table // of the body, those that are kept as CSV
	lists  []*cardList
	lines  int // of its tables on a telephone
}

// How many characters of a text stand for it where there is no room for all.
const (
	descriptionCharacters = 60 // in the description of a page
	linkCharacters        = 40 // in a link to its page
)

// maxRows is the number of rows above which a list of the front matter is written as one text of JSON,
// read by the partial rows.html: Hugo takes more than 10,000 maps in YAML for an attack. A PDF of 5,000
// pages has 10,000 lines that are no part of the paper.
const maxRows = 4000

// A field is a line of the front matter. Its value is a string, a number, a boolean or a slice
// of structs, which are written one on a line.
type field struct {
	key   string
	value any
}

// newPage returns a page with its title and description.
func newPage(path, title, description string) *page {
	p := &page{path: path}
	p.set("title", title)
	p.set("description", description)
	return p
}

// set adds a field to the front matter; one that is zero or empty is left out.
func (p *page) set(key string, value any) {
	if !reflect.ValueOf(value).IsZero() {
		p.front = append(p.front, field{key, value})
	}
}

// bytes returns the page as a file.
func (p *page) bytes() []byte {
	var b bytes.Buffer
	for _, f := range p.front {
		b.WriteString(f.key + ":")
		if items := rows(f.value); len(items) > maxRows {
			b.WriteString(" " + quoteValue("["+strings.Join(items, ",")+"]") + "\n")
			continue
		} else if items != nil {
			for _, item := range items {
				b.WriteString("\n  - " + item)
			}
			b.WriteString("\n")
			continue
		}
		b.WriteString(" " + quoteValue(f.value) + "\n")
	}
	b.WriteString("---\n")
	if p.body.Len() > 0 {
		b.WriteString("\n" + strings.TrimRight(p.body.String(), "\n") + "\n")
	}
	return seal(p.path, mask(b.Bytes()))
}

// rows returns the elements of a list, each on one line, or nil if v is no list of this package.
func rows(v any) []string {
	switch v := v.(type) {
	case []outlineItem:
		return lines(v)
	case []metaRow:
		return lines(v)
	case []headPart:
		return lines(v)
	case []railItem:
		return lines(v)
	case []volumePaper:
		return lines(v)
	case []roleItem:
		return lines(v)
	case []annexFile:
		return lines(v)
	case []formFile:
		return lines(v)
	case []noiseItem:
		return lines(v)
	case []lossItem:
		return lines(v)
	case []leftOutReason:
		return lines(v)
	}
	return nil
}

func lines[T any](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = quoteValue(x)
	}
	return out
}

// quoteValue returns v as JSON, which YAML reads as well.
func quoteValue(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Sprintf("pages: internal error: front matter: %v", err))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// heading writes a heading. The attributes are written as in `id="x" .name`, or empty.
func (p *page) heading(level int, text inline, attrs string) {
	p.body.WriteString(strings.Repeat("#", level) + " " + strings.TrimSpace(text.md))
	if attrs != "" {
		p.body.WriteString(" {" + attrs + "}")
	}
	p.body.WriteString("\n\n")
}

// section writes a heading of second level with an id.
func (p *page) section(id, title string) {
	p.heading(2, plain(title), "id="+quoteAttr(id))
}

// para writes a paragraph.
func (p *page) para(text inline, attrs string) {
	p.body.WriteString(strings.TrimSpace(text.md) + "\n")
	if attrs != "" {
		p.body.WriteString("{" + attrs + "}\n")
	}
	p.body.WriteString("\n")
}

// say writes a paragraph of our own words.
func (p *page) say(format string, args ...any) {
	p.para(plain(fmt.Sprintf(format, args...)), "")
}

// quote writes paragraphs of a paper.
func (p *page) quote(paras []inline) {
	for i, text := range paras {
		if i > 0 {
			p.body.WriteString(">\n")
		}
		p.body.WriteString("> " + strings.TrimSpace(text.md) + "\n")
	}
	p.body.WriteString("\n")
}

// list writes a list. The attributes stand on a line of their own behind it.
func (p *page) list(items []inline, attrs string) {
	if len(items) == 0 {
		return
	}
	for _, item := range items {
		p.body.WriteString("- " + strings.TrimSpace(item.md) + "\n")
	}
	if attrs != "" {
		p.body.WriteString("{" + attrs + "}\n")
	}
	p.body.WriteString("\n")
}
