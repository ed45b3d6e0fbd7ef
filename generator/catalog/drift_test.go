package catalog

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/policy"
)

// paperOf is a paper with a date and nothing else.
func paperOf(date string) *Document {
	return &Document{ID: "d" + date, Facts: &policy.Facts{Meta: policy.Meta{Date: date, Region: "河南省"}}}
}

func target(d *Document, year int, cmp string, n float64, unit string) *Indicator {
	return &Indicator{Document: d, Indicator: &policy.Indicator{Cmp: cmp, Number: n, Unit: unit, Year: year, Kind: policy.Target}}
}

func TestSteps(t *testing.T) {
	a, b, c, undated := paperOf("2015-07-20"), paperOf("2017-12-12"), paperOf("2019-01-01"), paperOf("")
	upper := 40.0
	ranged := target(b, 2020, "=", 20, "个")
	ranged.Max = &upper
	for name, tt := range map[string]struct {
		members []*Indicator
		unlike  bool
		want    string
	}{
		"lowered":             {members: []*Indicator{target(a, 2020, "≈", 30, "个"), target(b, 2020, "≈", 25, "个")}, want: "first lowered"},
		"in any order":        {members: []*Indicator{target(b, 2020, "≈", 25, "个"), target(a, 2020, "≈", 30, "个")}, want: "first lowered"},
		"raised and repeated": {members: []*Indicator{target(a, 2020, "=", 1, "个"), target(b, 2020, "=", 2, "个"), target(c, 2020, "=", 2, "个")}, want: "first raised repeated"},
		"another unit":        {members: []*Indicator{target(a, 2020, "=", 7, "万亿元"), target(b, 2020, "=", 80000, "亿元")}, want: "first raised"},
		"equal in another":    {members: []*Indicator{target(a, 2020, "=", 7, "万亿元"), target(b, 2020, "=", 70000, "亿元")}, want: "first repeated"},
		"another word":        {members: []*Indicator{target(a, 2020, "≈", 30, "个"), target(b, 2020, "≥", 40, "个")}, want: "first incomparable"},
		"another year":        {members: []*Indicator{target(a, 2020, "=", 30, "个"), target(b, 2025, "=", 40, "个")}, want: "first incomparable"},
		"base differs":        {members: []*Indicator{target(a, 2020, "=", 3, "个"), target(b, 2020, "=", 4, "个")}, unlike: true, want: "first incomparable"},
		"undated":             {members: []*Indicator{target(undated, 2020, "=", 3, "个"), target(b, 2020, "=", 4, "个")}, want: "first incomparable"},
		"two years of one":    {members: []*Indicator{target(a, 2017, "=", 3, "个"), target(a, 2020, "=", 4, "个")}, want: "first first"},
		"range around":        {members: []*Indicator{target(a, 2020, "=", 30, "个"), ranged}, want: "first incomparable"},
	} {
		s := &Series{Unit: "个", Comparable: !tt.unlike, Members: tt.members}
		if strings.HasSuffix(tt.members[0].Unit, "元") {
			s.Unit = "万亿元"
		}
		var got []string
		for _, x := range s.Steps() {
			got = append(got, string(x.Change))
			if (x.Change == Incomparable) != (x.Why != "") {
				t.Errorf("%s: %s because of %q", name, x.Change, x.Why)
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestDropped(t *testing.T) {
	a, b, c, late := paperOf("2015-07-20"), paperOf("2017-12-12"), paperOf("2018-01-01"), paperOf("2021-01-01")
	kept := &Series{Unit: "个", Members: []*Indicator{target(a, 2020, "=", 1, "个"), target(b, 2020, "=", 1, "个"), target(c, 2020, "=", 1, "个"), target(late, 2025, "=", 1, "个")}}
	gone := &Series{Unit: "个", Comparable: true, Members: []*Indicator{target(a, 2020, "=", 1, "个"), target(b, 2020, "=", 1, "个")}}
	findDropped([]*Series{kept, gone})
	if len(kept.Dropped) != 0 {
		t.Errorf("the series of all papers is dropped by %v", kept.Dropped)
	}
	if len(gone.Dropped) != 1 || gone.Dropped[0] != c {
		t.Errorf("dropped by %v, want the paper of 2018 alone: that of 2021 comes after the year promised for", gone.Dropped)
	}
	if steps := gone.Steps(); steps[len(steps)-1].Change != Dropped {
		t.Errorf("the last step is %s", steps[len(steps)-1].Change)
	}
}
