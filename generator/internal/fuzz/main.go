// Fuzz runs every fuzz target for some time and prints how many inputs each was given. It fails where one
// finds a mistake or was given so few that it tried nothing:
//
//	go run ./generator/internal/fuzz -time 30s -floor 1000
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"regexp"
	"strconv"
	"strings"
)

func main() {
	each := flag.String("time", "30s", "time for each target, or how many inputs, as 100000x")
	floor := flag.Int("floor", 1000, "inputs that each target must be given at least")
	only := flag.String("only", "", "run targets whose place contains this, as in format.FuzzZip")
	flag.Parse()
	targets, err := find(os.DirFS("."), "generator", *only)
	if err == nil && len(targets) == 0 {
		err = fmt.Errorf("no fuzz target is called %q", *only)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	ok := true
	for _, t := range targets {
		ok = t.run(*each, *floor) && ok
	}
	if !ok {
		os.Exit(1)
	}
}

// A target is a fuzz test of a package, such as FuzzZip in generator/format.
type target struct{ dir, name string }

func (t target) String() string { return path.Base(t.dir) + "." + t.name }

var declaration = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// find returns the targets under dir whose names contain only, in the order of their files.
func find(fsys fs.FS, dir, only string) (targets []target, err error) {
	err = fs.WalkDir(fsys, dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		code, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		for _, m := range declaration.FindAllSubmatch(code, -1) {
			if t := (target{path.Dir(name), string(m[1])}); strings.Contains(t.String(), only) {
				targets = append(targets, t)
			}
		}
		return nil
	})
	return targets, err
}

// run fuzzes t and reports whether it found nothing wrong and was given enough inputs. Inputs that are
// new to the code are kept as they are: go test spends up to a minute on making each smaller, which stands still and
// takes the time of all others.
func (t target) run(each string, floor int) bool {
	cmd := exec.Command("go", "test", "-run", "^$", "-fuzz", "^"+t.name+"$", "-fuzztime", each, "-timeout", "0", "-fuzzminimizetime", "1x", "./"+t.dir)
	out, err := cmd.CombinedOutput()
	n := executions(out)
	fmt.Printf("%-32s %10d\n", t, n)
	switch {
	case err != nil:
		fmt.Printf("%s\n%s: %v\n", bytes.TrimSpace(out), t, err)
	case n < floor:
		fmt.Printf("%s was given fewer than %d inputs in %v\n", t, floor, each)
	}
	return err == nil && n >= floor
}

var progress = regexp.MustCompile(`execs: (\d+)`)

// executions returns the last number of executions that go test told, 0 if it told none.
func executions(out []byte) int {
	all := progress.FindAllSubmatch(out, -1)
	if len(all) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(string(all[len(all)-1][1]))
	return n
}
