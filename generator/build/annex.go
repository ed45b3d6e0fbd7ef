package build

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/policy"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A bundle is a paper with its annexes in files of their own, by number.
type bundle struct {
	paper   *source.File
	annexes []*source.File
	alone   bool // the paper is an annex by its name, and its own paper is missing
}

// bundles puts the annexes to their papers. Of several forms of a paper the one that has its plain address has them.
func bundles(files []*source.File) []*bundle {
	papers := map[string]*bundle{}
	var out []*bundle
	for _, f := range files {
		if _, _, ok := source.AnnexOf(f.Name); ok {
			continue
		}
		b, name := &bundle{paper: f}, paperOf(f.Name)
		out = append(out, b)
		if first := papers[name]; first == nil || catalog.FormOrder(f.Name) < catalog.FormOrder(first.paper.Name) {
			papers[name] = b
		}
	}
	for _, f := range files {
		_, _, annex := source.AnnexOf(f.Name)
		switch b := papers[paperOf(f.Name)]; {
		case !annex:
		case b != nil:
			b.annexes = append(b.annexes, f)
		default:
			out = append(out, &bundle{paper: f, alone: true})
		}
	}
	for _, b := range out {
		slices.SortStableFunc(b.annexes, func(x, y *source.File) int {
			nx, ny := numberOf(x), numberOf(y)
			return cmp.Or(cmp.Compare(nx[0], ny[0]), cmp.Compare(nx[1], ny[1]), cmp.Compare(catalog.FormOrder(x.Name), catalog.FormOrder(y.Name)))
		})
	}
	return out
}

// numberOf returns the numbers in the name of an annex, 1 and 2 of 附件1-2; 0 where it has none.
func numberOf(f *source.File) (n [2]int) {
	_, number, _ := source.AnnexOf(f.Name)
	for i, part := range strings.SplitN(number, "-", 2) {
		n[i], _ = strconv.Atoi(part)
	}
	return n
}

// read reads the paper with its annexes.
func (b *bundle) read(fsys fs.FS) *policy.Facts {
	if len(b.annexes) == 0 {
		facts := Paper(fsys, b.paper)
		if b.alone {
			name, _, _ := source.AnnexOf(b.paper.Name)
			facts.Problems = append(facts.Problems, odd(b.paper, "annex-alone",
				"is an annex by its name, and no paper of the name %s stands beside it; it is taken for a paper", path.Base(name)))
		}
		return facts
	}
	f := source.Join(b.paper, b.annexes...)
	written := f.Text
	f.Text = source.Unified(written)
	texts := []*source.File{f.Only(0)}
	paper := settle(fsys, texts[0], func() (*policy.Facts, source.ErrorList) {
		d, odd := document.Parse(texts[0])
		facts, doubts := extract.Document(d)
		return facts, append(odd, doubts...)
	})
	var annexes []*policy.Facts
	inside := b.inside(paper)
	for i, of := range b.places(paper.Document, inside) {
		text := f.Only(i + 1)
		texts = append(texts, text)
		annexes = append(annexes, settle(fsys, text, func() (*policy.Facts, source.ErrorList) {
			d, odd := document.ParseAnnex(text, of)
			facts, doubts := extract.Annex(d, paper)
			return facts, append(odd, doubts...)
		}))
	}
	f.Text = written
	for _, text := range texts {
		text.Text = written[:len(text.Text)]
	}
	b.doubts(annexes, inside)
	return policy.Join(f, paper, annexes...)
}

// At reads the file of the name: a paper with the annexes in files of their own that stand beside it, or one of these
// with its paper. Other files there that cannot be read are passed over.
func At(fsys fs.FS, name string) (*policy.Facts, error) {
	f, err := format.Read(fsys, name)
	if err != nil {
		return nil, err
	}
	files := []*source.File{f}
	entries, _ := fs.ReadDir(fsys, path.Dir(name))
	for _, e := range entries {
		beside := path.Join(path.Dir(name), e.Name())
		if e.Name() == path.Base(name) || !format.IsSeed(beside) || paperOf(beside) != paperOf(path.Clean(name)) {
			continue
		}
		if other, err := format.Read(fsys, beside); err == nil {
			files = append(files, other)
		}
	}
	facts, broke := survive(name, func() *policy.Facts {
		for _, b := range bundles(files) {
			if b.paper == f {
				return b.read(fsys)
			}
			if i := slices.Index(b.annexes, f); i >= 0 {
				return b.read(fsys).Parts[i+1]
			}
		}
		return Paper(fsys, f)
	})
	if broke != nil {
		return nil, say.Errorf("%s", broke.Said())
	}
	return facts, nil
}

