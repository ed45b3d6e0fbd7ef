package export

import (
	"bytes"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// calendarName is where the calendar of an agency stands in the data pack; that of the whole library is "all".
func calendarName(id string) string { return "calendars/" + id + ".ics" }

// An entry is a deadline as one calendar shows it.
type entry struct {
	*catalog.Deadline
	role policy.Role // of the agency whose calendar it is; empty in that of all
}

// calendars writes the deadlines with a day as iCalendar files (RFC 5545): of each agency that has any, and of all.
func (p *pack) calendars(c *catalog.Catalog) {
	var all []entry
	for _, d := range c.Deadlines {
		if d.Day() != "" {
			all = append(all, entry{Deadline: d})
		}
	}
	if len(all) == 0 {
		return
	}
	p.calendar("all", "政策任务时限", all)
	for _, a := range c.Agencies {
		var own []entry
		for _, d := range a.Deadlines() {
			if d.Day() != "" {
				own = append(own, entry{d.Deadline, d.Role})
			}
		}
		if len(own) > 0 {
			p.calendar(a.ID, a.Name+"任务时限", own)
		}
	}
}

// calendar writes one file. Each deadline is a task for programs that keep tasks, and a free day for those that,
// as on telephones, show events only.
func (p *pack) calendar(id, name string, entries []entry) {
	cal := ics.NewCalendar()
	cal.SetProductId("-//zhengce//" + id + "//ZH")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(name)
	cal.SetXWRCalName(name)
	cal.SetXWRTimezone("Asia/Shanghai")
	for _, e := range entries {
		day, err := time.Parse(time.DateOnly, e.Day())
		if err != nil {
			continue // a day that no calendar has, such as 2月30日, stands on the page as it is written
		}
		p.todo(cal.AddTodo(e.ID+"@zhengce"), e, day)
		p.event(cal.AddEvent(e.ID+"-day@zhengce"), e, day)
	}
	var b bytes.Buffer
	if err := cal.SerializeTo(&b, ics.WithNewLine("\r\n")); err != nil {
		p.fail(calendarName(id), err)
		return
	}
	p.write(calendarName(id), b.Bytes())
}

// todo fills in the task of a deadline.
func (p *pack) todo(t *ics.VTodo, e entry, day time.Time) {
	p.tell(&t.ComponentBase, e)
	t.SetStatus(ics.ObjectStatusNeedsAction)
	switch rule := recurrence(e.Deadline); {
	case rule != "":
		t.SetAllDayStartAt(day)
		t.SetProperty(ics.ComponentPropertyDuration, "P1D")
		t.AddRrule(rule)
	default:
		if start, err := time.Parse(time.DateOnly, e.Start); err == nil && start.Before(day) {
			t.SetAllDayStartAt(start)
		}
		t.SetAllDayDueAt(day)
	}
}

// event fills in the last day of a deadline.
func (p *pack) event(v *ics.VEvent, e entry, day time.Time) {
	p.tell(&v.ComponentBase, e)
	v.SetAllDayStartAt(day)
	v.SetAllDayEndAt(day.AddDate(0, 0, 1))
	v.SetTimeTransparency(ics.TransparencyTransparent)
	if rule := recurrence(e.Deadline); rule != "" {
		v.AddRrule(rule)
	}
}

// summaryCharacters is how much of a task stands for it in a list of tasks.
const summaryCharacters = 60

// tell fills in what tasks and events have in common. The stamp is the day of the paper: the same papers give the same bytes.
func (p *pack) tell(c *ics.ComponentBase, e entry) {
	stamp, err := time.Parse(time.DateOnly, e.Document.Meta.Date)
	if err != nil {
		stamp = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	c.SetDtStampTime(stamp)
	text := []rune(strings.TrimRight(e.Text(), "；。，、;"))
	summary := string(text[:min(len(text), summaryCharacters)])
	if len(text) > summaryCharacters {
		summary += "…"
	}
	if e.role != "" {
		summary = "【" + e.role.Name() + "】" + summary
	}
	c.SetSummary(clean(summary))
	about := []string{"时限：" + e.When() + "（原文：" + e.Quote + "）", "任务：" + e.Text()}
	if e.Task != nil {
		about = append(about, "责任单位："+strings.Join(membersOf(e.Task), "、"))
	}
	about = append(about, "出处："+e.Document.Title+" "+e.Document.Meta.Number+" "+e.Deadline.Deadline.Measure)
	if p.address != "" {
		link := p.address + e.Path() + ".html"
		about = append(about, link)
		c.SetURL(link)
	}
	c.SetDescription(clean(strings.Join(about, "\n")))
}

// clean leaves out control characters but the ends of lines, which a calendar may not hold.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, text)
}

// membersOf names the bodies of a task with their roles.
func membersOf(t *catalog.Task) []string {
	var out []string
	for _, m := range t.Members {
		out = append(out, m.Name+"（"+m.Role.Name()+"）")
	}
	return out
}

// recurrence says how a deadline with a first day comes back, until the paper expires; "" for one that does not.
func recurrence(d *catalog.Deadline) string {
	if d.Due() != "" {
		return ""
	}
	rule := "FREQ=MONTHLY"
	if strings.Contains(d.On, "-") {
		rule = "FREQ=YEARLY"
	}
	if end := d.Document.Validity.Expires; end != "" {
		rule += ";UNTIL=" + strings.ReplaceAll(end, "-", "")
	}
	return rule
}
