package pages

import (
	"net/url"
	"strings"
	"testing"
)

// TestLongLedger: an agency's page shows a bounded part of each kind of its tasks, and leads to the list of all.
func TestLongLedger(t *testing.T) {
	c := fixture(t)
	a := c.Agencies[1]
	for len(a.Tasks) < 4*ledgerRows {
		a.Tasks = append(a.Tasks, a.Tasks[:2]...)
	}
	p := agencyPage(a)
	for _, table := range p.tables[:2] {
		if n := len(table.rows); n != ledgerRows {
			t.Errorf("%s has %d rows of %d", table.name, n, 2*ledgerRows)
		}
	}
	if n := strings.Count(p.body.String(), "(/measures/index.html?f.agency="+url.QueryEscape(a.Name)+")"); n != 2 {
		t.Errorf("%d ways to the list of all tasks", n)
	}
}

// TestAnswers: a measure's page answers in the order of a reader's questions, under its whole first sentence.
func TestAnswers(t *testing.T) {
	c := fixture(t)
	d := c.Documents[0]
	for i, want := range [][]string{{"> ", `id="tasks"`, `id="indicators"`}, {"> ", `id="tasks"`, "- 牵头：", "- 配合："}} {
		page := measurePage(d.Measures[i], newOverlay(d))
		at := 0
		for _, part := range want {
			n := strings.Index(page.body.String()[at:], part)
			if n < 0 {
				t.Fatalf("%s: no %s behind %q", page.path, part, page.body.String()[:at])
			}
			at += n
		}
	}
	m := *d.Measures[2]
	m.Text = m.Section.Span
	m.Text.Start = m.Section.MarkSpan.End
	if got := headline(&m); got != "加强督查" {
		t.Errorf("headline = %q", got)
	}
}

func TestWithoutEmpty(t *testing.T) {
	table := &table{head: []string{"甲", "乙", "丙", "丁"}, filter: []int{1, 2, 4}}
	table.row(plain("一"), plain(""), plain(""), plain("四"))
	table.row(plain(""), plain(""), plain(""), plain("五"))
	table.withoutEmpty()
	if got := strings.Join(table.head, ""); got != "甲丁" || len(table.rows[1]) != 2 || table.rows[1][1].text != "五" || len(table.filter) != 2 || table.filter[1] != 2 {
		t.Errorf("columns %s, rows %v, filter %v", got, table.rows, table.filter)
	}
}
