package pages

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// TestCalendarPages: every deadline with a day stands once on the pages of its month, fifty on each at most, and the
// calendar leads to them by year, body and paper.
func TestCalendarPages(t *testing.T) {
	c := timedPapers(t)
	d := c.Documents[0]
	first := d.Deadlines[0]
	for n := range 60 {
		again := *first
		again.ID = fmt.Sprint("more-", n)
		d.Deadlines = append(d.Deadlines, &again)
	}
	all := deadlineList(c)
	got := map[string]int{}
	for _, p := range calendarPages(c, all) {
		text := string(p.bytes())
		got[p.path] = strings.Count(text, "\n| [")
		if p.path == "deadlines/calendar.md" {
			for _, want := range []string{"2030年　[6月](/deadlines/2030-06.md) 61 项　[12月](/deadlines/2030-12.md) 1 项", "/deadlines/index.html?f.agency=%E7%94%B2%E5%B8%82%E6%B0%91%E6%94%BF%E5%B1%80", "?f.paper=", "/data/calendars/"} {
				if !strings.Contains(text, want) {
					t.Errorf("the calendar lacks %q", want)
				}
			}
		}
	}
	want := map[string]int{"deadlines/calendar.md": 2, "deadlines/2030-06.md": 50, "deadlines/2030-06-2.md": 11, "deadlines/2030-12.md": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if none := calendarPages(c, newPage("deadlines/_index.md", "时限", "")); len(none) != 1 {
		t.Errorf("without deadlines the calendar has %d pages", len(none))
	}
	for _, value := range dueLinks {
		if !strings.Contains(string(all.bytes()), "["+value+"](/deadlines/index.html?f.when=") {
			t.Errorf("the list does not lead to what is %s", value)
		}
	}
}

// TestCalendarLink: the page of a body leads to its calendar where one of its tasks has a day, and only there.
func TestCalendarLink(t *testing.T) {
	day := &catalog.Deadline{Deadline: &policy.Deadline{Kind: policy.By, Date: "2031-06-30"}}
	long := &catalog.Deadline{Deadline: &policy.Deadline{Kind: policy.Standing}}
	c := fixture(t)
	a := c.Agencies[0]
	for _, tt := range []struct {
		deadlines []*catalog.Deadline
		want      bool
	}{{nil, false}, {[]*catalog.Deadline{long}, false}, {[]*catalog.Deadline{long, day}, true}} {
		for _, d := range tt.deadlines {
			d.Document = a.Tasks[0].Document
		}
		a.Tasks[0].Deadlines = tt.deadlines
		got := strings.Contains(string(agencyPage(a).bytes()), "/data/calendars/"+a.ID+".ics")
		if got != tt.want {
			t.Errorf("deadlines %d: a link to the calendar: %v", len(tt.deadlines), got)
		}
	}
}
