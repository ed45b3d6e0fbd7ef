package export_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/emersion/go-ical"
	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/export"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// due is a paper with deadlines of every kind, under the address of a site.
const due = "甲市养老工作方案\n甲政发〔2031〕3号\n一、办好食堂\n（一）食堂。2031年6月底前办好食堂；每年12月25日前考评“食堂, 餐厅\\厨房”。（市民政局牵头，市财政局配合）\n" +
	"（二）培训。自2031年7月1日起培训人员。本方案印发后2个月内制定计划。长期坚持培训人员，并把培训的内容、人数、地点、时间、教师和经费逐项登记造册，按月公开。（市教育局负责）\n" +
	"二、附则\n本方案自2031年4月1日起施行，有效期至2034年12月31日。\n甲市人民政府\n2031年3月10日\n"

// calendar reads a calendar back with another library than the one that wrote it.
func calendar(t *testing.T, fs afero.Fs, id string) *ics.Calendar {
	t.Helper()
	data := read(t, fs, "calendars/"+id+".ics")
	for line := range bytes.SplitSeq(data, []byte("\r\n")) {
		if len(line) > 75 || bytes.ContainsAny(line, "\n\r") {
			t.Errorf("%s: a line of %d bytes: %q", id, len(line), line)
		}
	}
	cal, err := ics.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	if name, _ := cal.Props.Text(ics.PropVersion); name != "2.0" {
		t.Errorf("%s is of version %q", id, name)
	}
	return cal
}

// tasks tells of each task its first day, its last day and how it comes back.
func tasks(t *testing.T, cal *ics.Calendar) string {
	t.Helper()
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Skip("no time zones on this machine:", err)
	}
	var out []string
	for _, c := range cal.Children {
		if c.Name != ics.CompToDo {
			continue
		}
		line := ""
		for _, name := range []string{ics.PropDateTimeStart, ics.PropDue, ics.PropRecurrenceRule} {
			p := c.Props.Get(name)
			switch {
			case p == nil:
				line += "-"
			case name == ics.PropRecurrenceRule:
				line += p.Value
			default:
				at, err := p.DateTime(shanghai)
				if err != nil {
					t.Fatal(err)
				}
				if p.ValueType() != ics.ValueDate {
					t.Errorf("%s is of type %s", name, p.ValueType())
				}
				line += at.Format("2006-01-02")
			}
			line += " "
		}
		out = append(out, strings.TrimSpace(line))
	}
	return strings.Join(out, "\n")
}

func dueCatalog(t *testing.T) *catalog.Catalog {
	t.Helper()
	d, _ := document.Parse(source.NewFile("seeds/due.txt", due))
	f, _ := extract.Document(d)
	c, errs := catalog.Build([]*policy.Facts{f})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return c
}

// TestCalendars holds that another reader finds each deadline with a day on its day in China, with its sentence, its
// bodies and its address, in the calendar of each body and in that of all.
func TestCalendars(t *testing.T) {
	fs := afero.NewMemMapFs()
	if err := export.Write(fs, dueCatalog(t), "https://zhengce.example.gov.cn/"); err != nil {
		t.Fatal(err)
	}
	want := "- 2031-06-30 -\n2031-12-25 - FREQ=YEARLY;UNTIL=20341231"
	for _, id := range []string{"all", "jiashi-minzhengju", "jiashi-caizhengju"} {
		cal := calendar(t, fs, id)
		if got := tasks(t, cal); got != want {
			t.Errorf("%s holds\n%s\nwant\n%s", id, got, want)
		}
	}
	if ok, _ := afero.Exists(fs, "data/calendars/jiashi-jiaoyuju.ics"); ok {
		t.Error("a body with no deadline on a day has a calendar")
	}
	task := calendar(t, fs, "jiashi-caizhengju").Children[2]
	about, _ := task.Props.Text(ics.PropDescription)
	for _, part := range []string{"每年12月25日前", "“食堂,餐厅\\厨房”", "甲市民政局（牵头）、甲市财政局（配合）", "甲政发〔2031〕3号", "\nhttps://zhengce.example.gov.cn/measures/due/1-1.html"} {
		if !strings.Contains(about, part) {
			t.Errorf("the task does not say %q:\n%s", part, about)
		}
	}
	if summary, _ := task.Props.Text(ics.PropSummary); !strings.HasPrefix(summary, "【配合】") {
		t.Errorf("the summary %q does not begin with the role", summary)
	}
}

// TestCalendarEvents holds that each task stands as a day as well, for telephones, with identifiers of its own.
func TestCalendarEvents(t *testing.T) {
	fs := write(t, dueCatalog(t))
	cal := calendar(t, fs, "all")
	seen := map[string]bool{}
	for _, c := range cal.Children {
		id, _ := c.Props.Text(ics.PropUID)
		if id == "" || seen[id] {
			t.Errorf("identifier %q is empty or not the only one", id)
		}
		seen[id] = true
	}
	events := cal.Events()
	if len(events) != 2 {
		t.Fatalf("%d events, want 2", len(events))
	}
	start, err := events[0].DateTimeStart(time.UTC)
	end, err2 := events[0].DateTimeEnd(time.UTC)
	if err != nil || err2 != nil || start.Format(time.DateOnly) != "2031-06-30" || end.Sub(start) != 24*time.Hour {
		t.Errorf("the first day is from %v to %v", start, end)
	}
	if events[0].Props.Get(ics.PropURL) != nil {
		t.Error("a site without an address links to it")
	}
}
