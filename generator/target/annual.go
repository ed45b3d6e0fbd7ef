package target

import (
	"regexp"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"

	"zhengce/generator/words"
)

// annualYear returns the year in the title of a paper that plans one year, such as 「2024年国民经济和社会
// 发展计划」. It is none where the title spans years or the year lies far from that of the paper.
func (f *finder) annualYear() heldYear {
	for i := len(f.d.Bodies); i >= 0; i-- {
		title := f.d.Title
		if i > 0 {
			title = f.d.Bodies[i-1].Title
		}
		if title.Empty() {
			continue
		}
		t := newParagraph(f.file, title)
		_, years := readNumbers(t)
		if len(years) != 1 || years[0].use != yearOf || years[0].until || years[0].end-years[0].start > len("2024年") {
			continue
		}
		if y := years[0]; f.docYear == 0 || y.year == f.docYear || y.year == f.docYear+1 {
			s := t.span(y.start, y.end)
			return heldYear{y.year, [2]int{s.Start, s.End}}
		}
	}
	return heldYear{}
}

// planTitles are the words in the heading of a section that plans one year: 「2024年工作安排」.
var planTitles = []string{"安排", "打算", "任务", "目标", "部署", "计划", "思路", "举措", "重点", "预期", "建议", "要求", "措施", "工作"}

// annualOf returns the one year that section s plans: by its own heading or one above it, else
// by the title of the paper.
func (f *finder) annualOf(s *document.Section) heldYear {
	for up := s; up != nil; up = up.Parent {
		if up.Title.Empty() {
			continue
		}
		t := newParagraph(f.file, up.Title)
		if !words.In(t.s, planTitles) || words.Suffix(t.s, pastTitles) != "" {
			continue
		}
		_, years := readNumbers(t)
		if len(years) == 1 && years[0].use == yearOf && !years[0].until && years[0].year >= f.docYear {
			span := t.span(years[0].start, years[0].end)
			return heldYear{years[0].year, [2]int{span.Start, span.End}}
		}
		if i := strings.Index(t.s, "今年"); i >= 0 && f.docYear > 0 {
			span := t.span(i, i+len("今年"))
			return heldYear{f.docYear, [2]int{span.Start, span.End}}
		}
	}
	return f.annual
}

// deadlineField is the label of a line, or of a bracket, that says until when a task is to be done.
var deadlineField = regexp.MustCompile(`(?:完成|办结|整改|达标|落实)(?:时限|时间|期限|节点)[：:]|(?:^|[（(；;，])(?:时限|时限要求|时间节点|完成时限要求|时间要求)[：:]`)

// deadline returns the year until which the task of s is to be done: the last that its own line
// 「完成时限：2025年12月」 names, or that of the item or clause above a 「（1）」, whose line may follow it.
func (f *finder) deadline(s *document.Section) heldYear {
	for up := s; up != nil; up = up.Parent {
		for _, b := range up.Blocks {
			if year := f.deadlineIn(b); year.year > 0 {
				return year
			}
		}
		if up.Level < document.Subitem {
			return f.deadlineBelow(up)
		}
	}
	return heldYear{}
}

// deadlineBelow looks in the subitems of s, the last of which holds the lines that close s.
func (f *finder) deadlineBelow(s *document.Section) heldYear {
	if n := len(s.Sections); n > 0 && s.Sections[n-1].Level >= document.Subitem {
		for _, b := range s.Sections[n-1].Blocks {
			if year := f.deadlineIn(b); year.year > 0 {
				return year
			}
		}
	}
	return heldYear{}
}

// deadlineIn returns the year that the deadline in b names.
func (f *finder) deadlineIn(b *document.Block) heldYear {
	m := deadlineField.FindStringIndex(f.file[b.Start:b.End])
	if b.Table != nil || m == nil {
		return heldYear{}
	}
	t := newParagraph(f.file, source.Span{Start: b.Start + m[1], End: b.End})
	_, years := readNumbers(t)
	for i := len(years) - 1; i >= 0; i-- {
		if years[i].end <= t.sentences[0].end && years[i].use == yearOf {
			span := t.span(years[i].start, years[i].end)
			return heldYear{years[i].year, [2]int{span.Start, span.End}}
		}
	}
	return heldYear{}
}

// add keeps an indicator. A target without a year of its own is for the year that its section or
// the paper plans, unless it comes again and again.
func (f *finder) add(ind *policy.Indicator, annual heldYear, recurring bool) {
	if ind.Kind == policy.Target && ind.Year == 0 && !recurring && annual.year > 0 {
		ind.Year = annual.year
		ind.YearBasis = source.Span{Start: annual.basis[0], End: annual.basis[1]}
	}
	f.found = append(f.found, ind)
}

// setsGoals is a paragraph that names the goals of the whole paper before its first part.
var setsGoals = regexp.MustCompile(`目标(?:任务)?(?:是|为|[：:])|^(?:力争)?到(?:19|20)\d{2}年|力争(?:到)?(?:19|20)\d{2}年|确保(?:完成|实现)?(?:全年|今年|(?:19|20)\d{2}年)|到(?:19|20)\d{2}年[^。]{0,40}(?:达到|突破|超过|力争)`)

// bare reads the paragraphs from an offset on to the signature, of a paper without an outline.
func (f *finder) bare(from int) {
	clock := &yearClock{now: f.docYear}
	for _, b := range f.d.Blocks {
		if b.Start < from {
			continue
		}
		switch b.Kind {
		case document.Signature, document.Date, document.AnnexMark, document.AnnexNote:
			return
		case document.Paragraph, document.Bullet:
			f.paragraph(b.Span, "", f.plainScope(), clock)
		}
	}
}

// preface finds the goals in the paragraphs of a body before its first section:
// 「主要预期目标是：生产总值增长6%左右，……」.
func (f *finder) preface(body *document.Body) {
	from := max(body.Title.End, f.d.Recipients.End)
	if len(body.Sections) == 0 {
		f.bare(from)
		return
	}
	for _, b := range f.d.Blocks {
		if b.Kind == document.Paragraph && b.Start >= from && b.End <= body.Sections[0].Start && setsGoals.MatchString(f.file[b.Start:b.End]) {
			scope := f.plainScope()
			scope.goal = true
			f.paragraph(b.Span, "", scope, &yearClock{goal: true, now: f.docYear})
		}
	}
}
