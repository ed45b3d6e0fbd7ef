package duty

import "strings"

// An openLabelled tells whether a paragraph stands inside a list behind a label, asked from its beginning on: a paragraph
// may hold thousands of brackets.
type openLabelled struct {
	f    *finder
	text string
	at   int // the place of text in the file

	from, stop, upto int  // where was looked: from the full stop before which lists have ended up to the last place
	held             bool // a label with a colon was found there
}

// holds reports whether what begins at end stands inside a list behind a label that begins at from or behind it. No such
// list goes on over a full stop.
func (o *openLabelled) holds(from, end int) bool {
	stop := from + max(0, strings.LastIndex(o.text[from:end], "。"))
	if from != o.from || stop != o.stop || end < o.upto {
		o.from, o.stop, o.upto, o.held = from, stop, stop, false
	}
	if o.held {
		return true
	}
	// A label that was not found before, or its first name, goes on over upto; neither has a comma in it.
	again := o.stop + max(0, strings.LastIndexAny(o.text[o.stop:o.upto], "，；,;"))
	o.upto = end
	labels := o.f.labelsBehind(o.text[from:end], again-from, o.at+from)
	for _, l := range labels {
		o.held = o.held || strings.ContainsAny(o.text[from+l.start:from+l.end], "：:】］〕]")
	}
	if len(labels) > 0 && !o.held { // 「牵头单位市财政局」 is one by the name behind it
		o.upto = o.stop
	}
	return len(labels) > 0
}
