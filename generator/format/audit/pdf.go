package audit

import (
	"fmt"

	"zhengce/generator/pdfium"
)

// PDF returns the characters of the pages of a PDF in the order in which the file has them, without
// their places, and the notes on them.
func PDF(data []byte) ([]Part, error) {
	doc, err := pdfium.Open(data)
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	var parts []Part
	for i := range doc.Pages {
		p, err := doc.Page(i)
		if err != nil {
			return nil, err
		}
		text, err := p.Text()
		if err != nil {
			return nil, err
		}
		nodes := []Node{{Text: text}}
		notes, err := p.Notes()
		if err != nil {
			return nil, err
		}
		for k, n := range notes {
			nodes = append(nodes, Node{At: len(text) + k, Text: n.Text})
		}
		parts = append(parts, Part{Name: fmt.Sprintf("第%d页", i+1), Nodes: nodes})
	}
	return parts, nil
}
