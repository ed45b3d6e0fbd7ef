package pages

import (
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// paper is a small paper with everything that a page shows, and characters that mean something
// in Markdown.
const paper = `河南省人民政府关于*加快*产业集聚区发展的若干意见

豫政〔2015〕1号

各市、县人民政府：

　　为落实《关于承接产业转移的指导意见》（国发〔2010〕28号），提出以下意见。

　　一、总体要求

　　（一）主要目标。到2020年，形成30个左右集群，规模超过7万亿元。

　　——培育一批[龙头]企业。

　　（二）推进 <b>改革</b> {{< x >}} 与a|b管道。（省发展改革委、财政厅。列第一位者为牵头部门）

　　二、保障措施

　　（三）加强督查。由省政府督查室负责。

河南省人民政府

2015年7月20日

附件

重点工作部门分工

序号

重点工作

责任部门

1

编制规划

省发展改革委

2

推进改
革

省财政厅

标签:
留言与评论(共有 0 条评论)
`

// fixture is a library of one paper, its findings put together by hand.
func fixture(t testing.TB) *catalog.Catalog {
	t.Helper()
	f := source.NewFile("seeds/ceshi.txt", paper)
	f.SHA256 = strings.Repeat("0", 64)
	doc, _ := document.Parse(f)
	at := func(text string) source.Span {
		i := strings.Index(paper, text)
		if i < 0 {
			t.Fatalf("the fixture has no %q", text)
		}
		return source.Span{Start: i, End: i + len(text)}
	}
	d := &catalog.Document{ID: "ceshi", Title: "河南省人民政府关于*加快*产业集聚区发展的若干意见", ShortTitle: "加快产业集聚区发展的意见", Chars: 300, NoiseChars: 20}
	d.Facts = &policy.Facts{Document: doc, Meta: policy.Meta{Title: d.Title, Number: "豫政〔2015〕1号", Issuer: "河南省人民政府", Date: "2015-07-20", Kind: "意见", Region: "河南省"}}
	d.Texts = ownText(d)
	fagai := &catalog.Agency{ID: "henansheng-fazhangaigewei", Name: "河南省发展改革委", Region: "河南省", Function: "发展改革", Known: true, Initial: "H", Pinyin: "henanshengfazhangaigewei"}
	caizheng := &catalog.Agency{ID: "henansheng-caizhengting", Name: "河南省财政厅", Region: "河南省", Initial: "H", Pinyin: "henanshengcaizhengting"}
	for _, a := range []*catalog.Agency{caizheng, fagai} {
		a.Documents = []*catalog.Document{d}
		a.Names = []catalog.Name{{Name: a.Name, Written: []string{a.Name[9:]}, Relation: "same", Documents: a.Documents}}
	}
	d.Agencies = []*catalog.Agency{fagai, caizheng}
	doc.Walk(func(s *document.Section) {
		if s.Parent == nil {
			return
		}
		m := &catalog.Measure{Document: d, Measure: &policy.Measure{Span: s.Span, Section: s}}
		m.Address = []string{"1-1", "1-2", "2-3"}[len(d.Measures)]
		m.ID = []string{"一/（一）", "一/（二）", "二/（三）"}[len(d.Measures)]
		m.Title = cut(f.Squeezed(source.Span{Start: s.MarkSpan.End, End: s.End}), 12)
		d.Measures = append(d.Measures, m)
	})
	if len(d.Measures) != 3 {
		t.Fatalf("the fixture has %d measures, want 3", len(d.Measures))
	}
	for i, m := range d.Measures[1:] {
		m.Prev, d.Measures[i].Next = d.Measures[i], m
	}
	byPosition := policy.Rule{Name: "position-rule", Verdict: policy.AsRole, Says: "文中写明列第一位者为牵头", Takes: "修路。（市交通局、〔市财政局〕，列第一位者为牵头部门）", Leaves: "修路。（市交通局、〔市财政局〕）"}
	byNothing := policy.Rule{Name: "none", Verdict: policy.AsRole, Says: "文中未区分牵头与配合", Takes: "修路。（〔市交通局〕）", Leaves: "修路。（〔市交通局〕牵头）"}
	basis := policy.Basis{Rule: "position-rule", Quote: "列第一位者为牵头部门"}
	first := &catalog.Task{Document: d, Measure: d.Measures[1], Text: "推进<b>改革</b>{{<x>}}与a|b管道。", Span: at("推进 <b>"), Group: at("（省发展改革委"), Basis: basis, Rule: byPosition,
		Members: []catalog.Member{{Agency: fagai, Role: policy.Lead, Written: "省发展改革委", Name: fagai.Name, Span: at("省发展改革委")},
			{Agency: caizheng, Role: policy.Support, Written: "财政厅", Name: caizheng.Name, Span: at("财政厅")}}}
	d.Measures[1].Tasks = []*catalog.Task{first}
	row := func(no int, task, agency string, a *catalog.Agency) *catalog.AnnexRow {
		start := strings.LastIndex(paper, "\n"+task) + 1
		span := source.Span{Start: strings.LastIndex(paper[:start], []string{"", "1", "2"}[no]), End: start + strings.Index(paper[start:], agency) + len(agency)}
		taskSpan := source.Span{Start: start, End: start + len(task)}
		r := &catalog.AnnexRow{Document: d, Of: d.Measures[1], AnnexRow: &policy.AnnexRow{Span: span, In: "附件", No: no, Task: source.Squeeze(task), TaskSpan: taskSpan, Basis: policy.Basis{Rule: "none"}}}
		r.Task = &catalog.Task{Document: d, Row: r, Text: r.AnnexRow.Task, Span: taskSpan, Basis: r.AnnexRow.Basis, Rule: byNothing,
			Members: []catalog.Member{{Agency: a, Role: policy.Joint, Written: agency, Name: a.Name, Span: source.Span{Start: span.End - len(agency), End: span.End}}}}
		return r
	}
	d.Annex = []*catalog.AnnexRow{row(1, "编制规划", "省发展改革委", fagai), row(2, "推进改\n革", "省财政厅", caizheng)}
	fagai.Tasks = []catalog.AgencyTask{{Task: first, Role: policy.Lead}, {Task: d.Annex[0].Task, Role: policy.Joint}}
	caizheng.Tasks = []catalog.AgencyTask{{Task: first, Role: policy.Support}, {Task: d.Annex[1].Task, Role: policy.Joint}}
	fagai.Roles, caizheng.Roles = policy.RoleCount{policy.Lead: 1, policy.Joint: 1}, policy.RoleCount{policy.Support: 1, policy.Joint: 1}
	fagai.Partners = []catalog.Partner{{Agency: caizheng, Tasks: 1}}
	for n, q := range [][3]string{{"形成30个左右集群", "30", "个"}, {"规模超过7万亿元", "7", "万亿元"}} {
		i := &catalog.Indicator{ID: "ceshi-1-1-" + q[1], Document: d, Measure: d.Measures[0], Indicator: &policy.Indicator{Span: at(q[0]), Quote: q[0], Subject: "集群" + q[1], Unit: q[2], Year: 2020, Kind: policy.Target, Cmp: []string{"≈", ">"}[n]}}
		i.Value = source.Span{Start: at(q[0]).Start + strings.Index(q[0], q[1]), End: at(q[0]).Start + strings.Index(q[0], q[1]) + len(q[1])}
		i.Number = []float64{30, 7}[n]
		d.Indicators = append(d.Indicators, i)
	}
	d.Measures[0].Indicators = d.Indicators
	cited := at("《关于承接产业转移的指导意见》（国发〔2010〕28号）")
	cite := &catalog.Citation{ID: "guofa-2010-28", Number: "国发〔2010〕28号", Title: "关于承接产业转移的指导意见"}
	cite.By = []*catalog.CitedBy{{Document: d, Citation: &policy.Citation{Span: cited, Mentions: []source.Span{cited}}}}
	d.Citations = []*catalog.Citation{cite}
	c := &catalog.Catalog{Documents: []*catalog.Document{d}, Agencies: []*catalog.Agency{caizheng, fagai}, Indicators: d.Indicators, Citations: d.Citations,
		Roles: policy.RoleCount{policy.Lead: 1, policy.Support: 1, policy.Joint: 2},
		Rules: policy.RuleBook{{Name: "roles", Title: "谁牵头、谁配合", About: "依次询问。", Rules: []policy.Rule{byPosition, byNothing}}}}
	c.Uses = map[string][]catalog.Use{"position-rule": {{Document: d, Span: first.Group, Page: first}}, "none": {{Document: d, Span: d.Annex[0].TaskSpan, Page: d.Annex[0].Task}}}
	c.Problems.Add(f, cited.Start, source.Warning, "number-gap", "clause %s follows %s", "（三）", "（一）")
	return c
}

// ownText returns the text of a paper without annexes.
func ownText(d *catalog.Document) []*catalog.Text {
	return []*catalog.Text{{Facts: d.Facts, ID: d.ID, File: d.Facts.Document.File, Chars: d.Chars, NoiseChars: d.NoiseChars}}
}
