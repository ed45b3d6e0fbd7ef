package search

// A chunk is a stretch of the clauses of the site with the sentences that stand first in it, in one file.
type chunk struct{ clause, sentence int } // its first ones

// Sizes of a chunk, in bytes of its text. In a large library a result costs its reader a chunk, and there are lists of millions of
// places besides; in a small one large chunks are the shorter index.
const (
	chunkSize    = 15 << 10
	smallChunk   = 5 << 10
	largeLibrary = 16 << 20
	// What a clause and a sentence that stands elsewhere too add to the size.
	clauseSize = 8
	placeSize  = 4
)

// sizeOfChunks returns what a chunk of the pages has at most.
func sizeOfChunks(pages []Page) int {
	size := 0
	for _, p := range pages {
		for _, part := range p.Parts {
			for _, text := range part.Texts {
				size += len(text)
			}
		}
	}
	if size > largeLibrary {
		return smallChunk
	}
	return chunkSize
}

// cut begins a chunk where the last one is full. first says that a page begins: a chunk that is nearly half full ends with a
// page, so that a page more leaves the chunks of others as they are.
func (x *index) cut(first bool) {
	if len(x.chunks) > 0 && x.size < x.full && (!first || x.size < 2*x.full/5) {
		return
	}
	x.chunks = append(x.chunks, chunk{len(x.clauses), len(x.sentences)})
	x.size = 0
}

// end returns where a chunk ends.
func (x *index) end(i int) chunk {
	if i+1 < len(x.chunks) {
		return x.chunks[i+1]
	}
	return chunk{len(x.clauses), len(x.sentences)}
}

// shortRefs is the size of a list of places that stands with its sentence.
const shortRefs = 24

// addTexts adds the chunks: [sentences, clauses as sequences, further places]. The places of a sentence in later chunks, where
// it has any, are [its number in the chunk, list, …], or the number of the list among those in files of their own.
func (x *index) addTexts(s *sharder) {
	s.dictionary = x.before
	long := 0
	for i, c := range x.chunks {
		end := x.end(i)
		texts, clauses, refs := []string{}, []string{}, []any{}
		for n, t := range x.sentences[c.sentence:end.sentence] {
			texts = append(texts, t.text)
			switch {
			case len(t.refs) > shortRefs:
				refs = append(refs, n, long)
				long++
			case len(t.refs) > 0:
				refs = append(refs, n, string(t.refs))
			}
		}
		next := c.sentence
		for _, list := range x.clauses[c.clause:end.clause] {
			clauses = append(clauses, x.sequence(list, i, &next))
		}
		s.add([]any{texts, clauses, refs})
		s.flush()
	}
}

// addRefs adds the long lists of places.
func (x *index) addRefs(s *sharder) {
	for _, t := range x.sentences {
		if len(t.refs) > shortRefs {
			s.add(string(t.refs))
		}
	}
}

// sequence codes the sentences of a clause of a chunk: 0 stands between paragraphs, 1 for the next sentence that is new, other
// even numbers for one of the chunk, other odd ones for a chunk before, each by so many, and the sentence's number in it.
func (x *index) sequence(list []int, here int, next *int) string {
	var code []byte
	for _, n := range list {
		switch {
		case n < 0:
			code = appendNumber(code, 0)
		case n == *next:
			code = appendNumber(code, 1)
			*next++
		case n >= x.chunks[here].sentence:
			code = appendNumber(code, 2*(n-x.chunks[here].sentence)+2)
		default:
			there := x.sentences[n].chunk
			code = appendNumber(code, 2*(here-there)+1)
			code = appendNumber(code, n-x.chunks[there].sentence)
		}
	}
	return string(code)
}
