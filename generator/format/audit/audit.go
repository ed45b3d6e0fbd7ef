// Package audit reads the files of seeds a second time, in the simplest way that finds every
// character, and holds the accounts of the readers against that. It shares no code with the readers.
package audit

import (
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"zhengce/generator/source"
)

// A Part is a part of a file with everything in it that bears text, in the order of the part.
type Part struct {
	Name  string // as in source.Entry
	Nodes []Node
}

// A Node is a stretch of text of a part.
type Node struct {
	At   int
	Text string
}

// Losses returns what stands in the parts and in no entry of the account, white space aside, in the
// order of the parts. Text that an account has in another place of the same part is no loss.
func Losses(parts []Part, account source.Account) []source.Loss {
	entries := map[string]source.Account{}
	for _, e := range account {
		entries[e.Part] = append(entries[e.Part], e)
	}
	var out []source.Loss
	for _, p := range parts {
		out = append(out, p.losses(entries[p.Name])...)
	}
	return out
}

func (p Part) losses(account source.Account) []source.Loss {
	slices.SortStableFunc(account, func(a, b source.Entry) int { return a.At - b.At })
	var want, have strings.Builder
	for _, n := range p.Nodes {
		want.WriteString(source.Squeeze(n.Text))
	}
	for _, e := range account {
		have.WriteString(source.Squeeze(e.Text))
	}
	if want.String() == have.String() || reordered(want.String(), have.String()) {
		return nil
	}
	return p.missing(want.String(), have.String())
}

// reordered reports whether a and b have the same characters: web pages show text that stands between
// the cells of a table before the table.
func reordered(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	counts := map[rune]int{}
	for _, r := range a {
		counts[r]++
	}
	for _, r := range b {
		counts[r]--
	}
	for _, n := range counts {
		if n != 0 {
			return false
		}
	}
	return true
}

// missing returns the stretches of want that have lacks.
func (p Part) missing(want, have string) []source.Loss {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result may not hang on the machine
	diffs := d.DiffMain(want, have, false)
	moved := map[string]int{} // text that stands elsewhere in the account
	for _, x := range diffs {
		if x.Type == diffmatchpatch.DiffInsert {
			moved[x.Text]++
		}
	}
	var out []source.Loss
	at := 0 // in want
	for _, x := range diffs {
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			at += len(x.Text)
		case diffmatchpatch.DiffDelete:
			if moved[x.Text] > 0 {
				moved[x.Text]--
			} else {
				out = append(out, source.Loss{Part: p.Name, At: p.nodeAt(at), Text: x.Text})
			}
			at += len(x.Text)
		}
	}
	return out
}

// nodeAt returns the place of the node that holds the byte at of the part's squeezed text.
func (p Part) nodeAt(at int) int {
	for _, n := range p.Nodes {
		size := len(source.Squeeze(n.Text))
		if at < size {
			return n.At
		}
		at -= size
	}
	return 0
}
