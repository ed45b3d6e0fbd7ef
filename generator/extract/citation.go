package extract

import (
	"zhengce/generator/clock"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// givenOutBefore is the title of a notice with that of the paper which it gives out.
var givenOutBefore = words.Pattern(`{{gives-out}}[《〈]?([^《》〈〉]{4,}?)[》〉]?的{{gives-out-in}}$`)

// A mention is a place of the text that may name another paper, by title or by number.
type mention struct {
	source.Span
	cited
	titled bool   // it holds a title in 《》
	inside bool   // it stands in the bracket that belongs to the title before it
	title  string // without 《》 and white space
	before string // the text of its block before it
	after  string // and behind it
	block  *document.Block
	x      *extractor
}

// A cited is the number by which a paper is named.
type cited struct {
	number  string // in normal form; empty if there is none
	ordered bool   // it is that of an order
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

// mentionsOfAll returns the mentions of all blocks. A title or number that a scrape broke over lines is read whole. A number in
// brackets that begins a block belongs to the title that ends the one before: an item of a list that is nothing but a title has its
// number on a line of its own here.
func (x *extractor) mentionsOfAll() []*mention {
	var out []*mention
	blocks := x.doc.Blocks
	for i := 0; i < len(blocks); i++ {
		b, last := blocks[i], i
		for last+1 < len(blocks) && last < i+brokenLines && x.broken(b, blocks[last], blocks[last+1]) {
			last++
		}
		for _, m := range x.mentions(b, x.file.Text[b.Start:blocks[last].End]) {
			if n := len(out); n > 0 && x.numbersTitle(out[n-1], m) {
				out[n-1].cited, out[n-1].End = m.cited, m.End
				continue
			}
			out = append(out, m)
		}
		i = last
	}
	return out
}

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
	if m := givenOutBefore.FindStringSubmatch(c.Title); m != nil {
		keys = append(keys, words.FoldTitle(m[1])) // 《…印发甲规划的通知》 and then 《甲规划》 are one paper
	}
	for _, key := range keys {
		known[key] = c
	}
}
