package pages

import (
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

const (
	// eachWithEach is the number of papers in a cascade up to which each two have a page; in a
	// larger one the first has a page with every other, and pair.html compares any two.
	eachWithEach = 8
	// wholeTexts is the number of papers up to which the matrix shows the tasks word for word.
	wholeTexts = 2
)

// cascadePage is the matrix of all papers of x. The first pages of its comparisons have pages.
func cascadePage(x *catalog.Cascade, all []*catalog.Comparison, pages int) *page {
	p := newPage("compare/"+x.ID+".md", cascadeName(x), kinshipWords[x.Kinship])
	p.set("linkTitle", cut(cascadeName(x), 24))
	p.para(add(kinship(x), plain("对照文件："), some(each(x.Members, short), "；", "份"), plain("。")), "")
	p.say("“一致”指除标点外逐字相同；“改写”指同一任务措辞或内容有增减；“部分”指一方另有他项；“未见对应”和“新增”指另一方没有相应的任务。没有写明责任单位的条款按文字对照；牵头单位按职能比较，不按名称，有一方未写明谁牵头的，不作比较。")
	p.carries(x)
	if len(x.Editions) > 0 {
		p.section("editions", "其中的前后版本")
		p.list(each(x.Editions[:min(len(x.Editions), stackedRows)], func(two [2]*catalog.Document) inline {
			return add(short(two[0]), plain(" → "), short(two[1]))
		}), "")
	}
	p.section("pairs", "两两对照")
	p.table(pairTable(x, all, pages))
	if len(all) > pages {
		p.para(add(plain("其余各组可在"), link("任选两份文件对照", "/compare/pair.md", ""), plain("中查看，全部数据见"), link("cascade.csv", "/data/cascade.csv", ""), plain("。")), "")
	}
	p.quantities(x)
	p.section("rows", "逐条对照")
	if len(x.Members) <= wholeTexts {
		p.table(cascadeTexts(x))
	} else {
		p.say("各格为该文件与本行最先写明这一任务的文件（“原文”）相比的结果，点开为该任务的条款。")
		p.table(cascadeMatrix(x))
	}
	return p
}

// pairTable counts the tasks of each two papers by how they agree.
func pairTable(x *catalog.Cascade, all []*catalog.Comparison, pages int) *table {
	t := &table{name: "compare/" + x.ID + "-pairs", caption: "两两对照", most: stackedRows,
		head: []string{"甲文件", "乙文件", "一致", "改写", "部分", "未见对应（仅甲有）", "新增（仅乙有）", "牵头不同", "牵头未载明", "逐条对照"}}
	for i, c := range all[:min(len(all), listRows)] {
		n := c.Count()
		see := plain("")
		if i < pages {
			see = link("查看", pairFile(x, c), "")
		}
		t.row(link(memberName(c.A, x), file(c.A), ""), link(memberName(c.B, x), file(c.B), ""),
			number0(n.Identical), number0(n.Reworded), number0(n.Partial), number0(n.OnlyA), number0(n.OnlyB), number0(n.LeadDiffers), number0(n.LeadUnstated), see)
	}
	t.withoutZeros()
	return t
}

// number0 writes a number for a table, 0 included.
func number0(n int) inline { return plain(strconv.Itoa(n)) }

// cascadeTexts sets the tasks of few papers side by side word for word.
func cascadeTexts(x *catalog.Cascade) *table {
	t := &table{name: "compare/" + x.ID, caption: "逐条对照", most: comparedRows, filter: []int{1, 2}, head: []string{"关系", "牵头单位"}}
	for _, d := range x.Members {
		name := memberName(d, x)
		t.head = append(t.head, name, name+"：责任单位")
	}
	for _, r := range x.Rows[:min(len(x.Rows), listRows)] {
		cells := []inline{plain(rowRelation(r)), plain(leadSame(r.Pair))}
		for _, task := range r.Tasks {
			if task == nil {
				cells = append(cells, plain("—"), inline{})
				continue
			}
			cells = append(cells, add(sentence(task), plain(" "), taskWords(task)), ranked(task))
		}
		t.row(cells...)
	}
	return t
}

// rowRelation names how the first two tasks of a row agree.
func rowRelation(r catalog.CascadeRow) string {
	switch {
	case r.Pair != nil:
		return relation(r.Pair)
	case r.Tasks[0] == nil:
		return onlySecond
	}
	return onlyFirst
}

const (
	// matrixRegions is how many papers a matrix names; the data files hold all.
	matrixRegions = 34
	// matrixCells is how many cells of a matrix a page shows; its CSV has all.
	matrixCells = 600
)

// cascadeMatrix says for each task and paper how the paper's words agree with those of the first
// that has the task.
func cascadeMatrix(x *catalog.Cascade) *table {
	pairs := map[[2]*catalog.Task]*catalog.Pair{}
	for _, p := range x.Pairs {
		pairs[[2]*catalog.Task{p.A, p.B}] = p
	}
	members := x.Members[:min(len(x.Members), matrixRegions)]
	t := &table{name: "compare/" + x.ID, caption: "逐条对照", most: matrixCells / len(members), head: []string{"任务"}}
	for i, d := range members {
		t.head = append(t.head, memberName(d, x))
		if len(members) <= eachWithEach {
			t.filter = append(t.filter, i+2)
		}
	}
	for _, r := range x.Rows[:min(len(x.Rows), listRows)] {
		var first *catalog.Task
		cells := []inline{{}}
		for _, task := range r.Tasks[:len(members)] {
			switch {
			case task == nil:
				cells = append(cells, plain("—"))
			case first == nil:
				first = task
				cells = append(cells, link("原文", taskFile(task), ""))
			default:
				cells = append(cells, link(matrixCell(pairs[[2]*catalog.Task{first, task}]), taskFile(task), ""))
			}
		}
		if first != nil {
			cells[0] = plain(cut(first.Text, 60))
			t.row(cells...)
		}
	}
	return t
}

// matrixCell says how a task agrees with the first of its row, with which it may have no pair of
// its own but through a third paper.
func matrixCell(p *catalog.Pair) string {
	switch {
	case p == nil:
		return "间接对应"
	case p.Lead == catalog.LeadsDiffer:
		return relation(p) + "，牵头不同"
	}
	return relation(p)
}

// leadSame says how the leading bodies of p agree.
func leadSame(p *catalog.Pair) string {
	switch {
	case p == nil:
		return ""
	case p.Lead == catalog.LeadsSame:
		return "牵头同类"
	case p.Lead == catalog.LeadsDiffer:
		return "牵头不同"
	}
	return "牵头未载明"
}

// ranked links the agencies of t as printed, the leading one marked.
func ranked(t *catalog.Task) inline {
	if len(t.Members) == 0 {
		return plain("责任单位" + unknown)
	}
	return join(each(t.Members, func(m catalog.Member) inline {
		l := link(m.Written, file(m.Agency), "")
		if m.Role == policy.Lead {
			return add(l, plain("（牵头）"))
		}
		return l
	}), "、")
}
