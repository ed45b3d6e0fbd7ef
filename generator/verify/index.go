package verify

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"

	"zhengce/generator/source"
)

const (
	indexName     = "search/index.js"
	filesOfFolder = 256
)

// An indexManifest is what the first file of the search index says of the others.
type indexManifest struct {
	Version, Pages, Clauses, Sentences, Chunks, Many int

	Bits       [3]int
	Files      map[string]int
	Folders    map[string][]string
	Begins     map[string][]string
	Dictionary string
}

// A searchIndex is the search index of a site, as its files say it.
type searchIndex struct {
	*indexManifest
	site       *site
	dictionary []byte
	errs       source.ErrorList

	counts    []int      // of the clauses of each page: on it, with a page too, apart
	chunkSize []int      // clauses of each chunk
	recorded  []int      // pages of each file of records
	referred  []int      // lists of each file of further places
	suggested []int      // of each file of suggestions
	texts     [][]string // sentences of each chunk
	firstOf   []int      // clause of each chunk
	clauses   [][][]sentenceAt
}

// A sentenceAt is a sentence of a chunk.
type sentenceAt struct{ chunk, number int }

func (x *searchIndex) blame(name, format string, args ...any) {
	x.errs = append(x.errs, failure(name, place{}, "search-file", format, args...))
}

// index reads the search index back, every file of it, and compares it with the texts of the pages: sentences and clauses with
// the papers, listed strings and lists with the sentences.
func (s *site) index() source.ErrorList {
	if s.files[indexName] == nil {
		if s.files["search.html"] == nil {
			return nil
		}
		return source.ErrorList{failure(indexName, place{}, "search-file", "the file of the search index is missing")}
	}
	x := &searchIndex{site: s}
	if err := x.open(); err != nil {
		x.blame(indexName, "the file of the search index cannot be read: %v", err)
		return x.errs
	}
	if !x.folders() || !x.readColumns() || !x.readTexts() {
		return x.errs
	}
	x.compareRefs()
	x.comparePages()
	x.compareNamed()
	x.compareGrams()
	return x.errs
}

// open reads the manifest.
func (x *searchIndex) open() error {
	data, err := fs.ReadFile(x.site.fsys, indexName)
	if err != nil {
		return err
	}
	data, found := bytes.CutPrefix(data, []byte(`zhengceSearch.add("index",`))
	data, ends := bytes.CutSuffix(data, []byte(");\n"))
	if !found || !ends {
		return errShard
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&x.indexManifest); err != nil {
		return err
	}
	if d.More() || x.indexManifest == nil {
		return errShard
	}
	packed, err := base64.StdEncoding.DecodeString(x.Dictionary)
	if err != nil {
		return err
	}
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return err
	}
	x.dictionary, err = io.ReadAll(z)
	return err
}

// name returns what a file of the index is called.
func (x *searchIndex) name(sort string, i int) string {
	folder := ""
	if at := i / filesOfFolder; at < len(x.Folders[sort]) {
		folder = x.Folders[sort][at]
	}
	return fmt.Sprintf("search/%s/%s/%d.js", folder, sort, i)
}

// folders proves that all files are there, can be read, and are those that the names of their folders tell of.
func (x *searchIndex) folders() bool {
	known := map[string]bool{indexName: true}
	for _, sort := range slices.Sorted(maps.Keys(x.Files)) {
		sum := sha256.New()
		for i := range x.Files[sort] {
			name := x.name(sort, i)
			known[name] = true
			data, err := fs.ReadFile(x.site.fsys, name)
			if errors.Is(err, fs.ErrNotExist) {
				x.blame(name, "the file of the search index is missing")
			} else {
				if err == nil {
					_, err = x.unpack(sort, i, data)
				}
				if err != nil {
					x.blame(name, "the file of the search index cannot be read: %v", err)
				}
			}
			sum.Write(data)
			if i%filesOfFolder == filesOfFolder-1 || i == x.Files[sort]-1 {
				if folder := hex.EncodeToString(sum.Sum(nil)[:6]); folder != x.Folders[sort][i/filesOfFolder] && len(x.errs) == 0 {
					x.blame(x.name(sort, i), "this file of the search index, or another of its folder, was changed: their digest is %s", folder)
				}
				sum.Reset()
			}
		}
	}
	for name := range x.site.files {
		if shardName.MatchString(name) && !known[name] {
			x.blame(name, "the search index does not know this file")
		}
	}
	return len(x.errs) == 0
}

func (x *searchIndex) unpack(sort string, i int, data []byte) ([]byte, error) {
	var before []byte
	if sort == "texts" {
		before = x.dictionary
	}
	return unpack(data, fmt.Sprintf("%s/%d", sort, i), before)
}

// read reads the data of a file, JSON into v.
func (x *searchIndex) read(sort string, i int, v any) ([]byte, bool) {
	name := x.name(sort, i)
	data, err := fs.ReadFile(x.site.fsys, name)
	if err == nil {
		data, err = x.unpack(sort, i, data)
	}
	if err == nil && v != nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		x.blame(name, "the file of the search index cannot be read: %v", err)
	}
	return data, err == nil
}

// codes returns the numbers of codes of digits in a file.
func (x *searchIndex) codes(name string, list ...string) (all [][]int, ok bool) {
	for _, code := range list {
		n, err := numbers(code)
		if err != nil {
			x.blame(name, "the file of the search index cannot be read: %v", err)
			return nil, false
		}
		all = append(all, n)
	}
	return all, true
}

// readColumns reads what the index says of every page.
func (x *searchIndex) readColumns() bool {
	for i := range x.Files["columns"] {
		var all []struct{ Counts, Chunks, Records, Refs, Named string }
		if _, ok := x.read("columns", i, &all); !ok || len(all) != 1 {
			return false
		}
		c, ok := x.codes(x.name("columns", i), all[0].Counts, all[0].Chunks, all[0].Records, all[0].Refs, all[0].Named)
		if !ok {
			return false
		}
		x.counts = append(x.counts, c[0]...)
		if i == 0 {
			x.chunkSize, x.recorded, x.referred, x.suggested = c[1], c[2], c[3], c[4]
		}
	}
	if len(x.counts) != 3*x.Pages || sum(x.counts) != x.Clauses || sum(x.chunkSize) != x.Clauses || len(x.chunkSize) != x.Chunks || sum(x.recorded) != x.Pages {
		x.blame(x.name("columns", 0), "the file of the search index tells of other pages, clauses or chunks than %s", indexName)
		return false
	}
	return true
}

func sum(list []int) (n int) {
	for _, v := range list {
		n += v
	}
	return n
}
