package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"zhengce/generator/hook"
	"zhengce/generator/pages"
	"zhengce/generator/part"
	"zhengce/generator/say"
	"zhengce/generator/site"
)

// hugo makes the pages of a plan in the stage: in parts, of which this program makes HTML, or where only Hugo knows what a page becomes, all
// at once of the Markdown.
func (r *runner) hugo(stage *site.Stage, plan *pages.Plan) error {
	stage.Run = r.Job
	if r.Part != nil {
		stage.Done = func(done, of int) { r.Part(say.Sprintf("hugo"), done, of) }
	}
	folders, err := r.parts(stage, plan)
	if err != nil {
		return err
	}
	if err := stage.Build(r.Theme, folders...); err != nil || !plan.Masked {
		return err
	}
	return pages.Unmask(stage.FS())
}

// parts lays out the parts of a site and returns their folders beside the content; none where it is to be made at once.
func (r *runner) parts(stage *site.Stage, plan *pages.Plan) (folders []string, err error) {
	b, err := r.book(stage, plan)
	if b == nil || err != nil {
		return nil, err
	}
	most := r.PartPages
	if most == 0 {
		most = part.Most
	}
	for i, p := range b.Cut(most, func(*part.Page) bool { return false }) {
		folder := path.Join(site.PartsDir, fmt.Sprintf("%04d", i+1))
		made, err := b.Write(p, folder)
		if err != nil {
			return nil, err
		}
		r.report.HTML += made
		folders = append(folders, folder)
	}
	return folders, nil
}

// book reads the laid out content; nil where Hugo has to make the pages at once.
func (r *runner) book(stage *site.Stage, plan *pages.Plan) (*part.Book, error) {
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
	env, err := part.Environment(root, part.Key{}, say.Sprintf("%t", stage.PDF))
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
