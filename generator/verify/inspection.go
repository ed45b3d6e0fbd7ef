package verify

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// An Inspection is what the inspection of government websites asks of a site and files alone can
// answer.
type Inspection struct {
	Columns, Papers, Pages int
	Empty                  []string // list pages without an entry
	Untagged               []string // pages without the tags of their kind
	Undated                []string // papers without PubDate
	NoCode                 bool     // the site shows no SiteIDCode
}

// Inspect reads the pages of the finished site fsys.
func Inspect(fsys fs.FS) (*Inspection, error) {
	n := &Inspection{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		root, err := html.Parse(f)
		if err != nil {
			return say.Errorf("reading %s: %w", name, err)
		}
		n.page(name, root)
		return nil
	})
	return n, err
}

// page notes what is missing from one page.
func (n *Inspection) page(name string, root *html.Node) {
	n.Pages++
	tags := map[string]bool{}
	entries, paper := 0, false
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		switch {
		case node.Data == "meta" && value(node, "content") != "":
			tags[value(node, "name")] = true
		case (node.Data == "td" || node.Data == "li") && within(node, "main"):
			entries++
		case has(node, "data-verbatim"):
			paper = true
		}
	}
	if path.Base(name) == "index.html" {
		n.Columns++
		if entries == 0 {
			n.Empty = append(n.Empty, name)
		}
	}
	if name != "404.html" && !(tags["SiteName"] && tags["ColumnName"] && tags["ColumnType"]) {
		n.Untagged = append(n.Untagged, name)
	}
	if paper {
		n.Papers++
		if !tags["PubDate"] {
			n.Undated = append(n.Undated, name)
		}
		if !tags["ArticleTitle"] {
			n.Untagged = append(n.Untagged, name)
		}
	}
	if name == "index.html" {
		n.NoCode = !tags["SiteIDCode"]
	}
}

// within reports whether n stands inside an element of the name.
func within(n *html.Node, name string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && p.Data == name {
			return true
		}
	}
	return false
}

// Text returns the report that an editor reads before publishing, in the words of the sheet;
// proof and errs are those of [Site].
func (n *Inspection) Text(proof *Report, errs source.ErrorList) string {
	unannounced := 0
	for _, e := range errs {
		if e.Code == "unannounced" {
			unannounced++
		}
	}
	var b strings.Builder
	line := func(ok bool, item, format string, args ...any) {
		b.WriteString(map[bool]string{true: "合格", false: "不合格"}[ok] + "　" + item + "：" + fmt.Sprintf(format, args...) + "\n")
	}
	b.WriteString("发布前自查\n")
	line(proof.Complete == proof.Texts, "严重错误", "%d 份文件逐字核验，%d 份与原件一致", proof.Texts, proof.Complete)
	line(proof.Broken == 0, "链接可用性", "站内链接 %d 个，打不开或错误的 %d 个", proof.Links, proof.Broken)
	line(unannounced == 0, "外部链接", "未加提示的站外链接 %d 个", unannounced)
	line(proof.Outside == 0, "站外资源", "页面自动加载的站外资源 %d 个", proof.Outside)
	line(len(n.Empty) == 0, "空白栏目", "栏目页 %d 个，空白的 %d 个%s", n.Columns, len(n.Empty), some(n.Empty))
	line(len(n.Untagged) == 0, "页面标签", "页面 %d 个，标签不全的 %d 个%s", n.Pages, len(n.Untagged), some(n.Untagged))
	line(len(n.Undated) == 0, "发布时间", "文件 %d 份，没有发布时间的 %d 份%s", n.Papers, len(n.Undated), some(n.Undated))
	line(!n.NoCode, "网站标识码", "%s", map[bool]string{true: "未配置（hugo.toml 的 site_id_code）", false: "已配置"}[n.NoCode])
	b.WriteString("互动回应、更新时效、服务器可用性不能由文件判断，请另行检查。\n")
	return b.String()
}

// some names the first of a list.
func some(names []string) string {
	if len(names) == 0 {
		return ""
	}
	text := "，如 " + strings.Join(names[:min(len(names), 3)], "、")
	if len(names) > 3 {
		text += " 等"
	}
	return text
}
