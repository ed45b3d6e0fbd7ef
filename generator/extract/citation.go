package extract

import (
	"regexp"

	"zhengce/generator/clock"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A mention is a place of the text that may name another paper, by title or by number.
type mention struct {
	source.Span
	titled  bool   // it begins with a title in 《》
	title   string // without 《》 and white space
	number  string // in normal form; empty if it has none
	ordered bool   // the number is that of an order
	before  string // the text of its block before it
	after   string // and behind it
	block   *document.Block
	x       *extractor
}

// citations finds the documents that this one names in 《》 or by number, each once with all
// its mentions.
func (x *extractor) citations() {
	x.own = x.ownTitles()
	known := map[string]*policy.Citation{}
	for _, m := range x.places {
		if rule, ok := citationRules.First(m); ok && rule.Verdict == policy.Take {
			x.cite(known, &policy.Citation{Span: m.Span, Title: m.title, Number: m.number, Rule: rule.Name})
		}
	}
}

// mentionsOfAll returns the mentions of all blocks. A number in brackets that begins a block belongs to the title that
// ends the one before: an item of a list that is nothing but a title has its number on a line of its own here.
func (x *extractor) mentionsOfAll() []*mention {
	var out []*mention
	for _, b := range x.doc.Blocks {
		for _, m := range x.mentions(b) {
			if n := len(out); n > 0 && x.numbersTitle(out[n-1], m) {
				last := out[n-1]
				last.number, last.ordered, last.End = m.number, m.ordered, m.End
				continue
			}
			out = append(out, m)
		}
	}
	return out
}

// numbersTitle reports whether b is the number, in brackets, of the title a that ends the block before.
func (x *extractor) numbersTitle(a, b *mention) bool {
	return a.titled && a.number == "" && !b.titled && b.number != "" && a.block != b.block && a.End == a.block.End &&
		words.In(source.Squeeze(x.file.Text[a.End:b.Start]), openings) && len(source.Squeeze(x.file.Text[a.End:b.Start])) <= len("（")
}

var openings = []string{"（", "("}

// named returns the places that name papers, the paper itself too, as package clock wants them.
func (x *extractor) named() []clock.Named {
	var out []clock.Named
	for _, m := range x.places {
		if m.title != "" || m.number != "" {
			out = append(out, clock.Named{Span: m.Span, Number: m.number, Title: m.title})
		}
	}
	return out
}

// Named returns every place of d that names a paper, by title or by number, the paper itself too.
func Named(d *document.Document) []clock.Named {
	x := &extractor{doc: d, file: d.File, facts: &policy.Facts{Document: d}}
	x.places = x.mentionsOfAll()
	return x.named()
}

// cite adds c, or its mention to the citation of the same number or title.
func (x *extractor) cite(known map[string]*policy.Citation, c *policy.Citation) {
	keys := []string{c.Number, words.FoldTitle(c.Title)}
	for _, key := range keys {
		if first := known[key]; key != "" && first != nil {
			first.Mentions = append(first.Mentions, c.Span)
			if first.Number == "" {
				first.Number = c.Number
				known[c.Number] = first
			}
			return
		}
	}
	c.Mentions = []source.Span{c.Span}
	x.facts.Citations = append(x.facts.Citations, c)
	for _, key := range keys {
		known[key] = c
	}
}

var (
	citedTitle = regexp.MustCompile(`《((?:[^《》]|《[^《》]*》)+)》`)
	citedOrder = regexp.MustCompile(words.CitedOrder(`\p{Han}{0,24}` + words.Pattern(`{{order-houses}}`).String() + `令`))
	// numberBehind is a number behind a title, alone in brackets or first in them: （国办发〔2017〕7号）.
	numberBehind = regexp.MustCompile(`^([ \t\x{3000}]*[（(]` + words.DocNumber(`\p{Han}{1,12}`) + `)(?:([）)])|[，、,])`)
	// orderBehind is the number of an order there: （国务院令第698号）, （财政部令第87号）.
	orderBehind = regexp.MustCompile(`^[ \t\x{3000}]*[（(]` + words.CitedOrder(`(?:\p{Han}|[、 ]){2,40}令`) + `[）)]`)
	// numberLead are the words before a number in running text that its Han run swallows.
	numberLead = words.Pattern(`^.*{{number-leads}}`)
	// orderLead are those before an order, whose issuer may hold a 和 or 对 of its own: 住房和城乡建设部令.
	orderLead = words.Pattern(`^(?:.*{{order-leads}})?{{order-links}}?`)
)

// mentions returns the mentions in b in the order of the text, a number right behind a title together
// with it: 《…意见》（国办发〔2017〕7号）.
func (x *extractor) mentions(b *document.Block) []*mention {
	text := x.file.Slice(b.Span)
	var out []*mention
	at := 0
	for _, t := range citedTitle.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, x.numbers(b, text[:t[0]], at)...)
		number, ordered, n := numberAfter(text[t[1]:])
		at = t[1] + n
		out = append(out, &mention{
			Span:   source.Span{Start: b.Start + t[0], End: b.Start + at},
			titled: true, title: source.Squeeze(text[t[2]:t[3]]), number: number, ordered: ordered,
			before: text[:t[0]], after: text[at:], block: b, x: x,
		})
	}
	return append(out, x.numbers(b, text, at)...)
}

// numberAfter reads a number in brackets at the start of text, which belongs to the title before it, and
// returns it with its length.
func numberAfter(text string) (number string, ordered bool, length int) {
	if m := orderBehind.FindStringSubmatch(text); m != nil {
		return words.OrderOf(m[1], m[2]), true, len(m[0])
	}
	if m := numberBehind.FindStringSubmatch(text); m != nil {
		return words.NumberOf(m[2], m[3], m[4]), false, len(m[1]) + len(m[5])
	}
	return "", false, 0
}

// numbers returns the numbers without a title in the text of b from the byte offset at on.
func (x *extractor) numbers(b *document.Block, text string, at int) []*mention {
	var out []*mention
	add := func(start, end int, number string, ordered bool) {
		s := source.Span{Start: b.Start + at + start, End: b.Start + at + end}
		out = append(out, &mention{Span: s, number: number, ordered: ordered, block: b, x: x})
	}
	text = text[at:]
	for _, n := range words.CitedNumber.FindAllStringSubmatchIndex(text, -1) {
		code := text[n[2]:n[3]]
		lead := len(numberLead.FindString(code))
		number := ""
		if lead < len(code) {
			number = words.NumberOf(code[lead:], text[n[4]:n[5]], text[n[6]:n[7]])
		}
		add(n[2]+lead, n[1], number, false)
	}
	for _, n := range citedOrder.FindAllStringSubmatchIndex(text, -1) {
		lead := len(orderLead.FindString(text[n[2]:n[3]]))
		add(n[2]+lead, n[1], words.OrderOf(text[n[2]+lead:n[3]], text[n[4]:n[5]]), true)
	}
	return out
}
