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
	// partyOffice is such an office whose committee the text lets fall: 「省委组织部、宣传部」.
	partyOffice = words.Pattern(`^{{party-offices}}$`)
	// districtBody is a district or its government: 天河区政府.
	districtBody = words.Pattern(`^\p{Han}{2,3}[区县市](?:(?:人民)?政府|管委会)?$`)
)

// afterCommittee name an office once its committee stands before it.
var afterCommittee = slices.Concat(ownNames, regionNames)

// listNames name bodies by those that stand before and behind them.
var listNames = []nameRule{
	{
		Rule: policy.Rule{
			Name: "place-shares-ending", Verdict: policy.AsName, Says: "几个地名共用后面一个名称的“区政府”等字尾，前几个照原样称呼",
			Takes: "修好河堤。（市水利局、〔市中〕、北沙区政府）", Leaves: "修好河堤。（市水利局、〔水库管理处〕、北沙区政府）",
		},
		holds: (*naming).sharesEnding,
		name:  asWritten,
	},
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

// sharesEnding reports whether the body is a place that shares the ending of the next that has one:
// 「海珠、白云、天河区政府」.
func (n *naming) sharesEnding() bool {
	const placeRunes = 3 // longest name of a place without its level
	for i, a := range n.list {
		if districtBody.MatchString(a.Written) {
			return i > 0
		}
		if body, _ := registry.LooksLikeBody(a.Written); body || len([]rune(a.Written)) > placeRunes {
			return false
		}
	}
	return false
}
