package markdown_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

func TestMarkdown(t *testing.T) {
	tests := []struct {
		name, file, want string
		meta             []source.Field
	}{
		{"marks are no text", "# 关于*加强*工作的通知\n\n**一、总体要求**\n\n[国务院](http://x) `办公厅`要求：\n\n> 引文\n\n***\n\\*注\\*&nbsp;&amp;",
			"关于加强工作的通知\n一、总体要求\n国务院 办公厅要求：\n引文\n*注*\u00a0&\n", []source.Field{{Name: "标题", Value: "关于加强工作的通知"}}},
		{"bold beside a Chinese mark", "**一、总体要求。**以改革为动力，**（一）目标。**到2020年\n\n电话：020-****1234", "一、总体要求。以改革为动力，（一）目标。到2020年\n电话：020-****1234\n", nil},
		{"numbers stay", "1. 甲\n2. 乙\n   续\n\n文\n\n3. 丙\n\n- 丁\n\n1.戊\n\n（一）己", "1. 甲\n2. 乙\n续\n文\n3. 丙\n丁\n1.戊\n（一）己\n", nil},
		{"numbers that Markdown counts", "1. 甲\n1. 乙\n1. 丙", "1. 甲\n2. 乙\n3. 丙\n", nil},
		{"an indented paragraph is text", "    一、甲\n\n\t二、乙\n\n```\n三、丙\n```", "一、甲\n二、乙\n三、丙\n", nil},
		{"a note is no target of a link", "[注]: 本表为2020年数据\n\n正文", "[注]: 本表为2020年数据\n正文\n", nil},
		{"a table", "| 序号 | 任务 |\n|---|:-:|\n| 1 | **甲** |\n| 2 | |\n\n后文", "|*序号@0|*任务@1|\n|1@0|甲@1|\n|2@0|@1|\n后文\n", nil},
		{"rows longer than their head", "| 水库 | 库容 |\n|---|---|\n| 东库 | 3万方 | 含\\|死库容 |\n| 西库 | 5万方 |\n| 南库 |\n",
			"|*水库@0|*库容@1|*@2|\n|东库@0|3万方@1|含|死库容@2|\n|西库@0|5万方@1|@2|\n|南库@0|@1|@2|\n", nil},
		{"a table of HTML", "前文\n\n<table><tr><td>序号</td><td>任务</td></tr><tr><td rowspan=\"2\">1</td><td>甲</td></tr><tr><td>乙</td></tr></table>\n\n后文",
			"前文\n|*序号@0|*任务@1|\n|1{2×1}@0|甲@1|\n|乙@1|\n后文\n", nil},
		{"a crawler's header and links", "# 某某通知\n\n**发布日期**: 2020-01-02\n**来源**: [x](http://x)\n\n---\n\n## 正文\n\n一、甲。\n\n【原文下载】\n- [某某通知.pdf](/a/b.pdf)\n",
			"某某通知\n- **发布日期**: 2020-01-02\n- **来源**: [x](http://x)\n- ## 正文\n一、甲。\n- 【原文下载】\n- [某某通知.pdf](/a/b.pdf)\n",
			[]source.Field{{Name: "标题", Value: "某某通知"}, {Name: "发布日期", Value: "2020-01-02"}, {Name: "发布机构", Value: "x"}}},
		{"a title that the paper repeats", "# 某某规划\n\n**来源**: 网\n\n关于印发\n\n某某规划\n\n一、甲", "- # 某某规划\n- **来源**: 网\n关于印发\n某某规划\n一、甲\n", []source.Field{{Name: "发布机构", Value: "网"}}},
		{"front matter", "---\n标题: 某某通知\n发文字号: 某政〔2020〕1号\n---\n一、甲", "- 标题: 某某通知\n- 发文字号: 某政〔2020〕1号\n一、甲\n", []source.Field{{Name: "标题", Value: "某某通知"}, {Name: "发文字号", Value: "某政〔2020〕1号"}}},
		{"an address is no body", "# 某某规划\n\n**发布机构**: \n**来源**: https://a.cn/b\n\n一、甲", "某某规划\n- **发布机构**:\n- **来源**: https://a.cn/b\n一、甲\n", []source.Field{{Name: "标题", Value: "某某规划"}, {Name: "网址", Value: "https://a.cn/b"}}},
		{"bold labels of the paper itself", "一、甲\n\n**责任单位**：教育厅\n\n**来源**：财政资金\n\n二、乙", "一、甲\n责任单位：教育厅\n来源：财政资金\n二、乙\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { formattest.Holds(t, "x.md", tt.file, tt.want, tt.meta) })
	}
}

// TestMarkdownLines holds that a line of the text is the line of the file.
func TestMarkdownLines(t *testing.T) {
	file := "# 题\n\n\n文\n\n| a | b |\n|---|---|\n| 一 | 二 |\n\n## 尾"
	f, err := formattest.Read(t, "x.md", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"题", "文", "一", "尾"} {
		want := strings.Count(file[:strings.Index(file, word)], "\n") + 1
		if got := f.Position(strings.Index(f.Text, word)).Line; got != want {
			t.Errorf("%s stands on line %d, want %d", word, got, want)
		}
	}
}