// paperOf returns the name, without suffix, of the paper that the file of the name is, or is an annex of.
func paperOf(name string) string {
	if paper, _, ok := source.AnnexOf(name); ok {
		return paper
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// inside returns how many annexes of each number the paper's own text holds, and the files of annexes that have no
// number and may hold several.
func (b *bundle) inside(paper *policy.Facts) map[string]int {
	inside := map[string]int{}
	for _, b := range paper.Document.Blocks {
		if number, ok := document.AnnexNumber(paper.Document.File.Slice(b.Span)); ok && b.Kind == document.AnnexMark {
			inside[number]++
		}
	}
	if len(paper.Annex) > 0 && inside[""] == 0 {
		inside[""] = 1 // its rows are called so
	}
	for _, f := range b.annexes {
		if numberOf(f) != [2]int{} {
			break // they are in order
		}
		for _, line := range f.Blocks {
			if number, _ := document.AnnexNumber(f.Slice(line.Span)); number != "" {
				inside[number]++
			}
		}
	}
	return inside
}

// places says of each annex what it is of the paper.
func (b *bundle) places(paper *document.Document, inside map[string]int) []*document.Annex {
	whole, held := source.Squeeze(b.paper.Text), maps.Clone(inside)
	first := map[string]string{} // file of each text
	var out []*document.Annex
	for _, f := range b.annexes {
		_, number, _ := source.AnnexOf(f.Name)
		of := &document.Annex{Of: paper, Number: number, Again: held[number]}
		held[number]++
		text := annexText(f)
		if source.Count(text) >= copyCharacters && strings.Contains(whole, text) {
			of.CopyOf = b.paper.Name
		}
		if before := first[text]; before != "" {
			of.CopyOf = before
		} else {
			first[text] = f.Name
		}
		out = append(out, of)
	}
	return out
}

// copyCharacters is how long a text is at least that stands in another by no chance.
const copyCharacters = 40

// ownNumber returns the number of the annex that stands at the beginning of its text, or "".
func ownNumber(f *source.File) string {
	if len(f.Blocks) == 0 {
		return ""
	}
	number, _ := document.AnnexNumber(f.Slice(f.Blocks[0].Span))
	return number
}

// annexText returns the text of an annex without white space and without the 附件1 above it.
func annexText(f *source.File) string {
	text := f.Text
	if len(f.Blocks) > 1 {
		if _, ok := document.AnnexNumber(f.Slice(f.Blocks[0].Span)); ok {
			text = text[f.Blocks[0].End:]
		}
	}
	return source.Squeeze(text)
}

// doubts tells what is odd about the numbers of the annexes; inside are those of the paper's own text.
func (b *bundle) doubts(annexes []*policy.Facts, inside map[string]int) {
	known := maps.Clone(inside)
	for _, f := range b.annexes {
		known[strconv.Itoa(numberOf(f)[0])]++
	}
	for i, f := range b.annexes {
		a, of := annexes[i], annexes[i].Document.Annex
		switch {
		case of.CopyOf != "":
			a.Problems = append(a.Problems, odd(f, "annex-copy", "has the text that stands in %s already; it is shown, and what it orders counts once", of.CopyOf))
		case of.Again > 0:
			a.Problems = append(a.Problems, odd(f, "annex-twice", "the paper has another 附件%s; this one is called %s", of.Number, of.Label()))
		}
		if n := ownNumber(f); n != "" && of.Number != "" && n != of.Number {
			a.Problems = append(a.Problems, odd(f, "annex-number", "calls itself 附件%s; by its name it is 附件%s, and it is called so", n, of.Number))
		}
		if n := numberOf(f)[0]; n > 1 && known[strconv.Itoa(n-1)] == 0 {
			a.Problems = append(a.Problems, odd(f, "annex-gap", "no 附件%d stands beside it or in the paper", n-1))
		}
	}
}

func odd(f *source.File, code, format string, args ...any) *source.Error {
	return source.Problem(f.Name, source.Warning, code, format, args...)
}
