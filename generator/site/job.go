package site

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zhengce/generator/say"
)

// A Job is one run of Hugo: from pages to their part of a site. Paths are absolute but for Pages.
type Job struct {
	Root    string // the site folder, with settings and layouts
	Pages   string // the folder of the pages under Root
	Work    string // a folder for what Hugo needs on the way
	Site    string // the folder of the finished pages, in which others may stand
	Themes  string // the folder of the theme; empty where Root has layouts/
	HTML    bool   // pages may be HTML
	PDF     bool   // pages lead to PDF files
	Address string // of the site; empty where it is not known
}

// allowHTML are more settings for pages that are HTML, which Hugo refuses otherwise.
const allowHTML = "[security]\nallowContent = ['.*']\n"

// Names of the theme, and of the folder in which it stands.
const (
	themesDir = "themes"
	themeName = "zhengce"
)

// Do runs Hugo and returns what it printed, errors and warnings among it. The error is that of running it at all.
func (j Job) Do() (printed string, err error) {
	args := []string{
		"--source", j.Root,
		"--contentDir", j.Pages,
		"--destination", j.Site,
		"--cacheDir", filepath.Join(j.Work, "cache"),
		"--environment", "production",
		// Pages link to each other from where they stand; the address is told apart from that.
		"--baseURL", "/",
		// Nothing may be left out because of a date in a paper.
		"--buildDrafts", "--buildFuture", "--buildExpired",
		"--noBuildLock", "--noTimes", "--printPathWarnings", "--printI18nWarnings",
	}
	// Settings stand in one file, which was checked; Hugo would also read those of a folder config/.
	if _, err := os.Stat(filepath.Join(j.Root, settingsFile)); err == nil {
		files := []string{filepath.Join(j.Root, settingsFile)}
		if j.HTML {
			files = append(files, filepath.Join(j.Work, settingsFile))
			if err := os.WriteFile(files[1], []byte(allowHTML), 0o666); err != nil {
				return "", say.Errorf("writing the settings of Hugo: %w", err)
			}
		}
		args = append(args, "--config", strings.Join(files, ","), "--configDir", filepath.Join(j.Work, "config"))
	}
	if j.Themes != "" {
		args = append(args, "--themesDir", j.Themes, "--theme", themeName)
	}
	return runHugo(args, j.Work, map[string]string{"PARAMS_ADDRESS": j.Address, "PARAMS_PDF": given(j.PDF, "true")})
}

// Run does the job; what Hugo complains of is an error.
func (j Job) Run() error {
	printed, err := j.Do()
	if err != nil {
		return say.Errorf("hugo: %w", err)
	}
	return hugoError(printed, j.Root)
}

// Serve does the job that it reads from in, as JSON on a line, for another process of this program, and writes what Hugo printed to out. The
// other keeps its end of in open for as long as it lives: without it nobody wants the job.
func Serve(in io.Reader, out io.Writer) error {
	d := json.NewDecoder(in)
	var j Job
	if err := d.Decode(&j); err != nil {
		return say.Errorf("reading the job: %w", err)
	}
	go func() {
		io.Copy(io.Discard, in)
		os.Exit(1)
	}()
	printed, err := j.Do()
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, printed)
	return err
}
