package main

import (
	"fmt"
	"testing"
	"testing/fstest"
)

func TestFind(t *testing.T) {
	fsys := fstest.MapFS{
		"generator/a/a_test.go":   {Data: []byte("package a\n\nfunc FuzzOne(f *testing.F) {\n}\n\nfunc helper() { FuzzNone( }\n\nfunc FuzzTwo(f *testing.F) {}\n")},
		"generator/a/a.go":        {Data: []byte("func FuzzNone(f *testing.F) {}\n")},
		"generator/b/c/c_test.go": {Data: []byte("func FuzzOne(f *testing.F) {}\n")},
	}
	for _, tt := range []struct{ only, want string }{
		{"", "[a.FuzzOne a.FuzzTwo c.FuzzOne]"},
		{"One", "[a.FuzzOne c.FuzzOne]"},
		{"c.", "[c.FuzzOne]"},
		{"Three", "[]"},
	} {
		got, err := find(fsys, "generator", tt.only)
		if err != nil || fmt.Sprint(got) != tt.want {
			t.Errorf("find %q = %v, %v, want %s", tt.only, got, err, tt.want)
		}
	}
}

func TestExecutions(t *testing.T) {
	for out, want := range map[string]int{
		"": 0,
		"fuzz: elapsed: 0s, gathering baseline coverage: 0/9 completed\n":                                                                        0,
		"fuzz: elapsed: 3s, execs: 12 (4/sec), new interesting: 0 (total: 9)\nfuzz: elapsed: 6s, execs: 31415 (5/sec), new interesting: 1\nPASS": 31415,
	} {
		if got := executions([]byte(out)); got != want {
			t.Errorf("executions of %q = %d, want %d", out, got, want)
		}
	}
}
