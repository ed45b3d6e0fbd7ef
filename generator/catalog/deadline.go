package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhengce/generator/policy"
)

// A Deadline is a deadline with its place in the library.
type Deadline struct {
	*policy.Deadline
	ID       string // "yuzheng-2015-42-time-3": document and ordinal
	Document *Document
	Measure  *Measure  // nil outside of measures, and in an annex
	Row      *AnnexRow // nil outside of tables
	Task     *Task     // whose group of bodies it holds for; nil where no group covers it
}

// Path returns the path of the page that shows the deadline's sentence, without suffix.
func (d *Deadline) Path() string {
	switch {
	case d.Row != nil:
		return d.Row.Path()
	case d.Measure != nil:
		return d.Measure.Path()
	}
	return d.Document.Path()
}

// Text returns the words that the deadline holds for, without white space.
func (d *Deadline) Text() string {
	switch {
	case !d.Covers.Empty():
		return d.Document.Document.File.Squeezed(d.Covers)
	case d.Row != nil:
		return d.Row.AnnexRow.Task
	case d.Measure != nil:
		return d.Document.Document.File.Squeezed(d.Measure.Text)
	}
	return d.Quote
}

// When returns in words a reader knows when the deadline is: 2021年6月30日前, 自2021年7月1日起, 每年12月31日前, 长期.
func (d *Deadline) When() string {
	switch {
	case d.Kind == policy.Standing:
		return "长期"
	case d.Kind == policy.Each:
		return each(d.Every, d.On)
	case d.After != nil:
		return afterWords(d.After)
	case d.Date == "":
		return d.Quote
	case d.Kind == policy.From:
		return "自" + chinese(d.Date) + "起"
	case d.Start != "":
		return chinese(d.Start) + "至" + chinese(d.Date)
	}
	return chinese(d.Date) + "前"
}

// Due returns the last day, YYYY-MM-DD, where the deadline has one: not for what only begins, comes back or stands.
func (d *Deadline) Due() string {
	if d.Kind == policy.By || d.Kind == policy.Within {
		return d.Date
	}
	return ""
}

// Day returns the day on which a calendar shows the deadline, YYYY-MM-DD: its last day or, where it comes back on a day
// that its words name, the first one from the day of the paper on. It is "" where there is none, or none in any calendar.
func (d *Deadline) Day() string {
	day := cmp.Or(d.Due(), d.first())
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return ""
	}
	return day
}

// first returns the first day from that of the paper on of what comes back every year or month on a day.
func (d *Deadline) first() string {
	from, err := time.Parse(time.DateOnly, d.Document.Meta.Date)
	layout := map[string]string{"year": "01-02", "month": "02"}[d.Every]
	if err != nil || layout == "" || d.On == "" {
		return ""
	}
	const years = 9 // 29 February may be eight years away
	for at := from; at.Before(from.AddDate(years, 0, 0)); at = at.AddDate(0, 0, 1) {
		if at.Format(layout) == d.On {
			return at.Format(time.DateOnly)
		}
	}
	return ""
}

// An AgencyDeadline is a deadline as one of the agencies that it holds for sees it.
type AgencyDeadline struct {
	*Deadline
	Role policy.Role // of the agency in its first task with the deadline
}

// Deadlines returns the deadlines of a's tasks, each once, in the order of the tasks.
func (a *Agency) Deadlines() []AgencyDeadline {
	seen := map[*Deadline]bool{}
	var out []AgencyDeadline
	for _, t := range a.Tasks {
		for _, d := range t.Deadlines {
			if !seen[d] {
				seen[d] = true
				out = append(out, AgencyDeadline{d, t.Role})
			}
		}
	}
	return out
}

// chinese writes a day as papers do: 2021年6月30日.
func chinese(day string) string {
	var y, m, d int
	if _, err := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); err != nil {
		return day
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}

