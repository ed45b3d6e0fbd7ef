package search

import (
	"maps"
	"slices"
	"strings"

	"zhengce/generator/policy"
)

// A record is what is shown of a page: [url, title, crumb, clauses], where the clauses, its
// title first, are [0, anchor, url, title, crumb, heading, agencies, sets], cut after the
// last that is not empty.
type record [4]any

func (x *index) addRecords(s *sharder) {
	for _, p := range x.pages {
		list := []any{[]any{0}}
		for _, part := range p.Parts {
			fields := []any{0, part.Anchor, part.URL, part.Title, part.Crumb, part.Heading, pairs(part.Roles), part.Sets}
			for len(fields) > 1 && isEmpty(fields[len(fields)-1]) {
				fields = fields[:len(fields)-1]
			}
			list = append(list, fields)
		}
		s.add(record{p.URL, p.Title, p.Crumb, list})
	}
}

// addLeads adds the agencies that lead or answer alone, each with the clauses.
func (x *index) addLeads(s *sharder) {
	leads := map[string]*posting{}
	clause := 0
	for _, p := range x.pages {
		clause++
		for _, part := range p.Parts {
			for _, r := range part.Roles {
				if k, _ := policy.Role(r.Role).Kind(); !k.Answers {
					continue
				}
				name := fold(r.Agency)
				if leads[name] == nil {
					leads[name] = &posting{}
				}
				leads[name].add(clause)
			}
			clause++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(leads)) {
		s.addKey(name, leads[name].text())
	}
}

// pairs returns agencies and roles in one flat list.
func pairs(roles []Role) []string {
	flat := []string{}
	for _, r := range roles {
		flat = append(flat, r.Agency, r.Role)
	}
	return flat
}

func isEmpty(v any) bool {
	switch v := v.(type) {
	case string:
		return v == ""
	case []string:
		return len(v) == 0
	}
	return false
}

// columns are what the search knows of every page at once, to count and to sort: for each page
// three numbers of clauses (title and plain parts; with a page of their own; apart), and what it
// is, as numbers in lists of values; and how many clauses each chunk has, how many values each file of records, of further places and of suggestions.
type columns struct {
	Counts  string   `json:"counts"`
	Kinds   column   `json:"kinds"`
	Regions column   `json:"regions"`
	Issuers column   `json:"issuers"` // several of one paper by lines
	Codes   column   `json:"codes"`   // of the papers' numbers
	Types   column   `json:"types"`
	Dates   column   `json:"dates"`
	Days    column   `json:"days"`
	Bodies  []string `json:"bodies"` // names of the agencies that have a page, folded
	Chunks  string   `json:"chunks"`
	Records string   `json:"records"`
	Refs    string   `json:"refs"`
	Named   string   `json:"named"`
}

// A column holds one value for each page.
type column struct {
	Values []string `json:"values"`
	Of     string   `json:"of"` // coded numbers in Values
}

// addColumns adds the columns of so many pages a file, the last four in the first. counted are the numbers of values in the files
// of each sort.
func (x *index) addColumns(s *sharder, counted map[string]string) {
	var chunks []byte
	for i, c := range x.chunks {
		chunks = appendNumber(chunks, x.end(i).clause-c.clause)
	}
	for i := 0; i < len(x.pages); i += columnPages {
		c := columnsOf(x.pages[i:min(i+columnPages, len(x.pages))])
		if i == 0 {
			c.Chunks, c.Records, c.Refs, c.Named = string(chunks), counted["records"], counted["refs"], counted["named"]
		}
		s.add(c)
		s.flush()
	}
}

func columnsOf(pages []Page) columns {
	var counts []byte
	for _, p := range pages {
		n := [3]int{1}
		for _, part := range p.Parts {
			n[part.class()]++
		}
		for _, k := range n {
			counts = appendNumber(counts, k)
		}
	}
	c := columns{Counts: string(counts),
		Kinds:   columnOf(pages, func(p Page) string { return p.Kind }),
		Regions: columnOf(pages, func(p Page) string { return p.Region }),
		Issuers: columnOf(pages, func(p Page) string { return strings.Join(p.Issuers, "\n") }),
		Codes:   columnOf(pages, func(p Page) string { return p.Code }),
		Types:   columnOf(pages, func(p Page) string { return p.Type }),
		Dates:   columnOf(pages, func(p Page) string { return p.Date }),
		Days:    columnOf(pages, func(p Page) string { return p.Days }),
		Bodies:  []string{},
	}
	for _, p := range pages {
		if p.Kind == AgencyKind {
			c.Bodies = append(c.Bodies, fold(p.Title))
		}
	}
	return c
}

func columnOf(pages []Page, value func(Page) string) column {
	c := column{Values: []string{}}
	number := map[string]int{}
	var code []byte
	for _, p := range pages {
		v := value(p)
		n, ok := number[v]
		if !ok {
			n = len(c.Values)
			number[v] = n
			c.Values = append(c.Values, v)
		}
		code = appendNumber(code, n)
	}
	c.Of = string(code)
	return c
}
