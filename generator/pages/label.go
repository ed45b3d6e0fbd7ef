package pages

import (
	"fmt"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// fateNames say what becomes of a paper that another one names.
var fateNames = map[catalog.Fate]string{catalog.Ends: "废止", catalog.Alters: "修改", catalog.Above: "与之不一致的，以该文件为准"}

// unknown stands where a paper does not say a value.
const unknown = "未载明"

var kindNames = map[policy.Kind]string{policy.Target: "目标值", policy.Threshold: "条件、门槛"}

var relationNames = map[catalog.Relation]string{
	catalog.Identical: "一致", catalog.Reworded: "改写", catalog.Partial: "部分",
}

// relation names how the tasks of p agree.
func relation(p *catalog.Pair) string { return relationNames[p.Relation] }

// basis names the rule by which the bodies of t got their roles, with the words that state it.
func basis(t *catalog.Task) string {
	if t.Basis.Quote == "" {
		return t.Rule.Says
	}
	return t.Rule.Says + "：“" + t.Basis.Quote + "”"
}

// record says in one line what is known of i.
func record(i *catalog.Indicator) string {
	text := orUnknown(i.Subject) + "：" + i.Amount()
	if i.Year != 0 {
		text += "，" + year(i.Year)
	}
	return text + "（" + kindNames[i.Kind] + "）"
}

// year writes a year, or that there is none.
func year(y int) string {
	if y == 0 {
		return unknown
	}
	return strconv.Itoa(y) + "年"
}

// date writes 2015-07-20 as 2015年7月20日.
func date(iso string) string {
	var y, m, d int
	if _, err := fmt.Sscanf(iso, "%d-%d-%d", &y, &m, &d); err != nil {
		return iso
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}

// orUnknown returns text, or the word for a value that the paper does not say.
func orUnknown(text string) string {
	if text == "" {
		return unknown
	}
	return text
}

// count writes a number for a table, with nothing for 0.
func count(n int) inline {
	if n == 0 {
		return plain("")
	}
	return plain(strconv.Itoa(n))
}

// cut shortens text to n characters.
func cut(text string, n int) string {
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	return strings.TrimRight(string(r[:n-1]), "，、；：（“") + "…"
}

// A placed thing has a page of its own.
type placed interface{ Path() string }

// file returns the page of x as a link destination: Hugo turns it into an address and fails
// where there is no such page.
func file(x placed) string { return "/" + x.Path() + ".md" }
