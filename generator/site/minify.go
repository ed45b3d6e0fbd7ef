package site

import (
	"path"

	"github.com/spf13/afero"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

// shrunk are the files of a built site that are shrunk.
var shrunk = []string{"js/*.js", "css/*.css"}

// shrink takes comments and needless characters out of the scripts and styles of a built site.
func shrink(site afero.Fs) error {
	for _, pattern := range shrunk {
		names, err := afero.Glob(site, pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			data, err := afero.ReadFile(site, name)
			if err != nil {
				return err
			}
			small := shrinkFile(name, data)
			if len(small) == len(data) {
				continue
			}
			if err := afero.WriteFile(site, name, small, 0o666); err != nil {
				return err
			}
		}
	}
	return nil
}

// shrinkFile returns a script or style without what no browser needs. A file that is none, as an editor may have put there,
// stays as it is.
func shrinkFile(name string, data []byte) []byte {
	m := minify.New()
	m.AddFunc(".js", js.Minify)
	m.AddFunc(".css", css.Minify)
	small, err := m.Bytes(path.Ext(name), data)
	if err != nil || len(small) >= len(data) {
		return data
	}
	return small
}
