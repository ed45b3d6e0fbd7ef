package verify

import (
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/source"
)

func TestInspection(t *testing.T) {
	const head = `<html lang="zh-CN"><head><meta name="SiteName" content="x"><meta name="ColumnName" content="y"><meta name="ColumnType" content="政策文件">`
	page := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	fsys := fstest.MapFS{
		"index.html":           page(head + `<meta name="SiteIDCode" content="bm12345678"></head><main><ul><li>a</ul></main>`),
		"documents/index.html": page(head + `</head><nav><ul><li>a</ul></nav><main><p>暂无</main>`),
		"documents/a.html":     page(head + `<meta name="ArticleTitle" content="a"><meta name="PubDate" content="2026-01-02 09:30"></head><main><div data-verbatim>文</div></main>`),
		"documents/b.html":     page(head + `</head><main><div data-verbatim>文</div></main>`),
		"about.html":           page(`<html><head></head><main></main>`),
		"404.html":             page(`<html><head></head><main></main>`),
	}
	n, err := Inspect(fsys)
	if err != nil {
		t.Fatal(err)
	}
	got := n.Text(&Report{Texts: 2, Complete: 2, Links: 7, Broken: 1}, source.ErrorList{{Code: "unannounced"}})
	for _, want := range []string{
		"合格　严重错误：2 份文件逐字核验，2 份与原件一致\n", "不合格　链接可用性：站内链接 7 个，打不开或错误的 1 个\n", "不合格　外部链接：未加提示的站外链接 1 个\n",
		"\n合格　站外资源：", "不合格　空白栏目：栏目页 2 个，空白的 1 个，如 documents/index.html\n", "不合格　页面标签：页面 6 个，标签不全的 2 个，如 about.html、documents/b.html\n",
		"不合格　发布时间：文件 2 份，没有发布时间的 1 份，如 documents/b.html\n", "\n合格　网站标识码：已配置\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the report lacks %q:\n%s", want, got)
		}
	}
}
