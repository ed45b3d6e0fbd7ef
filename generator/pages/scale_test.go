package pages

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// The scales of spaces and of type, in pixels; static/css/site.css has a token for each step.
var (
	spaceScale = []float64{0, 4, 8, 16, 24, 40, 64}
	typeScale  = []float64{14, 16, 18, 22, 28, 36}
)

// spacing are the properties whose sizes are spaces; those that begin with one of them, too.
var spacing = regexp.MustCompile(`^(margin|padding|gap|row-gap|column-gap|border-radius|scroll-margin|scroll-padding)`)

// screenSheets returns the style sheets but that for paper, by name.
func screenSheets(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../../static/css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	sheets := map[string][]byte{}
	for _, name := range names {
		if filepath.Base(name) == "print.css" {
			continue
		}
		if sheets[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	if len(sheets) < 3 {
		t.Fatalf("only %d style sheets", len(sheets))
	}
	return sheets
}

// offScale returns the declarations of a style sheet whose sizes stand on no scale or whose weight is a third
// one. What is measured in characters may have quarters of them; what stands within calc() is a place. Sheets of paper have points.
func offScale(sheet []byte) (out []string) {
	p := css.NewParser(parse.NewInput(bytes.NewReader(sheet)), false)
	paper, depth, selector := 0, 0, ""
	for {
		grammar, _, data := p.Next()
		switch grammar {
		case css.ErrorGrammar:
			return out
		case css.BeginAtRuleGrammar:
			if depth++; paper == 0 && strings.Contains(joined(p.Values()), "print") {
				paper = depth
			}
		case css.EndAtRuleGrammar:
			if depth--; paper > depth {
				paper = 0
			}
		case css.BeginRulesetGrammar, css.QualifiedRuleGrammar:
			selector = joined(p.Values())
		case css.DeclarationGrammar:
			if value := p.Values(); paper == 0 && !onScale(selector, string(data), value) {
				out = append(out, fmt.Sprintf("%s { %s: %s }", selector, data, joined(value)))
			}
		}
	}
}

func joined(tokens []css.Token) string {
	out := ""
	for _, t := range tokens {
		out += string(t.Data)
	}
	return strings.TrimSpace(out)
}

// onScale reports whether a declaration takes its sizes from the scales.
func onScale(selector, property string, value []css.Token) bool {
	switch {
	case spacing.MatchString(property):
		return !slices.ContainsFunc(outside(value), func(t css.Token) bool { return !isStep(t, spaceScale, true) })
	case property == "font-size":
		return !slices.ContainsFunc(outside(value), func(t css.Token) bool { return !isSize(selector, t) })
	case property == "font":
		return isFont(selector, value)
	case property == "font-weight":
		return slices.Contains([]string{"400", "700", "normal", "inherit"}, joined(value))
	}
	return true
}

// isFont reports whether the first size of a short form of font stands on the scale, and no weight is a third one.
func isFont(selector string, value []css.Token) bool {
	for _, t := range value {
		if t.TokenType == css.DimensionToken || t.TokenType == css.PercentageToken {
			return isSize(selector, t)
		}
		if t.TokenType == css.DelimToken && string(t.Data) == "/" {
			break
		}
		if t.TokenType == css.NumberToken && string(t.Data) != "400" && string(t.Data) != "700" {
			return false
		}
	}
	return true
}

// outside returns the tokens of a value that stand in no calc().
func outside(value []css.Token) (out []css.Token) {
	depth := 0
	for _, t := range value {
		switch {
		case t.TokenType == css.FunctionToken && (depth > 0 || string(t.Data) == "calc("), depth > 0 && t.TokenType == css.LeftParenthesisToken:
			depth++
		case depth > 0 && t.TokenType == css.RightParenthesisToken:
			depth--
		case depth == 0:
			out = append(out, t)
		}
	}
	return out
}

// isSize reports whether a size of type stands on the scale. Within a paper a size may follow that of its text,
// and the root's is a share of the reader's own.
func isSize(selector string, t css.Token) bool {
	switch {
	case t.TokenType == css.PercentageToken:
		return strings.HasPrefix(selector, ":root") || strings.HasPrefix(selector, "[data-size")
	case strings.HasPrefix(selector, ".paper ") && strings.HasSuffix(string(t.Data), "em") && !strings.HasSuffix(string(t.Data), "rem"):
		return true
	}
	return isStep(t, typeScale, false)
}

// isStep reports whether a token is a size of the scale, or none. Spaces may be counted in quarters of a character.
func isStep(t css.Token, scale []float64, characters bool) bool {
	if t.TokenType == css.PercentageToken {
		return string(t.Data) == "50%" // a circle
	}
	if t.TokenType != css.DimensionToken {
		return true
	}
	unit := strings.TrimLeft(string(t.Data), "+-.0123456789")
	n, err := strconv.ParseFloat(strings.TrimSuffix(string(t.Data), unit), 64)
	switch {
	case err != nil:
		return false
	case unit == "em":
		return characters && math.Mod(4*n, 1) == 0
	}
	return unit == "rem" && slices.Contains(scale, math.Abs(16*n))
}

// TestScales: spaces and type of all pages stand on one scale each, and there is no third weight.
func TestScales(t *testing.T) {
	sheets := screenSheets(t)
	for name, sheet := range sheets {
		for _, wrong := range offScale(sheet) {
			t.Errorf("%s: %s stands on no scale", name, wrong)
		}
	}
	for letter, scale := range map[string][]float64{"s": spaceScale[1:], "t": typeScale} {
		for _, n := range scale {
			if token := fmt.Sprintf("  --%s%g: %grem;\n", letter, n, n/16); !bytes.Contains(sheets["site.css"], []byte(token)) {
				t.Errorf("site.css lacks the token %q", token)
			}
		}
	}
}

// TestOffScale: what the scales do not have is found.
func TestOffScale(t *testing.T) {
	for rule, want := range map[string]int{
		"p { margin: 0 auto var(--s8) 1rem }":                        0,
		"p { margin: 0.3rem }":                                       1,
		"p { padding-inline: 1.25em 0.3em }":                         1,
		"p { gap: 10px }":                                            1,
		"p { border-radius: 50% }":                                   0,
		"p { margin-right: calc(-11rem - var(--s24)) }":              0,
		"p { font-size: 1.125rem }":                                  0,
		"p { font-size: 0.9375rem }":                                 1,
		"p { font-size: 0.7em }":                                     1,
		".paper sup { font-size: 0.7em }":                            0,
		"p { font: 700 var(--t18)/1.5 var(--hei) }":                  0,
		"p { font: 0.8rem/1.5 var(--hei) }":                          1,
		"p { font: 600 var(--t18)/1.5 var(--hei) }":                  1,
		"p { font-weight: 500 }":                                     1,
		"p { font-size: 150% }":                                      1,
		"@media print { p { font-size: 9pt } } p { font-size: 9pt }": 1,
		"@media (min-width: 9rem) { p { margin: 9rem } }":            1,
	} {
		if got := offScale([]byte(rule)); len(got) != want {
			t.Errorf("%s: found %q, want %d", rule, got, want)
		}
	}
}
