package duty

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

var (
	// ofParty is an office of a committee of the party: 省委组织部.
	ofParty = words.Pattern(`^({{party-committees}}){{party-offices}}$`)
	// ownHouse is what a body calls itself in its own papers: 省局.
	ownHouse = words.Pattern(`^{{own-houses}}$`)
	// partyOffice is such an office whose committee the text lets fall: 「省委组织部、宣传部」.
	partyOffice = words.Pattern(`^{{party-offices}}$`)
)

// afterCommittee name an office once its committee stands before it.
var afterCommittee = slices.Concat(ownNames, regionNames)

// divisionNames name divisions of a house that a paper only calls by its level.
var divisionNames = []nameRule{
	{
		Rule: policy.Rule{
			Name: "division-of-own-house", Verdict: policy.AsName, Says: "“省局”“市局”“部”“局”是本系统自己的简称，其处室、司照原样称呼",
			Takes: "修好河堤。（〔市局工程科〕）", Leaves: "修好河堤。（〔市水利局工程科〕）",
		},
		holds: func(n *naming) bool {
			house, _ := registry.DivisionOf(n.written)
			return ownHouse.MatchString(house)
		},
		name: asWritten,
	},
}

// listNames name bodies by those that stand before and behind them.
var listNames = []nameRule{
	endingRule,
	{
		Rule: policy.Rule{
			Name: "division-of-the-same-house", Verdict: policy.AsName, Says: "处室之后没有写明单位的处室、信息中心一类，属于同一单位",
			Takes: "修好河堤。（市水利局工程科、〔规划科〕）", Leaves: "修好河堤。（市水利局、〔规划科〕）",
		},
		holds: func(n *naming) bool { return n.before.house != "" && isInner(n.written) },
		name: func(n *naming) string {
			full := naming{written: n.before.house + n.written, region: n.region}
			if ownHouse.MatchString(n.before.house) {
				return full.written
			}
			name, _ := full.by(afterCommittee)
			return name
		},
	},
	divisionNames[0],
	{
		Rule: policy.Rule{
			Name: "office-of-the-same-committee", Verdict: policy.AsName, Says: "党委部门之后的宣传部、统战部等属于同一党委",
			Takes: "办好讲座。（市委组织部、〔宣传部〕、市财政局）", Leaves: "办好讲座。（市财政局、〔宣传部〕）",
		},
		holds: func(n *naming) bool { return n.before.party != "" && partyOffice.MatchString(n.written) },
		name: func(n *naming) string {
			full := naming{written: n.before.party + n.written, region: n.region}
			name, _ := full.by(afterCommittee)
			return name
		},
	},
}

// isInner reports whether a name is that of a part of a body without its house: 规划科, 信息中心.
func isInner(name string) bool {
	house, _ := registry.DivisionOf(name)
	return house == "" && registry.IsDivision(name) || registry.IsInnerCentre(name)
}
