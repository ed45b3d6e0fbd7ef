package sitetest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// identity turns the settings of the site into those of a government website.
var identity = strings.NewReplacer(
	`baseURL = "/"`, `baseURL = "https://www.example.gov.cn/zhengce/"`, `profile = "intranet"`, `profile = "gov"`,
	`host = ""`, `host = "某某省人民政府办公厅"`, `contact = ""`, `contact = "010-12345678"`, `domain = ""`, `domain = "www.example.gov.cn"`,
	`site_id_code = ""`, `site_id_code = "bm12345678"`, `icp = ""`, `icp = "某ICP备00000000号"`, `error_report_url = ""`, `error_report_url = "https://error.example.gov.cn/"`,
	`imported = ""`, `imported = "2026-01-02 09:30"`, `number = ""`, `number = "某公网安备1号"`, `url = ""`, `url = "https://record.example.gov.cn/"`, `image = ""`, `image = "/favicon.svg"`)

// Tags that pages must have, each once; the rest of the names known to inspections may stand once.
var (
	siteTags    = []string{"SiteName", "SiteDomain", "SiteIDCode"}
	columnTags  = []string{"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
	contentTags = []string{"ArticleTitle", "PubDate", "ContentSource"}
	pubDate     = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$`)
)

// TestTagsIntranet: values that nobody gave are left out, all others stand once.
func TestTagsIntranet(t *testing.T) {
	checkTags(t, public(t), []string{"SiteName"}, []string{"ArticleTitle"})
}

// TestTagsGov builds the site as a government website.
func TestTagsGov(t *testing.T) {
	if os.Getenv("ZHENGCE_PUBLIC") != "" {
		t.Skip("a built site is tested, whose settings are its own")
	}
	built := filepath.Dir(public(t))
	root := filepath.Join(t.TempDir(), "gov")
	for _, dir := range []string{"seeds", "content"} {
		if err := os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join(built, dir))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(built, "hugo.toml"))
	if err != nil {
		t.Fatal(err)
	}
	build := func(config string) error {
		if err := os.WriteFile(filepath.Join(root, "hugo.toml"), []byte(config), 0o666); err != nil {
			t.Fatal(err)
		}
		return run(root, filepath.Join(scratch, "zhengce"), "build")
	}
	gov := identity.Replace(string(config))
	if err := build(strings.Replace(gov, "bm12345678", "", 1)); err == nil || !strings.Contains(err.Error(), "profile gov needs values for site_id_code") {
		t.Errorf("without site_id_code: %v", err)
	}
	if err := build(gov); err != nil {
		t.Fatal(err)
	}
	checkTags(t, filepath.Join(root, "public"), siteTags, contentTags)
	if page, err := os.ReadFile(filepath.Join(root, "public", "quality.html")); err != nil || strings.Contains(string(page), "名录中没有的部门") || !strings.Contains(string(page), "逐字核验") {
		t.Errorf("the public page of what is proved tells what an editor has to look at, %v", err)
	}
	for _, name := range []string{"sitemap.xml", "atom.xml"} {
		if _, err := os.Stat(filepath.Join(root, "public", name)); err != nil {
			t.Error(err)
		}
	}
}

// checkTags checks the tags of all pages of a site. The content tags must stand on pages that
// show a paper or a part of one, and nowhere else.
func checkTags(t *testing.T, public string, site, content []string) {
	t.Helper()
	root := os.DirFS(public)
	papers := 0
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		tags := readTags(t, root, name)
		for _, tag := range append(append(append([]string{}, siteTags...), columnTags...), contentTags...) {
			if len(tags[strings.ToLower(tag)]) > 1 {
				t.Errorf("%s has %s %d times", name, tag, len(tags[strings.ToLower(tag)]))
			}
		}
		want := site
		if name != "404.html" {
			want = append(append([]string{}, want...), columnTags...)
		}
		top, rest, _ := strings.Cut(name, "/")
		paper := !strings.HasSuffix(name, "index.html") && rest != "" && strings.Contains(" documents measures indicators ", " "+top+" ")
		if paper {
			want = append(append([]string{}, want...), content...)
			papers++
		} else if len(tags["articletitle"]) > 0 {
			t.Errorf("%s has ArticleTitle and shows no paper", name)
		}
		for _, tag := range want {
			if v := tags[strings.ToLower(tag)]; len(v) != 1 || strings.TrimSpace(v[0]) == "" {
				t.Errorf("%s: %s = %q", name, tag, v)
			}
		}
		if v := tags["pubdate"]; len(v) == 1 && !pubDate.MatchString(v[0]) {
			t.Errorf("%s: PubDate = %q", name, v[0])
		}
		if kind := tags["columntype"]; name == "index.html" && kind[0] != "首页" {
			t.Errorf("the home page is of type %q", kind)
		}
		return nil
	})
	if err != nil || papers == 0 {
		t.Errorf("%d pages show papers, %v", papers, err)
	}
}

// readTags returns the contents of the meta elements of a page by lower-case name, as browsers
// compare them.
func readTags(t *testing.T, root fs.FS, name string) map[string][]string {
	t.Helper()
	f, err := root.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tags := map[string][]string{}
	z := html.NewTokenizer(f)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return tags
		case html.StartTagToken, html.SelfClosingTagToken:
			if token := z.Token(); token.Data == "meta" {
				var key, content string
				for _, a := range token.Attr {
					switch a.Key {
					case "name":
						key = strings.ToLower(a.Val)
					case "content":
						content = a.Val
					}
				}
				tags[key] = append(tags[key], content)
			}
		}
	}
}
