package target

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A planQuestion asks which one year section s plans, nil for text outside of sections.
type planQuestion struct {
	f      *finder
	s      *document.Section
	answer heldYear // left by the rule that holds
}

// titlePlansYear is the rule on papers, annexes and tables with one year in their titles.
const titlePlansYear = "title-plans-a-year"

// plannedYears tell which one year a section or the paper plans.
var plannedYears = policy.Decisions[*planQuestion]{
	{
		Rule: policy.Rule{
			Name: "heading-plans-a-year", Verdict: policy.AsName, Says: "没有年份的目标，以“某年工作安排”“今年主要任务”一类标题的年份为准",
			Takes: "一、2022年工作安排\n（一）改造厕所。新建公厕〔20〕座。", Leaves: "一、2022年以后的工作安排\n（一）改造厕所。新建公厕〔20〕座。",
		},
		Holds: func(q *planQuestion) bool {
			for up := q.s; up != nil; up = up.Parent {
				if year, ok := q.f.headingYear(up.Title); ok {
					return q.is(year)
				}
			}
			return false
		},
	},
	{ // behind heading-plans-a-year: the nearer words count
		Rule: policy.Rule{
			Name: "lead-in-plans-a-year", Verdict: policy.AsName, Says: "没有年份的目标，以引出各项任务的“某年实施以下项目：”“今年办好以下实事：”一类语句的年份为准，成文当年或次年的才算",
			Takes: "各县人民政府：\n2021年实施以下项目：\n一、改造厕所。新建公厕〔20〕座。\n甲市人民政府\n2021年2月5日", Leaves: "各县人民政府：\n为办好2021年会议，实施以下项目：\n一、改造厕所。新建公厕〔20〕座。\n甲市人民政府\n2021年2月5日",
		},
		Holds: func(q *planQuestion) bool { return q.s != nil && q.is(q.f.leadInYear(q.s.Body)) },
	},
	{ // behind heading-plans-a-year: the nearer title counts
		Rule: policy.Rule{
			Name: titlePlansYear, Verdict: policy.AsName, Says: "没有年份的目标，以文件标题中唯一的年份为准，成文当年或次年的才算",
			Takes: "各县人民政府：\n现将计划印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市2022年发展计划\n一、任务\n（一）改造厕所。新建公厕〔20〕座。", Leaves: "各县人民政府：\n现将计划印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市2015年发展计划\n一、任务\n（一）改造厕所。新建公厕〔20〕座。",
		},
		Holds: func(q *planQuestion) bool { return q.is(q.f.annualIn(q.s)) },
	},
}

// is notes the year, and reports whether it is one.
func (q *planQuestion) is(h heldYear) bool {
	q.answer = h
	return h.year > 0
}

// first returns the year that the first of the rules that holds gives section s.
func (f *finder) first(rules policy.Decisions[*planQuestion], s *document.Section) heldYear {
	q := &planQuestion{f: f, s: s}
	rule, _ := rules.First(q)
	q.answer.rule = rule.Name
	return q.answer
}

// annualOf returns the one year that section s plans, or the paper.
func (f *finder) annualOf(s *document.Section) heldYear { return f.first(plannedYears, s) }

// annualYear returns the year that the title of the paper plans, or of one that it carries.
func (f *finder) annualYear() heldYear {
	for _, body := range slices.Backward(f.d.Bodies) {
		if y := f.yearOfTitle(body.Title); y.year > 0 {
			return y
		}
	}
	return f.yearOfTitle(f.d.Title)
}

// annualIn returns the year that the title of the paper or annex that s belongs to plans, else that of the whole.
func (f *finder) annualIn(s *document.Section) heldYear {
	if s != nil && s.Body != nil {
		if y := f.yearOfTitle(s.Body.Title); y.year > 0 {
			return y
		}
	}
	return f.annual
}

