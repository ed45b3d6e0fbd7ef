package site

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"zhengce/generator/manifest"
)

const config = `baseURL = "/"
relativeURLs = true
uglyURLs = true
disableKinds = ["rss", "sitemap", "taxonomy", "term"]
`

// write makes the files of a site folder.
func write(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// list writes the manifest of what stands in a built site.
func list(t *testing.T, public string) {
	t.Helper()
	m, err := manifest.New(os.DirFS(public))
	if err != nil {
		t.Fatal(err)
	}
	write(t, public, map[string]string{manifest.Name: string(m.Bytes())})
}

// names lists what stands in the site folder itself.
func names(t *testing.T, root string) string {
	t.Helper()
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func plainSite(t *testing.T) string {
	root := t.TempDir()
	write(t, root, map[string]string{
		"hugo.toml":          config,
		"content/about.md":   "---\ntitle: 关于\n---\n政策\n",
		"layouts/home.html":  "<title>home</title>",
		"layouts/page.html":  "<title>{{ .Title }}</title>{{ .Content }}{{ hugo.Environment }}",
		"static/js/site.js":  "1",
		"public/index.html":  "old",
		"public/removed.css": "old",
	})
	list(t, filepath.Join(root, "public"))
	return root
}

func TestBuildReplacesPublic(t *testing.T) {
	root := plainSite(t)
	t.Setenv("HUGO_ENVIRONMENT", "staging")
	t.Setenv("HUGO_TITLE", "of the machine")
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Build(nil); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(root, "public/index.html")); got != "old" {
		t.Errorf("public changed before Commit: %q", got)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	about := read(t, filepath.Join(root, "public/about.html"))
	if !strings.Contains(about, "政策") || !strings.Contains(about, "production") {
		t.Errorf("about.html = %q", about)
	}
	if _, err := os.Stat(filepath.Join(root, "public/removed.css")); err == nil {
		t.Error("a file of the old site is still there")
	}
	if got, want := names(t, root), "content hugo.toml layouts public static"; got != want {
		t.Errorf("site folder holds %s, want %s", got, want)
	}
	if os.Getenv("HUGO_TITLE") != "of the machine" || os.Getenv("HUGO_RESOURCEDIR") != "" {
		t.Error("environment not given back")
	}
}

func TestFailureLeavesPublic(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{"template that does not parse", "layouts/page.html", "{{ if }}", []string{"layouts/page.html:1", "missing value for if"}},
		{"errorf", "layouts/page.html", `{{ errorf "%s: no page for ../x.md" .File.Path }}`, []string{"about.md: no page for ../x.md"}},
		{"front matter", "content/about.md", "---\ntitle: [\n---\n", []string{"content/about.md"}},
		{"two pages with one address", "content/b.md", "---\nurl: about.html\n---\n", []string{"uplicate", "about.html"}},
		{"warning", "layouts/page.html", `{{ warnf "old setting" }}`, []string{"old setting"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := plainSite(t)
			write(t, root, map[string]string{tt.file: tt.text})
			s, err := NewStage(root)
			if err != nil {
				t.Fatal(err)
			}
			err = s.Build(nil)
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not say %q", err, want)
				}
			}
			if strings.Contains(err.Error(), root) {
				t.Errorf("error %q names the machine's folder", err)
			}
			if err := s.Discard(); err != nil {
				t.Fatal(err)
			}
			if got := read(t, filepath.Join(root, "public/index.html")); got != "old" {
				t.Errorf("public/index.html = %q", got)
			}
			if got := names(t, root); strings.Contains(got, ".public") || strings.Contains(got, "resources") {
				t.Errorf("site folder holds %s", got)
			}
		})
	}
}

