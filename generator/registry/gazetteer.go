package registry

import (
	_ "embed"
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

var placeEndings = words.Of("place-levels")

// placesByStart holds the known places by the first two characters of their names.
var placesByStart = readPlaces()

func readPlaces() map[string][]place {
	out, seen := map[string][]place{}, map[string]bool{"-": true}
	for _, f := range fields(placeList, 3) {
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
	return out
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
