package extract

import (
	"regexp"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// annualYear returns the year in the title of a paper that plans one year, such as 「2024年国民经济和社会
// 发展计划」. It is none where the title spans years or the year lies far from that of the paper.
func (f *indicatorFinder) annualYear() heldYear {
	for i := len(f.d.Bodies); i >= 0; i-- {
		title := f.d.Title
		if i > 0 {
			title = f.d.Bodies[i-1].Title
		}
		if title.Empty() {
			continue
		}
		t := newIndicatorText(f.file, title)
		_, years := indicatorNumbers(t)
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

// add keeps an indicator. A target without a year of its own is for the year of the paper, unless
// it comes again and again.
func (f *indicatorFinder) add(ind *policy.Indicator, recurring bool) {
	if ind.Kind == policy.Target && ind.Year == 0 && !recurring && f.annual.year > 0 {
		ind.Year = f.annual.year
		ind.YearBasis = source.Span{Start: f.annual.basis[0], End: f.annual.basis[1]}
	}
	f.found = append(f.found, ind)
}

// setsGoals is a paragraph that names the goals of the whole paper before its first part.
var setsGoals = regexp.MustCompile(`目标(?:任务)?(?:是|为|[：:])`)

// preface finds the goals in the paragraphs of a body before its first section:
// 「主要预期目标是：生产总值增长6%左右，……」.
func (f *indicatorFinder) preface(body *document.Body) {
	if len(body.Sections) == 0 {
		return
	}
	from := max(body.Title.End, f.d.Recipients.End)
	for _, b := range f.d.Blocks {
		if b.Kind == document.Paragraph && b.Start >= from && b.End <= body.Sections[0].Start && setsGoals.MatchString(f.file[b.Start:b.End]) {
			f.paragraph(b.Span, "", indicatorScope{docYear: f.docYear, goal: true}, &indicatorClock{goal: true, now: f.docYear})
		}
	}
}
