package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// A valueCell is a cell of a table of targets with the numbers in it, those in brackets too.
type valueCell struct {
	t       *paragraph
	numbers []number
	years   []yearMention
}

// plainCells tell that the first number of a cell is its value, whatever rules on running text say.
var plainCells = policy.Decisions[valueCell]{
	{
		Rule: policy.Rule{
			Name: "value-with-its-change", Verdict: policy.AsTarget, Says: "格内为“数值〔累计变化〕”的，取前面的数值",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率（%）\n\n〔24.1〕[1.3]", Leaves: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率（%）\n\n24.1[〔1.3〕]",
		},
		Holds: func(c valueCell) bool {
			if len(c.numbers) != 2 || len(c.years) > 0 {
				return false
			}
			return c.numbers[0].unitEnd == strings.Index(c.t.s, "〔") && strings.HasSuffix(c.t.s, "〕")
		},
	},
	{
		Rule: policy.Rule{
			Name: "plain-cell", Verdict: policy.AsTarget, Says: "格内除比较词、升降词外只有一个数字的，就是目标值，没有写单位的用本行的单位",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率（%）\n\n〔40〕", Leaves: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率（%）\n\n城区〔40〕，乡镇略低",
		},
		Holds: func(c valueCell) bool { return len(c.numbers) == 1 && len(c.years) == 0 && c.bare() },
	},
}

// cellKinds tell the kind of a number in the text of a cell, whatever rules on running text say.
var cellKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "number-of-a-target-table", Verdict: policy.AsTarget, Says: "指标表目标栏里的数字都是目标值",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率\n\n城区原则上〔40%〕以上，乡镇原则上30%以上", Leaves: "一、任务\n绿化率原则上〔40%〕以上。",
		},
		Holds: func(*candidate) bool { return true },
	},
}

// rowNames tell what the numbers of a row count.
var rowNames = policy.Decisions[targetRow]{
	{
		Rule: policy.Rule{
			Name: "name-of-the-row", Verdict: policy.AsName, Says: "指标表里数字的名称是本行指标的名称",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率（%）\n\n〔40〕", Leaves: "一、任务\n绿化率达到〔40%〕。",
		},
		Holds: func(targetRow) bool { return true },
	},
}

// bare reports whether only marks and words of comparing and changing stand around the number of the
// cell: 「＞80」, 「〔18〕」, 「下降15%」.
func (c valueCell) bare() bool {
	n := c.numbers[0]
	head := strings.TrimSuffix(strings.Trim(c.t.s[:n.start], "〔（"), "累计")
	tail := strings.Trim(c.t.s[n.unitEnd:], "〕）")
	known := words.Suffix(head, changeVerbs) == head || words.Suffix(head, reachVerbs) == head || longestComparator(head, comparatorsBefore, strings.HasSuffix).word == head
	return known && longestComparator(tail, comparatorsAfter, strings.HasPrefix).word == tail
}

// plainCell returns the number of a cell that holds nothing else, with the rule that says so, or nil.
func plainCell(t *paragraph) (*number, policy.Rule) {
	open := *t
	open.masked = make([]bool, len(t.s))
	c := valueCell{t: t}
	c.numbers, c.years = readNumbers(&open)
	rule, ok := plainCells.First(c)
	if !ok {
		return nil, policy.Rule{}
	}
	return &c.numbers[0], rule
}

// floors tell which numbers in the explanation of an indicator that has no value are conditions.
var floors = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "floor-in-an-explanation", Verdict: policy.AsThreshold, Says: "定性指标的解释中，紧跟“不低于”“不高于”一类词的百分数是底线",
			Takes: "附件\n序号\n\n指标\n\n评价标准\n\n指标含义\n\n1\n\n薪酬分配\n\n定性指标\n\n分配比例不低于〔80〕%", Leaves: "附件\n序号\n\n指标\n\n评价标准\n\n指标含义\n\n1\n\n薪酬分配\n\n定性指标\n\n分配人数不低于〔80〕人",
		},
		Holds: func(c *candidate) bool {
			return (c.cmp.cmp == "≥" || c.cmp.cmp == "≤") && c.cmp.near && c.n.group == "share"
		},
	},
}
