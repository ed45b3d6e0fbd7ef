package sitetest

import (
	"os"
	"path"
	"strconv"
	"testing"

	"golang.org/x/net/html"
)

// TestDrawings: every circle and text of a drawing stands in it, no two dots stand at one place, and each
// line begins and ends in the drawing.
func TestDrawings(t *testing.T) {
	root := os.DirFS(public(t))
	drawings := map[string]int{}
	for _, folder := range []string{"agencies", "compare"} {
		for _, p := range pages(t, public(t), folder) {
			f, err := root.Open(p.name)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := html.Parse(f)
			f.Close()
			if err != nil {
				t.Fatal(err)
			}
			for n := range doc.Descendants() {
				if n.Data == "svg" {
					drawings[folder]++
					checkDrawing(t, p.name, n)
				}
			}
		}
	}
	if drawings["agencies"] < 10 || drawings["compare"] < 4 {
		t.Errorf("drawings: %v", drawings)
	}
}

// checkDrawing reports the shapes of a drawing that stand outside it, and dots upon another.
func checkDrawing(t *testing.T, page string, svg *html.Node) {
	t.Helper()
	inside := func(n *html.Node, x, y string) {
		for _, axis := range [][2]string{{x, "width"}, {y, "height"}} {
			at, err := strconv.Atoi(attr(n, axis[0]))
			end, errEnd := strconv.Atoi(attr(svg, axis[1]))
			if err != nil || errEnd != nil || at < 0 || at > end {
				t.Errorf("%s: %s %q stands at %s=%q of %q", page, n.Data, textOf(n), axis[0], attr(n, axis[0]), attr(svg, axis[1]))
			}
		}
	}
	dots := map[string]bool{}
	for n := range svg.Descendants() {
		switch n.Data {
		case "line":
			inside(n, "x1", "y1")
			inside(n, "x2", "y2")
		case "text":
			inside(n, "x", "y")
		case "circle":
			inside(n, "cx", "cy")
			place := path.Join(attr(n, "cx"), attr(n, "cy"))
			if dots[place] {
				t.Errorf("%s: two dots stand at %s", page, place)
			}
			dots[place] = true
		}
	}
	if len(dots) == 0 {
		t.Errorf("%s: a drawing without dots", page)
	}
}
