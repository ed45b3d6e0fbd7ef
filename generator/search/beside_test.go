package search

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// askedBeside are queries of eight classes that both engines can be asked: agencies, terms,
// stretches cut across words, several terms, numbers, one character, width variants, absent words.
var askedBeside = []string{
	"省发展改革委", "财政厅", "商务厅", "人民政府", "国土资源厅", "郑州海关", "环保厅", "银监局", "工业和信息化厅",
	"产业集聚区", "承接产业转移", "知识产权", "融资担保", "主导产业", "物流", "土地", "科技创新", "对外开放",
	"集聚区提", "厅、财政", "革创新发", "业转移", "济发展方", "区建设", "设用地", "展改革", "技术改",
	"财政厅 商务厅", "产业 转移", "土地 税收", "企业 金融", "标准 厂房", "人才 培训", "发展 改革", "项目 用地",
	"2020年", "50%", "亿元", "2015", "30%", "1000亿元", "100", "7万亿元",
	"的", "省", "税", "一", "区", "路", "港",
	"５０％", "PPP", "ppp", "ｐｐｐ", "二○一", "（一）", "(一)",
	"没有这个词", "量子纠缠", "龘", "9999亿元", "宇宙飞船", "海底捞月", "zzz",
}

// TestWriteBeside writes one page for each of the seeds and of synthetic papers, 1,000 or as many
// as ZHENGCE_PAPERS says, with their index and the pages that hold each query, into the folder
// ZHENGCE_BESIDE, for TestBeside in sitetest.
func TestWriteBeside(t *testing.T) {
	dir := os.Getenv("ZHENGCE_BESIDE")
	if dir == "" {
		t.Skip("ZHENGCE_BESIDE does not name a folder for pages to compare engines on")
	}
	n := 1000
	if s := os.Getenv("ZHENGCE_PAPERS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			t.Fatal(err)
		}
	}
	synthetic, _ := repeated.pages(t, n)
	pages := append(seedPages(t), synthetic...)
	out := afero.NewBasePathFs(afero.NewOsFs(), dir)
	if err := out.MkdirAll("documents", 0o777); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for i := range pages {
		p := &pages[i]
		var all []string
		for k, part := range p.Parts {
			p.Parts[k] = Part{Anchor: part.Anchor, Texts: part.Texts}
			all = append(all, part.Texts...)
		}
		texts[p.URL] = fold(p.Title + "\n" + strings.Join(all, "\n"))
		page := fmt.Sprintf("<!doctype html>\n<html lang=\"zh-CN\"><link rel=\"icon\" href=\"data:,\"><title>%s</title><main><h1>%[1]s</h1>\n", html.EscapeString(p.Title))
		for _, text := range all {
			page += "<p>" + html.EscapeString(text) + "</p>\n"
		}
		if err := afero.WriteFile(out, filepath.FromSlash(p.URL), []byte(page+"</main></html>\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(out, pages, ""); err != nil {
		t.Fatal(err)
	}
	hits := map[string][]string{}
	for _, q := range askedBeside {
		hits[q] = []string{}
		for url, text := range texts {
			if !slices.ContainsFunc(strings.Fields(q), func(word string) bool { return !strings.Contains(text, fold(word)) }) {
				hits[q] = append(hits[q], url)
			}
		}
	}
	order := make([]string, len(pages))
	for i, p := range pages {
		order[i] = p.URL
	}
	for name, value := range map[string]any{"hits.json": hits, "pages.json": order} {
		data, err := json.Marshal(value)
		if err == nil {
			err = afero.WriteFile(out, name, data, 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
