package catalog

import (
	"cmp"
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// State is what a paper is on a day.
type State string

const (
	InForce  State = "in-force" // 现行有效
	NotYet   State = "not-yet"  // 尚未施行
	Expired  State = "expired"  // 有效期已满
	Repealed State = "repealed" // 已被废止
	Unknown  State = "unknown"  // 未载明
)

// stateNames are the states as readers call them.
var stateNames = map[State]string{InForce: "现行有效", NotYet: "尚未施行", Expired: "已失效", Repealed: "已被废止", Unknown: "未载明"}

// Name returns what readers call the state.
func (s State) Name() string { return stateNames[s] }

// Fate says what becomes of a paper that another one names in its closing clauses.
type Fate string

const (
	Ends   Fate = "repeals"
	Alters Fate = "amends"
	Above  Fate = "replaced_partly" // it prevails over it where they differ
)

// An Ended is a paper that a paper of the library ends, changes or prevails over.
type Ended struct {
	*policy.Ended
	Fate Fate
	By   *Document
	Held *Document // the paper, if the library holds it; nil otherwise
}

// From returns the first day on which the paper counts as ended, YYYY-MM-DD: the first day of the one that ends it or,
// where that is not known, that of its signature; "" where neither is.
func (e *Ended) From() string { return cmp.Or(e.By.Validity.Effective, e.By.Meta.Date) }

// RepealedBy returns the link by which a paper of the library repeals d, the earliest first; nil where none does.
func (d *Document) RepealedBy() *Ended {
	var first *Ended
	for _, e := range d.EndedBy {
		if e.Fate == Ends && e.From() != "" && (first == nil || e.From() < first.From()) {
			first = e
		}
	}
	return first
}

// StateOn returns what d is on a day, YYYY-MM-DD: repealed by a paper of the library that had taken effect by then,
// expired, not yet in force, in force, or unknown. No clause is not the same as in force.
func (d *Document) StateOn(day string) State {
	v := &d.Validity
	switch by := d.RepealedBy(); {
	case by != nil && by.From() <= day:
		return Repealed
	case v.Expires != "" && v.Expires < day:
		return Expired
	case v.Effective > day:
		return NotYet
	case v.Effective != "":
		return InForce
	}
	return Unknown
}

// Days says from when until when d holds, in days alone: 自2021年5月1日起施行，至2026年4月30日；2023年9月1日起废止. It is
// empty where no day is known. Scripts of the site read it back.
func (d *Document) Days() string {
	var own []string
	if v := &d.Validity; v.Effective != "" {
		own = append(own, "自"+chinese(v.Effective)+"起施行")
	}
	if end := d.Validity.Expires; end != "" {
		own = append(own, "至"+chinese(end))
	}
	all := []string{strings.Join(own, "，")}
	if by := d.RepealedBy(); by != nil {
		all = append(all, chinese(by.From())+"起废止")
	}
	return strings.Trim(strings.Join(all, "；"), "；")
}

// validities ties the papers that others end or change to those of the library, and to the papers that are cited.
func (b *builder) validities() {
	byNumber, byTitle := map[string][]*Document{}, map[string][]*Document{}
	for _, d := range b.c.Documents {
		if n := words.NumberKey(d.Meta.Number); n != "" {
			byNumber[n] = append(byNumber[n], d)
		}
		for _, t := range d.titles() {
			byTitle[t] = append(byTitle[t], d)
		}
	}
	ended := map[string][]*Ended{} // by number and by title
	for _, d := range b.c.Documents {
		for _, e := range d.ends() {
			for _, old := range slices.Concat(byNumber[e.Number], byTitle[words.FoldTitle(e.Title)]) {
				if e.Held == nil && e.means(old) {
					e.Held = old
					old.EndedBy = append(old.EndedBy, e)
				}
			}
			d.Ends = append(d.Ends, e)
			for _, k := range []string{e.Number, words.FoldTitle(e.Title)} {
				if k != "" {
					ended[k] = append(ended[k], e)
				}
			}
		}
	}
	for _, c := range b.c.Citations {
		for _, e := range slices.Concat(ended[c.Number], ended[words.FoldTitle(c.Title)]) {
			if e.Fate == Ends && c.EndedBy == nil && (c.Number == "" || e.Number == "" || c.Number == e.Number) && c.Held != e.By {
				c.EndedBy = e
			}
		}
	}
}

// titles returns the titles, folded, by which other papers may name d: its own, and those of the papers that it carries.
func (d *Document) titles() []string {
	var out []string
	add := func(title string) {
		if t := words.FoldTitle(title); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	if !d.Meta.TitleDerived {
		add(d.Meta.Title)
	}
	for _, b := range d.Document.Bodies {
		add(d.Document.File.Squeezed(b.Title))
	}
	return out
}

// ends returns what the clauses of d say of other papers.
func (d *Document) ends() []*Ended {
	var out []*Ended
	for _, list := range []struct {
		fate   Fate
		papers []*policy.Ended
	}{{Ends, d.Validity.Repeals}, {Alters, d.Validity.Amends}, {Above, d.Validity.Partly}} {
		for _, p := range list.papers {
			out = append(out, &Ended{Ended: p, Fate: list.fate, By: d})
		}
	}
	return out
}

// means reports whether old, which has its number or its title, is the paper that e names: by number or, where one
// side has none, by title. A paper of a later day is another of the same title.
func (e *Ended) means(old *Document) bool {
	if old == e.By || old.FormOf == e.By || old.SameAs == e.By || e.By.SameAs == old {
		return false
	}
	if number := words.NumberKey(old.Meta.Number); e.Number != "" && number != "" {
		return e.Number == number
	}
	later := old.Meta.Date != "" && e.By.Meta.Date != "" && old.Meta.Date > e.By.Meta.Date
	return !later && e.Title != "" && slices.Contains(old.titles(), words.FoldTitle(e.Title))
}

// RepealedGrounds returns the papers that d cites and a paper of the library repeals, in the order of d's citations.
func (d *Document) RepealedGrounds() []*Citation {
	var out []*Citation
	for _, c := range d.Citations {
		if c.EndedBy != nil && c.EndedBy.By != d {
			out = append(out, c)
		}
	}
	return out
}

// endingTitle marks papers that only end others and take no place of theirs.
const endingTitle = "废止"

// Line returns the papers that took each other's place, from the oldest to the newest, d among them; nil where d stands
// alone. Of several that a paper repeals the newest counts. A decision that only repeals takes no place.
func (d *Document) Line() []*Document {
	seen := map[*Document]bool{d: true}
	line := []*Document{d}
	for at := d; ; {
		var before *Document
		for _, e := range at.Ends {
			if h := e.Held; e.Fate == Ends && h != nil && at.succeeds() && (before == nil || h.Meta.Date > before.Meta.Date) {
				before = h
			}
		}
		if before == nil || seen[before] {
			break
		}
		seen[before], line, at = true, slices.Insert(line, 0, before), before
	}
	for at := d; ; {
		by := at.RepealedBy()
		if by == nil || seen[by.By] || !by.By.succeeds() {
			break
		}
		at = by.By
		seen[at], line = true, append(line, at)
	}
	if len(line) < 2 {
		return nil
	}
	return line
}

// succeeds reports whether d takes the place of what it repeals.
func (d *Document) succeeds() bool { return !strings.Contains(d.Meta.Title, endingTitle) }
