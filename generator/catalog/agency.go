package catalog

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
)

// A nameKey is a name of a body in a region. Collectives such as 各市人民政府 are of the region of
// the paper that names them.
type nameKey struct{ region, name string }

// A nameUse is one name with the papers that use it.
type nameUse struct {
	nameKey
	stem       string // without region: 发展改革委
	function   string
	collective bool
	written    []string
	documents  []*Document
	relation   string // to the body's first name: "same", "short", "slip", "renamed"
	evidence   string
}

// agencies decides which names are one body. Two names of one region are one body where one is
// the other's short form, a slip of it, or its successor by the registry; each merger keeps its
// evidence. Nothing is merged by resemblance alone.
func (b *builder) agencies() {
	b.bodies = map[nameKey]*Agency{}
	taken := map[string]bool{}
	for _, candidates := range byFunction(b.nameUses()) {
		for len(candidates) > 0 {
			var group []*nameUse
			group, candidates = connected(candidates)
			a := newAgency(group, taken)
			for _, u := range group {
				b.bodies[u.nameKey] = a
			}
			b.c.Agencies = append(b.c.Agencies, a)
		}
	}
}

// byFunction parts the names into those that can be one body: of one region and one function.
// A name without a known function stands alone.
func byFunction(uses []*nameUse) [][]*nameUse {
	at := map[nameKey]int{}
	var out [][]*nameUse
	for _, u := range uses {
		k := nameKey{u.region, u.function}
		if i, ok := at[k]; ok && u.function != "" {
			out[i] = append(out[i], u)
			continue
		}
		at[k] = len(out)
		out = append(out, []*nameUse{u})
	}
	return out
}

// connected returns the names that are one body with the first one, each with how that is known,
// and the rest.
func connected(uses []*nameUse) (group, rest []*nameUse) {
	uses[0].relation = "same"
	group, rest = uses[:1:1], append([]*nameUse(nil), uses[1:]...)
	for n := 0; n < len(group); n++ {
		var left []*nameUse
		for _, u := range rest {
			if u.relation, u.evidence = sameBody(group[n], u); u.relation != "" {
				group = append(group, u)
			} else {
				left = append(left, u)
			}
		}
		rest = left
	}
	return group, rest
}

// nameUses lists every name of a body in the library, known and older names first.
func (b *builder) nameUses() []*nameUse {
	byKey := map[nameKey]*nameUse{}
	var out []*nameUse
	for _, d := range b.c.Documents {
		add := func(a policy.Agency) {
			k := b.key(d, a.Name)
			u := byKey[k]
			if u == nil {
				stem := stemOf(k)
				u = &nameUse{nameKey: k, stem: stem, function: functionOf(stem), collective: isCollective(a.Name)}
				byKey[k] = u
				out = append(out, u)
			}
			u.written = addOnce(u.written, a.Written)
			if n := len(u.documents); n == 0 || u.documents[n-1] != d {
				u.documents = append(u.documents, d)
			}
		}
		for _, g := range d.Facts.Assignments {
			for _, a := range g.Agencies {
				add(a)
			}
		}
		for _, r := range d.Facts.Annex {
			for _, a := range r.Agencies {
				add(a)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].function != "" && out[j].function == "" })
	return out
}

