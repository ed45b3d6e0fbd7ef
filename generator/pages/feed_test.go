package pages

import (
	"encoding/xml"
	"testing"

	"github.com/spf13/afero"
)

func TestFeeds(t *testing.T) {
	c := fixture(t)
	fs := afero.NewMemMapFs()
	for _, name := range []string{"index.html", "documents/ceshi.html", "404.html", "print/ceshi.html", "css/site.css"} {
		put(t, fs, name, "")
	}
	if err := WriteFeeds(fs, c, "政策文件库", ""); err != nil {
		t.Fatal(err)
	}
	if ok, _ := afero.Exists(fs, "atom.xml"); ok {
		t.Error("a site without an address has a feed")
	}
	const address = "https://www.example.gov.cn/zhengce/"
	if err := WriteFeeds(fs, c, "政策文件库", address); err != nil {
		t.Fatal(err)
	}
	var m sitemap
	var f atomFeed
	for name, v := range map[string]any{"sitemap.xml": &m, "atom.xml": &f} {
		data, err := afero.ReadFile(fs, name)
		if err == nil {
			err = xml.Unmarshal(data, v)
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	if len(m.URLs) != 2 || m.URLs[0].Loc != address+"documents/ceshi.html" {
		t.Errorf("sitemap = %+v", m.URLs)
	}
	if len(f.Entries) != 1 || f.Entries[0].Updated != "2015-07-20T00:00:00+08:00" || f.Updated != f.Entries[0].Updated {
		t.Errorf("feed = %+v", f)
	}
	c.Documents[0].Meta.Date = ""
	if f := newFeed(c, "", address); len(f.Entries) != 0 {
		t.Errorf("a paper without a day stands in the feed: %+v", f.Entries)
	}
}
