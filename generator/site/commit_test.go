package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A shaky disk fails, or kills the program, at one of its steps.
type shaky struct {
	disk
	at       int // the step, from 1; 0 for none
	steps    int
	fail     error
	kill     string // "before" or "after" the step
	exchange bool   // the system can exchange folders
}

func (d *shaky) step(do func() error) error {
	d.steps++
	if d.steps != d.at {
		return do()
	}
	if d.fail != nil {
		return d.fail
	}
	if d.kill == "after" {
		do()
	}
	syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}

func (d *shaky) Rename(a, b string) error {
	return d.step(func() error { return d.disk.Rename(a, b) })
}

func (d *shaky) Exchange(a, b string) error {
	if !d.exchange {
		return errors.ErrUnsupported
	}
	return d.step(func() error { return d.disk.Exchange(a, b) })
}

func (d *shaky) Link(a, b string) error { return d.step(func() error { return d.disk.Link(a, b) }) }

func (d *shaky) Mkdir(path string, mode fs.FileMode) error {
	return d.step(func() error { return d.disk.Mkdir(path, mode) })
}

func (d *shaky) Chmod(path string, mode fs.FileMode) error {
	return d.step(func() error { return d.disk.Chmod(path, mode) })
}

func (d *shaky) Remove(path string) error {
	return d.step(func() error { return d.disk.Remove(path) })
}

func (d *shaky) Sync(path string) error {
	return d.step(func() error { return d.disk.Sync(path) })
}

func (d *shaky) SyncFolder(path string) error {
	return d.step(func() error { return d.disk.SyncFolder(path) })
}

