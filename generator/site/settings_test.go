package site

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

const govParams = `title = "政策文件库"
baseURL = "https://www.example.gov.cn/zhengce"
[params]
  profile = "gov"
  domain = "www.example.gov.cn"
  site_id_code = "bm12345678"
  host = "某某省人民政府办公厅"
  contact = "010-12345678"
  icp = "某ICP备00000000号"
  error_report_url = "https://zfwzzc.www.gov.cn/"
  imported = "2026-01-02 09:30"
  [params.police_record]
    number = "某公网安备00000000000000号"
    url = "https://beian.mps.gov.cn/"
  [params.party_gov_badge]
    image = "/badge.svg"
    url = "https://bszs.conac.cn/"
`

func TestSettings(t *testing.T) {
	for name, tt := range map[string]struct {
		toml    string
		address string
		errs    []string // nothing, or what the error says
	}{
		"whole":          {govParams, "https://www.example.gov.cn/zhengce/", nil},
		"no profile":     {"baseURL = \"/\"\n", "", nil},
		"intranet":       {"[params]\nprofile = \"intranet\"\n", "", nil},
		"no host":        {strings.Replace(govParams, "某某省人民政府办公厅", " ", 1), "", []string{"hugo.toml: ", "profile gov needs values for host"}},
		"nothing":        {"[params]\nprofile = \"gov\"\n", "", []string{"title, domain, site_id_code, host, contact, icp, police_record.number, police_record.url, party_gov_badge.image, party_gov_badge.url, error_report_url, imported"}},
		"other profile":  {"[params]\nprofile = \"x\"\n", "", []string{`profile "x"`}},
		"code":           {strings.Replace(govParams, "bm12345678", "12", 1), "", []string{`site_id_code "12"`}},
		"domain":         {strings.Replace(govParams, `"www.`, `"https://www.`, 1), "", []string{`domain "https://`}},
		"time":           {strings.Replace(govParams, "2026-01-02 09:30", "昨天", 1), "", []string{`imported "昨天"`}},
		"no toml at all": {"a = \n", "", []string{"hugo.toml:1:"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := ReadSettings(fstest.MapFS{"hugo.toml": {Data: []byte(tt.toml)}})
			if (err != nil) != (len(tt.errs) > 0) {
				t.Fatalf("error = %v, want %q", err, tt.errs)
			}
			for _, want := range tt.errs {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error = %v, want %q in it", err, want)
				}
			}
			if err == nil && s.Address() != tt.address {
				t.Errorf("address = %q, want %q", s.Address(), tt.address)
			}
		})
	}
	if _, err := ReadSettings(fstest.MapFS{}); err != nil {
		t.Errorf("a folder without settings: %v", err)
	}
	if _, err := ReadSettings(os.DirFS("../..")); err != nil {
		t.Errorf("the settings of this site: %v", err)
	}
}

// TestFoldersOutside: settings cannot make Hugo read or write outside the site folder.
func TestFoldersOutside(t *testing.T) {
	for _, tt := range []struct {
		text string
		key  string // in the message; nothing where the settings are fine
	}{
		{"[[module.mounts]]\nsource = \"static\"\ntarget = \"static\"\n", ""},
		{"[params]\ndir = \"/data/../x\"\n[caches.images]\ndir = \":cacheDir/images\"\n", ""},
		{"[[module.mounts]]\nsource = \"/etc\"\ntarget = \"static\"\n", "module.mounts.source"},
		{"[[module.mounts]]\nsource = \"static/../../secret\"\ntarget = \"static/x\"\n", "module.mounts.source"},
		{"[[module.imports]]\npath = \"github.com/a/b\"\n", "module.imports"},
		{"staticDir = [\"static\", \"../other\"]\n", "staticDir"},
		{"StaticDir = \"/srv\"\n", "StaticDir"},
		{"themesDir = \"..\"\n", "themesDir"},
		{"publishDir = \"/var/www\"\n", "publishDir"},
		{"[languages.zh]\ncontentDir = \"../content\"\n", "languages.zh.contentDir"},
		{"[caches.images]\ndir = \":resourceDir/../../x\"\n", "caches.images.dir"},
	} {
		_, err := ReadSettings(fstest.MapFS{"hugo.toml": {Data: []byte(tt.text)}})
		if (err != nil) != (tt.key != "") || err != nil && !strings.Contains(err.Error(), tt.key) {
			t.Errorf("%q: %v", tt.text, err)
		}
	}
}
