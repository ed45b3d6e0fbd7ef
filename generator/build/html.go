package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zhengce/generator/hook"
	"zhengce/generator/pages"
	"zhengce/generator/site"
)

// html lays out the pages of a plan as HTML for Hugo, unless it has to read the Markdown itself.
func (r *runner) html(stage *site.Stage, plan *pages.Plan) error {
	if r.Plain {
		return nil
	}
	if stands, err := hook.Stands(os.DirFS(r.Root), r.Theme); err != nil || !stands {
		return err
	}
	settings, err := fs.ReadFile(os.DirFS(r.Root), "hugo.toml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	content, html := filepath.Base(stage.ContentDir()), filepath.Base(stage.HTMLDir())
	report, err := hook.Write(Folder(filepath.Dir(stage.ContentDir())), content, html, settings,
		func(name string) bool { return strings.HasSuffix(name, ".md") && plan.Generated("content/"+name) })
	stage.HTML, r.report.HTML = report.Written, report.HTML
	return err
}
