package verify

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/folding"
	"zhengce/generator/source"
)

// readTexts reads the sentences and clauses of all chunks.
func (x *searchIndex) readTexts() bool {
	x.texts, x.firstOf, x.clauses = make([][]string, x.Chunks), make([]int, x.Chunks), make([][][]sentenceAt, x.Clauses)
	clause := 0
	for i := range x.Chunks {
		var parts [][3]json.RawMessage
		if _, ok := x.read("texts", i, &parts); !ok || len(parts) != 1 {
			return false
		}
		var codes []string
		if json.Unmarshal(parts[0][0], &x.texts[i]) != nil || json.Unmarshal(parts[0][1], &codes) != nil || len(codes) != x.chunkSize[i] {
			x.blame(x.name("texts", i), "the file of the search index holds other clauses than the index tells of")
			return false
		}
		x.firstOf[i] = clause
		next := 0
		for _, code := range codes {
			list, ok := x.sequence(code, i, &next)
			if !ok {
				x.blame(x.name("texts", i), "clause %d of the search index has no sentences that there are", clause)
				return false
			}
			x.clauses[clause] = list
			clause++
		}
		if next != len(x.texts[i]) {
			x.blame(x.name("texts", i), "the file of the search index holds sentences that stand in no clause")
			return false
		}
	}
	return true
}

// sequence returns the paragraphs of a clause.
func (x *searchIndex) sequence(code string, chunk int, next *int) ([][]sentenceAt, bool) {
	all, err := numbers(code)
	if err != nil {
		return nil, false
	}
	paragraphs := [][]sentenceAt{nil}
	for i := 0; i < len(all); i++ {
		var s sentenceAt
		switch n := all[i]; {
		case n == 0:
			paragraphs = append(paragraphs, nil)
			continue
		case n == 1:
			s = sentenceAt{chunk, *next}
			*next++
		case n%2 == 0:
			s = sentenceAt{chunk, n/2 - 1}
		default:
			if i++; i == len(all) {
				return nil, false
			}
			s = sentenceAt{chunk - (n-1)/2, all[i]}
		}
		if s.chunk < 0 || s.number >= len(x.texts[s.chunk]) {
			return nil, false
		}
		last := len(paragraphs) - 1
		paragraphs[last] = append(paragraphs[last], s)
	}
	return paragraphs, true
}

// compareRefs compares the places that the index knows of sentences in later chunks with the clauses.
func (x *searchIndex) compareRefs() {
	want := make([]map[int][]int, x.Chunks)
	chunk := 0
	for c, paragraphs := range x.clauses {
		for chunk+1 < x.Chunks && c >= x.firstOf[chunk+1] {
			chunk++
		}
		for i, p := range paragraphs {
			for k, s := range p {
				if s.chunk == chunk {
					continue
				}
				if want[s.chunk] == nil {
					want[s.chunk] = map[int][]int{}
				}
				places := want[s.chunk][s.number]
				if n := len(places); n > 0 && places[n-1]>>1 == c {
					continue
				}
				place := 2 * c
				if i == 0 && k == 0 {
					place++
				}
				want[s.chunk][s.number] = append(places, place)
			}
		}
	}
	var long []string
	for i := range x.Files["refs"] {
		var some []string
		if _, ok := x.read("refs", i, &some); !ok {
			return
		}
		if len(some) != x.referred[i] {
			x.blame(x.name("refs", i), "the file of the search index has %d lists, the index tells of %d", len(some), x.referred[i])
		}
		long = append(long, some...)
	}
	for i := range x.Chunks {
		var parts [][]any
		if _, ok := x.read("texts", i, &parts); !ok {
			return
		}
		refs, _ := parts[0][2].([]any)
		if !x.sameRefs(i, refs, want[i], long) {
			x.blame(x.name("texts", i), "the search index tells of other clauses of a sentence than those where it stands")
		}
	}
}

