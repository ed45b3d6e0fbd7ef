package pages

import (
	"encoding/xml"
	iofs "io/fs"
	"sort"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/say"
)

// Limits of the feeds: that of the sitemap is of its standard.
const (
	feedEntries    = 50
	sitemapEntries = 50000
)

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc string `xml:"loc"`
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// WriteFeeds writes sitemap.xml and atom.xml into fs, the folder of the finished site. Both name
// absolute addresses, so a site that does not know its own has none.
func WriteFeeds(fs afero.Fs, c *catalog.Catalog, title, address string) error {
	if address == "" {
		return nil
	}
	names, err := publicPages(fs)
	if err != nil {
		return err
	}
	var m sitemap
	for _, name := range names[:min(len(names), sitemapEntries)] {
		m.URLs = append(m.URLs, sitemapURL{address + name})
	}
	if err := writeXML(fs, "sitemap.xml", m); err != nil {
		return err
	}
	return writeXML(fs, "atom.xml", newFeed(c, title, address))
}

// publicPages returns the pages that stand for themselves, sorted.
func publicPages(fs afero.Fs) (names []string, err error) {
	err = afero.Walk(fs, "", func(name string, info iofs.FileInfo, err error) error {
		name = strings.TrimPrefix(strings.ReplaceAll(name, "\\", "/"), "/")
		if err == nil && !info.IsDir() && strings.HasSuffix(name, ".html") && name != "404.html" && !strings.HasPrefix(name, "print/") {
			names = append(names, name)
		}
		return err
	})
	sort.Strings(names)
	return names, err
}

// newFeed names the newest papers by the day on which they were published or else signed; papers
// without either are left out, because no other day may be shown for them.
func newFeed(c *catalog.Catalog, title, address string) atomFeed {
	f := atomFeed{ID: address, Title: title, Author: title, Links: []atomLink{{"self", address + "atom.xml"}, {"alternate", address}}}
	for _, d := range newest(c.Documents, len(c.Documents)) {
		day := d.Meta.Published
		if day == "" {
			day = d.Meta.Date
		}
		if len(day) != len("2006-01-02") || len(f.Entries) == feedEntries {
			continue
		}
		page := address + d.Path() + ".html"
		f.Entries = append(f.Entries, atomEntry{page, d.Title, day + "T00:00:00+08:00", atomLink{"alternate", page}, strings.Trim(d.Meta.Issuer+" "+d.Meta.Number, " ")})
	}
	sort.SliceStable(f.Entries, func(i, j int) bool { return f.Entries[i].Updated > f.Entries[j].Updated })
	f.Updated = "1970-01-01T00:00:00Z"
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return f
}

func writeXML(fs afero.Fs, name string, v any) error {
	data, err := xml.MarshalIndent(v, "", " ")
	if err == nil {
		err = afero.WriteFile(fs, name, append([]byte(xml.Header), append(data, '\n')...), 0o644)
	}
	if err != nil {
		return say.Errorf("writing %s: %w", name, err)
	}
	return nil
}
