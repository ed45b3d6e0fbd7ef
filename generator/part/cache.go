package part

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"zhengce/generator/internal/parallel"
	"zhengce/generator/manifest"
	"zhengce/generator/say"
)

// A Cache says of what the pages of a finished site were made, and what became of them.
type Cache map[string]entry // by name under content/

// An entry is a page with the digests of its files: the page, and where it has one its own style.
type entry struct {
	key   Key
	files []string // SHA-256, hexadecimal
}

// head begins the first line of a cache, and is its version; the digest of all other lines follows.
const head = "zhengce-pages-1 "

// ReadCache reads what [Cache.Bytes] wrote. One that is damaged has nothing.
func ReadCache(data []byte) Cache {
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(first) != head+digest(rest) {
		return nil
	}
	c := Cache{}
	for s := bufio.NewScanner(bytes.NewReader(rest)); s.Scan(); {
		fields := strings.Split(s.Text(), "\t")
		key, err := hex.DecodeString(fields[0])
		if err != nil || len(key) != len(Key{}) || len(fields) < 3 {
			return nil
		}
		c[fields[1]] = entry{Key(key), fields[2:]}
	}
	return c
}

// Bytes returns the cache as it is written, in the order of names.
func (c Cache) Bytes() []byte {
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(c)) {
		fmt.Fprintf(&out, "%x\t%s\t%s\n", c[name].key, name, strings.Join(c[name].files, "\t"))
	}
	return append([]byte(head+digest(out.Bytes())+"\n"), out.Bytes()...)
}

func digest(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

// Cache returns of what those pages of the finished site with the files listed were made that programs wrote.
func (b *Book) Cache(files []manifest.File) Cache {
	if b.Whole {
		return nil
	}
	return Part{b.pages}.Cache(files)
}

// Cache returns of what those pages of a part were made that programs wrote.
func (t Part) Cache(files []manifest.File) Cache {
	by := make(map[string]string, len(files))
	for _, f := range files {
		by[f.Path] = f.SHA256
	}
	c := Cache{}
	for _, p := range t.Pages {
		if p.own || p.never {
			continue
		}
		e := entry{key: p.Key}
		for _, name := range p.Files() {
			if is := by[name]; is != "" {
				e.files = append(e.files, is)
			}
		}
		if len(e.files) > 0 {
			c[p.Name] = e
		}
	}
	return c
}

// Files returns the files of the site that a page may become: the page, and its own style.
func (p *Page) Files() []string {
	stem := strings.TrimSuffix(p.Name, ".md")
	if path.Base(p.Name) == "_index.md" {
		stem = strings.TrimSuffix(p.Name, "_index.md") + "index"
	}
	return []string{stem + ".html", "css/" + stem + ".css"}
}

// Held returns of the finished site the files of those pages that are as the book has them, by page: what the cache says, the files
// are, and a page that would be made of the same becomes them again.
func (b *Book) Held(c Cache, site fs.FS) map[*Page][]string {
	if b.Whole {
		return nil
	}
	found := make([][]string, len(b.pages))
	parallel.Each(len(b.pages), func(i int) {
		p := b.pages[i]
		e, ok := c[p.Name]
		if p.own || p.never || !ok || e.key != p.Key {
			return
		}
		for n, name := range p.Files()[:min(len(e.files), 2)] {
			data, err := fs.ReadFile(site, name)
			if err != nil || digest(data) != e.files[n] {
				found[i] = nil
				return
			}
			found[i] = append(found[i], name)
		}
	})
	held := map[*Page][]string{}
	for i, p := range b.pages {
		if len(found[i]) > 0 {
			held[p] = found[i]
		}
	}
	return held
}

// Keys returns the pages of a part with their keys, a line each, for one who makes them elsewhere.
func (t Part) Keys() []byte {
	var out bytes.Buffer
	for _, p := range t.Pages {
		fmt.Fprintf(&out, "%x\t%s\n", p.Key, p.Name)
	}
	return out.Bytes()
}

// ReadKeys returns the part of which [Part.Keys] wrote the pages.
func ReadKeys(data []byte) (t Part, err error) {
	for line := range strings.Lines(string(data)) {
		digits, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		key, err := hex.DecodeString(digits)
		if err != nil || len(key) != len(Key{}) || !fs.ValidPath(name) {
			return Part{}, say.Errorf("%q is no page with its key", line)
		}
		t.Pages = append(t.Pages, &Page{Name: name, Key: Key(key)})
	}
	return t, nil
}
