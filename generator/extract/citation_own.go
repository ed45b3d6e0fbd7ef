package extract

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/words"
)

// ownTitles are the titles, folded, by which a text names its own papers and not others.
type ownTitles struct {
	borne     map[string]bool // of the paper, of those that it carries and of that of which it is an annex
	inTitle   map[string]bool // those that the title issues: 关于印发《…》的通知
	nicknames map[string]bool // the short names that the text gives to papers: 以下简称《意见》
	inText    map[string]bool // those that the text of the notice issues: 现将《…》印发给你们
}

func (x *extractor) ownTitles() ownTitles {
	own := ownTitles{borne: map[string]bool{}, inTitle: map[string]bool{}, nicknames: map[string]bool{}, inText: map[string]bool{}}
	for _, m := range x.places {
		if m.nicknamed() {
			own.nicknames[words.FoldTitle(m.title)] = true
		}
	}
	title := x.facts.Meta.Title
	own.borne[words.FoldTitle(title)] = true
	bodies := x.doc.Bodies
	if x.doc.Annex != nil {
		bodies = slices.Concat(bodies, x.doc.Annex.Of.Bodies)
		own.borne[words.FoldTitle(x.file.Slice(x.doc.Annex.Of.Title))] = true
	}
	for _, b := range bodies {
		own.borne[words.FoldTitle(x.file.Slice(b.Title))] = true
	}
	for _, m := range citedTitle.FindAllStringSubmatchIndex(title, -1) {
		if !dealsWith(title[:m[0]]) {
			own.inTitle[words.FoldTitle(title[m[2]:m[3]])] = true
		}
	}
	for _, b := range x.doc.Blocks {
		if b.Section != nil || b.Kind == document.Date {
			break
		}
		if b.Kind == document.Paragraph {
			x.issuedIn(x.file.Slice(b.Span), own.inText)
		}
	}
	return own
}

var (
	dealing   = words.Of("dealing-words")
	givingOut = words.Of("giving-out")
	carryOut  = []string{"实施", "执行"}
)

// dealsWith reports whether the words of a title before a 《 say that the paper in it is another:
// 关于《…》的批复, 贯彻《…》实施方案; but 发布实施《…》 issues it.
func dealsWith(before string) bool {
	return words.Suffix(before, dealing) != "" || words.Suffix(before, carryOut) != "" && !words.In(before, givingOut)
}

var (
	// issuing is a sentence with which a notice issues its own paper: 「《…》已经…同意，现印发给你们」.
	issuing = words.Pattern(`现{{hereby-words}}?(?:《|{{hereby-verbs}})|现将|予以{{hereby-issued}}|同意印发`)
	// clauseStarts ends the text before a title that is what a clause is about: 「经批准，《…》已经通过，现予印发」.
	clauseStarts = words.Pattern(`(?:^|[，,：:；;])[\s\x{3000}]*(?:\p{Han}{0,12}{{drawn-up}}[了的]?)?$`)
	// drawnUp ends a sentence that tells of a paper just written.
	drawnUp = words.Pattern(`{{drawn-up}}了?《[^《》]+》[^《》]*(?:《[^《》]+》[^《》]{0,2})?。$`)
	// byPaper stands before a title that the sentence only goes by: 「根据《…》」.
	byPaper = words.Pattern(`{{by-paper}}[^，。；《》]{0,16}$`)
)

// issuedIn adds the titles that the text of a notice says it issues, also where they differ from the
// titles that the papers bear: 《…若干政策》 for 「关于…的若干政策」. A title with a number of its own
// is another's.
func (x *extractor) issuedIn(text string, titles map[string]bool) {
	before := ""
	for _, sentence := range strings.SplitAfter(text, "。") {
		if !strings.Contains(sentence, "《") && strings.HasPrefix(sentence, "现") { // 「我部制定了《…》。现印发给你们。」
			sentence = drawnUp.FindString(before) + sentence
		}
		before = sentence
		if !issuing.MatchString(sentence) {
			continue
		}
		for _, m := range citedTitle.FindAllStringSubmatchIndex(sentence, -1) {
			if now := issuing.FindStringIndex(sentence); m[0] < now[0] && !clauseStarts.MatchString(listHead(sentence[:m[0]])) {
				continue // 「推动《…》落地，现将任务明确如下」
			}
			if len(numbersBehind(sentence[m[1]:])) == 0 && !byPaper.MatchString(listHead(sentence[:m[0]])) {
				titles[words.FoldTitle(sentence[m[2]:m[3]])] = true
			}
		}
	}
}
