package text

import (
	"regexp"
	"sort"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// printedNumber is a line that holds a page number as official papers print it: — 1 —.
var printedNumber = regexp.MustCompile(`^[—–―－-]+([0-9０-９]{1,4})[—–―－-]+$`)

// pageNumbers finds the numbers of pages in a text that was copied from a printed paper. They are
// lines of their own that count up by one; a single one may be anything and stays.
func pageNumbers(f *source.File) {
	var run []source.Span
	last := 0
	end := func() {
		for _, s := range run {
			if len(run) > 1 {
				f.Noise = append(f.Noise, source.Noise{Span: s, Reason: paper.PageNumberReason})
			}
		}
		run = nil
	}
	for _, b := range f.Blocks {
		m := printedNumber.FindStringSubmatch(source.Squeeze(f.Slice(b.Span)))
		if m == nil || b.Kind == source.Table || inNoise(f, b.Span) {
			continue
		}
		n, ok := numeral.Parse(m[1])
		if !ok || len(run) > 0 && n != last+1 {
			end()
		}
		if ok {
			run, last = append(run, b.Span), n
		}
	}
	end()
	sort.SliceStable(f.Noise, func(i, j int) bool { return f.Noise[i].Start < f.Noise[j].Start })
}
