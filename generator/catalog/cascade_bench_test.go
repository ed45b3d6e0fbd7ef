package catalog_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// library returns n papers made of the sentences of the seeds, every fourth carrying out one parent.
func library(b *testing.B, n int) []*policy.Facts {
	b.Helper()
	var pool []string
	for _, f := range seedtest.Files(b) {
		for _, s := range strings.FieldsFunc(f.Text, func(r rune) bool { return strings.ContainsRune("。；\n（）", r) }) {
			if s = source.Squeeze(s); len(s) > 30 {
				pool = append(pool, s)
			}
		}
	}
	rnd := rand.New(rand.NewSource(1))
	regions := []string{"安徽省", "湖北省", "陕西省", "甘肃省"}
	var all []*policy.Facts
	for i := range n {
		var text strings.Builder
		if i%4 == 0 {
			fmt.Fprintf(&text, "%s贯彻落实国务院关于第%d项工作的意见的分工方案\n\n", regions[i/4%4], i/16)
		}
		text.WriteString("一、重点任务\n")
		for k := range 30 {
			fmt.Fprintf(&text, "%d．", k+1)
			for range 3 {
				// Words are exchanged so that the sentences of two papers are alike, not the same.
				r := []rune(pool[rnd.Intn(len(pool))])
				for range len(r) / 8 {
					x, y := rnd.Intn(len(r)), rnd.Intn(len(r))
					r[x], r[y] = r[y], r[x]
				}
				text.WriteString(string(r) + "。")
			}
			text.WriteString("（省发展改革委、财政厅）\n")
		}
		d, _ := document.Parse(source.NewFile(fmt.Sprintf("seeds/paper-%04d.txt", i), text.String()))
		facts, _ := extract.Document(d)
		all = append(all, facts)
	}
	return all
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{250, 1000} {
		all := library(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				catalog.Build(all)
			}
		})
	}
}
