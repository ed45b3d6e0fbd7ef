package registry

import "zhengce/generator/words"

// division is a part of a body behind its house: 市财政局预算科, 省局征管处, 局规划科, 部财务司, 农业农村部种植业司.
var division = words.Pattern(`^(\p{Han}{0,20}?(?:{{houses}}))(\p{Han}{1,8}{{divisions}})$|^(部|\p{Han}{0,8}(?:[^\P{Han}内外干]部|委|署|总局|国家\p{Han}{1,6}局|人民银行))([^门分属队署员会]\p{Han}{0,9}[^公]司)$`)

// IsDivision reports whether name is that of a division without its house: 预算科.
func IsDivision(name string) bool { return bareDivision.MatchString(name) }

// IsInnerCentre reports whether name is that of a centre such as bodies have, without its house: 信息中心.
func IsInnerCentre(name string) bool { return innerCentre.MatchString(name) }

var innerCentre = words.Pattern(`^(?:{{inner-centres}})$`)

var bareDivision = words.Pattern(`^[^省市县区州各]\p{Han}{1,6}{{divisions}}$|^(?:[^省市县区州各部]|市场)\p{Han}{0,8}[^公]司$`)

// DivisionOf returns the house and the name of a division; both are empty where name is none: 省局, 征管处
// of 省局征管处; 部, 财务司 of 部财务司.
func DivisionOf(name string) (house, part string) {
	m := division.FindStringSubmatch(name)
	if m == nil || ordinary.MatchString(withoutKnown(m[1]+m[3])) || ordinary.MatchString(knownInWorks.Replace(knownInNames.Replace(m[2]+m[4]))) {
		return "", ""
	}
	return m[1] + m[3], m[2] + m[4]
}
