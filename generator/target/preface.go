package target

import (
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// setsGoals is a paragraph that names the goals of the whole paper before its first part.
var setsGoals = words.Pattern(`目标(?:任务)?(?:是|为|[：:])|^(?:力争)?到(?:19|20)\d{2}年|力争(?:到)?(?:19|20)\d{2}年|确保(?:完成|实现)?(?:全年|今年|(?:19|20)\d{2}年)|到(?:19|20)\d{2}年[^。]{0,40}{{goal-reached}}`)

// bare reads the paragraphs between two offsets, at most to the signature.
func (f *finder) bare(from, to int) {
	clock, scope := &yearClock{now: f.docYear}, f.plainScope()
	for _, b := range f.d.Blocks {
		if b.Start < from || b.End > to {
			continue
		}
		switch b.Kind {
		case document.Signature, document.Date, document.AnnexMark, document.AnnexNote:
			return
		case document.Paragraph, document.Bullet, document.Heading:
			f.loneHeading(b, &scope)
			f.paragraph(b.Span, "", &scope, clock)
		}
	}
}

// preface finds the goals in the paragraphs of a body before its first section:
// 「主要预期目标是：生产总值增长6%左右，……」.
func (f *finder) preface(body *document.Body) {
	from := max(body.Title.End, f.d.Recipients.End)
	switch {
	case len(body.Sections) == 0:
		f.bare(from, len(f.file))
		return
	case f.tells && body == f.d.Bodies[0]:
		f.bare(from, body.Sections[0].Start)
		return
	}
	for _, b := range f.d.Blocks {
		if b.Kind != document.Paragraph || b.Start < from || b.End > body.Sections[0].Start {
			continue
		}
		scope := f.plainScope()
		if setsGoals.MatchString(f.file[b.Start:b.End]) {
			scope.goal = true
			f.paragraph(b.Span, "", &scope, &yearClock{goal: true, now: f.docYear})
		} else {
			f.standingTasks(b.Span, &scope)
		}
	}
}

// prefaceTasks tell which numbers count in a paragraph before the first part that names no goals.
var prefaceTasks = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "task-that-comes-again", Verdict: policy.Take, Says: "第一部分之前的说明段落里，只有“每季度一次”一类反复做的任务算数",
			Takes: "各县人民政府：\n近期遴选12个项目，每季度集中调度〔1〕次。现通知如下：\n一、任务\n建好公园。", Leaves: "各县人民政府：\n近期遴选项目，集中调度〔1〕次。现通知如下：\n一、任务\n建好公园。",
		},
		Holds: func(c *candidate) bool { return c.n.group == "times" && c.forEach() },
	},
}

// standingTasks finds how often something is done, in a paragraph that only brings in what follows.
func (f *finder) standingTasks(span source.Span, scope *sectionScope) {
	clock := &yearClock{now: f.docYear}
	for _, c := range candidatesIn(f.read(span), scope, clock) {
		if rule, ok := prefaceTasks.First(c); ok {
			c.rule = rule
			f.add(c.indicator("", clock), heldYear{}, true)
		}
	}
}
