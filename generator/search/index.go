// Package search writes the full-text index of a site: a set of scripts that the search page
// loads as it needs them, from a web server or from disk.
//
// The unit is the passage, a paragraph or table row; a passage that stands on several pages is
// kept once. Every single character and every pair of neighbouring characters of a passage is
// a gram. A query is answered by the passages that hold all its grams; those of queries longer
// than a gram are then looked up in the text itself, so that a hit is a hit. There is no
// dictionary: what a reader would find with the browser's own search is found.
package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"

	"github.com/spf13/afero"
)

// Sizes at which a shard is closed, in bytes of its data. A query needs a few of each.
const (
	gramShard = 24 << 10
	textShard = 48 << 10
	refShard  = 24 << 10
	pageShard = 24 << 10
)

// A Page is a page of the site that a search can find.
type Page struct {
	URL    string // under the site: "documents/yuzheng-2015-42.html"
	Title  string
	Kind   string // as shown: "文件"; results are grouped by it, in the order of first use
	Crumb  string // where the page stands; shown with a result, not searched
	Blocks []Block
}

// A Block is a paragraph or table row of a page, with the id by which a link reaches it.
type Block struct {
	Anchor string // empty for the top of the page
	Text   string
}

// A File is one file of the index.
type File struct {
	Name string // "g-1f0c….js"
	Data []byte
}

// A ref says where a passage stands.
type ref struct {
	page   int
	anchor any // the id of its block, or 0 for the title
}

// A passage is a text with all places where it stands.
type passage struct {
	text string
	refs []ref
}

// manifest is what the search page loads first. Each list names the shards of one sort with the
// first key that is in each: a gram, or the number of a passage or page.
type manifest struct {
	Version  int     `json:"version"`
	Pages    int     `json:"pages"`
	Passages int     `json:"passages"`
	Kinds    []entry `json:"kinds"` // first page of a kind, its name
	Grams    []entry `json:"grams"`
	Texts    []entry `json:"texts"`
	Refs     []entry `json:"refs"`
	Table    []entry `json:"table"`
}

// An entry is written as [first key, name].
type entry [2]any

// Build returns the files of the index: "index.js", which names the others, and shards named
// by the digest of their content. The same pages give the same bytes.
func Build(pages []Page) ([]File, error) {
	pages, kinds := byKind(pages)
	passages := collect(pages)
	m := manifest{Version: 1, Pages: len(pages), Passages: len(passages), Kinds: kinds}
	var files []File
	for _, part := range []struct {
		sort string
		size int
		to   *[]entry
		each func(*sharder)
	}{
		{"g", gramShard, &m.Grams, func(s *sharder) { addGrams(s, passages) }},
		{"t", textShard, &m.Texts, func(s *sharder) {
			for i, p := range passages {
				s.add(i, p.text)
			}
		}},
		{"r", refShard, &m.Refs, func(s *sharder) { addRefs(s, passages) }},
		{"p", pageShard, &m.Table, func(s *sharder) {
			for i, p := range pages {
				s.add(i, []string{p.URL, p.Title, p.Crumb})
			}
		}},
	} {
		s := &sharder{sort: part.sort, limit: part.size, shards: []entry{}}
		part.each(s)
		s.close()
		if s.err != nil {
			return nil, fmt.Errorf("search index: %w", s.err)
		}
		files = append(files, s.files...)
		*part.to = s.shards
	}
	data, err := encode(m)
	if err != nil {
		return nil, err
	}
	return append(files, File{"index.js", script("index", data)}), nil
}

// Write writes the index of pages into search/ of the finished site fsys.
func Write(fsys afero.Fs, pages []Page) error {
	files, err := Build(pages)
	if err != nil {
		return err
	}
	if err := fsys.MkdirAll("search", 0o777); err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	for _, f := range files {
		if err := afero.WriteFile(fsys, path.Join("search", f.Name), f.Data, 0o666); err != nil {
			return fmt.Errorf("search index: %w", err)
		}
	}
	return nil
}

// collect returns the passages of all pages in the order in which they first stand.
func collect(pages []Page) []passage {
	var all []passage
	number := map[string]int{}
	for i, p := range pages {
		here := map[int]bool{}
		add := func(text string, anchor any) {
			if fold(text) == "" {
				return
			}
			n, ok := number[text]
			if !ok {
				n = len(all)
				number[text] = n
				all = append(all, passage{text: text})
			}
			if !here[n] {
				here[n] = true
				all[n].refs = append(all[n].refs, ref{i, anchor})
			}
		}
		add(p.Title, 0)
		for _, b := range p.Blocks {
			add(b.Text, b.Anchor)
		}
	}
	return all
}

// byKind returns the pages ordered by kind, in the order of first use, and where each kind begins.
func byKind(pages []Page) ([]Page, []entry) {
	rank := map[string]int{}
	for _, p := range pages {
		if _, ok := rank[p.Kind]; !ok {
			rank[p.Kind] = len(rank)
		}
	}
	sorted := slices.Clone(pages)
	slices.SortStableFunc(sorted, func(a, b Page) int { return rank[a.Kind] - rank[b.Kind] })
	starts := []entry{}
	for i, p := range sorted {
		if i == 0 || p.Kind != sorted[i-1].Kind {
			starts = append(starts, entry{i, p.Kind})
		}
	}
	return sorted, starts
}

// addRefs adds for each passage the pages it stands on, as a flat list: page, anchor, page, anchor.
func addRefs(s *sharder, passages []passage) {
	for i, p := range passages {
		flat := make([]any, 0, 2*len(p.refs))
		for _, r := range p.refs {
			flat = append(flat, r.page, r.anchor)
		}
		s.add(i, flat)
	}
}

// A sharder writes a list of values with rising keys as scripts of about limit bytes each.
type sharder struct {
	sort   string
	limit  int
	first  any
	values bytes.Buffer
	shards []entry
	files  []File
	err    error
}

// add appends a value; key is kept only for the first one of a shard.
func (s *sharder) add(key, value any) {
	data, err := encode(value)
	if err != nil {
		s.err = err
		return
	}
	if s.values.Len() > 0 && s.values.Len()+len(data) > s.limit {
		s.close()
	}
	if s.values.Len() == 0 {
		s.first = key
	} else {
		s.values.WriteByte(',')
	}
	s.values.Write(data)
}

// close ends the shard that is being filled.
func (s *sharder) close() {
	if s.values.Len() == 0 {
		return
	}
	data := append(append([]byte{'['}, s.values.Bytes()...), ']')
	s.values.Reset()
	sum := sha256.Sum256(data)
	name := s.sort + "-" + hex.EncodeToString(sum[:8])
	s.shards = append(s.shards, entry{s.first, name})
	s.files = append(s.files, File{name + ".js", script(name, data)})
}

// script returns a file that hands data to the search page.
func script(name string, data []byte) []byte {
	return fmt.Appendf(nil, "zhengceSearch.add(%q,%s);\n", name, data)
}

// encode returns v as JSON, which is also JavaScript.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
