package sitetest

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/chromedp/cdproto/emulation"
)

// A view is a way of looking at a page.
type view struct {
	name          string
	width, height int64
	dark, large   bool
	double        bool // text of twice the size, as a reader sets it in the browser
}

// size gives the tab the view's size, and the colours that its system would ask for.
func (b *tab) size(v view) {
	b.t.Helper()
	command(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: v.width, Height: v.height, DeviceScaleFactor: 1})
	scheme := map[bool]string{false: "light", true: "dark"}[v.dark]
	command(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// dress gives the tab's page the colours and the size of the view, as its own buttons do. The
// buttons themselves would do it in all tabs.
func (b *tab) dress(v view) {
	b.t.Helper()
	eval[bool](b, `(d => { d.theme = `+quote(map[bool]string{false: "light", true: "dark"}[v.dark])+`;
		d.size = `+quote(map[bool]string{true: "large"}[v.large])+`; return true; })(document.documentElement.dataset)`)
	eval[bool](b, `(document.documentElement.style.fontSize = `+quote(map[bool]string{true: "200%"}[v.double])+`, true)`)
}

// kinds returns pages of the site that together have everything that is on any: of those of
// one kind the largest, and each smaller one that has a part which the larger ones lack.
func kinds(t *testing.T, public string) []string {
	t.Helper()
	type file struct {
		name string
		size int64
	}
	var all []file
	root := os.DirFS(public)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		info, err := d.Info()
		if err == nil {
			all = append(all, file{name, info.Size()})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(all, func(a, b file) int { return cmp.Compare(b.size, a.size) })
	seen := map[string]bool{}
	var out []string
	for _, f := range all {
		found := false
		for _, part := range parts(t, root, f.name) {
			part = kindOf(f.name) + " " + part
			found = found || !seen[part]
			seen[part] = true
		}
		if found {
			out = append(out, f.name)
		}
	}
	slices.Sort(out)
	return out
}

// kindOf names the kind of a page by its address: pages at the top and comparisons are each
// their own, but for those of one thing, as compare/drift-x.html.
func kindOf(name string) string {
	folder, file := path.Split(name)
	switch word, _, many := strings.Cut(file, "-"); {
	case folder == "compare/" && many:
		return folder + word
	case folder == "" || folder == "compare/":
		return name
	}
	top, _, _ := strings.Cut(folder, "/")
	return top + strings.Repeat("/", strings.Count(name, "/")) + map[bool]string{true: "index"}[file == "index.html"]
}

// parts names what the main element of a page is made of: its elements with their classes, but
// for the steps of these, and the headings that are not a paper's.
func parts(t *testing.T, root fs.FS, name string) (out []string) {
	t.Helper()
	f, err := root.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *html.Node, main, paper bool)
	walk = func(n *html.Node, main, paper bool) {
		main = main || n.Data == "main"
		paper = paper || hasAttribute(n, "data-verbatim")
		if main && n.Type == html.ElementNode {
			for class := range strings.FieldsSeq(n.Data + " " + attr(n, "class")) {
				out = append(out, n.Data+"."+strings.TrimRight(class, "0123456789"))
			}
			if n.Data == "h2" && !paper {
				out = append(out, textOf(n))
			}
		}
		for c := range n.ChildNodes() {
			walk(c, main, paper)
		}
	}
	walk(page, false, false)
	return out
}
