// Package search writes the full-text index of a site: a set of scripts that the search page
// loads as it needs them, from a web server or from disk.
//
// A page is made of clauses, the units in which several words must occur together, and a clause
// of sentences. A sentence that stands in several clauses is kept once, with its places, in a chunk
// of texts. Listed are every single character, every pair of neighbours and every longer string whose
// beginning and end stand in many chunks, each with its chunks or, where these are many, its clauses.
// Any other string is in few chunks, which hold all listed strings in it; it is looked up
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
	pairShard   = 6 << 10
	gramShard   = 8 << 10
	wideShard   = 12 << 10
	refShard    = 8 << 10
	recordShard = 12 << 10
	columnPages = 4096
	nameShard   = 16 << 10
	wordShard   = 1 << 20 // one file
)

// filesOfFolder is how many files of a sort stand in a folder that is named by the digest of them: a site that grows
// leaves most of them as they are, and the manifest has one name for many.
const filesOfFolder = 256

// A File is one file of the index.
type File struct {
	Name string // "1f0c…/grams/0.js"
	Data []byte
}

// manifest is what the search page loads first: it tells where everything else stands, so that
// whatever a query needs is one step away.
type manifest struct {
	Version   int                 `json:"version"`
	Pages     int                 `json:"pages"`
	Clauses   int                 `json:"clauses"`
	Sentences int                 `json:"sentences"`
	Chunks    int                 `json:"chunks"`
	Many      int                 `json:"many"`    // chunks from which on a string is wide; 0 where none are listed, and all chunks are read
	Bits      [3]int              `json:"bits"`    // of the numbers of a clause, a file of lists, a list in it
	Files     map[string]int      `json:"files"`   // of each sort
	Folders   map[string][]string `json:"folders"` // of each sort, each with so many files
	Begins    map[string][]string `json:"begins"`  // of shards that are looked up by key: what begins each

	Dictionary []byte `json:"dictionary"` // compressed, what stands before each chunk
}

// An index is what is collected from the pages before it is written.
type index struct {
	pages     []Page
	sentences []sentence
	number    map[string]int
	clauses   [][]int // sentences of each clause; -1 stands between two paragraphs
	chunks    []chunk
	size      int // of the last chunk
	full      int // what a chunk has at most
	phrases   *phrases
	before    string // dictionary of the chunks
	suggested []suggestion
	synonyms  string // the site's own, in the form of synonyms.txt
}

// Build returns the files of the index: "index.js", which tells what the others hold, and shards
// in folders that are named by the digest of their content. synonyms are words of one meaning that the
// site knows besides ours, a group a line. The same pages give the same bytes.
func Build(pages []Page, synonyms string) ([]File, error) { return build(pages, synonyms, wide) }

func build(pages []Page, synonyms string, w width) ([]File, error) {
	x := &index{pages: slices.Clone(pages), number: map[string]int{}, synonyms: synonyms, full: sizeOfChunks(pages)}
	for i := range x.pages {
		x.addPage(&x.pages[i])
	}
	x.phrases = findPhrases(x.sentences, w)
	x.before = x.dictionary()
	x.suggested = x.suggestions()
	pairs, grams, lists := &sharder{sort: "pairs", limit: pairShard}, &sharder{sort: "grams", limit: gramShard}, &sharder{sort: "wide", limit: wideShard}
	places := x.addListed(pairs, grams, lists)
	m := manifest{Version: 6, Pages: len(pages), Clauses: len(x.clauses), Sentences: len(x.sentences), Chunks: len(x.chunks), Many: x.many(),
		Bits: [3]int{places.clause, places.list, places.listInFile}, Files: map[string]int{}, Folders: map[string][]string{}, Begins: map[string][]string{}}
	counted := map[string]string{}
	shards := []*sharder{pairs, grams, lists}
	for _, part := range []struct {
		sort string
		size int
		each func(*sharder)
	}{
		{"texts", x.full, x.addTexts},                // chunk → sentences and clauses
		{"refs", refShard, x.addRefs},                // sentence that stands often → clauses
		{"records", recordShard, x.addRecords},       // page → what is shown of it
		{"names", nameShard, x.addNames},             // beginning of a name → numbers of suggestions
		{"named", nameShard, x.addNamed},             // suggestion → name, kind and address
		{"leads", nameShard, x.addLeads},             // agency → clauses for which it leads or answers alone
		{"words", wordShard, x.addWords},             // by what a query is understood
		{"traditional", wordShard, x.addTraditional}, // character → the one it is looked up as
		{"sounds", wordShard, x.addSounds},           // sound → characters
	} {
		s := &sharder{sort: part.sort, limit: part.size}
		part.each(s)
		s.flush()
		counted[part.sort] = string(s.counts)
		shards = append(shards, s)
	}
	columns := &sharder{sort: "columns", limit: wordShard}
	x.addColumns(columns, counted)
	var files []File
	for _, s := range append(shards, columns) {
		if s.err != nil {
			return nil, say.Errorf("search index: %w", s.err)
		}
		m.Files[s.sort] = len(s.files)
		if s.last != "" {
			m.Begins[s.sort] = s.begins
		}
		for some := range slices.Chunk(s.files, filesOfFolder) {
			folder := digest(some)
			m.Folders[s.sort] = append(m.Folders[s.sort], folder)
			for _, f := range some {
				files = append(files, File{folder + "/" + f.Name, f.Data})
			}
		}
	}
	var err error
	if m.Dictionary, err = compressed([]byte(x.before), ""); err != nil {
		return nil, say.Errorf("search index: %w", err)
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
	x.cut(true)
	x.addClause(append([]string{p.Title}, p.Head...))
	for _, part := range p.Parts {
		x.cut(false)
		x.addClause(part.Texts)
	}
}

func (x *index) addClause(texts []string) {
	var list []int
	clause, here := len(x.clauses), len(x.chunks)-1
	x.size += clauseSize
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
				x.sentences = append(x.sentences, sentence{text: t, chunk: here, later: x.chunks[here].clause})
				x.size += len(t)
			} else {
				x.size += placeSize
			}
			x.sentences[n].note(clause, here, i == 0 && j == 0)
			list = append(list, n)
		}
	}
	x.clauses = append(x.clauses, list)
}
