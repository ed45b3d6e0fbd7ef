package site

import (
	"path"

	"github.com/spf13/afero"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

// shrink takes comments and needless characters out of the scripts and styles of a built site. A
// file that is none, as an editor may have put there, stays as it is.
func shrink(site afero.Fs) error {
	m := minify.New()
	m.AddFunc(".js", js.Minify)
	m.AddFunc(".css", css.Minify)
	for _, pattern := range []string{"js/*.js", "css/*.css"} {
		names, err := afero.Glob(site, pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			data, err := afero.ReadFile(site, name)
			if err != nil {
				return err
			}
			small, err := m.Bytes(path.Ext(name), data)
			if err != nil || len(small) >= len(data) {
				continue
			}
			if err := afero.WriteFile(site, name, small, 0o666); err != nil {
				return err
			}
		}
	}
	return nil
}
