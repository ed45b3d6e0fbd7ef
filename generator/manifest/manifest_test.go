package manifest

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func site() fstest.MapFS {
	return fstest.MapFS{
		"index.html": {Data: []byte("首页\n")}, "data/a&b.json": {Data: []byte("{}")}, "a.txt": {},
		Name: {Data: []byte("of another day")}, SignatureName: {Data: []byte("x")},
	}
}

func TestManifest(t *testing.T) {
	m, err := New(site())
	if err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,"files":[
{"path":"a.txt","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
{"path":"data/a&b.json","size":2,"sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},
{"path":"index.html","size":7,"sha256":"`
	got := strings.ReplaceAll(string(m.Bytes()), `\u0026`, "&")
	if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "\"}\n]}\n") {
		t.Errorf("manifest:\n%s", got)
	}
	again, err := Parse(m.Bytes())
	if err != nil || string(again.Bytes()) != string(m.Bytes()) {
		t.Errorf("read back: %v", err)
	}
	if _, err := Read(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no manifest: %v", err)
	}
	empty, _ := New(fstest.MapFS{})
	if _, err := Parse(empty.Bytes()); err != nil {
		t.Errorf("a manifest of nothing: %v", err)
	}
}

// TestStrict changes every byte of a manifest: it is refused, or says something else.
func TestStrict(t *testing.T) {
	m, err := New(site())
	if err != nil {
		t.Fatal(err)
	}
	good := m.Bytes()
	for i := range good {
		for _, by := range []byte{good[i] ^ 1, ' ', '"', '\n'} {
			bad := append([]byte{}, good...)
			if bad[i] = by; by == good[i] {
				continue
			}
			if read, err := Parse(bad); err == nil && string(read.Bytes()) == string(good) {
				t.Errorf("not noticed: byte %d as %q", i, by)
			}
		}
	}
	for _, bad := range []string{
		`{"version":2,"files":[` + "\n]}\n",
		`{"version":1,"files":[` + "\n" + `{"path":"../a","size":0,"sha256":""}` + "\n]}\n",
		`{"version":1,"files":[` + "\n" + `{"path":"b","size":0,"sha256":""},` + "\n" + `{"path":"a","size":0,"sha256":""}` + "\n]}\n",
		`{"version":1,"files":[` + "\n" + `{"path":"site-manifest.json","size":0,"sha256":""}` + "\n]}\n",
	} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("accepted: %s", bad)
		}
	}
}
