package catalog_test

import (
	"fmt"
	"testing"

	"zhengce/generator/internal/seedtest"
)

// TestSeriesOfSeeds holds the series of the five papers: two quantities were set again in 2017.
func TestSeriesOfSeeds(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	var got []string
	for _, s := range c.Series {
		line := fmt.Sprintf("%s %v:", s.Name, s.Comparable)
		for _, i := range s.Members {
			line += fmt.Sprintf(" %s %s%g%s %d", i.Document.ID, i.Cmp, i.Number, i.Unit, i.Year)
		}
		got = append(got, line)
		t.Log(line, s.ID, s.Why)
	}
	want := []string{
		"百亿级产业集群 true: yuzheng-2015-42 ≈150个 2020 yuzhengban-2017-159 ≈160个 2020",
		"千亿级产业集群 true: yuzheng-2015-42 ≈30个 2020 yuzhengban-2017-159 ≈25个 2020",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("series are %q, want %q", got, want)
	}
}
