package registry_test

import (
	"maps"
	"testing"

	"zhengce/generator/registry"
)

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
