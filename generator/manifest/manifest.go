// Package manifest keeps account of the files of a finished site: site-manifest.json lists each
// with its size and digest, and whoever signs this one file has signed them all.
package manifest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"zhengce/generator/internal/parallel"
	"zhengce/generator/say"
)

// Name is the manifest's own name, and SignatureName that of its signature, at the top of the site.
// Neither is listed.
const (
	Name          = "site-manifest.json"
	SignatureName = Name + ".minisig"
)

// version is that of the form of a manifest.
const version = 1

// A Manifest lists the files of a site, sorted by path.
type Manifest struct {
	Version int    `json:"version"`
	Files   []File `json:"files"`
}

// A File is a file of the site: its path with slashes, its size in bytes and the SHA-256 of its bytes.
type File struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// New lists the files of the finished site fsys as they are.
func New(fsys fs.FS) (*Manifest, error) {
	names, err := list(fsys)
	if err != nil {
		return nil, err
	}
	files, errs := make([]File, len(names)), make([]error, len(names))
	parallel.Each(len(names), func(i int) {
		f, err := fsys.Open(names[i])
		if err != nil {
			errs[i] = err
			return
		}
		defer f.Close()
		files[i], errs[i] = Digest(names[i], f)
	})
	return &Manifest{version, files}, errors.Join(errs...)
}

// list returns the names of all files of the site but the manifest's own, sorted.
func list(fsys fs.FS) (names []string, err error) {
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !Own(name) {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names)
	return names, err
}

// Own reports whether a file is the manifest or its signature, which no manifest can list.
func Own(name string) bool { return name == Name || name == SignatureName }

// active are the suffixes of files that a browser reads as a page or what a page is made of, and that programs read as data
// of the site. Beside the site's own they would pass for it.
var active = strings.Fields(".html .htm .xhtml .xht .shtml .mhtml .xml .xsl .svg .svgz .css .js .mjs .wasm .json .jsonld .webmanifest .csv .xlsx .ics .pdf")

// Active reports whether a file of the name, in a folder of the site, would pass for one of the site.
func Active(name string) bool { return slices.Contains(active, strings.ToLower(path.Ext(name))) }

// Digest returns what the manifest says of a file with the bytes of r.
func Digest(name string, r io.Reader) (File, error) {
	sum := sha256.New()
	n, err := io.Copy(sum, r)
	if err != nil {
		return File{}, say.Errorf("reading %s: %w", name, err)
	}
	return File{name, n, hex.EncodeToString(sum.Sum(nil))}, nil
}

// Bytes returns the manifest as it is written: one file on a line, so that people can compare two.
func (m *Manifest) Bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"version\":%d,\"files\":[", m.Version)
	for i, f := range m.Files {
		line, err := json.Marshal(f)
		if err != nil {
			panic("manifest: internal error: " + err.Error())
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

// Read reads the manifest of the site fsys. One that is missing is an error of kind [fs.ErrNotExist]; one that is not
// written as Bytes does, byte for byte, is an error too: nothing hides in it.
func Read(fsys fs.FS) (*Manifest, error) {
	data, err := fs.ReadFile(fsys, Name)
	if err != nil {
		return nil, err
	}
	return Parse(data)
}

// Parse reads a manifest.
func Parse(data []byte) (*Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, say.Errorf("the manifest cannot be read: %v", err)
	}
	if m.Version != version {
		return nil, say.Errorf("the manifest is of version %d, this program reads version %d", m.Version, version)
	}
	if !bytes.Equal(m.Bytes(), data) {
		return nil, say.New("the manifest is not written as manifests are: something stands in it beside its files")
	}
	for i, f := range m.Files {
		if !fs.ValidPath(f.Path) || Own(f.Path) || i > 0 && strings.Compare(m.Files[i-1].Path, f.Path) >= 0 {
			return nil, say.Errorf("the manifest lists %q where it cannot stand", f.Path)
		}
	}
	return &m, nil
}
