package pages

import (
	"slices"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// members links the agencies of the tasks whose role is one of those given, each once; without roles
// all of them.
func members(tasks []*catalog.Task, roles ...policy.Role) inline {
	return membersBy(tasks, func(k policy.RoleKind) bool { return len(roles) == 0 || slices.Contains(roles, k.Role) })
}

// membersIn links the agencies of the tasks that stand in a column of a list of measures.
func membersIn(tasks []*catalog.Task, column string) inline {
	return membersBy(tasks, func(k policy.RoleKind) bool { return k.Column == column })
}

func membersBy(tasks []*catalog.Task, of func(policy.RoleKind) bool) inline {
	var out []inline
	seen := map[string]bool{}
	for _, t := range tasks {
		for _, m := range t.Members {
			if k, _ := m.Role.Kind(); of(k) && !seen[m.Agency.ID] {
				seen[m.Agency.ID] = true
				out = append(out, link(m.Name, file(m.Agency), ""))
			}
		}
	}
	return join(out, "、")
}

// roleColumns are the columns of a list of measures for the roles that occur in tasks.
func roleColumns(tasks []*catalog.Task) []string {
	var out []string
	for _, k := range countRoles(tasks).Kinds() {
		if !slices.Contains(out, k.Column) {
			out = append(out, k.Column)
		}
	}
	return out
}

// countRoles counts the agencies of tasks by role.
func countRoles(tasks []*catalog.Task) policy.RoleCount {
	n := policy.RoleCount{}
	for _, t := range tasks {
		for _, m := range t.Members {
			n[m.Role]++
		}
	}
	return n
}

// measurePage shows a measure in the order in which readers ask: what is to be done, who does it, by when, how much, and
// where else the same is ordered.
func measurePage(m *catalog.Measure, o *overlay) *page {
	d := m.Document
	p := newPage(m.Path()+".md", m.ID+" "+headline(m), d.ShortTitle+"："+cut(m.Title, descriptionCharacters))
	p.set("linkTitle", m.ID+" "+cut(m.Title, 16))
	p.set("paper", file(d))
	p.set("anchor", m.Anchor())
	p.cited(d, m.ID)
	if m.Prev != nil {
		p.set("prev", file(m.Prev))
	}
	if m.Next != nil {
		p.set("next", file(m.Next))
	}
	p.quote(sentences(m, o))
	p.doubts(m.Measure.Doubts)
	if r, ok := d.Rules.Rule(m.General); ok && m.General != "" {
		p.para(add(plain("本条是总体性条款，不单独部署任务。依据："), ruleLink(r.Says, r.Name), plain("。")), "")
	}
	if m.Parent != nil {
		p.para(add(plain("所属条款："), measureLink(m.Parent)), "")
	}
	if len(m.Items) > 0 {
		p.section("items", "所含各项")
		p.list(each(m.Items, measureLink), "")
	}
	p.who(m)
	p.when(deadlinesOf(allTasks(m), m.Deadlines))
	if len(m.Indicators) > 0 {
		p.section("indicators", "指标")
		t := indicatorTable("", m.Indicators)
		t.most = 0
		t.drop(slices.Index(t.head, "条款")) // which is m
		p.table(t)
	}
	p.elsewhere(m)
	return p
}

// sentences returns the text of m with its number and heading, paragraph by paragraph; what
// stands under its items is theirs.
func sentences(m *catalog.Measure, o *overlay) []inline {
	end := m.End
	for _, item := range m.Items {
		end = min(end, item.Start)
	}
	whole := source.Span{Start: m.Start, End: end}
	var out []inline
	for _, b := range own(m.Document, whole) {
		s := o.file.Trim(source.Span{Start: max(b.Start, whole.Start), End: min(b.End, whole.End)})
		if !s.Empty() {
			out = append(out, o.text(s))
		}
	}
	return out
}

// task writes the agencies of t by role, with the rule that gave the roles.
func (p *page) task(t *catalog.Task) {
	var items []inline
	for _, k := range policy.Roles {
		if who := members([]*catalog.Task{t}, k.Role); who.md != "" {
			items = append(items, add(plain(k.Name+"："), who))
		}
	}
	p.taskDoubts(t)
	items = append(items, add(plain("依据："), basisLink(t)))
	p.list(items, ".roles")
}

// taskDoubts writes why a group or a name in it is doubtful.
func (p *page) taskDoubts(t *catalog.Task) {
	all := slices.Clone(t.Doubts)
	for _, m := range t.Members {
		for _, r := range m.Doubts {
			all.Add(policy.Rule{Name: r.Name, Says: "“" + m.Written + "”" + r.Says})
		}
	}
	p.doubts(all)
}

// measureLink links to m by number and title.
func measureLink(m *catalog.Measure) inline {
	return link(m.ID+" "+cut(m.Title, linkCharacters), file(m), "")
}

// counterparts compares m with the same tasks elsewhere.
func counterparts(m *catalog.Measure) *table {
	t := &table{caption: "同一任务在其他文件中的表述，标出与本条不同的文字", head: []string{"文件", "条款", "文字", "牵头或负责", "关系", "牵头单位"}}
	for _, pair := range m.Counterparts[:min(len(m.Counterparts), nearby)] {
		other, text := pair.B, secondText
		if pair.B.Measure == m {
			other, text = pair.A, firstText
		}
		t.row(short(other.Document), sentence(other), text(pair), answering(other), plain(relation(pair)), plain(leadSame(pair)))
	}
	return t
}

// answering links the agencies that answer for t, or says that the paper names none.
func answering(t *catalog.Task) inline {
	if who := membersIn([]*catalog.Task{t}, policy.Lead.Column()); who.md != "" {
		return who
	}
	return plain(unknown)
}

// taskPlace links to the page of t by the number of its measure or row.
func taskPlace(t *catalog.Task) inline {
	if t.Row != nil {
		return link(t.Row.Label(), file(t.Row), "")
	}
	if t.Part != nil {
		return link(t.Part.ID(), taskFile(t), "")
	}
	return link(t.Measure.ID, file(t.Measure), "")
}

// sentence links to the page of t and to its place in the text of its paper.
func sentence(t *catalog.Task) inline {
	place := taskPlace(t)
	return inline{place.md + " " + link("原文", taskFile(t), "").md, place.text}
}

// taskFile returns the place of t in the text of its paper.
func taskFile(t *catalog.Task) string {
	if t.Row != nil {
		return file(t.Document) + "#" + t.Row.Anchor()
	}
	if t.Part != nil {
		return file(t.Document) + "#" + sectionAnchor(t.Part)
	}
	return file(t.Document) + "#" + t.Measure.Anchor()
}

// allTasks returns the tasks of m, and those of the annex rows that speak of it.
func allTasks(m *catalog.Measure) []*catalog.Task {
	out := slices.Clone(m.Tasks)
	for _, r := range m.Annex {
		if r.Task != nil {
			out = append(out, r.Task)
		}
	}
	return out
}

// division says how the text divides a measure among agencies.
func division(m *catalog.Measure) string {
	kinds := countRoles(allTasks(m)).Kinds()
	switch {
	case len(kinds) == 0:
		return "未写明"
	case kinds[0].Role == policy.Lead:
		return "有" + kinds[0].Name
	}
	return kinds[0].Name
}