// TestManyFailures: a build ends whose pages cannot be written, here as folders stand in their places.
func TestManyFailures(t *testing.T) {
	root := plainSite(t)
	for i := range 100 {
		write(t, root, map[string]string{fmt.Sprintf("content/p%d.md", i): "---\ntitle: a\n---\n"})
	}
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	for i := range 100 {
		if err := os.Mkdir(filepath.Join(s.Dir(), fmt.Sprintf("p%d.html", i)), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Build(nil); err == nil || !strings.HasPrefix(err.Error(), "hugo: ") || !strings.Contains(err.Error(), " pages") {
		t.Errorf("error %v", err)
	}
}

func TestBuiltInTheme(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"hugo.toml": config, "static/logo.txt": "own"})
	theme := fstest.MapFS{
		"layouts/home.html":                {Data: []byte(`<title>{{ partial "name.html" . }}</title>`)},
		"layouts/_partials/name.html":      {Data: []byte("built in")},
		"static/css/site.css":              {Data: []byte("p{}")},
		"static/js/search.test.js":         {Data: []byte("test")},
		"layouts/_markup/render-link.html": {Data: []byte("")},
		"static/logo.txt":                  {Data: []byte("of the theme")},
		"static/js/deeper/search.js":       {Data: []byte("1")},
		"layouts/section.html":             {Data: []byte("<title>section</title>")},
		"layouts/documents/page.html":      {Data: []byte("<title>page</title>")},
		"layouts/_partials/a/b/c.html":     {Data: []byte("")},
	}
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Build(theme); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(root, "public")
	if got := read(t, filepath.Join(public, "index.html")); !strings.Contains(got, "built in") {
		t.Errorf("index.html = %q", got)
	}
	if got := read(t, filepath.Join(public, "logo.txt")); got != "own" {
		t.Errorf("logo.txt = %q, want that of the site folder", got)
	}
	if _, err := os.Stat(filepath.Join(public, "js/search.test.js")); err == nil {
		t.Error("a test of a script was published")
	}
	if got, want := names(t, root), "hugo.toml public static"; got != want {
		t.Errorf("site folder holds %s, want %s", got, want)
	}
}

func TestKilledBuilds(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
	}{
		{"while building", map[string]string{"public/index.html": "good", ".public.new/index.html": "half", ".public.tmp/messages": ""}},
		{"between the renamings", map[string]string{".public.old/index.html": "good", ".public.new/index.html": "whole"}},
		{"before clearing", map[string]string{"public/index.html": "good", ".public.old/index.html": "replaced"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			write(t, root, tt.files)
			s, err := NewStage(root)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Discard(); err != nil {
				t.Fatal(err)
			}
			if got := read(t, filepath.Join(root, "public/index.html")); got != "good" {
				t.Errorf("public/index.html = %q", got)
			}
			if got := names(t, root); got != "public" {
				t.Errorf("site folder holds %s", got)
			}
		})
	}
}

func TestOneBuildAtATime(t *testing.T) {
	root := t.TempDir()
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewStage(root); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Errorf("second build: %v", err)
	}
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	again, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	again.Discard()
}

// TestInterrupt runs itself as a program that is interrupted in the middle of a build.
func TestInterrupt(t *testing.T) {
	if root := os.Getenv("STAGE_IN"); root != "" {
		interruptedBuild(t, root)
		return
	}
	root := t.TempDir()
	write(t, root, map[string]string{"public/index.html": "good"})
	cmd := exec.Command(os.Args[0], "-test.run=^TestInterrupt$")
	cmd.Env = append(os.Environ(), "STAGE_IN="+root)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if got := names(t, root); got != "public" {
		t.Errorf("site folder holds %s", got)
	}
	if got := read(t, filepath.Join(root, "public/index.html")); got != "good" {
		t.Errorf("public/index.html = %q", got)
	}
}

func interruptedBuild(t *testing.T, root string) {
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	write(t, s.Dir(), map[string]string{"index.html": "half"})
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	for !s.interrupted.Load() {
		time.Sleep(time.Millisecond)
	}
	if err := s.Commit(); !errors.Is(err, ErrInterrupted) {
		t.Errorf("Commit: %v, want %v", err, ErrInterrupted)
	}
}

func TestPublicIsNoFolder(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"public": "a file"})
	if _, err := NewStage(root); err == nil || !strings.Contains(err.Error(), "public: ") {
		t.Errorf("error = %v", err)
	}
	if got := read(t, filepath.Join(root, "public")); got != "a file" {
		t.Errorf("public = %q", got)
	}
}

func TestNoFolder(t *testing.T) {
	if _, err := NewStage(filepath.Join(t.TempDir(), "nothing")); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
