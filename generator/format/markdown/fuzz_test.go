package markdown_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"zhengce/generator/internal/formattest"
)

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"# 题\n\n**发布日期**: x\n\n一、甲", "| 甲 | 乙 |\n|-|-|\n| 丙 |\n\n丁", "> - 1. 甲\n\n   乙", "<table><tr><td>甲</table>\n\n**乙。**丙", "[甲]: 乙\n\n[丙](丁 \"戊\")", "---\n甲: 乙\n---\n丙",
		"甲\n===\n乙\n---\n`丙`<b>丁</b>&#x4e00;", "1. 甲\n1. 乙\n7) 丙", "甲<t b\nc>乙\n\n丙", "<t\x13b<leB\nle><tr><td>甲<le>\n\n*>\n\n**乙。**丙", "```甲\n乙\n```\n\n    丙\n\\*丁\\*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := formattest.Fuzz(t, "x.md", []byte(text))
		if file == nil || !utf8.ValidString(text) || strings.ContainsAny(text, "<&[`~!|") || strings.HasPrefix(text, "---") {
			return // what links point at, code is called and tables have too many is shown to nobody
		}
		for r, n := range formattest.Han(text) {
			if formattest.Han(file.Text)[r] != n {
				t.Fatalf("%q stands %d times in the file %q, %d times in the text %q", r, n, text, formattest.Han(file.Text)[r], file.Text)
			}
		}
	})
}
