// Package seedtest reads the seeds for tests, as the commands do.
package seedtest

import (
	"os"
	"path/filepath"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Files returns the seeds.
func Files(t testing.TB) []*source.File {
	t.Helper()
	files, errs := format.Load(os.DirFS(root(t)), "seeds")
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	return files
}

// root returns the folder of the project, which a test stands somewhere below.
func root(t testing.TB) string {
	t.Helper()
	for dir := "."; len(dir) < 100; dir = filepath.Join("..", dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("no go.mod in the folders above")
	return ""
}

// Facts returns the facts of files, without an editor's corrections.
func Facts(files []*source.File) []*policy.Facts {
	var all []*policy.Facts
	for _, f := range files {
		d, _ := document.Parse(f)
		facts, _ := extract.Document(d)
		all = append(all, facts)
	}
	return all
}

// Catalog returns the catalog of files.
func Catalog(t testing.TB, files []*source.File) *catalog.Catalog {
	t.Helper()
	c, errs := catalog.Build(Facts(files))
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}
