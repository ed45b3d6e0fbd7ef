package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

var (
	// endingOfPlace is the government of a place with its level: 天河区政府. endingOfZone is the administration of a
	// zone: 西咸新区管委会. endingOfCustoms is a customs house: 拱北海关.
	endingOfPlace   = words.Pattern(`^\p{Han}{1,6}?\p{Han}({{place-levels}})({{place-organs}})$`)
	endingOfZone    = words.Pattern(`^\p{Han}*(?:{{zone-endings}})(管委会|管理委员会|(?:人民)?政府)$`)
	endingOfCustoms = pattern.MustCompile(`^\p{Han}{2,}(海关)$`)
	// endingOfTown is the government of a town: 东山镇人民政府. endingOfStreet is the office of a street: 城南街道办事处.
	endingOfTown   = words.Pattern(`^[^各\P{Han}]\p{Han}{1,3}?([镇乡])({{place-organs}})$`)
	endingOfStreet = pattern.MustCompile(`^[^各\P{Han}]\p{Han}{1,3}?(街道)(办事处)$`)

	bareTown      = pattern.MustCompile(`^[^各\P{Han}]\p{Han}{1,3}[镇乡]$`)
	bareStreet    = pattern.MustCompile(`^[^各\P{Han}]\p{Han}{1,3}街道$`)
	barePlaceName = words.Pattern(`^\p{Han}{2,6}{{place-levels}}$`)
	bareZone      = words.Pattern(`^\p{Han}*(?:{{zone-endings}})$`)
	bareWord      = pattern.MustCompile(`^\p{Han}{2,4}$`)
)

// sharedEnding returns the ending that a place or zone lets fall because a later one of its list has it:
// 「海珠、白云、天河区政府」, 「成都市、德阳市人民政府」, 「经开区、高新区管委会」, 「广州、深圳海关」. What stands between
// must let it fall as well.
func sharedEnding(name string, behind []string) (string, bool) {
	for _, next := range behind {
		for _, form := range sharedForms {
			if form.bare(name) {
				if m := form.ending.FindStringSubmatch(next); m != nil {
					return strings.Join(m[form.from:], ""), true
				}
			}
		}
		if !sameForm(name, next) {
			return "", false
		}
	}
	return "", false
}

// A sharedForm is a form of names that let an ending fall, and the names that have it.
type sharedForm struct {
	bare   func(name string) bool
	ending *pattern.Regexp
	from   int // the first of the groups of ending that is let fall
}

var sharedForms = []sharedForm{
	{isBarePlace, endingOfPlace, 2},
	{bareZone.MatchString, endingOfZone, 1},
	{bareTown.MatchString, endingOfTown, 2},
	{bareStreet.MatchString, endingOfStreet, 2},
	{isBareWord, endingOfPlace, 1},
	{isBareWord, endingOfTown, 1},
	{isBareWord, endingOfStreet, 1},
	{isBareWord, endingOfCustoms, 1},
}

func isBarePlace(name string) bool {
	return barePlaceName.MatchString(name) && !strings.HasPrefix(name, "各") && !registry.IsVague(name)
}

// isBareWord reports whether name may be that of a place without its level.
func isBareWord(name string) bool {
	body, _ := registry.LooksLikeBody(name)
	return bareWord.MatchString(name) && !body && !registry.IsVague(name) && !registry.IsField(name)
}

// sameForm reports whether two names let the same kind of ending fall.
func sameForm(a, b string) bool {
	switch {
	case bareZone.MatchString(a):
		return bareZone.MatchString(b)
	case isBarePlace(a):
		return isBarePlace(b)
	case bareTown.MatchString(a):
		return bareTown.MatchString(b)
	case bareStreet.MatchString(a):
		return bareStreet.MatchString(b)
	}
	return isBareWord(a) && isBareWord(b)
}

// endingRule names places by the ending that they share with a later name.
var endingRule = nameRule{
	Rule: policy.Rule{
		Name: "place-shares-ending", Verdict: policy.AsName, Says: "几个地名、园区共用后面一个名称的“区政府”“管委会”“海关”等字尾，前几个补上字尾称呼",
		Takes: "修好河堤。（市水利局、〔市中〕、北沙区政府）", Leaves: "修好河堤。（市水利局、〔水库管理处〕、北沙区政府）",
	},
	holds: func(n *naming) bool { _, ok := n.sharedEnding(); return ok },
	name: func(n *naming) string {
		ending, _ := n.sharedEnding()
		if !bareZone.MatchString(n.written) {
			return n.written + ending
		}
		full := naming{written: n.written + ending, region: n.region}
		name, _ := full.by(afterCommittee)
		return name
	},
}

func (n *naming) sharedEnding() (string, bool) {
	var behind []string
	for _, a := range n.list[min(1, len(n.list)):] {
		behind = append(behind, a.Written)
	}
	return sharedEnding(n.written, behind)
}
