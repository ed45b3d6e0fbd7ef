package pages

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSettings holds hugo.toml to what the tests of this package take for granted.
func TestSettings(t *testing.T) {
	data, err := os.ReadFile("../../hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`definitionList = false`, `linkify = false`, `strikethrough = false`, `taskList = false`, `unsafe = false`, `enableEmoji = false`,
		`typographer]\n *disable = true`, `footnote]\n *enable = false`, `passthrough]\n *enable = false`,
		`autoHeadingID = false`, `block = true`, `title = true`, `relativeURLs = true`, `uglyURLs = true`,
	} {
		if !regexp.MustCompile(want).Match(data) {
			t.Errorf("hugo.toml does not say %q", want)
		}
	}
}

// TestStyleSheets keeps colours and px in the tokens, and each file small enough to be read.
func TestStyleSheets(t *testing.T) {
	for name, sheet := range screenSheets(t) {
		rules := string(sheet)
		if name == "site.css" {
			tokens, rest, ok := strings.Cut(rules, "\n}\n")
			if rules = rest; !ok || !strings.Contains(tokens, ":root") {
				t.Fatal("the style sheet does not begin with its tokens")
			}
		}
		if m := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|[0-9]px\b`).FindString(rules); m != "" {
			t.Errorf("%s: %q stands outside the tokens", name, m)
		}
		if m := regexp.MustCompile(`url\(|@import|@font-face`).Find(sheet); m != nil {
			t.Errorf("%s loads something: %q", name, m)
		}
		if n := strings.Count(rules, "\n"); n > 600 {
			t.Errorf("%s has %d lines", name, n)
		}
	}
}

// TestTemplatesAreSmall: templates show, they do not compute.
func TestTemplatesAreSmall(t *testing.T) {
	n := 0
	err := filepath.WalkDir("../../layouts", func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if lines := strings.Count(string(data), "\n"); lines > 40 {
			t.Errorf("%s has %d lines, want 40 at most", name, lines)
		}
		text := string(data)
		if filepath.Base(name) == "render-image.html" {
			text = strings.Replace(text, "{{ $rest | safeHTML }}", "", 1) // what mathML wrote, on pages of the generator only
		}
		if m := regexp.MustCompile(`site\.(Regular)?Pages|\bwhere\b|\.Related|safeHTML`).FindString(text); m != "" {
			t.Errorf("%s holds %q: work that grows with the library belongs in package pages", name, m)
		}
		return nil
	})
	if err != nil || n == 0 {
		t.Errorf("%d templates, %v", n, err)
	}
}
