package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/catalog"
)

func TestDifference(t *testing.T) {
	same := func(s string) catalog.Edit { return catalog.Edit{Kind: catalog.InBoth, Text: s} }
	del := func(s string) catalog.Edit { return catalog.Edit{Kind: catalog.OnlyFirst, Text: s} }
	ins := func(s string) catalog.Edit { return catalog.Edit{Kind: catalog.OnlySecond, Text: s} }
	for name, tt := range map[string]struct {
		a, b string
		want []catalog.Edit
	}{
		"equal":        {"推进改革。", "推进改革。", []catalog.Edit{same("推进改革。")}},
		"empty":        {"", "", nil},
		"from nothing": {"", "新增", []catalog.Edit{ins("新增")}},
		"one word":     {"支持我省承接产业转移", "支持我区承接产业转移", []catalog.Edit{same("支持我"), del("省"), ins("区"), same("承接产业转移")}},
		"island":       {"省的规划", "区的项目", []catalog.Edit{del("省的规划"), ins("区的项目")}},
		"shared byte":  {"一丁七", "一丂七", []catalog.Edit{same("一"), del("丁"), ins("丂"), same("七")}},
	} {
		if diff := cmp.Diff(tt.want, catalog.Difference(tt.a, tt.b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// FuzzDifference: the two texts can be read back from their difference, whatever they hold.
func FuzzDifference(f *testing.F) {
	f.Add("支持我省承接产业转移", "支持我区承接产业转移")
	f.Add("\xff一", "丂<ins>")
	f.Fuzz(func(t *testing.T, a, b string) {
		var first, second strings.Builder
		before := catalog.EditKind(-1)
		for _, e := range catalog.Difference(a, b) {
			if e.Text == "" || e.Kind == before {
				t.Errorf("stretch %q of kind %d after kind %d", e.Text, e.Kind, before)
			}
			before = e.Kind
			if e.Kind != catalog.OnlySecond {
				first.WriteString(e.Text)
			}
			if e.Kind != catalog.OnlyFirst {
				second.WriteString(e.Text)
			}
		}
		if got, want := first.String(), strings.ToValidUTF8(a, "\uFFFD"); got != want {
			t.Errorf("first = %q, want %q", got, want)
		}
		if got, want := second.String(), strings.ToValidUTF8(b, "\uFFFD"); got != want {
			t.Errorf("second = %q, want %q", got, want)
		}
	})
}
