package catalog

import (
	"slices"
	"strings"

	"zhengce/generator/registry"
)

// A Succession says that a name of a body was followed by another, as the registry has it.
type Succession struct {
	Old, New         string // without region
	Year             string
	Source           string  // who says so; never empty
	Verified         bool    // the registry names a source
	Whole            bool    // all functions went over, not a part
	OldBody, NewBody *Agency // if the library knows a body of the region by that name
}

// lineages gives each body what the registry says of its names: what they followed and what followed
// them, over several steps. Bodies are not merged by it.
func (b *builder) lineages() {
	type place struct{ region, stem string }
	at := map[place]*Agency{}
	for k, a := range b.bodies {
		p := place{k.region, stemOf(k)}
		if at[p] == nil || a.ID < at[p].ID {
			at[p] = a
		}
	}
	for _, a := range b.c.Agencies {
		if a.Collective || a.Region == registry.National {
			continue
		}
		stems := map[string]bool{}
		for _, n := range a.Names {
			stems[stemOf(nameKey{a.Region, n.Name})] = true
		}
		for _, forward := range []bool{false, true} {
			for _, s := range chain(a.Region, stems, forward) {
				x := Succession{Old: s.Old, New: s.New, Year: s.Year, Source: sourceOf(s.Source), Verified: sourceOf(s.Source) == s.Source,
					Whole:   registry.Function(s.Old) == registry.Function(s.New),
					OldBody: at[place{a.Region, s.Old}], NewBody: at[place{a.Region, s.New}]}
				if !slices.Contains(a.Lineage, x) {
					a.Lineage = append(a.Lineage, x)
				}
			}
		}
		slices.SortStableFunc(a.Lineage, func(x, y Succession) int { return strings.Compare(x.Year, y.Year) })
	}
}

// chain returns the successions that lead on from the names, or back from them.
func chain(region string, stems map[string]bool, forward bool) []registry.Succession {
	reached := map[string]bool{}
	for s := range stems {
		reached[s] = true
	}
	var out []registry.Succession
	taken := make([]bool, len(registry.Successions))
	for grown := true; grown; {
		grown = false
		for i, s := range registry.Successions {
			from, to := s.Old, s.New
			if !forward {
				from, to = to, from
			}
			if !taken[i] && reached[from] && (s.Region == region || s.Region == "*") {
				taken[i], reached[to], grown = true, true, true
				out = append(out, s)
			}
		}
	}
	return out
}
