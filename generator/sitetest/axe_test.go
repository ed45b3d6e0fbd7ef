package sitetest

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// axeVersion is the release of axe-core that the pages are held to.
const axeVersion = "4.14.1"

// layouts are the ways of reading in which no page may have a barrier.
var layouts = []view{
	{name: "light", width: 1280, height: 900},
	{name: "dark", width: 1280, height: 900, dark: true},
	{name: "large", width: 1280, height: 900, large: true},
	{name: "narrow", width: 360, height: 740},
}

// TestBarriers runs axe-core on the pages of each kind in each layout: a page is loaded wide and
// narrow, and changes its colours and its size as it stands.
func TestBarriers(t *testing.T) {
	chromium(t)
	source := axe(t)
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range kinds(t, dir) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := open(t, "file://"+dir+"/")
			width := int64(0)
			for _, v := range layouts {
				if b.size(v); v.width != width {
					b.visit(name)
					if name == "404.html" {
						b.forgive() // it looks for the site in folders above
					}
					eval[bool](b, source+";"+alike)
					width = v.width
				}
				b.dress(v)
				for _, barrier := range barriers(b) {
					t.Errorf("%s: %s", v.name, barrier)
				}
			}
		})
	}
}

// alike marks the rows of tables that are built as one above them, of which one need be tested.
const alike = `(() => {
	const built = row => Array.from(row.cells, c => !c.textContent.trim() + [...new Set(Array.from(c.querySelectorAll('*'),
		e => e.tagName + e.className + Object.keys(e.dataset) + (e.dataset.heat || '')))].sort().join()).join('|');
	document.querySelectorAll('tbody').forEach(body => {
		const seen = new Set();
		Array.from(body.rows).forEach(row => seen.has(built(row)) ? row.dataset.alike = '' : seen.add(built(row)));
	});
	return true;
})()`

// barriers returns what axe-core complains of in the tab's page as it looks, and what stands out
// of the screen.
func barriers(b *tab) []string {
	b.t.Helper()
	eval[bool](b, `(window.axeFound = undefined, axe.run({ exclude: [['[data-alike]']] }, { preload: false, resultTypes: ['violations'] }).then(
		r => { window.axeFound = r.violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')); },
		e => { window.axeFound = [String(e)]; }), true)`)
	b.until(`window.axeFound !== undefined`)
	found := eval[[]string](b, `window.axeFound`)
	if wide := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		found = append(found, fmt.Sprintf("%d px wider than the screen", wide))
	}
	return found
}

// axe returns the script of axe-core. It comes from npm once and stays in the user's cache;
// without npm the test is skipped.
func axe(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("no cache for axe-core: %v", err)
	}
	dir := filepath.Join(cache, "zhengce")
	pack := filepath.Join(dir, "axe-core-"+axeVersion+".tgz")
	if _, err := os.Stat(pack); err != nil {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Skipf("no cache for axe-core: %v", err)
		}
		npm, err := exec.LookPath("npm")
		if err != nil {
			t.Skip("npm is missing: barriers are not tested")
		}
		if err := run(dir, npm, "pack", "--silent", "axe-core@"+axeVersion); err != nil {
			t.Skipf("npm cannot fetch axe-core: barriers are not tested: %v", err)
		}
	}
	script, err := unpack(pack, "package/axe.min.js")
	if err != nil {
		t.Fatalf("%s: %v", pack, err)
	}
	return string(script)
}

// unpack returns a file of a gzipped tar.
func unpack(pack, name string) ([]byte, error) {
	f, err := os.Open(pack)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil, os.ErrNotExist
		}
		if err != nil {
			return nil, err
		}
		if h.Name == name {
			return io.ReadAll(r)
		}
	}
}
