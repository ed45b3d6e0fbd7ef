package catalog_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/internal/seedtest"
)

// TestComparisons: every pair and every task without partner stands in one row, in the order of
// the texts, and the counts are those of the lists.
func TestComparisons(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	if len(c.Cascades) == 0 {
		t.Fatal("the seeds have no cascade")
	}
	for _, x := range c.Cascades {
		pairs, only, differs := 0, 0, 0
		for _, p := range x.Comparisons() {
			n := p.Count()
			pairs += n.Identical + n.Reworded + n.Partial
			only += n.OnlyA + n.OnlyB
			differs += n.LeadDiffers
			before := -1
			for _, r := range p.Rows {
				if r.A == nil && r.B == nil || (r.A != nil && r.B != nil) != (r.Pair != nil) {
					t.Fatalf("%s: a row with tasks %v and %v and pair %v", x.ID, r.A, r.B, r.Pair)
				}
				if r.A != nil {
					if r.A.Span.Start < before {
						t.Errorf("%s: %q stands after a later task", x.ID, r.A.Text)
					}
					before = r.A.Span.Start
				}
			}
		}
		want := 0
		for _, p := range x.Pairs {
			if p.Lead == catalog.LeadsDiffer {
				want++
			}
		}
		if pairs != len(x.Pairs) || only != len(x.Only) || differs != want {
			t.Errorf("%s: %d pairs, %d alone, %d with other leads; the cascade has %d, %d and %d", x.ID, pairs, only, differs, len(x.Pairs), len(x.Only), want)
		}
	}
}

// TestBodies: no name becomes another's without evidence, the customs of two cities are two bodies,
// and the industry department of Henan is one with three dated names.
func TestBodies(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	byName := map[string]*catalog.Agency{}
	for _, a := range c.Agencies {
		for _, n := range a.Names {
			byName[n.Name] = a
			if n.Relation != "same" && n.Evidence == "" {
				t.Errorf("%s is %s of %s without evidence", n.Name, n.Relation, a.Name)
			}
		}
		if a.Region != "国家" && a.Function == "" && len(a.Names) > 1 {
			t.Errorf("%s has no known function and %d names", a.Name, len(a.Names))
		}
		for _, s := range a.Lineage {
			if s.Source == "" || s.Year == "" || s.Old == s.New {
				t.Errorf("%s: succession %+v", a.Name, s)
			}
		}
	}
	zhengzhou, hohhot := byName["郑州海关"], byName["呼和浩特海关"]
	if zhengzhou == nil || hohhot == nil || zhengzhou == hohhot {
		t.Errorf("郑州海关 is %v, 呼和浩特海关 is %v; they are two bodies", zhengzhou, hohhot)
	}
	industry := byName["河南省工业和信息化委"]
	if industry == nil || len(industry.Names) != 3 {
		t.Fatalf("河南省工业和信息化委 is %v; want one body with three names", industry)
	}
	for _, n := range industry.Names {
		for _, d := range n.Documents {
			if d.Meta.Date == "" {
				t.Errorf("%s has no date", n.Name)
			}
		}
	}
	if len(industry.Lineage) == 0 {
		t.Error("河南省工业和信息化委 has no successions")
	}
}

// TestFunctionAddresses: no two functions of the registry share an address.
func TestFunctionAddresses(t *testing.T) {
	data, err := os.ReadFile("../registry/functions.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for line := range strings.Lines(string(data)) {
		name, _, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		path := catalog.FunctionPath(name)
		if other := seen[path]; other != "" {
			t.Errorf("%s and %s have one address, %s", other, name, path)
		}
		seen[path] = name
	}
	if len(seen) < 20 {
		t.Errorf("only %d functions", len(seen))
	}
}

// TestCompareRegions: the country, provinces in their order with their places, then what is not known, by sound.
func TestCompareRegions(t *testing.T) {
	want := []string{"国家", "北京市", "河北省", "唐山市", "河南省", "郑州市", "广东省", "新疆维吾尔自治区", "阿甲县", "波甲县"}
	got := slices.Clone(want)
	slices.Sort(got)
	slices.SortFunc(got, catalog.CompareRegions)
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
