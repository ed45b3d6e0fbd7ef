package sitetest

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	ics "github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func escaped(text string) string { return url.QueryEscape(text) }

// A due is a deadline as the record of its paper has it.
type due struct {
	Measure, Quote, Kind          string
	Date, Start, Every, On, Scope *string
	file, id                      string
}

// records returns the deadlines of all papers, by the records.
func records(t *testing.T, dir string) (out []due) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "data", "records.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []struct {
		File      string
		Deadlines []due
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		for n, d := range r.Deadlines {
			d.file, d.id = r.File, fmt.Sprint(n+1)
			out = append(out, d)
		}
	}
	if len(out) < 8 { // so many the seeds have
		t.Fatalf("the records have %d deadlines", len(out))
	}
	return out
}

func at(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// last is the last day of d, where it has one.
func (d due) last() string {
	if d.Kind == "by" || d.Kind == "within" {
		return at(d.Date)
	}
	return ""
}

// TestRecount: data, list, calendars, ledgers and search have the deadlines of the records, no more and no other.
func TestRecount(t *testing.T) {
	dir := public(t)
	all := records(t, dir)
	var want, days []string
	for _, d := range all {
		want = append(want, strings.Join([]string{d.Measure, d.Quote, d.Kind, at(d.Date), at(d.Start), at(d.Every), at(d.On)}, "|"))
		if d.last() != "" {
			days = append(days, strings.ReplaceAll(d.last(), "-", ""))
		}
	}
	same := func(what string, want, got []string) {
		t.Helper()
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	var data, shown []string
	byBody := map[string][]string{} // days of each body, by the data
	rows := readTable(t, filepath.Join(dir, "data", "deadlines.csv"))
	column := func(head []string, name string) int { return slices.Index(head, name) }
	for _, row := range rows[1:] {
		cell := func(name string) string { return row[column(rows[0], name)] }
		data = append(data, strings.Join([]string{cell("measure"), cell("quote"), cell("kind"), cell("date"), cell("start"), cell("every"), cell("on")}, "|"))
		if kind := cell("kind"); kind == "by" || kind == "within" {
			for body := range strings.SplitSeq(cell("agencies"), "；") {
				if body != "" && cell("date") != "" {
					byBody[body] = append(byBody[body], cell("date"))
				}
			}
		}
	}
	same("deadlines.csv", slices.Clone(want), data)
	cards := readTable(t, filepath.Join(dir, "data", "tables", "deadlines.csv"))
	if len(cards)-1 != len(all) {
		t.Errorf("the list has %d deadlines, the records %d", len(cards)-1, len(all))
	}
	for _, row := range cards[1:] {
		var y, m, d int
		kind := row[column(cards[0], "类别")]
		if _, err := fmt.Sscanf(row[column(cards[0], "到期日")], "%d年%d月%d日", &y, &m, &d); err == nil && (kind == "限期完成" || kind == "期间内") {
			shown = append(shown, fmt.Sprintf("%04d%02d%02d", y, m, d))
		}
	}
	same("the list", slices.Clone(days), shown)
	same("the calendar of all", slices.Clone(days), dueDays(t, filepath.Join(dir, "data", "calendars", "all.ics")))
	ledgers(t, dir, byBody)
	searched(t, dir, all)
}

// dueDays returns the last days of the tasks of a calendar, as 20300630.
func dueDays(t *testing.T, name string) (out []string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cal, err := ics.NewDecoder(f).Decode()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, c := range cal.Children {
		if p := c.Props.Get(ics.PropDue); c.Name == ics.CompToDo && p != nil {
			out = append(out, p.Value)
		}
	}
	return out
}

// ledgers holds that the days in the workbook of a body are those of its calendar, and those that the data give it.
func ledgers(t *testing.T, dir string, byBody map[string][]string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "data", "ledgers", "*.xlsx"))
	if err != nil || len(names) == 0 {
		t.Fatal("no ledgers: ", err)
	}
	agencies := readTable(t, filepath.Join(dir, "data", "agencies.csv"))
	dated := 0
	for _, name := range names {
		id := strings.TrimSuffix(filepath.Base(name), ".xlsx")
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows("责任台账")
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		words, calendar := "", []string{}
		if file := filepath.Join(dir, "data", "calendars", id+".ics"); exists(file) {
			calendar = dueDays(t, file)
		}
		at, when := slices.Index(rows[0], "完成时限"), slices.Index(rows[0], "时限")
		for _, row := range rows[1:] {
			if len(row) > when {
				words += row[when] + "\n"
			}
			if len(row) > at && row[at] != "" {
				dated++
				if day := strings.ReplaceAll(row[at], "-", ""); !slices.Contains(calendar, day) {
					t.Errorf("%s: %s of the ledger is not in the calendar", id, row[at])
				}
			}
		}
		i := slices.IndexFunc(agencies, func(row []string) bool { return row[slices.Index(agencies[0], "id")] == id })
		for _, day := range byBody[agencies[i][slices.Index(agencies[0], "name")]] {
			if !slices.Contains(calendar, strings.ReplaceAll(day, "-", "")) {
				t.Errorf("%s: %s of the data is not in the calendar", id, day)
			}
		}
		for _, day := range calendar {
			var y, m, d int
			fmt.Sscanf(day, "%4d%2d%2d", &y, &m, &d)
			if !strings.Contains(words, fmt.Sprintf("%d年%d月%d日", y, m, d)) {
				t.Errorf("%s: %s of the calendar is not in the ledger", id, day)
			}
		}
	}
	if len(byBody) > 0 && dated == 0 {
		t.Error("no ledger has a day")
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// searched holds that the search finds the words of each deadline on the page of its paper.
func searched(t *testing.T, dir string, all []due) {
	chromium(t)
	var asked [][2]string
	for _, d := range all {
		asked = append(asked, [2]string{d.Quote, d.file})
	}
	data, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, "file://"+dir+"/")
	b.visit("search.html")
	b.until(`window.zhengceSearchResult !== undefined`)
	papers := map[string]string{} // pages by file
	rows := readTable(t, filepath.Join(dir, "data", "documents.csv"))
	for _, row := range rows[1:] {
		papers[row[slices.Index(rows[0], "file")]] = row[slices.Index(rows[0], "page")]
	}
	pages, err := json.Marshal(papers)
	if err != nil {
		t.Fatal(err)
	}
	eval[bool](b, `((async () => {
		const pages = `+string(pages)+`, misses = [];
		const index = new zhengceSearchEngine.SearchIndex(zhengceSearch.load);
		await index.open();
		for (const [quote, file] of `+string(data)+`) {
			const found = new zhengceSearchResult.Results(await new zhengceSearchQuery.Search(index, '"' + quote + '"').run(), 'doc').all();
			const records = await index.records(found.map((r) => r.page));
			if (![...records.values()].some((r) => r.url === pages[file])) misses.push(quote + ' of ' + file);
		}
		window.misses = misses;
	})(), true)`)
	b.until(`window.misses !== undefined`)
	for _, m := range eval[[]string](b, `window.misses`) {
		t.Errorf("the search does not find %s", m)
	}
}
