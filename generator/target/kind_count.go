package target

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	shallLinks  = words.Of("shall-links")
	broughtDown = words.Of("brought-down")
	lowerWords  = words.Of("lower-words")
	orderWords  = words.Of("order-words")
	mayDo       = words.Of("may-do")
	onEnd       = words.Of("on-end")
)

// countKinds tell a quota, floor or cap from a number or size that is to be reached.
var countKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "number-in-principle", Verdict: policy.AsThreshold, Says: "“原则上”后的数量适用于每一处，是条件；“原则上每几年一次”是反复做的任务，除外",
			Takes: "每个县原则上设立〔1〕家园区。", Leaves: "原则上每年检修〔1〕次。",
		},
		Holds: func(c *candidate) bool {
			comesAgain := c.n.group == "times" && c.cmp.cmp != "≤" && c.each()
			return strings.Contains(c.head, "原则上") && !comesAgain
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-as-a-rate", Verdict: policy.AsThreshold, Says: "“按几人几名的标准”是配备标准",
			Takes: "按每300人〔1〕名的标准配备保洁员。", Leaves: "每300人配备〔1〕名保洁员。",
		},
		Holds: (*candidate).rate,
	},
	{
		Rule: policy.Rule{
			Name: "number-each-may-have", Verdict: policy.AsThreshold, Says: "紧接“限报”“可补贴”一类动词的个数是限额",
			Takes: "每户限养〔1〕只犬。", Leaves: "每户认养〔1〕只犬。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), mayVerbs) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "number-that-makes-up", Verdict: policy.AsThreshold, Says: "“由几人组成”是规定的组成",
			Takes: "检查组由〔5〕人组成。", Leaves: "检查组增加〔5〕人。",
		},
		Holds: (*candidate).makesUp,
	},
	{
		Rule: policy.Rule{
			Name: "number-that-is-allowed", Verdict: policy.AsThreshold, Says: "“可增设”“可申报”几个是许可的限额",
			Takes: "人口较多的乡镇可增设〔1〕处站点。", Leaves: "人口较多的乡镇增设〔1〕处站点。",
		},
		Holds: func(c *candidate) bool {
			verb := c.adjacent()
			return c.year == 0 && verb != "" && words.Suffix(strings.TrimSuffix(c.bare(), verb), allowWords) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "thing-that-is-given", Verdict: policy.AsThreshold, Says: "“给予”后的面积、个数，没有别的动词，是给予的数量",
			Takes: "对领军人才分别给予100万元资助和〔120〕平方米公寓。", Leaves: "对领军人才给予100万元资助，新建〔120〕平方米公寓。",
		},
		Holds: func(c *candidate) bool {
			head := strings.ReplaceAll(c.head, "资助", "") // a noun behind 给予
			given, p := words.Last(head, []string{"给予", "予以"}), c.prev
			return given >= 0 && given >= words.Last(head, goalVerbs) && c.cmp.cmp == "" && p != nil && p.accepted && p.clause == c.clause && p.kind == policy.Threshold
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-by-a-year", Verdict: policy.AsTarget, Says: "写明年份的数量是目标值",
			Takes: "到2025年，岗位应达到〔50〕个。", Leaves: "岗位应达到〔50〕个。",
		},
		Holds: func(c *candidate) bool { return c.year > 0 }, // number-in-principle to number-each-may-have hold in any year
	},
	{
		Rule: policy.Rule{
			Name: "floor-to-provide-by", Verdict: policy.AsThreshold, Says: "“按照不少于”的数量是配建标准",
			Takes: "按照每千人口不少于〔10〕个托位配建。", Leaves: "每千人口不少于〔10〕个托位。",
		},
		Holds: func(c *candidate) bool {
			return c.cmp.cmp == "≥" && c.cmp.leading != "" && words.In(c.head, []string{"按照", "按每"})
		},
	},
	{
		Rule: policy.Rule{
			Name: "times-brought-down", Verdict: policy.AsTarget, Says: "“降至”“减少到”多少次以下是目标值",
			Takes: "平均跑动次数降至〔0.1〕次以下。", Leaves: "平均跑动次数在〔0.1〕次以下。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "times" && words.Suffix(c.bare(), broughtDown) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "cap-on-times", Verdict: policy.AsThreshold, Says: "次数的上限适用于每一处，是限额",
			Takes: "入企检查控制在每年〔2〕次以内。", Leaves: "入企检查控制在每年〔2〕次左右。",
		},
		Holds: func(c *candidate) bool { return c.n.group == "times" && c.cmp.cmp == "≤" },
	},
	{
		Rule: policy.Rule{
			Name: "times-that-are-given", Verdict: policy.AsThreshold, Says: "紧接“补贴”“奖励”的次数是给予的限额",
			Takes: "同一工种每人只补贴〔1〕次。", Leaves: "同一工种每人只培训〔1〕次。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "times" && words.Suffix(c.bare(), givingVerbs) != "" && words.Suffix(c.bare(), weakVerbs) == ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "times-that-are-allowed", Verdict: policy.AsThreshold, Says: "“可组织”“可申请”几次是许可的限额",
			Takes: "初中每学期可组织期中考试〔1〕次。", Leaves: "初中每学期组织期中考试〔1〕次。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "times" && (words.In(c.head, mayDo) || mayBeDone.MatchString(c.bare()))
		},
	},
	{
		Rule: policy.Rule{
			Name: "times-on-end", Verdict: policy.AsThreshold, Says: "“连续”“累计”几次说明适用的情形",
			Takes: "每月通报1次，连续〔2〕次末位的约谈。", Leaves: "每月通报1次，走访〔2〕次末位的乡镇。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "times" && words.Suffix(c.bare(), onEnd) != "" && strings.Contains(c.tail, "的")
		},
	},
	{
		Rule: policy.Rule{
			Name: "times-to-reach", Verdict: policy.AsTarget, Says: "没有上限的次数是目标值",
			Takes: "学生每周锻炼应达到〔3〕次。", Leaves: "学生每周锻炼不超过〔3〕次。",
		},
		Holds: func(c *candidate) bool { return c.n.group == "times" }, // what cap-on-times leaves
	},
	{
		Rule: policy.Rule{
			Name: "number-that-shall-be", Verdict: policy.AsThreshold, Says: "“应”“应在”“应达到”后的数量是要求",
			Takes: "安置人口应在〔5000〕人以上。", Leaves: "安置人口在〔5000〕人以上。",
		},
		Holds: func(c *candidate) bool {
			return strings.HasSuffix(strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), shallLinks)), "应")
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-brought-down", Verdict: policy.AsTarget, Says: "“控制在”“降至”多少以内是目标值",
			Takes: "单位耗水控制在不高于〔40〕立方米。", Leaves: "单位耗水不高于〔40〕立方米。",
		},
		Holds: func(c *candidate) bool { return c.caps() && words.In(c.head, lowerWords) },
	},
	{
		Rule: policy.Rule{
			Name: "cap-on-a-stock", Verdict: policy.AsTarget, Says: "“总量”“总规模”“产量”的上限是要控制住的目标值，说到每一处的除外",
			Takes: "全市用水总量不超过〔18〕亿立方米。", Leaves: "全市每个工地用水总量不超过〔18〕立方米。",
		},
		Holds: func(c *candidate) bool { return c.caps() && words.In(c.head, stockNouns) && !c.each() },
	},
	{
		Rule: policy.Rule{
			Name: "cap-on-a-number", Verdict: policy.AsThreshold, Says: "数量的上限适用于每一处，是限额",
			Takes: "每个园区的区块不超过〔3〕块。", Leaves: "每个园区的区块控制在〔3〕块以内。",
		},
		Holds: (*candidate).caps, // what number-brought-down leaves
	},
	{
		Rule: policy.Rule{
			Name: "number-to-qualify", Verdict: policy.AsThreshold, Says: "“拥有”“取得”“招用”若干以上的，说明谁符合条件",
			Takes: "取得〔3〕项以上专利的企业优先入驻。", Leaves: "研发〔3〕项以上专利的企业优先入驻。",
		},
		Holds: func(c *candidate) bool {
			return c.single() && c.cmp.cmp != "" && words.In(c.head, conditionVerbs) && (strings.Contains(c.tail, "的") || c.award())
		},
	},
	{
		Rule: policy.Rule{
			Name: "standing-bound-on-a-size", Verdict: policy.AsThreshold, Says: "不写年份、不在目标部分的长度、面积等的下限是要求",
			Takes: "绿地面积不少于〔500〕平方米。", Leaves: "绿地面积至少〔500〕平方米。",
		},
		Holds: func(c *candidate) bool { return !c.single() && c.standing() },
	},
	{
		Rule: policy.Rule{
			Name: "size-of-each", Verdict: policy.AsThreshold, Says: "“每处面积”“单间面积”“单桩功率”后带比较词的大小是每一处都要合乎的",
			Takes: "建设储备点6处，每处面积〔300〕平方米以上。", Leaves: "建设储备点6处，总面积〔300〕平方米以上。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "size" && c.cmp.cmp != "" && (strings.HasPrefix(c.head, "每") || strings.HasPrefix(c.head, "单")) && words.Suffix(c.bare(), sizeNames) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "size-that-is-ordered", Verdict: policy.AsThreshold, Says: "“必须”“一般”“不得”后的长度、面积等是要求",
			Takes: "场地面积必须达到〔30〕亩。", Leaves: "场地面积达到〔30〕亩。",
		},
		Holds: func(c *candidate) bool { return !c.single() && c.orders(orderWords) },
	},
	{
		Rule: policy.Rule{
			Name: "number-to-reach", Verdict: policy.AsTarget, Says: "没有说适用于哪种情形的数量是目标值",
			Takes: "建成〔20〕个园区。", Leaves: "每校限建〔20〕个园区。",
		},
		Holds: func(*candidate) bool { return true },
	},
}

// mayBeDone ends right before how often something may be done: 「可续借1次」.
var mayBeDone = pattern.MustCompile(`可[^，。；、以]{1,3}$`)

// generally matches 一般 where it belongs to a thing and orders nothing: 「一般公共预算」, 「一般货物」.
var generally = pattern.MustCompile(`一般([^不为应在控达按可须要宜以由需低超压降减提])`)

// orders reports whether one of the words, which order something, stands before the number.
func (c *candidate) orders(list []string) bool {
	return words.In(generally.ReplaceAllString(c.head, "$1"), list)
}

// single reports whether the number is one of things or people, or a bare 亿, and no size.
func (c *candidate) single() bool { return c.n.counts() || c.n.group == "magnitude" }

// caps reports whether the number is an upper bound.
func (c *candidate) caps() bool { return c.cmp.cmp == "≤" || c.cmp.cmp == "<" }
