package search

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/afero"
)

// A library says how its papers are made: of the seeds' sentences as they are, or of sentences
// that are put together from pieces of those, so that hardly any stands twice.
type library string

const (
	repeated library = "repeated"
	unique   library = "unique"
)

// sentences returns a source of sentences.
func (l library) sentences(tb testing.TB, r *rand.Rand) func() string {
	var whole, pieces []string
	for _, p := range seedPages(tb) {
		for _, part := range p.Parts {
			for _, s := range split(part.Texts[0]) {
				// A heading without a mark would run into the sentence after it.
				if strings.HasSuffix(s, "。") || strings.HasSuffix(s, "；") {
					whole = append(whole, s)
					pieces = append(pieces, strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("，、。；", r) })...)
				}
			}
		}
	}
	if l == repeated {
		return func() string { return whole[r.IntN(len(whole))] }
	}
	return func() string {
		some := make([]string, 3+r.IntN(4))
		for i := range some {
			some[i] = pieces[r.IntN(len(pieces))]
		}
		return strings.Join(some, "，") + "。"
	}
}

// pages makes n papers of some 7,000 characters each, with numbers of their own: 46 clauses
// with pages, 10 without and 10 indicators in each.
func (l library) pages(tb testing.TB, n int) (pages []Page, size int) {
	r := rand.New(rand.NewPCG(5, 2))
	sentence := l.sentences(tb, r)
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
				text += sentence()
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

// askedOfLarge are the queries whose hits BenchmarkLarge counts for the benchmark in a browser.
var askedOfLarge = []string{"产业集聚区", "财政厅", "省发展改革委", "的", "发展", "集聚区提", "财政厅 商务厅", "本文投资1500万元", "量子",
	"承接产业转移", "知识产权", "金融机构", "提供融资担保", "厅、财政", "土地 税收", "省政府 -财政厅", "加快发展现代", "2015年", "税", "（责任单位"}

// countHits counts the pages that hold a query's words in one clause and none after a minus.
func countHits(pages []Page, query string) int {
	hits := 0
	for _, p := range pages {
		on := false
		for _, part := range p.Parts {
			holds := true
			for _, word := range strings.Fields(query) {
				without, minus := strings.CutPrefix(word, "-")
				holds = holds && strings.Contains(part.Texts[0], fold(without)) != minus
			}
			if holds && part.URL != "" {
				hits++
			}
			on = on || holds && !part.Apart
		}
		if on {
			hits++
		}
	}
	return hits
}

// BenchmarkLarge builds the index of 10,000 papers, or as many as ZHENGCE_PAPERS says, and writes
// it with queries and their numbers of hits into the folder ZHENGCE_LARGE if that is set, for
// the benchmark in a browser in sitetest.
func BenchmarkLarge(b *testing.B) {
	n := 10000
	if s := os.Getenv("ZHENGCE_PAPERS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			b.Fatal(err)
		}
	}
	for _, l := range []library{repeated, unique} {
		b.Run(string(l), func(b *testing.B) {
			pages, size := l.pages(b, n)
			for b.Loop() {
				before := processorTime(b)
				files, err := Build(pages, "")
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric((processorTime(b) - before).Seconds(), "cpu-s")
				report(b, files, size)
				if dir := os.Getenv("ZHENGCE_LARGE"); dir != "" {
					writeLarge(b, filepath.Join(dir, string(l)), files, pages)
				}
			}
		})
	}
}

// processorTime returns the processor time that this process has used, which other work on the
// machine does not lengthen as it does the time of day.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// report says how large an index is, and its parts.
func report(b *testing.B, files []File, size int) {
	total := 0
	parts := map[string]int{}
	for _, f := range files {
		total += len(f.Data)
		name := "index"
		if f.Name != "index.js" {
			name = path.Base(path.Dir(f.Name))
		}
		parts[name] += len(f.Data)
	}
	b.ReportMetric(float64(total)/float64(size), "index/text")
	b.ReportMetric(float64(len(files)), "files")
	for name, n := range parts {
		b.ReportMetric(float64(n)/1e6, name+"-MB")
	}
}

// writeLarge writes an index into a folder, and hits.json: each query with the number of its hits.
func writeLarge(b *testing.B, dir string, files []File, pages []Page) {
	b.StopTimer()
	defer b.StartTimer()
	hits := map[string]int{}
	for i := range pages {
		for k := range pages[i].Parts {
			pages[i].Parts[k].Texts[0] = fold(pages[i].Parts[k].Texts[0])
		}
	}
	for _, q := range askedOfLarge {
		hits[q] = countHits(pages, q)
	}
	data, err := json.MarshalIndent(hits, "", "\t")
	if err != nil {
		b.Fatal(err)
	}
	out := afero.NewBasePathFs(afero.NewOsFs(), dir)
	if err := errors.Join(write(out, files), afero.WriteFile(out, "hits.json", data, 0o666)); err != nil {
		b.Fatal(err)
	}
}
