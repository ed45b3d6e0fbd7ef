package editor_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/editor"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// timed has a deadline in each of two measures, one of them with two groups, and a clause of validity.
const timed = `甲市养老服务方案

一、重点任务

（一）办好食堂。开办食堂。（市民政局）6月底前开办助餐点。（市财政局）

（二）培训人员。年内完成培训。择机开展比武。

二、附则

本方案自2031年5月1日起施行。

甲市人民政府
2031年3月10日
`

// times writes what an editor can change of the time of a paper, one line each.
func times(f *policy.Facts) []string {
	var out []string
	for _, d := range f.Deadlines {
		out = append(out, fmt.Sprint(d.Measure, " ", d.Quote, " ", d.Kind, " ", d.Start, d.Date, " ", d.Every, d.On, " ", d.Group, " ", d.Rule))
	}
	v := f.Validity
	line := fmt.Sprint("validity ", v.Effective, " ", v.Expires, " ", v.Trial)
	for _, e := range slices.Concat(v.Repeals, v.Amends) {
		line += " " + e.Number + e.Title
	}
	return append(out, line)
}

func TestTimes(t *testing.T) {
	first, second, valid := "一/（一） 6月底前 by 2031-06-30  1 before-a-day", "一/（二） 年内 by 2031-12-31  -1 inside-a-year", "validity 2031-05-01  false"
	for _, tt := range []struct {
		name, yaml string
		want       []string
	}{
		{"nothing", "", []string{first, second, valid}},
		{"a deadline is none", "corrections:\n  - deadline: 年内\n    remove: true\n", []string{first, valid}},
		{"a deadline has another day", "corrections:\n  - deadline: 6月底前\n    date: 2032-06-30\n", []string{"一/（一） 6月底前 by 2032-06-30  1 editor", second, valid}},
		{"a deadline is added", "corrections:\n  - deadline: 择机\n    kind: each\n    every: year\n    on: 10-31\n", []string{first, second, "一/（二） 择机 each  year10-31 -1 editor", valid}},
		{"a group before it is none", "corrections:\n  - assignment: （市民政局）\n    remove: true\n", []string{"一/（一） 6月底前 by 2031-06-30  0 before-a-day", second, valid}},
		{"validity", "validity:\n  effective: 2031-06-01\n  expires: 2036-05-31\n  trial: true\n  repeals: [{number: 甲政发〔2020〕1号}]\n  amends: [{title: 甲市办法}]\n",
			[]string{first, second, "validity 2031-06-01 2036-05-31 true 甲政发〔2020〕1号 甲市办法"}},
	} {
		d, _ := document.Parse(source.NewFile("seeds/x.txt", timed))
		f, _ := extract.Document(d)
		known, errs := editor.Parse("seeds/x.yaml", []byte(tt.yaml))
		if errs = append(errs, known.Apply(f)...); len(errs) > 0 {
			t.Fatalf("%s: %v", tt.name, errs)
		}
		if got := times(f); !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

func TestTimeMistakes(t *testing.T) {
	for yaml, want := range map[string]string{
		"corrections:\n  - deadline: 年内\n    kind: target\n":     "unknown kind",
		"corrections:\n  - deadline: 年内\n    date: 2031-13-01\n": "is no date",
		"validity:\n  expires: 明年\n":                             "is no date",
		"validity:\n  repeals: [{}]\n":                           "needs its number or title",
		"corrections:\n  - deadline: 择机\n":                       "no deadline was found",
		"corrections:\n  - deadline: 择机\n    remove: true\n":     "nothing to remove",
		"corrections:\n  - deadline: 年内\n    indicator: 年内\n":    "exactly one of",
	} {
		d, _ := document.Parse(source.NewFile("seeds/x.txt", timed))
		f, _ := extract.Document(d)
		known, errs := editor.Parse("seeds/x.yaml", []byte(yaml))
		if known != nil {
			errs = append(errs, known.Apply(f)...)
		}
		if len(errs) == 0 || !strings.Contains(errs[0].Error(), want) {
			t.Errorf("%s\nreports %v, want %q", yaml, errs, want)
		}
	}
}
