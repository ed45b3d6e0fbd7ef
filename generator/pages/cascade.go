package pages

import (
	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// cascadePage sets the papers of several regions that carry out one parent side by side, task
// by task.
func cascadePage(x *catalog.Cascade) *page {
	p := newPage("compare/"+x.ID+".md", "同源对照："+x.Parent, "贯彻同一文件的分工方案逐条对照")
	p.para(add(plain("上位文件：《"+x.Parent+"》。对照文件："), join(each(x.Members, short), "；"), plain("。")), "")
	p.say("“文字相同”指除标点外逐字相同；“表述有别”指同一任务措辞或内容有增减；“部分重合”指一方另有他项。牵头单位按职能比较，不按名称。")
	p.section("summary", "对照结果")
	p.table(cascadeSummary(x))
	p.section("rows", "逐条对照")
	t := &table{name: "compare/" + x.ID, caption: "逐条对照", head: []string{"关系", "牵头单位"}}
	t.filter = []int{1, 2}
	for _, d := range x.Members {
		name := memberName(d, x.Members)
		t.head = append(t.head, name, name+"：责任单位")
	}
	for _, r := range x.Rows {
		cells := []inline{plain(relation(r.Pair)), plain(leadSame(r.Pair))}
		for _, task := range r.Tasks {
			if task == nil {
				cells = append(cells, plain("—"), inline{})
				continue
			}
			cells = append(cells, add(sentence(task), plain(" "+task.Text)), ranked(task))
		}
		t.row(cells...)
	}
	p.table(t)
	if len(x.Only) > 0 {
		p.section("only", "仅见于一方的任务")
		p.table(onlyTable(x))
	}
	return p
}

// onlyTable lists the tasks that another paper of the cascade has nothing like.
func onlyTable(x *catalog.Cascade) *table {
	t := &table{name: "compare/" + x.ID + "-only", caption: "仅见于一方的任务", filter: []int{1, 2}, head: []string{"见于", "不见于", "条款", "任务原文", "责任单位"}}
	for _, o := range x.Only {
		t.row(plain(memberName(o.Document, x.Members)), plain(memberName(o.With, x.Members)), sentence(o.Task), plain(o.Text), ranked(o.Task))
	}
	return t
}

// memberName names a paper by its region where no other member has the same.
func memberName(d *catalog.Document, members []*catalog.Document) string {
	for _, other := range members {
		if other != d && other.Meta.Region == d.Meta.Region {
			return d.ShortTitle
		}
	}
	if d.Meta.Region == "" {
		return d.ShortTitle
	}
	return d.Meta.Region
}

// leadSame says whether the leading bodies of p have one function.
func leadSame(p *catalog.Pair) string {
	switch {
	case p == nil:
		return ""
	case p.LeadSame:
		return "同类"
	}
	return "不同"
}

// ranked links the agencies of t, the leading one marked.
func ranked(t *catalog.Task) inline {
	return join(each(t.Members, func(m catalog.Member) inline {
		l := link(m.Name, file(m.Agency), "")
		if m.Role == policy.Lead {
			return add(l, plain("（牵头）"))
		}
		return l
	}), "、")
}

// cascadeSummary counts the rows by how they agree.
func cascadeSummary(x *catalog.Cascade) *table {
	t := &table{caption: "对照结果", head: []string{"关系", "任务数", "其中牵头单位同类"}}
	for _, name := range []string{relationNames[catalog.Identical], relationNames[catalog.Reworded], relationNames[catalog.Partial], relation(nil)} {
		n, same := 0, 0
		for _, r := range x.Rows {
			if relation(r.Pair) == name {
				n++
				if r.Pair != nil && r.Pair.LeadSame {
					same++
				}
			}
		}
		t.row(plain(name), count(n), count(same))
	}
	return t
}
