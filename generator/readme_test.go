package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	codeName   = regexp.MustCompile("`([a-z]+)\\.([A-Z]\\w*)(?:\\.([A-Z]\\w*))?`")
	makeName   = regexp.MustCompile("(?m)(?:`|^    )make ([a-z]+)")
	command    = regexp.MustCompile("`zhengce ([a-z]+)`")
	folderName = regexp.MustCompile("`([a-z]+)/`")
)

// TestReadme holds that the functions, make targets, commands and folders that the README names exist,
// and that it names every command and target.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(readme)
	if n := strings.Count(text, "\n"); n > 110 {
		t.Errorf("the README has %d lines; it is one page", n)
	}
	names := codeName.FindAllStringSubmatch(text, -1)
	if len(names) < 12 {
		t.Errorf("the README names %d functions", len(names))
	}
	for _, m := range names {
		if !declared(t, m[1], m[2], m[3]) {
			t.Errorf("the README names %s, which there is not", strings.Trim(m[0], "`"))
		}
	}
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	targets := map[string]bool{"site": true} // plain make
	for _, m := range regexp.MustCompile(`(?m)^([a-z]+):`).FindAllStringSubmatch(string(makefile), -1) {
		targets[m[1]] = targets[m[1]] || false
	}
	same(t, "make target", targets, makeName.FindAllStringSubmatch(text, -1))
	commands := map[string]bool{"help": true}
	for _, c := range newCommand().Commands() {
		commands[c.Name()] = c.Hidden
	}
	same(t, "command", commands, command.FindAllStringSubmatch(text, -1))
	for _, m := range folderName.FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat(filepath.Join("..", m[1])); err != nil && m[1] != "public" {
			t.Errorf("the README names the folder %s, which there is not", m[1])
		}
	}
}

// same reports names that the README uses and that do not exist, and those that it leaves out and
// that are not known to need no mention.
func same(t *testing.T, what string, exist map[string]bool, named [][]string) {
	t.Helper()
	for _, m := range named {
		if _, ok := exist[m[1]]; !ok {
			t.Errorf("the README names the %s %s, which there is not", what, m[1])
		}
		exist[m[1]] = true
	}
	for name, mentioned := range exist {
		if !mentioned {
			t.Errorf("the README leaves out the %s %s", what, name)
		}
	}
}

// declared reports whether a package of ours has the function, type or method.
func declared(t *testing.T, pkg, name, method string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if declares(d, name, method) {
				return true
			}
		}
	}
	return false
}

func declares(d ast.Decl, name, method string) bool {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if method == "" {
			return d.Recv == nil && d.Name.Name == name
		}
		if d.Recv == nil || d.Name.Name != method {
			return false
		}
		receiver := d.Recv.List[0].Type
		if star, ok := receiver.(*ast.StarExpr); ok {
			receiver = star.X
		}
		id, ok := receiver.(*ast.Ident)
		return ok && id.Name == name
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if ts, ok := s.(*ast.TypeSpec); ok && method == "" && ts.Name.Name == name {
				return true
			}
		}
	}
	return false
}
