package catalog

import (
	"sort"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A Goal is a row of a table of indicators of a plan: what is counted, from where it starts and what is to be reached
// by when.
type Goal struct {
	Document *Document
	No       int // its place among those of the paper, from 1
	Name     string
	Unit     string
	Nature   string       // 约束性, 预期性; empty if the table does not say
	Base     *policy.Base // nil if the table has none
	Targets  []*Indicator // by column
	Shared   *SharedGoal  // nil if no other paper has it
}

// Years returns the years for which goals have targets, from the first; 0 comes last and stands for none.
func Years(goals []*Goal) []int {
	seen := map[int]bool{}
	var out []int
	for _, g := range goals {
		for _, i := range g.Targets {
			if !seen[i.Year] {
				seen[i.Year] = true
				out = append(out, i.Year)
			}
		}
	}
	sort.Slice(out, func(a, b int) bool { return out[a] != 0 && (out[b] == 0 || out[a] < out[b]) })
	return out
}

// A SharedGoal is an indicator that the tables of several papers have: name, unit and scope are the same. The papers may
// be of different regions.
type SharedGoal struct {
	ID    string
	Name  string
	Unit  string
	Goals []*Goal // in the order of documents
}

// goals gathers the rows of the tables of indicators of d: targets beside each other that count the same.
func (d *Document) goals() []*Goal {
	var out []*Goal
	last := policy.TargetCell{}
	anchors := map[source.Span]string{}
	for _, i := range d.Indicators {
		if i.Cell == nil {
			continue
		}
		if i.Anchor = anchors[i.Cell.Span]; i.Anchor == "" {
			i.Anchor = "cell-" + strings.TrimPrefix(i.ID, d.ID+"-")
			anchors[i.Cell.Span] = i.Anchor
		}
		n := len(out) - 1
		if n < 0 || i.Cell.Name != last.Name || i.Subject != out[n].Name {
			out = append(out, &Goal{Document: d, No: n + 2, Name: i.Subject, Unit: i.Unit, Nature: i.Cell.Nature, Base: i.Base})
			n++
		}
		out[n].Targets, last = append(out[n].Targets, i), *i.Cell
	}
	return out
}

// A goalKey is what rows of one indicator have in common.
type goalKey struct{ scope, core, dimension string }

// key returns what the row counts, by the rules of series but for the region.
func (g *Goal) key() goalKey {
	var k goalKey
	subject := strings.Trim(words.FoldTitle(g.Name), "的,、")
	k.dimension = dimension(g.Unit)
	k.scope, _, subject = cutScope(subject)
	k.core, _ = cutDescribing(subject)
	if k.core == "" {
		k.core = source.Squeeze(subject)
	}
	return k
}

// sharedGoals finds the indicators that the tables of several papers have.
func sharedGoals(docs []*Document) []*SharedGoal {
	var order []goalKey
	by := map[goalKey][]*Goal{}
	for _, d := range docs {
		if d.SameAs != nil {
			continue
		}
		for _, g := range d.Goals {
			k := g.key()
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], g)
		}
	}
	var out []*SharedGoal
	taken := map[string]bool{}
	for _, k := range order {
		list := by[k]
		if list[0].Document == list[len(list)-1].Document {
			continue
		}
		s := &SharedGoal{ID: freeID(slug(list[0].Name), taken), Name: list[0].Name, Unit: list[0].Unit, Goals: list}
		for _, g := range list {
			g.Shared = s
		}
		out = append(out, s)
	}
	return out
}
