package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	// listTail is what follows the last name of a list: 「等国务院相关部门及各地区按职责分工负责」.
	listTail = words.Pattern(`(?:等(?:部门|单位)?(?:和单位)?)?(?:按照?(?:各自)?{{list-tail-duties}}[^、，；]{0,10}|{{list-tail-adverbs}}?{{list-tail-verbs}})$`)
	openTail = words.Pattern(openEnd + `$`)
	openIn   = words.Pattern(openEnd + `{{open-end-joiners}}`)
)

// openEnd is the open end of a list: 「等市级有关部门」, 「等部门和单位」, 「等供水供气企业」.
const openEnd = `等(?:[0-9０-９一二三四五六七八九十]+[个家])?(?:[^、，；。（）等高中]{0,8}?{{open-end-kinds}}(?:[和及](?:有关|相关)?{{open-end-more}}|[（(]{{open-end-kinds}}[）)])?)?`

// behindName take off what stands behind a name, again and again.
var behindName = []trimming{
	{
		Rule: policy.Rule{
			Name: "list-tail", Verdict: policy.AsName, Says: "名称后的“按职责分工负责”“落实”等不是名称",
			Takes: "修好路。（市交通局、〔市财政局按职责分工负责〕）", Leaves: "修好路。（〔市交通局〕、市财政局按职责分工负责）",
		},
		keep: func(item string) (int, int) {
			if m := listTail.FindStringIndex(item); m != nil {
				return 0, m[0]
			}
			return 0, len(item)
		},
	},
	{
		Rule: policy.Rule{
			Name: "open-end", Verdict: policy.AsName, Says: "名称后的“等部门”“等18个单位”不是名称，高等学校的“等”除外",
			Takes: "修好路。（市交通局、〔市财政局等部门〕）", Leaves: "修好路。（市交通局、〔市高等学校〕）",
		},
		keep: func(item string) (int, int) {
			if m := openEndAt(openTail, item); m != nil {
				return 0, m[0]
			}
			return 0, len(item)
		},
	},
}

// openEndAt returns where re, which begins with openEnd, matches in item; the 等 of 高等学校 is none.
func openEndAt(re *pattern.Regexp, item string) []int {
	for from := 0; from < len(item); {
		m := re.FindStringIndex(item[from:])
		if m == nil {
			return nil
		}
		if at := from + m[0]; !strings.HasSuffix(item[:at], "高") {
			return []int{at, from + m[1]}
		}
		from += m[0] + len("等")
	}
	return nil
}
