package duty

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// listHead is what stands before the first name of a list: 「以上任务均由市教育局负责」.
var listHead = words.Pattern(`^(?:{{list-head-pointers}}(?:各项)?{{list-head-matters}}?{{list-head-adverbs}}?)?由`)

// concerned stands before the first name of a list: 「由所涉及的市教育局牵头」.
var concerned = pattern.MustCompile(`^所?涉及的`)

// joinerBefore joins a name to the one before its comma: 「，以及各县政府」.
var joinerBefore = words.Pattern(`^({{name-joiners}})(?:{{upper-levels}}|{{collective-heads}})`)

// listNumber is the number of an item.
var listNumber = pattern.MustCompile(`^(?:[①-⑳]|[（(]?\p{Nd}{1,2}(?:[）)][.．、]?|[.．、]))\s*`)

// beforeName take off what stands before a name, and a bracket that has no other half: one after the
// other, each once.
var beforeName = []trimming{
	{
		Rule: policy.Rule{
			Name: "number-before-a-name", Verdict: policy.AsName, Says: "名称前的“①”“1.”是序号，不是名称",
			Takes: "修好路。责任单位：〔①市交通局〕；②市财政局", Leaves: "修好路。责任单位：〔市交通局〕；①市财政局",
		},
		keep: func(item string) (int, int) { return len(listNumber.FindString(item)), len(item) },
	},
	{
		Rule: policy.Rule{
			Name: "list-head", Verdict: policy.AsName, Says: "名称前的“由”“以上工作均由”不是名称",
			Takes: "修好路。（〔由市交通局〕、市财政局负责）", Leaves: "修好路。（〔市交通局〕、市财政局负责）",
		},
		keep: func(item string) (int, int) { return len(listHead.FindString(item)), len(item) },
	},
	{
		Rule: policy.Rule{
			Name: "concerned-before-a-name", Verdict: policy.AsName, Says: "名称前的“所涉及的”不是名称",
			Takes: "修好路。（〔所涉及的市交通局〕、市财政局负责）", Leaves: "修好路。（〔市交通局〕、市财政局负责）",
		},
		keep: func(item string) (int, int) { return len(concerned.FindString(item)), len(item) },
	},
	{
		Rule: policy.Rule{
			Name: "joiner-before-a-name", Verdict: policy.AsName, Says: "名称前的“以及”“和”不是名称，和县一类地名除外",
			Takes: "修好路。（市交通局，〔以及各县政府〕）", Leaves: "修好路。（市交通局，〔和县财政局〕）",
		},
		keep: func(item string) (int, int) {
			if m := joinerBefore.FindStringSubmatchIndex(item); m != nil {
				return m[3], len(item)
			}
			return 0, len(item)
		},
	},
	{
		Rule: policy.Rule{
			Name: "together-with", Verdict: policy.AsName, Says: "名称前的“会同”不是名称，会同县除外",
			Takes: "修好路。（市交通局，〔会同市财政局〕负责）", Leaves: "修好路。（市交通局，〔会同县财政局〕负责）",
		},
		keep: func(item string) (int, int) {
			if rest, ok := strings.CutPrefix(item, "会同"); ok && !strings.HasPrefix(rest, "县") {
				return len("会同"), len(item)
			}
			return 0, len(item)
		},
	},
	{
		Rule: policy.Rule{
			Name: "bracket-without-beginning", Verdict: policy.AsName, Says: "末尾多出的右括号不是名称",
			Takes: "修好路。责任单位：市交通局、〔市财政局）〕", Leaves: "修好路。责任单位：市交通局、〔市财政局（市国资委）〕",
		},
		keep: func(item string) (int, int) {
			r, n := utf8.DecodeLastRuneInString(item)
			if strings.ContainsRune("）)", r) && countOf(item, "）", ")") > countOf(item, "（", "(") {
				return 0, len(item) - n
			}
			return 0, len(item)
		},
	},
	{
		Rule: policy.Rule{
			Name: "bracket-without-end", Verdict: policy.AsName, Says: "末尾单独的左括号等不是名称",
			Takes: "修好路。责任单位：市交通局、〔市财政局（〕", Leaves: "修好路。责任单位：市交通局、〔市财政局〕",
		},
		keep: func(item string) (int, int) {
			if r, n := utf8.DecodeLastRuneInString(item); strings.ContainsRune(strayBrackets, r) {
				return 0, len(item) - n
			}
			return 0, len(item)
		},
	},
}

// strayBrackets end no name.
const strayBrackets = "（(〔】［]"

func countOf(s, full, half string) int { return strings.Count(s, full) + strings.Count(s, half) }
