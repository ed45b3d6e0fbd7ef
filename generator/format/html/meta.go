package html

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// metaNames are the meta tags that say something about the paper. ArticleTitle, PubDate,
// ContentSource, Keywords and Url are those that 国办发〔2017〕47号 asks of government pages; the
// others are in common use (unverified).
var metaNames = map[string]string{
	"articletitle": "标题", "og:title": "标题", "title": "标题", "dc.title": "标题",
	"pubdate": "发布日期", "publishdate": "发布日期", "firstpublishedtime": "发布日期", "article:published_time": "发布日期",
	"contentsource": "发布机构", "source": "发布机构",
	"url": "网址", "og:url": "网址",
	"keywords": "主题词", "category": "主题分类",
	"documentnumber": "发文字号", "filenumber": "发文字号", "wenhao": "发文字号",
	"indexnumber": "索引号", "syh": "索引号",
}

// metaTags adds what the page's tables and meta tags say, the tables first: people read those.
func (p *page) metaTags(b *paper.Builder) {
	for i := range p.lines {
		p.fields(b, &p.lines[i])
		p.labelAbove(b, i)
	}
	for _, m := range p.meta {
		if name := metaNames[m.name]; name != "" {
			b.Field(name, m.content)
		}
	}
	p.windowTitle(b)
}

// windowTitle adds a line of the paper that the page's window is named for, as its title: the heads of reports
// and notices on web pages often have no word that says what they are.
func (p *page) windowTitle(b *paper.Builder) {
	titles := p.titles()
	for i := range p.lines {
		l := &p.lines[i]
		if l.reason != "" || l.table != nil {
			continue
		}
		if text := source.Squeeze(l.text); utf8.RuneCountInString(text) >= 4 && titles[text] {
			b.Field("标题", l.text)
			return
		}
		if l.weight() > 0 {
			return // the body has begun
		}
	}
}

// labelAbove adds the value of a label that stands on a line of its own, with the value on the next,
// as the terms of a list do: 「索引号」, 「000014349/2018-00223」.
func (p *page) labelAbove(b *paper.Builder, i int) {
	if i+1 >= len(p.lines) {
		return
	}
	l, next := &p.lines[i], &p.lines[i+1]
	if l.reason == "" || next.reason == "" || l.table != nil || next.table != nil || l.hidden != next.hidden {
		return
	}
	name, ok := paper.Label(l.text)
	if _, also := paper.Label(next.text); ok && !also && !strings.HasSuffix(next.text, "：") {
		b.Field(name, next.text)
	}
}

// fields adds what a line of noise says about the paper.
func (p *page) fields(b *paper.Builder, l *line) {
	if l.reason == "" {
		return
	}
	if l.table == nil {
		if name, value, ok := paper.Labelled(l.text); ok && !strings.ContainsAny(value, "：:") {
			b.Field(name, value)
		}
		return
	}
	if !l.table.meta {
		return
	}
	for _, row := range l.table.rows {
		name := ""
		for _, c := range row {
			text := strings.Join(c.Lines, " ")
			if n, ok := paper.Label(text); ok {
				name = n
			} else if n, value, ok := paper.Labelled(text); ok && name == "" {
				b.Field(n, value)
			} else if name != "" {
				b.Field(name, text)
				name = ""
			}
		}
	}
}
