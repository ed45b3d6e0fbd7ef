package registry

import "zhengce/generator/words"

// division is a part of a body behind its house: 市财政局预算科, 省局征管处, 部财务司.
var division = words.Pattern(`^(\p{Han}{1,20}?(?:{{houses}}))(\p{Han}{1,8}{{divisions}})$|^(部)([^门分属队署]\p{Han}{0,9}[^公]司)$`)

// IsDivision reports whether name is that of a division without its house: 预算科.
func IsDivision(name string) bool { return bareDivision.MatchString(name) }

var bareDivision = words.Pattern(`^[^省市县区州各]\p{Han}{1,6}{{divisions}}$|^[^省市县区州各部]\p{Han}{0,8}[^公]司$`)

// DivisionOf returns the house and the name of a division; both are empty where name is none: 省局, 征管处
// of 省局征管处; 部, 财务司 of 部财务司.
func DivisionOf(name string) (house, part string) {
	m := division.FindStringSubmatch(name)
	if m == nil || ordinary.MatchString(withoutKnown(name)) {
		return "", ""
	}
	return m[1] + m[3], m[2] + m[4]
}
