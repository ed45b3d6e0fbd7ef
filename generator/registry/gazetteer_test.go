package registry_test

import (
	"maps"
	"testing"

	"zhengce/generator/registry"
)

// TestIsPlace knows the full names of places, and those that lie in a city; a common word is no place.
func TestIsPlace(t *testing.T) {
	for name, want := range map[string]bool{"攸县": true, "房山区": true, "漾濞彝族自治县": true, "老城区": false, "房山": false, "无此区": false, "县": false, "": false} {
		if got := registry.IsPlace(name); got != want {
			t.Errorf("IsPlace(%q) = %v", name, got)
		}
	}
	for text, want := range map[string]string{"喀什地区行政公署": "喀什地区", "沧州市教育局": "沧州市", "沧县": "沧县", "郊区管理": "", "无此市": "", "沧": ""} {
		if got := registry.PlaceStarting(text); got != want {
			t.Errorf("PlaceStarting(%q) = %q, want %q", text, got, want)
		}
	}
	for _, tt := range []struct{ city, text, want string }{
		{"厦门市", "集美区养老规划", "集美区"}, {"厦门市", "集美养老规划", ""}, {"厦门市", "双流区养老规划", ""}, {"无此市", "集美区", ""},
	} {
		if got := registry.PlaceWithin(tt.city, tt.text); got != tt.want {
			t.Errorf("PlaceWithin(%q, %q) = %q, want %q", tt.city, tt.text, got, tt.want)
		}
	}
}

// TestPlaceCounts counts short names of places that are named in full, and no others. Names of places
// directly under a province and of several provinces are known.
func TestPlaceCounts(t *testing.T) {
	for text, want := range map[string]map[string]int{
		"怀化市和怀化的和平，ab凤凰县；新华书店。": {"怀化市": 2, "凤凰县": 1},
		"济源市、大兴区、朝阳区、兴安盟。":      {"济源市": 1, "大兴区": 1, "朝阳区": 1, "兴安盟": 1},
		"唐县、唐山的路。":              {"唐县": 1},
		"无此市，怀化，-。":             {},
	} {
		if got := registry.PlaceCounts(text); !maps.Equal(got, want) {
			t.Errorf("PlaceCounts(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestPlaceCalled(t *testing.T) {
	for short, want := range map[string]string{"怀化": "怀化市", "河南": "河南省", "朝阳": "", "工作": "", "攸": ""} {
		if got := registry.PlaceCalled(short); got != want {
			t.Errorf("PlaceCalled(%q) = %q, want %q", short, got, want)
		}
	}
}
