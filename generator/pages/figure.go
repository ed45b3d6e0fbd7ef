package pages

import (
	"bytes"
	"encoding/json"
	"math"
)

// A drawing is a picture made of few kinds of shapes. The render hook of code blocks of the kind
// "figure" writes it as SVG; all texts in it stay data until then. A table with the same content
// stands beside every drawing.
type drawing struct {
	Title  string  `json:"title"`
	Desc   string  `json:"desc"` // what a reader who cannot see it must know
	Width  int     `json:"width"`
	Height int     `json:"height"`
	Shapes []shape `json:"shapes"`
}

// A shape is a line, circle, path or text with the classes of its look. With a link it leads to
// a page; its name is what stands there for those who cannot see it.
type shape struct {
	Kind  string `json:"kind"` // "line", "circle", "path", "text"
	X     int    `json:"x"`
	Y     int    `json:"y"`
	X2    int    `json:"x2,omitempty"`
	Y2    int    `json:"y2,omitempty"`
	R     int    `json:"r,omitempty"`
	Path  string `json:"path,omitempty"`
	Text  string `json:"text,omitempty"`
	Turn  int    `json:"turn,omitempty"` // degrees by which text is turned around its place
	Class string `json:"class"`
	Link  string `json:"link,omitempty"`
	Name  string `json:"name,omitempty"`
}

func (d *drawing) add(s shape) { d.Shapes = append(d.Shapes, s) }

func (d *drawing) line(x, y, x2, y2 int, class, name string) {
	d.add(shape{Kind: "line", X: x, Y: y, X2: x2, Y2: y2, Class: class, Name: name})
}

// text writes text with its middle, beginning or end at x, as the class says: "middle", "start", "end".
func (d *drawing) text(x, y int, text, class string) {
	d.add(shape{Kind: "text", X: x, Y: y, Text: text, Class: class})
}

// figure writes d. It is one line of JSON, so nothing in it can end the block.
func (p *page) figure(d *drawing) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(true)
	if err := e.Encode(d); err != nil {
		panic("pages: internal error: figure: " + err.Error())
	}
	p.body.WriteString("```figure\n" + b.String() + "```\n\n")
}

// round returns the whole number nearest to x: drawings hold no others, so that they are the same
// on every machine.
func round(x float64) int { return int(math.Round(x)) }
