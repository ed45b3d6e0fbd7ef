package print

import (
	"bytes"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
)

// Before a page is printed, links within it become addresses of a scheme of our own, zhengce:d1-s2,
// and an empty link at each place that they lead to says which place it is, zhengce:@d1-s2. The
// browser can name places itself, but looks through all of them on every page: a volume of ten times
// the pages would take a hundred times as long.

var (
	annotsPattern  = regexp.MustCompile(`/Annots \[([^\]]*)\]`)
	addressPattern = regexp.MustCompile(`/A <<[^<>]*/URI \(zhengce:(@?)([^()\\]*)\)>>`)
	rectPattern    = regexp.MustCompile(`/Rect \[\S+ \S+ \S+ (\S+)\]`)
)

// link finds the places of the file, and makes the links within it lead there.
func (f *pdfFile) link() {
	f.places = map[string]int{}
	names := map[string]string{}
	pages := f.pages()
	for _, page := range slices.Sorted(maps.Keys(pages)) {
		f.objects[page] = annotsPattern.ReplaceAllFunc(f.objects[page], func(list []byte) []byte {
			kept := []byte("/Annots [")
			for _, m := range numberPattern.FindAllSubmatch(list, -1) {
				n, _ := strconv.Atoi(string(m[1]))
				id, top, is := f.place(n)
				if !is {
					kept = append(append(kept, m[0]...), ' ')
					continue
				}
				delete(f.objects, n)
				if f.places[id] == 0 || pages[page] < f.places[id] {
					f.places[id], names[id] = pages[page], fmt.Sprintf("%s [%d 0 R /XYZ 0 %s 0]", pdfName(id), page, top)
				}
			}
			return append(bytes.TrimSuffix(kept, []byte(" ")), ']')
		})
	}
	for n, body := range f.objects {
		if !bytes.Contains(body, []byte("(zhengce:")) || isStream(body) {
			continue
		}
		f.objects[n] = addressPattern.ReplaceAllFunc(body, func(action []byte) []byte {
			id := unescape(addressPattern.FindSubmatch(action)[2])
			if f.places[id] == 0 {
				return nil // a place that is not printed
			}
			return []byte("/Dest " + pdfName(id))
		})
	}
	f.name(names)
}

// place returns what the object n says of a place, if it does: its id, and its height on the page.
func (f *pdfFile) place(n int) (id, top string, is bool) {
	body := f.objects[n]
	m, rect := addressPattern.FindSubmatch(body), rectPattern.FindSubmatch(body)
	if m == nil || len(m[1]) == 0 || rect == nil {
		return "", "", false
	}
	return unescape(m[2]), string(rect[1]), true
}

// name puts names of places into the catalog.
func (f *pdfFile) name(names map[string]string) {
	if len(names) == 0 {
		return
	}
	var b bytes.Buffer
	b.WriteString("<<")
	for _, id := range slices.Sorted(maps.Keys(names)) {
		b.WriteString(names[id] + "\n")
	}
	n := slices.Max(f.numbers()) + 1
	f.objects[n] = append(bytes.TrimSpace(b.Bytes()), ">>"...)
	f.enter(fmt.Sprintf("/Dests %d 0 R", n))
}

// enter adds an entry to the catalog.
func (f *pdfFile) enter(entry string) {
	root := bytes.TrimSuffix(f.objects[f.root], []byte(">>"))
	f.objects[f.root] = fmt.Appendf(nil, "%s\n%s>>", root, entry)
}

// unescape returns the id in an address.
func unescape(s []byte) string {
	if id, err := url.PathUnescape(string(s)); err == nil {
		return id
	}
	return string(s)
}

var irregular = regexp.MustCompile(`[^A-Za-z0-9._-]`)

// pdfName writes s as a name of PDF.
func pdfName(s string) string {
	return "/" + irregular.ReplaceAllStringFunc(s, func(char string) string {
		var b []byte
		for _, c := range []byte(char) {
			b = fmt.Appendf(b, "#%02X", c)
		}
		return string(b)
	})
}
