package pages

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"

	"github.com/spf13/afero"
)

// Hugo puts marks of its own into what it renders and looks for them again, also where a paper has them:
// HAHAHUGOSHORTCODE, __hdeferred/, __h_pp_l1. A character that stands for none parts them while Hugo works.
const parting = "\uFDD0"

var (
	hugoMark   = regexp.MustCompile(`(HAHA|\\?_\\?_h)(` + parting + `*)(HUGO|deferred/|\\?_pp\\?_l1)`)
	partedMark = regexp.MustCompile(`(HAHA|__h)` + parting + `(` + parting + `*)(HUGO|deferred/|_pp_l1)`)
)

// mask parts Hugo's own marks in a page.
func mask(page []byte) []byte {
	if !bytes.Contains(page, []byte("HAHA")) && !bytes.Contains(page, []byte("_h")) || !hugoMark.Match(page) {
		return page
	}
	return hugoMark.ReplaceAll(page, []byte("${1}"+parting+"${2}${3}"))
}

// Unmask joins in the finished site what the pages have parted.
func Unmask(site afero.Fs) error {
	return afero.Walk(site, ".", func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		data, err := afero.ReadFile(site, name)
		if err != nil || !bytes.Contains(data, []byte(parting)) {
			return err
		}
		return afero.WriteFile(site, name, partedMark.ReplaceAll(data, []byte("${1}${2}${3}")), 0o666)
	})
}
