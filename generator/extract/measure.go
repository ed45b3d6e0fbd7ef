package extract

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// measureRules tell which numbered sections are measures: the smallest of them down to the items.
// The first two come before those on parts and items, which would decide about the same sections.
var measureRules = policy.Decisions[*document.Section]{
	{
		Rule: policy.Rule{
			Name: "list-orders-nothing", Verdict: policy.Leave, Says: "标题是典型经验、案例、名单、名词解释、申报表一类的附件不布置工作，其中的序号不是措施",
			Takes:  "一、重点任务\n支持养老。\n附件\n养老服务典型经验\n〔1.〕某县开办食堂3家。\n2.某县提供场地。",
			Leaves: "一、重点任务\n支持养老。\n附件\n养老服务重点任务\n〔1.〕开办食堂3家。\n2.提供场地。",
		},
		Holds: func(s *document.Section) bool { return s.Body.Lists },
	},
	{
		Rule: policy.Rule{
			Name: "below-items", Verdict: policy.Leave, Says: "“（1）”“①”等项以下的序号是本项内容的一部分",
			Takes:  "一、重点任务\n（一）支持养老。\n1.建设机构。支持如下：\n〔（1）〕提供场地。\n（2）给予补贴。",
			Leaves: "一、重点任务\n（一）支持养老。\n〔1.〕建设机构。\n2.培训人员。",
		},
		Holds: func(s *document.Section) bool { return s.Level >= document.Subitem },
	},
	{
		Rule: policy.Rule{
			Name: "article", Verdict: policy.Take, Says: "“第几条”是一条措施，不论其下是否还有项",
			Takes: "〔第一条〕　支持养老：\n（一）提供场地；\n（二）给予补贴。\n第二条　支持托育。", Leaves: "〔一、〕支持养老\n提供场地。\n二、支持托育\n给予补贴。",
		},
		Holds: func(s *document.Section) bool { return s.Mark.Style == numeral.Article },
	},
	{
		Rule: policy.Rule{
			Name: "group-of-annex", Verdict: policy.Leave, Says: "附件中只给下面各项归类的序号不是措施",
			Takes:  "一、重点任务\n支持养老。\n附件\n养老服务重点任务\n一、场地\n〔（一）〕食堂\n1.开办食堂3家。\n2.提供场地。",
			Leaves: "一、重点任务\n〔（一）〕食堂\n1.开办食堂3家。\n2.提供场地。",
		},
		Holds: func(s *document.Section) bool {
			return s.Body.Annex && len(s.Blocks) == 1 && s.Blocks[0].Kind == document.Heading && hasMeasures(s)
		},
	},
	{ // before clause, which would take the same sections
		Rule: policy.Rule{
			Name: "heading-over-articles", Verdict: policy.Leave, Says: "其下有“第几条”的标题不是措施",
			Takes:  "一、支持范围\n〔（一）〕养老\n第1条 支持养老机构。\n（二）托育\n第2条 支持托育机构。",
			Leaves: "一、支持范围\n〔（一）〕支持养老机构。\n（二）支持托育机构。",
		},
		Holds: func(s *document.Section) bool { return hasArticles(s) },
	},
	{
		Rule: policy.Rule{
			Name: "part-with-clauses", Verdict: policy.Leave, Says: "其下还有条、项的部分不是措施",
			Takes: "〔一、〕重点任务\n（一）支持养老。\n（二）支持托育。", Leaves: "〔一、〕支持养老\n提供场地。\n二、支持托育\n给予补贴。",
		},
		Holds: func(s *document.Section) bool { return s.Level == document.Part && hasMeasures(s) },
	},
	{ // behind part-with-clauses
		Rule: policy.Rule{
			Name: "part-without-clauses", Verdict: policy.Take, Says: "其下没有条、项的部分是一条措施",
			Takes: "〔一、〕支持养老\n提供场地。\n二、支持托育\n给予补贴。", Leaves: "〔一、〕重点任务\n（一）支持养老。\n（二）支持托育。",
		},
		Holds: func(s *document.Section) bool { return s.Level == document.Part },
	},
	{
		Rule: policy.Rule{
			Name: "clause", Verdict: policy.Take, Says: "“（一）”一级是一条措施",
			Takes: "一、重点任务\n〔（一）〕支持养老。\n（二）支持托育。", Leaves: "一、重点任务\n（一）支持养老。\n〔1.〕提供场地。\n2.给予补贴。",
		},
		Holds: func(s *document.Section) bool { return s.Level == document.Clause },
	},
	{ // behind below-items
		Rule: policy.Rule{
			Name: "item", Verdict: policy.Take, Says: "“1.”一级是一条措施",
			Takes: "一、重点任务\n（一）支持养老。\n〔1.〕提供场地。\n2.给予补贴。", Leaves: "一、重点任务\n〔（一）〕支持养老。\n（二）支持托育。",
		},
		Holds: func(s *document.Section) bool { return s.Level >= document.Item },
	},
}

// hasArticles reports whether articles stand directly below s.
func hasArticles(s *document.Section) bool {
	return slices.ContainsFunc(s.Sections, func(sub *document.Section) bool { return sub.Mark.Style == numeral.Article })
}

// hasMeasures reports whether a section below s may be a measure.
func hasMeasures(s *document.Section) bool {
	for _, sub := range s.Sections {
		if sub.Level < document.Subitem {
			return true
		}
	}
	return false
}

// measures makes a measure of each section that the rules take.
func (x *extractor) measures() {
	x.doc.Walk(func(s *document.Section) {
		if rule, ok := measureRules.First(s); ok && rule.Verdict == policy.Take {
			m := x.measure(s)
			m.Rule = rule.Name
			x.facts.Measures = append(x.facts.Measures, m)
		}
	})
	shortIDs(x.facts.Measures)
	unique(x.facts.Measures)
}

// stops may stand behind a title or, in 「第一条：」, a number.
var stops = []string{"。", "：", ":", "；", ".", "】"}

func (x *extractor) measure(s *document.Section) *policy.Measure {
	m := &policy.Measure{ID: s.ID(), Address: sectionAddress(s), Section: s}
	m.Span = source.Span{Start: s.Start, End: ownEnd(s)}
	text := source.Span{Start: s.MarkSpan.End, End: m.End}
	if !s.Title.Empty() {
		m.Heading, m.HeadingSpan = x.file.Squeezed(s.Title), s.Title
		text.Start = s.Title.End
	}
	for _, stop := range stops {
		if strings.HasPrefix(x.file.Text[text.Start:text.End], stop) {
			text.Start += len(stop)
			break
		}
	}
	m.Text = x.file.Trim(text)
	return m
}

// ownEnd returns where the text of s ends: before its first section that is a measure of its own.
func ownEnd(s *document.Section) int {
	end := s.Start
	for _, b := range s.Blocks {
		end = max(end, b.End)
	}
	for _, sub := range s.Sections {
		if sub.Level >= document.Subitem {
			end = max(end, sub.End)
		}
	}
	return end
}
