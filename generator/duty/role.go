package duty

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A member of a group as the list gives it, before roles.
type member struct {
	source.Span
	written string
	word    policy.Role // by the words of the list: lead, support, joint, supervise; "" where it says none
	verb    bool        // word is that of a verb behind it, which holds for the bodies before it as well
	sure    bool        // by its name it can hardly be anything but a body
	unknown bool        // by its name it is no body
	broken  bool        // it ends like one, but holds what no name does
	marked  bool        // a mark such as ★ stands before or behind its name
}

// roleRules tell by which rule the members of a group get their roles. Words of the group come before
// what the paper states for all groups, but for one body alone.
var roleRules = policy.Decisions[*casting]{
	{
		Rule: policy.Rule{
			Name: "mark-rule", Verdict: policy.AsRole, Says: "文中写明带标记者为牵头",
			Takes: "修好路。〔（★市交通局、市财政局，带★的为牵头单位）〕", Leaves: "修好路。〔（★市交通局、市财政局）〕",
		},
		Holds: func(c *casting) bool { return c.marked },
	},
	{
		Rule: policy.Rule{
			Name: "single-rule", Verdict: policy.AsRole, Says: "文中写明仅列一个部门的由其单独负责",
			Takes: "造好林。〔（市林业局。只明确一个部门的，其他有关部门配合）〕", Leaves: "造好林。〔（市林业局、市财政局。只明确一个部门的，其他有关部门配合）〕",
		},
		Holds: func(c *casting) bool { return c.single() && c.stated.one.Quote != "" },
	},
	{
		// After single-rule, which quotes what the paper states.
		Rule: policy.Rule{
			Name: "single", Verdict: policy.AsRole, Says: "文中只列一个部门",
			Takes: "修好路。（市交通局牵头，市财政局配合）造好林。〔（市林业局）〕", Leaves: "修好路。（市交通局、市财政局）造好林。〔（市林业局）〕",
		},
		Holds: func(c *casting) bool {
			plain := c.words.Rule == "label" || c.words.Rule == "column" // 责任单位, which many may share
			return c.single() && c.stated.leads && (!plain || c.stated.first.Quote != "" || c.stated.label)
		},
	},
	{
		Rule: policy.Rule{
			Name: "position-rule", Verdict: policy.AsRole, Says: "文中写明列第一位者为牵头",
			Takes: "修好路。〔（市交通局、市财政局。列第一位者为牵头单位，下同）〕", Leaves: "修好路。〔（市交通局、市财政局）〕",
		},
		Holds: func(c *casting) bool {
			return !c.led && len(c.members) > 0 && c.members[0].word == "" && c.stated.first.Quote != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "lead-word", Verdict: policy.AsRole, Says: "文中写有“牵头”字样",
			Takes: "修好路。〔（市交通局牵头，市财政局配合）〕", Leaves: "修好路。〔（市交通局、市财政局配合）〕",
		},
		Holds: func(c *casting) bool {
			return c.words.Rule == "lead-word" || c.led && roleOfLabel(c.words.Quote) != policy.Lead
		},
	},
	{
		// After lead-word, which tells the lead where the label does not.
		Rule: policy.Rule{
			Name: "label", Verdict: policy.AsRole, Says: "据文中的标签",
			Takes: "修好路。〔（牵头单位：市交通局；配合单位：市财政局）〕", Leaves: "修好路。〔（市交通局、市财政局）〕",
		},
		Holds: func(c *casting) bool { return c.words.Rule == "label" },
	},
	{
		Rule: policy.Rule{
			Name: "column", Verdict: policy.AsRole, Says: "据表格的栏目",
			Takes:  taskTable("序号", "重点工作", "牵头单位", "1", "修好农村公路", "〔市交通局〕"),
			Leaves: taskTable("序号", "重点工作", "责任单位", "1", "修好农村公路", "〔市交通局〕牵头，市财政局配合"),
		},
		Holds: func(c *casting) bool { return c.words.Rule == "column" },
	},
	{
		Rule: policy.Rule{
			Name: "support-word", Verdict: policy.AsRole, Says: "文中写有“配合”字样",
			Takes: "修好路。〔（市交通局、市财政局配合）〕", Leaves: "修好路。〔（市交通局、市财政局负责）〕",
		},
		Holds: func(c *casting) bool { return c.words.Rule == "support-word" },
	},
	{
		Rule: policy.Rule{
			Name: "supervise-word", Verdict: policy.AsRole, Says: "文中写有“督办”“考核”一类字样",
			Takes: "修好路。〔（市政府督查室督办）〕", Leaves: "修好路。〔（市交通局负责，市政府督查室督办）〕",
		},
		Holds: func(c *casting) bool { return len(c.members) == 0 },
	},
	{
		// After all others.
		Rule: policy.Rule{
			Name: "none", Verdict: policy.AsRole, Says: "文中未区分牵头与配合",
			Takes: "修好路。〔（市交通局、市财政局）〕", Leaves: "修好路。〔（市交通局牵头，市财政局）〕",
		},
		Holds: func(*casting) bool { return true },
	},
}

// A casting gives the members of one group their roles.
type casting struct {
	members []member     // without those that supervise, who change no other's role
	words   policy.Basis // the words of the group that give roles, if any do
	stated  stated
	marked  bool // a mark tells who leads
	led     bool // one member is called 牵头, so that the others support
}

// single reports whether the group is one body of which it says no more.
func (c *casting) single() bool { return len(c.members) == 1 && c.members[0].word == "" }

// roles turns the members of the group at place into agencies with roles, and returns the basis.
func (f *finder) roles(list reading, place source.Span) ([]policy.Agency, policy.Basis) {
	named := f.known(list.members)
	c := &casting{members: slices.DeleteFunc(slices.Clone(named), supervises), words: list.words, stated: f.stated}
	for i := range c.members {
		m := &c.members[i]
		if m.marked && m.word == "" && f.stated.mark.Quote != "" {
			m.word, c.marked = policy.Lead, true
		}
		c.led = c.led || m.word == policy.Lead
	}
	rule, _ := first(f, roleRules, c, place)
	var out []policy.Agency
	working := 0
	for _, m := range named {
		role := policy.Supervise
		if !supervises(m) {
			role = c.role(rule.Name, working)
			working++
		}
		out = append(out, policy.Agency{Span: m.Span, Written: m.written, Role: role})
	}
	NameAgencies(f.region, out)
	return out, c.basis(rule.Name)
}

func supervises(m member) bool { return m.word == policy.Supervise }

// basis returns the words that a rule rests on.
func (c *casting) basis(rule string) policy.Basis {
	switch rule {
	case "mark-rule":
		return c.stated.mark
	case "single-rule":
		return c.stated.one
	case "position-rule":
		return c.stated.first
	case "single":
		return policy.Basis{Rule: rule, Quote: c.stated.first.Quote, Span: c.stated.first.Span}
	case c.words.Rule:
		return c.words
	case "lead-word": // behind the name: 「市教育局（牵头）」
		return policy.Basis{Rule: rule, Quote: "牵头"}
	}
	return policy.Basis{Rule: rule}
}

// role returns the role of the i-th member by a rule. Its own words come first; where one member is
// called 牵头, the others support.
func (c *casting) role(rule string, i int) policy.Role {
	switch word := c.members[i].word; {
	case word == policy.Lead:
		return policy.Lead
	case c.led, word == policy.Support:
		return policy.Support
	case rule == "single-rule", rule == "single":
		return policy.Sole
	case rule == "position-rule" && i == 0:
		return policy.Lead
	case rule == "position-rule":
		return policy.Support
	}
	return policy.Joint
}
