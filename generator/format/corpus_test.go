package format_test

import (
	"os"
	"testing"
	"testing/fstest"

	"zhengce/generator/format"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/source"
)

// TestCorpus reads the papers of the test corpus: each keeps all of the text that belongs to it.
func TestCorpus(t *testing.T) {
	const dir = "../../../shared/corpus"
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Skip("the corpus is not here: " + dir)
	}
	texts := map[string]*source.File{}
	for _, e := range entries {
		data, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		f, err := format.Read(fstest.MapFS{e.Name(): {Data: data}}, e.Name())
		if err != nil {
			t.Errorf("%s: %v", e.Name(), err)
			continue
		}
		filetest.Check(t, f)
		texts[e.Name()] = f
	}
	same(t, texts["yufufa2021-29-chanye-yuanqu.html"], texts["yufufa2021-29-chanye-yuanqu.txt"])
	same(t, texts["fagaibancaijing2019-860-geshui-xinyong.pdf"], texts["fagaibancaijing2019-860-geshui-xinyong.txt"])
}

// same holds that two forms of a paper have the same text but for noise, the order of a letterhead,
// and the full stops that one edition puts behind its headings.
func same(t *testing.T, a, b *source.File) {
	t.Helper()
	if a == nil || b == nil {
		return
	}
	count := map[string]int{}
	for i, f := range []*source.File{a, b} {
		for _, block := range f.Blocks {
			noise := false
			for _, n := range f.Noise {
				noise = noise || n.Contains(block.Span)
			}
			for _, r := range f.Squeezed(block.Span) {
				if !noise && r != '。' {
					count[string(r)] += 1 - 2*i
				}
			}
		}
	}
	for r, n := range count {
		if n != 0 {
			t.Errorf("%s and %s differ by %d of %q", a.Name, b.Name, n, r)
		}
	}
}
