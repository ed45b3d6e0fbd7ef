package sitetest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	browserpage "github.com/chromedp/cdproto/page"
)

// What the first view of a paper may weigh, in bytes. Scripts and styles count as they are, the
// whole as it is sent, without the paper's own text.
const (
	styleBudget  = 25 << 10
	scriptBudget = 30 << 10
	viewBudget   = 60 << 10
)

var loaded = regexp.MustCompile(`<(?:script[^>]* src|link rel="stylesheet" href)="([^"]+)"( media="print")?`)

// TestWeight holds the pages of each kind to the budgets of styles and scripts, and those of
// papers to that of the first view.
func TestWeight(t *testing.T) {
	dir := public(t)
	for _, name := range kinds(t, dir) {
		// The script of the lost page may stand in any folder above it; the search brings its engine.
		if name != "404.html" && name != "search.html" {
			weigh(t, dir, name)
		}
	}
	for _, p := range pages(t, dir, "documents") {
		if sent := weigh(t, dir, p.name) - zipped([]byte(p.body)); sent > viewBudget {
			t.Errorf("%s: first view of %d bytes besides its text, at most %d", p.name, sent, viewBudget)
		}
	}
}

// weigh holds a page to the budgets of styles and scripts, and returns what is sent for its first
// view.
func weigh(t *testing.T, dir, name string) (sent int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	sent = zipped(data)
	sum := map[string]int{}
	for _, m := range loaded.FindAllStringSubmatch(string(data), -1) {
		if m[2] != "" {
			continue // loaded for paper only
		}
		asset, err := os.ReadFile(filepath.Join(dir, filepath.Dir(name), m[1]))
		if err != nil {
			t.Fatal(err)
		}
		sum[filepath.Ext(m[1])] += len(asset)
		sent += zipped(asset)
	}
	if sum[".css"] == 0 || sum[".css"] > styleBudget {
		t.Errorf("%s: styles of %d bytes, at most %d", name, sum[".css"], styleBudget)
	}
	if sum[".js"] == 0 || sum[".js"] > scriptBudget {
		t.Errorf("%s: scripts of %d bytes, at most %d", name, sum[".js"], scriptBudget)
	}
	return sent
}

func zipped(data []byte) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data)
	z.Close()
	return b.Len()
}

// observe notes when a page is first painted and how far its parts move.
const observe = `window.shift = 0; window.painted = 0; window.moved = '';
new PerformanceObserver(l => l.getEntries().forEach(e => {
	if (e.hadRecentInput) return;
	window.shift += e.value;
	e.sources.forEach(s => { window.moved += s.node ? ' ' + (s.node.outerHTML || s.node.textContent).slice(0, 60) : ''; });
})).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(l => l.getEntries().forEach(e => { if (e.name === 'first-contentful-paint') window.painted = e.startTime; })).observe({ type: 'paint', buffered: true });`

// slow opens a tab that notes what observe notes, on a processor four times slower.
func slow(t *testing.T, width int64) *tab {
	t.Helper()
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, "file://"+dir+"/")
	b.size(view{width: width, height: 800})
	command(b, browserpage.AddScriptToEvaluateOnNewDocument, browserpage.AddScriptToEvaluateOnNewDocumentParams{Source: observe})
	command(b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
	return b
}

// TestSteady: nothing on a page moves while it loads. With SPEED set pages of each kind are loaded,
// else the longest text and the longest list.
func TestSteady(t *testing.T) {
	chromium(t)
	names := []string{longest(t).name, "measures/index.html"}
	if os.Getenv("SPEED") != "" {
		names = kinds(t, public(t))
	}
	for _, width := range []int64{390, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			b := slow(t, width)
			for _, name := range names {
				if name == "404.html" {
					continue // its styles come when their folder is found
				}
				b.visit(name)
				b.until(`window.painted > 0 && document.readyState === 'complete'`)
				if shift := eval[float64](b, `window.shift`); shift > 0.05 {
					t.Errorf("%s: layout shift of %.3f by %s", name, shift, eval[string](b, `window.moved`))
				}
			}
		})
	}
}

// TestSpeed opens the longest paper from disk. A machine that is busy with other things paints
// late, so the best of some tries counts, and the limit holds only where SPEED is set.
func TestSpeed(t *testing.T) {
	chromium(t)
	b := slow(t, 1280)
	name := longest(t).name
	best := 0.0
	for range 5 {
		b.visit(strings.Replace(name, ".html", ".html?", 1))
		b.until(`window.painted > 0 && document.readyState === 'complete' && document.querySelector('.tool') !== null`)
		if painted := eval[float64](b, `window.painted`); best == 0 || painted < best {
			best = painted
		}
	}
	t.Logf("%s: first paint after %.0f ms", name, best)
	if best > 1500 && os.Getenv("SPEED") != "" {
		t.Errorf("%s: first paint after %.0f ms, at most 1500", name, best)
	}
}