// cycles are how often something comes back.
var cycles = map[string]string{"year": "每年", "half-year": "每半年", "quarter": "每季度", "month": "每月"}

// each writes what comes back: 每年12月31日前, 每月5日前.
func each(every, on string) string {
	month, day, ok := strings.Cut(on, "-")
	switch {
	case on == "":
		return cycles[every]
	case !ok:
		return cycles[every] + strings.TrimLeft(on, "0") + "日前"
	}
	return cycles[every] + strings.TrimLeft(month, "0") + "月" + strings.TrimLeft(day, "0") + "日前"
}

// afterWords writes a length counted from an event: 印发之日起3个月内.
func afterWords(a *policy.After) string {
	text := ""
	for _, part := range []struct {
		n    int
		unit string
	}{{a.Years, "年"}, {a.Months, "个月"}, {a.Workdays, "个工作日"}, {a.Days, "日"}} {
		if part.n > 0 {
			text += strconv.Itoa(part.n) + part.unit
		}
	}
	switch {
	case a.Event == "":
		return text + "内"
	case strings.HasSuffix(a.Event, "之日"):
		return a.Event + "起" + text + "内"
	}
	return a.Event + "后" + text + "内"
}

// deadlines ties the deadlines of a document to what they stand in, and to the tasks that they hold for.
func (b *builder) deadlines(d *Document) {
	byID := map[string]*Measure{}
	for _, m := range d.Measures {
		byID[m.ID] = m
	}
	rows := map[*policy.AnnexRow]*AnnexRow{}
	for _, r := range d.Annex {
		rows[r.AnnexRow] = r
	}
	for n, x := range d.Facts.Deadlines {
		t := &Deadline{Deadline: x, ID: d.ID + "-time-" + strconv.Itoa(n+1), Document: d}
		if t.Row = rows[x.Row]; t.Row != nil {
			t.Task = t.Row.Task
		} else if t.Measure = byID[x.Measure]; t.Measure != nil {
			t.Measure.Deadlines = append(t.Measure.Deadlines, t)
			if x.Group >= 0 && x.Group < len(t.Measure.Tasks) {
				t.Task = t.Measure.Tasks[x.Group]
			}
		}
		if t.Task != nil {
			t.Task.Deadlines = append(t.Task.Deadlines, t)
		}
		d.Deadlines = append(d.Deadlines, t)
		if d.FormOf == nil {
			b.c.Deadlines = append(b.c.Deadlines, t)
		}
	}
	d.setForAll()
}

// setForAll gives the deadlines of the whole paper to those of its tasks that have no last day of their own.
func (d *Document) setForAll() {
	var whole []*Deadline
	for _, x := range d.Deadlines {
		if x.Paper {
			whole = append(whole, x)
		}
	}
	if len(whole) == 0 {
		return
	}
	for _, t := range d.tasks() {
		if t.Due() == "" {
			t.Deadlines = append(t.Deadlines, whole...)
		}
	}
}

// tasks returns the tasks of d: of its parts, its measures and the rows of its annexes.
func (d *Document) tasks() []*Task {
	out := d.InText()
	for _, r := range d.Annex {
		if r.Task != nil {
			out = append(out, r.Task)
		}
	}
	return out
}

// Due returns the last day by which the task is to be done, YYYY-MM-DD; "" where no deadline of it has one.
func (t *Task) Due() string {
	last := ""
	for _, d := range t.Deadlines {
		last = max(last, d.Due())
	}
	return last
}

// When returns the deadlines of the task in words, each once, the earliest first; "" where there are none.
func (t *Task) When() string {
	list := slices.Clone(t.Deadlines)
	slices.SortStableFunc(list, func(a, b *Deadline) int {
		return cmp.Or(boolOrder(a.Date == "", b.Date == ""), cmp.Compare(a.Date, b.Date))
	})
	var out []string
	for _, d := range list {
		if w := d.When(); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return strings.Join(out, "；")
}

// boolOrder puts false before true.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
