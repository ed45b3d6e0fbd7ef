package pages

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// manyPapers returns a library of n papers, each of a region, a kind, a subject and a year that few others have.
func manyPapers(n int) *catalog.Catalog {
	c := &catalog.Catalog{}
	for i := range n {
		meta := policy.Meta{Title: fmt.Sprintf("某市第%d号意见", i), Date: fmt.Sprintf("%d-01-02", 1900+i/2), Region: fmt.Sprintf("第%d县", i/3), Kind: fmt.Sprintf("第%d种", i/4), Subject: []string{fmt.Sprintf("第%d类", i/5)}}
		c.Documents = append(c.Documents, &catalog.Document{ID: fmt.Sprint("p", i), Facts: &policy.Facts{Meta: meta}, Title: meta.Title, ShortTitle: meta.Title})
		c.Agencies = append(c.Agencies, &catalog.Agency{ID: fmt.Sprint("a", i), Name: fmt.Sprintf("第%d局", i)})
	}
	return c
}

// TestHomeStays: the home page of a large library has as many entries as that of one ten times as large, and each
// property with more values leads to all of them.
func TestHomeStays(t *testing.T) {
	small, large := homePage(manyPapers(100), nil).body.String(), homePage(manyPapers(1000), nil).body.String()
	if a, b := strings.Count(small, "\n- "), strings.Count(large, "\n- "); a != b || a > 80 {
		t.Errorf("%d entries for 100 papers, %d for 1000", a, b)
	}
	if n := strings.Count(large, "[全部 "); n != 5 {
		t.Errorf("%d ways to all values, want 5:\n%s", n, large)
	}
	if !strings.Contains(large, "(/documents/index.html?f.subject=") || !strings.Contains(large, "(/documents/index.html?f.region=") {
		t.Errorf("no subject or region leads to its papers:\n%s", large)
	}
}

// TestDoors: a door leads to what the library has, and to nothing else.
func TestDoors(t *testing.T) {
	for _, pages := range [][]*page{nil, {newPage("measures/_index.md", "", ""), newPage("data/_index.md", "", "")}} {
		text := ""
		for _, door := range doors(pages) {
			text += door.md + "\n"
		}
		if strings.Contains(text, "deadlines") || strings.Contains(text, "[措施]") != (len(pages) > 0) {
			t.Errorf("with %d pages: %s", len(pages), text)
		}
	}
}

// TestEmptyHome: a site without papers says what to do.
func TestEmptyHome(t *testing.T) {
	if text := homePage(&catalog.Catalog{}, nil).body.String(); !strings.Contains(text, "(/help.md)") {
		t.Errorf("an empty library leads nowhere:\n%s", text)
	}
}
