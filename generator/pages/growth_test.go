package pages

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// alikePapers returns a library of n small papers of all regions, in some ways alike: they carry out one paper, cite others,
// name the same bodies, promise the same quantity and have the same slips.
func alikePapers(t *testing.T, n int) *catalog.Catalog {
	t.Helper()
	var all []*policy.Facts
	for i := range n {
		r := registry.Regions[i%len(registry.Regions)]
		year := 2001 + i/len(registry.Regions)%20
		text := fmt.Sprintf("%s人民政府关于落实《国务院关于促进水产加工的指导意见》的实施方案\n%s政发〔%d〕%d号\n一、发展加工\n（一）建设园区。%d年6月底前建成园区%d家，水产加工产值达到%d亿元。（省发展改革委牵头，省财政厅、省商务厅、渔业协会配合）\n"+
			"（三）扩大出口。按照《第%d号出口办法》办理，每年12月底前考评。（省商务厅负责）\n%s人民政府\n%d年1月10日\n", r.Name, r.Abbr, year, i+1, year+2, i%7+2, i%90+10, i, r.Name, year)
		d, slips := document.Parse(source.NewFile(fmt.Sprintf("seeds/p%04d.txt", i), text))
		f, more := extract.Document(d)
		f.Problems = append(slips, more...)
		all = append(all, f)
	}
	c, errs := catalog.Build(all)
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}

// mostMarkdown is how long a page that tells of the whole library may be; as HTML it has some three times as many bytes.
const mostMarkdown = 100_000

// TestGrowth: no page that tells of the whole library grows with it.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("makes many pages")
	}
	c := alikePapers(t, 600)
	if len(c.Cascades) == 0 || len(c.Series) == 0 || len(c.Citations) < 600 || len(c.Deadlines) < 1000 || len(c.Problems) < 600 {
		t.Fatalf("the papers are not alike: %d groups, %d series, %d citations, %d deadlines, %d problems", len(c.Cascades), len(c.Series), len(c.Citations), len(c.Deadlines), len(c.Problems))
	}
	for _, p := range library(c) {
		if own := strings.HasPrefix(p.path, "print/") || strings.HasPrefix(p.path, "agencies/") && !strings.HasSuffix(p.path, "_index.md"); own {
			continue
		}
		if n := len(p.bytes()); n > mostMarkdown {
			t.Errorf("%s has %d bytes", p.path, n)
		}
		if p.lines > roomLines*3/2 {
			t.Errorf("the tables of %s show %d lines on a telephone", p.path, p.lines)
		}
	}
}
