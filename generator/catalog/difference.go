package catalog

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// An Edit is a stretch of the text of two tasks: in both, only in the first, or only in the second.
type Edit struct {
	Kind EditKind
	Text string
}

// EditKind says in which of two texts a stretch stands.
type EditKind int

const (
	InBoth EditKind = iota
	OnlyFirst
	OnlySecond
)

const (
	// maxCompared is the product of two lengths up to which texts are compared character by character.
	maxCompared = 16_000_000
	// shortIsland is the length of a stretch in both texts that, between two changes, is an
	// accident: the 的 that two different phrases share.
	shortIsland = 1
)

// Edits returns how to read the text of A into that of B, character by character. The stretches
// in both and in the first, one after the other, are the text of A; those in both and in the
// second that of B.
func (p *Pair) Edits() []Edit {
	if p.edits == nil {
		p.edits = Difference(p.A.Text, p.B.Text)
	}
	return p.edits
}

// Difference compares two texts character by character. Texts that are too long for that are
// one change but for their beginnings and ends.
func Difference(a, b string) []Edit {
	a, b = strings.ToValidUTF8(a, "\uFFFD"), strings.ToValidUTF8(b, "\uFFFD")
	x, y := []rune(a), []rune(b)
	start := 0
	for start < len(x) && start < len(y) && x[start] == y[start] {
		start++
	}
	end := 0
	for end < len(x)-start && end < len(y)-start && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	var e edits
	e.add(InBoth, string(x[:start]))
	midA, midB := x[start:len(x)-end], y[start:len(y)-end]
	if len(midA)*len(midB) > maxCompared {
		e.add(OnlyFirst, string(midA))
		e.add(OnlySecond, string(midB))
	} else {
		e.compare(midA, midB)
	}
	e.add(InBoth, string(x[len(x)-end:]))
	return e.tidy()
}

type edits []Edit

func (e *edits) add(kind EditKind, text string) {
	if text != "" {
		*e = append(*e, Edit{kind, text})
	}
}

// compare adds the differences of two texts. It has no time limit: that would make the result
// depend on the machine.
func (e *edits) compare(a, b []rune) {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	for _, x := range d.DiffMainRunes(a, b, false) {
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			e.add(InBoth, x.Text)
		case diffmatchpatch.DiffDelete:
			e.add(OnlyFirst, x.Text)
		case diffmatchpatch.DiffInsert:
			e.add(OnlySecond, x.Text)
		}
	}
}

// tidy joins the changes that only a short island parts, what falls away first.
func (e edits) tidy() []Edit {
	var out []Edit
	var first, second strings.Builder
	flush := func() {
		if first.Len() > 0 {
			out = append(out, Edit{OnlyFirst, first.String()})
		}
		if second.Len() > 0 {
			out = append(out, Edit{OnlySecond, second.String()})
		}
		first.Reset()
		second.Reset()
	}
	for i, x := range e {
		switch x.Kind {
		case OnlyFirst:
			first.WriteString(x.Text)
		case OnlySecond:
			second.WriteString(x.Text)
		default:
			inside := first.Len()+second.Len() > 0 && i+1 < len(e) && e[i+1].Kind != InBoth
			if inside && len([]rune(x.Text)) <= shortIsland {
				first.WriteString(x.Text)
				second.WriteString(x.Text)
				continue
			}
			flush()
			if n := len(out); n > 0 && out[n-1].Kind == InBoth {
				out[n-1].Text += x.Text
				continue
			}
			out = append(out, x)
		}
	}
	flush()
	return out
}
