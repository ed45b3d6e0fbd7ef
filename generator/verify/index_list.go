package verify

import (
	"encoding/json"
	"strings"

	"zhengce/generator/folding"
)

// A listed string is a node of the tree of all that the index lists.
type listed struct {
	kids   map[rune]*listed
	where  string // the file in which it stands
	list   []int32
	wide   bool // the list is one of clauses, not of chunks
	noted  int  // how many of the list were met
	wrong  bool // one was met that is not in it
	sooner int  // the clause or chunk met last, plus one
}

// note meets a clause or chunk.
func (l *listed) note(n int) {
	if l.sooner == n+1 {
		return
	}
	l.sooner = n + 1
	if l.noted == len(l.list) || int(l.list[l.noted]) != n {
		l.wrong = true
		return
	}
	l.noted++
}

func (l *listed) find(text []rune) *listed {
	for _, r := range text {
		if l = l.kids[r]; l == nil {
			return nil
		}
	}
	return l
}

// compareGrams compares the listed strings with the sentences: each has the chunks or clauses in which it stands, and none is
// missing by which the search knows that a word stands nowhere.
func (x *searchIndex) compareGrams() {
	if x.Many == 0 {
		return
	}
	root := x.readGrams()
	if root == nil {
		return
	}
	entries := make([][][]*listed, x.Chunks) // the wide strings in each sentence
	for i, texts := range x.texts {
		entries[i] = make([][]*listed, len(texts))
		for n, text := range texts {
			entries[i][n] = x.meet(root, []rune(folding.Fold(text)), i)
		}
	}
	for c, paragraphs := range x.clauses {
		for _, p := range paragraphs {
			for k, s := range p {
				for _, l := range entries[s.chunk][s.number] {
					l.note(c)
				}
				if k > 0 {
					x.meetJoint(root, p[k-1], s, c)
				}
			}
		}
	}
	x.complain(root, "")
}

// complain reports the strings whose lists are wrong, one for each file.
func (x *searchIndex) complain(root *listed, text string) {
	told := map[string]bool{}
	var walk func(l *listed, text string)
	walk = func(l *listed, text string) {
		if (l.wrong || l.noted != len(l.list)) && !told[l.where] {
			told[l.where] = true
			x.blame(l.where, "the search index tells of %q that it stands in other places than it does", text)
		}
		for r, kid := range l.kids {
			walk(kid, text+string(r))
		}
	}
	walk(root, text)
}

// readGrams reads the listed strings and their lists.
func (x *searchIndex) readGrams() *listed {
	var words []json.RawMessage
	characters := ""
	if _, ok := x.read("words", 0, &words); !ok || len(words) != 5 || json.Unmarshal(words[4], &characters) != nil {
		x.blame(x.name("words", 0), "the file of the search index does not tell of the characters of the papers")
		return nil
	}
	lists := make([][][]int32, x.Files["wide"])
	for i := range lists {
		if lists[i] = x.readLists(lists, i); lists[i] == nil {
			return nil
		}
	}
	root := &listed{}
	for _, sort := range []string{"pairs", "grams"} {
		last := ""
		for i := range x.Files[sort] {
			data, ok := x.read(sort, i, nil)
			if !ok {
				return nil
			}
			all, err := gramsOf(data, x.indexManifest, []rune(characters))
			if err != nil {
				x.blame(x.name(sort, i), "the file of the search index cannot be read: %v", err)
				return nil
			}
			if begins := x.Begins[sort]; len(begins) != x.Files[sort] || len(all) == 0 || begins[i] > all[0].key || i > 0 && begins[i] <= last {
				x.blame(x.name(sort, i), "the file of the search index does not begin where %s says", indexName)
				return nil
			}
			last = all[len(all)-1].key
			for _, g := range all {
				if !x.addListed(root, g, lists, x.name(sort, i)) {
					x.blame(x.name(sort, i), "the search index tells of a list that there is not")
					return nil
				}
			}
		}
	}
	return root
}

