package catalog

import "sort"

const (
	// allWithAll is the number of papers in a cascade up to which each is compared with each;
	// in a larger one all are compared with the first. There are 31 provinces and the centre.
	allWithAll = 32
	// leastPaired is the share of the shorter paper's tasks that must have a partner for two
	// papers to belong together by what they say.
	leastPaired = 0.1
)

// cascades finds the papers that belong together and aligns their tasks: those that carry out one parent, by their
// titles or by what they cite, those of several regions that share text, and the editions of one paper. Their tasks
// bear it out.
func cascades(ds []*Document) []*Cascade {
	f := newCascadeFinder(ds)
	f.byParent()
	f.bySharedText()
	e := f.editions()
	taken := map[string]bool{}
	return append(f.build(taken), e.build(taken)...)
}

// A cascadeFinder groups papers; papers of one group have one root.
type cascadeFinder struct {
	held    []*Document // papers with tasks, in the order of the catalog
	texts   map[*Document][]*taskText
	root    map[*Document]*Document
	parents map[*Document][]*parent // that a paper says it carries out, best first
	kinship Kinship                 // of the groups whose members name no parent

	followed map[*Document]*Document // of two editions in one group, the later: the other
}

func newCascadeFinder(ds []*Document) *cascadeFinder {
	f := &cascadeFinder{texts: map[*Document][]*taskText{}, root: map[*Document]*Document{}, followed: map[*Document]*Document{}, kinship: OneText}
	for _, d := range ds {
		if t := readTasks(d); len(t) > 0 {
			f.texts[d] = t
			f.held = append(f.held, d)
		}
	}
	f.parents = findParents(ds)
	return f
}

func (f *cascadeFinder) find(d *Document) *Document {
	for f.root[d] != nil {
		d = f.root[d]
	}
	return d
}

func (f *cascadeFinder) join(a, b *Document) {
	if a, b = f.find(a), f.find(b); a != b {
		f.root[b] = a
	}
}

const (
	textRun     = 12  // characters of a run that papers of one parent share
	lookBack    = 8   // papers with a run that a later one with it is held against
	sharedRuns  = 0.2 // of the runs of the shorter paper
	sampledRuns = 4   // one run in so many is looked at, chosen by what it says
)

// bySharedText joins the papers of several regions whose tasks have much text in common: in one
// region that may be two versions of a paper. It holds each run of characters against the last
// few papers that have it, so its work grows with the text only.
func (f *cascadeFinder) bySharedText() {
	index := map[uint64][]int{}
	size := make([]int, len(f.held))
	for n, d := range f.held {
		common := map[int]int{}
		for _, h := range sampleRuns(f.texts[d]) {
			size[n]++
			at := index[h]
			for _, k := range at {
				common[k]++
			}
			index[h] = append(at[max(0, len(at)-lookBack+1):len(at):len(at)], n)
		}
		var near []int
		for k, c := range common {
			if float64(c) >= sharedRuns*float64(min(size[n], size[k])) && c >= 3 {
				near = append(near, k)
			}
		}
		sort.Ints(near)
		for _, k := range near {
			if f.held[k].Meta.Region != d.Meta.Region {
				f.joinIfAlike(f.held[k], d)
			}
		}
	}
}

// sampleRuns returns the hashes of a sample of the runs of the tasks' text. The same text gives
// the same sample wherever it stands.
func sampleRuns(tasks []*taskText) []uint64 {
	seen := map[uint64]bool{}
	var out []uint64
	for _, t := range tasks {
		if !t.telling() {
			continue
		}
		for i := 0; i+textRun <= t.size; i++ {
			h := uint64(14695981039346656037) // FNV-1a
			for _, c := range t.plain[i : i+textRun] {
				h = (h ^ uint64(c)) * 1099511628211
			}
			if h ^= h >> 29; h%sampledRuns == 0 && !seen[h] {
				seen[h] = true
				out = append(out, h)
			}
		}
	}
	return out
}

// joinIfAlike joins two papers if enough of their tasks have a partner in the other.
func (f *cascadeFinder) joinIfAlike(a, b *Document) {
	if f.find(a) != f.find(b) && f.alike(a, b, leastPaired) {
		f.join(a, b)
	}
}

// alike reports whether at least the given share of the telling tasks of the shorter paper has a partner in the other.
func (f *cascadeFinder) alike(a, b *Document, share float64) bool {
	x, y := telling(f.texts[a]), telling(f.texts[b])
	n := len(align(x, y))
	return n > 0 && float64(n) >= share*float64(min(len(x), len(y)))
}

func telling(tasks []*taskText) []*taskText {
	var out []*taskText
	for _, t := range tasks {
		if t.telling() {
			out = append(out, t)
		}
	}
	return out
}

// build makes the cascades of the groups with two papers and more.
func (f *cascadeFinder) build(taken map[string]bool) []*Cascade {
	at := map[*Document]*Cascade{}
	var all []*Cascade
	for _, d := range f.held {
		r := f.find(d)
		if at[r] == nil {
			at[r] = &Cascade{Kinship: f.kinship}
			all = append(all, at[r])
		}
		at[r].Members = append(at[r].Members, d)
	}
	var out []*Cascade
	for _, c := range all {
		if len(c.Members) < 2 {
			continue
		}
		f.setParent(c)
		for _, d := range c.Members {
			if old := f.followed[d]; old != nil {
				c.Editions = append(c.Editions, [2]*Document{old, d})
			}
		}
		c.ID = freeID(cascadeID(c), taken)
		f.pairs(c)
		c.Rows = cascadeRows(c, f.texts)
		c.quantities()
		out = append(out, c)
	}
	return out
}

// cascadeCharacters is how many characters of the parent's subject go into the address of a cascade.
const cascadeCharacters = 24

// cascadeID makes an address part of the parent's subject.
func cascadeID(c *Cascade) string {
	name := c.Parent
	if name == "" {
		name = c.Members[0].ID
	}
	r := []rune(name)
	return "cascade-" + slug(string(r[:min(len(r), cascadeCharacters)]))
}

// pairs aligns the members of c with each other.
func (f *cascadeFinder) pairs(c *Cascade) {
	for i, a := range c.Members {
		if i > 0 && len(c.Members) > allWithAll {
			break
		}
		for _, b := range c.Members[i+1:] {
			paired := map[*Task]bool{}
			for _, p := range align(f.texts[a], f.texts[b]) {
				c.Pairs = append(c.Pairs, p)
				for _, t := range []*Task{p.A, p.B} {
					paired[t] = true
					if t.Measure != nil {
						t.Measure.Counterparts = append(t.Measure.Counterparts, p)
					}
				}
			}
			c.Only = append(append(c.Only, unpaired(f.texts[a], paired, b)...), unpaired(f.texts[b], paired, a)...)
		}
	}
}

// unpaired returns the tasks that have no partner in the paper with.
func unpaired(tasks []*taskText, paired map[*Task]bool, with *Document) []Only {
	var out []Only
	for _, t := range tasks {
		if !paired[t.Task] && !t.aside() {
			out = append(out, Only{t.Task, with})
		}
	}
	return out
}
