package build_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/internal/golden"
	"zhengce/generator/registry"
)

// childRoot is set for a process that only builds one site, so that its memory can be measured.
const childRoot = "ZHENGCE_BENCH_ROOT"

func TestMain(m *testing.M) {
	if root := os.Getenv(childRoot); root != "" {
		os.Exit(buildOnly(root))
	}
	os.Exit(m.Run())
}

// buildOnly builds the site in root and prints the time of its stages as JSON.
func buildOnly(root string) int {
	report, err := build.Run(build.Options{Root: root, Theme: zhengce.Theme})
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(report.Stages)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// TestWarnings holds the list of all doubts about the seeds: one that is settled must be deleted from it.
func TestWarnings(t *testing.T) {
	l := build.Read(os.DirFS("../.."), "seeds")
	if err := l.Problems.Err(); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range l.Problems {
		fmt.Fprintf(&b, "%s %v\n", p.Code, p)
	}
	golden.Equal(t, "testdata/warnings.txt", []byte(b.String()))
}

// TestReadOrder reads many papers at once, several times: the order is that of their names.
func TestReadOrder(t *testing.T) {
	root := t.TempDir()
	library(t, root, 24)
	var first []string
	for range 3 {
		l := build.Read(os.DirFS(root), "seeds")
		var got []string
		for i, f := range l.Files {
			if l.Facts[i].Document.File != f {
				t.Errorf("facts %d are not those of %s", i, f.Name)
			}
			got = append(got, f.Name)
		}
		for _, p := range l.Problems {
			got = append(got, p.Error())
		}
		if first == nil {
			first = got
		}
		if strings.Join(got, "\n") != strings.Join(first, "\n") {
			t.Fatal("two readings differ")
		}
	}
}

// TestLinear holds that a library of twice as many papers makes a site of about twice as many bytes.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two sites")
	}
	size := func(n int) float64 {
		root := t.TempDir()
		library(t, root, n)
		if _, err := build.Run(build.Options{Root: root, Theme: zhengce.Theme}); err != nil {
			t.Fatal(err)
		}
		return float64(folderSize(t, filepath.Join(root, "public")))
	}
	small, large := size(8), size(16)
	if large > 2.4*small {
		t.Errorf("8 papers make %.0f bytes, 16 make %.0f: %.2f times as many", small, large, large/small)
	}
}

// library makes a site folder with n papers: the seeds, then copies of them that speak of other regions
// and years.
func library(t testing.TB, root string, n int) {
	t.Helper()
	names, err := fs.Glob(os.DirFS("../.."), "seeds/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	check(t, os.CopyFS(root, zhengce.Start))
	check(t, os.MkdirAll(filepath.Join(root, "seeds"), 0o777))
	for i := range n {
		data, err := os.ReadFile(filepath.Join("../..", names[i%len(names)]))
		check(t, err)
		text := string(data)
		if round := i / len(names); round > 0 {
			r := registry.Regions[round%len(registry.Regions)]
			text = strings.NewReplacer("河南省", r.Name, "河南", r.Short, "豫", r.Abbr, "内蒙古自治区", r.Name, "内蒙古", r.Short, "自治区", r.Level,
				"42号", fmt.Sprint(42+round, "号"), "2015年", fmt.Sprint(2015+round%9, "年")).Replace(text)
		}
		check(t, os.WriteFile(filepath.Join(root, "seeds", fmt.Sprintf("paper-%04d.txt", i)), []byte(text), 0o666))
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func folderSize(t testing.TB, dir string) int64 {
	t.Helper()
	var size int64
	check(t, fs.WalkDir(os.DirFS(dir), ".", func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		size += info.Size()
		return err
	}))
	return size
}
