package site

import (
	"errors"
	"io/fs"
	"net/url"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"zhengce/generator/say"
)

// Settings are what hugo.toml says about the site and who answers for it.
type Settings struct {
	BaseURL string   `toml:"baseURL"`
	Title   string   `toml:"title"`
	Params  Identity `toml:"params"`
}

// An Identity is what a Chinese government website must show of itself.
type Identity struct {
	Profile        string `toml:"profile"` // "gov" or "intranet"
	Host           string `toml:"host"`
	Contact        string `toml:"contact"`
	Domain         string `toml:"domain"`
	SiteIDCode     string `toml:"site_id_code"`
	ICP            string `toml:"icp"`
	ErrorReportURL string `toml:"error_report_url"`
	Imported       string `toml:"imported"`
	PoliceRecord   struct {
		Number string `toml:"number"`
		URL    string `toml:"url"`
	} `toml:"police_record"`
	PartyGovBadge struct {
		Image string `toml:"image"`
		URL   string `toml:"url"`
	} `toml:"party_gov_badge"`
}

// settingsFile is where the settings stand under the site folder.
const settingsFile = "hugo.toml"

// ReadSettings reads and checks the settings of a site folder. One without the file has none.
func ReadSettings(fsys fs.FS) (Settings, error) {
	var s Settings
	data, err := fs.ReadFile(fsys, settingsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, say.Errorf("reading %s: %w", settingsFile, err)
	}
	if err := toml.Unmarshal(data, &s); err != nil {
		var at *toml.DecodeError
		if errors.As(err, &at) {
			line, column := at.Position()
			return s, say.Errorf("%s:%d:%d: %w", settingsFile, line, column, at)
		}
		return s, say.Errorf("%s: %w", settingsFile, err)
	}
	if err := checkFolders(data); err != nil {
		return s, err
	}
	return s, s.check()
}

// Need reports that a site folder has no settings, without which no pages can be made.
func Need(fsys fs.FS) error {
	if _, err := fs.Stat(fsys, settingsFile); errors.Is(err, fs.ErrNotExist) {
		return say.Errorf("%s: the site folder has no such file of settings\n\tcopy that of a new site, which 'zhengce init DIR' makes", settingsFile)
	}
	return nil
}

// Public reports whether the site is a government's for everybody.
func (s Settings) Public() bool { return s.Params.Profile == "gov" }

// Address returns where the site is published, with a slash at its end, or nothing where
// the settings do not say.
func (s Settings) Address() string {
	u, err := url.Parse(s.BaseURL)
	if err != nil || u.Host == "" {
		return ""
	}
	return strings.TrimRight(s.BaseURL, "/") + "/"
}

var (
	siteIDCode = regexp.MustCompile(`^(bm[0-9]{8}|[0-9]{10})$`)
	domain     = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
	importTime = regexp.MustCompile(`^[0-9]{4}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]$`)
)

// check reports values that are missing under the chosen profile, or of a wrong form.
func (s Settings) check() error {
	p := s.Params
	var wrong []string
	switch p.Profile {
	case "", "intranet":
	case "gov":
		if missing := s.missing(); len(missing) > 0 {
			wrong = append(wrong, say.Sprintf("profile gov needs values for %s", say.Names(missing)))
		}
	default:
		wrong = append(wrong, say.Sprintf("profile %q is neither gov nor intranet", p.Profile))
	}
	if p.SiteIDCode != "" && !siteIDCode.MatchString(p.SiteIDCode) {
		wrong = append(wrong, say.Sprintf("site_id_code %q is neither bm with 8 digits nor 10 digits", p.SiteIDCode))
	}
	if p.Domain != "" && !domain.MatchString(p.Domain) {
		wrong = append(wrong, say.Sprintf("domain %q is no plain domain such as www.example.gov.cn", p.Domain))
	}
	if p.Imported != "" && !importTime.MatchString(p.Imported) {
		wrong = append(wrong, say.Sprintf("imported %q is no time such as 2026-01-02 09:30", p.Imported))
	}
	if len(wrong) == 0 {
		return nil
	}
	return say.Errorf("%s: [params] %s", settingsFile, say.Clauses(wrong))
}

// missing returns the names of the values that a government website must have and this one has not.
func (s Settings) missing() (names []string) {
	p := s.Params
	for _, v := range [][2]string{
		{"title", s.Title}, {"domain", p.Domain}, {"site_id_code", p.SiteIDCode}, {"host", p.Host}, {"contact", p.Contact},
		{"icp", p.ICP}, {"police_record.number", p.PoliceRecord.Number}, {"police_record.url", p.PoliceRecord.URL},
		{"party_gov_badge.image", p.PartyGovBadge.Image}, {"party_gov_badge.url", p.PartyGovBadge.URL},
		{"error_report_url", p.ErrorReportURL}, {"imported", p.Imported},
	} {
		if strings.TrimSpace(v[1]) == "" {
			names = append(names, v[0])
		}
	}
	return names
}
