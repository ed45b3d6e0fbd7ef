package duty

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	clauseEnd = words.Pattern(`{{clause-verbs}}[，；,;]`)
	// clauseBreak ends a clause before one that says who leads.
	clauseBreak   = words.Pattern(`[；;]|{{clause-verbs}}[，,]`)
	supportClause = words.Pattern(`{{support-verbs}}(?:{{support-tails}})?[，；,;。]|{{support-verbs}}(?:{{support-tails}})?$`)
	supports      = words.Pattern(`{{support-verbs}}(?:{{support-tails}})?[，；,;]?$`)
)

// A clause of a list has bodies and says what they do: 「商务部指导，供销合作总社参与」.
type clause struct {
	text       string
	bodies     int
	firstLeads bool // the paper says that the first place leads
}

// clauseRules tell what part the bodies of a clause without 牵头 have.
var clauseRules = policy.Decisions[clause]{
	{
		Rule: policy.Rule{
			Name: "clause-of-support", Verdict: policy.AsRole, Says: "分句以“参与”“配合”“协助”结尾的，其中的部门是配合单位",
			Takes: "查好账。（市财政局负责，〔市审计局〕配合）", Leaves: "查好账。（市财政局负责，〔市审计局〕指导）",
		},
		Holds: func(c clause) bool { return supports.MatchString(c.text) },
	},
	{
		// After clause-of-support, whose words are among those of this one.
		Rule: policy.Rule{
			Name: "clause-of-several", Verdict: policy.AsRole, Says: "分句写“指导”“落实”等而不写“负责”的，其中的部门不分主次",
			Takes: "查好账。（〔市审计局〕指导）修好路。（市交通局牵头）", Leaves: "查好账。（〔市审计局〕负责）修好路。（市交通局牵头）",
		},
		Holds: func(c clause) bool { return words.In(c.text, dutyVerbs) && !strings.Contains(c.text, "负责") },
	},
	{
		Rule: policy.Rule{
			Name: "shared-by-duty", Verdict: policy.AsRole, Says: "只写明一个部门而说“按职责”负责的，还有别的单位，不分主次",
			Takes: "查好账。（〔市审计局〕及有关部门按职责分工负责）修好路。（市交通局牵头）", Leaves: "查好账。（〔市审计局〕负责）修好路。（市交通局牵头）",
		},
		Holds: func(c clause) bool { return strings.Contains(c.text, "按") && c.bodies == 1 && !c.firstLeads },
	},
}

// readClauses reads a list without 牵头.
func (f *finder) readClauses(content string, at int) reading {
	var out reading
	start := 0
	for _, end := range clauseEnds(content) {
		text := content[start:end]
		list := membersOf(strings.TrimRight(text, "，；,;"), at+start)
		rule, ok := first(f, clauseRules, clause{text, len(list), f.stated.first.Quote != ""}, source.Span{Start: at + start, End: at + end})
		switch {
		case rule.Name == "clause-of-support":
			list = withWord(list, policy.Support)
			out.words = policy.Basis{Rule: "support-word", Quote: "配合"}
		case ok:
			list = withWord(list, policy.Joint)
		}
		out.members = append(out.members, list...)
		start = end
	}
	return out
}

// clauseEnds returns where the clauses of a list end. One that supports begins behind the last comma:
// 「市商务局、市文旅局，各区政府配合」.
func clauseEnds(content string) []int {
	plain := blankRemarks(content)
	var out []int
	start := 0
	for _, cut := range append(clauseEnd.FindAllStringIndex(plain, -1), []int{len(content), len(content)}) {
		text := strings.TrimRight(plain[start:cut[1]], "，；,;")
		if i := strings.LastIndexAny(text, "，；"); i > 0 && supports.MatchString(text) {
			out = append(out, start+i+len("，"))
		}
		out = append(out, cut[1])
		start = cut[1]
	}
	return out
}