// lived is a published site in which people have put files of their own and changed one.
func lived(t *testing.T) string {
	root := t.TempDir()
	public := filepath.Join(root, "public")
	write(t, public, map[string]string{"index.html": "old", "about.html": "old", "gone/page.html": "old", "css/site.css": "old"})
	list(t, public)
	write(t, public, map[string]string{
		".git/HEAD": "ref", ".git/objects/ab/cd": "blob", "CNAME": "zc.example.gov.cn", "gone/own.txt": "mine", "new.html": "mine", "about.html": "mine now",
		"css/own.js": "mine", "extra/own.js": "mine",
	})
	if err := os.Mkdir(filepath.Join(public, "uploads"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("CNAME", filepath.Join(public, "name")); err != nil {
		t.Fatal(err)
	}
	return root
}

// renew publishes the second edition of a lived site with the disk.
func renew(t *testing.T, root string, d *shaky) (*Stage, error) {
	t.Helper()
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	d.disk, s.disk = s.disk, d
	write(t, s.Dir(), map[string]string{"index.html": "new", "about.html": "new", "new.html": "new", "css/site.css": "new"})
	if err := os.Chmod(filepath.Join(s.Dir(), "css"), 0o700); err != nil {
		t.Fatal(err)
	}
	list(t, s.Dir())
	return s, s.Commit()
}

// edition returns which of the two editions stands in public/, and fails where it is not whole or something of
// the people's own is gone.
func edition(t *testing.T, root string) string {
	t.Helper()
	public := filepath.Join(root, "public")
	which := read(t, filepath.Join(public, "index.html"))
	for name, want := range map[string]string{
		".git/HEAD": "ref", ".git/objects/ab/cd": "blob", "CNAME": "zc.example.gov.cn", "gone/own.txt": "mine", "name": "zc.example.gov.cn", "extra/own.js": "mine",
	} {
		if got := read(t, filepath.Join(public, name)); got != want {
			t.Errorf("public/%s = %q, want %q", name, got, want)
		}
	}
	if !isFolder(filepath.Join(public, "uploads")) {
		t.Error("an empty folder of the people is gone")
	}
	if got := read(t, filepath.Join(public, "css/site.css")); got != which {
		t.Errorf("index.html is %s, css/site.css %s", which, got)
	}
	mine, want := filepath.Join(root, keptDir), "new"
	if which == "old" {
		mine, want = public, "old"
	}
	for name, text := range map[string]string{"about.html": "mine now", "new.html": "mine", "css/own.js": "mine"} {
		if got := read(t, filepath.Join(mine, name)); got != text {
			t.Errorf("%s with the %s site: %q, want %q", name, which, got, text)
		}
	}
	_, err := os.Stat(filepath.Join(public, "gone/page.html"))
	if gone := err != nil; gone != (which == "new") || which != want {
		t.Errorf("the %s site has gone/page.html: %v", which, !gone)
	}
	return which
}

func TestCommitKeepsWhatPeopleAdded(t *testing.T) {
	for _, can := range []bool{true, false} {
		root := lived(t)
		s, err := renew(t, root, &shaky{exchange: can})
		if err != nil {
			t.Fatal(err)
		}
		if got := edition(t, root); got != "new" {
			t.Errorf("public is %s", got)
		}
		told := strings.Join(s.Notices, "\n")
		for _, want := range []string{".git/ (2)", "CNAME", "about.html", "new.html", keptDir} {
			if !strings.Contains(told, want) {
				t.Errorf("notices do not say %s:\n%s", want, told)
			}
		}
		if info, err := os.Stat(filepath.Join(root, "public/css")); err != nil || info.Mode().Perm()&0o055 != 0o055 {
			t.Errorf("public/css: %v, %v", info.Mode(), err)
		}
		if got := names(t, root); got != "public public.kept" {
			t.Errorf("site folder holds %s", got)
		}
		again, err := renew(t, root, &shaky{exchange: can})
		if err != nil || strings.Contains(strings.Join(again.Notices, "\n"), keptDir) {
			t.Errorf("second build: %v, %q", err, again.Notices)
		}
		edition(t, root)
	}
}

// TestCommitFails: whatever step of a commit fails, a whole site stands there, nothing of the people's is gone,
// the state tells which site it is, and the next build is right.
func TestCommitFails(t *testing.T) {
	for _, can := range []bool{true, false} {
		count := &shaky{exchange: can}
		if _, err := renew(t, lived(t), count); err != nil || count.steps < 15 {
			t.Fatalf("%v after %d steps", err, count.steps)
		}
		for _, fail := range []error{syscall.ENOSPC, syscall.EACCES, syscall.EIO} {
			for at := 1; at <= count.steps; at++ {
				root := lived(t)
				_, err := renew(t, root, &shaky{at: at, fail: fail, exchange: can})
				which := edition(t, root)
				if (err != nil) != (which == "old") || err != nil && !errors.Is(err, fail) {
					t.Errorf("%v at step %d of %d: the %s site with error %v", fail, at, count.steps, which, err)
				}
				if _, err := renew(t, root, &shaky{exchange: can}); err != nil {
					t.Errorf("the build after %v at step %d: %v", fail, at, err)
				}
				if got := edition(t, root); got != "new" || names(t, root) != "public public.kept" {
					t.Errorf("after %v at step %d: %s, %s", fail, at, got, names(t, root))
				}
			}
		}
	}
}

// TestCommitKilled runs itself as a program that is killed before and after each step of a commit.
func TestCommitKilled(t *testing.T) {
	if root := os.Getenv("COMMIT_IN"); root != "" {
		at, err := strconv.Atoi(os.Getenv("COMMIT_KILL"))
		if err != nil {
			t.Fatal(err)
		}
		renew(t, root, &shaky{at: at, kill: os.Getenv("COMMIT_WHEN"), exchange: os.Getenv("COMMIT_EXCHANGE") != ""})
		return
	}
	for _, can := range []string{"yes", ""} {
		count := &shaky{exchange: can != ""}
		if _, err := renew(t, lived(t), count); err != nil {
			t.Fatal(err)
		}
		for at := 1; at <= count.steps; at++ {
			for _, when := range []string{"before", "after"} {
				root := lived(t)
				cmd := exec.Command(os.Args[0], "-test.run=^TestCommitKilled$")
				cmd.Env = append(os.Environ(), "COMMIT_IN="+root, "COMMIT_KILL="+strconv.Itoa(at), "COMMIT_WHEN="+when, "COMMIT_EXCHANGE="+can)
				out, err := cmd.CombinedOutput()
				var exit *exec.ExitError
				if !errors.As(err, &exit) || !strings.Contains(exit.Error(), "killed") {
					t.Fatalf("%v\n%s", err, out)
				}
				if err := Repair(root); err != nil {
					t.Fatal(err)
				}
				edition(t, root)
				s, err := NewStage(root)
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Discard(); err != nil {
					t.Fatal(err)
				}
				edition(t, root)
				if got := strings.TrimSuffix(names(t, root), " public.kept"); got != "public" {
					t.Errorf("killed %s step %d: site folder holds %s", when, at, got)
				}
			}
		}
	}
}

// TestNoManifest: what stands in a folder that no build of ours made is the people's own.
func TestNoManifest(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"public/index.html": "mine", "public/CNAME": "x", "public/about.html": "same"})
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	write(t, s.Dir(), map[string]string{"index.html": "new", "about.html": "same"})
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"public/index.html": "new", "public/CNAME": "x", "public.kept/index.html": "mine"} {
		if got := read(t, filepath.Join(root, name)); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
	if _, err := os.Stat(filepath.Join(root, "public.kept/about.html")); err == nil {
		t.Error("a file that is the same in both is kept twice")
	}
}

