package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
)

const (
	ringAgencies = 40  // bodies of one region that a drawing has room for
	ringEdges    = 120 // lines between them
	ringRadius   = 260
	ringMargin   = 160 // for the names around
	nearAgencies = 12  // bodies around one
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
	t := &table{name: name, caption: "共同承担的任务数", head: []string{"部门甲", "部门乙", "共同任务"}}
	for _, e := range list[:min(len(list), listRows)] {
		t.row(link(e.a.Name, file(e.a), ""), link(e.b.Name, file(e.b), ""), number0(e.tasks))
	}
	return t
}

// ring orders bodies for a circle so that those with many common tasks stand together: each next
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
			for k, b := range out[max(0, len(out)-3):] {
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

// width returns the class of a line for n of most tasks.
func width(n, most int) string { return "edge w" + strconv.Itoa(heat(n, most)) }

// heat returns the step from 1 to 5 on which n stands below most.
func heat(n, most int) int { return max(1, (5*n+most-1)/max(1, most)) }

// networkChart draws the bodies of a region on a circle with the strongest of their common tasks.
func networkChart(region string, list []*catalog.Agency, all []edge) *drawing {
	side := 2 * (ringRadius + ringMargin)
	shown := all[:min(len(all), ringEdges)]
	d := &drawing{Title: region + "各部门共同承担任务的网络", Width: side, Height: side,
		Desc: fmt.Sprintf("%d个部门排成一圈，连线表示共同承担任务，线越粗共同的任务越多；画出最多的%d条，数目见下表。", len(list), len(shown))}
	type point struct{ x, y int }
	at := map[*catalog.Agency]point{}
	order := ring(list, all)
	for n, a := range order {
		sin, cos := math.Sincos(2 * math.Pi * float64(n) / float64(len(order)))
		at[a] = point{side/2 + round(ringRadius*sin), side/2 - round(ringRadius*cos)}
	}
	for i := len(shown) - 1; i >= 0; i-- {
		e := shown[i]
		p, q := at[e.a], at[e.b]
		d.add(shape{Kind: "path", Path: fmt.Sprintf("M%d %dQ%d %d %d %d", p.x, p.y, (side+p.x+q.x)/4, (side+p.y+q.y)/4, q.x, q.y), Class: width(e.tasks, shown[0].tasks),
			Name: e.a.Name + "与" + e.b.Name + "：" + strconv.Itoa(e.tasks) + "项"})
	}
	for n, a := range order {
		turn := 360*n/len(order) - 90
		class := "start"
		if turn > 90 {
			turn, class = turn-180, "end"
		}
		sin, cos := math.Sincos(2 * math.Pi * float64(n) / float64(len(order)))
		d.add(shape{Kind: "circle", X: at[a].x, Y: at[a].y, R: 3 + heat(len(a.Tasks), len(list[0].Tasks)), Class: "dot", Name: a.Name + "：" + strconv.Itoa(len(a.Tasks)) + "项任务"})
		d.add(shape{Kind: "text", X: side/2 + round((ringRadius+14)*sin), Y: side/2 - round((ringRadius+14)*cos), Turn: turn, Text: cut(a.ShortName, 11), Class: "radial " + class, Link: file(a)})
	}
	return d
}

// networkPages draw who works with whom, region by region, after a list of the regions.
func networkPages(c *catalog.Catalog) []*page {
	index := newPage("compare/network.md", "协同网络", "各地区的部门之间共同承担任务的网络")
	index.say("两个部门同在一组责任单位中，即有一项共同任务。各地区分别成图，全部连线见各图下的表。")
	t := &table{name: "compare/network", caption: "各地区的协同网络", head: []string{"地区", "部门", "有共同任务的部门对", "共同任务最多的两个部门", "共同任务"}}
	out := []*page{index}
	regions, by := group(c.Agencies, func(a *catalog.Agency) string { return a.Region })
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
		list = list[:min(len(list), ringAgencies)]
		p.say("图中为任务最多的 %d 个部门；圆点越大任务越多，连线越粗共同任务越多。", len(list))
		p.figure(networkChart(orUnknown(region), list, edges(list)))
		p.section("edges", "连线")
		p.table(edgeTable(all, id))
		out = append(out, p)
		t.row(link(orUnknown(region), "/"+p.path, ""), number0(len(by[region])), number0(len(all)),
			add(link(all[0].a.Name, file(all[0].a), ""), plain("、"), link(all[0].b.Name, file(all[0].b), "")), number0(all[0].tasks))
	}
	index.table(t)
	return out
}

// neighbourhood draws the bodies with which a shares most tasks around it.
func neighbourhood(a *catalog.Agency) *drawing {
	shown := a.Partners[:min(len(a.Partners), nearAgencies)]
	d := &drawing{Title: a.Name + "的协同部门", Width: 620, Height: 420,
		Desc: fmt.Sprintf("与本部门共同任务最多的%d个部门，线上的数为共同任务数，与下表相同；细线表示这些部门之间也有共同任务。", len(shown))}
	const cx, cy, rx, ry = 310, 210, 210, 160
	at := map[*catalog.Agency][2]int{}
	var around []*catalog.Agency
	for n, x := range shown {
		sin, cos := math.Sincos(2 * math.Pi * (float64(n) + 0.5) / float64(len(shown)))
		at[x.Agency] = [2]int{cx + round(rx*sin), cy - round(ry*cos)}
		around = append(around, x.Agency)
	}
	for _, e := range edges(around) {
		d.line(at[e.a][0], at[e.a][1], at[e.b][0], at[e.b][1], "edge w1", "")
	}
	for _, x := range shown {
		p := at[x.Agency]
		d.line(cx, cy, p[0], p[1], width(x.Tasks, shown[0].Tasks)+" own", a.Name+"与"+x.Agency.Name+"："+strconv.Itoa(x.Tasks)+"项")
	}
	for _, x := range shown {
		p := at[x.Agency]
		d.text((cx+2*p[0])/3, (cy+2*p[1])/3+4, strconv.Itoa(x.Tasks), "middle count")
		d.add(shape{Kind: "circle", X: p[0], Y: p[1], R: 6, Class: "dot"})
		below := 24
		if p[1] < cy {
			below = -14
		}
		d.add(shape{Kind: "text", X: p[0], Y: p[1] + below, Text: cut(x.Agency.ShortName, 11), Class: "middle", Link: file(x.Agency)})
	}
	d.add(shape{Kind: "circle", X: cx, Y: cy, R: 9, Class: "dot"})
	d.text(cx, cy+28, cut(a.ShortName, 14), "middle strong")
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
