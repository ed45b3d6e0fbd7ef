package html

import (
	"io"
	"sort"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxRules is how many rules of a page's style sheets are kept.
	maxRules = 4000
	// maxMatches bounds how often a part of a selector is held against an element.
	maxMatches = 20_000_000
)

// A look is what style sheets and the style attribute say of an element, of what changes its text.
type look map[string]string

// looks are the properties that a [look] keeps.
var looks = map[string]bool{"display": true, "visibility": true, "font-size": true, "position": true, "left": true, "right": true, "top": true, "bottom": true, "margin-left": true,
	"text-indent": true, "opacity": true, "clip": true, "overflow": true, "height": true, "max-height": true, "width": true,
	"color": true, "background": true, "background-color": true, "background-image": true, "vertical-align": true, "text-decoration": true, "text-decoration-line": true, "list-style": true, "list-style-type": true,
	"white-space": true, "content": true, "counter-reset": true, "counter-increment": true,
	"clip-path": true, "transform": true, "content-visibility": true, "filter": true, "zoom": true}

// A declaration is one property with its value, in lower case.
type declaration struct {
	name, value string
	important   bool
}

// A styleRule is a rule of a style sheet for one selector.
type styleRule struct {
	path         []compound
	weight       int // of the selector
	order        int
	declarations []declaration
}

// A sheet holds the rules of all style sheets of a page that hold on a screen, by the last name of
// their selectors.
type sheet struct {
	rules    map[string][]*styleRule
	pseudo   map[string]map[string][]*styleRule // the rules for what stands ::before and ::after elements
	contents map[string]*contentText            // by their text
	count    int
	unread   int                // rules that hide what a selector is about that was not read
	tries    int                // how often elements were looked at
	dear     int                // how many steps to other elements that took
	children map[*html.Node]int // nodes in an element, once counted
}

// newSheet reads the style elements of a page, whose nodes are in the given order.
func newSheet(root *html.Node, order map[*html.Node]int) *sheet {
	s := &sheet{rules: map[string][]*styleRule{}, contents: map[string]*contentText{}, children: map[*html.Node]int{},
		pseudo: map[string]map[string][]*styleRule{"::before": {}, "::after": {}, "::marker": {}}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Style && n.FirstChild != nil {
			s.read(n.FirstChild.Data, order[n], onScreen(attr(n, "media")))
		}
	}
	return s
}

// onScreen reports whether a list of media holds for a wide screen.
func onScreen(media string) bool {
	if strings.TrimSpace(media) == "" {
		return true
	}
	for _, m := range strings.Split(strings.ToLower(media), ",") {
		m = strings.TrimSpace(m)
		if strings.HasPrefix(m, "not print") || !strings.HasPrefix(m, "not") && !strings.Contains(m, "print") && !strings.Contains(m, "max-width") && !strings.Contains(m, "max-device-width") {
			return true
		}
	}
	return false
}

// read takes in the rules of the style sheet at a node, if they hold on a screen.
func (s *sheet) read(text string, at int, screen bool) {
	text = strings.NewReplacer("<!--", "", "-->", "").Replace(text)
	s.contentsOf(text, at)
	p := css.NewParser(parse.NewInputString(text), false)
	holds := []bool{screen} // of the at-rules around
	selectors := ""
	var in []declaration
	for errs := 0; errs < maxRules; {
		switch kind, _, data := p.Next(); kind {
		case css.ErrorGrammar:
			if err := p.Err(); err == io.EOF || err == nil {
				return
			}
			errs++
		case css.BeginAtRuleGrammar:
			holds = append(holds, holds[len(holds)-1] && applies(strings.ToLower(string(data)), p.Values()))
		case css.EndAtRuleGrammar:
			holds = holds[:max(1, len(holds)-1)]
		case css.QualifiedRuleGrammar, css.BeginRulesetGrammar:
			if selectors += joined(p.Values()); kind == css.QualifiedRuleGrammar {
				selectors += ","
			}
			in = nil
		case css.DeclarationGrammar:
			in = declared(in, data, p.Values())
		case css.EndRulesetGrammar:
			if holds[len(holds)-1] {
				s.holds(in, unusedContentReason)
				s.add(selectorsOf(selectors), in)
			}
			selectors, in = "", nil
		}
	}
}

// applies reports whether the rules in an at-rule hold.
func applies(name string, values []css.Token) bool {
	return name == "@media" && onScreen(joined(values)) || name == "@supports" || name == "@layer"
}

// declared adds a declaration, if it is one that a look keeps.
func declared(to []declaration, name []byte, values []css.Token) []declaration {
	d := declaration{name: strings.ToLower(string(name)), value: strings.TrimSpace(joined(values))}
	if d.name == "font" {
		d = declaration{name: "font-size", value: sizeOf(d.value)}
	}
	if !looks[d.name] || d.value == "" {
		return to
	}
	if d.name != "content" && !strings.HasPrefix(d.name, "counter-") {
		d.value = strings.ToLower(d.value)
	}
	if v, ok := strings.CutSuffix(d.value, "important"); ok && strings.Contains(v, "!") {
		d.value, d.important = strings.TrimRight(v, " !"), true
	}
	return append(to, d)
}

func joined(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return b.String()
}

// add keeps a rule under the last name of each of its selectors that can be read.
func (s *sheet) add(selectors []string, in []declaration) {
	for _, text := range selectors {
		rules := s.rules
		for _, p := range pseudos {
			if before, ok := strings.CutSuffix(strings.TrimSpace(text), p); ok {
				text, rules = before, s.pseudo["::"+strings.TrimLeft(p, ":")]
			}
		}
		path, ok := readSelector(text)
		if !ok {
			s.holds(in, unreadContentReason)
			if !strings.Contains(text, "::") && hides(in) {
				s.unread++
			}
		}
		if !ok || s.count >= maxRules || len(in) == 0 {
			continue
		}
		r := &styleRule{path: path, order: s.count, declarations: in}
		for _, c := range path {
			r.weight += c.weight()
		}
		key := path[len(path)-1].key
		rules[key] = append(rules[key], r)
		s.count++
	}
}

// of returns the look of an element.
func (s *sheet) of(n *html.Node) look {
	return s.look(n, s.rules, inlineStyle(attr(n, "style")))
}

// look returns what some rules say of an element, and its own declarations.
func (s *sheet) look(n *html.Node, rules map[string][]*styleRule, own []declaration) look {
	var found []*styleRule
	for _, key := range keys(n) {
		for _, r := range rules[key] {
			if s.matches(r.path, n) {
				found = append(found, r)
			}
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		a, b := found[i], found[j]
		return a.weight < b.weight || a.weight == b.weight && a.order < b.order
	})
	out, forced := look{}, map[string]bool{}
	apply := func(all []declaration) {
		for _, d := range all {
			if !forced[d.name] || d.important {
				out[d.name] = d.value
				forced[d.name] = d.important
			}
		}
	}
	for _, r := range found {
		apply(r.declarations)
	}
	apply(own)
	return out
}

// inlineStyle returns the declarations of a style attribute.
func inlineStyle(text string) []declaration {
	if text == "" || !strings.Contains(text, ":") {
		return nil
	}
	var out []declaration
	p := css.NewParser(parse.NewInputString(text), true)
	for errs := 0; errs < len(text); {
		switch kind, _, data := p.Next(); kind {
		case css.ErrorGrammar:
			if err := p.Err(); err == io.EOF || err == nil {
				return out
			}
			errs++
		case css.DeclarationGrammar:
			out = declared(out, data, p.Values())
		}
	}
	return out
}