// TestUnwritablePublic builds as a plain user over a site that nobody may write to.
func TestUnwritablePublic(t *testing.T) {
	if root := os.Getenv("UNWRITABLE_IN"); root != "" {
		syscall.Umask(0o077)
		for _, text := range []string{"one", "two"} {
			s, err := NewStage(root)
			if err != nil {
				t.Fatal(err)
			}
			write(t, s.Dir(), map[string]string{"index.html": text, "a/b.html": text})
			list(t, s.Dir())
			if err := s.Commit(); err != nil || len(s.Notices) > 0 {
				t.Fatalf("%v, %q", err, s.Notices)
			}
			err = filepath.WalkDir(filepath.Join(root, "public"), func(path string, d fs.DirEntry, err error) error {
				if err != nil {
					return err
				}
				info, err := d.Info()
				if err == nil && info.Mode().Perm()&0o044 != 0o044 {
					err = fmt.Errorf("%s cannot be read by a server: %v", path, info.Mode())
				}
				return errors.Join(err, os.Chmod(path, info.Mode().Perm()&^0o222))
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	root, err := os.MkdirTemp("", "unwritable")
	if err != nil {
		t.Fatal(err)
	}
	defer (system{}).Remove(root)
	if err := os.Chmod(root, 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestUnwritablePublic$")
	cmd.Env, cmd.Dir = append(os.Environ(), "UNWRITABLE_IN="+root), root
	if os.Getuid() == 0 {
		program := filepath.Join(root, "test")
		if err := copyProgram(os.Args[0], program); err != nil {
			t.Fatal(err)
		}
		cmd.Path = program
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if got := read(t, filepath.Join(root, "public/a/b.html")); got != "two" {
		t.Errorf("public/a/b.html = %q", got)
	}
	if rests, _ := filepath.Glob(filepath.Join(root, ".public*")); len(rests) > 0 {
		t.Errorf("left behind: %q", rests)
	}
}

func copyProgram(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := copyFile(from, to, info); err != nil {
		return err
	}
	return os.Chmod(to, 0o755)
}

// TestRestThatStays: what of an old site cannot be removed does not stop builds; it is put aside and named.
func TestRestThatStays(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"public/index.html": "old"})
	list(t, filepath.Join(root, "public"))
	for i, text := range []string{"one", "two"} {
		s, err := NewStage(root)
		if err != nil {
			t.Fatal(err)
		}
		write(t, s.Dir(), map[string]string{"index.html": text})
		list(t, s.Dir())
		s.disk = clinging{s.disk}
		if err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		if len(s.Notices) == 0 || !strings.Contains(s.Notices[0], restPrefix) {
			t.Errorf("build %d says %q", i, s.Notices)
		}
		if got := read(t, filepath.Join(root, "public/index.html")); got != text {
			t.Errorf("public/index.html = %q, want %q", got, text)
		}
	}
	s, err := NewStage(root)
	if err != nil {
		t.Fatal(err)
	}
	s.Discard()
	if got := names(t, root); got != "public" {
		t.Errorf("site folder holds %s", got)
	}
}

// A clinging disk removes no replaced site.
type clinging struct{ disk }

func (d clinging) Remove(path string) error {
	if _, err := os.Stat(filepath.Join(path, "index.html")); err == nil {
		return syscall.EPERM
	}
	return d.disk.Remove(path)
}

func TestYoungerFilesAreRead(t *testing.T) {
	root := lived(t)
	path := filepath.Join(root, "public/index.html")
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	s, err := renew(t, root, &shaky{exchange: true})
	if err != nil || strings.Contains(strings.Join(s.Notices, "\n"), "index.html") {
		t.Errorf("a file that only got another time is kept: %v, %q", err, s.Notices)
	}
}
