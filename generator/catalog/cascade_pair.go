package catalog

// A Comparison is two papers of a cascade, task by task.
type Comparison struct {
	A, B *Document
	Rows []ComparisonRow // in the order of A's text; what only B has stands after what it follows in B
}

// A ComparisonRow is a task in both papers, or in one: then the other's is nil, and so is Pair. A task that
// covers two of the other paper stands in two rows.
type ComparisonRow struct {
	A, B *Task
	Pair *Pair
}

// A ComparisonCount counts the rows of a comparison by how they agree.
type ComparisonCount struct {
	Identical, Reworded, Partial int
	OnlyA, OnlyB                 int
	LeadDiffers, LeadUnstated    int // of the pairs
}

// Count counts the rows of c.
func (c *Comparison) Count() ComparisonCount {
	var n ComparisonCount
	for _, r := range c.Rows {
		switch {
		case r.B == nil:
			n.OnlyA++
		case r.A == nil:
			n.OnlyB++
		case r.Pair.Relation == Identical:
			n.Identical++
		case r.Pair.Relation == Reworded:
			n.Reworded++
		default:
			n.Partial++
		}
		switch {
		case r.Pair == nil:
		case r.Pair.Lead == LeadsDiffer:
			n.LeadDiffers++
		case r.Pair.Lead == LeadsUnstated:
			n.LeadUnstated++
		}
	}
	return n
}

// Comparisons returns each two members of c that were compared, in the order of the members.
func (c *Cascade) Comparisons() []*Comparison {
	type two struct{ a, b *Document }
	pairs := map[two]map[*Task][]*Pair{} // by the task of the first paper
	for _, p := range c.Pairs {
		k := two{p.A.Document, p.B.Document}
		if pairs[k] == nil {
			pairs[k] = map[*Task][]*Pair{}
		}
		pairs[k][p.A] = append(pairs[k][p.A], p)
	}
	only := map[Only]bool{}
	for _, o := range c.Only {
		only[o] = true
	}
	tasks := map[*Document][]*Task{}
	for _, d := range c.Members {
		tasks[d] = d.Compared()
	}
	var out []*Comparison
	for i, a := range c.Members {
		if i > 0 && len(c.Members) > allWithAll {
			break
		}
		for _, b := range c.Members[i+1:] {
			x := &Comparison{A: a, B: b}
			x.fill(tasks[a], tasks[b], pairs[two{a, b}], only)
			out = append(out, x)
		}
	}
	return out
}

// fill makes the rows of x.
func (x *Comparison) fill(as, bs []*Task, pairs map[*Task][]*Pair, only map[Only]bool) {
	after := map[*Task][]ComparisonRow{} // what only B has, by the task that it follows
	placed := map[*Task]bool{}
	for _, list := range pairs {
		for _, p := range list {
			placed[p.B] = true
		}
	}
	var before *Task
	for _, t := range bs {
		switch {
		case placed[t]:
			before = t
		case only[Only{t, x.A}]:
			after[before] = append(after[before], ComparisonRow{B: t})
		}
	}
	take := func(t *Task) {
		x.Rows = append(x.Rows, after[t]...)
		delete(after, t)
	}
	take(nil)
	for _, t := range as {
		for _, p := range pairs[t] {
			x.Rows = append(x.Rows, ComparisonRow{t, p.B, p})
			take(p.B)
		}
		if only[Only{t, x.B}] {
			x.Rows = append(x.Rows, ComparisonRow{A: t})
		}
	}
}
