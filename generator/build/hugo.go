package build

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"zhengce/generator/hook"
	"zhengce/generator/manifest"
	"zhengce/generator/pages"
	"zhengce/generator/part"
	"zhengce/generator/say"
	"zhengce/generator/site"
)

// pageCache is the file in the site folder, beside the site, that says of what its pages were made.
const pageCache = ".zhengce.pages"

// hugo makes the pages of a plan in the stage: in parts, of which this program makes HTML, or where only Hugo knows what a page becomes, all
// at once of the Markdown. A page that would become what stands in the last site is taken from there.
func (r *runner) hugo(stage *site.Stage, plan *pages.Plan) (err error) {
	stage.Run = r.Job
	if r.Part != nil {
		stage.Done = func(done, of int) { r.Part(say.Sprintf("hugo"), done, of) }
	}
	if r.book, err = r.read(stage, plan); err != nil {
		return err
	}
	var folders []string
	var held []holding
	if r.book != nil {
		if held, err = r.held(); err != nil {
			return err
		}
		if folders, err = r.parts(stage, held); err != nil {
			return err
		}
	}
	if err := stage.Build(r.Theme, folders...); err != nil {
		return err
	}
	if plan.Masked {
		if err := pages.Unmask(stage.FS()); err != nil {
			return err
		}
	}
	for _, h := range held {
		var names []string
		for _, files := range h.pages {
			names = append(names, files...)
		}
		if err := stage.Take(h.dir, names); err != nil {
			return err
		}
	}
	return nil
}

// A holding is a folder with finished pages, of which those are known that need not be made.
type holding struct {
	dir   string
	pages map[*part.Page][]string
}

// held returns where pages stand as they would become again: in the shares of a plan, or in the last site.
func (r *runner) held() ([]holding, error) {
	if r.From != "" {
		return r.shares()
	}
	if r.Clean {
		return nil, nil
	}
	data, err := os.ReadFile(filepath.Join(r.Root, pageCache))
	if err != nil {
		return nil, nil // the first build
	}
	public := filepath.Join(r.Root, "public")
	h := holding{public, r.book.Held(part.ReadCache(data), os.DirFS(public))}
	r.last = map[string]bool{}
	for p := range h.pages {
		r.last[p.Name] = true
	}
	return []holding{h}, nil
}

// parts lays out the parts of a site that are to be made and returns their folders beside the content.
func (r *runner) parts(stage *site.Stage, held []holding) (folders []string, err error) {
	work := Folder(filepath.Dir(stage.ContentDir()))
	parts := r.book.Cut(r.most(), func(p *part.Page) bool {
		return slices.ContainsFunc(held, func(h holding) bool { return h.pages[p] != nil })
	})
	for i, p := range parts {
		folder := path.Join(site.PartsDir, partName(i+1))
		made, err := r.book.Write(p, work, folder)
		if err != nil {
			return nil, err
		}
		r.report.HTML += made
		folders = append(folders, folder)
	}
	return folders, nil
}

// most returns how many pages a part has at most.
func (r *runner) most() int {
	if r.PartPages > 0 {
		return r.PartPages
	}
	return part.Most
}

// partName is the name of a folder for the part with the number, from 1.
func partName(number int) string { return fmt.Sprintf("%04d", number) }

// keep writes down of what the pages of the site were made.
func (r *runner) keep(files []manifest.File) {
	name := filepath.Join(r.Root, pageCache)
	if r.book == nil || os.WriteFile(name, r.book.Cache(files).Bytes(), 0o644) != nil {
		os.Remove(name) // the next build makes all pages
	}
}

// read reads the laid out content; nil where Hugo has to read the Markdown itself.
func (r *runner) read(stage *site.Stage, plan *pages.Plan) (*part.Book, error) {
	if r.Plain {
		return nil, nil
	}
	root := os.DirFS(r.Root)
	if stands, err := hook.Stands(root, r.Theme); err != nil || !stands {
		return nil, err
	}
	settings, err := fs.ReadFile(root, "hugo.toml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	program, err := programDigest()
	if err != nil {
		return nil, err
	}
	env, err := part.Environment(root, program, fmt.Sprint(stage.PDF))
	if err != nil {
		return nil, err
	}
	content := stage.ContentDir()
	b, err := part.Read(Folder(filepath.Dir(content)), filepath.Base(content), settings, func(name string) bool { return plan.Generated("content/" + name) }, env)
	if b != nil && !plain(root, r.Theme) { // other templates may ask for any page
		b.Whole = true
	}
	return b, err
}

// programDigest returns the digest of this program: another one may make other pages.
func programDigest() (part.Key, error) {
	name, err := os.Executable()
	if err != nil {
		return part.Key{}, err
	}
	f, err := os.Open(name)
	if err != nil {
		return part.Key{}, err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return part.Key(sum.Sum(nil)), err
}
