package main

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// TestSwitchable puts a switch before every condition, and none elsewhere.
func TestSwitchable(t *testing.T) {
	const code = `package p

func f(a, b, c bool, n int) int {
	if a || b && c {
		return 1
	}
	switch {
	case c:
		return 2
	}
	switch n {
	case 3:
		return 3
	}
	if n > 4 {
		return 4
	}
	return map[bool]int{a && b: 5}[true]
}
`
	s := switcher{fset: token.NewFileSet()}
	file, err := parser.ParseFile(s.fset, "f.go", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range conditions(file) {
		s.switchable(c)
	}
	var b bytes.Buffer
	if err := format.Node(&b, s.fset, ast.Node(file)); err != nil {
		t.Fatal(err)
	}
	var places []string
	for _, branch := range s.branches {
		_, what, _ := strings.Cut(branch, ": ")
		places = append(places, what)
	}
	if got, want := strings.Join(places, "; "), "a || b && c; a; b && c; b; c; c; n > 4; a; b"; got != want {
		t.Errorf("branches %q, want %q", got, want)
	}
	for _, want := range []string{"branchOn(1) && (", "!branchOn(", "case 3:", "case (branchOn("} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
