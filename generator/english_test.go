package main

import (
	_ "embed"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"zhengce/generator/say"
)

// The words that may stand in a message in Chinese, each group with its reason.
//
//go:embed testdata/english.txt
var englishText string

var english = func() map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(englishText) {
		if !strings.HasPrefix(line, "#") {
			for _, word := range strings.Fields(line) {
				known[word] = true
			}
		}
	}
	return known
}()

var (
	// names are what is no word: quoted text, addresses and paths, names of files, suffixes, flags, names of rules and papers as
	// number-gap, variables, codes of characters, digests.
	names = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[a-z]+://\S*|[\p{L}\p{N}_.~-]*/[^\s：，。；、（）]*|[\p{L}\p{N}_+~$-]*\.[A-Za-z0-9]+\b` +
		`|\B--?[A-Za-z][a-z-]*|\b[a-z]+(?:[-_][a-z0-9]+)+\b|@[a-z]+|\b[A-Z]+_[A-Z_]+\b|U\+[0-9A-F]+|\b[0-9a-f]{40,}\b|%[-+# 0]*[\d.]*(?:\[\d+\])?[a-zA-Z]`)
	letters = regexp.MustCompile(`[A-Za-z]{2,}`)
)

// wordsOfEnglish returns the words of English in a message in Chinese.
func wordsOfEnglish(text string) (found []string) {
	for _, word := range letters.FindAllString(names.ReplaceAllString(text, " "), -1) {
		if !english[word] {
			found = append(found, word)
		}
	}
	return found
}

// TestNoEnglish: no message in Chinese holds words of English, and nothing is told that is no message. What messages
// become with their arguments, the scripts that call the command "chinese" show.
func TestNoEnglish(t *testing.T) {
	for of, chinese := range say.Table() {
		if words := wordsOfEnglish(chinese); len(words) > 0 {
			t.Errorf("%q in %s\n\tthe Chinese of %s", words, escaped(chinese), escaped(of))
		}
	}
	data, err := os.ReadFile("say/foreign.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if words := wordsOfEnglish(line); han.MatchString(line) && !strings.HasPrefix(line, "# ") && len(words) > 0 {
			t.Errorf("%q in %s", words, line)
		}
	}
	for _, word := range []string{"no such file", "the page is missing：甲", "Usage:", "build 出错：exit status"} {
		if len(wordsOfEnglish(word)) == 0 {
			t.Errorf("%q passes", word)
		}
	}
}

// TestAllIsSaid: no code makes an error, or prints words to people, without package say.
func TestAllIsSaid(t *testing.T) {
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "internal/") || strings.HasPrefix(name, "say/") {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if words := unsaid(n); letters.MatchString(verb.ReplaceAllString(words, "")) {
				t.Errorf("%s: %q is not said by package say", fset.Position(n.Pos()), words)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// unsaid returns the words of an error or of a print that package say does not know, and of what a command says of itself.
func unsaid(n ast.Node) string {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && slices.Contains([]string{"Short", "Long", "Example", "Deprecated"}, key.Name) {
			return literal(n.Value)
		}
	case *ast.CallExpr:
		f, ok := n.Fun.(*ast.SelectorExpr)
		if !ok {
			return ""
		}
		switch room, _ := f.X.(*ast.Ident); {
		case room == nil:
		case room.Name == "errors" && f.Sel.Name == "New", room.Name == "fmt" && f.Sel.Name == "Errorf":
			return literal(n.Args[0])
		case room.Name == "fmt" && strings.HasPrefix(f.Sel.Name, "Print"):
			return literal(n.Args[0])
		case room.Name == "fmt" && strings.HasPrefix(f.Sel.Name, "Fprint") && toPeople(n.Args[0]) && len(n.Args) > 1:
			return literal(n.Args[1])
		}
	}
	return ""
}

// toPeople reports whether what is written to e is read by people: a stream of the program.
func toPeople(e ast.Expr) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		return s.Sel.Name == "Stderr" || s.Sel.Name == "Stdout"
	}
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "w"
}

// chinese fails if the last command told something in English: a word that is no name and stands neither in the list nor
// among the arguments. An argument -err leaves out what it printed, where that is data.
func chinese(ts *testscript.TestScript, neg bool, args []string) {
	streams := []string{"stdout", "stderr"}
	if len(args) > 0 && args[0] == "-err" {
		streams = streams[1:]
	}
	for _, stream := range streams {
		text := ts.ReadFile(stream)
		words := wordsOfEnglish(text)
		words = slices.DeleteFunc(words, func(word string) bool { return slices.Contains(args, word) })
		if len(words) > 0 == !neg {
			ts.Fatalf("%s says %q in\n%s", stream, words, text)
		}
	}
}
