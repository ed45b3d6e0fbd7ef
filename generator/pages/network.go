package pages

import (
	"cmp"
	"fmt"
	"slices"

	"zhengce/generator/catalog"
)

const (
	arcAgencies   = 25  // bodies of one region that stand below each other with arcs between them
	gridAgencies  = 40  // bodies that a matrix has room for
	networkEdges  = 120 // pairs that a drawing shows
	ringLast      = 3   // bodies placed last that decide who comes next to them
	nearAgencies  = 12  // bodies around one
	dotCharacters = 11  // of a name at a dot
	ownCharacters = 14  // of the name in the middle
)

// An edge says that two bodies share tasks.
type edge struct {
	a, b  *catalog.Agency
	tasks int
}

// edges returns which of the bodies share tasks, those with the most first.
func edges(list []*catalog.Agency) []edge {
	among := map[*catalog.Agency]bool{}
	for _, a := range list {
		among[a] = true
	}
	var out []edge
	for _, a := range list {
		for _, x := range a.Partners {
			if among[x.Agency] && a.ID < x.Agency.ID {
				out = append(out, edge{a, x.Agency, x.Tasks})
			}
		}
	}
	slices.SortFunc(out, func(x, y edge) int {
		return cmp.Or(y.tasks-x.tasks, cmp.Compare(x.a.ID, y.a.ID), cmp.Compare(x.b.ID, y.b.ID))
	})
	return out
}

// edgeTable lists who shares tasks with whom.
func edgeTable(list []edge, name string) *table {
	t := &table{name: name, caption: "共同承担的任务数", most: comparedRows, head: []string{"部门甲", "部门乙", "共同任务"}}
	for _, e := range list[:min(len(list), listRows)] {
		t.row(link(e.a.Name, file(e.a), ""), link(e.b.Name, file(e.b), ""), number0(e.tasks))
	}
	return t
}

// ring orders bodies so that those with many common tasks stand together: each next
// one is that which shares most with those placed last.
func ring(list []*catalog.Agency, all []edge) []*catalog.Agency {
	shared := map[[2]*catalog.Agency]int{}
	for _, e := range all {
		shared[[2]*catalog.Agency{e.a, e.b}], shared[[2]*catalog.Agency{e.b, e.a}] = e.tasks, e.tasks
	}
	left := slices.Clone(list)
	var out []*catalog.Agency
	for len(left) > 0 {
		best, most := 0, -1
		for i, a := range left {
			n := 0
			for k, b := range out[max(0, len(out)-ringLast):] {
				n += (k + 1) * shared[[2]*catalog.Agency{a, b}]
			}
			if n > most {
				best, most = i, n
			}
		}
		out = append(out, left[best])
		left = slices.Delete(left, best, best+1)
	}
	return out
}

// A networkDrawing has bodies one below the other, in this order, and what joins them, the strongest last: arcs, or
// the places of a matrix.
type networkDrawing struct {
	drawing
	Agencies []dot  `json:"agencies"`
	Lines    []line `json:"lines,omitempty"`
}

// A line joins two bodies of a drawing, by their places in its list.
type line struct {
	A     int `json:"a"`
	B     int `json:"b"`
	Tasks int `json:"tasks"`
	Step  int `json:"step"` // from 1 to 5, below the most
}

// networkChart draws the bodies of a region with the strongest of their common tasks: as arcs, or as a matrix
// where arcs could not be told from each other.
func networkChart(region string, list []*catalog.Agency, all []edge) *networkDrawing {
	shown := all[:min(len(all), networkEdges)]
	d := &networkDrawing{drawing: drawing{Layout: "arc", Title: region + "各部门共同承担任务的网络",
		Desc: fmt.Sprintf("%d个部门自上而下排列，弧线表示共同承担任务，弧线越粗共同的任务越多；画出最多的%d对，数目见下表。", len(list), len(shown))}}
	if len(list) > arcAgencies {
		d.Layout, d.Desc = "matrix", fmt.Sprintf("%d个部门自上而下、自左而右以同一次序排列，行列相交处的圆表示共同承担任务，圆越大共同的任务越多；画出最多的%d对，数目见下表。", len(list), len(shown))
	}
	order := ring(list, all)
	for _, a := range order {
		d.Agencies = append(d.Agencies, dot{a.Name, cut(a.ShortName, dotCharacters), file(a), len(a.Tasks), heat(len(a.Tasks), len(list[0].Tasks))})
	}
	for _, e := range slices.Backward(shown) {
		d.Lines = append(d.Lines, line{slices.Index(order, e.a), slices.Index(order, e.b), e.tasks, heat(e.tasks, shown[0].tasks)})
	}
	return d
}

