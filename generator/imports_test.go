package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which of our packages a package may import. Data flows one way: no stage knows
// of a later one. It is a statement of policy: change the program, not the table, unless the design
// changes. A new package must be added here to pass.
var mayImport = map[string]string{
	"say":                 "",
	"source":              "say",
	"numeral":             "pattern",
	"pattern":             "",
	"registry":            "words pattern",
	"internal/golden":     "",
	"internal/filetest":   "source",
	"internal/wordtest":   "internal/filetest",
	"internal/formattest": "source document policy format extract record internal/filetest",
	"internal/babble":     "",
	"internal/branches":   "",
	"internal/fuzz":       "",
	"internal/parallel":   "",
	"internal/placetest":  "source",
	"internal/facttest":   "source document policy extract internal/placetest",
	"internal/ruletest":   "source document policy",
	"internal/seedtest":   "source document policy format extract catalog",
	"pdfium":              "say",
	"format":              "source format/audit format/docx format/html format/kind format/markdown format/ofd format/paper format/pdf format/text format/xlsx say",
	"format/archive":      "say",
	"format/audit":        "source pdfium say",
	"format/docx":         "source numeral format/archive format/html format/kind format/paper format/text say",
	"format/html":         "source numeral words format/paper say",
	"format/kind":         "source format/archive format/paper say",
	"format/markdown":     "source format/html format/paper format/wrap say",
	"format/ofd":          "source format/archive format/paper say",
	"format/paper":        "source words say",
	"format/pdf":          "numeral source pdfium format/paper say",
	"format/text":         "source numeral format/paper format/wrap",
	"format/wrap":         "source numeral format/paper",
	"format/xlsx":         "source numeral words format/archive format/paper say",
	"document":            "source numeral words table say pattern",
	"policy":              "source document",
	"table":               "source words pattern",
	"list":                "",
	"column":              "source numeral document policy words table pattern",
	"words":               "source pattern",
	"target":              "source numeral document policy words table column pattern",
	"duty":                "source numeral document policy registry words table column pattern",
	"award":               "source policy words",
	"clock":               "source numeral document policy words table column pattern",
	"extract":             "source numeral document policy registry words column duty target clock award say pattern",
	"invariant":           "source numeral document policy words pattern",
	"editor":              "source document policy registry words duty say",
	"record":              "source document policy",
	"eval":                "record policy say",
	"catalog":             "source document policy registry words award say",
	"pages":               "source document policy catalog list table say",
	"export":              "source document policy catalog record table say",
	"folding":             "source",
	"search":              "folding source document policy catalog registry pattern say",
	"hook":                "internal/parallel",
	"part":                "hook manifest internal/parallel say",
	"site":                "manifest say",
	"preview":             "",
	"print":               "say",
	"manifest":            "internal/parallel say",
	"verify":              "folding source manifest internal/parallel say",
	"build":               "source document policy format extract invariant editor record catalog pages hook part export print search site manifest verify internal/parallel say",
	"sitetest":            "preview",
	"":                    "*", // the command wires everything together
}

// mayTouch says which packages may use the machine: files, programs, clock, network. All others
// compute: the same input gives the same output. Format runs LibreOffice, which wants a folder of its own;
// pdfium keeps its library compiled in the user's folder for such things. Neither may wait forever. Preview serves. Catalog and export
// reckon with days and months, not with the clock.
var mayTouch = map[string]string{
	"os": "build format pdfium preview site print internal/golden internal/seedtest internal/branches internal/fuzz", "os/exec": "format print internal/branches internal/fuzz", "os/signal": "site", "syscall": "format site", "io/ioutil": "",
	"time": "build catalog export format pages pdfium preview print site internal/branches internal/formattest internal/fuzz", "net": "preview", "net/http": "preview", "math/rand": "", "math/rand/v2": "",
}

const module = "zhengce/generator/"

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		pkg := strings.TrimPrefix(path.Dir(name), ".")
		seen[pkg] = true
		if _, ok := mayImport[pkg]; !ok {
			return fmt.Errorf("package %s is not in the table of imports", pkg)
		}
		return checkImports(t, pkg, name)
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range mayImport {
		if !seen[pkg] {
			t.Errorf("the table of imports has a package %q that there is not", pkg)
		}
	}
}

// checkImports reports the imports of a file that its package may not have. Tests may read files and
// use any stage before their own.
func checkImports(t *testing.T, pkg, name string) error {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, nil, parser.ImportsOnly)
	if err != nil {
		return err
	}
	if strings.HasSuffix(name, "_test.go") {
		return nil
	}
	allowed := strings.Fields(mayImport[pkg])
	for _, i := range f.Imports {
		what, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return err
		}
		ours, isOurs := strings.CutPrefix(what, module)
		touching, machine := mayTouch[what]
		switch {
		case pkg == "":
		case isOurs && !slices.Contains(allowed, ours):
			t.Errorf("%s: %s may not import %s", fset.Position(i.Pos()), pkg, ours)
		case what == "zhengce":
			t.Errorf("%s: %s may not import the theme", fset.Position(i.Pos()), pkg)
		case machine && !slices.Contains(strings.Fields(touching), pkg):
			t.Errorf("%s: %s may not import %s", fset.Position(i.Pos()), pkg, what)
		}
	}
	return nil
}
