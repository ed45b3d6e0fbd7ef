// Package search writes the full-text index of a site: a set of scripts that the search page
// loads as it needs them, from a web server or from disk.
//
// A page is made of clauses, the units in which several words must occur together, and a clause
// of sentences. A sentence that stands in several clauses is kept once, with its places. Listed
// are every single character, every pair of neighbours and every longer string whose beginning
// and end stand in many places, each with its sentences or, where these are many, its clauses.
// Any other string is in few sentences, which hold all listed strings in it; they are looked up
// in the text itself, so that a hit is a hit. There is no dictionary: what a reader would find
// with the browser's own search is found.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"

	"github.com/spf13/afero"

	"zhengce/generator/say"
)

// Sizes at which a shard is closed, in bytes before compression. A query needs a few of each.
const (
	gramShard = 8 << 10
	wideShard = 16 << 10
	textShard = 5 << 10
	refShard  = 6 << 10
	pageShard = 4 << 10
	nameShard = 8 << 10
	wordShard = 1 << 20 // one file
)

// A File is one file of the index.
type File struct {
	Name string // "1f0c…/grams/0.js"
	Data []byte
}

// manifest is what the search page loads first: it tells where everything else stands, so that
// whatever a query needs is one step away.
type manifest struct {
	Version   int                 `json:"version"`
	Folder    string              `json:"folder"` // of the shards, named by the digest of them all
	Pages     int                 `json:"pages"`
	Clauses   int                 `json:"clauses"`
	Sentences int                 `json:"sentences"`
	Columns   columns             `json:"columns"`
	Begins    map[string][]string `json:"begins"` // of shards that are looked up by key: what begins each
	Counts    map[string]string   `json:"counts"` // of the others: how many values each holds
}

// An index is what is collected from the pages before it is written.
type index struct {
	pages     []Page
	sentences []sentence
	number    map[string]int
	clauses   [][]int // sentences of each clause; -1 stands between two paragraphs
	phrases   *phrases
	synonyms  string // the site's own, in the form of synonyms.txt
}

// Build returns the files of the index: "index.js", which tells what the others hold, and shards
// in a folder that is named by the digest of their content. synonyms are words of one meaning that the
// site knows besides ours, a group a line. The same pages give the same bytes.
func Build(pages []Page, synonyms string) ([]File, error) { return build(pages, synonyms, wide) }

func build(pages []Page, synonyms string, w width) ([]File, error) {
	x := &index{pages: slices.Clone(pages), number: map[string]int{}, synonyms: synonyms}
	for i := range x.pages {
		x.addPage(&x.pages[i])
	}
	x.phrases = findPhrases(x.sentences, w)
	m := manifest{Version: 5, Pages: len(pages), Clauses: len(x.clauses), Sentences: len(x.sentences), Columns: x.columns(),
		Begins: map[string][]string{}, Counts: map[string]string{}}
	var files []File
	for _, part := range []struct {
		sort  string
		size  int
		keyed bool
		each  func(*sharder)
	}{
		{"grams", gramShard, true, x.addGrams},             // string → sentences, or number of its clauses
		{"wide", wideShard, false, x.addWide},              // number → clauses
		{"texts", textShard, false, x.addTexts},            // sentence → text
		{"refs", refShard, false, x.addRefs},               // sentence → clauses
		{"records", pageShard, false, x.addRecords},        // page → what is shown of it
		{"names", nameShard, true, x.addNames},             // beginning of a name → suggestions
		{"leads", nameShard, true, x.addLeads},             // agency → clauses for which it leads or answers alone
		{"words", wordShard, false, x.addWords},            // by what a query is understood
		{"traditional", nameShard, true, x.addTraditional}, // character → the one it is looked up as
		{"sounds", nameShard, true, x.addSounds},           // character → its sound
	} {
		s := &sharder{sort: part.sort, limit: part.size}
		part.each(s)
		s.flush()
		if s.err != nil {
			return nil, say.Errorf("search index: %w", s.err)
		}
		files = append(files, s.files...)
		if part.keyed {
			m.Begins[part.sort] = append([]string{}, s.begins...)
		} else {
			m.Counts[part.sort] = string(s.counts)
		}
	}
	m.Folder = digest(files)
	for i := range files {
		files[i].Name = m.Folder + "/" + files[i].Name
	}
	data, err := encode(m)
	if err != nil {
		return nil, say.Errorf("search index: %w", err)
	}
	return append(files, File{"index.js", script("index", data)}), nil
}

// digest returns a name that no other files have.
func digest(files []File) string {
	sum := sha256.New()
	for _, f := range files {
		sum.Write(f.Data)
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// Write writes the index of pages into search/ of the finished site fsys.
func Write(fsys afero.Fs, pages []Page, synonyms string) error {
	files, err := Build(pages, synonyms)
	if err != nil {
		return err
	}
	return write(fsys, files)
}

func write(fsys afero.Fs, files []File) error {
	for _, f := range files {
		if err := fsys.MkdirAll(path.Join("search", path.Dir(f.Name)), 0o777); err != nil {
			return say.Errorf("search index: %w", err)
		}
		if err := afero.WriteFile(fsys, path.Join("search", f.Name), f.Data, 0o666); err != nil {
			return say.Errorf("search index: %w", err)
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
	for _, t := range x.sentences {
		s.add(t.text)
	}
}

func (x *index) addRefs(s *sharder) {
	for _, t := range x.sentences {
		s.add(string(t.refs))
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
