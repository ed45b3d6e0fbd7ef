package main

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestSecurity holds that each test exists that SECURITY.md says holds a line, and that each line of what is not
// trusted names one, and each claim of the site's page.
func TestSecurity(t *testing.T) {
	text, err := os.ReadFile("../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	err = fs.WalkDir(os.DirFS("."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		for _, m := range declared.FindAllSubmatch(data, -1) {
			have[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	for _, m := range named.FindAllSubmatch(text, -1) {
		if !have[string(m[1])] {
			t.Errorf("there is no %s", m[1])
		}
	}
	_, untrusted, _ := strings.Cut(string(text), "## What is not trusted")
	untrusted, _, _ = strings.Cut(untrusted, "\n## ")
	rows := 0
	for line := range strings.Lines(untrusted) {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| what ") {
			continue
		}
		if rows++; !named.MatchString(line) {
			t.Errorf("no test holds: %s", line)
		}
	}
	if rows < 10 {
		t.Errorf("%d lines of what is not trusted", rows)
	}
	page, err := os.ReadFile("../content/security.md")
	if err != nil {
		t.Fatal(err)
	}
	claims := regexp.MustCompile("(?m)^- (.+?)。").FindAllSubmatch(page, -1)
	if len(claims) < 12 {
		t.Errorf("the site's page makes %d claims", len(claims))
	}
	for _, c := range claims {
		_, row, found := strings.Cut(string(text), "\n| "+string(c[1])+" |")
		if row, _, _ = strings.Cut(row, "\n"); !found || !named.MatchString(row) {
			t.Errorf("no test holds the claim: %s", c[1])
		}
	}
}
