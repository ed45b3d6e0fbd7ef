package registry

import (
	"slices"
	"testing"
)

// TestSigns holds that each sign decides the name that it takes and is needed for it, and leaves the
// other.
func TestSigns(t *testing.T) {
	for i, s := range signs {
		got := signOf(s.takes, signs)
		if got.name != s.name {
			t.Errorf("%s is decided by %q, not by %s", s.takes, got.name, s.name)
		}
		others := slices.Delete(slices.Clone(signs), i, i+1)
		if without := signOf(s.takes, others); without.body == s.body && without.sure == s.sure {
			t.Errorf("%s comes out the same without %s, by %q", s.takes, s.name, without.name)
		}
		if got := signOf(s.leaves, signs); got.name == s.name {
			t.Errorf("%s is decided by %s, which should leave it", s.leaves, s.name)
		}
	}
}

// TestPlaceSigns holds the same of the signs of a place.
func TestPlaceSigns(t *testing.T) {
	for i, s := range placeSigns {
		got, place := placeSignOf(s.takes, placeSigns)
		if got.name != s.name {
			t.Errorf("%s is decided by %q, not by %s", s.takes, got.name, s.name)
		}
		others := slices.Delete(slices.Clone(placeSigns), i, i+1)
		if without, same := placeSignOf(s.takes, others); without.own == s.own && same == place {
			t.Errorf("%s comes out the same without %s, by %q", s.takes, s.name, without.name)
		}
		if got, _ := placeSignOf(s.leaves, placeSigns); got.name == s.name {
			t.Errorf("%s is decided by %s, which should leave it", s.leaves, s.name)
		}
	}
}
