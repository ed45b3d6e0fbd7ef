package pages

import (
	"fmt"
	"strconv"

	"zhengce/generator/catalog"
)

// changeNames say how a promise stands to the one before it.
var changeNames = map[catalog.Change]string{
	catalog.First: "首次提出", catalog.Raised: "提高", catalog.Lowered: "降低", catalog.Repeated: "重申",
	catalog.Incomparable: "口径不同，不可比", catalog.Dropped: "未再提出",
}

// driftFile returns the page of s as a link destination.
func driftFile(s *catalog.Series) string { return "/compare/drift-" + s.ID + ".md" }

// driftPage shows what papers have promised of one quantity, one after the other.
func driftPage(s *catalog.Series) *page {
	p := newPage("compare/drift-"+s.ID+".md", "指标沿革："+s.Name, "各文件对同一指标的提法及其变化")
	steps := s.Steps()
	p.say("%s%s", comparableWords(s), s.Why)
	p.figure(driftChart(s, steps))
	p.say("实心圆点为确数，空心圆点为“左右”，上三角为“不少于”“超过”，下三角为“不超过”“低于”，竖线为区间。连线只画在可比的两次提法之间。")
	p.section("steps", "各次提法")
	p.table(driftTable(steps, "compare/drift-"+s.ID))
	return p
}

func comparableWords(s *catalog.Series) string {
	if s.Comparable {
		return "可直接比较。"
	}
	return "口径不同，不宜直接比较。"
}

// driftTable lists the steps of a series.
func driftTable(steps []catalog.Step, name string) *table {
	t := &table{name: name, caption: "指标沿革", head: []string{"文件", "成文日期", "数值", "限定", "单位", "适用年份", "基期", "范围", "变化", "说明", "条款", "原文"}}
	for _, x := range steps {
		d := x.Document
		if x.Indicator == nil {
			t.row(short(d), plain(orUnknown(date(d.Meta.Date))), plain("—"), inline{}, inline{}, inline{}, inline{}, inline{}, plain(changeNames[x.Change]), plain(x.Why), inline{}, inline{})
			continue
		}
		i := x.Indicator
		base := ""
		if i.BaseYear != 0 {
			base = year(i.BaseYear)
		}
		t.row(short(d), plain(orUnknown(date(d.Meta.Date))), link(amount(i), file(i), ""), plain(i.Cmp), plain(i.Unit), plain(year(i.Year)), plain(base),
			plain(scope(i)), plain(changeNames[x.Change]), plain(x.Why), indicatorPlace(i), plain(i.Quote))
	}
	return t
}

// scope says over what a promise of a series counts.
func scope(i *catalog.Indicator) string {
	region := orUnknown(i.Document.Meta.Region)
	if i.Series == nil || i.Series.Scope == "" {
		return region
	}
	return region + "（" + i.Series.Scope + "）"
}

// amount writes the number of i, without its unit and the words around it.
func amount(i *catalog.Indicator) string {
	if i.Max != nil {
		return number(i.Number) + "—" + number(*i.Max)
	}
	return number(i.Number)
}

// The place of the dots in a chart.
const (
	driftLeft, driftRight = 80, 60
	driftTop, driftHeight = 40, 240
	driftStep             = 180 // between two papers
)

// driftSteps is how many promises a chart has room for; the table has all.
const driftSteps = 24

