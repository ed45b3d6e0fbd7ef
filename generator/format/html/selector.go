package html

import (
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
)

// maxDear bounds the steps to other elements that selectors by place take in all, such as :nth-child(odd).
const maxDear = 50_000_000

// A compound is the part of a selector that is about one element: 「p.note:first-child」.
type compound struct {
	sel    cascadia.Sel
	key    string // the name under which rules are kept that end with it
	beside byte   // how the element stands to that of the compound before: ' ' in it, '>' directly, '+' behind it, '~' somewhere behind it
	dear   bool   // it looks at all that stand beside the element
}

// weight orders the selectors of rules that contradict each other.
func (c compound) weight() int {
	w := c.sel.Specificity()
	return w[0]*1_000_000 + w[1]*1_000 + w[2]
}

// anything is the key of rules that may be about any element.
const anything = "*"

// keys are the names under which rules for n are kept.
func keys(n *html.Node) []string {
	out := []string{anything, n.Data}
	for _, c := range strings.Fields(attr(n, "class")) {
		if c = "." + c; !slices.Contains(out, c) && len(out) < 20 {
			out = append(out, c)
		}
	}
	if id := attr(n, "id"); id != "" {
		out = append(out, "#"+id)
	}
	return out
}

// maxChoices bounds how many selectors one with choices stands for.
const maxChoices = 40

// selectorsOf returns the selectors of a list, those with a choice once for each: a:is(.b,.c) is a.b and a.c.
func selectorsOf(list string) []string {
	out := commaParts(list)
	for i := 0; i < len(out); i++ {
		before, choices, after, ok := choice(out[i])
		if !ok || len(out) > maxChoices {
			continue
		}
		out[i] = before + choices[0] + after
		for _, c := range choices[1:] {
			out = append(out, before+c+after)
		}
		i--
	}
	return out
}

// choice parts a selector about its first :is() or :where().
func choice(text string) (before string, choices []string, after string, ok bool) {
	for _, name := range []string{":is(", ":where("} {
		before, rest, found := strings.Cut(text, name)
		if !found {
			continue
		}
		depth := 1
		end := strings.IndexFunc(rest, func(r rune) bool {
			depth += strings.Count("(", string(r)) - strings.Count(")", string(r))
			return depth == 0
		})
		if end < 0 {
			return "", nil, "", false
		}
		choices = commaParts(rest[:end])
		for i, c := range choices {
			choices[i] = strings.TrimSpace(c)
			if last := strings.TrimRight(before, " >+~"); choices[i] == "" || last == before && before != "" && !strings.ContainsAny(choices[i][:1], ".#[:") {
				return "", nil, "", false // a name of an element stands at the beginning
			}
		}
		return before, choices, rest[end+1:], true
	}
	return "", nil, "", false
}

// commaParts cuts a list at its commas.
func commaParts(list string) []string {
	var out []string
	var b strings.Builder
	l, depth := css.NewLexer(parse.NewInputString(list)), 0
	for {
		kind, data := l.Next()
		switch depth += nesting(kind); {
		case kind == css.ErrorToken:
			return append(out, b.String())
		case kind == css.CommaToken && depth == 0:
			out = append(out, b.String())
			b.Reset()
		default:
			b.Write(data)
		}
	}
}

// nesting returns how much deeper in brackets what follows a token stands.
func nesting(kind css.TokenType) int {
	switch kind {
	case css.LeftParenthesisToken, css.FunctionToken, css.LeftBracketToken:
		return 1
	case css.RightParenthesisToken, css.RightBracketToken:
		return -1
	}
	return 0
}

