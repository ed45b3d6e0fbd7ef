package registry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// mostRunes is how many characters the name of a body has at most.
const mostRunes = 40

// LooksLikeBody reports whether name may be the name of a body, and sure whether it can
// hardly be anything else: 河南省发展改革委 is sure, 研究中心 is not.
func LooksLikeBody(name string) (body, sure bool) {
	s := signOf(name, signs)
	return s.body, s.sure
}

// MayName reports whether nothing in name speaks against its being one: it is formed like one and holds
// none of the words that orders have.
func MayName(name string) bool { return wellFormed(name) && !ordinary.MatchString(withoutKnown(name)) }

// signOf returns the first of the signs that a name bears; one that says no body where it bears none.
func signOf(name string, signs []sign) sign {
	if utf8.RuneCountInString(name) > mostRunes {
		return sign{}
	}
	for _, s := range signs {
		if s.holds(name) {
			return s
		}
	}
	return sign{}
}

// IsField reports whether word is the field of a body, by which texts call it for short:
// 体育 for 体育局, 住房城乡建设 for 住房城乡建设厅.
func IsField(word string) bool {
	return slices.ContainsFunc(departments, func(ending string) bool { return Function(word+ending) != "" })
}

var (
	departments = words.Of("departments")
	// knownInNames, knownInTasks and knownInWorks take the words out of names that stand in them although
	// they are ordinary: 住房城乡建设厅, 市推进双城工作领导小组, 市重点项目事务中心.
	knownInNames = words.Remover("known-in-names")
	knownInTasks = words.Remover("known-in-tasks")
	knownInWorks = strings.NewReplacer("建设", "", "项目", "")
)

// withoutKnown takes the words out of name that stand in names of bodies although they are
// ordinary.
func withoutKnown(name string) string {
	if office.MatchString(name) {
		name = knownInWorks.Replace(name)
	}
	if committee.MatchString(name) {
		first := 0
		if !committeeOffice.MatchString(name) { // 推进双城工作领导小组 may be an order, its 办公室 is none
			_, first = utf8.DecodeRuneInString(name)
		}
		name = name[:first] + knownInTasks.Replace(name[first:])
	}
	return knownInNames.Replace(name)
}
