package duty

import (
	"zhengce/generator/words"
)

const personName = `(?:{{surnames}}[ \x{3000}]*\p{Han}{1,2}|\p{Han}{2,6}·\p{Han}{2,6})`

var (
	// person ends in the name of a person: 「先进个人：张大山」.
	person = words.Pattern(`(?:^|[、，,；;。：:\s])` + personName + `$`)
	// personWithUnit is one with what stands behind it in a list of honours: 「张大山（市教育局）」.
	personWithUnit = words.Pattern(`(?:^|[、，,；;。：:.．\s）)])` + personName + `[（(]\p{Han}{3,30}[）)]`)
	notPerson      = words.Pattern(`(?:^|[、，,；;。：:.．\s）)]){{not-persons}}[（(]?`)
	honoured       = words.Pattern(`{{honours}}`)
)

// endsInPerson reports whether text ends in the name of a person.
func endsInPerson(text string) bool {
	found := person.FindString(text)
	return found != "" && !notPerson.MatchString(found)
}

// people reports whether the paper is or holds a list of people: it says so in a heading, or names
// several with their units.
func (f *finder) people() bool {
	const several = 2
	if f.listsPeople == nil {
		n := 0
		for _, b := range f.doc.Blocks {
			text := f.file.Slice(b.Span)
			for _, found := range personWithUnit.FindAllString(text, -1) {
				if !notPerson.MatchString(found) {
					n++
				}
			}
			if (b.Section != nil && b.Section.Title.Overlaps(b.Span) || b.Kind.Frames()) && honoured.MatchString(text) {
				n += several
			}
		}
		people := n >= several
		f.listsPeople = &people
	}
	return *f.listsPeople
}
