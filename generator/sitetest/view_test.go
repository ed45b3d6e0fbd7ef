package sitetest

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A view is a way of looking at a page.
type view struct {
	name          string
	width, height int64
	dark, large   bool
}

// set makes the tab show pages in the view. Large text is chosen as a reader does, so it holds
// from the next page on.
func (b *tab) set(v view) {
	b.t.Helper()
	command(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: v.width, Height: v.height, DeviceScaleFactor: 1})
	mode := `{"theme":"` + map[bool]string{false: "light", true: "dark"}[v.dark] + `","size":"` + map[bool]string{true: "large"}[v.large] + `"}`
	b.visit("about.html")
	eval[bool](b, `(localStorage.setItem('zhengce-mode', `+quote(mode)+`), true)`)
}

// kinds returns one page of each kind of the site; of those in folders the largest, which has
// most on it.
func kinds(t *testing.T, public string) []string {
	t.Helper()
	largest := map[string]string{}
	size := map[string]int64{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		kind := kindOf(name)
		if info.Size() > size[kind] {
			largest[kind], size[kind] = name, info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Values(largest))
}

// kindOf names the kind of a page: pages at the top and comparisons are each their own.
func kindOf(name string) string {
	folder, file := path.Split(name)
	top, _, _ := strings.Cut(name, "/")
	switch {
	case name == "about.html" || name == "help.html" || name == "method.html":
		return "guide"
	case folder == "" || top == "compare" && strings.Count(name, "/") == 1 && !strings.Contains(strings.TrimSuffix(file, ".html"), "-"):
		return name
	case file == "index.html":
		return top + " list " + strings.Repeat("/", strings.Count(name, "/"))
	case strings.HasPrefix(file, "annex-"):
		return top + " annex"
	}
	return top + " page " + strings.Repeat("/", strings.Count(name, "/"))
}
