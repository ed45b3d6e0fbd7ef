package catalog

import (
	"sort"

	"zhengce/generator/registry"
)

// A Function is what bodies of several regions are for, with these bodies.
type Function struct {
	ID       string // ASCII: "fazhangaige"
	Name     string
	Agencies []*Agency // in the order of the catalog
}

// Path returns the page's path under the site, without suffix.
func (f *Function) Path() string { return "compare/function-" + f.ID }

// FunctionPath returns the path of the page of the function called name.
func FunctionPath(name string) string { return (&Function{ID: slug(name)}).Path() }

// Functions returns the functions of the library's bodies, sorted by ID.
func (c *Catalog) Functions() []*Function {
	by := map[string]*Function{}
	var out []*Function
	for _, a := range c.Agencies {
		if a.Function == "" {
			continue
		}
		f := by[a.Function]
		if f == nil {
			f = &Function{ID: slug(a.Function), Name: a.Function}
			by[a.Function] = f
			out = append(out, f)
		}
		f.Agencies = append(f.Agencies, a)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// RegionID returns the body's region as part of an address: "henan".
func (a *Agency) RegionID() string {
	if a.Region == registry.National || a.Region == "" {
		return "guojia"
	}
	for _, r := range registry.Regions {
		switch {
		case r.Name != a.Region:
		case r.Short == "陕西":
			return "shaanxi" // as it is spelled to tell it from 山西
		default:
			return slug(r.Short)
		}
	}
	return slug(a.Region)
}