// driftChart draws the promises of s from left to right by date.
func driftChart(s *catalog.Series, steps []catalog.Step) *drawing {
	var shown []catalog.Step
	for _, x := range steps {
		if x.Indicator != nil {
			shown = append(shown, x)
		}
	}
	shown = shown[max(0, len(shown)-driftSteps):]
	top := 0.0
	for _, x := range shown {
		top = max(top, x.Value, x.Max)
	}
	d := &drawing{Title: s.Name + "：各文件提出的数值", Desc: driftWords(shown), Width: driftLeft + driftRight + driftStep*max(1, len(shown)-1), Height: driftTop + driftHeight + 60}
	if top <= 0 {
		top = 1
	}
	y := func(v float64) int { return driftTop + round(driftHeight*(1-max(0, v)/top/1.1)) }
	d.line(driftLeft-40, y(0), d.Width-driftRight+40, y(0), "axis", "")
	d.line(driftLeft-40, driftTop-10, driftLeft-40, y(0), "axis", "")
	d.text(driftLeft-46, y(0)+4, "0", "end")
	d.text(driftLeft-46, y(top)+4, number(top), "end")
	d.text(driftLeft-40, driftTop-18, "单位："+orUnknown(s.Unit), "start")
	at := map[*catalog.Indicator]int{}
	for n, x := range shown {
		cx := driftLeft + n*driftStep
		at[x.Indicator] = cx
		if from, ok := at[x.Before]; ok && x.Change != catalog.Incomparable {
			before, _ := s.Value(x.Before)
			d.line(from, y(before), cx, y(x.Value), "trend", changeNames[x.Change])
		}
	}
	for n, x := range shown {
		d.promise(x, driftLeft+n*driftStep, y)
	}
	return d
}

// promise draws the mark of one promise with its words above and its paper below.
func (d *drawing) promise(x catalog.Step, cx int, y func(float64) int) {
	i, cy := x.Indicator, y(x.Value)
	if x.Max != x.Value {
		d.line(cx, cy, cx, y(x.Max), "range", "")
	}
	mark := shape{Kind: "circle", X: cx, Y: cy, R: 7, Class: "dot", Link: file(i), Name: value(i)}
	switch i.Cmp {
	case "≈":
		mark.Class = "dot hollow"
	case "≥", ">":
		mark = shape{Kind: "path", Path: fmt.Sprintf("M%d %dl9 15h-18z", cx, cy-9), Class: "dot", Link: file(i), Name: value(i)}
	case "≤", "<":
		mark = shape{Kind: "path", Path: fmt.Sprintf("M%d %dl9 -15h-18z", cx, cy+9), Class: "dot", Link: file(i), Name: value(i)}
	}
	d.add(mark)
	d.text(cx, min(cy, y(x.Max))-16, value(i), "middle")
	d.text(cx, driftTop+driftHeight+22, dateOrUnknown(x.Document), "middle")
	d.text(cx, driftTop+driftHeight+42, "适用"+year(i.Year), "middle soft")
}

// dateOrUnknown writes year and month of d.
func dateOrUnknown(d *catalog.Document) string {
	if len(d.Meta.Date) < 7 {
		return "日期" + unknown
	}
	month, err := strconv.Atoi(d.Meta.Date[5:7])
	if err != nil {
		return d.Meta.Date
	}
	return d.Meta.Date[:4] + "年" + strconv.Itoa(month) + "月"
}

// driftWords says in a sentence what a chart shows.
func driftWords(steps []catalog.Step) string {
	out := ""
	for n, x := range steps {
		if n > 0 {
			out += "；"
		}
		out += dateOrUnknown(x.Document) + "提出" + value(x.Indicator) + "（适用" + year(x.Indicator.Year) + "，" + changeNames[x.Change] + "）"
	}
	return out + "。"
}

// driftList lists the quantities that several papers promise.
func driftList(c *catalog.Catalog) *table {
	t := &table{name: "compare/drift", caption: "多份文件提出的同一指标", filter: []int{2, 5}, head: []string{"指标", "地区", "提法", "历次数值", "最近一次变化", "可比"}}
	for _, s := range c.Series[:min(len(c.Series), listRows)] {
		steps := s.Steps()
		last := steps[len(steps)-1]
		var values []inline
		for _, x := range steps[max(0, len(steps)-nearby):] {
			if x.Indicator != nil {
				values = append(values, link(value(x.Indicator), file(x.Indicator), ""))
			}
		}
		yes := "可比"
		if !s.Comparable {
			yes = "口径不同"
		}
		t.row(link(s.Name, driftFile(s), idLink.title(seriesID(s))), plain(orUnknown(s.Members[0].Document.Meta.Region)), number0(len(s.Members)), join(values, " → "), plain(changeNames[last.Change]), plain(yes))
	}
	return t
}
