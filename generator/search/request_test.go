package search

import (
	"os/exec"
	"strings"
	"testing"
)

// counting tells how many files of the index the first page of results takes, for each query in a page that has none.
const counting = engine + `(async () => {
  const counts = [];
  for (const q of JSON.parse(fs.readFileSync(dir + "/queries.json", "utf8"))) {
    const files = new Set();
    const index = new SearchIndex((name) => load(name, files.add(name)));
    const results = new Results(await new Search(index, q).run());
    const some = await results.some([], "", 0, 10);
    await Promise.all([index.records(some.map((r) => r.page)), index.paragraphs(some.map((r) => r.best))]);
    counts.push(files.size);
  }
  console.log(JSON.stringify(counts));
})();
`

// mostRequests is how many files of the index a first query may load, however odd it is.
const mostRequests = 40

// TestRequests asks what nobody would: marks only, 200 characters that stand in the papers, and some that do not.
func TestRequests(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	pages, _ := unique.pages(t, 60)
	files, err := Build(pages, "")
	if err != nil {
		t.Fatal(err)
	}
	text := func(page, part int) string { return pages[page].Parts[part].Texts[0] }
	cut := func(s string, n int) string { return string([]rune(s)[:n]) }
	queries := []string{"，", "、", "。", "，。；", "、。", "（）", "《", "，，，", "……", "。。。。",
		cut(text(30, 20)+text(30, 21)+text(30, 22), 200), cut(text(50, 40), 100) + cut(text(10, 12), 100), strings.Repeat("发展", 100),
		strings.Repeat("产业集聚区，", 33), cut(strings.ReplaceAll(text(20, 15)+text(20, 16)+text(20, 17), "，", " "), 200), "产业 发展 企业 支持", "发展", "的"}
	var counts []int
	run(t, node, counting, files, queries, &counts)
	for i, n := range counts {
		t.Logf("%d files: %s", n, cut(queries[i], min(12, len([]rune(queries[i])))))
		if n > mostRequests {
			t.Errorf("%q takes %d files of %d", queries[i], n, len(files))
		}
	}
}