// sameRefs reports whether the further places of the sentences of a chunk are those.
func (x *searchIndex) sameRefs(chunk int, refs []any, want map[int][]int, long []string) bool {
	if len(refs) != 2*len(want) {
		return false
	}
	for i := 0; i < len(refs); i += 2 {
		n, _ := refs[i].(float64)
		code, short := refs[i+1].(string)
		if k, ok := refs[i+1].(float64); !short && (!ok || int(k) >= len(long)) {
			return false
		} else if !short {
			code = long[int(k)]
		}
		places, err := numbers(code)
		if err != nil {
			return false
		}
		clause := x.firstOf[chunk]
		for k, d := range places {
			clause += d >> 1
			places[k] = 2*clause + d&1
		}
		if !slices.Equal(places, want[int(n)]) {
			return false
		}
	}
	return true
}

// comparePages compares the clauses of each page with what the page says.
func (x *searchIndex) comparePages() {
	page, clause := 0, 0
	for i := range x.Files["records"] {
		var all [][]json.RawMessage
		if _, ok := x.read("records", i, &all); !ok {
			return
		}
		if len(all) != x.recorded[i] {
			x.blame(x.name("records", i), "the file of the search index has %d pages, the index tells of %d", len(all), x.recorded[i])
			return
		}
		for _, r := range all {
			var url string
			var clauses []json.RawMessage
			counts := x.counts[3*page : 3*page+3]
			if len(r) != 4 || json.Unmarshal(r[0], &url) != nil || json.Unmarshal(r[3], &clauses) != nil || len(clauses) != sum(counts) {
				x.blame(x.name("records", i), "the search index tells of other clauses of a page than it holds")
				return
			}
			x.comparePage(url, clause, counts)
			clause += sum(counts)
			page++
		}
	}
}

// compareNamed proves that all suggestions lead to pages.
func (x *searchIndex) compareNamed() {
	for i := range x.Files["named"] {
		var all [][]string
		if _, ok := x.read("named", i, &all); !ok {
			return
		}
		if i >= len(x.suggested) || len(all) != x.suggested[i] {
			x.blame(x.name("named", i), "the file of the search index holds other suggestions than the index tells of")
		}
		for _, n := range all {
			if len(n) != 3 || n[2] != "" && x.site.files[n[2]] == nil {
				x.blame(x.name("named", i), "the search index suggests %q, which is no page", n)
				break
			}
		}
	}
}

// comparePage compares a paper's clauses, the first of which is its title, with its text: each paragraph stands in it, and together
// they are as long.
func (x *searchIndex) comparePage(url string, clause int, counts []int) {
	if x.site.files[url] == nil {
		x.blame(url, "the search index leads to this page, which is missing")
		return
	}
	paper := x.site.papers[url]
	if paper == "" {
		return
	}
	text := folded(paper)
	length := 0
	for c := clause + 1; c < clause+sum(counts); c++ {
		for k, p := range x.clauses[c] {
			said := folded(x.text(p))
			apart := c >= clause+counts[0]+counts[1]
			if !apart {
				length += utf8.RuneCountInString(said)
			}
			if !strings.Contains(text, said) && (!apart || k == 0) {
				x.blame(url, "the search index (%s) says %q, which does not stand on the page", x.name("texts", x.chunkOf(c)), said)
				return
			}
		}
	}
	if want := utf8.RuneCountInString(text) - x.site.noise[url]; length != want {
		x.blame(url, "the search index holds %d characters of this page, which has %d", length, want)
	}
}

func (x *searchIndex) chunkOf(clause int) int {
	i, found := slices.BinarySearch(x.firstOf, clause)
	if !found {
		i--
	}
	return i
}

func (x *searchIndex) text(p []sentenceAt) string {
	var b strings.Builder
	for _, s := range p {
		b.WriteString(x.texts[s.chunk][s.number])
	}
	return b.String()
}

// folded returns a text in the form in which it is compared, without white space.
func folded(text string) string { return source.Squeeze(folding.Fold(text)) }

func foldedLength(text string) int { return utf8.RuneCountInString(folded(text)) }
