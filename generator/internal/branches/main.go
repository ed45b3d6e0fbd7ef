// Branches disables every branch of some packages, one at a time, and prints those that no test
// notices:
//
//	go run ./generator/internal/branches target duty
//
// A branch is the condition of an if or of a case without a tag, which never holds when disabled, or a
// side of a || or && anywhere, which then leaves the decision to the other side. The tests are built once
// with all branches switchable, and run once for each.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// patience is how long the tests may take with one branch disabled; a loop that never ends is noticed.
const patience = time.Minute

func main() {
	tests := flag.String("tests", "target duty extract words eval", "packages under generator/ whose tests are run")
	only := flag.String("only", "", "look at files whose names contain this")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: branches [-tests PACKAGES] [-only NAME] PACKAGE…")
		os.Exit(2)
	}
	if err := run(strings.Fields(*tests), flag.Args(), *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(tests, packages []string, only string) error {
	dir, err := os.MkdirTemp("", "branches")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var s switcher
	overlay := map[string]string{}
	for _, p := range packages {
		if err := s.instrument(filepath.Join("generator", p), dir, only, overlay); err != nil {
			return err
		}
	}
	binaries, err := build(tests, dir, overlay)
	if err != nil {
		return err
	}
	if !passes(binaries, 0) {
		return fmt.Errorf("the tests fail with no branch disabled")
	}
	missed := s.unnoticed(binaries)
	for _, m := range missed {
		fmt.Println(m)
	}
	fmt.Printf("%d branches, %d unnoticed\n", len(s.branches), len(missed))
	return nil
}

// A switcher makes branches switchable and numbers them from 1.
type switcher struct {
	branches []string // place and source of each
	fset     *token.FileSet
}

// instrument writes switchable copies of the files of a package to out and notes them in overlay.
func (s *switcher) instrument(pkg, out, only string, overlay map[string]string) error {
	names, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		return err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || !strings.Contains(name, only) {
			continue
		}
		s.fset = token.NewFileSet()
		file, err := parser.ParseFile(s.fset, name, nil, 0)
		if err != nil {
			return err
		}
		for _, c := range conditions(file) {
			s.switchable(c)
		}
		file.Comments = nil
		if err := put(out, name, s.fset, file, overlay); err != nil {
			return err
		}
	}
	return putSwitch(out, pkg, overlay)
}

// A condition is an expression that a program decides by.
type condition struct {
	expr    *ast.Expr // where it stands in the tree
	neutral bool      // its value when disabled
}

// conditions returns the conditions of a file, outer ones first.
func conditions(file *ast.File) []condition {
	var out []condition
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			out = append(out, condition{&n.Cond, false})
		case *ast.SwitchStmt:
			if n.Tag != nil {
				break
			}
			for _, c := range n.Body.List {
				list := c.(*ast.CaseClause).List
				for i := range list {
					out = append(out, condition{&list[i], false})
				}
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				out = append(out, condition{&n.X, n.Op == token.LAND}, condition{&n.Y, n.Op == token.LAND})
			}
		}
		return true
	})
	return out
}

// switchable puts a condition into a form in which it can be disabled.
func (s *switcher) switchable(c condition) {
	var b bytes.Buffer
	_ = format.Node(&b, s.fset, *c.expr)
	s.branches = append(s.branches, fmt.Sprintf("%s: %s", s.fset.Position((*c.expr).Pos()), b.String()))
	on := ast.Expr(&ast.CallExpr{Fun: ast.NewIdent("branchOn"), Args: []ast.Expr{&ast.BasicLit{Kind: token.INT, Value: strconv.Itoa(len(s.branches))}}})
	op := token.LAND
	if c.neutral {
		on, op = &ast.UnaryExpr{Op: token.NOT, X: on}, token.LOR
	}
	*c.expr = &ast.ParenExpr{X: &ast.BinaryExpr{X: on, Op: op, Y: &ast.ParenExpr{X: *c.expr}}}
}

func put(out, name string, fset *token.FileSet, file *ast.File, overlay map[string]string) error {
	var b bytes.Buffer
	if err := format.Node(&b, fset, file); err != nil {
		return err
	}
	return write(out, name, b.Bytes(), overlay)
}

// putSwitch writes the switch of a package.
func putSwitch(out, pkg string, overlay map[string]string) error {
	code := "package " + filepath.Base(pkg) + `

import (
	"os"
	"strconv"
)

var branchOff, _ = strconv.Atoi(os.Getenv("BRANCH_OFF"))

func branchOn(n int) bool { return n != branchOff }
`
	return write(out, filepath.Join(pkg, "branch_on.go"), []byte(code), overlay)
}

func write(out, name string, data []byte, overlay map[string]string) error {
	abs, err := filepath.Abs(name)
	if err != nil {
		return err
	}
	to := filepath.Join(out, strings.ReplaceAll(name, string(filepath.Separator), "_"))
	overlay[abs] = to
	return os.WriteFile(to, data, 0o644)
}

// build compiles the tests and returns their binaries by the folders that they run in.
func build(tests []string, dir string, overlay map[string]string) (map[string]string, error) {
	data, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		return nil, err
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, data, 0o644); err != nil {
		return nil, err
	}
	binaries := map[string]string{}
	for _, t := range tests {
		to := filepath.Join(dir, strings.ReplaceAll(t, "/", "_")+".test")
		cmd := exec.Command("go", "test", "-c", "-overlay", list, "-o", to, "./generator/"+t)
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", t, err, out)
		}
		binaries[filepath.Join("generator", t)] = to
	}
	return binaries, nil
}

// unnoticed returns the branches without which all tests pass.
func (s *switcher) unnoticed(binaries map[string]string) []string {
	missed := make([]bool, len(s.branches))
	var wg sync.WaitGroup
	next := make(chan int)
	for range 2 {
		wg.Go(func() {
			for i := range next {
				missed[i] = passes(binaries, i+1)
			}
		})
	}
	for i := range s.branches {
		next <- i
	}
	close(next)
	wg.Wait()
	var out []string
	for i, m := range missed {
		if m {
			out = append(out, s.branches[i])
		}
	}
	return out
}

// passes reports whether all tests pass with a branch disabled.
func passes(binaries map[string]string, branch int) bool {
	var dirs []string
	for dir := range binaries {
		dirs = append(dirs, dir)
	}
	slices.SortFunc(dirs, func(a, b string) int { return len(a) - len(b) })
	for _, dir := range dirs {
		cmd := exec.Command(binaries[dir], "-test.failfast", "-test.timeout", patience.String())
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "BRANCH_OFF="+strconv.Itoa(branch))
		if cmd.Run() != nil {
			return false
		}
	}
	return true
}
