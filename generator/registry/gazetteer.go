package registry

import (
	_ "embed"
	"slices"
	"strings"

	"zhengce/generator/words"
)

//go:embed places.txt
var placeList string

// A place is a region below a province, whichever province it lies in.
type place struct {
	name  string // 怀化市, 凤凰县
	short string // without its level, 怀化; "" where that leaves less than two characters
}

var likePlaces = words.Of("words-like-places")

var placeEndings = words.Of("place-levels")

// placesByStart holds the known places by the first two characters of their names, placesWithin those of each city.
var placesByStart, placesWithin = readPlaces()

// regionOrder tells where the known regions stand: the whole country, then each province with the places in it.
var regionOrder = readOrder()

func readOrder() map[string]int {
	order := map[string]int{National: 0}
	of := map[string][]string{}
	for _, f := range fields(placeList, 3) {
		of[f[0]] = append(append(of[f[0]], f[1]), strings.Fields(f[2])...)
	}
	for _, r := range Regions {
		for _, name := range append([]string{r.Name}, of[r.Name]...) {
			if _, known := order[name]; !known {
				order[name] = len(order)
			}
		}
	}
	return order
}

// RegionOrder returns the place of a region in the order of administration, GB/T 2260; regions that are not known
// stand behind all that are.
func RegionOrder(name string) int {
	if n, known := regionOrder[name]; known {
		return n
	}
	return len(regionOrder)
}

func readPlaces() (byStart map[string][]place, within map[string][]string) {
	out, seen, within := map[string][]place{}, map[string]bool{"-": true}, map[string][]string{}
	for _, f := range fields(placeList, 3) {
		within[f[1]] = append(within[f[1]], strings.Fields(f[2])...)
		for _, name := range append([]string{f[1]}, strings.Fields(f[2])...) {
			if seen[name] {
				continue // several provinces have a 朝阳区
			}
			seen[name] = true
			p := place{name, strings.TrimSuffix(name, words.Suffix(name, placeEndings))}
			if len(p.short) < len("怀化") {
				p.short = ""
			}
			start := name[:len("怀化")]
			out[start] = append(out[start], p)
		}
	}
	return out, within
}

// IsPlace reports whether name is the full name of a known place below a province: 攸县, 房山区, 漾濞彝族自治县. What is a
// common word as well is none: 郊区, 老城区.
func IsPlace(name string) bool {
	if len(name) < len("怀化") || slices.Contains(likePlaces, name) {
		return false
	}
	return slices.ContainsFunc(placesByStart[name[:len("怀化")]], func(p place) bool { return p.name == name })
}

// PlaceStarting returns the longest name of a known place below a province with which text begins, or "": 那曲市 of 那曲市教育局.
func PlaceStarting(text string) string {
	best := ""
	if len(text) < len("怀化") {
		return best
	}
	for _, p := range placesByStart[text[:len("怀化")]] {
		if len(p.name) > len(best) && strings.HasPrefix(text, p.name) && !slices.Contains(likePlaces, p.name) {
			best = p.name
		}
	}
	return best
}

// PlaceWithin returns the district or county of a city with which text begins, or "": 集美区 of 厦门市.
func PlaceWithin(city, text string) string {
	for _, name := range placesWithin[city] {
		if strings.HasPrefix(text, name) {
			return name
		}
	}
	return ""
}

// PlaceCalled returns the only region or known place whose name without its level is short, 怀化市 of 怀化, or "".
func PlaceCalled(short string) string {
	for _, r := range Regions {
		if r.Short == short {
			return r.Name
		}
	}
	if len(short) < len("怀化") {
		return ""
	}
	found := ""
	for _, p := range placesByStart[short[:len("怀化")]] {
		if p.short == short && found != "" {
			return ""
		}
		if p.short == short {
			found = p.name
		}
	}
	return found
}

// PlaceCounts counts how often text names each known place below a province that it names at least once in
// full; from then on the name without its level counts too, which alone may be a common word: 和平, 新华.
func PlaceCounts(text string) map[string]int {
	counts, full := map[string]int{}, map[string]bool{}
	for i := 0; i+len("怀化") <= len(text); i++ {
		if text[i] < 0xE0 { // no first byte of a Chinese character
			continue
		}
		for _, p := range placesByStart[text[i:i+len("怀化")]] {
			switch {
			case strings.HasPrefix(text[i:], p.name):
				full[p.name] = true
				counts[p.name]++
			case p.short != "" && strings.HasPrefix(text[i:], p.short):
				counts[p.name]++
			}
		}
	}
	for name := range counts {
		if !full[name] {
			delete(counts, name)
		}
	}
	return counts
}