// readSelector reads a selector.
func readSelector(text string) (path []compound, ok bool) {
	var word strings.Builder
	beside, depth := byte(' '), 0
	end := func() bool {
		if word.Len() == 0 {
			return true
		}
		c, ok := readCompound(word.String())
		c.beside, beside = beside, ' '
		path = append(path, c)
		word.Reset()
		return ok
	}
	for l := css.NewLexer(parse.NewInputString(strings.TrimSpace(text))); ; {
		kind, data := l.Next()
		depth += nesting(kind)
		switch {
		case kind == css.ErrorToken:
			return path, end() && len(path) > 0 && len(path) <= 8
		case depth == 0 && (kind == css.WhitespaceToken || kind == css.DelimToken && strings.Contains(">+~", string(data))):
			if !end() {
				return nil, false
			}
			if kind == css.DelimToken {
				beside = data[0]
			}
		default:
			word.Write(data)
		}
	}
}

// foreign are pieces of selectors that the library knows and browsers do not, and those that look at all in an element.
var foreign = []string{":contains", ":match", ":has", ":input", "!=", "#="}

func readCompound(word string) (c compound, ok bool) {
	for _, f := range foreign {
		if strings.Contains(word, f) {
			return c, false
		}
	}
	if _, within, ok := strings.Cut(word, "("); ok && strings.ContainsAny(strings.ReplaceAll(strings.TrimSpace(within), ", ", ","), ">~+ ") && !strings.Contains(word, "nth-") {
		return c, false // a path in a path takes time without end
	}
	sel, err := cascadia.Parse(word)
	if err != nil {
		return c, false
	}
	return compound{sel: sel, key: keyOf(word), dear: strings.Contains(word, "-child") || strings.Contains(word, "-of-type")}, true
}

// keyOf returns a name that an element must have for a compound to be about it.
func keyOf(word string) string {
	if strings.Contains(word, `\`) {
		return anything
	}
	end := strings.IndexAny(word, ":[")
	if end < 0 {
		end = len(word)
	}
	names := word[:end]
	if at := strings.LastIndexByte(names, '#'); at >= 0 {
		names = names[at:]
		if dot := strings.IndexByte(names, '.'); dot > 0 {
			names = names[:dot]
		}
		return names
	}
	if _, classes, ok := strings.Cut(names, "."); ok {
		class, _, _ := strings.Cut(classes, ".")
		return "." + class
	}
	if names == "" {
		return anything
	}
	return strings.ToLower(names)
}

// fits reports whether c is about n.
func (s *sheet) fits(c compound, n *html.Node) bool {
	if s.tries++; n.Type != html.ElementNode || s.tries > maxMatches {
		return false
	}
	if c.dear {
		if s.dear += s.siblings(n.Parent); s.dear > maxDear {
			return false
		}
	}
	return c.sel.Match(n)
}

// siblings counts the nodes in an element.
func (s *sheet) siblings(n *html.Node) int {
	count, ok := s.children[n]
	if !ok && n != nil {
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			count++
		}
		s.children[n] = count
	}
	return count
}

// matches reports whether a selector is about n.
func (s *sheet) matches(path []compound, n *html.Node) bool {
	last := len(path) - 1
	if !s.fits(path[last], n) {
		return false
	}
	if last == 0 {
		return true
	}
	rest := path[:last]
	switch path[last].beside {
	case '>':
		return n.Parent != nil && s.matches(rest, n.Parent)
	case '+':
		n = elementBefore(n)
		return n != nil && s.matches(rest, n)
	case '~':
		for n = elementBefore(n); n != nil && s.dear < maxDear; n = elementBefore(n) {
			if s.dear++; s.matches(rest, n) {
				return true
			}
		}
		return false
	}
	return s.matchesAbove(rest, n)
}

// matchesAbove reports whether a selector is about an element around n.
func (s *sheet) matchesAbove(path []compound, n *html.Node) bool {
	last := len(path) - 1
	for p := n.Parent; p != nil; p = p.Parent {
		if !s.fits(path[last], p) {
			continue
		}
		found := s.matches(path, p)
		// The nearest element that fits leaves the most elements above it for the rest.
		if found || last == 0 || path[last].beside == ' ' {
			return found
		}
	}
	return false
}

// elementBefore returns the element that stands before n in the same element, or nil.
func elementBefore(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}
