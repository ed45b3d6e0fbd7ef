package pdf

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/pdfium"
)

// folded are the lines of a text of so many characters each, below each other from a place on.
func folded(x, y, step float64, characters int, text string) []pdfium.Character {
	var out []string
	for c := range slices.Chunk([]rune(text), characters) {
		out = append(out, string(c))
	}
	return lines(x, y, step, out...)
}

const (
	canal  = "各灌区要在清明以前把干渠支渠清淤一遍，对渗漏严重的渠段抓紧衬砌，资金由受益乡镇和县里共同承担，不足部分申请市里补助，用水户协会负责日常看护并公布收费标准。"
	pump   = "泵站实行专人值守，每班填写运行记录，停机检修须提前三天告知下游各村，"
	flood  = "进入主汛期以后，值班人员不得离岗，遇有险情立即报告并先行处置。"
	forest = "林场职工轮流巡山，发现火情即刻上报，严禁带火种进山。"
)

// TestGutter reads columns that are not of one width and whose paragraphs are not indented.
func TestGutter(t *testing.T) {
	for _, tt := range []struct {
		name string
		page page
		want string
	}{
		{"one twice as wide", onPage(folded(60, 100, 24, 16, canal), folded(340, 100, 24, 8, pump+flood)), canal + "\n" + pump + flood + "\n"},
		{"the left one narrow", onPage(folded(60, 100, 24, 7, pump), folded(200, 100, 24, 20, canal)), pump + canal + "\n"},
		{"at heights of their own", onPage(folded(60, 100, 24, 16, canal), folded(340, 111, 21, 8, flood)), canal + "\n" + flood + "\n"},
		{"paragraphs with room between them", onPage(folded(60, 100, 20, 16, canal), folded(60, 220, 20, 16, flood+forest),
			folded(340, 100, 20, 9, pump), folded(340, 200, 20, 9, forest)), canal + "\n" + flood + forest + "\n" + pump + "\n" + forest + "\n"},
		{"three of them", onPage(folded(40, 100, 24, 15, canal), folded(300, 100, 24, 7, flood), folded(430, 100, 24, 9, pump)), canal + "\n" + flood + "\n" + pump + "\n"},
		{"the right one begins where the left one ends", onPage(folded(60, 100, 24, 16, canal), folded(340, 196, 24, 12, flood)), canal + "\n" + flood + "\n"},
		{"of three lines", onPage(folded(60, 100, 24, 14, flood), folded(340, 100, 24, 9, forest)), flood + "\n" + forest + "\n"},
		{"below a title, above a line over both", onPage(at(200, 50, "灌溉管理要点"), folded(60, 100, 24, 16, canal), folded(340, 100, 24, 8, pump+flood), at(60, 350, "以上各项自发布之日起施行，由县水利局负责解释。")),
			"灌溉管理要点\n" + canal + "\n" + pump + flood + "\n以上各项自发布之日起施行，由县水利局负责解释。\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, pdfText(t, tt.page)); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// TestGutterGoesOn reads columns whose text goes on over pages, the last of them of one line.
func TestGutterGoesOn(t *testing.T) {
	text := canal[:len(canal)-3] + "，" + pump + flood
	part := func(from, to int) string { return string([]rune(text)[from:to]) }
	n := len([]rune(text))
	pages := []page{onPage(folded(60, 100, 24, 16, part(0, 48)), folded(340, 100, 24, 10, part(48, 78))), onPage(folded(60, 100, 24, 16, part(78, 126)), folded(340, 100, 24, 10, part(126, n)))}
	if diff := cmp.Diff(text+"\n", pdfText(t, pages...)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// TestSmallColumn reads a column of smaller writing, a little lower than the lines beside it: it is not lowered from them.
func TestSmallColumn(t *testing.T) {
	small := folded(340, 102, 17, 10, forest)
	for i := range small {
		c := &small[i]
		k := float64(i % 10)
		c.Size, c.X, c.Box.Left, c.Box.Right = 10, 340+10*k, 340+10*k, 350+10*k
	}
	if diff := cmp.Diff(canal+"\n"+forest+"\n", pdfText(t, onPage(folded(60, 100, 24, 16, canal), small))); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// TestNoGutter holds that cells beside each other, whose rows begin at one height, are not read one column after
// another, though they hold long sentences.
func TestNoGutter(t *testing.T) {
	for name, p := range map[string]page{
		"rows":                onPage(folded(60, 100, 24, 16, canal), folded(340, 100, 24, 8, pump), folded(60, 244, 24, 16, canal), folded(340, 244, 24, 8, flood)),
		"a head":              onPage(at(60, 76, "任务"), at(340, 76, "措施"), folded(60, 100, 24, 16, canal), folded(340, 100, 24, 8, pump+flood)),
		"a head, short cells": onPage(at(60, 76, "任务"), at(340, 76, "措施"), folded(60, 100, 24, 14, flood), folded(340, 100, 24, 9, forest)),
		"names":               onPage(folded(60, 100, 24, 16, canal), lines(340, 100, 24, "县水利局、县财政", "局、各乡镇人民政", "府、用水户协会、", "县农业农村局")),
		"cells in middle":     onPage(folded(60, 100, 24, 16, canal), folded(340, 112, 24, 8, forest), folded(60, 244, 24, 16, canal), folded(340, 268, 24, 8, forest)),
	} {
		t.Run(name, func(t *testing.T) {
			if got := pdfText(t, p); strings.HasPrefix(got, canal) || strings.Contains(got, "\n"+canal) || strings.Contains(got, "\n"+flood+"\n"+forest) {
				t.Errorf("cells are read as columns of text: %s", got)
			}
		})
	}
}
