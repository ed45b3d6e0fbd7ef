package verify

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"zhengce/generator/internal/parallel"
	"zhengce/generator/source"
)

// Contents proves that the pages of a finished site say what the pages in content/ say: every text, link, finding, quotation and
// cell, in order. What templates put around that is not compared, nor those pages, by name, of which it is known already; nil for none.
func Contents(site, pages fs.FS, proven func(name string) bool) (errs source.ErrorList) {
	all, errs := readContents(pages)
	list := make([]*content, 0, len(all))
	for _, c := range all {
		if proven == nil || !proven(c.name) {
			list = append(list, c)
		}
	}
	found := make([]source.ErrorList, len(list))
	parallel.Each(len(list), func(i int) { found[i] = compareContent(site, list[i], all) })
	for _, f := range found {
		errs = append(errs, f...)
	}
	errs.Sort()
	return errs
}

// readContents reads the pages in content/.
func readContents(pages fs.FS) (all map[string]*content, errs source.ErrorList) {
	all = map[string]*content{}
	err := fs.WalkDir(pages, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		data, err := fs.ReadFile(pages, name)
		if err == nil {
			all[name] = newContent(name, data)
		}
		return err
	})
	if err != nil {
		errs = append(errs, failure(".", place{}, "unreadable", "reading the pages: %v", err))
	}
	return all, errs
}

// compareContent compares one page of content/ with its page of the site, which shows the texts of pages that it names too,
// unless they have pages of their own.
func compareContent(site fs.FS, c *content, all map[string]*content) (errs source.ErrorList) {
	data, err := fs.ReadFile(site, c.page)
	if err != nil {
		if !c.hidden && c.generated {
			errs = append(errs, failure(c.page, place{}, "missing-file", "the page is missing: content/%s gives it", c.name))
		}
		return errs
	}
	if !c.generated && bytes.Contains(c.body, []byte("{{")) {
		return nil // it calls something of Hugo
	}
	main := readMain(c.page, data, false).b.String()
	for _, want := range c.frame(all) {
		if !framed(main, want) {
			errs = append(errs, failure(c.page, place{}, "finding", "the page does not say what content/%s gives: %q", c.name, elements.Replace(want)))
		}
	}
	for _, shown := range append([]*content{c}, c.others(all)...) {
		want := readMarkdown(shown, all)
		if want == "" || stands(main, want) {
			continue
		}
		again := readMain(c.page, data, true)
		at, n := nearest(main, want)
		errs = append(errs, failure(c.page, again.placeOf(at+n), "finding", "the page says other than content/%s: expected %q, it has %q", shown.name, saying(want, n), saying(main, at+n)))
	}
	return errs
}

// Marks of templates between which the text of a page stands.
var (
	before = regexp.MustCompile(`\x01(?:/h1|/ul|(?:div|section)[^\x02]* class=[^\x02]*)\x02$`)
	behind = regexp.MustCompile(`^\x01(?:/div|/section|/article)\x02`)
)

// room is how far before a text its frame is looked for, in bytes.
const room = 1000

// stands reports whether a page has the text want as a whole, with nothing put before or behind it.
func stands(main, want string) bool {
	for at := 0; ; at++ {
		i := strings.Index(main[at:], want)
		if i < 0 {
			return false
		}
		at += i
		head := main[max(0, at-room):at]
		if behind.MatchString(main[at+len(want):]) && before.MatchString(head) {
			return true
		}
	}
}

// others returns the pages whose text the page of c shows and that have no page of their own.
func (c *content) others(all map[string]*content) (out []*content) {
	for _, name := range c.shows {
		if o := all[name]; o != nil && o.hidden {
			out = append(out, o)
		}
	}
	return out
}

// Beginnings of a page's text that are tried, and how many bytes tell that it may begin there.
const (
	tries = 64
	begin = 12
)

// nearest returns where in main the text want begins, though it goes on otherwise, and after how many bytes that is. Where its
// beginning is nowhere, the end is looked for.
func nearest(main, want string) (from, n int) {
	start := want[:min(len(want), begin)]
	for at, try := 0, 0; try < tries; try++ {
		i := strings.Index(main[at:], start)
		if i < 0 {
			break
		}
		if m := common(main[at+i:], want); m > n {
			from, n = at+i, m
		}
		at += i + 1
	}
	if n > 0 {
		return from, n
	}
	end := want[max(0, len(want)-2*begin):]
	if i := strings.LastIndex(main, end); i >= 0 {
		a, b := i+len(end), len(want)
		for a > 0 && b > 0 && main[a-1] == want[b-1] {
			a, b = a-1, b-1
		}
		return a - b, b
	}
	return 0, 0
}

// saying returns what a stream says at the offset n, marks as elements.
func saying(stream string, n int) string {
	n = max(0, min(n, len(stream)))
	behind := stream[n:]
	if i := strings.LastIndexByte(stream[:n], markOpen); i >= 0 && i > strings.LastIndexByte(stream[:n], markClose) {
		behind = stream[i:] // within a mark
	}
	if i := strings.IndexByte(behind, markClose); strings.IndexByte(behind, markOpen) == 0 && i >= 0 {
		return elements.Replace(behind[:i+1])
	}
	return elements.Replace(cut(stream, n))
}

var elements = strings.NewReplacer(string(markOpen), "<", string(markClose), ">")
