package catalog

// cascadeRows sets the tasks of all members side by side. The rows keep the order of the first
// member's text; a task that it lacks stands after the task before it in its own text. A task that
// covers two of another paper stands in two rows. Of a cascade in which not each is compared with
// each, only the tasks of the first member have rows.
func cascadeRows(c *Cascade, texts map[*Document][]*taskText) []CascadeRow {
	r := &rowMaker{members: map[*Document]int{}, partners: map[*Task][]*Pair{}, placed: map[*Task]bool{}}
	for i, d := range c.Members {
		r.members[d] = i
	}
	for _, p := range c.Pairs {
		r.partners[p.A] = append(r.partners[p.A], p)
		r.partners[p.B] = append(r.partners[p.B], p)
	}
	var rows []CascadeRow
	for i, d := range c.Members {
		if i > 0 && len(c.Members) > allWithAll {
			break
		}
		after := map[*Task][]CascadeRow{}
		var before *Task
		for _, t := range texts[d] {
			if r.placed[t.Task] {
				before = t.Task
				continue
			}
			if t.aside() && len(r.partners[t.Task]) == 0 {
				continue
			}
			made := r.rowsOf(t.Task)
			if before == nil {
				after[nil] = append(after[nil], made...)
			} else {
				after[before] = append(after[before], made...)
			}
		}
		rows = insertRows(rows, after)
	}
	return rows
}

// insertRows returns rows with those of after each behind the last row that holds its task; those
// of nil come first.
func insertRows(rows []CascadeRow, after map[*Task][]CascadeRow) []CascadeRow {
	last := map[*Task]int{}
	for i, row := range rows {
		for _, t := range row.Tasks {
			if t != nil {
				last[t] = i
			}
		}
	}
	out := append([]CascadeRow(nil), after[nil]...)
	for i, row := range rows {
		out = append(out, row)
		for _, t := range row.Tasks {
			if t != nil && last[t] == i {
				out = append(out, after[t]...)
			}
		}
	}
	return out
}

type rowMaker struct {
	members  map[*Document]int
	partners map[*Task][]*Pair
	placed   map[*Task]bool
}

// rowsOf returns the rows of a task: as many as it has partners in the paper that splits it most.
// In a paper with fewer the last partner is repeated, so that no cell is empty that has a text.
func (r *rowMaker) rowsOf(t *Task) []CascadeRow {
	own := r.members[t.Document]
	in := make([][]*Task, len(r.members))
	n := 1
	for _, p := range r.partners[t] {
		other := p.A
		if other == t {
			other = p.B
		}
		k := r.members[other.Document]
		if k < own {
			continue // its rows hold t already
		}
		in[k] = append(in[k], other)
		n = max(n, len(in[k]))
	}
	rows := make([]CascadeRow, n)
	r.placed[t] = true
	for i := range rows {
		row := &rows[i]
		row.Tasks = make([]*Task, len(r.members))
		row.Tasks[own] = t
		for k, list := range in {
			if len(list) > 0 {
				row.Tasks[k] = list[min(i, len(list)-1)]
				r.placed[row.Tasks[k]] = true
			}
		}
		row.Pair = r.pairOf(row.Tasks)
	}
	return rows
}

// pairOf returns the pair of the first two tasks of a row.
func (r *rowMaker) pairOf(tasks []*Task) *Pair {
	var first *Task
	for _, t := range tasks {
		switch {
		case t == nil:
		case first == nil:
			first = t
		default:
			for _, p := range r.partners[first] {
				if p.A == t || p.B == t {
					return p
				}
			}
			return nil
		}
	}
	return nil
}