func addOnce(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

func isCollective(name string) bool {
	return strings.HasPrefix(name, "各") || strings.HasPrefix(name, "相关") || strings.HasPrefix(name, "试点")
}

// key returns the key of a name in a document: names that begin with a region are of that region,
// names with the seat or short name of one too, all others are of the document's region.
func (b *builder) key(d *Document, name string) nameKey {
	if d.Meta.Region != registry.National && strings.HasPrefix(name, d.Meta.Region) {
		return nameKey{d.Meta.Region, name}
	}
	for _, r := range registry.Regions {
		if strings.HasPrefix(name, r.Name) || strings.HasPrefix(name, r.Short) {
			return nameKey{r.Name, name}
		}
	}
	if !isCollective(name) {
		for _, r := range registry.Regions {
			if strings.Contains(name, r.Seat) {
				return nameKey{r.Name, name}
			}
		}
	}
	return nameKey{d.Meta.Region, name}
}

// body returns the body that a document calls name.
func (b *builder) body(d *Document, name string) *Agency { return b.bodies[b.key(d, name)] }

// stemOf returns the name without its region or place: 河南省发展改革委 → 发展改革委, 河南银监局 → 银监局.
func stemOf(k nameKey) string {
	if s, ok := strings.CutPrefix(k.name, k.region); ok && s != "" {
		return s
	}
	if place, ok := registry.OfPlace(k.name); ok && place != "" {
		return strings.TrimPrefix(k.name, place)
	}
	return k.name
}

// functionOf returns what a body is for, by its stem.
func functionOf(stem string) string {
	if f := registry.Function(stem); f != "" {
		return f
	}
	switch {
	case strings.HasSuffix(stem, "海关"):
		return registry.Function("海关")
	case strings.HasPrefix(stem, "人行"), strings.HasPrefix(stem, "人民银行"), strings.HasPrefix(stem, "中国人民银行"):
		return registry.Function("人民银行")
	}
	if f, _ := registry.Slip(stem); f != "" {
		return registry.Function(f)
	}
	return ""
}

// sameBody reports how the body called b is the body called a, and why: "" where nothing says so.
func sameBody(a, b *nameUse) (relation, evidence string) {
	if a.collective || b.collective || a.function == "" || a.function != b.function {
		return "", ""
	}
	if full, what := registry.Slip(b.stem); full != "" && isFormOf(full, a.stem) {
		return "slip", "与“" + a.name + "”相比" + what + "，职能相同，视为笔误"
	}
	if full, what := registry.Slip(a.stem); full != "" && isFormOf(full, b.stem) {
		return "slip", "“" + a.name + "”与之相比" + what + "，职能相同，视为笔误"
	}
	if a.stem == b.stem {
		return "short", "“" + a.name + "”与“" + b.name + "”只差所属地区的字样"
	}
	if isFormOf(a.stem, b.stem) {
		return "short", "“" + a.stem + "”与“" + b.stem + "”为同一名称的全称与简称"
	}
	for _, s := range registry.Successions {
		if s.Region != "*" && s.Region != a.region || s.Region == "*" && a.region == registry.National {
			continue
		}
		if registry.Function(s.Old) != registry.Function(s.New) {
			continue // functions went over in part only
		}
		if s.Old == a.stem && s.New == b.stem || s.Old == b.stem && s.New == a.stem {
			return "renamed", s.Old + " → " + s.New + "（" + s.Year + "年；" + sourceOf(s.Source) + "）"
		}
	}
	return "", ""
}

func sourceOf(s string) string {
	if strings.HasPrefix(s, "unverified") {
		return "年份未核实"
	}
	return s
}

// isFormOf reports whether one stem is the other with characters left out, and both end alike:
// 发展改革委 of 发展和改革委员会, 市场监管局 of 市场监督管理局.
func isFormOf(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	ending := func(r []rune) rune {
		if n := len(r); n > 2 && string(r[n-3:]) == "委员会" {
			return '委'
		} else if n > 2 && string(r[n-3:]) == "办公室" {
			return '办'
		}
		return r[len(r)-1]
	}
	if ending(x) != ending(y) {
		return false
	}
	i := 0
	for _, r := range y {
		if i < len(x) && x[i] == r {
			i++
		}
	}
	return i == len(x)
}

// newAgency makes the body of a group of names. Its name is the newest that is no slip.
func newAgency(group []*nameUse, taken map[string]bool) *Agency {
	first := group[0]
	a := &Agency{Region: first.region, Function: first.function, Collective: first.collective, Known: first.function != ""}
	sort.SliceStable(group, func(i, j int) bool { return group[i].documents[0].date() < group[j].documents[0].date() })
	newest := group[0]
	for _, u := range group {
		a.Names = append(a.Names, Name{u.name, u.written, u.relation, u.evidence, u.documents})
		if full, _ := registry.Slip(u.stem); full == "" && last(u.documents).date() >= last(newest.documents).date() {
			newest = u
		} else if full, _ := registry.Slip(newest.stem); full != "" {
			newest = u
		}
	}
	a.Name, a.ShortName = newest.name, newest.stem
	a.Pinyin = romanize(a.ShortName)
	a.Initial = strings.ToUpper(a.Pinyin[:1])
	a.ID = freeID(agencyID(first), taken)
	return a
}

func last(ds []*Document) *Document { return ds[len(ds)-1] }

// date returns a document's date for comparison; undated documents come first.
func (d *Document) date() string { return d.Meta.Date }

// agencyID returns region and name in pinyin: henan-fazhangaigewei.
func agencyID(u *nameUse) string {
	if u.region == registry.National || u.region == "" {
		return Address("guojia", slug(u.name))
	}
	region := u.region
	for _, r := range registry.Regions {
		if r.Name == region {
			region = r.Short
		}
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(u.name, u.region), region)
	return Address(slug(region), slug(rest))
}

// freeID returns id, or id with a number where another body has it.
func freeID(id string, taken map[string]bool) string {
	for n, try := 2, id; ; n++ {
		if !taken[try] {
			taken[try] = true
			return try
		}
		try = id + "-" + strconv.Itoa(n)
	}
}

// agencyPages counts what each body does and with whom, and sorts the bodies.
func (b *builder) agencyPages() {
	sameFunction := map[string][]*Agency{}
	for _, a := range b.c.Agencies {
		a.count()
		for role, n := range a.Roles {
			b.c.Roles[role] += n
		}
		if a.Function != "" {
			sameFunction[a.Function] = append(sameFunction[a.Function], a)
		}
	}
	regions := map[string]int{registry.National: -1}
	for i, r := range registry.Regions {
		regions[r.Name] = i
	}
	sort.SliceStable(b.c.Agencies, func(i, j int) bool {
		x, y := b.c.Agencies[i], b.c.Agencies[j]
		if rx, ry := regions[x.Region], regions[y.Region]; rx != ry {
			return rx < ry
		}
		if x.Pinyin != y.Pinyin {
			return x.Pinyin < y.Pinyin
		}
		return x.ID < y.ID
	})
	for _, a := range b.c.Agencies {
		for _, other := range sameFunction[a.Function] {
			if other.Region != a.Region {
				a.Counterparts = append(a.Counterparts, other)
			}
		}
		sort.SliceStable(a.Counterparts, func(i, j int) bool { return a.Counterparts[i].ID < a.Counterparts[j].ID })
	}
	for _, a := range b.c.Agencies {
		for _, d := range a.Documents {
			d.Agencies = append(d.Agencies, a)
		}
	}
	for _, d := range b.c.Documents {
		sortByTasks(d)
	}
	for _, d := range b.c.Forms {
		d.Agencies = d.FormOf.Agencies
	}
}

func (a *Agency) count() {
	a.Roles = policy.RoleCount{}
	common := map[*Agency]int{}
	for _, t := range a.Tasks {
		a.Roles[t.Role]++
		seen := map[*Agency]bool{a: true}
		for _, m := range t.Members {
			if !seen[m.Agency] {
				seen[m.Agency] = true
				common[m.Agency]++
			}
		}
		if n := len(a.Documents); n == 0 || a.Documents[n-1] != t.Document {
			a.Documents = append(a.Documents, t.Document)
		}
	}
	for p, n := range common {
		a.Partners = append(a.Partners, Partner{p, n})
	}
	sort.Slice(a.Partners, func(i, j int) bool {
		if a.Partners[i].Tasks != a.Partners[j].Tasks {
			return a.Partners[i].Tasks > a.Partners[j].Tasks
		}
		return a.Partners[i].Agency.ID < a.Partners[j].Agency.ID
	})
}

// sortByTasks orders the agencies of a document by the number of their tasks in it.
func sortByTasks(d *Document) {
	tasks := map[*Agency]int{}
	for _, t := range slices.Concat(d.Parts, d.Tasks()) {
		for _, m := range t.Members {
			tasks[m.Agency]++
		}
	}
	sort.SliceStable(d.Agencies, func(i, j int) bool { return tasks[d.Agencies[i]] > tasks[d.Agencies[j]] })
}

// ActionsFirst returns the tasks of a, those of general clauses last.
func (a *Agency) ActionsFirst() []AgencyTask {
	out := slices.Clone(a.Tasks)
	slices.SortStableFunc(out, func(x, y AgencyTask) int {
		switch {
		case x.General() == y.General():
			return 0
		case y.General():
			return -1
		}
		return 1
	})
	return out
}
