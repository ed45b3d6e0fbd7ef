// Package search writes the full-text index of a site: a set of scripts that the search page
// loads as it needs them, from a web server or from disk.
//
// A page is made of clauses, the units in which several words must occur together, and a clause
// of sentences. A sentence that stands in several clauses is kept once, with its places. Every
// single character and every pair of neighbours of a sentence is a gram. A query is answered by
// the sentences that hold all its grams; those of queries longer than a gram are then looked up
// in the text itself, so that a hit is a hit. There is no dictionary: what a reader would find
// with the browser's own search is found.
package search

import (
	"compress/flate"
	"errors"
	"fmt"
	"path"
	"slices"

	"github.com/spf13/afero"
)

// Sizes at which a shard is closed, in bytes before compression. A query needs a few of each.
const (
	gramShard = 12 << 10
	wideShard = 16 << 10
	textShard = 10 << 10
	refShard  = 6 << 10
	pageShard = 4 << 10
	nameShard = 8 << 10
)

// A File is one file of the index.
type File struct {
	Name string // "grams-1f0c….js"
	Data []byte
}

// manifest is what the search page loads first.
type manifest struct {
	Version     int    `json:"version"`
	Pages       int    `json:"pages"`
	Clauses     int    `json:"clauses"`
	Sentences   int    `json:"sentences"`
	Columns     string `json:"columns"`     // name of the shard with what is known of each page
	Traditional string `json:"traditional"` // name of the shard with characters that are looked up as others
	Grams       tree   `json:"grams"`       // string → sentences, or number of its clauses
	Wide        tree   `json:"wide"`        // number → clauses
	Texts       tree   `json:"texts"`       // sentence → text
	Refs        tree   `json:"refs"`        // sentence → clauses
	Records     tree   `json:"records"`     // page → what is shown of it
	Names       tree   `json:"names"`       // beginning of a name → suggestions
	Leads       tree   `json:"leads"`       // agency → clauses for which it leads or answers alone
}

// An index is what is collected from the pages before it is written.
type index struct {
	pages     []Page
	sentences []sentence
	number    map[string]int
	clauses   [][]int // sentences of each clause; -1 stands between two paragraphs
	phrases   *phrases
}

// Build returns the files of the index: "index.js", which names the others, and shards named
// by the digest of their content. The same pages give the same bytes.
func Build(pages []Page) ([]File, error) { return build(pages, wide) }

func build(pages []Page, w width) ([]File, error) {
	x := &index{pages: slices.Clone(pages), number: map[string]int{}}
	for i := range x.pages {
		x.addPage(&x.pages[i])
	}
	x.phrases = findPhrases(x.sentences, w.in(len(x.clauses), len(x.sentences)))
	m := manifest{Version: 3, Pages: len(pages), Clauses: len(x.clauses), Sentences: len(x.sentences)}
	var files []File
	for _, part := range []struct {
		sort        string
		size, level int
		to          *tree
		each        func(*sharder)
	}{
		{"grams", gramShard, flate.DefaultCompression, &m.Grams, x.addGrams},
		{"wide", wideShard, flate.HuffmanOnly, &m.Wide, x.addWide},
		{"texts", textShard, flate.DefaultCompression, &m.Texts, x.addTexts},
		{"refs", refShard, flate.HuffmanOnly, &m.Refs, x.addRefs},
		{"records", pageShard, flate.DefaultCompression, &m.Records, x.addRecords},
		{"names", nameShard, flate.DefaultCompression, &m.Names, x.addNames},
		{"leads", nameShard, flate.DefaultCompression, &m.Leads, x.addLeads},
	} {
		s := &sharder{sort: part.sort, limit: part.size, level: part.level}
		part.each(s)
		t, err := s.close()
		if err != nil {
			return nil, fmt.Errorf("search index: %w", err)
		}
		files = append(files, s.files...)
		*part.to = t
	}
	single := &sharder{level: flate.DefaultCompression}
	columns, err := single.single("columns", x.columns())
	if err == nil {
		m.Columns = columns
		m.Traditional, err = single.single("traditional", x.traditional())
	}
	data, manifestErr := encode(m)
	if err = errors.Join(err, manifestErr); err != nil {
		return nil, fmt.Errorf("search index: %w", err)
	}
	return append(append(files, single.files...), File{"index.js", script("index", data)}), nil
}

// Write writes the index of pages into search/ of the finished site fsys.
func Write(fsys afero.Fs, pages []Page) error {
	files, err := Build(pages)
	if err != nil {
		return err
	}
	return write(fsys, files)
}

func write(fsys afero.Fs, files []File) error {
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

// class orders the parts of a page: what stands on it only, what has a page of its own too, and
// what stands on a page of its own only.
func (p Part) class() int {
	switch {
	case p.Apart:
		return 2
	case p.URL != "":
		return 1
	}
	return 0
}

// addPage numbers the clauses of p: its title, then its parts by class.
func (x *index) addPage(p *Page) {
	p.Parts = slices.Clone(p.Parts)
	slices.SortStableFunc(p.Parts, func(a, b Part) int { return a.class() - b.class() })
	x.addClause(append([]string{p.Title}, p.Head...))
	for _, part := range p.Parts {
		x.addClause(part.Texts)
	}
}

func (x *index) addClause(texts []string) {
	var list []int
	clause := len(x.clauses)
	for i, text := range texts {
		if i > 0 {
			list = append(list, -1)
		}
		for j, t := range split(text) {
			if fold(t) == "" {
				continue
			}
			n, ok := x.number[t]
			if !ok {
				n = len(x.sentences)
				x.number[t] = n
				x.sentences = append(x.sentences, sentence{text: t})
			}
			x.sentences[n].note(clause, i == 0 && j == 0)
			list = append(list, n)
		}
	}
	x.clauses = append(x.clauses, list)
}

func (x *index) addTexts(s *sharder) {
	for i, t := range x.sentences {
		s.add(i, t.text)
	}
}

func (x *index) addRefs(s *sharder) {
	for i, t := range x.sentences {
		s.add(i, string(t.refs))
	}
}

// sequence codes the sentences of a clause, each as its distance from the one before: 0 between
// paragraphs, else one more than twice the distance, or two more if it is negative.
func sequence(list []int) string {
	var code []byte
	last := 0
	for _, n := range list {
		switch {
		case n < 0:
			code = appendNumber(code, 0)
			continue
		case n >= last:
			code = appendNumber(code, 2*(n-last)+1)
		default:
			code = appendNumber(code, 2*(last-n)+2)
		}
		last = n
	}
	return string(code)
}
