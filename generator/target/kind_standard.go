package target

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	shallHave      = words.Of("shall-have")
	dimensionNouns = words.Of("dimension-nouns")
	favourWords    = words.Of("favour-words")
	statuteTitles  = words.Of("statute-titles")
	normTitles     = words.Of("norm-titles")
	rateMovers     = words.Of("rate-movers")
	staffingVerbs  = words.Of("staffing-verbs")
	titleEnds      = words.Of("title-ends")
	notTowards     = words.Of("not-towards")
	siteMeasures   = words.Of("site-measures")
)

// standardKinds make conditions of the numbers by which something is measured wherever it is.
var standardKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "what-it-shall-have", Verdict: policy.AsThreshold, Says: "同一句前面有“应当具备”“符合以下条件”等，没有年份的数字是条件",
			Takes: "服务机构应具备固定场所，专职人员达到〔10〕人。", Leaves: "服务机构完善固定场所，专职人员达到〔10〕人。",
		},
		Holds: func(c *candidate) bool { return c.year == 0 && words.In(c.before, shallHave) },
	},
	{
		Rule: policy.Rule{
			Name: "dimension-of-each", Verdict: policy.AsThreshold, Says: "宽度、厚度、间距、排放浓度等每一处都要合乎的尺寸，没有年份、不在目标部分的是标准",
			Takes: "机耕路路面宽度宜为〔3—6〕米。", Leaves: "机耕路总长宜为〔3—6〕公里。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "size" && c.year == 0 && !c.scope.goal && words.In(c.head, dimensionNouns)
		},
	},
	{
		Rule: policy.Rule{
			Name: "measure-of-a-site", Verdict: policy.AsThreshold, Says: "容积率、建筑系数、投资强度等每块地都要合乎的“不低于”“不高于”，没有年份、不在目标部分的是标准",
			Takes: "工业用地建筑密度不低于〔40〕%。", Leaves: "工业用地建筑密度提高到〔40〕%。",
		},
		Holds: func(c *candidate) bool {
			return c.year == 0 && !c.scope.goal && strings.HasPrefix(c.cmp.leading, "不") && words.In(c.head, siteMeasures)
		},
	},
	{
		Rule: policy.Rule{
			Name: "count-of-those-meant", Verdict: policy.AsThreshold, Says: "“对……几家以上……的……”里的个数、大小、比例说明对象是谁",
			Takes: "对涉及〔3〕家以上银行的企业，组建债委会。", Leaves: "对涉及银行的企业，组建〔3〕家以上债委会。",
		},
		Holds: func(c *candidate) bool {
			_, of, meant := strings.Cut(c.tail, "的")
			return c.bounded() && c.towards() && meant && of != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "quota-of-a-favour", Verdict: policy.AsThreshold, Says: "“对……的，优先支持几个”是奖励的名额",
			Takes: "对成效明显的县，优先支持其〔1〕家开发区扩区。", Leaves: "在全市范围内，优先支持〔1〕家开发区扩区。",
		},
		Holds: func(c *candidate) bool {
			return c.n.counts() && words.Prefix(c.head, favourWords) != "" && strings.HasPrefix(c.t.text(c.t.clauses[c.clause].prev), "对")
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-in-a-statute", Verdict: policy.AsThreshold, Says: "办法、规定、细则、标准一类文件里，没有年份的数量、比例、金额适用于每一件事，是条件；紧跟在建成、安排等动词后的、次数、每年的个数、每处要建的个数和规范、标准以外的文件里要达到的率除外",
			Takes: "各县人民政府：\n现将办法印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市供水管理办法\n一、用户\n每户用水量达到〔180〕立方米以上。", Leaves: "各县人民政府：\n现将方案印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市供水工作方案\n一、用户\n每户用水量达到〔180〕立方米以上。",
		},
		Holds: func(c *candidate) bool {
			yearly := c.when.rule == comesAgain && c.n.counts() && !c.caps() // 「每年更新藏书不少于600册」
			provides := c.provides() && (c.verb() > 0 || c.tail == "")
			free := c.cmp.cmp == "" && c.adjacent() != "" || c.n.group == "times" || yearly || provides || c.n.group == "money" && c.cmp.cmp == "" && c.inAll() || c.n.group == "share" && c.ofRate() && c.reached() && !strings.Contains(c.head, "应") && !c.scope.norm
			return c.scope.statute && c.year == 0 && c.scope.annual.year == 0 && !c.scope.goal && !free
		},
	},
}

// provides reports whether the clause says how many there are to be at each place: 「每个街道至少建设1个」, 「配备兽医2名以上」.
func (c *candidate) provides() bool {
	return c.n.counts() && c.cmp.cmp == "≥" && (c.each() || words.Prefix(c.head, staffingVerbs) != "")
}

// bounded reports whether the number bounds what it counts, measures or is a share of; in 「对90%以上的企业」 it is a
// share of them all.
func (c *candidate) bounded() bool {
	share := c.n.group == "share" && c.bare() != "对"
	above := share && words.In(c.head, []string{"高于", "低于"}) // 「增速高于平均10个百分点」
	return (c.n.counts() || c.n.group == "size" || share) && (c.cmp.cmp != "" || c.n.ranged || above)
}

// towards reports whether the clause begins by naming those with whom something is done: 「对……的企业」.
func (c *candidate) towards() bool {
	return strings.HasPrefix(c.head, "对") && words.Prefix(c.head, notTowards) == ""
}

// standsAs returns as what the paper that s belongs to, or the whole one for nil, is a statute or the like, whose
// numbers hold in each case: 办法, 服务标准. It is empty for others.
func (f *finder) standsAs(s *document.Section) string {
	title := f.d.Title
	if s != nil && s.Body != nil && !s.Body.Title.Empty() {
		title = s.Body.Title
	}
	t, _ := f.readTitle(title)
	name := unbracket(t.s)
	if _, inside, ok := strings.Cut(t.s, "《"); ok {
		name, _, _ = strings.Cut(inside, "》")
		name = unbracket(name)
	}
	for _, w := range titleEnds {
		name = strings.TrimSuffix(name, w)
	}
	as := words.Suffix(name, statuteTitles)
	if as == "标准" && words.In(name, rateMovers) {
		return "" // a notice that moves a rate
	}
	return as
}
