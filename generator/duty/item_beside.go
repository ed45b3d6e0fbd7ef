package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

// leadMarks are the marks by which a paper may tell who leads.
const leadMarks = `★☆▲△●◎※＊*#`

var (
	// roleRemark is the role of a body in brackets behind its name: 「市教育局（牵头）、市财政局」.
	roleRemark = words.Pattern(`[（(]({{remark-roles}})(?:{{remark-role-tails}})?[）)]$`)
	// workRemark is what it does in that place: 「市财政局（负责资金）」.
	workRemark = words.Pattern(`[（(](?:具体)?(?:由|{{acting-verbs}})[^（）()]*[）)]$|[（(][^（）()]*{{work-tails}}[）)]$|[（(][^（）()]*[：:][^（）()]*[）)]$`)
	// personRemark is a person in that place.
	personRemark = words.Pattern(`[（(](` + personName + `)[）)]$`)
	// matter is what the next body answers for: 「农村公路由市农业农村局负责」.
	matter = pattern.MustCompile(`^[^（(]{1,24}?[^自理事]由`)
	// personBehind is a person behind the name of a body: 「市交通局张三」.
	personBehind = words.Pattern(`^(.*)(?:{{surnames}}\p{Han}{1,2})$`)
	// standing is what a bracket behind a name says for the rest of the paper: 「各区县（含管委会，下同）」.
	standing = words.Pattern(`[（(](?:[^（）()]|[（(][^（）()]*[）)])*{{standing-remarks}}(?:[^（）()]|[（(][^（）()]*[）)])*[）)]$`)
	// supervising is the verb of a body that looks after the others: 「市政府督查室负责督办」.
	supervising = words.Pattern(`(?:负责)?{{supervise-words}}+(?:落实)?$`)
	// acts is what a body does, between its name and the matter: 「市教育局负责学校食堂」.
	acts = words.Pattern(`{{acting-verbs}}`)
	// roleNoun follows 牵头 where it is part of a name: 省新型显示产业专班牵头单位.
	roleNoun = pattern.MustCompile(`^(?:单位|部门)`)
)

// besideName take off what tells of the body beside its name, one after the other, each once.
var besideName = []trimming{
	{
		Rule: policy.Rule{
			Name: "mark-beside-a-name", Verdict: policy.AsName, Says: "名称前后的★等标记不是名称",
			Takes: "修好路。（〔★市交通局〕、市财政局）", Leaves: "修好路。（★市交通局、〔市财政局〕）",
		},
		keep: func(item string) (int, int) {
			if front := len(item) - len(strings.TrimLeft(item, leadMarks)); front < len(item) {
				return front, len(strings.TrimRight(item, leadMarks))
			}
			return 0, len(item)
		},
		tell: func(e *entry, _ string) { e.marked = true },
	},
	{
		Rule: policy.Rule{
			Name: "standing-remark", Verdict: policy.AsName, Says: "名称后括号中写“下同”“不再列出”的，是对全文的说明，不是名称",
			Takes: "修好路。（市交通局、〔各县区（含管委会，下同）〕）", Leaves: "修好路。（市交通局、〔各县区（含管委会）〕）",
		},
		keep: func(item string) (int, int) {
			if m := standing.FindStringIndex(item); m != nil && m[0] > 0 {
				return 0, m[0]
			}
			return 0, len(item)
		},
	},
	{
		// After standing-remark, which may stand behind it.
		Rule: policy.Rule{
			Name: "role-in-brackets", Verdict: policy.AsRole, Says: "名称后括号中的“牵头”“配合”是这个单位的角色",
			Takes: "修好路。（市财政局、〔市交通局（牵头）〕）", Leaves: "修好路。（市财政局、〔市交通局（市铁路办）〕）",
		},
		keep: func(item string) (int, int) {
			if m := roleRemark.FindStringIndex(item); m != nil {
				return 0, m[0]
			}
			return 0, len(item)
		},
		tell: func(e *entry, item string) { e.word = roleOfLabel(roleRemark.FindStringSubmatch(item)[1]) },
	},
	{
		Rule: policy.Rule{
			Name: "matter-before-a-name", Verdict: policy.AsName, Says: "“某项工作由某部门负责”中，“由”字之前说的是工作，不是名称",
			Takes: "修好路。（市交通局，〔农村道路由市农业局负责〕）", Leaves: "修好路。（市交通局，〔市自由岛管理局负责〕）",
		},
		keep: func(item string) (int, int) {
			if n := len(matter.FindString(item)); n > 0 && sureBody(item[n:]) && !sureBody(item[:n]) {
				return n, len(item)
			}
			return 0, len(item)
		},
	},
	{
		// After role-in-brackets, whose words are among those of this one.
		Rule: policy.Rule{
			Name: "work-in-brackets", Verdict: policy.AsName, Says: "名称后括号中写做什么、由谁办、怎样联系的，不是名称",
			Takes: "修好路。（〔市财政局（负责资金）〕、市交通局）", Leaves: "修好路。（〔市财政局（市国资委）〕、市交通局）",
		},
		keep: func(item string) (int, int) {
			if m := workRemark.FindStringIndex(item); m != nil && m[0] > 0 {
				return 0, m[0]
			}
			if m := personRemark.FindStringSubmatchIndex(item); m != nil && m[0] > 0 && !namesBody(item[m[2]:m[3]]) {
				return 0, m[0]
			}
			return 0, len(item)
		},
	},
	{
		Rule: policy.Rule{
			Name: "person-behind-a-name", Verdict: policy.AsName, Says: "单位名称后的姓名不是名称",
			Takes: "修好路。责任单位：〔市交通局张大山〕、市财政局李小河", Leaves: "修好路。责任单位：〔市交通局安全科〕、市财政局李小河",
		},
		keep: func(item string) (int, int) {
			if m := personBehind.FindStringSubmatchIndex(item); m != nil && !namesBody(item) && sureBody(item[:m[3]]) {
				return 0, m[3]
			}
			return 0, len(item)
		},
	},
	{
		Rule: policy.Rule{
			Name: "supervises-behind-a-name", Verdict: policy.AsRole, Says: "名称后的“督办”“考核”是这个单位的角色，以顿号与它相连的单位也是",
			Takes: "修好路。（市交通局牵头，〔市政府督查室督办〕）", Leaves: "修好路。（市交通局牵头，〔市质量技术监督〕配合）",
		},
		keep: func(item string) (int, int) {
			name := supervising.ReplaceAllString(item, "")
			if sureBody(name) || name != "" && strings.HasSuffix(item, "督办") { // 督办 looks like the end of a name, 市城建督办
				return 0, len(name)
			}
			return 0, len(item)
		},
		tell: func(e *entry, _ string) { e.word, e.verb = policy.Supervise, true },
	},
	{
		// After role-in-brackets, whose 牵头 is no verb.
		Rule: policy.Rule{
			Name: "what-it-does", Verdict: policy.AsName, Says: "单位名称后的“负责”“组织”等说的是它做什么，不是名称",
			Takes: "管好用餐。（〔市教育局负责学校食堂〕，市民政局负责养老机构）", Leaves: "管好用餐。（市教育局、〔市学校食堂建设指挥部〕）",
		},
		keep: nameOfActor,
	},
}

// nameOfActor returns the place of the name in an item that says what a body does.
func nameOfActor(item string) (start, end int) {
	if m := acts.FindStringIndex(item); m != nil && !sureBody(item) && !roleNoun.MatchString(item[m[1]:]) && (sureBody(item[:m[0]]) || registry.IsVague(bare(item[:m[0]]))) {
		return 0, m[0]
	}
	return 0, len(item)
}
