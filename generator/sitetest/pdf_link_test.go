package sitetest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	outLink = regexp.MustCompile(`/URI \(([^()]*)\)`)
	inLink  = regexp.MustCompile(`/Dest /([A-Za-z0-9._-]+)`)
)

// found returns what the pattern's bracket matches in a file, in order.
func found(t *testing.T, pattern *regexp.Regexp, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("zhengce:")) || bytes.Contains(data, []byte("file:")) {
		t.Errorf("%s has addresses of no use outside", file)
	}
	var out []string
	for _, m := range pattern.FindAllSubmatch(data, -1) {
		out = append(out, string(m[1]))
	}
	return out
}

// TestLinksWithin: the entries of the contents are links in their order, those of the indexes too, and
// each leads to a place that the file has.
func TestLinksWithin(t *testing.T) {
	s := readSheets(t, volumeFile(t))
	links := found(t, inLink, volumeFile(t))
	for _, id := range links {
		if s.places[id] == 0 {
			t.Errorf("a link leads to %q, which is nowhere", id)
		}
	}
	var contents, indexes []string
	for n := range volumePage(t).Descendants() {
		switch id := strings.TrimPrefix(attr(n, "href"), "#"); {
		case hasAttribute(n, "data-paged"):
			contents = append(contents, id)
		case n.Data == "a" && n.Parent.Data == "li" && hasAttribute(n.Parent.Parent.Parent, "data-index") && id != attr(n, "href"):
			indexes = append(indexes, id)
		}
	}
	links = slices.Compact(links) // an entry of two lines has two
	if n := len(contents); n < 40 || len(links) < n || !slices.Equal(links[:n], contents) {
		t.Errorf("the contents have the links\n%q\nwant\n%q", links[:min(n, len(links))], contents)
	}
	for _, id := range indexes {
		if !slices.ContainsFunc(links, func(to string) bool { return s.places[to] == s.places[id] }) {
			t.Errorf("no link leads to the page of %q", id)
		}
	}
}

// TestLinksOut: pages of the site that a paper leads to are links to where the site is published, and
// exist there; where the settings do not say, they are text.
func TestLinksOut(t *testing.T) {
	const address = "https://policy.example.org/lib/"
	plain, root := pdfs(t), t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "public"), os.DirFS(public(t))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "hugo.toml"), []byte("baseURL = \""+address+"\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	names := []string{"documents/yuzheng-2015-42", "compare/network-henan", "agencies/henan-fazhangaigewei-ledger", "print/1"}
	if err := run(root, filepath.Join(scratch, "zhengce"), append([]string{"pdf"}, names...)...); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if links := found(t, outLink, filepath.Join(plain, name+".pdf")); len(links) > 0 {
			t.Errorf("%s leads out without an address: %q", name, links[0])
		}
		links := found(t, outLink, filepath.Join(root, "pdf", name+".pdf"))
		if len(links) < 10 {
			t.Errorf("%s has %d links to the site", name, len(links))
		}
		for _, link := range links {
			page, inside := strings.CutPrefix(link, address)
			page, _, _ = strings.Cut(page, "#")
			if _, err := os.Stat(filepath.Join(public(t), page)); !inside || err != nil {
				t.Errorf("%s leads to %s, which the site has not", name, link)
			}
		}
	}
}
