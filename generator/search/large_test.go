package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// largeLibrary makes n papers of some 7,000 characters each, recombined from the seeds' sentences
// with numbers of their own: 46 clauses with pages, 10 without and 10 indicators in each.
func largeLibrary(tb testing.TB, n int) (pages []Page, size int) {
	var sentences []string
	for _, p := range seedPages(tb) {
		for _, part := range p.Parts {
			for _, s := range split(part.Texts[0]) {
				// A heading without a mark would run into the sentence after it.
				if strings.HasSuffix(s, "。") || strings.HasSuffix(s, "；") {
					sentences = append(sentences, s)
				}
			}
		}
	}
	r := rand.New(rand.NewPCG(5, 2))
	for i := range n {
		id := fmt.Sprintf("paper-%05d", i)
		p := Page{URL: "documents/" + id + ".html", Title: fmt.Sprintf("第%d号文件", i), Kind: DocumentKind, Short: fmt.Sprintf("第%d号文件", i),
			Date: fmt.Sprintf("%d-07-20", 2000+i%25), Region: []string{"河南省", "内蒙古自治区", "国家"}[i%3], Type: "意见"}
		for k := range 66 {
			part := Part{Anchor: fmt.Sprintf("m%d", k)}
			if k >= 10 {
				part.URL, part.Title, part.Kind = fmt.Sprintf("measures/%s/%d.html", id, k), fmt.Sprintf("第%d条", k), MeasureKind
			}
			part.Apart = k >= 56
			text := ""
			for len(text) < 330 {
				text += sentences[r.IntN(len(sentences))]
			}
			if k == 20 {
				text += fmt.Sprintf("本文投资%d万元。", 1000+i)
			}
			part.Texts = []string{text}
			if !part.Apart {
				size += len(text)
			}
			p.Parts = append(p.Parts, part)
		}
		pages = append(pages, p)
	}
	return pages, size
}

// BenchmarkLarge builds the index of 10,000 papers, or as many as ZHENGCE_PAPERS says, and writes
// it into the folder ZHENGCE_LARGE if that is set, to be tried in a browser.
func BenchmarkLarge(b *testing.B) {
	n := 10000
	if s := os.Getenv("ZHENGCE_PAPERS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			b.Fatal(err)
		}
	}
	pages, size := largeLibrary(b, n)
	for b.Loop() {
		files, err := Build(pages)
		if err != nil {
			b.Fatal(err)
		}
		total := 0
		for _, f := range files {
			total += len(f.Data)
		}
		b.ReportMetric(float64(total)/float64(size), "index/text")
		b.ReportMetric(float64(total)/1e6, "index-MB")
		b.ReportMetric(float64(len(files)), "files")
		if dir := os.Getenv("ZHENGCE_LARGE"); dir != "" {
			if err := os.MkdirAll(filepath.Join(dir, "search"), 0o777); err != nil {
				b.Fatal(err)
			}
			for _, f := range files {
				if err := afero.WriteFile(afero.NewOsFs(), filepath.Join(dir, "search", f.Name), f.Data, 0o666); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
