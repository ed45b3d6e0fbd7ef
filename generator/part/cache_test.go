package part

import (
	"bytes"
	"fmt"
	"testing"

	"zhengce/generator/manifest"
)

// TestCache holds that a cache is read as it was written, and that one of which a byte is changed, missing or more has nothing.
func TestCache(t *testing.T) {
	pages := Part{[]*Page{{Name: "a.md", Key: Key{1}}, {Name: "measures/a/_index.md", Key: Key{2}}, {Name: "own.md", own: true}, {Name: "gone.md", Key: Key{3}}}}
	files := []manifest.File{{Path: "a.html", SHA256: "aa"}, {Path: "css/a.css", SHA256: "cc"}, {Path: "measures/a/index.html", SHA256: "bb"}, {Path: "own.html", SHA256: "dd"}}
	c := pages.Cache(files)
	data := c.Bytes()
	got := ReadCache(data)
	if fmt.Sprint(got) != fmt.Sprint(c) || len(got) != 2 || len(got["a.md"].files) != 2 {
		t.Fatalf("%v became %v", c, got)
	}
	for i := range data {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		if got := ReadCache(changed); len(got) > 0 {
			t.Fatalf("byte %d changed: %v", i, got)
		}
		if got := ReadCache(data[:i]); len(got) > 0 {
			t.Fatalf("cut at byte %d: %v", i, got)
		}
	}
	if got := ReadCache(append(data, '\n')); len(got) > 0 {
		t.Errorf("a line more: %v", got)
	}
}

// TestKeys holds that a share names its pages, and that a list of them that leads elsewhere is refused.
func TestKeys(t *testing.T) {
	pages := Part{[]*Page{{Name: "a.md", Key: Key{1}}, {Name: "measures/a/1.md", Key: Key{2}}}}
	got, err := ReadKeys(pages.Keys())
	if err != nil || len(got.Pages) != 2 || got.Pages[1].Name != "measures/a/1.md" || got.Pages[1].Key != (Key{2}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"x", "00\ta.md\n", fmt.Sprintf("%x\t../a.md\n", Key{}), fmt.Sprintf("%x\n", Key{})} {
		if got, err := ReadKeys([]byte(bad)); err == nil {
			t.Errorf("%q: %v", bad, got)
		}
	}
}