// networkWords say how a drawing of a network is to be read, by its layout.
var networkWords = map[string]string{
	"arc":    "圆点越大任务越多，弧线越粗共同任务越多。",
	"matrix": "各列依次为同一次序的部门，以行首的序号为准；圆越大共同任务越多。",
}

// networkPages draw who works with whom, region by region, after a list of the regions.
func networkPages(c *catalog.Catalog) []*page {
	index := newPage("compare/network.md", "协同网络", "各地区的部门之间共同承担任务的网络")
	index.say("两个部门同在一组责任单位中，即有一项共同任务。各地区分别成图，全部连线见各图下的表。")
	t := &table{name: "compare/network", caption: "各地区的协同网络", head: []string{"地区", "部门", "有共同任务的部门对", "共同任务最多的两个部门", "共同任务"}}
	out := []*page{index}
	regions, by := group(c.Agencies, func(a *catalog.Agency) string { return a.Region })
	slices.SortFunc(regions, catalog.CompareRegions)
	taken := map[string]bool{}
	for _, region := range regions {
		all := edges(by[region])
		if len(all) == 0 {
			continue
		}
		id := "compare/network-" + by[region][0].RegionID()
		for taken[id] {
			id += "-x"
		}
		taken[id] = true
		p := newPage(id+".md", "协同网络："+orUnknown(region), orUnknown(region)+"各部门共同承担任务的网络")
		list := slices.Clone(by[region])
		slices.SortStableFunc(list, func(a, b *catalog.Agency) int { return len(b.Tasks) - len(a.Tasks) })
		list = list[:min(len(list), gridAgencies)]
		chart := networkChart(orUnknown(region), list, edges(list))
		p.say("图中为任务最多的 %d 个部门。%s", len(list), networkWords[chart.Layout])
		p.figure(chart)
		p.section("edges", "连线")
		p.table(edgeTable(all, id))
		out = append(out, p)
		t.row(link(orUnknown(region), "/"+p.path, ""), number0(len(by[region])), number0(len(all)),
			add(link(all[0].a.Name, file(all[0].a), ""), plain("、"), link(all[0].b.Name, file(all[0].b), "")), number0(all[0].tasks))
	}
	index.table(t)
	return out
}

// A starDrawing has a body in the middle and those around it with which it shares tasks: the tasks of
// each are those that they share. Lines join those that share tasks among themselves.
type starDrawing struct {
	drawing
	Name   string   `json:"name"`
	Label  string   `json:"label"`
	Around []dot    `json:"around"`
	Lines  [][2]int `json:"lines,omitempty"`
}

// neighbourhood draws the bodies with which a shares most tasks around it.
func neighbourhood(a *catalog.Agency) *starDrawing {
	shown := a.Partners[:min(len(a.Partners), nearAgencies)]
	d := &starDrawing{Name: a.Name, Label: cut(a.ShortName, ownCharacters), drawing: drawing{Layout: "star", Title: a.Name + "的协同部门",
		Desc: fmt.Sprintf("与本部门共同任务最多的%d个部门，线上的数为共同任务数，与下表相同；细线表示这些部门之间也有共同任务。", len(shown))}}
	var around []*catalog.Agency
	for _, x := range shown {
		around = append(around, x.Agency)
		d.Around = append(d.Around, dot{x.Agency.Name, cut(x.Agency.ShortName, dotCharacters), file(x.Agency), x.Tasks, heat(x.Tasks, shown[0].Tasks)})
	}
	for _, e := range edges(around) {
		d.Lines = append(d.Lines, [2]int{slices.Index(around, e.a), slices.Index(around, e.b)})
	}
	return d
}

// partnerTable lists the bodies with which a shares tasks.
func partnerTable(a *catalog.Agency) *table {
	t := &table{name: "agencies/" + a.ID + "-partners", caption: "共同承担任务的部门", head: []string{"部门", "地区", "共同任务"}}
	for _, x := range a.Partners[:min(len(a.Partners), ledgerPartners)] {
		t.row(link(x.Agency.Name, file(x.Agency), ""), plain(orUnknown(x.Agency.Region)), number0(x.Tasks))
	}
	return t
}
