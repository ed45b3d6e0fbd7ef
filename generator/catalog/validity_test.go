package catalog_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// timedLibrary makes the catalog of papers by the names of their files.
func timedLibrary(t *testing.T, papers map[string]string) (*catalog.Catalog, map[string]*catalog.Document) {
	t.Helper()
	var all []*policy.Facts
	for _, name := range []string{"old", "mid", "new", "trial", "silent", "cite"} {
		if text, ok := papers[name]; ok {
			d, _ := document.Parse(source.NewFile("seeds/"+name+".txt", text))
			f, _ := extract.Document(d)
			all = append(all, f)
		}
	}
	c, errs := catalog.Build(all)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	byID := map[string]*catalog.Document{}
	for _, d := range c.Documents {
		byID[d.ID] = d
	}
	return c, byID
}

// five are papers of which each has another fate.
var five = map[string]string{
	"old":    "甲市人民政府关于绿化的意见\n甲政发〔2015〕3号\n一、种树\n各县种树。\n二、附则\n本意见自2015年5月1日起施行。\n甲市人民政府\n2015年4月10日\n",
	"mid":    "甲市人民政府关于加强绿化的意见\n甲政发〔2019〕8号\n一、种树\n各县多种树。\n二、附则\n本意见自2019年7月1日起施行。《甲市人民政府关于绿化的意见》（甲政发〔2015〕3号）同时废止。\n甲市人民政府\n2019年6月2日\n",
	"new":    "甲市绿化管理办法\n甲政规〔2023〕1号\n第一条　各县种树。\n第二条　本办法自2023年9月1日起施行，有效期5年。《甲市人民政府关于加强绿化的意见》同时废止。\n甲市人民政府\n2023年8月1日\n",
	"trial":  "甲市养老服务办法（试行）\n甲政规〔2021〕2号\n第一条　各县办食堂。\n第二条　本办法自2021年3月1日起施行，有效期2年。\n甲市人民政府\n2021年2月1日\n",
	"silent": "甲市治水方案\n甲政发〔2020〕5号\n一、治水\n各县治水。\n二、附则\n本方案自印发之日起施行。\n甲市人民政府\n2020年1月5日\n",
	"cite":   "甲市种草方案\n一、种草\n按照《甲市人民政府关于绿化的意见》（甲政发〔2015〕3号）种草。\n二、宣传\n各县做好宣传。\n甲市人民政府\n2024年1月5日\n",
}

