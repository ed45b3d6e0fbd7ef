package invariant

import (
	"zhengce/generator/policy"
)

// Bounds of what a group may be.
const (
	shortTask = 3  // Chinese characters that every task of a text has
	shortRow  = 2  // Chinese characters that every task of a row has: 粮仓
	longGroup = 60 // bodies that no group has more than
)

// A group is a list of bodies with the text that it answers for.
type group struct {
	task     string
	agencies []policy.Agency
	twin     bool // another group before it answers for the same text
	least    int  // Chinese characters that its task must have
}

// groupRules ask about each group and annex row.
var groupRules = policy.Decisions[group]{
	{
		Rule: policy.Rule{
			Name: "group-no-text", Verdict: policy.AsDoubt, Says: "部门之前几乎没有所负责的文字",
			Takes: "一、先进个人\n（一）周明〔（甲县人民政府）〕。", Leaves: "一、修路\n（一）修好路〔（甲县人民政府）〕。",
		},
		Holds: func(g group) bool { return hans(g.task) < g.least },
	},
	{
		Rule: policy.Rule{
			Name: "group-twice", Verdict: policy.AsDoubt, Says: "与前面另一条的任务文字完全相同",
			Takes:  "一、修路\n（一）各县要在年底以前把本县的道路全部修好一遍。（市交通局）\n（二）各县要在年底以前把本县的道路全部修好一遍。〔（市交通局）〕",
			Leaves: "一、修路\n（一）各县要在年底以前把本县的道路全部修好一遍。（市交通局）\n（二）各乡要在年底以前把本乡的道路全部修好一遍。〔（市交通局）〕",
		},
		Holds: func(g group) bool { return g.twin },
	},
	{
		Rule: policy.Rule{
			Name: "group-of-help", Verdict: policy.AsDoubt, Says: "只有配合的部门，没有牵头或负责的",
			Takes: "一、修路\n（一）修好道路。〔（配合单位：市交通局）〕", Leaves: "一、修路\n（一）修好道路。〔（牵头单位：市交通局；配合单位：市水利局）〕",
		},
		Holds: func(g group) bool {
			for _, a := range g.agencies {
				if a.Role != policy.Support {
					return false
				}
			}
			return len(g.agencies) > 0
		},
	},
	{
		Rule: policy.Rule{
			Name: "group-crowd", Verdict: policy.AsDoubt, Says: "一组里有六十个以上的部门，像是名单",
			Takes: "一、修路\n（一）修好道路。〔（市交通局……）〕", Leaves: "一、修路\n（一）修好道路。〔（市交通局、市水利局）〕",
		},
		Holds: func(g group) bool { return len(g.agencies) > longGroup },
	},
}

// A twins tells which tasks stood before, in another measure or row.
type twins map[string]string

// again reports whether task stood before, in another place than where.
func (t twins) again(task, where string) bool {
	if characters(task) < wholeText {
		return false
	}
	first, seen := t[task]
	if !seen {
		t[task] = where
	}
	return seen && first != where
}

// duties asks about the groups of the text and the rows of its annexes, and about the bodies of each.
func (c *checker) duties() {
	groups, rows := twins{}, twins{}
	for _, a := range c.Assignments {
		task := c.file.Squeezed(a.Matter())
		ask(c, groupRules, group{task, a.Agencies, groups.again(task, a.Measure), shortTask}, a.Span, &a.Doubts)
		c.bodies(a.Agencies)
	}
	for _, r := range c.Annex {
		ask(c, groupRules, group{r.Task, r.Agencies, rows.again(r.Task, r.Address()), shortRow}, r.Span, &r.Doubts)
		c.bodies(r.Agencies)
	}
}
