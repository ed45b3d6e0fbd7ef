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
	"zhengce/generator/say"
)

// A Report says what Write did.
type Report struct {
	Written bool // nothing is written where only Hugo can do it
	HTML    int  // pages that are HTML now
	Left    int  // generated pages that stay Markdown
}

// A writer writes the content of a site for Hugo.
type writer struct {
	fs        afero.Fs
	from, to  string
	generated func(name string) bool
	names     []string
	folders   []string
	*Converter
	html, left atomic.Int64
}

// Write writes the files in the folder from of fs into its folder to, those that are generated as HTML with their front matter.
// Settings are hugo.toml. Where they, or what stands in the folder, leave open what Hugo would make, nothing is written.
func Write(fs afero.Fs, from, to string, settings []byte, generated func(name string) bool) (Report, error) {
	var all map[string]any
	if err := toml.Unmarshal(settings, &all); err != nil {
		return Report{}, err
	}
	hmaps.PrepareParams(all)
	if !fits(all) {
		return Report{}, nil
	}
	w := &writer{fs: fs, from: from, to: to, generated: generated}
	pages, err := w.read()
	if err != nil || pages == nil {
		return Report{}, err
	}
	if w.Converter, err = newConverter(all, pages); err != nil {
		return Report{}, err
	}
	for _, dir := range w.folders {
		if err := fs.MkdirAll(dir, 0o777); err != nil {
			return Report{}, say.Errorf("laying out the pages as HTML: %w", err)
		}
	}
	errs := make([]error, len(w.names))
	parallel.Each(len(w.names), func(i int) { errs[i] = w.write(w.names[i]) })
	for i, err := range errs {
		if err != nil {
			return Report{}, say.Errorf("laying out %s as HTML: %w", w.names[i], err)
		}
	}
	return Report{true, int(w.html.Load()), int(w.left.Load())}, nil
}

// read reads the front matter of all pages; nil if Hugo has to do them all.
func (w *writer) read() (map[string]*target, error) {
	var pages []string
	open := false
	err := afero.Walk(w.fs, w.from, func(name string, info iofs.FileInfo, err error) error {
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(name, "\\", "/"), w.from), "/")
		switch ext := path.Ext(name); {
		case info.IsDir():
			w.folders = append(w.folders, path.Join(w.to, name))
			return nil
		case ext == ".md":
			pages = append(pages, name)
		default: // HTML that people wrote Hugo refuses
			open = open || slices.Contains([]string{".html", ".htm", ".gotmpl"}, strings.ToLower(ext))
		}
		w.names = append(w.names, name)
		return nil
	})
	if err != nil || open {
		return nil, err
	}
	targets := make([]*target, len(pages))
	errs := make([]error, len(pages))
	var stop atomic.Bool
	parallel.Each(len(pages), func(i int) {
		data, err := afero.ReadFile(w.fs, path.Join(w.from, pages[i]))
		f := readFront(data, w.generated(pages[i]))
		if targets[i], errs[i] = newTarget(pages[i], f), err; f.open {
			stop.Store(true)
		}
	})
	out := make(map[string]*target, len(pages))
	for i, name := range pages {
		if errs[i] != nil || stop.Load() {
			return nil, errs[i]
		}
		out[name] = targets[i]
	}
	return out, nil
}

// write writes a file, a generated page as HTML.
func (w *writer) write(name string) error {
	if !w.generated(name) {
		return w.copy(name)
	}
	data, err := afero.ReadFile(w.fs, path.Join(w.from, name))
	if err != nil {
		return err
	}
	head, body, ok := cutFront(data)
	if !ok || bytes.IndexByte(data, '\r') >= 0 {
		w.left.Add(1)
		return w.copy(name)
	}
	p, html, err := w.Converter.html(name, body)
	if err != nil {
		w.left.Add(1)
		return w.copy(name) // Hugo tells what is wrong, if anything is
	}
	var out bytes.Buffer
	out.Grow(len(head) + len(html) + 64)
	out.Write(head)
	if p.cards {
		out.WriteString("cards: true\n")
	}
	if p.list {
		out.WriteString("list: true\n")
	}
	out.WriteString(frontEnd)
	out.Write(html)
	w.html.Add(1)
	return afero.WriteFile(w.fs, path.Join(w.to, strings.TrimSuffix(name, ".md")+".html"), out.Bytes(), 0o666)
}

// copy takes over a file as it is.
func (w *writer) copy(name string) error {
	f, err := w.fs.Open(path.Join(w.from, name))
	if err != nil {
		return err
	}
	defer f.Close()
	return afero.WriteReader(w.fs, path.Join(w.to, name), f)
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

// cutFront parts a page into the lines of its front matter, the first mark with them, and its text.
func cutFront(data []byte) (head, body []byte, ok bool) {
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
	head, _, ok := cutFront(data)
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
