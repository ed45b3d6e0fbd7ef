package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// suffixOrder says which of several forms of one paper keeps the plain address.
var suffixOrder = map[string]int{".txt": 1, ".md": 2, ".html": 3, ".htm": 4, ".docx": 5, ".pdf": 6, ".ofd": 7, ".doc": 8, ".wps": 9, ".rtf": 10, ".odt": 11, ".xlsx": 12}

// documentIDs returns an ID for each paper. Where two forms of one paper stand side by side,
// x.txt and x.pdf, the first by suffixOrder has the ID x and the others say what they are: x-pdf.
func documentIDs(all []*policy.Facts) []string {
	first := map[string]int{}
	for i, f := range all {
		id := DocumentID(f.Document.File.Name)
		j, taken := first[id]
		if !taken || order(f) < order(all[j]) {
			first[id] = i
		}
	}
	out := make([]string, len(all))
	for i, f := range all {
		name := f.Document.File.Name
		out[i] = DocumentID(name)
		if j := first[out[i]]; j != i && sameStem(name, all[j].Document.File.Name) {
			out[i] += "-" + slug(strings.TrimPrefix(path.Ext(name), "."))
		}
	}
	return out
}

func order(f *policy.Facts) int {
	if n, ok := suffixOrder[strings.ToLower(path.Ext(f.Document.File.Name))]; ok {
		return n
	}
	return len(suffixOrder) + 1
}

// sameStem reports whether two seeds stand in one folder under one name with different suffixes.
func sameStem(a, b string) bool {
	return path.Ext(a) != path.Ext(b) && strings.TrimSuffix(a, path.Ext(a)) == strings.TrimSuffix(b, path.Ext(b))
}

// DocumentID returns the ID of the document that a seed holds: its file name without folder
// and suffix, in lower case, with anything but letters, digits, '-' and '_' of ASCII turned into pinyin or '-'.
// The names index and _index, under which a folder's own page stands, become index-1 and _index-1.
//
// An annex of NAME has the ID of NAME with annex and its number behind it: NAME-annex-1.
func DocumentID(name string) string {
	if paper, number, ok := annexOf(name); ok {
		return Address(strings.TrimSuffix(slug(path.Base(paper))+"-annex-"+number, "-"))
	}
	id := slug(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	if id == "index" || id == "_index" {
		id += "-1"
	}
	return id
}

// annexName is the end of a file's name, without suffix, that makes it an annex: .附件1, .附件, .annex-1.
var annexName = regexp.MustCompile(`\.(?:附件|annex-?)([0-9]*)$`)

// annexOf returns the name of the paper, without suffix, to which the seed of the name is an annex by its
// name, and the annex's number, which may be empty: seeds/甲.附件1.xlsx is annex 1 of seeds/甲.
func annexOf(name string) (paper, number string, ok bool) {
	stem := strings.TrimSuffix(name, path.Ext(name))
	m := annexName.FindStringSubmatchIndex(stem)
	if m == nil || path.Base(stem[:m[0]]) == "." || strings.HasSuffix(stem[:m[0]], "/") {
		return "", "", false
	}
	return stem[:m[0]], stem[m[2]:m[3]], true
}

// annexes ties the annexes that stand in files of their own to their papers. One whose paper is missing
// stands as a paper, with a doubt.
func (b *builder) annexes() {
	papers := map[string]*Document{}
	for _, d := range b.c.Documents {
		name := d.Facts.Document.File.Name
		stem := strings.TrimSuffix(name, path.Ext(name))
		if p := papers[stem]; p == nil || order(d.Facts) < order(p.Facts) {
			papers[stem] = d
		}
	}
	for _, d := range b.c.Documents {
		name := d.Facts.Document.File.Name
		stem, _, ok := annexOf(name)
		if !ok {
			continue
		}
		if d.Parent = papers[stem]; d.Parent != nil {
			d.Parent.Annexes = append(d.Parent.Annexes, d)
			continue
		}
		b.c.Problems = append(b.c.Problems, &source.Error{Position: source.Position{File: name}, Severity: source.Warning, Code: "annex-alone",
			Message: "is an annex by its name, and no paper of the name " + path.Base(stem) + " stands beside it"})
	}
	for _, d := range b.c.Documents {
		slices.SortFunc(d.Annexes, func(x, y *Document) int {
			if n := len(x.ID) - len(y.ID); n != 0 {
				return n // annex-2 before annex-10
			}
			return strings.Compare(x.ID, y.ID)
		})
	}
}

// A part of an address that is longer than addressLimit is cut to addressKept bytes, with the beginning
// of its digest behind them: file systems take names of 255 bytes, and suffixes and numbers follow.
const (
	addressLimit  = 220
	addressKept   = 200
	addressDigest = 8 // hex digits
)

// shorten returns id, or its beginning and its digest where it is too long for a file's name.
func shorten(id string) string {
	if len(id) <= addressLimit {
		return id
	}
	digest := sha256.Sum256([]byte(id))
	return strings.TrimRight(id[:addressKept], "-") + "-" + hex.EncodeToString(digest[:])[:addressDigest]
}

// Address returns the parts joined by '-', short enough for the name of a file.
func Address(parts ...string) string { return shorten(strings.Join(parts, "-")) }
