package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zhengce": main})
}

// TestScripts runs the terminal sessions of testdata/script. Beside the usual commands they have
//
//	snapshot DIR        remembers what stands in a folder
//	unchanged DIR       fails if something else stands in it now, or if a build left something beside it
//	edit FILE OLD NEW   replaces the first OLD in a file
//	bytes FILE HEX      writes a file of these bytes
//	chinese [WORD…]     fails if the last command told something in English; the words are names of the test
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			project, err := filepath.Abs("..")
			e.Setenv("PROJECT", project)
			e.Setenv("LANG", "en_US.UTF-8") // the scripts compare English messages; those in Chinese say --lang zh
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"snapshot": snapshot, "unchanged": unchanged, "edit": edit, "bytes": writeBytes, "chinese": chinese,
		},
	})
}

// digest returns names and digests of all files below dir.
func digest(ts *testscript.TestScript, dir string) string {
	var b strings.Builder
	ts.Check(fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		fmt.Fprintf(&b, "%s %x\n", name, sha256.Sum256(data))
		return err
	}))
	return b.String()
}

func snapshot(ts *testscript.TestScript, neg bool, args []string) {
	ts.Setenv("SNAPSHOT", digest(ts, ts.MkAbs(args[0])))
}

func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	dir := ts.MkAbs(args[0])
	if got, want := digest(ts, dir), ts.Getenv("SNAPSHOT"); (got == want) == neg {
		ts.Fatalf("%s held\n%s\nand holds\n%s", args[0], want, got)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dir), ".public*"))
	ts.Check(err)
	if len(left) > 0 {
		ts.Fatalf("a build left %v", left)
	}
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}
