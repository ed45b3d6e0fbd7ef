package pages

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
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
	if chart := driftChart(s, steps); slices.ContainsFunc(chart.Promises, func(x promise) bool { return x.From != nil }) {
		p.figure(chart)
		p.say("各次提法自左而右依次排列，间距不表示时间。实心圆点为确数，空心圆点为“左右”，上三角为“不少于”“超过”，下三角为“不超过”“低于”，竖线为区间。连线只画在可比的两次提法之间。")
	} else {
		p.say("没有两次提法可以相比，不画图。")
	}
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
			plain(scope(i)), plain(changeNames[x.Change]), plain(x.Why), indicatorPlace(i), quoteWords(i))
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
		return policy.Decimal(i.Number) + "—" + policy.Decimal(*i.Max)
	}
	return policy.Decimal(i.Number)
}

// driftSteps is how many promises a chart has room for; the table has all.
const driftSteps = 24

// A driftDrawing has promises from left to right, each as high as its value stands below the top.
type driftDrawing struct {
	drawing
	Unit     string    `json:"unit"`
	Top      float64   `json:"top"`
	TopLabel string    `json:"topLabel"`
	Promises []promise `json:"promises"`
}

// A promise is a mark of the chart, with its words above and its paper below. A line leads to it from
// an earlier one that it can be compared with.
type promise struct {
	Words  string  `json:"words"`
	When   string  `json:"when"`
	Year   string  `json:"year"`
	Link   string  `json:"link"`
	Value  float64 `json:"value"`
	Upper  float64 `json:"upper"` // the end of a range; otherwise the value
	Mark   string  `json:"mark"`  // "exact", "about", "least", "most"
	Change string  `json:"change"`
	From   *int    `json:"from,omitempty"` // the place of the earlier one
}

// marks are the marks of promises that are no exact numbers, by their comparator.
var marks = map[string]string{"≈": "about", "≥": "least", ">": "least", "≤": "most", "<": "most"}

// driftChart draws the promises of s from left to right by date.
func driftChart(s *catalog.Series, steps []catalog.Step) *driftDrawing {
	var shown []catalog.Step
	for _, x := range steps {
		if x.Indicator != nil {
			shown = append(shown, x)
		}
	}
	shown = shown[max(0, len(shown)-driftSteps):]
	d := &driftDrawing{Unit: orUnknown(s.Unit), drawing: drawing{Layout: "drift", Title: s.Name + "：各文件提出的数值", Desc: driftWords(shown)}}
	at := map[*catalog.Indicator]int{}
	for n, x := range shown {
		i := x.Indicator
		at[i] = n
		p := promise{Words: i.Amount(), When: dateOrUnknown(x.Document), Year: year(i.Year), Link: file(i), Value: finite(x.Value), Upper: finite(x.Max),
			Mark: cmp.Or(marks[i.Cmp], "exact"), Change: changeNames[x.Change]}
		if from, ok := at[x.Before]; ok && x.Change != catalog.Incomparable {
			p.From = &from
		}
		d.Promises = append(d.Promises, p)
		d.Top = max(d.Top, p.Value, p.Upper)
	}
	if d.Top <= 0 {
		d.Top = 1
	}
	d.TopLabel = policy.Decimal(d.Top)
	return d
}

// finite returns the nearest number to x that JSON has: a paper may print more digits than a number holds.
func finite(x float64) float64 { return min(x, math.MaxFloat64) }

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
		out += dateOrUnknown(x.Document) + "提出" + x.Indicator.Amount() + "（适用" + year(x.Indicator.Year) + "，" + changeNames[x.Change] + "）"
	}
	return out + "。"
}

// driftList lists the quantities that several papers promise.
func driftList(c *catalog.Catalog) *table {
	t := &table{name: "compare/drift", caption: "多份文件提出的同一指标", most: stackedRows, filter: []int{2, 5}, head: []string{"指标", "地区", "提法", "历次数值", "最近一次变化", "可比"}}
	for _, s := range c.Series[:min(len(c.Series), listRows)] {
		steps := s.Steps()
		last := steps[len(steps)-1]
		var values []inline
		for _, x := range steps[max(0, len(steps)-nearby):] {
			if x.Indicator != nil {
				values = append(values, link(x.Indicator.Amount(), file(x.Indicator), ""))
			}
		}
		t.row(link(s.Name, driftFile(s), idLink.title(seriesID(s))), plain(orUnknown(s.Members[0].Document.Meta.Region)), number0(len(s.Members)), join(values, " → "), plain(changeNames[last.Change]), plain(comparability(s)))
	}
	return t
}
