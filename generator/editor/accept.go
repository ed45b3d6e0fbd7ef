package editor

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// Accepted is a doubt that an editor has looked at: its code and the words it is about.
type Accepted struct {
	Code  string
	Quote Text
}

// UnmarshalYAML reads 「number-gap: （七）健全机制」.
func (a *Accepted) UnmarshalYAML(node ast.Node) error {
	var values []*ast.MappingValueNode
	switch n := node.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	}
	if len(values) != 1 {
		return &placed{Position: node.GetToken().Position, msg: say.Sprintf("expected one doubt as CODE: WORDS, such as number-gap: （七）")}
	}
	a.Code = values[0].Key.GetToken().Value
	return a.Quote.UnmarshalYAML(values[0].Value)
}

// settles reports whether the correction says what a doubt asks for.
func (c *Correction) settles(p *source.Error) bool {
	asked := false
	switch p.Code {
	case "agency-unknown", "agency-slip", "agency-unread", "group-unread", "group-of-part":
		asked = c.Assignment.Value != ""
	case "target-subject":
		asked = c.Indicator.Value != "" && (c.Subject.Value != "" || c.Remove)
	case "target-year":
		asked = c.Indicator.Value != "" && (c.Year != nil || c.Remove)
	}
	return asked && p.Severity == source.Warning && c.from.File == p.File && !before(p.Position, c.from) && before(p.Position, c.to)
}

// before reports whether a stands before b in their file.
func before(a, b source.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// Settle takes the accepted doubts out of a paper's problems, and those that corrections answer. One that accepts nothing
// is a failure: the paper has changed.
func (f *File) Settle(problems source.ErrorList) source.ErrorList {
	if f == nil {
		return problems
	}
	accepted := make([]bool, len(f.Accept))
	var out source.ErrorList
	for _, p := range problems {
		settled := slices.ContainsFunc(f.Corrections, func(c Correction) bool { return c.settles(p) })
		for i, a := range f.Accept {
			if p.Severity == source.Warning && p.Code == a.Code && p.Quote != "" && strings.HasPrefix(p.Quote, source.Squeeze(a.Quote.Value)) {
				accepted[i], settled = true, true
			}
		}
		if !settled {
			out = append(out, p)
		}
	}
	for i, a := range f.Accept {
		if !accepted[i] {
			out = append(out, failure(f.Name, a.Quote.Line, a.Quote.Column,
				say.Sprintf("no doubt %s about %q is left to accept", a.Code, a.Quote.Value), say.Sprintf("delete these words"))...)
		}
	}
	return out
}

// Remedy returns the YAML that would settle a doubt, for the file beside its paper.
func Remedy(p *source.Error) string {
	if p.Severity != source.Warning || p.Quote == "" {
		return ""
	}
	beside := say.Sprintf("in %s:\n", Beside(p.File))
	switch p.Code {
	case "agency-unknown", "agency-slip":
		return beside + "accept:\n  - " + p.Code + ": " + scalar(p.Quote)
	case "group-unread":
		return beside + "corrections:\n  - {assignment: " + scalar(p.Quote) + ", agencies: [{written: …, role: joint}]}"
	case "target-subject":
		return beside + "corrections:\n  - {indicator: " + scalar(p.Quote) + ", subject: …}"
	case "target-year":
		return beside + "corrections:\n  - {indicator: " + scalar(p.Quote) + ", year: …}"
	}
	return beside + "accept:\n  - " + p.Code + ": " + scalar(p.Quote)
}

// scalar quotes text for YAML.
func scalar(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
