package hook

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// partials are what the templates of layouts/_markup call.
var partials = []string{"above", "column", "figure-arc", "figure-drift", "figure-height", "figure-matrix", "figure-star", "figure-timeline",
	"filter", "ids", "link-class", "list", "merged", "target"}

// asks is what a template may ask of a page that it gets otherwise where the page is HTML.
var asks = regexp.MustCompile(`\.(?:RawContent|TableOfContents|Fragments|HeadingsFiltered|RenderShortcodes|HasShortcode|Summary|Truncated|Markup|File)\b`)

// Stands reports whether the hooks of this package stand for those of a site: its layouts/ are those of the theme, or
// other ones in which the hooks are the same and which ask of a page only what HTML has too.
func Stands(site, theme fs.FS) (bool, error) {
	if _, err := fs.Stat(site, layoutsDir); errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	stands := true
	held := 0
	err := fs.WalkDir(site, layoutsDir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !stands {
			return err
		}
		own, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		ours, err := fs.ReadFile(theme, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		same := err == nil && bytes.Equal(own, ours)
		if isHook(name) {
			held++
			stands = same
		} else if !same {
			stands = !asks.Match(own)
		}
		return nil
	})
	hooks := 0
	if err == nil {
		err = fs.WalkDir(theme, layoutsDir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && isHook(name) {
				hooks++
			}
			return err
		})
	}
	return stands && held == hooks, err
}

const layoutsDir = "layouts"

// isHook reports whether a template is a hook, or called by one.
func isHook(name string) bool {
	folder, file := path.Split(name)
	return strings.HasSuffix(folder, "/_markup/") || folder == layoutsDir+"/_partials/" && slices.Contains(partials, strings.TrimSuffix(file, ".html"))
}
