package catalog

import (
	"slices"
)

// triedEach is how many of the first papers, and of the last, that name one parent a further one is held against.
const triedEach = 2

// byParent joins the papers that carry out one parent: those that say so in their titles, and those that cite it
// and share tasks, or the subject, with it or with each other.
func (f *cascadeFinder) byParent() {
	with := map[*parent][]*Document{}
	for _, d := range f.held {
		for _, x := range f.parents[d] {
			if x.held != nil && f.texts[x.held] != nil && len(with[x]) == 0 {
				with[x] = append(with[x], x.held)
			}
		}
	}
	titled, named := map[*parent]*Document{}, map[*Document]*parent{}
	for _, d := range f.held {
		if title := parentInTitle(d.plainTitle()); title != "" && len(f.parents[d]) > 0 {
			x := f.parents[d][0]
			if titled[x] == nil {
				titled[x] = d
				if len(with[x]) > 0 {
					titled[x] = with[x][0]
				}
			}
			f.join(titled[x], d)
			with[x], named[d] = append(with[x], d), x
		}
	}
	for _, d := range f.held {
		for _, x := range f.parents[d] {
			others := with[x]
			if named[d] == x {
				continue
			}
			if x.held != nil && len(others) > 0 && others[0] == x.held && shareRun(topic(x.held), topic(d), topicRun) {
				f.join(x.held, d)
			}
			for _, other := range slices.Concat(others[:min(triedEach, len(others))], others[max(min(triedEach, len(others)), len(others)-triedEach):]) {
				f.joinIfAlike(other, d)
			}
			with[x] = append(with[x], d)
		}
	}
}

// setParent says of a group which paper its members carry out, over one another or at once: the one that the most
// do. Of equals it is one that is a member, else the first.
func (f *cascadeFinder) setParent(c *Cascade) {
	member := map[*Document]bool{}
	for _, d := range c.Members {
		member[d] = true
	}
	count := map[*parent]int{}
	var order []*parent
	for _, d := range c.Members {
		for _, x := range f.above(d, member) {
			if count[x]++; count[x] == 1 {
				order = append(order, x)
				if member[x.held] {
					count[x]++ // itself
				}
			}
		}
		for _, x := range f.parents[d] {
			c.Carries = append(c.Carries, Carry{d, x.title, x.held})
		}
	}
	var best *parent
	for _, x := range order {
		if best == nil || count[x] > count[best] || count[x] == count[best] && member[x.held] && !member[best.held] {
			best = x
		}
	}
	if best == nil || f.kinship == Editions {
		c.Carries = nil
		return
	}
	c.Kinship, c.Parent = OneParent, best.title
	if i := slices.Index(c.Members, best.held); i > 0 {
		c.Members = append([]*Document{best.held}, slices.Delete(c.Members, i, i+1)...)
	}
}

// above returns the parents of d and those that these, being members, carry out.
func (f *cascadeFinder) above(d *Document, member map[*Document]bool) []*parent {
	var out []*parent
	todo := []*Document{d}
	for len(todo) > 0 {
		d, todo = todo[0], todo[1:]
		for _, x := range f.parents[d] {
			if !slices.Contains(out, x) {
				out = append(out, x)
				if member[x.held] {
					todo = append(todo, x.held)
				}
			}
		}
	}
	return out
}
