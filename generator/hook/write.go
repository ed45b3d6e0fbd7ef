package hook

import (
	"bytes"
	"encoding/json"
	iofs "io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/afero"

	"zhengce/generator/internal/parallel"
)

// A Writer lays out the content of a site for Hugo: generated pages as HTML with their front matter, all else as it is.
type Writer struct {
	*Converter
	fs        afero.Fs
	from      string
	generated func(name string) bool
	names     []string
}

// NewWriter lists the content of a site in the folder from of fs. Settings are hugo.toml. Where they, or what stands in the folder,
// leave open what Hugo would make, there is no writer.
func NewWriter(fs afero.Fs, from string, settings []byte, generated func(name string) bool) (*Writer, error) {
	var all map[string]any
	if err := toml.Unmarshal(settings, &all); err != nil {
		return nil, err
	}
	hmaps.PrepareParams(all)
	if !fits(all) {
		return nil, nil
	}
	w := &Writer{fs: fs, from: from, generated: generated}
	open := false
	err := afero.Walk(fs, from, func(name string, info iofs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(name, "\\", "/"), from), "/")
		// HTML that people wrote Hugo refuses.
		open = open || slices.Contains([]string{".html", ".htm", ".gotmpl"}, strings.ToLower(path.Ext(name)))
		w.names = append(w.names, name)
		return nil
	})
	if err != nil || open {
		return nil, err
	}
	slices.Sort(w.names)
	w.Converter, err = newConverter(all)
	return w, err
}

// Names returns the files of the content, sorted: paths under the folder, with slashes.
func (w *Writer) Names() []string { return w.names }

// Generated reports whether a file is a page as package pages wrote it.
func (w *Writer) Generated(name string) bool {
	return strings.HasSuffix(name, ".md") && w.generated(name)
}

// Read reads the front matter of all pages, without which none can be written, and shows each file of a page to look, several at once.
// It reports false where Hugo has to make them all.
func (w *Writer) Read(look func(i int, data []byte)) (bool, error) {
	targets, errs := make([]*target, len(w.names)), make([]error, len(w.names))
	var stop atomic.Bool
	parallel.Each(len(w.names), func(i int) {
		name := w.names[i]
		if path.Ext(name) != ".md" {
			return
		}
		data, err := w.data(name)
		if err != nil {
			errs[i] = err
			return
		}
		f := readFront(data, w.Generated(name))
		if targets[i] = newTarget(name, f); f.open {
			stop.Store(true)
		}
		look(i, data)
	})
	w.pages = make(map[string]*target, len(w.names))
	for i, name := range w.names {
		if errs[i] != nil {
			return false, errs[i]
		}
		if targets[i] != nil {
			w.pages[name] = targets[i]
		}
	}
	return !stop.Load(), nil
}

func (w *Writer) data(name string) ([]byte, error) {
	return afero.ReadFile(w.fs, path.Join(w.from, name))
}

// Target returns all that a link to the page called name tells of it, nothing if there is no such page.
func (w *Writer) Target(name string) string {
	t := w.pages[name]
	if t == nil {
		return ""
	}
	return strings.Join([]string{name, t.address, t.section, t.agency, t.indicator}, "\n")
}

// Write writes the file called name into the folder to of out, which has the folder for it. It reports whether the file is a page as HTML, which
// has more lines in its front matter.
func (w *Writer) Write(name string, out afero.Fs, to, more string) (isHTML bool, err error) {
	if !w.Generated(name) {
		return false, w.copy(name, out, to)
	}
	data, err := w.data(name)
	if err != nil {
		return false, err
	}
	head, body, ok := Cut(data)
	if !ok || bytes.IndexByte(data, '\r') >= 0 {
		return false, w.left(name, out, to, more)
	}
	p, html, err := w.Converter.html(name, body)
	if err != nil {
		return false, w.left(name, out, to, more) // Hugo tells what is wrong, if anything is
	}
	var page bytes.Buffer
	page.Grow(len(head) + len(html) + len(more) + 64)
	page.Write(head)
	if p.cards {
		page.WriteString("cards: true\n")
	}
	if p.list {
		page.WriteString("list: true\n")
	}
	page.WriteString(more + frontEnd)
	page.Write(html)
	return true, afero.WriteFile(out, path.Join(to, strings.TrimSuffix(name, ".md")+".html"), page.Bytes(), 0o666)
}

// left writes a page as it is, with more lines in its front matter.
func (w *Writer) left(name string, out afero.Fs, to, more string) error {
	data, err := w.data(name)
	if err != nil {
		return err
	}
	if head, body, ok := Cut(data); ok && more != "" {
		data = slices.Concat(head, []byte(more+frontEnd), body)
	}
	return afero.WriteFile(out, path.Join(to, name), data, 0o666)
}

// copy takes over a file as it is.
func (w *Writer) copy(name string, out afero.Fs, to string) error {
	f, err := w.fs.Open(path.Join(w.from, name))
	if err != nil {
		return err
	}
	defer f.Close()
	return afero.WriteReader(out, path.Join(to, name), f)
}

// A front is what matters here of a page's front matter.
type front struct {
	agency, indicator string
	moved             bool // its address may not be its name
	open              bool // it may change what other pages are
}

// Lines around a front matter.
const (
	frontStart = "---\n"
	frontEnd   = "---\n"
)

// Cut parts a page into the lines of its front matter, the first mark with them, and its text.
func Cut(data []byte) (head, body []byte, ok bool) {
	if !bytes.HasPrefix(data, []byte(frontStart)) {
		return nil, nil, false
	}
	end := bytes.Index(data, []byte("\n"+frontEnd))
	if end < 0 {
		return nil, nil, false
	}
	return data[:end+1], data[end+1+len(frontEnd):], true
}

var (
	idLine = regexp.MustCompile(`(?m)^(agency|indicator): (".*")$`)
	// Keys of pages that people wrote: by some their own address or what links say of them is another, by others that of pages below them, or what they are.
	movingKey = regexp.MustCompile(`(?mi)\b(?:agency|indicator|url|slug|path|kind|lang|build|_build|headless|draft|date|publishdate|expirydate|outputs|permalinkable)\b`)
	openKey   = regexp.MustCompile(`(?mi)^\W*(?:cascade|markup|content|mediatype|sites)\b`)
)

// readFront reads the front matter of a page. Of those that people wrote little is known.
func readFront(data []byte, generated bool) (f front) {
	head, _, ok := Cut(data)
	if !ok {
		head = data
	}
	if !generated {
		return front{moved: movingKey.Match(head), open: openKey.Match(head)}
	}
	f.moved = bytes.Contains(head, []byte(`"render":"never"`))
	for _, m := range idLine.FindAllSubmatch(head, -1) {
		var value string
		if json.Unmarshal(m[2], &value) != nil {
			f.moved = true
		}
		if string(m[1]) == "agency" {
			f.agency = value
		} else {
			f.indicator = value
		}
	}
	return f
}
