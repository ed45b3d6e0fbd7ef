package sitetest

import (
	"archive/tar"
	"compress/gzip"
	"errors"
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

// TestBarriers runs axe-core on one page of each kind in each layout.
func TestBarriers(t *testing.T) {
	chromium(t)
	source := axe(t)
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range layouts {
		for _, name := range kinds(t, dir) {
			t.Run(v.name+"/"+name, func(t *testing.T) { checkBarriers(t, open(t, "file://"+dir+"/"), v, name, source) })
		}
	}
}

func checkBarriers(t *testing.T, b *tab, v view, name, axe string) {
	b.set(v)
	b.visit(name)
	eval[bool](b, axe+`;axe.run(document, { preload: false, resultTypes: ['violations'] }).then(
		r => { window.axeFound = r.violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')); },
		e => { window.axeFound = [String(e)]; }); true`)
	b.until(`window.axeFound !== undefined`)
	for _, found := range eval[[]string](b, `window.axeFound`) {
		t.Error(found)
	}
	if wide := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		t.Errorf("%d px wider than the screen", wide)
	}
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
