package duty

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	// ofParty is an office of a committee of the party: 省委组织部.
	ofParty = words.Pattern(`^({{party-committees}}){{party-offices}}$`)
	// partyOffice is such an office whose committee the text lets fall: 「省委组织部、宣传部」.
	partyOffice = words.Pattern(`^{{party-offices}}$`)
)

// afterCommittee name an office once its committee stands before it.
var afterCommittee = slices.Concat(ownNames, regionNames)

// listNames name bodies by those that stand before and behind them.
var listNames = []nameRule{
	endingRule,
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
