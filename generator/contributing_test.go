package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	fileName    = regexp.MustCompile("`((?:generator|layouts|content|seeds)/[^`\\s]*)`")
	placeholder = regexp.MustCompile(`\b[A-Z]{2,}\b`) // of a name that whoever reads it chooses
)

// TestContributing holds that the files and make targets exist that CONTRIBUTING.md tells people to change
// and to run.
func TestContributing(t *testing.T) {
	text, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	names := fileName.FindAllStringSubmatch(string(text), -1)
	if len(names) < 20 {
		t.Errorf("it names %d files", len(names))
	}
	for _, m := range names {
		pattern := placeholder.ReplaceAllString(m[1], "*")
		if found, err := filepath.Glob(filepath.Join("..", pattern)); err != nil || len(found) == 0 {
			t.Errorf("there is no %s", m[1])
		}
	}
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range makeName.FindAllStringSubmatch(string(text), -1) {
		if !strings.Contains(string(makefile), "\n"+m[1]+":") {
			t.Errorf("there is no make %s", m[1])
		}
	}
}
