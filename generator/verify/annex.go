package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"

	"zhengce/generator/source"
)

// misplaced reports the annexes in files of their own that stand elsewhere than on the page of their paper.
func misplaced(pages map[string][]*shown, seeds []*source.File) (errs source.ErrorList) {
	papers := map[string][]string{} // pages by the names of papers without suffix
	for _, seed := range seeds {
		stem := strings.TrimSuffix(seed.Name, path.Ext(seed.Name))
		for _, p := range pages[seed.Name] {
			papers[stem] = append(papers[stem], p.page.name)
		}
	}
	for _, seed := range seeds {
		paper, _, ok := source.AnnexOf(seed.Name)
		for _, p := range pages[seed.Name] {
			if ok && len(papers[paper]) > 0 && !slices.Contains(papers[paper], p.page.name) {
				errs = append(errs, failure(p.page.name, place{}, "annex", "%s is an annex and stands elsewhere than its paper, on %s", seed.Name, papers[paper][0]))
			}
		}
	}
	return errs
}

// originalFile proves that the file that a reader can download is the seed's, byte for byte.
func (s *site) originalFile(p *shown, seed *source.File) *source.Error {
	if p.original == "" {
		return nil
	}
	data, err := fs.ReadFile(s.fsys, p.original)
	if err != nil {
		return failure(p.original, place{}, "original", "the original of %s is missing", seed.Name)
	}
	if digest := sha256.Sum256(data); hex.EncodeToString(digest[:]) != seed.SHA256 {
		return failure(p.original, place{}, "original", "the file is not %s: its digest is another", seed.Name)
	}
	return nil
}
