package catalog

import (
	"sort"
	"strconv"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// series finds the quantities that several papers promise. Two promises are of one quantity only
// if region, scope, subject and dimension are the same; where in doubt they stay apart.
func series(all []*Indicator) []*Series {
	var order []quantityKey
	groups := map[quantityKey][]*quantity{}
	for _, i := range all {
		q := readQuantity(i)
		if q == nil {
			continue
		}
		if groups[q.quantityKey] == nil {
			order = append(order, q.quantityKey)
		}
		groups[q.quantityKey] = append(groups[q.quantityKey], q)
	}
	var out []*Series
	var keys []quantityKey
	named := map[string]int{}
	for _, k := range order {
		for _, g := range oneQuantity(groups[k]) {
			s := newSeries(g)
			named[s.Name]++
			for _, i := range s.Members {
				i.Series = s
			}
			out, keys = append(out, s), append(keys, k)
		}
	}
	taken := map[string]bool{}
	for n, s := range out {
		if named[s.Name] > 1 {
			s.Name = keys[n].region + keys[n].scope + s.Name
		}
		s.ID = freeID(slug(s.Name), taken)
	}
	sort.SliceStable(out, func(i, j int) bool { return romanize(out[i].Name) < romanize(out[j].Name) })
	return out
}

// A quantityKey is what two promises of one quantity have in common.
type quantityKey struct {
	region    string
	scope     string // 市域, 县域, …; empty for the whole region
	core      string // the subject without scope and describing words
	counted   string // as of a counting
	dimension string
}

// A quantity is an indicator with what it counts.
type quantity struct {
	quantityKey
	*Indicator
	name      string // the subject as the paper writes it, without scope and describing words
	written   string // the scope as the paper writes it, empty if it names none
	describes string // 主导 of 千亿级主导产业集群
}

// readQuantity returns what i counts, or nil if that cannot be told from other quantities.
func readQuantity(i *Indicator) *quantity {
	if i.Kind != policy.Target {
		return nil
	}
	q := &quantity{Indicator: i}
	c := countingOf(i)
	q.region, q.dimension, q.scope, q.counted, q.written = i.Document.Meta.Region, dimension(i.Unit), c.scope, c.counted, c.written
	q.core, q.describes = cutDescribing(c.core)
	q.name, _ = cutDescribing(c.name)
	if q.region == "" || !specific(q.core) || !inQuote(q.name, words.FoldTitle(i.Quote)) {
		return nil
	}
	return q
}

// oneQuantity returns the groups of promises with one key that are one quantity indeed: by two papers
// and more, without a paper that promises two figures for one year, and of one topic where
// the scope is not written.
func oneQuantity(list []*quantity) [][]*quantity {
	kinds := map[string]bool{}
	for _, q := range list {
		if q.describes != "" {
			kinds[q.describes] = true
		}
	}
	parts := [][]*quantity{list}
	if len(kinds) > 1 || toldApart(list) {
		parts = byDescription(list) // 主导 beside 特色: the word does not describe, it divides
	}
	var out [][]*quantity
	for _, g := range parts {
		if g = onceEach(g); severalPapers(g) && sameTopic(g) {
			out = append(out, g)
		}
	}
	return out
}

// toldApart reports whether one paper has the quantity with and without a describing word.
func toldApart(list []*quantity) bool {
	seen := map[*Document]string{}
	for _, q := range list {
		if d, ok := seen[q.Document]; ok && d != q.describes {
			return true
		}
		seen[q.Document] = q.describes
	}
	return false
}

func byDescription(list []*quantity) [][]*quantity {
	var out [][]*quantity
	at := map[string]int{}
	for _, q := range list {
		n, ok := at[q.describes]
		if !ok {
			n = len(out)
			at[q.describes] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], q)
	}
	return out
}

// onceEach leaves out a promise that a paper repeats, as in its annex. It returns nil if a paper
// promises two figures for one year: then something is told apart that is not seen here.
func onceEach(list []*quantity) []*quantity {
	type place struct {
		document *Document
		year     int
	}
	first := map[place]*quantity{}
	var out []*quantity
	for _, q := range list {
		at := place{q.Document, q.Year}
		f := first[at]
		switch {
		case f == nil:
			first[at] = q
			out = append(out, q)
		case f.Number != q.Number || f.Unit != q.Unit:
			return nil
		}
	}
	return out
}

func severalPapers(list []*quantity) bool {
	for _, q := range list {
		if q.Document != list[0].Document {
			return true
		}
	}
	return false
}

// newSeries makes the series of promises of one quantity and says why they are one.
func newSeries(list []*quantity) *Series {
	first := list[0]
	s := &Series{Name: seriesName(first), Unit: first.Unit, Scope: first.scope, Comparable: true}
	var scopes, described, units, bases []string
	for _, q := range list {
		s.Members = append(s.Members, q.Indicator)
		scopes = addOnce(scopes, q.written)
		described = addOnce(described, q.describes)
		units = addOnce(units, q.Unit)
		bases = addOnce(bases, strconv.Itoa(q.BaseYear))
	}
	s.Why = "均为" + first.region + "的目标值，对象同为“" + s.Name + "”"
	s.Why += scopeWords(first.scope, scopes)
	if described = present(described); len(described) > 0 {
		s.Why += "；“" + strings.Join(described, "”“") + "”为对同一等级的说明，不另作一类"
	}
	if units = present(units); len(units) > 1 {
		s.Why += "；单位“" + strings.Join(units, "”“") + "”可互相换算"
	}
	s.Why += "。"
	if len(bases) > 1 {
		s.Comparable = false
		s.Why += "各文件的基期不同，数值不能直接比较。"
	}
	if written := len(present(scopes)); first.scope == "" && written > 0 && written < len(scopes) {
		s.Comparable = false
		s.Why += "有的文件写明全域范围，有的未写明，口径可能不同。"
	}
	return s
}

// seriesName names a quantity, with what the figures are of where its name does not say it.
func seriesName(q *quantity) string {
	if q.counted != "" && !saysCounted(q.name) {
		return q.name + "（" + q.counted + "）"
	}
	return q.name
}

func saysCounted(name string) bool {
	for _, row := range countingWords {
		if strings.Contains(name, row[0]) {
			return true
		}
	}
	return false
}

func scopeWords(scope string, written []string) string {
	written = present(written)
	switch {
	case scope != "" && len(written) > 1:
		return "，范围同为" + scope + "（原文分别作“" + strings.Join(written, "”“") + "”）"
	case scope != "":
		return "，范围同为" + scope
	case len(written) > 0:
		return "，范围为全域"
	}
	return "，文件主题相同"
}

// present returns the words of a list that are not empty.
func present(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
