package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
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

func order(f *policy.Facts) int { return FormOrder(f.Document.File.Name) }

// FormOrder orders the names of files that are one paper in several forms, x.txt before x.pdf: the first is taken
// for the paper.
func FormOrder(name string) int {
	if n, ok := suffixOrder[strings.ToLower(path.Ext(name))]; ok {
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
	if paper, number, ok := source.AnnexOf(name); ok {
		return Address(strings.TrimSuffix(slug(path.Base(paper))+"-annex-"+number, "-"))
	}
	id := slug(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	if id == "index" || id == "_index" {
		id += "-1"
	}
	return id
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
