package catalog

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A parent is a paper that others say they carry out, whether the library holds it or not.
type parent struct {
	title string // or its number where no paper gives the title
	held  *Document
}

// A parentFinder knows the parents by the writings of their titles and by their numbers.
type parentFinder struct {
	known map[string]*parent
	held  map[string]*Document
	tails map[string][]*Document // by the title from 关于 on
	at    map[mention]*parent
	of    map[*Document][]*parent
}

// A mention is a place at which a paper names another.
type mention struct {
	by *Document
	source.Span
}

// findParents returns for each paper the parents that it says it carries out: first what its title names, then what
// its opening cites.
func findParents(ds []*Document) map[*Document][]*parent {
	p := &parentFinder{map[string]*parent{}, map[string]*Document{}, map[string][]*Document{}, map[mention]*parent{}, map[*Document][]*parent{}}
	for _, d := range ds {
		if tail := titleTail(d.plainTitle()); tail != "" && !d.Meta.TitleDerived {
			p.tails[tail] = append(p.tails[tail], d)
		}
		if key := words.FoldTitle(d.plainTitle()); !d.Meta.TitleDerived && p.held[key] == nil {
			p.held[key] = d
		}
	}
	seen := map[*Citation]bool{}
	for _, d := range ds {
		for _, c := range d.Citations {
			if !seen[c] {
				seen[c] = true
				p.citation(c)
			}
		}
	}
	for _, d := range ds {
		if title := parentInTitle(d.plainTitle()); title != "" {
			p.add(d, p.titled(title))
		}
		end := actionsFrom(d)
		for _, c := range d.Facts.Citations {
			if c.Start < end && carries(d, c.Span) {
				p.add(d, p.at[mention{d, c.Span}])
			}
		}
		for _, title := range unquoted(d, end) {
			p.add(d, p.titled(title))
		}
	}
	return p.of
}

// add notes that d carries out x; a law it obeys, unless it is on the subject of d.
func (p *parentFinder) add(d *Document, x *parent) {
	if x == nil || x.held == d || slices.Contains(p.of[d], x) {
		return
	}
	if law.MatchString(x.title) && !shareRun(officialWords.Replace(x.title), topic(d), topicRun) {
		return
	}
	p.of[d] = append(p.of[d], x)
}

// citation makes the parent that a cited paper is, whether it is cited by number, by title or by both.
func (p *parentFinder) citation(c *Citation) {
	x := &parent{title: cmp.Or(handedOut(c.Title), c.Number), held: cmp.Or(c.Held, p.near(c.Title))}
	if x.held != nil {
		x.title = x.held.plainTitle()
	}
	key := parentKey(x.title)
	if p.known[key] == nil {
		p.known[key] = x
	}
	x = p.known[key]
	if c.Title != "" {
		p.known[parentKey(c.Title)] = x
	}
	for _, by := range c.By {
		for _, s := range by.Mentions {
			p.at[mention{by.Document, s}] = x
		}
	}
}

// nearIssuer is an issuer as those below it call it: 《省政府关于…的意见》, 省政府《关于…的意见》.
var nearIssuer = regexp.MustCompile(`^(?:省|自治区|市|州|县|区)?(?:委|政府|人民政府)?(?:办公厅|办公室)?关于`)

// near returns the one paper of the library with a title that does not name whose it is.
func (p *parentFinder) near(title string) *Document {
	if list := p.tails[titleTail(title)]; len(list) == 1 && nearIssuer.MatchString(title) {
		return list[0]
	}
	return nil
}

// titleTail returns a title from 关于 on, in a form in which its writings are equal.
func titleTail(title string) string {
	_, tail, ok := strings.Cut(words.FoldTitle(title), "关于")
	if !ok {
		return ""
	}
	return strings.ReplaceAll(tail, "的", "")
}

// titled returns the parent that is called title.
func (p *parentFinder) titled(title string) *parent {
	key := parentKey(title)
	if p.known[key] == nil {
		x := &parent{title: handedOut(title), held: cmp.Or(p.held[words.FoldTitle(title)], p.near(title))}
		if x.held != nil {
			x.title = x.held.plainTitle()
		}
		p.known[key] = x
	}
	return p.known[key]
}

const (
	// carryingBytes is how far before the name of a paper the words are looked for by which another carries
	// it out: some 40 characters.
	carryingBytes = 120
	// topicRun is how many characters the subjects of two papers have in common that are on one.
	topicRun = 4
)

var (
	// carrying are the words by which a paper says that it carries out the one that it names next, or the one that
	// stands beside that in one list.
	carrying = regexp.MustCompile(`(?:贯彻|落实|根据|按照|依据|遵照|实施|执行)[^。；;]{0,12}$`)
	listed   = regexp.MustCompile(`(?:《[^《》]*》|[号）)])(?:（[^（）]*）|\([^()]*\))?(?:、|和|及|以及|与)?$`)
	// law is the end of the title of a law, which a paper obeys and does not carry out.
	law = regexp.MustCompile(`(?:[^办]法|条例|宪法)$`)
	// named is a paper that is named without 《》: 「贯彻落实国务院关于…的意见精神」.
	named = words.Pattern(`(?:贯彻落实|贯彻执行|贯彻实施|贯彻|落实|根据|按照|依据|遵照|执行)(\p{Han}{0,16}(?:国务院|中央|省委|市委|{{title-issuers}})\p{Han}{0,8}?关于[\p{Han}、“”]{4,60}?(?:{{named-kinds}}))(?:的?精神|要求|有关要求|[（(，,。；])`)
)

// carries reports whether d says that it carries out the paper that it names at s.
func carries(d *Document, s source.Span) bool {
	text := d.Document.File.Text
	for n := 0; n < 4; n++ {
		before := source.Squeeze(strings.ToValidUTF8(text[max(0, s.Start-carryingBytes):s.Start], ""))
		if carrying.MatchString(before) {
			return true
		}
		at := -1
		if listed.MatchString(before) {
			at = strings.LastIndex(text[:s.Start], "《")
		}
		if at < 0 {
			return false
		}
		s.Start = at
	}
	return false
}

// actionsFrom returns where the first measure of d begins that orders something of the matter: parents are named
// before it, in articles and general parts too.
func actionsFrom(d *Document) int {
	for _, m := range d.Measures {
		if m.General == "" && !basisFrame.MatchString(d.Document.File.Squeezed(m.Text)) && !purposeOnly.MatchString(d.Document.File.Squeezed(m.Text)) {
			return m.Start
		}
	}
	return len(d.Document.File.Text)
}

// unquoted returns the titles without 《》 of the papers that d says before end to carry out.
func unquoted(d *Document, end int) []string {
	var out []string
	for _, b := range d.Document.Blocks {
		if b.Start >= end {
			break
		}
		if !b.Kind.Frames() {
			for _, m := range named.FindAllStringSubmatch(d.Document.File.Squeezed(b.Span), -1) {
				out = append(out, m[1])
			}
		}
	}
	return out
}
