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
	var held map[*part.Page][]string
	if r.book != nil {
		held = r.held()
		if folders, err = r.parts(held); err != nil {
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
	var names []string
	for _, files := range held {
		names = append(names, files...)
	}
	return stage.Take(names)
}

// held returns the files of the last site that pages would become again.
func (r *runner) held() map[*part.Page][]string {
	if r.Clean {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(r.Root, pageCache))
	if err != nil {
		return nil // the first build
	}
	return r.book.Held(part.ReadCache(data), os.DirFS(filepath.Join(r.Root, "public")))
}

// parts lays out the parts of a site and returns their folders beside the content; none where it is to be made at once.
func (r *runner) parts(held map[*part.Page][]string) (folders []string, err error) {
	most := r.PartPages
	if most == 0 {
		most = part.Most
	}
	for i, p := range r.book.Cut(most, func(p *part.Page) bool { return held[p] != nil }) {
		folder := path.Join(site.PartsDir, fmt.Sprintf("%04d", i+1))
		made, err := r.book.Write(p, folder)
		if err != nil {
			return nil, err
		}
		r.report.HTML += made
		folders = append(folders, folder)
	}
	return folders, nil
}

// keep writes down of what the pages of the site were made.
func (r *runner) keep(files []manifest.File) {
	name := filepath.Join(r.Root, pageCache)
	if r.book == nil || os.WriteFile(name, r.book.Bytes(r.book.Cache(files)), 0o644) != nil {
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
