package verify

import (
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/manifest"
	"zhengce/generator/source"
)

// TestListing changes the files of a site beside its manifest.
func TestListing(t *testing.T) {
	tests := []struct{ name, file, data, want string }{
		{"nothing", "", "", ""},
		{"a page", "documents/two.html", "<p>", "documents/two.html: the site's manifest does not know this file"},
		{"a page under a folder of the site", "static/x/y.HTM", "", "static/x/y.HTM: the site's manifest does not know this file"},
		{"data at the top", "x.json", "{}", "x.json: the site's manifest does not know this file"},
		{"a drawing", "static/x.svg", "<svg/>", "static/x.svg: the site's manifest does not know this file"},
		{"changed data", "data/tables/tasks.csv", "\ufeff任务\r\n乙\r\n", "data/tables/tasks.csv: the file was changed: it has"},
		{"a changed character", "static/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg"><use href="#b"/></svg>`, "static/logo.svg: the file was changed: its digest is"},
		{"a file that is missing", "static/site.css", "-", "static/site.css: the file is missing"},
		{"a host's name", "CNAME", "x.cn", "CNAME: warning: a file stands beside the site and is no part of it"},
		{"a folder of somebody", ".git/config", "", ".git: warning: a file stands beside the site"},
		{"a page in a folder of somebody", "own/index.html", "<p>", "own: warning: a file stands beside the site"},
		{"a note in a folder of the site", "data/x.txt", "", "data: warning: a file stands beside the site"},
		{"no manifest", manifest.Name, "-", "site-manifest.json: the site has no manifest"},
		{"a manifest of something else", manifest.Name, "{}", "site-manifest.json: the manifest is of version 0"},
		{"a signature", manifest.SignatureName, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			site := goodSite()
			m, err := manifest.New(site)
			if err != nil {
				t.Fatal(err)
			}
			site[manifest.Name] = &fstest.MapFile{Data: m.Bytes()}
			switch {
			case tt.data == "-":
				delete(site, tt.file)
			case tt.file != "":
				site[tt.file] = &fstest.MapFile{Data: []byte(tt.data)}
			}
			_, errs := Prove(Subject{Site: site, Seeds: []*source.File{seed()}, Listed: true})
			if tt.want == "" && len(errs) > 0 || tt.want != "" && !strings.Contains("\n"+errs.Error(), "\n"+tt.want) {
				t.Errorf("problems:\n%v\nwant %q", errs, tt.want)
			}
			if strings.Contains(tt.want, "warning") == (errs.Err() != nil) && tt.want != "" {
				t.Errorf("failures: %v", errs.Err())
			}
		})
	}
}
