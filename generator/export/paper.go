package export

import (
	"encoding/json"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A paperScript is a paper as the comparison of two papers in the browser needs it.
type paperScript struct {
	Title    string          `json:"title"`
	Page     string          `json:"page"`
	Measures []measureScript `json:"measures"`
}

// A measureScript is a measure with its own text, white space removed.
type measureScript struct {
	ID       string   `json:"id"`
	Level    int      `json:"level"` // 0 for one that stands under no other
	Page     string   `json:"page"`
	Title    string   `json:"title"`
	Text     string   `json:"text"`
	Agencies []string `json:"agencies"` // as printed, each once, with （牵头） for leading ones
}

// papers writes each paper as a script that calls zhengcePair.add: pages opened from disk can load scripts, and nothing else.
func (p *pack) papers(c *catalog.Catalog) {
	for _, d := range c.Documents {
		p.script("papers/"+d.ID+".js", d.ID, newPaperScript(d))
	}
}

func newPaperScript(d *catalog.Document) paperScript {
	x := paperScript{d.Title, page(d.Path()), []measureScript{}}
	for _, m := range d.Measures {
		out := measureScript{ID: m.ID, Page: page(m.Path()), Title: m.Title, Text: m.Heading + ownText(m), Agencies: []string{}}
		for up := m.Parent; up != nil; up = up.Parent {
			out.Level++
		}
		seen := map[string]bool{}
		for _, t := range m.Tasks {
			for _, member := range t.Members {
				name := member.Written
				if member.Role == policy.Lead {
					name += "（" + member.Role.Name() + "）"
				}
				if !seen[name] {
					seen[name] = true
					out.Agencies = append(out.Agencies, name)
				}
			}
		}
		x.Measures = append(x.Measures, out)
	}
	return x
}

// ownText returns the text of m without the groups of agencies, which stand beside it.
func ownText(m *catalog.Measure) string {
	f := m.Document.Facts.Document.File
	text, at := "", m.Text.Start
	for _, t := range m.Tasks {
		if t.Group.Start >= at && t.Group.End <= m.Text.End {
			text += f.Squeezed(source.Span{Start: at, End: t.Group.Start})
			at = t.Group.End
		}
	}
	return text + f.Squeezed(source.Span{Start: at, End: max(at, m.Text.End)})
}

// script writes v as a script that hands it over under a name.
func (p *pack) script(name, key string, v any) {
	k, err := json.Marshal(key)
	if err != nil {
		p.fail(name, err)
		return
	}
	data, err := json.Marshal(v) // escapes <, > and the line ends that scripts know
	if err != nil {
		p.fail(name, err)
		return
	}
	p.write(name, []byte("zhengcePair.add("+string(k)+","+string(data)+");\n"))
}
