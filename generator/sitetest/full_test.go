package sitetest

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestDiskFull builds a changed paper where the disk is full, earlier and later on the way: each build
// ends with a message that says so, and leaves the published site and whole pages only.
func TestDiskFull(t *testing.T) {
	public(t) // makes the program
	program := filepath.Join(scratch, "zhengce")
	disk := smallDisk(t)
	if err := run(disk, program, "init", "site"); err != nil {
		t.Fatal(err)
	}
	root := filepath.Join(disk, "site")
	if err := run(root, program, "build"); err != nil {
		t.Fatal(err)
	}
	before, pages := files(t, root, "public"), files(t, root, "content")
	seed := filepath.Join(root, "seeds/example.txt")
	text, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(seed, append(text, "\n　　（此件公开发布）\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	site := used(t, filepath.Join(root, "public"))
	stages := map[string]bool{}
	for _, free := range []int{0, site / 4, site / 2, site * 3 / 4, site, site + site/8, site + site/4, 2 * site} {
		fill(t, disk, free)
		args := []string{"build", "-q"}
		if _, err := exec.LookPath("chromium"); err == nil && free >= site {
			args = append(args, "--pdf")
		}
		err := run(root, program, args...)
		if err == nil {
			break
		}
		_, message, _ := strings.Cut(err.Error(), "\n")
		for line := range strings.Lines(strings.TrimSpace(message)) {
			if !strings.HasSuffix(strings.TrimSpace(line), "no space left on device") {
				t.Errorf("with %d kB free the build says %q", free, message)
			}
		}
		stage, _, _ := strings.Cut(message, " ")
		stages[stage] = true
		if !maps.Equal(files(t, root, "public"), before) {
			t.Errorf("with %d kB free the build changed public/", free)
		}
		if left, _ := filepath.Glob(filepath.Join(root, ".public*")); len(left) > 0 {
			t.Errorf("with %d kB free the build left %q", free, left)
		}
		for name := range files(t, root, "content") {
			if _, ok := pages[name]; !ok {
				t.Errorf("with %d kB free the build left content/%s", free, name)
			}
		}
	}
	if len(stages) < 3 {
		t.Errorf("the builds failed in these stages only: %v", stages)
	}
	fill(t, disk, 100*site)
	if err := run(root, program, "build"); err != nil {
		t.Error(err)
	}
	if maps.Equal(files(t, root, "public"), before) {
		t.Error("with room the build changes nothing")
	}
}

// smallDisk returns a folder that holds 40 MB, which only the superuser can make.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=40m", "zhengce-test", dir).CombinedOutput(); err != nil {
		t.Skipf("no disk that can be full: mount: %v %s", err, out)
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", dir).Run(); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill leaves as many kilobytes free on a disk, if it has them.
func fill(t *testing.T, disk string, free int) {
	t.Helper()
	name := filepath.Join(disk, "full")
	os.Remove(name)
	lines := strings.Fields(output(t, "df", "-k", "--output=avail", disk))
	room, err := strconv.Atoi(lines[len(lines)-1])
	if err == nil && room > free {
		err = os.WriteFile(name, make([]byte, (room-free)*1024), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// used returns how many kilobytes a folder takes.
func used(t *testing.T, dir string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.Fields(output(t, "du", "-sk", dir))[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// files returns what the files of a folder hold, by name.
func files(t *testing.T, root, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	fsys := os.DirFS(filepath.Join(root, dir))
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		out[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
