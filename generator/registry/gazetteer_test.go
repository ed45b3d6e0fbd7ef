package registry_test

import (
	"testing"

	"zhengce/generator/registry"
)

// TestPlaces holds that each line of the data is of a known province and each name ends in a level.
func TestPlaces(t *testing.T) {
	for name, province := range map[string]string{"怀化市": "湖南省", "凤凰县": "湖南省", "济源市": "河南省", "大兴区": "北京市", "朝阳区": "", "兴安盟": "内蒙古自治区"} {
		if p, ok := registry.PlaceNamed(name); !ok || p.Province != province {
			t.Errorf("PlaceNamed(%q) = %v, %v; want %q", name, p, ok, province)
		}
	}
	for _, name := range []string{"-", "", "无此市", "怀化"} {
		if p, ok := registry.PlaceNamed(name); ok {
			t.Errorf("PlaceNamed(%q) = %v; want none", name, p)
		}
	}
}

// TestPlaceCounts counts short names of places that are named in full, and no others.
func TestPlaceCounts(t *testing.T) {
	counts := registry.PlaceCounts("怀化市和怀化的和平，ab凤凰县；新华书店。")
	want := map[string]int{"怀化市": 2, "凤凰县": 1}
	for p, n := range counts {
		if want[p.Name] != n {
			t.Errorf("%s counted %d times, want %d", p.Name, n, want[p.Name])
		}
		delete(want, p.Name)
	}
	if len(want) > 0 {
		t.Errorf("not counted: %v", want)
	}
}
