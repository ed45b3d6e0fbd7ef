// Package site runs Hugo inside the program and puts the finished site in the place of the
// last one only when everything about it succeeded.
package site

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/commands"

	"zhengce/generator/say"
)

// running lets one Hugo run at a time: it writes to the process's own output and reads its
// environment, which are lent to it.
var running sync.Mutex

// Build makes the site of what [Stage.Content] laid out, layouts/ and static/ in the staging folder; where parts are named, of those: each a
// folder beside ContentDir with pages that may be HTML. Where the site folder has no layouts/, those of theme are used, with its static/
// below the site's own. A warning of Hugo is an error: two pages with one address, or an obsolete setting.
//
// Hugo frees nothing of a build before the process ends (some 20 kB for each page), so a
// program that builds again and again, or a large site, does each run in a process of its own.
func (s *Stage) Build(theme fs.FS, parts ...string) error {
	root, err := filepath.Abs(s.root)
	if err != nil {
		return err
	}
	settings, err := ReadSettings(os.DirFS(root))
	if err != nil {
		return err
	}
	job := Job{Root: root, Work: filepath.Join(root, workDir), Site: filepath.Join(root, freshDir), Address: settings.Address(), PDF: s.PDF}
	if _, err := os.Stat(filepath.Join(root, "layouts")); errors.Is(err, fs.ErrNotExist) {
		if err := writeTheme(filepath.Join(job.Work, themesDir, themeName), theme); err != nil {
			return say.Errorf("writing the built-in layouts: %w", err)
		}
		job.Themes = filepath.Join(job.Work, themesDir)
	}
	if len(parts) > 0 {
		return s.each(job, parts)
	}
	if !isFolder(filepath.Join(job.Work, contentDir)) { // nothing of content/ changes
		if _, err := s.Content(func(string) bool { return false }); err != nil {
			return err
		}
	}
	job.Pages = workDir + "/" + contentDir
	if err := s.do(job, Job.Do); err != nil {
		return err
	}
	return shrink(s.FS())
}

