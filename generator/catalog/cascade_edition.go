package catalog

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

const (
	editionShare = 0.3 // of the tasks of the shorter edition that must have a partner in the other
	leastEdition = 4   // characters of a title that must tell it from others when years and issuer are gone
	editionsBack = 3   // editions before it that one is held against
	repealBytes  = 240 // behind the name of a paper in which it is said to end
)

// editions groups the papers of one region that bear one title but for years and the like, or of which one repeals
// the other, where their tasks bear it out and they stand side by side by no parent.
func (f *cascadeFinder) editions() *cascadeFinder {
	e := &cascadeFinder{held: f.held, texts: f.texts, root: map[*Document]*Document{}, parents: f.parents, kinship: Editions}
	named := map[string][]*Document{}
	for _, d := range f.held {
		before := repealed(d)
		key := editionKey(d)
		if key != "" {
			list := named[key]
			before = append(before, list[max(0, len(list)-editionsBack):]...)
			named[key] = append(list, d)
		}
		for _, other := range before {
			switch {
			case f.texts[other] == nil || e.find(other) == e.find(d) || !f.alike(other, d, editionShare):
			case f.find(other) == f.find(d):
				f.followed[d] = other
			default:
				e.join(other, d)
			}
		}
	}
	return e
}

var (
	titleOpening  = words.Pattern(`^(?:\p{Han}|\s)*?关于(?:{{edition-issuing}})*`)
	editionRemark = words.Pattern(`\([^()]*(?:\d{4}|{{edition-marks}})[^()]*\)`)
	editionYears  = regexp.MustCompile(`(?:19|20)\d{2}(?:年度|年)?(?:[-至到](?:19|20)?\d{2}(?:年度|年)?)?|十[一二三四五六七八九]五|第[一二三四五六七八九十]+(?:个五年|轮|期|版)`)
	editionWords  = words.Remover("edition-words")
)

// editionKey returns what two editions of one paper have in common: region and title without issuer, years and marks
// of revision. It is empty where that tells no paper.
func editionKey(d *Document) string {
	if d.Meta.Region == "" || d.Meta.TitleDerived {
		return ""
	}
	t := words.FoldTitle(d.plainTitle())
	if parentInTitle(t) == "" {
		t = titleOpening.ReplaceAllString(t, "")
	}
	t = editionYears.ReplaceAllString(editionRemark.ReplaceAllString(t, ""), "")
	t = strings.TrimSuffix(t, "的通知")
	for _, name := range []string{d.Meta.Issuer, d.Meta.Region} {
		if name != "" {
			t = strings.ReplaceAll(t, name, "")
		}
	}
	t = editionWords.Replace(t)
	if utf8.RuneCountInString(t) < leastEdition {
		return ""
	}
	return d.Meta.Region + "|" + t
}

// repeals are the words with which a paper ends the one that it has just named.
var repeals = regexp.MustCompile(`^[^。；]{0,40}(?:废止|停止执行|不再执行|自行失效)`)

// repealed returns the papers of its region that d says to end.
func repealed(d *Document) []*Document {
	var out []*Document
	for _, c := range d.Citations {
		if c.Held == nil || c.Held == d || c.Held.Meta.Region != d.Meta.Region {
			continue
		}
		for _, by := range c.By {
			if by.Document == d && endsAny(d, by.Mentions) {
				out = append(out, c.Held)
				break
			}
		}
	}
	return out
}

func endsAny(d *Document, mentions []source.Span) bool {
	text := d.Document.File.Text
	for _, s := range mentions {
		after, _, _ := strings.Cut(text[s.End:min(len(text), s.End+repealBytes)], "\n")
		if repeals.MatchString(source.Squeeze(strings.ToValidUTF8(after, ""))) {
			return true
		}
	}
	return false
}
