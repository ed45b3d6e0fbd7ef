// Package part cuts the pages of a site into parts that Hugo makes each by itself, and knows which pages are as they were.
//
// What Hugo makes of a page depends on the page, on the layouts and settings, and on what templates ask of other pages: their
// address and title, of a paper all of its front matter, of a page without an address, which others show, the whole. A part has its pages, and of the others
// that they name what may be asked, their faces. Since a part holds nothing else, a page that is the same, with the
// same faces, becomes the same page of the site: its [Key] says so.
package part

import (
	"bytes"
	"crypto/sha256"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/spf13/afero"

	"zhengce/generator/hook"
	"zhengce/generator/internal/parallel"
)

// A Book is the content of a site, read.
type Book struct {
	// Whole is true where what Hugo makes of a page may depend on any other, so that no part does.
	Whole bool

	fs    afero.Fs
	from  string
	w     *hook.Writer
	pages []*Page // by name
	by    map[string]*Page
	top   Key // of what every page says of those at the top
}

// A Page is a file of the content.
type Page struct {
	Name  string  // under the folder, with slashes: "measures/x/1-2.md"
	Key   Key     // zero for files that people wrote
	own   bool    // people wrote it
	sum   Key     // of the file
	face  Key     // of its face
	menu  Key     // of what the navigation says of it, at the top
	never bool    // it has no address: others show it
	asks  []*Page // that its front matter names
	links []*Page // that its text names
}

// Read reads the content of a site, as [hook.NewWriter] lists it. Everything else that pages are made of, env is the digest of. It returns nil where
// Hugo has to read the Markdown itself.
func Read(fs afero.Fs, from string, settings []byte, generated func(name string) bool, env Key) (*Book, error) {
	w, err := hook.NewWriter(fs, from, settings, generated)
	if w == nil || err != nil {
		return nil, err
	}
	b := &Book{fs: fs, from: from, w: w, by: map[string]*Page{}}
	for _, name := range w.Names() {
		p := &Page{Name: name, own: !w.Generated(name)}
		b.pages = append(b.pages, p)
		b.by[name] = p
	}
	var whole atomic.Bool
	ok, err := w.Read(func(i int, data []byte) {
		if !b.look(b.pages[i], data) {
			whole.Store(true)
		}
	})
	if !ok || err != nil {
		return nil, err
	}
	b.Whole = whole.Load()
	top := sha256.New()
	for _, p := range b.pages {
		if isTop(p.Name) {
			top.Write(p.menu[:])
		}
	}
	b.top = Key(top.Sum(nil))
	parallel.Each(len(b.pages), func(i int) {
		if p := b.pages[i]; !p.own {
			p.Key = b.key(p, env)
		}
	})
	return b, nil
}

// look notes what is to be known of a page. It reports false if a part may not do for it.
func (b *Book) look(p *Page, data []byte) bool {
	head, body, ok := hook.Cut(data)
	if !ok || p.own && (bytes.Contains(data, []byte("{{<")) || bytes.Contains(data, []byte("{{%")) || buildKey.Match(head)) {
		return false // without a front matter in YAML there is no face to make
	}
	p.sum, p.face = sha256.Sum256(data), sha256.Sum256(face(p.Name, head, p.own))
	p.never = bytes.Contains(head, []byte(`"render":"never"`))
	if isTop(p.Name) {
		p.menu = sha256.Sum256(menu(p.Name, head, p.own))
	}
	p.asks, p.links = b.named(head), b.named(body)
	if section(p.Name) == papers { // meta.html leads from a paper to the lists of its measures and goals
		for _, list := range []string{"_index.md", "goals.md"} {
			if x := b.by[path.Join("measures", strings.TrimSuffix(path.Base(p.Name), ".md"), list)]; x != nil {
				p.asks = append(p.asks, x)
			}
		}
	}
	return true
}

// named returns the pages whose names stand in text, such as /agencies/x.md, sorted, each once.
func (b *Book) named(text []byte) (found []*Page) {
	const suffix = ".md"
	for at := 0; ; {
		i := bytes.Index(text[at:], []byte(suffix))
		if i < 0 {
			break
		}
		end := at + i + len(suffix)
		start := at + i
		for start > 0 && inName(text[start-1]) {
			start--
		}
		if p := b.by[strings.TrimPrefix(string(text[start:end]), "/")]; p != nil {
			found = append(found, p)
		}
		at = end
	}
	slices.SortFunc(found, func(a, b *Page) int { return strings.Compare(a.Name, b.Name) })
	return slices.Clip(slices.Compact(found))
}

// inName reports whether a character may stand in the name of a page to which others lead.
func inName(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '/' || c == '.' || c >= 0x80
}

// above returns the pages of the folders above a page, from the home page on.
func (b *Book) above(name string) (found []*Page) {
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		if p := b.by[path.Join(dir, "_index.md")]; p != nil && p.Name != name {
			found = append(found, p)
		}
		if dir == "." {
			slices.Reverse(found)
			return found
		}
	}
}
