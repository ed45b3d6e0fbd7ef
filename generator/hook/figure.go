package hook

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/gohugoio/hugo/common/hugio"
	"github.com/gohugoio/hugo/markup/converter/hooks"
)

// A shape is a part of a drawing: a line, a circle, a path or a text with its class. Its numbers are written as they are.
type shape struct {
	kind, class     string
	x, y, x2, y2, r float64
	path, text      string
	name            string // of what it shows
	link            string // a page, or a place on one
}

// A drawing is the shapes of a figure and how much room they take.
type drawing struct {
	width, height float64
	shapes        []shape
}

func (d *drawing) add(shapes ...shape) { d.shapes = append(d.shapes, shapes...) }

// layouts place what drawings show, by name, as the partials figure-NAME.html do.
var layouts = map[string]func(data []byte) (drawing, error){
	"arc": placed(arc), "drift": placed(drift), "matrix": placed(matrix), "star": placed(star), "timeline": placed(timeline),
}

// placed returns a layout that reads its drawing first.
func placed[T any](place func(T) drawing) func([]byte) (drawing, error) {
	return func(data []byte) (drawing, error) {
		var of T
		if json.Unmarshal(data, &of) != nil {
			return drawing{}, errLeft
		}
		return place(of), nil
	}
}

// RenderCodeblock writes a drawing as render-codeblock-figure.html does.
func (p *page) RenderCodeblock(_ context.Context, w hugio.FlexiWriter, c hooks.CodeblockContext) error {
	var of struct{ Layout, Title, Desc string }
	if c.Type() != "figure" || json.Unmarshal([]byte(c.Inner()), &of) != nil || layouts[of.Layout] == nil {
		return errLeft
	}
	d, err := layouts[of.Layout]([]byte(c.Inner()))
	if err != nil {
		return err
	}
	id, width, height := "figure-"+strconv.Itoa(c.Ordinal()+1), fmt.Sprint(d.width), fmt.Sprint(d.height)
	var b strings.Builder
	fmt.Fprintf(&b, `<div class="figure" role="region" tabindex="0" aria-labelledby="%[1]s">
<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-labelledby="%[1]s %[1]s-desc" viewBox="0 0 %[2]s %[3]s" width="%[2]s" height="%[3]s">
<title id="%[1]s">%[4]s</title>
<desc id="%[1]s-desc">%[5]s</desc>`, id, width, height, escape(of.Title), escape(of.Desc))
	for _, s := range d.shapes {
		if err := p.shape(&b, s); err != nil {
			return err
		}
	}
	b.WriteString("\n</svg>\n</div>\n")
	_, err = w.WriteString(b.String())
	return err
}

// shape writes a shape on a line of its own.
func (p *page) shape(b *strings.Builder, s shape) error {
	b.WriteByte('\n')
	if s.link != "" {
		path, place, _ := strings.Cut(s.link, "#")
		_, to, err := p.to(path)
		if err != nil {
			return err
		}
		if place != "" {
			place = "#" + place
		}
		b.WriteString(`<a href="` + address(to.address+place) + `">`)
	}
	class := escape(s.class)
	switch s.kind {
	case "line":
		fmt.Fprintf(b, `<line class="%s" x1="%v" y1="%v" x2="%v" y2="%v">%s</line>`, class, s.x, s.y, s.x2, s.y2, named(s.name))
	case "circle":
		fmt.Fprintf(b, `<circle class="%s" cx="%v" cy="%v" r="%v">%s</circle>`, class, s.x, s.y, s.r, named(s.name))
	case "path":
		fmt.Fprintf(b, `<path class="%s" d="%s">%s</path>`, class, escape(s.path), named(s.name))
	default:
		fmt.Fprintf(b, `<text class="%s" x="%v" y="%v">%s</text>`, class, s.x, s.y, escape(s.text))
	}
	if s.link != "" {
		b.WriteString("</a>")
	}
	return nil
}

func named(name string) string {
	if name == "" {
		return ""
	}
	return "<title>" + escape(name) + "</title>"
}

func line(class string, x, y, x2, y2 float64) shape {
	return shape{kind: "line", class: class, x: x, y: y, x2: x2, y2: y2}
}

func text(class string, x, y float64, words string) shape {
	return shape{kind: "text", class: class, x: x, y: y, text: words}
}

func circle(class string, x, y, r float64) shape {
	return shape{kind: "circle", class: class, x: x, y: y, r: r}
}

// called returns the shape with the name of what it shows, leading the one that leads to a page.
func (s shape) called(name string) shape {
	s.name = name
	return s
}

func (s shape) leading(link string) shape {
	s.link = link
	return s
}
