package html

import (
	"regexp"
	"strconv"
	"strings"
)

// units are lengths in pixels, of letters of the usual size and of a usual screen.
var units = map[string]float64{"": 1, "px": 1, "pt": 1.33, "em": 16, "rem": 16, "%": 12, "vw": 12, "vh": 8, "cm": 38, "in": 96}

// length returns a length in pixels; relative tells that it depends on the elements around.
func length(value string) (pixels float64, relative, ok bool) {
	end := strings.LastIndexAny(value, "0123456789.") + 1
	n, err := strconv.ParseFloat(value[:end], 64)
	unit, known := units[value[end:]]
	return n * unit, value[end:] == "em" || value[end:] == "%", err == nil && known
}

// farOff is how far from its place text must be moved to be off the screen.
const farOff = -400

// gone reports whether nothing of an element is seen, whatever stands in it.
func (l look) gone() bool {
	if l["display"] == "none" {
		return true
	}
	if v, _, ok := length(l["opacity"]); ok && v == 0 {
		return true
	}
	if l.movedAway() || l.drawnAway() {
		return true
	}
	if l["overflow"] != "hidden" {
		return false
	}
	for _, name := range []string{"height", "max-height", "width"} {
		if v, _, ok := length(l[name]); ok && v <= 1 {
			return true
		}
	}
	return false
}

// movedAway reports whether an element stands off the screen, or in a hole without size.
func (l look) movedAway() bool {
	moved := []string{"text-indent"}
	if p := l["position"]; p == "absolute" || p == "fixed" {
		moved = []string{"text-indent", "left", "right", "top", "margin-left"}
		if hole := strings.ReplaceAll(l["clip"], " ", ""); strings.HasPrefix(hole, "rect(0") || strings.HasPrefix(hole, "rect(1px") {
			return true
		}
	}
	for _, name := range moved {
		if v, _, ok := length(l[name]); ok && v <= farOff {
			return true
		}
	}
	return false
}

// noPart are the values of properties by which nothing of an element is drawn, without white space.
var noPart = regexp.MustCompile(`^(?:clip-path:(?:inset\((?:[5-9]\d|100)%|circle\(0(?:px|%)?[)a]|polygon\((?:0(?:px|%)?){2}(?:,(?:0(?:px|%)?){2})*\))|` +
	`transform:.*(?:scale[xy]?\(0(?:,0)?\)|translate[xy]?\(-\d{4,}(?:px|em|%))|content-visibility:hidden|filter:.*opacity\(0%?\)|zoom:0%?$)`)

// drawnAway reports whether an element is cut, shrunk or moved until nothing of it is left.
func (l look) drawnAway() bool {
	for _, name := range []string{"clip-path", "transform", "content-visibility", "filter", "zoom"} {
		if v := l[name]; v != "" && noPart.MatchString(name+":"+strings.Join(strings.Fields(v), "")) {
			return true
		}
	}
	return false
}

// hides reports whether declarations hide what they are about.
func hides(in []declaration) bool {
	l := look{}
	for _, d := range in {
		l[d.name] = d.value
	}
	unseen, _ := l.unseen()
	tiny, _ := l.tiny()
	return l.gone() || unseen || tiny
}

// sizeOf returns the size of letters in a value of the property font, or "".
func sizeOf(font string) string {
	for _, f := range strings.Fields(strings.ToLower(font)) {
		f, _, _ = strings.Cut(f, "/")
		if _, _, ok := length(f); ok && (f == "0" || strings.Trim(f, "0123456789.") != "") {
			return f
		}
	}
	return ""
}

// clear says whether the letters of an element have no colour.
func (l look) clear() (clear, set bool) {
	c := strings.ReplaceAll(l["color"], " ", "")
	return noColour.MatchString(c), c != "" && c != "inherit"
}

var noColour = regexp.MustCompile(`^(?:transparent|rgba\(.*,0(?:\.0*)?\)|hsla\(.*,0(?:\.0*)?\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0)$`)

// unseen says whether the text of an element is seen, and what stands in it unless it says otherwise;
// set is false where the element says nothing.
func (l look) unseen() (unseen, set bool) {
	switch l["visibility"] {
	case "hidden", "collapse":
		return true, true
	case "visible":
		return false, true
	}
	return false, false
}

// tiny says the same of letters without size.
func (l look) tiny() (tiny, set bool) {
	size := l["font-size"]
	if size == "" || size == "inherit" {
		return false, false
	}
	v, relative, ok := length(size)
	switch {
	case ok && v < 2:
		return true, true
	case ok && relative:
		return false, false
	}
	return false, true
}
