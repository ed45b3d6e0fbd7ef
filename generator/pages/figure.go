package pages

import (
	"bytes"
	"encoding/json"
)

// A drawing says what a picture shows, never where: the partial figure-LAYOUT.html of the templates places
// it, the render hook of code blocks of the kind "figure" writes it as SVG, and all texts in it stay data
// until then. A table with the same content stands beside every drawing.
//
// The other fields are those of the layout: timelineDrawing, networkDrawing, starDrawing, driftDrawing.
type drawing struct {
	Layout string `json:"layout"`
	Title  string `json:"title"`
	Desc   string `json:"desc"` // what a reader who cannot see it must know
}

// A dot is a body in a drawing. Its label is its name, cut to the room; its step, from 1 to 5, tells how
// its tasks stand below the most.
type dot struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Link  string `json:"link"`
	Tasks int    `json:"tasks"`
	Step  int    `json:"step"`
}

// figure writes d, a drawing with what its layout needs. It is one line of JSON, so nothing in it can
// end the block.
func (p *page) figure(d any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(true)
	if err := e.Encode(d); err != nil {
		panic("pages: internal error: figure: " + err.Error())
	}
	p.body.WriteString("```figure\n" + b.String() + "```\n\n")
}

// heatSteps is how many steps of heat and of width there are: static/css/compare.css has a look for each.
const heatSteps = 5

// heat returns the step from 1 to 5 on which n stands below most.
func heat(n, most int) int { return max(1, (heatSteps*n+most-1)/max(1, most)) }
