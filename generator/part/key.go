package part

import (
	"bytes"
	"crypto/sha256"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A Key is a SHA-256 of all that something is made of.
type Key [sha256.Size]byte

// buildKey is a setting by which people say themselves whether Hugo makes a page of a file.
var buildKey = regexp.MustCompile(`(?mi)^\W*_?build\b`)

// Environment returns the digest of what all pages of the site folder root are made of: the program by its digest, the settings, the
// layouts and other files that templates read, and whatever else is said.
func Environment(root fs.FS, program Key, said ...string) (Key, error) {
	sum := sha256.New()
	sum.Write(program[:])
	for _, s := range said {
		io.WriteString(sum, s+"\x00")
	}
	for _, top := range []string{"hugo.toml", "layouts", "assets", "data", "i18n"} {
		if _, err := fs.Stat(root, top); err != nil {
			continue
		}
		err := fs.WalkDir(root, top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(root, name)
			one := sha256.Sum256(data)
			io.WriteString(sum, name+"\x00")
			sum.Write(one[:])
			return err
		})
		if err != nil {
			return Key{}, err
		}
	}
	return Key(sum.Sum(nil)), nil
}

// key returns the key of a page: of the environment, the page, the titles of the pages at the top, the faces of those that its front matter names and that stand above it, and what
// links tell of their targets.
func (b *Book) key(p *Page, env Key) Key {
	sum := sha256.New()
	sum.Write(env[:])
	sum.Write(b.top[:])
	sum.Write(p.sum[:])
	for _, x := range b.needs(p) {
		io.WriteString(sum, x.Name+"\n")
		if x.never { // its text is shown
			sum.Write(x.sum[:])
		} else {
			sum.Write(x.face[:])
		}
	}
	for _, x := range p.links {
		io.WriteString(sum, b.w.Target(x.Name)+"\n")
	}
	return Key(sum.Sum(nil))
}

// needs returns the pages of which templates may ask when they make p: each once.
func (b *Book) needs(p *Page) []*Page {
	found := slices.Concat(b.above(p.Name), p.asks)
	if p.own { // Hugo reads its text, and asks for what its links lead to
		found = append(found, p.links...)
	}
	for _, x := range p.asks { // the paper of a measure may lead to the one that repeals it
		for _, y := range x.asks {
			if section(x.Name) == papers && section(y.Name) == papers {
				found = append(found, y)
			}
		}
	}
	seen := map[*Page]bool{p: true}
	return slices.DeleteFunc(found, func(x *Page) bool {
		again := seen[x]
		seen[x] = true
		return again
	})
}

// papers is the section whose pages are asked for more than an address and a title.
const papers = "documents"

func section(name string) string {
	before, _, below := strings.Cut(name, "/")
	if !below {
		return ""
	}
	return before
}

// isSection reports whether a page is that of a folder at the top.
func isSection(name string) bool {
	return strings.Count(name, "/") == 1 && path.Base(name) == "_index.md"
}

// isTop reports whether a page stands at the top, or is that of a folder there: templates lead to them from everywhere.
func isTop(name string) bool { return !strings.Contains(name, "/") || isSection(name) }

// faceLine is a line of a front matter that templates read of a page to which another leads.
var faceLine = regexp.MustCompile(`^(?:title|linkTitle|menu|agency|indicator|build): `)

// face returns the front matter of a page as other pages see it, with the line that opens it. Of a paper, and of what people wrote, that
// is all but the seal; of a section the description too, which stands on its pages.
func face(name string, head []byte, own bool) []byte {
	if own {
		return head
	}
	whole := section(name) == papers && !isSection(name)
	out := []byte("---\n")
	for line := range bytes.Lines(head[len(out):]) {
		if whole && !bytes.HasPrefix(line, []byte("generated: ")) || faceLine.Match(line) || isSection(name) && bytes.HasPrefix(line, []byte("description: ")) {
			out = append(out, line...)
		}
	}
	return out
}

// menu returns of the front matter of a page at the top what the navigation of all pages says of it.
func menu(name string, head []byte, own bool) []byte {
	out := []byte(name + "\n")
	for line := range bytes.Lines(face(name, head, own)) {
		if !bytes.HasPrefix(line, []byte("description: ")) && (!own || !bytes.HasPrefix(line, []byte("date: "))) {
			out = append(out, line...)
		}
	}
	return out
}
