package target

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// gluedExclusions leave the numbers of a table whose cells the text has run together: 「（个）12501810+45%」 is 1250
// and 1810, or 125 and 01810, and nothing tells which.
var gluedExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "cells-run-together", Verdict: policy.Leave, Says: "表格各栏连写在一起，数字从哪里断开无从知道",
			Takes:  "专栏1主要指标序号指标2020年2025年1公园（个）62082绿化率（%）2125＞〔30〕%以上。",
			Leaves: "主要指标是：到2025年，公园达到82个，绿化率达到〔30〕%以上。",
		},
		Holds: func(c *candidate) bool {
			return !c.scope.row && !c.scope.cell && c.t.glued(c.t.clauses[c.clause].sentence)
		},
	},
}

var (
	gluedHeads = words.Of("glued-heads")
	gluedYears = pattern.MustCompile(`(?:19|20)\d{2}年?[（(]?(?:19|20)\d{2}年`)
	figures    = pattern.MustCompile(`\d+`)
)

const (
	leastHeads   = 2 // words of the head of a table
	leastFigures = 4
	figuresPer   = 3 // figures for each stop at least
)

// glued reports whether the sentence with this index is a table whose cells run together: it has words of a head
// of a table, and many figures with hardly a stop. It is measured once.
func (t *paragraph) glued(sentence int) bool {
	if known, ok := t.gluedAt[sentence]; ok {
		return known
	}
	if t.gluedAt == nil {
		t.gluedAt = map[int]bool{}
	}
	at := t.sentences[sentence]
	t.gluedAt[sentence] = runsTogether(t.s[at.start:at.end])
	return t.gluedAt[sentence]
}

func runsTogether(sentence string) bool {
	heads := 0
	for _, w := range gluedHeads {
		if strings.Contains(sentence, w) {
			heads++
		}
	}
	if heads == 0 || heads < leastHeads && !gluedYears.MatchString(sentence) {
		return false
	}
	stops := 0
	for _, r := range sentence {
		if strings.ContainsRune("，、；：", r) {
			stops++
		}
	}
	n := len(figures.FindAllStringIndex(sentence, -1))
	return n >= leastFigures && n >= figuresPer*stops
}
