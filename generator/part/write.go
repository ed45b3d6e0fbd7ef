package part

import (
	"path"
	"sync/atomic"

	"github.com/spf13/afero"

	"zhengce/generator/hook"
	"zhengce/generator/internal/parallel"
	"zhengce/generator/say"
)

// onlyLinked is the line of a front matter by which a page has an address, but no page of the site is made of it.
const onlyLinked = `build: {"render":"link"}` + "\n"

// Write lays a part out in the folder to of out: its pages, and the faces of those that they name. It returns how many pages are HTML.
func (b *Book) Write(p Part, out afero.Fs, to string) (made int, err error) {
	whole, faces := b.closure(p)
	w := writer{Book: b, out: out, to: to, own: map[*Page]bool{}, folders: map[string]bool{}, faces: map[*Page]bool{}}
	for _, x := range p.Pages {
		w.own[x] = true
	}
	for _, x := range faces {
		w.faces[x] = true
	}
	if err := w.mkdir(whole, faces); err != nil {
		return 0, err
	}
	left := make([]bool, len(whole))
	var html atomic.Int64
	err = each(whole, func(i int) (err error) {
		left[i], err = w.page(whole[i])
		if x := whole[i]; !left[i] && w.own[x] && !x.own {
			html.Add(1)
		}
		return err
	})
	if err == nil {
		err = each(faces, func(i int) error { return w.face(faces[i]) })
	}
	if err != nil {
		return 0, err
	}
	return int(html.Load()), w.more(whole, left)
}

// A writer lays out one part.
type writer struct {
	*Book
	out     afero.Fs
	to      string
	own     map[*Page]bool // of the part
	faces   map[*Page]bool
	folders map[string]bool
}

// each does something for each page, several at once.
func each(pages []*Page, do func(i int) error) error {
	errs := make([]error, len(pages))
	parallel.Each(len(pages), func(i int) { errs[i] = do(i) })
	for i, err := range errs {
		if err != nil {
			return say.Errorf("laying out %s as HTML: %w", pages[i].Name, err)
		}
	}
	return nil
}

// mkdir makes the folders of pages.
func (w *writer) mkdir(lists ...[]*Page) error {
	for _, list := range lists {
		for _, x := range list {
			dir := path.Dir(path.Join(w.to, x.Name))
			if w.folders[dir] {
				continue
			}
			if err := w.out.MkdirAll(dir, 0o777); err != nil {
				return say.Errorf("laying out the pages as HTML: %w", err)
			}
			w.folders[dir] = true
		}
	}
	return nil
}

// page writes a page whole and reports whether it is left to Hugo.
func (w *writer) page(x *Page) (left bool, err error) {
	more := onlyLinked
	if w.own[x] || x.never {
		more = ""
	}
	isHTML, err := w.w.Write(x.Name, w.out, w.to, more)
	return !isHTML && !x.own, err
}

// more writes the faces of pages to which those lead of which Hugo reads the text.
func (w *writer) more(whole []*Page, left []bool) error {
	have := map[*Page]bool{}
	for _, x := range whole {
		have[x] = true
	}
	var more []*Page
	for i, x := range whole {
		if !left[i] {
			continue
		}
		for _, y := range x.links {
			if !have[y] && !w.faces[y] {
				w.faces[y] = true
				more = append(more, y)
			}
		}
	}
	if err := w.mkdir(more); err != nil {
		return err
	}
	return each(more, func(i int) error { return w.face(more[i]) })
}

// face writes what other pages see of x.
func (w *writer) face(x *Page) error {
	data, err := afero.ReadFile(w.fs, path.Join(w.from, x.Name))
	if err != nil {
		return err
	}
	head, _, _ := hook.Cut(data)
	out := face(x.Name, head, x.own)
	if !x.never {
		out = append(out[:len(out):len(out)], onlyLinked...)
	}
	return afero.WriteFile(w.out, path.Join(w.to, x.Name), append(out, "---\n"...), 0o666)
}
