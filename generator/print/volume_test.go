package print

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNumber prints volumes of given lengths as the browser would, until their numbering stands.
func TestNumber(t *testing.T) {
	tests := []struct {
		name            string
		front           int
		lengths, starts []int // of the papers; numbers of their first pages
		blanks          []string
		odd             bool
	}{
		{"one paper", 2, []int{3}, []int{1}, nil, false},
		{"odd front", 3, []int{2, 2}, []int{1, 3}, nil, true},
		{"odd papers", 4, []int{3, 1, 2, 5}, []int{1, 5, 7, 9}, []string{"d2", "d3"}, false},
		{"all odd", 1, []int{1, 1, 1}, []int{1, 3, 5}, []string{"d2", "d3"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sections := []string{"d1", "d2", "d3", "d4"}[:len(tt.lengths)]
			var n numbering
			for pass := 0; ; pass++ {
				places := layOut(tt.front, tt.lengths, n)
				found, err := number(places, prepared{Sections: sections, Numbered: slices.Collect(maps.Keys(places))}, n)
				if err != nil {
					t.Fatal(err)
				}
				if found.equal(n) {
					break
				}
				if pass == 2 {
					t.Fatalf("no rest: %+v, then %+v", n, found)
				}
				n = found
			}
			var starts []int
			for _, id := range sections {
				starts = append(starts, n.pages[id])
			}
			if diff := cmp.Diff(tt.starts, starts); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.blanks, n.blanks); diff != "" || n.odd != tt.odd || n.front%2 != 0 {
				t.Errorf("front %d, odd %t, %s", n.front, n.odd, diff)
			}
		})
	}
}

// layOut returns the pages of the papers' first and last places where empty pages stand as n says.
func layOut(front int, lengths []int, n numbering) map[string]int {
	dests := map[string]int{"on the contents": 2}
	page := front + 1
	if n.odd {
		page++
	}
	blank := map[string]bool{}
	for _, id := range n.blanks {
		blank[id] = true
	}
	for i, length := range lengths {
		id := []string{"d1", "d2", "d3", "d4"}[i]
		if blank[id] {
			page++
		}
		dests[id], dests[id+"-end"] = page, page+length-1
		page += length
	}
	return dests
}

func TestNumberRefuses(t *testing.T) {
	if _, err := number(map[string]int{"d1": 3}, prepared{Sections: []string{"d1", "d2"}}, numbering{}); err == nil {
		t.Error("a paper without a place: no error")
	}
	if _, err := number(nil, prepared{}, numbering{}); err == nil {
		t.Error("no papers: no error")
	}
}
