package build_test

import (
	"os"
	"path/filepath"
	"testing"

	"zhengce"
	"zhengce/generator/build"
)

// TestParts builds a site at once, of Markdown that Hugo reads, and in many small parts: they are the same byte for byte.
func TestParts(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two sites")
	}
	root := t.TempDir()
	library(t, root, 5)
	check(t, os.WriteFile(filepath.Join(root, "seeds/hostile.txt"), []byte(hostilePaper), 0o666))
	other := t.TempDir()
	check(t, os.CopyFS(other, os.DirFS(root)))
	_, err := build.Run(build.Options{Root: other, Theme: zhengce.Theme, Plain: true})
	check(t, err)
	_, err = build.Run(build.Options{Root: root, Theme: zhengce.Theme, PartPages: 60})
	check(t, err)
	same(t, filepath.Join(root, "public"), filepath.Join(other, "public"))
}
