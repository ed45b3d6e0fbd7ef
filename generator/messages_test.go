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

	"zhengce/generator/say"
)

// messageAt says which argument of a call is the format of a message.
var messageAt = map[string]int{
	"say.Errorf": 0, "say.New": 0, "say.Of": 0, "say.Sprintf": 0, "say.Phrase": 0, "usagef": 0, "notice": 0,
	"source.Problem": 3, "Problem": 3, "Add": 4, "Doubt": 3, "Warn": 1, "failure": 3, "fail": 2, "refuse": 1, "odd": 2, "note": 1, "blame": 1, "broken": 0, "wrong": 0,
}

// A message is a format in the source, with its place.
type message struct {
	format string
	at     token.Position
}

// messages returns the formats of all messages of the program.
func messages(t *testing.T) (all []message) {
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "internal/") {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, format := range phrasesOf(n) {
				all = append(all, message{format, fset.Position(n.Pos())})
			}
			if format := messageOf(n); saying.MatchString(verb.ReplaceAllString(format, "")) {
				all = append(all, message{format, fset.Position(n.Pos())})
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var (
	saying = regexp.MustCompile(`[A-Za-z]`)
	verb   = regexp.MustCompile(`%[-+# 0]*\d*(?:\.\d+)?(?:\[(\d+)\])?([a-zA-Z])`)
)

// phrasesOf returns the elements of a list of phrases.
func phrasesOf(n ast.Node) (all []string) {
	list, ok := n.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	if array, ok := list.Type.(*ast.ArrayType); ok {
		if of, ok := array.Elt.(*ast.SelectorExpr); ok && of.Sel.Name == "Phrase" {
			for _, e := range list.Elts {
				all = append(all, literal(e))
			}
		}
	}
	return all
}

// messageOf returns the format of the message that n makes, "" for none.
func messageOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
			if x, ok := f.X.(*ast.Ident); ok && (x.Name == "say" || x.Name == "source") {
				name = x.Name + "." + name
			}
		}
		if i, ok := messageAt[name]; ok && i < len(n.Args) {
			return literal(n.Args[i])
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Message" {
			return literal(n.Value)
		}
	}
	return ""
}

// literal returns the text of a string in the source, "" for anything else.
func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return literal(e.X) + literal(e.Y)
	}
	return ""
}

// TestMessages holds both languages complete: each message has a Chinese one with the same arguments, and each entry is used.
func TestMessages(t *testing.T) {
	left := say.Table()
	used := map[string]bool{}
	for _, m := range messages(t) {
		used[m.format] = true
		chinese, ok := left[m.format]
		switch {
		case !ok && !han.MatchString(m.format):
			t.Errorf("%s: no Chinese of\n%s", m.at, escaped(m.format))
		case ok && !slices.Equal(arguments(m.format), arguments(chinese)):
			t.Errorf("%s: %q takes other arguments than %q", m.at, chinese, m.format)
		}
	}
	for english := range left {
		if !used[english] && !library[english] {
			t.Errorf("nothing says %s", escaped(english))
		}
	}
}

var han = regexp.MustCompile(`\p{Han}`)

// library are entries that package say itself says.
var library = map[string]bool{", ": true, "; ": true, " and ": true, "byte %d: this is no JSON": true, "line %d: this is no XML": true, "the cause is told by --lang en": true}

func escaped(text string) string { return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(text) }

// arguments returns the verbs of a format in the order of the arguments.
func arguments(format string) []string {
	var out []string
	next := 0
	for _, m := range verb.FindAllStringSubmatch(strings.ReplaceAll(format, "%%", ""), -1) {
		if at, err := strconv.Atoi(m[1]); err == nil {
			next = at - 1
		}
		for len(out) <= next {
			out = append(out, "")
		}
		out[next] = strings.Replace(m[2], "w", "v", 1)
		next++
	}
	return out
}
