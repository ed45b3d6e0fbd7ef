package markdown

import (
	"regexp"
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

const (
	repeatReason = "数据库重复的标题行"
)

var (
	// crawlerHeading is a heading that names a section of the crawler's file, not of the paper.
	crawlerHeading = regexp.MustCompile(`^(?:政策|文件|文档|公文|文章)?(?:全文|正文|内容|原文|基本信息|元数据|概要信息)$|^(?:文档|文件)(?:名称?)?[:：].+\.(?:md|txt|docx?|pdf|html?)$`)
	downloadLine   = regexp.MustCompile(`^【?(?:原文|附件|文件|相关)?(?:下载|附件下载|文档)】?[:：]?$`)
)

// surroundings marks what a crawler wrote before and behind the paper as noise: its header lines
// such as 「**发布日期**: 2025-05-27」, its own headings, and download links at the end.
func (m *reader) surroundings() {
	for i := range m.items {
		it := &m.items[i]
		if it.reason != "" {
			continue
		}
		if !m.crawled(it) && !it.tools() && (i > 0 || !m.titleAhead()) {
			break
		}
	}
	m.repeatedTitle()
	for i := len(m.items) - 1; i >= 0; i-- {
		it := &m.items[i]
		switch text := source.Squeeze(it.text); {
		case it.reason != "":
		case it.link || downloadLine.MatchString(text):
			it.reason = paper.DownloadReason
		case !m.crawled(it):
			return
		}
	}
}

// tools marks an item that is one of the page's tools, as a paper never begins, and reports whether
// it is one.
func (it *item) tools() bool {
	switch text := source.Squeeze(it.text); {
	case it.rows != nil:
	case paper.LoadLine.MatchString(text):
		it.reason = paper.DownloadReason
	case paper.CrumbLine.MatchString(text), paper.CountHan(text) <= 60 && !strings.Contains(text, "。") && paper.ToolLine.MatchString(text):
		it.reason = paper.PageReason
	}
	return it.reason != ""
}

// crawled marks an item that is a header line or heading of the crawler and reports whether it is one.
func (m *reader) crawled(it *item) bool {
	if it.rows != nil || !it.marked {
		return false
	}
	_, _, ok := paper.Labelled(strings.ReplaceAll(it.text, "**", ""))
	if ok || strings.HasPrefix(m.raw(it.line), "#") && crawlerHeading.MatchString(source.Squeeze(it.text)) {
		it.reason = paper.HeaderReason
		return true
	}
	return false
}

// repeatedTitle marks a heading before the crawler's header as noise where the paper has the same
// line itself: 「# “十四五”国家应急体系规划」 over a notice that carries the plan of this name.
func (m *reader) repeatedTitle() {
	if len(m.items) < 2 || m.items[0].reason != "" || !m.titleAhead() || m.items[1].reason != paper.HeaderReason {
		return
	}
	title := source.Squeeze(m.items[0].text)
	for _, it := range m.items[1:] {
		if it.reason == "" && source.Squeeze(it.text) == title {
			m.items[0].reason = repeatReason
			return
		}
	}
}

// titleAhead reports whether the first item is a heading of the first level, after which a
// crawler's header may follow.
func (m *reader) titleAhead() bool { return strings.HasPrefix(m.raw(m.items[0].line), "# ") }
