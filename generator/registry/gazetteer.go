package registry

import (
	_ "embed"
	"strings"

	"zhengce/generator/words"
)

//go:embed places.txt
var placeList string

// A Place is a region below a province that carries a name of its own.
type Place struct {
	Name     string // 怀化市, 凤凰县
	Province string // 湖南省; "" where several provinces have a place of this name
}

// Level returns the word by which the papers of the place call it: 市, 县, 区, 盟, 州, 旗.
func (p Place) Level() string { return p.Name[len(p.Name)-len("市"):] }

// Short returns the name without its level, or "" where that leaves less than two characters: 怀化.
func (p Place) Short() string {
	s := strings.TrimSuffix(p.Name, words.Suffix(p.Name, placeEndings))
	if len(s) < len("怀化") {
		return ""
	}
	return s
}

var placeEndings = words.Of("place-levels")

// placesByName holds the known places, placeStarts the first two characters of their names.
var placesByName, placeStarts = readPlaces()

func readPlaces() (byName map[string]Place, starts map[string][]Place) {
	byName, starts = map[string]Place{}, map[string][]Place{}
	var order []string
	for _, f := range fields(placeList, 3) {
		for _, name := range append([]string{f[1]}, strings.Fields(f[2])...) {
			p := Place{name, f[0]}
			if old, seen := byName[name]; seen && old.Province != p.Province {
				p.Province = ""
			} else if !seen && name != "-" {
				order = append(order, name)
			}
			byName[name] = p
		}
	}
	for _, name := range order {
		start := name[:len("怀化")]
		starts[start] = append(starts[start], byName[name])
	}
	return byName, starts
}

// PlaceNamed returns the place below a province that is called name, and false where none is known.
func PlaceNamed(name string) (Place, bool) {
	p, ok := placesByName[name]
	return p, ok && name != "-"
}

// PlaceCounts counts how often text names each place that it names at least once in full; from then
// on the name without its level counts too, which alone may be a common word: 和平, 新华.
func PlaceCounts(text string) map[Place]int {
	counts, full := map[Place]int{}, map[Place]bool{}
	for i := 0; i+len("怀化") <= len(text); i++ {
		if text[i] < 0xE0 { // no first byte of a Chinese character
			continue
		}
		for _, p := range placeStarts[text[i:i+len("怀化")]] {
			switch short := p.Short(); {
			case strings.HasPrefix(text[i:], p.Name):
				full[p] = true
				counts[p]++
			case short != "" && strings.HasPrefix(text[i:], short):
				counts[p]++
			}
		}
	}
	for p := range counts {
		if !full[p] {
			delete(counts, p)
		}
	}
	return counts
}
