package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// rooms are the packages that read what papers say. Their knowledge is data, their rules have names,
// and no function of theirs is a maze.
var rooms = []string{"table", "column", "target", "duty", "clock", "award", "extract", "invariant"}

// readers are the packages that read the formats of files. Words are few there, and of the format.
var readers = []string{"format", "format/archive", "format/audit", "format/docx", "format/html", "format/kind", "format/markdown", "format/ofd",
	"format/paper", "format/pdf", "format/text", "format/wrap", "format/xlsx"}

const (
	mostLines    = 300 // of a file
	mostBranches = 15  // cyclomatic complexity of a function
)

// TestShape holds that rooms keep words in package words, and that functions there and in the readers are
// legible and files short.
func TestShape(t *testing.T) {
	for _, room := range slices.Concat(rooms, readers) {
		names, err := fs.Glob(os.DirFS("."), room+"/*.go")
		if err != nil || len(names) == 0 {
			t.Fatalf("no files in %s: %v", room, err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(data), "\n"); n > mostLines {
				t.Errorf("%s has %d lines, more than %d", name, n, mostLines)
			}
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, name, data, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok {
					if n := branches(f); n > mostBranches {
						t.Errorf("%s: %s has a cyclomatic complexity of %d, more than %d", fset.Position(f.Pos()), f.Name.Name, n, mostBranches)
					}
				}
			}
			if !slices.Contains(rooms, room) {
				continue
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if isRule(n) {
					return false // the sentences of a rule
				}
				if list := wordList(n); list != "" {
					t.Errorf("%s: a list of words stands in code, not in package words: %s", fset.Position(n.Pos()), list)
				}
				return true
			})
		}
	}
}

// branches returns the cyclomatic complexity of f.
func branches(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.CommClause:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

func isRule(n ast.Node) bool {
	c, ok := n.(*ast.CompositeLit)
	if !ok {
		return false
	}
	switch x := c.Type.(type) {
	case *ast.SelectorExpr:
		return x.Sel.Name == "Rule" || x.Sel.Name == "Chapter"
	}
	return false
}

// alternatives are three words or more between bars of a regular expression.
var alternatives = regexp.MustCompile(`\p{Han}+(?:\|\p{Han}+){2,}`)

// wordList returns a list of three Han words or more that n is, or "".
func wordList(n ast.Node) string {
	switch n := n.(type) {
	case *ast.CompositeLit:
		return threeWords(n.Elts)
	case *ast.CallExpr:
		return threeWords(n.Args)
	case *ast.CaseClause:
		return threeWords(n.List)
	case *ast.BasicLit:
		if n.Kind == token.STRING {
			return alternatives.FindString(n.Value)
		}
	}
	return ""
}

// threeWords returns the Han words among the expressions where there are three or more.
func threeWords(list []ast.Expr) string {
	var found []string
	for _, e := range list {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Key
		}
		if c, ok := e.(*ast.CompositeLit); ok && len(c.Elts) > 0 {
			e = c.Elts[0]
		}
		if b, ok := e.(*ast.BasicLit); ok && b.Kind == token.STRING {
			if s, err := strconv.Unquote(b.Value); err == nil && strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				found = append(found, s)
			}
		}
	}
	if len(found) < 3 {
		return ""
	}
	return strings.Join(found, " ")
}
