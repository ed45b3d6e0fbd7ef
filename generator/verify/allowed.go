package verify

import (
	_ "embed"
	"regexp"
	"strings"
)

//go:embed allowed.txt
var allowedText string

// allowed is what may stand in a site, as allowed.txt has it.
var allowed = readAllowed(allowedText)

// An allowance is what elements of one name may have: attributes, each with the form of its value, nil for any.
type allowance map[string]*regexp.Regexp

// allowances tell what may stand in pages, which may hold drawings, in drawings alone, and in styles.
type allowances struct {
	page, drawing    map[string]allowance // by element; "*" are all
	styled           map[string]bool      // attributes of drawings that are read as styles
	functions, rules map[string]bool      // of styles, by name
}

// readAllowed reads lines such as 「td th: colspan=[0-9]+ headers」 under the heads of their sections.
func readAllowed(text string) allowances {
	a := allowances{map[string]allowance{}, map[string]allowance{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		elements, attributes, _ := strings.Cut(line, ": ")
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		case section == "style":
			addAll(a.functions, line)
		case section == "rules of styles":
			addAll(a.rules, line)
		case section == "drawing":
			allow(a.drawing, elements, attributes)
			if elements != "*" {
				allow(a.page, elements, attributes)
			}
		default:
			allow(a.page, elements, attributes)
		}
	}
	// What all elements of a drawing may have, those in a page may have too.
	for key, form := range a.drawing["*"] {
		a.page["*"][key] = form
		a.styled[key] = true
	}
	for key, form := range a.page["*"] {
		a.drawing["*"][key] = form
	}
	for _, name := range []string{"a", "title", "style"} {
		a.drawing[name] = a.page[name]
	}
	return a
}

func addAll(to map[string]bool, words string) {
	for _, w := range strings.Fields(words) {
		to[w] = true
	}
}

// allow notes that each of the elements may have the attributes.
func allow(table map[string]allowance, elements, attributes string) {
	for _, element := range strings.Fields(elements) {
		if table[element] == nil {
			table[element] = allowance{}
		}
		for _, attribute := range strings.Fields(attributes) {
			key, form, found := strings.Cut(attribute, "=")
			table[element][key] = nil
			if found {
				table[element][key] = regexp.MustCompile("^(?:" + form + ")$")
			}
		}
	}
}

var ownAttribute = regexp.MustCompile(`^(data|aria)-[a-z0-9-]+$`)

// attributeAllowed reports whether an element that may have own may have the attribute, and whether with this value.
func attributeAllowed(table map[string]allowance, own allowance, key, value string) (known, fits bool) {
	form, ok := own[key]
	if !ok {
		form, ok = table["*"][key]
	}
	if !ok {
		return ownAttribute.MatchString(key), ownAttribute.MatchString(key)
	}
	return true, form == nil || form.MatchString(value)
}
