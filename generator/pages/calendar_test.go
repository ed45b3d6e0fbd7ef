package pages

import (
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

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
