package pages

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A linkKind is the first word of a link's or an image's title, by which layouts/_markup/render-link.html and
// render-image.html know what it is. These are all the words that pass between the writer and the hooks.
type linkKind string

const (
	roleLink     linkKind = "role"     // a body in a paper's text; then the role's code and the words shown
	figureLink   linkKind = "figure"   // a number; then the words shown
	citationLink linkKind = "citation" // a cited paper; then its id
	idLink       linkKind = "id"       // a place that other links lead to; then its id
	heatLink     linkKind = "heat"     // a cell of a matrix; then a step from 1 to 5
	noteLink     linkKind = "note"     // no link but a note on the text; then its words
	insertedLink linkKind = "ins"      // no link but text that only the second of two papers has
	removedLink  linkKind = "del"      // no link but text that only the first has
	markedLink   linkKind = "mark"     // no link but the place that a sentence is about
	dueLink      linkKind = "due"      // no link but words of time; then their day, or -, and when that is in words
	doubtLink    linkKind = "doubt"    // the mark of a doubtful finding; then why it is
)

// doubtSign ends the kind of a link to a finding that is doubtful: "role? lead …".
const doubtSign = "?"

// No links but how the file sets some of its text. They are written as images, which may stand in links.
const (
	superMark   linkKind = "sup"
	subMark     linkKind = "sub"
	struckMark  linkKind = "s"
	rubyMark    linkKind = "ruby" // then the reading
	formulaMark linkKind = "math" // then the beginning of the formula as MathML, up to its text
)

// linkKinds and markKinds list them all; a test holds that the hooks know each.
var (
	linkKinds = []linkKind{roleLink, figureLink, citationLink, idLink, heatLink, noteLink, insertedLink, removedLink, markedLink, dueLink, doubtLink}
	markKinds = []linkKind{superMark, subMark, struckMark, rubyMark, formulaMark}
)

// A linkTitle is the title of a link: its kind and what the kind needs, or nothing for a plain link.
type linkTitle string

// title returns the title of a link of kind k.
func (k linkKind) title(words ...string) linkTitle {
	return linkTitle(strings.Join(append([]string{string(k)}, words...), " "))
}

// words returns what follows the kind in t.
func (t linkTitle) words() string {
	_, rest, _ := strings.Cut(string(t), " ")
	return rest
}

// roleTitle is the title of a link to a body that has a role: its code, then what a reader sees.
func roleTitle(role policy.Role, name, basis string) linkTitle {
	return roleLink.title(string(role), role.Name()+"："+name+"（"+basis+"）")
}

// markTitle is the title of a mark; nothing for one that a page cannot show.
func markTitle(m source.Mark) linkTitle {
	switch m.Kind {
	case source.Superscript:
		return superMark.title()
	case source.Subscript:
		return subMark.title()
	case source.Struck:
		return struckMark.title()
	case source.Ruby:
		if reading := strings.TrimSpace(m.Note); reading != "" {
			return rubyMark.title(reading)
		}
	case source.Formula:
		if math := mathML(m.Note); math != "" {
			return formulaMark.title(math)
		}
	}
	return ""
}