func (x *searchIndex) addListed(root *listed, g gram, lists [][][]int32, where string) bool {
	l := root
	for _, r := range g.key {
		if l.kids == nil {
			l.kids = map[rune]*listed{}
		}
		if l.kids[r] == nil {
			l.kids[r] = &listed{}
		}
		l = l.kids[r]
	}
	if l.where != "" {
		return false
	}
	l.where, l.list, l.wide = where, g.chunks, g.chunks == nil
	if l.wide {
		if g.list[0] >= len(lists) || g.list[1] >= len(lists[g.list[0]]) {
			return false
		}
		l.list = lists[g.list[0]][g.list[1]]
	}
	return true
}

// readLists reads the lists of a file, some of which are parts of those before.
func (x *searchIndex) readLists(lists [][][]int32, file int) (all [][]int32) {
	data, ok := x.read("wide", file, nil)
	if !ok {
		return nil
	}
	r := &bitReader{data: data}
	for len(data)*8-r.at >= 8 {
		if r.take(1) == 0 {
			all = append(all, r.list(x.Bits[0]))
			continue
		}
		of, at := file-r.gamma()+1, r.golomb(6)
		part := r.list(r.take(5))
		whole := all
		if of >= 0 && of < file {
			whole = lists[of]
		}
		if r.bad || of < 0 || of > file || at >= len(whole) || len(part) > 0 && int(part[len(part)-1]) >= len(whole[at]) {
			r.bad = true
			break
		}
		for i, k := range part {
			part[i] = whole[at][k]
		}
		all = append(all, part)
	}
	if r.bad || len(all) == 0 {
		x.blame(x.name("wide", file), "the file of the search index cannot be read: %v", errCode)
		return nil
	}
	return all
}

// meet notes the strings of a sentence that are listed by chunks, and returns the others.
func (x *searchIndex) meet(root *listed, text []rune, chunk int) (wide []*listed) {
	var before []*listed // what begins one character later, by length
	for i := len(text) - 1; i >= 0; i-- {
		var here []*listed
		l := root
		for k := i; k < len(text) && text[k] != ' '; k++ {
			next := l.kids[text[k]]
			if next == nil || next.where == "" {
				n := k - i // of the string that is missing, less one
				if n < 2 || l.wide && n-1 < len(before) && before[n-1].wide {
					x.blame(x.name("texts", chunk), "the search index does not tell of %q, which stands here", string(text[i:k+1]))
				}
				break
			}
			l = next
			here = append(here, l)
			if l.wide {
				wide = append(wide, l)
			} else {
				l.note(chunk)
			}
		}
		before = here
	}
	return wide
}

// ends are the marks at the ends of sentences, folded.
const ends = "。!?;"

// meetJoint notes the strings that go over the end of a sentence.
func (x *searchIndex) meetJoint(root *listed, a, b sentenceAt, clause int) {
	before, behind := []rune(folding.Fold(x.texts[a.chunk][a.number])), []rune(folding.Fold(x.texts[b.chunk][b.number]))
	last, first := before[len(before)-1], behind[0]
	pair := root.find([]rune{last, first})
	if pair == nil || !pair.wide || !strings.ContainsRune(ends, last) {
		x.blame(x.name("texts", a.chunk), "the search index does not tell of %q, which stands here", string([]rune{last, first}))
		return
	}
	pair.note(clause)
	if len(pair.list) < x.Many {
		return
	}
	var longer [][]rune
	if n := len(before); n > 1 && before[n-2] != ' ' {
		longer = append(longer, []rune{before[n-2], last, first})
	}
	if len(behind) > 1 && behind[1] != ' ' {
		longer = append(longer, []rune{last, first, behind[1]})
	}
	for _, text := range longer {
		l := root.find(text)
		if l == nil || !l.wide {
			x.blame(x.name("texts", a.chunk), "the search index does not tell of %q, which stands here", string(text))
			continue
		}
		l.note(clause)
	}
}
