package pages

import (
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// TestHandmade: nothing that people wrote into content/ is overwritten or removed, whatever it looks like.
func TestHandmade(t *testing.T) {
	c := fixture(t)
	fresh := afero.NewMemMapFs()
	if _, err := Write(fresh, c); err != nil {
		t.Fatal(err)
	}
	page, err := afero.ReadFile(fresh, "content/documents/ceshi.md")
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(page), "---\n\n", "---\n\n编者按\n\n", 1)
	windows := strings.ReplaceAll(string(page), "\n", "\r\n")
	tests := []struct {
		name, text string
		kept       bool   // told as a page kept by hand
		fails      string // in the error
	}{
		{name: "content/documents/ceshi.md", text: changed, kept: true},
		{name: "content/documents/ceshi.md", text: strings.Replace(string(page), `generated: "`, `generated: "0`, 1), kept: true},
		{name: "content/documents/ceshi.md", text: "---\ngenerated: true\n---\n" + "手改", kept: true},
		{name: "content/copy.md", text: string(page)},
		{name: "content/notes/copy.md", text: string(page)},
		{name: "content/documents/copy.md", text: string(page), fails: "content/documents/copy.md"},
		{name: "content/documents/x.md", text: "---\ntitle: 手写\n---\n", fails: "content/documents/x.md"},
		{name: "content/agencies/foo.md.part", text: "草稿"},
		{name: "content/.draft.md", text: "草稿"},
	}
	for _, tt := range tests {
		fs := afero.NewMemMapFs()
		put(t, fs, tt.name, tt.text)
		report, err := Write(fs, c)
		if got, _ := afero.ReadFile(fs, tt.name); string(got) != tt.text {
			t.Errorf("%s was changed", tt.name)
		}
		if slices.Contains(report.Kept, tt.name) != tt.kept {
			t.Errorf("%s: kept %q", tt.name, report.Kept)
		}
		if (err != nil) != (tt.fails != "") || err != nil && !strings.Contains(err.Error(), tt.fails) {
			t.Errorf("%s: error %v", tt.name, err)
		}
	}
	fs := afero.NewMemMapFs()
	put(t, fs, "content/documents/ceshi.md", windows)
	if report, err := Write(fs, c); err != nil || len(report.Kept) > 0 {
		t.Errorf("a page with the line ends of Windows: kept %q, %v", report.Kept, err)
	}
}

// TestEditedMeanwhile: a page that somebody changes during a build stays.
func TestEditedMeanwhile(t *testing.T) {
	fs, c := afero.NewMemMapFs(), fixture(t)
	const name, gone = "content/documents/ceshi.md", "content/measures/old/1-1.md"
	put(t, fs, name, string(seal("documents/ceshi.md", []byte("---\n"))))
	put(t, fs, gone, string(seal("measures/old/1-1.md", []byte("---\n"))))
	p, err := NewPlan(fs, c)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Prepare(fs); err != nil {
		t.Fatal(err)
	}
	put(t, fs, name, "改过")
	put(t, fs, gone, "改过")
	if err := p.Apply(fs); err != nil || !slices.Contains(p.Kept, name) || !slices.Contains(p.Kept, gone) {
		t.Errorf("kept %q, %v", p.Kept, err)
	}
	for _, n := range []string{name, gone} {
		if got, _ := afero.ReadFile(fs, n); string(got) != "改过" {
			t.Errorf("%s = %q", n, got)
		}
	}
}

// A failing file system refuses its n-th change.
type failing struct {
	afero.Fs
	at, changes int
}

var errFull = &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}

func (f *failing) change() error {
	if f.changes++; f.changes == f.at {
		return errFull
	}
	return nil
}

func (f *failing) MkdirAll(name string, mode os.FileMode) error {
	if err := f.change(); err != nil {
		return err
	}
	return f.Fs.MkdirAll(name, mode)
}

func (f *failing) OpenFile(name string, flag int, mode os.FileMode) (afero.File, error) {
	if flag&os.O_CREATE != 0 {
		if err := f.change(); err != nil {
			return nil, err
		}
	}
	return f.Fs.OpenFile(name, flag, mode)
}

func (f *failing) Rename(from, to string) error {
	if err := f.change(); err != nil {
		return err
	}
	return f.Fs.Rename(from, to)
}

func (f *failing) Remove(name string) error {
	if err := f.change(); err != nil {
		return err
	}
	return f.Fs.Remove(name)
}

// TestWriteFails: whatever change of content/ fails, each page is the old or the new one, people's files stay,
// and the next run is right. A plan that cannot be prepared leaves everything as it was.
func TestWriteFails(t *testing.T) {
	c := fixture(t)
	begin := func() afero.Fs {
		fs := afero.NewMemMapFs()
		put(t, fs, "content/about.md", "手写")
		put(t, fs, "content/documents/ceshi.md", string(seal("documents/ceshi.md", []byte("---\nold\n"))))
		put(t, fs, "content/measures/old/1-1.md", string(seal("measures/old/1-1.md", []byte("---\n"))))
		return fs
	}
	count := &failing{Fs: begin()}
	if _, err := Write(count, c); err != nil || count.changes < 50 {
		t.Fatalf("%v after %d changes", err, count.changes)
	}
	want := tree(t, count.Fs)
	for at := 1; at <= count.changes; at++ {
		fs := begin()
		p, err := NewPlan(fs, c)
		if err != nil {
			t.Fatal(err)
		}
		f := &failing{Fs: fs, at: at}
		before := tree(t, fs)
		err = p.Prepare(f)
		if after := tree(t, fs); err != nil && !maps.Equal(before, after) {
			t.Fatalf("change %d: a plan that was not prepared left %d files, there were %d", at, len(after), len(before))
		}
		if err == nil {
			err = p.Apply(f)
		}
		if at <= 3*len(p.Written)+1 && !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("change %d failed without a word: %v", at, err)
		}
		for name, text := range tree(t, fs) {
			if !isPart(name) && text != want[name] && text != before[name] {
				t.Errorf("change %d: %s is neither old nor new", at, name)
			}
		}
		if _, err := Write(fs, c); err != nil || !maps.Equal(tree(t, fs), want) {
			t.Errorf("after change %d failed the next run is not right: %v", at, err)
		}
	}
}

func tree(t *testing.T, fs afero.Fs) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := afero.Walk(fs, root, func(name string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			var data []byte
			data, err = afero.ReadFile(fs, name)
			files[name] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
