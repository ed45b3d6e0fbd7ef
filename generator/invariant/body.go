package invariant

import (
	"slices"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// Bounds of what a name may be.
const (
	shortName = 2  // characters that every name has
	longName  = 40 // characters that no name has more than
)

// A body is one of a group.
type body struct {
	policy.Agency
	before []policy.Agency // those of its group before it
}

// bodyRules ask about each name of a body.
var bodyRules = policy.Decisions[body]{
	{
		Rule: policy.Rule{
			Name: "body-half", Verdict: policy.AsDoubt, Says: "名称里的括号、引号只有半个",
			Takes: "一、修路\n（一）修好道路。（市交通局、〔县（市〕、区）政府）", Leaves: "一、修路\n（一）修好道路。（市交通局、〔各县（市、区）政府〕）",
		},
		Holds: func(b body) bool { return half(b.Name) },
	},
	{
		Rule: policy.Rule{
			Name: "body-mark", Verdict: policy.AsDoubt, Says: "名称里有冒号、逗号、句号、书名号或引号",
			Takes: "一、修路\n（一）修好道路。（〔适用范围：市交通局〕）", Leaves: "一、修路\n（一）修好道路。（〔市交通局〕）",
		},
		Holds: func(b body) bool { return strings.ContainsAny(b.Name, "：:，,。；;《》“”\"!！?？/") },
	},
	{
		Rule: policy.Rule{
			Name: "body-digits", Verdict: policy.AsDoubt, Says: "名称里有电话号码，或者以数字结尾",
			Takes: "一、修路\n（一）修好道路。（〔市交通局13800000000〕）", Leaves: "一、修路\n（一）修好道路。（〔市12345热线中心〕）",
		},
		Holds: func(b body) bool { return phone.MatchString(b.Name) },
	},
	{
		Rule: policy.Rule{
			Name: "body-verb", Verdict: policy.AsDoubt, Says: "名称里有做什么的动词",
			Takes: "一、修路\n（一）修好道路。（〔市交通局负责制定办法局〕）", Leaves: "一、修路\n（一）修好道路。（〔市加快落实修路任务领导小组〕）",
		},
		Holds: func(b body) bool {
			return words.In(b.Name, bodyVerbs) && words.Suffix(b.Name, bodyTasks) == ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "body-label", Verdict: policy.AsDoubt, Says: "名称里夹着“责任单位”“联系人”一类的栏目名",
			Takes: "一、修路\n（一）修好道路。（〔市交通局配合单位市水利局〕）", Leaves: "一、修路\n（一）修好道路。（〔市修路专班成员单位〕）",
		},
		Holds: func(b body) bool {
			for _, label := range bodyLabels {
				if at := strings.Index(b.Name, label); at >= 0 && at+len(label) < len(b.Name) {
					return true
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "body-head", Verdict: policy.AsDoubt, Says: "名称就是“责任单位”一类的栏目名",
			Takes: "一、修路\n（一）修好道路。（〔责任单位〕）", Leaves: "一、修路\n（一）修好道路。（〔市修路专班成员单位〕）",
		},
		Holds: func(b body) bool { return slices.Contains(bodyLabels, b.Written) },
	},
	{
		Rule: policy.Rule{
			Name: "body-unit", Verdict: policy.AsDoubt, Says: "名称是“公里”“万亩”一类的计量单位",
			Takes: "一、修路\n（一）修好道路。（〔公里〕）", Leaves: "一、修路\n（一）修好道路。（〔公安〕）",
		},
		Holds: func(b body) bool { return bodyUnit.MatchString(b.Written) },
	},
	{
		Rule: policy.Rule{
			Name: "body-joint", Verdict: policy.AsDoubt, Says: "名称以“和”“等”一类的字开头或结尾",
			Takes: "一、修路\n（一）修好道路。（〔市交通局和〕）", Leaves: "一、修路\n（一）修好道路。（〔和平县交通局〕）",
		},
		Holds: func(b body) bool {
			joint := words.Prefix(b.Written, bodyJoints)
			return words.Suffix(b.Written, bodyJoints) != "" || joint != "" && !placeHead(b.Written)
		},
	},
	{
		Rule: policy.Rule{
			Name: "body-length", Verdict: policy.AsDoubt, Says: "名称只有一个字，或者长得不像名称",
			Takes: "一、修路\n（一）修好道路。（〔无〕）", Leaves: "一、修路\n（一）修好道路。（〔妇联〕）",
		},
		Holds: func(b body) bool { return hans(b.Name) < shortName || characters(b.Name) > longName },
	},
	{
		Rule: policy.Rule{
			Name: "body-place-twice", Verdict: policy.AsDoubt, Says: "名称开头的地名说了两遍",
			Takes: "一、修路\n（一）修好道路。（〔甲市甲市交通局〕）", Leaves: "一、修路\n（一）修好道路。（〔甲市交通局〕）",
		},
		Holds: func(b body) bool {
			name := []rune(b.Name)
			for n := 2; n <= 8 && 2*n < len(name); n++ {
				if string(name[:n]) == string(name[n:2*n]) {
					return true
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "body-twice", Verdict: policy.AsDoubt, Says: "同一组里把它列了两次",
			Takes: "一、修路\n（一）修好道路。（市交通局、市水利局、〔市交通局〕）", Leaves: "一、修路\n（一）修好道路。（市交通局、市水利局、〔市民政局〕）",
		},
		Holds: func(b body) bool {
			for _, other := range b.before {
				if other.Name == b.Name {
					return true
				}
			}
			return false
		},
	},
}

var (
	bodyVerbs  = words.Of("doubt-body-verbs")
	bodyTasks  = words.Of("doubt-body-tasks")
	bodyLabels = words.Of("doubt-body-labels")
	bodyJoints = words.Of("doubt-body-joints")
	phone      = pattern.MustCompile(`[0-9０-９]{7}|[0-9０-９]$`)
	bodyUnit   = words.Pattern(`^{{magnitudes}}?(?:{{units-count}}|{{units-people}}|{{units-times}}|{{units-share}}|{{units-money}}|{{units-size}})(?:/{{units-size}}|/{{units-count}}|/{{units-time}})?$`)
)

// placeHead reports whether name begins with a place whose first character only looks like a joint: 和平县.
func placeHead(name string) bool { return words.Prefix(name, jointPlaces) != "" }

var jointPlaces = words.Of("doubt-joint-places")

// bodies asks about the bodies of a group.
func (c *checker) bodies(list []policy.Agency) {
	for i := range list {
		a := &list[i]
		ask(c, bodyRules, body{*a, list[:i]}, a.Span, &a.Doubts)
	}
}