// each makes the parts of a site: a single one in this process, several in processes of their own where the stage says how.
func (s *Stage) each(job Job, parts []string) error {
	do := Job.Do
	if len(parts) > 1 && s.Run != nil {
		do = func(j Job) (string, error) { return s.Run(s.ctx, j) }
	}
	errs := make([]error, len(parts))
	var turns sync.Mutex
	next, done, failed := 0, 0, false
	take := func() int {
		turns.Lock()
		defer turns.Unlock()
		if failed || next == len(parts) {
			return -1
		}
		next++
		return next - 1
	}
	var wait sync.WaitGroup
	for range max(1, runtime.NumCPU()/processorsOfHugo) {
		wait.Go(func() {
			for i := take(); i >= 0; i = take() {
				j := job
				j.Pages, j.HTML = workDir+"/"+parts[i], true
				j.Work = filepath.Join(job.Work, "hugo", filepath.Base(parts[i]))
				if errs[i] = os.MkdirAll(j.Work, 0o777); errs[i] == nil {
					errs[i] = s.do(j, do)
				}
				turns.Lock()
				if done++; s.Done != nil && len(parts) > 1 {
					s.Done(done, len(parts))
				}
				failed = failed || errs[i] != nil
				turns.Unlock()
			}
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return shrink(s.FS())
}

// processorsOfHugo is how many processors one run of Hugo keeps busy: it renders on all, but reads pages and templates on one.
const processorsOfHugo = 2

// do does a job and reads what Hugo said.
func (s *Stage) do(job Job, do func(Job) (string, error)) error {
	printed, err := do(job)
	if s.interrupted.Load() {
		return ErrInterrupted
	}
	if err != nil {
		return say.Errorf("hugo: %w", err)
	}
	return hugoError(printed, job.Root)
}

// runHugo runs Hugo with none of the machine's settings and returns what it printed; its own
// failure stands at the end as one more ERROR line. The error is that of running it at all.
func runHugo(args []string, work string, more map[string]string) (printed string, err error) {
	running.Lock()
	defer running.Unlock()
	out, err := os.Create(filepath.Join(work, "messages"))
	if err != nil {
		return "", err
	}
	defer out.Close()
	more["RESOURCEDIR"], more["MEMORYLIMIT"] = filepath.Join(work, "resources"), cacheLimit
	defer lendEnvironment(more)()
	stdout, stderr := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = out, out
	done := make(chan error, 1)
	go func() { done <- execute(args) }()
	failure := wait(done, work)
	os.Stdout, os.Stderr = stdout, stderr
	log.SetOutput(stderr)
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	all, err := io.ReadAll(out)
	if failure != nil {
		all = fmt.Appendf(all, "\nERROR %s\n", failure)
	}
	return string(all), err
}

// execute runs Hugo and makes a panic of a template or of Hugo an error.
func execute(args []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = say.Errorf("panic: %v", say.Foreign{Text: fmt.Sprint(r), Else: say.Phrase("the cause is told by --lang en")})
		}
	}()
	return commands.Execute(args)
}

// cacheLimit is the memory in gigabytes beyond which Hugo drops what it keeps of parsed pages. No page
// shows the content of another, so keeping it wins nothing: 100 papers held 540 MB, now 160 MB.
const cacheLimit = "0.25"

// lendEnvironment hides the HUGO settings of the environment, which would change the site from
// machine to machine, and gives those of which Hugo has no flag: one keeps its resources out of the site folder; templates
// know the address as site.Params.address, and by site.Params.pdf whether there will be PDF files. It returns the way back.
func lendEnvironment(more map[string]string) (restore func()) {
	var hidden [][2]string
	for _, v := range os.Environ() {
		if name, value, _ := strings.Cut(v, "="); strings.HasPrefix(name, "HUGO") {
			hidden = append(hidden, [2]string{name, value})
			os.Unsetenv(name)
		}
	}
	for name, value := range more {
		if value != "" {
			os.Setenv("HUGO_"+name, value)
		}
	}
	return func() {
		for name := range more {
			os.Unsetenv("HUGO_" + name)
		}
		for _, h := range hidden {
			os.Setenv(h[0], h[1])
		}
	}
}

// given returns value if there is reason to, and nothing otherwise.
func given(reason bool, value string) string {
	if reason {
		return value
	}
	return ""
}

// staged is where pages stand that Hugo tells of.
var staged = regexp.MustCompile(regexp.QuoteMeta(workDir) + "/(?:" + contentDir + "|" + PartsDir + `/[0-9]+)\b`)

// hugoError returns the warnings and errors among Hugo's messages, each once, or nil. A message
// goes on over the lines that follow it; paths are given under the site folder.
func hugoError(printed, root string) error {
	var found []string
	seen := map[string]bool{}
	add := func(message string) {
		message = strings.TrimSpace(strings.ReplaceAll(message, root+string(filepath.Separator), ""))
		message = staged.ReplaceAllString(message, contentDir)
		// "logged 1 error(s)" only counts the others; "error building site" says what we know.
		message = strings.TrimPrefix(message, "error building site: ")
		if message != "" && !seen[message] && !strings.HasPrefix(message, "logged ") {
			seen[message] = true
			found = append(found, "hugo: "+message)
		}
	}
	var message []string
	for _, line := range append(strings.Split(printed, "\n"), "") {
		text, isWarning := strings.CutPrefix(line, "WARN ")
		text, isError := strings.CutPrefix(text, "ERROR ")
		switch {
		case isWarning || isError:
			add(strings.Join(message, "\n"))
			message = []string{strings.TrimSpace(text)}
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "Total in "):
			add(strings.Join(message, "\n"))
			message = nil
		case message != nil:
			message = append(message, "\t"+strings.TrimSpace(line))
		}
	}
	if len(found) == 0 {
		return nil
	}
	return say.Errorf("%s", say.Foreign{Text: strings.Join(found, "\n"), Else: say.Phrase("Hugo cannot make the pages")})
}

// writeTheme writes layouts/ and static/ of theme under dir. Tests of scripts stay out.
func writeTheme(dir string, theme fs.FS) error {
	return fs.WalkDir(theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		if strings.HasSuffix(name, ".test.js") {
			return nil
		}
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o666)
	})
}
