package build

import (
	"io/fs"
	"path"

	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/say"
)

// originals copies the files of annexes from the site folder root into the finished site: they often are tables and
// forms that people want to fill in.
func originals(site afero.Fs, root fs.FS, c *catalog.Catalog) error {
	for _, d := range c.Documents {
		for _, t := range d.Annexes() {
			data, err := fs.ReadFile(root, t.File.Name)
			if err != nil {
				return say.Errorf("copying the annex: %w", err)
			}
			if err := site.MkdirAll(path.Dir(t.Original()), 0o755); err != nil {
				return err
			}
			if err := afero.WriteFile(site, t.Original(), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
