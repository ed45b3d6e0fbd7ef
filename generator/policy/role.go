package policy

import (
	"slices"
	"strings"
)

// Role is the part that an agency has in an assignment.
type Role string

const (
	Lead      Role = "lead"
	Sole      Role = "sole"
	Joint     Role = "joint"
	Support   Role = "support"
	Supervise Role = "supervise"
)

// A RoleKind is what is known of a role wherever it is shown.
type RoleKind struct {
	Role    Role
	Name    string // 牵头
	Mark    string // one character for where there is little room: 牵
	Tag     string // stands behind the name of a body in a paper's text; empty for a role that is not marked there
	Color   string // the custom property of the style sheet that the tag is drawn in; empty without tag
	Answers bool   // the body answers for the task: it leads or is alone
	Column  string // the column of a list of measures that the body stands in
	Says    string // in Chinese: when a body has the role
}

// answering is the column of those who do a task, whoever leads.
const answering = "牵头或负责"

// Roles lists the roles in the order in which they are shown. Whatever shows roles reads this table.
var Roles = []RoleKind{
	{Lead, "牵头", "牵", "牵头", "--main", true, answering, "原文写有“牵头”，或者写明“列第一位者为牵头部门”"},
	{Sole, "单独负责", "独", "单独", "--main", true, answering, "在写明牵头规则的文件中，只列了一个部门"},
	{Joint, "未分主次", "共", "", "", false, answering, "原文没有说明谁牵头。排在首位并不当然是牵头"},
	{Support, "配合", "配", "", "", false, "配合", "与牵头部门同列的其他部门，以及原文写明配合、参与、协助的部门"},
	{Supervise, "督办", "督", "督办", "--soft", false, "督办", "原文写明督办、督导、督查、监督、考核的部门；有它在，其他部门的角色不变"},
}

// Kind returns what is known of r, and false where r is no role.
func (r Role) Kind() (RoleKind, bool) {
	i := slices.IndexFunc(Roles, func(k RoleKind) bool { return k.Role == r })
	if i < 0 {
		return RoleKind{Role: r}, false
	}
	return Roles[i], true
}

// Name returns the role in Chinese: 牵头.
func (r Role) Name() string {
	k, _ := r.Kind()
	return k.Name
}

// Column returns the column of a list of measures that bodies with the role stand in.
func (r Role) Column() string {
	k, _ := r.Kind()
	return k.Column
}

// A RoleCount counts tasks by role.
type RoleCount map[Role]int

// Kinds returns the roles that occur, in their order.
func (n RoleCount) Kinds() []RoleKind {
	var out []RoleKind
	for _, k := range Roles {
		if n[k.Role] > 0 {
			out = append(out, k)
		}
	}
	return out
}

// RoleCodes explains the codes of the roles: 「lead 牵头，sole 单独负责，…」.
func RoleCodes() string {
	parts := make([]string, len(Roles))
	for i, k := range Roles {
		parts[i] = string(k.Role) + " " + k.Name
	}
	return strings.Join(parts, "，")
}
