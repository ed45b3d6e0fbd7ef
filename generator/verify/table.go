package verify

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"

	"zhengce/generator/source"
)

// tables proves that a CSV file with the same number of rows is linked from the page of each
// table that a person might want to keep. Its name is that of the table. Where a page shows some of the rows or of the cards
// of a list, it says how many there are.
func (s *site) tables(fsys fs.FS, f *file) (errs source.ErrorList) {
	for _, t := range f.tables {
		name := csvOf(f, t)
		if name == "" || s.files[name] == nil {
			errs = append(errs, failure(f.name, t.at, "no-csv", "the page of table %q links no file %s.csv", t.name, t.name))
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs = append(errs, failure(name, place{}, "unreadable", "reading it: %v", err))
			continue
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		rows, err := r.ReadAll()
		switch {
		case err != nil:
			errs = append(errs, failure(name, place{}, "csv", "%v", err))
		case t.total != "" && (t.total != strconv.Itoa(len(rows)-1) || t.rows > len(rows)):
			errs = append(errs, failure(f.name, t.at, "csv-rows", "table %q says that it has %s rows and shows %d, %s has %d", t.name, t.total, t.rows-1, name, len(rows)-1))
		case t.total == "" && len(rows) != t.rows:
			errs = append(errs, failure(f.name, t.at, "csv-rows", "table %q has %d rows, %s has %d", t.name, t.rows, name, len(rows)))
		}
	}
	return errs
}

// csvOf returns the file that f links for the table t, or nothing.
func csvOf(f *file, t table) string {
	for _, l := range f.links {
		u, err := url.Parse(l.target)
		if err != nil {
			continue
		}
		if name := path.Join(path.Dir(f.name), u.Path); strings.HasSuffix("/"+name, "/"+t.name+".csv") {
			return name
		}
	}
	return ""
}
