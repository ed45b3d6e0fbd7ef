package duty

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

var (
	bodyJoiners = words.Of("body-joiners")
	// bodyJoiner joins two bodies: 市司法局会同市财政局.
	bodyJoiner = words.Pattern(`{{body-joiners}}`)
	// runTogether is where a name may begin right behind another.
	runTogether = words.Pattern(`{{departments}}(){{own-levels}}`)
)

// A joint is a place at which an item may be two.
type joint struct {
	start, end  int  // of what joins, in the item
	open        bool // an open end, which joins by itself: 「等部门和」
	bare        bool // nothing stands between the two
	word        string
	left, right string
}

// splitRules tell where an item is two names.
var splitRules = policy.Decisions[joint]{
	{
		Rule: policy.Rule{
			Name: "open-end-inside", Verdict: policy.Take, Says: "“等部门和”分开前后两个名称",
			Takes: "修好路。（市城管局、市水务局〔等部门和〕青山热力）", Leaves: "修好路。（市城管局、市水务局〔和〕市财政局）",
		},
		Holds: func(j joint) bool { return j.open },
	},
	{
		Rule: policy.Rule{
			Name: "bodies-run-together", Verdict: policy.Take, Says: "两个写明级别的部门名称连写，中间漏了顿号的，是两个名称",
			Takes: "修好路。（市交通局〔〕市财政局）", Leaves: "修好路。（市交通局〔〕市场管理所）",
		},
		Holds: func(j joint) bool { return j.bare && registered(j.left) && registered(firstTogether(j.right)) },
	},
	{
		Rule: policy.Rule{
			Name: "joined-bodies", Verdict: policy.Take, Says: "“及”“会同”“联合”等前后都是单位的，是两个名称",
			Takes: "修好路。（市城管局〔及〕市水务局）", Leaves: "修好路。（市城管局、市普〔及〕教育办公室）",
		},
		Holds: func(j joint) bool {
			return slices.Contains(bodyJoiners, j.word) && utf8.RuneCountInString(j.right) > 1 && namesBody(j.left) && namesBody(j.right)
		},
	},
	{
		Rule: policy.Rule{
			Name: "bodies-with-and", Verdict: policy.Take, Says: "“和”前后都确是单位或“有关部门”的，是两个名称",
			Takes: "修好路。（市城管局〔和〕市水务局）", Leaves: "修好路。（市城管局、市文化〔和〕旅游局）",
		},
		Holds: func(j joint) bool { return j.word == "和" && surelyNames(j.left) && surelyNames(j.right) },
	},
}

// splitJoined cuts a token at 及, 会同 and the like where both sides are bodies or collectives,
// and at 和 where they are so beyond doubt: 工业和信息化部 stays whole.
func splitJoined(text string, t token) []token {
	for _, j := range jointsIn(text[t.start:t.end]) {
		if _, two := splitRules.First(j); two {
			left, right := token{t.start, t.start + j.start}, token{t.start + j.end, t.end}
			return append(splitJoined(text, left), splitJoined(text, right)...)
		}
	}
	return []token{t}
}

// jointsIn returns the joints of an item in the order in which they are asked: an open end, the words
// that join bodies, then 和.
func jointsIn(item string) []joint {
	var out []joint
	add := func(start, end int) *joint {
		out = append(out, joint{start: start, end: end, word: item[start:end], left: item[:start], right: item[end:]})
		return &out[len(out)-1]
	}
	if m := openEndAt(openIn, item); m != nil {
		add(m[0], m[1]).open = true
	}
	for _, m := range runTogether.FindAllStringSubmatchIndex(item, -1) {
		add(m[2], m[2]).bare = true
	}
	for _, m := range bodyJoiner.FindAllStringIndex(item, -1) {
		add(m[0], m[1])
	}
	for i := range item {
		if strings.HasPrefix(item[i:], "和") {
			add(i, i+len("和"))
		}
	}
	return out
}

// firstTogether returns the first of names that are run together.
func firstTogether(item string) string {
	if m := runTogether.FindStringSubmatchIndex(item); m != nil {
		return item[:m[2]]
	}
	return item
}

// registered reports whether an item is the name of a body that the registry knows, with its level.
func registered(item string) bool {
	name := bare(item)
	stem := strings.TrimLeft(name, "省市县区")
	return stem != name && registry.Function(stem) != ""
}

// surelyNames reports whether an item is beyond doubt a body or a collective that names nobody.
func surelyNames(item string) bool { return sureBody(item) || registry.IsVague(bare(item)) }