// TestStates holds what five papers are on five days.
func TestStates(t *testing.T) {
	_, byID := timedLibrary(t, five)
	days := []string{"2015-04-30", "2019-07-01", "2021-12-31", "2023-09-01", "2028-09-01"}
	for id, want := range map[string]string{
		"old":    "not-yet repealed repealed repealed repealed",
		"mid":    "not-yet in-force in-force repealed repealed",
		"new":    "not-yet not-yet not-yet in-force expired",
		"trial":  "not-yet not-yet in-force expired expired",
		"silent": "unknown unknown unknown unknown unknown",
	} {
		var got []string
		for _, day := range days {
			s := byID[id].StateOn(day)
			if s.Name() == "" {
				t.Errorf("state %q has no name", s)
			}
			got = append(got, string(s))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if got := byID["trial"].StateOn("2023-02-28"); got != catalog.InForce {
		t.Errorf("on its last day the paper is %s", got)
	}
}

// TestStateCases holds the rule to the cases that the script of the site is held to.
func TestStateCases(t *testing.T) {
	data, err := os.ReadFile("testdata/states.json")
	if err != nil {
		t.Fatal(err)
	}
	var held struct {
		Names map[catalog.State]string
		Cases []struct {
			Name, Words, Effective, Expires, RepealedFrom string
			Days                                          map[string]catalog.State
		}
	}
	if err := json.Unmarshal(data, &held); err != nil || len(held.Cases) == 0 {
		t.Fatalf("%d cases, %v", len(held.Cases), err)
	}
	for s, name := range held.Names {
		if s.Name() != name {
			t.Errorf("%s is called %q, want %q", s, s.Name(), name)
		}
	}
	for _, c := range held.Cases {
		d := &catalog.Document{Facts: &policy.Facts{Validity: policy.Validity{Effective: c.Effective, Expires: c.Expires}}}
		if c.RepealedFrom != "" {
			by := &catalog.Document{Facts: &policy.Facts{Validity: policy.Validity{Effective: c.RepealedFrom}}}
			d.EndedBy = []*catalog.Ended{{Fate: catalog.Ends, By: by}}
		}
		if got := d.Days(); got != c.Words {
			t.Errorf("%s: %q, want %q", c.Name, got, c.Words)
		}
		for day, want := range c.Days {
			if got := d.StateOn(day); got != want {
				t.Errorf("%s on %s: %s, want %s", c.Name, day, got, want)
			}
		}
	}
}

// TestWhen holds the words of deadlines to the cases that the script of the site reads.
func TestWhen(t *testing.T) {
	data, err := os.ReadFile("testdata/dues.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Kind                         policy.DeadlineKind
		Date, Start, Every, On, When string
		After                        *policy.After
	}
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) == 0 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, c := range cases {
		d := &catalog.Deadline{Deadline: &policy.Deadline{Kind: c.Kind, Date: c.Date, Start: c.Start, Every: c.Every, On: c.On, After: c.After}}
		if got := d.When(); got != c.When {
			t.Errorf("%+v is written %q", c, got)
		}
	}
}

// TestLinks holds that what papers end is linked both ways, by number or by title, in a line, and named where it is cited.
func TestLinks(t *testing.T) {
	_, byID := timedLibrary(t, five)
	old, mid, last := byID["old"], byID["mid"], byID["new"]
	if len(mid.Ends) != 1 || mid.Ends[0].Held != old || old.RepealedBy() == nil || old.RepealedBy().By != mid {
		t.Errorf("%s is not linked with the paper that repeals it by number", old.ID)
	}
	if mid.RepealedBy() == nil || mid.RepealedBy().By != last {
		t.Errorf("%s is not linked with the paper that repeals it by title", mid.ID)
	}
	for _, d := range []*catalog.Document{old, mid, last} {
		var ids []string
		for _, x := range d.Line() {
			ids = append(ids, x.ID)
		}
		if got := strings.Join(ids, " "); got != "old mid new" {
			t.Errorf("the line of %s is %q", d.ID, got)
		}
	}
	if byID["silent"].Line() != nil {
		t.Error("a paper that nothing repeals stands in a line")
	}
	if g := byID["cite"].RepealedGrounds(); len(g) != 1 || g[0].EndedBy.By != mid {
		t.Errorf("the repealed paper that is cited is not named: %v", g)
	}
}

// TestDeadlines holds that deadlines are tied to their measures, rows and groups, and how they are written.
func TestDeadlines(t *testing.T) {
	_, byID := timedLibrary(t, map[string]string{"old": "甲市养老方案\n一、办好食堂\n（一）食堂。6月底前办好食堂。每年12月底前考评。（市民政局负责）\n（二）培训。自2031年7月1日起培训人员。本方案印发后2个月内制定计划。\n" +
		"甲市人民政府\n2031年3月10日\n附件\n甲市养老任务分工表\n序号\n重点任务\n责任单位\n完成时限\n1\n整修食堂\n市民政局\n2031年9月底\n2\n培训人员\n市教育局\n持续推进\n"})
	d := byID["old"]
	var got []string
	for _, x := range d.Deadlines {
		who := ""
		if x.Task != nil {
			who = x.Task.Members[0].Name
		}
		got = append(got, x.When()+" "+who)
	}
	want := "2031年6月30日前 甲市民政局\n每年12月31日前 甲市民政局\n自2031年7月1日起 \n印发之日起2个月内 \n2031年9月30日前 甲市民政局\n长期 甲市教育局"
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("deadlines\n%s\nwant\n%s", got, want)
	}
	task := d.Measures[0].Tasks[0]
	if task.Due() != "2031-06-30" || task.When() != "2031年6月30日前；每年12月31日前" {
		t.Errorf("the task is due on %q: %s", task.Due(), task.When())
	}
}