// leadInYear returns the year of the words that bring in the parts of a body: 「2024年实施以下民生实事：」.
func (f *finder) leadInYear(body *document.Body) heldYear {
	if body == nil || len(body.Sections) == 0 {
		return heldYear{}
	}
	var last *document.Block
	for _, b := range f.d.Blocks {
		if b.End > body.Sections[0].Start {
			break
		}
		if b.Kind == document.Paragraph && b.Start >= max(body.Title.End, f.d.Recipients.End) {
			last = b
		}
	}
	if last == nil {
		return heldYear{}
	}
	t, years := f.readTitle(last.Span)
	words, ok := strings.CutSuffix(t.s, "：")
	if !ok {
		return heldYear{}
	}
	from := strings.LastIndexAny(words, "，。；") + 1
	if len(years) > 0 && years[len(years)-1].start >= from {
		return f.planned(t, years[len(years)-1])
	}
	sentence := strings.LastIndex(words, "。") + 1
	if m := openingThisYear.FindStringIndex(words[sentence:]); m != nil && len(years) == 0 {
		return heldYear{year: f.docYear, basis: t.span(sentence+m[0], sentence+m[0]+len("今年"))}
	}
	return heldYear{}
}

// openingThisYear opens a sentence that says what is to be done this year: 「今年办好以下实事：」, not 「今年以来，……」.
var openingThisYear = pattern.MustCompile(`^今年[^，以上1前]`)

// planned returns the year of a title or lead-in where it is that of the paper or the next.
func (f *finder) planned(t *paragraph, y yearMention) heldYear {
	bare := utf8.RuneCountInString(t.s[y.start:y.end]) <= len("2024")+1
	if y.use != yearOf || y.until || !bare || numberedIssue.MatchString(t.s[y.end:]) {
		return heldYear{}
	}
	if f.docYear == 0 || y.year == f.docYear || y.year == f.docYear+1 {
		return t.yearAt(y)
	}
	return heldYear{}
}

// issued returns the title of the paper that a notice issues, where the title of the notice quotes it: the words in
// 《》 of 「关于印发《…2024年工作要点》的通知」; else the title itself.
func (f *finder) issued(title source.Span) source.Span {
	text := f.d.File.Slice(title)
	from, to := strings.Index(text, "《"), strings.LastIndex(text, "》")
	if from < 0 || to < from || words.Suffix(source.Squeeze(text[:from]), issuingVerbs) == "" || strings.Count(text, "《") > 1 {
		return title
	}
	return source.Span{Start: title.Start + from + len("《"), End: title.Start + to}
}

// yearOfTitle returns the year in the title of a paper that plans one year, such as 「2024年国民经济和社会
// 发展计划」. It is none where the title spans years or the year lies far from that of the paper.
func (f *finder) yearOfTitle(title source.Span) heldYear {
	t, years := f.readTitle(f.issued(title))
	if len(years) != 1 {
		return heldYear{}
	}
	return f.planned(t, years[0])
}

// numberedIssue follows a year that only numbers something: 「2026年第9次会议」, not 「2026年第四季度」.
var numberedIssue = pattern.MustCompile(`^第[^季，。]{1,4}[次号期批届]`)

var (
	planTitles = words.Of("plan-titles")
	pastTitles = words.Of("past-titles")

	issuingVerbs = words.Of("issuing-verbs")
)

// headingYear returns the year that a heading such as 「2024年工作安排」, 「今年主要任务」 or 「“十四五”时期主要
// 目标」 plans. It is true, and the year 0, where the heading tells of five years that no plan counts.
func (f *finder) headingYear(span source.Span) (heldYear, bool) {
	t, _ := f.readTitle(span)
	if !words.In(t.s, lookAhead) || f.timeOf(span) == past {
		return heldYear{}, false
	}
	switch years := f.horizons(span); {
	case len(years) == 1:
		return years[0], !years[0].basis.Empty()
	case len(years) > 1:
		return heldYear{}, false
	}
	if i := strings.Index(t.s, "今年"); i >= 0 {
		return heldYear{year: f.docYear, basis: t.span(i, i+len("今年"))}, true
	}
	return heldYear{}, false
}

// add keeps an indicator. A target without a year of its own is for the year that its section or
// the paper plans, unless it comes again and again.
func (f *finder) add(ind *policy.Indicator, annual heldYear, recurring bool) {
	if ind.Kind == policy.Target && ind.Year == 0 && !recurring && annual.year > 0 {
		ind.Year, ind.YearBasis, ind.YearRule = annual.year, annual.basis, annual.rule
	}
	f.found = append(f.found, ind)
}
