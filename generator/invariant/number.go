package invariant

import (
	"slices"
	"strings"
	"unicode"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// Bounds of what a number may be.
const (
	farYears   = 45 // after its paper, to which no target looks ahead
	longUnit   = 8  // characters that no unit has more than
	wholeShare = 100
	sameWords  = 24 // characters of a sentence that no two measures share by accident
)

// A number is one that a paper sets.
type number struct {
	*policy.Indicator
	signed  int      // year of the paper, 0 where it is unknown
	value   string   // the words of the number itself, squeezed
	before  string   // the text of its line before it
	titles  []string // of the sections that it stands in, the innermost first
	twin    bool     // another measure before has it in the same sentence
	behind  string   // the text of its line from it on
	inTable bool
}

// numberRules ask about each number.
var numberRules = policy.Decisions[number]{
	{
		Rule: policy.Rule{
			Name: "year-past", Verdict: policy.AsDoubt, Says: "目标值的年份早于文件的成文年份",
			Takes: "一、修路\n（一）到2019年，修好道路〔30条〕。", Leaves: "一、修路\n（一）到2025年，修好道路〔30条〕。",
		},
		Holds: func(n number) bool { return n.Kind == policy.Target && n.Year > 0 && n.Year < n.signed },
	},
	{
		Rule: policy.Rule{
			Name: "year-far", Verdict: policy.AsDoubt, Says: "目标值的年份远在文件的成文年份之后",
			Takes: "一、修路\n（一）到2120年，修好道路〔30条〕。", Leaves: "一、修路\n（一）到2060年，修好道路〔30条〕。",
		},
		Holds: func(n number) bool { return n.signed > 0 && n.Year > n.signed+farYears },
	},
	{
		Rule: policy.Rule{
			Name: "target-review", Verdict: policy.AsDoubt, Says: "目标值出自回顾、现状一类的部分",
			Takes: "一、去年工作回顾\n（一）修好道路〔30条〕。", Leaves: "一、发展现状和目标任务\n（一）修好道路〔30条〕。",
		},
		Holds: func(n number) bool {
			if n.Kind != policy.Target {
				return false
			}
			for _, t := range n.titles {
				if words.In(t, aheadTitles) {
					return false
				}
				if words.In(t, reviewTitles) || slices.Contains(reviewSoleTitles, t) {
					return true
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-twice", Verdict: policy.AsDoubt, Says: "与前面另一条措施里的同一句话重复",
			Takes:  "一、修路\n（一）各县要在年底以前修好本县的农村道路并且验收30条。\n二、养路\n（一）各县要在年底以前修好本县的农村道路并且验收〔30条〕。",
			Leaves: "一、修路\n（一）各县要在年底以前修好本县的农村道路并且验收30条。\n二、养路\n（一）各乡要在年底以前养好本乡的农村道路并且验收〔30条〕。",
		},
		Holds: func(n number) bool { return n.twin },
	},
	{
		Rule: policy.Rule{
			Name: "share-over", Verdict: policy.AsDoubt, Says: "覆盖率、占比一类的目标超过了百分之百",
			Takes: "一、修路\n（一）道路硬化覆盖率达到〔850%〕。", Leaves: "一、修路\n（一）拨备覆盖率达到〔150%〕。",
		},
		Holds: func(n number) bool {
			named := n.Subject + n.Quote
			return n.Unit == "%" && n.Kind == policy.Target && n.Number > wholeShare && words.In(named, wholeShares) && !words.In(named, overWhole)
		},
	},
	{
		Rule: policy.Rule{
			Name: "unit-elsewhere", Verdict: policy.AsDoubt, Says: "紧跟在数字后面的不是所记的单位",
			Takes: "一、修路\n（一）对投资〔5000万元至1亿元〕的道路给予补助。", Leaves: "一、修路\n（一）对投资〔5000万元至8000万元〕的道路给予补助。",
		},
		Holds: func(n number) bool { return !n.inTable && n.Unit != "" && unitElsewhere(n.behind, n.Unit) },
	},
	{
		Rule: policy.Rule{
			Name: "range-backwards", Verdict: policy.AsDoubt, Says: "区间的上限不大于下限",
			Takes: "一、修路\n（一）修好道路〔30—3条〕。", Leaves: "一、修路\n（一）修好道路〔3—30条〕。",
		},
		Holds: func(n number) bool { return n.Max != nil && *n.Max <= n.Number },
	},
	{
		Rule: policy.Rule{
			Name: "number-date", Verdict: policy.AsDoubt, Says: "数值是年份",
			Takes: "一、修路\n（一）修好道路〔2025年〕。", Leaves: "一、修路\n（一）修好道路〔2025条〕。",
		},
		Holds: func(n number) bool { return n.Unit == "年" && n.Number >= 1900 && n.Number <= 2100 },
	},
	{
		Rule: policy.Rule{
			Name: "number-ordinal", Verdict: policy.AsDoubt, Says: "数字前面是“第”，说的是次序",
			Takes: "一、修路\n（一）依照本办法第〔12条〕修好道路。", Leaves: "一、修路\n（一）进入全省前〔12位〕。",
		},
		Holds: func(n number) bool { return strings.HasSuffix(n.before, "第") },
	},
	{
		Rule: policy.Rule{
			Name: "unit-odd", Verdict: policy.AsDoubt, Says: "单位里有标点，或者长得不像单位",
			Takes: "一、修路\n（一）修好道路〔30条，其中县道〕。", Leaves: "一、修路\n（一）修好道路〔30个/年〕。",
		},
		Holds: func(n number) bool {
			return strings.ContainsAny(n.Unit, "，。、；：“”《》?？") || characters(n.Unit) > longUnit
		},
	},
	{
		Rule: policy.Rule{
			Name: "subject-odd", Verdict: policy.AsDoubt, Says: "指标名称里的括号、引号只有半个，或者里面有句号",
			Takes: "一、修路\n（一）修好“道路〔30条〕。", Leaves: "一、修路\n（一）修好道路〔30条〕。",
		},
		Holds: func(n number) bool { return half(n.Subject) || strings.ContainsAny(n.Subject, "。；") },
	},
	{
		Rule: policy.Rule{
			Name: "quote-mark", Verdict: policy.AsDoubt, Says: "所引的原文以序号开头，不像一句话里的数字",
			Takes: "一、修路\n〔（一）修好道路30条〕。", Leaves: "一、修路\n（一）修好道路〔30条〕。",
		},
		Holds: func(n number) bool {
			mark, _ := numeral.ReadMark(n.Quote)
			return mark.Style == numeral.Comma || mark.Style == numeral.Bracket || mark.Style == numeral.Dot
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-unread", Verdict: policy.AsDoubt, Says: "所引的原文里没有数字",
			Takes: "一、修路\n（一）修好〔道路〕。", Leaves: "一、修路\n（一）修好〔三十条道路〕。",
		},
		Holds: func(n number) bool { return !strings.ContainsFunc(n.value, isNumeral) },
	},
}

var (
	aheadTitles      = words.Of("doubt-ahead-titles")
	reviewTitles     = words.Of("doubt-review-titles")
	reviewSoleTitles = words.Of("doubt-review-sole-titles")
	wholeShares      = words.Of("doubt-whole-shares")
	overWhole        = words.Of("doubt-over-whole")
	ownUnits         = words.Of("doubt-own-units")
)

// isNumeral reports whether r may stand in a number.
func isNumeral(r rune) bool {
	return unicode.IsNumber(r) || strings.ContainsRune("零〇一二三四五六七八九十百千万亿两半双番倍", r)
}

// unitElsewhere reports whether the word behind the first digits of a text is another one than the unit:
// 万元 of 5000万元至1亿元 where the unit is 亿元. Behind a range sign, a bracket or 多 it need not stand.
func unitElsewhere(text, unit string) bool {
	rest := strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsDigit(r) || r == '.' || r == ',' })
	if rest == text || strings.HasPrefix(rest, unit) {
		return false
	}
	low := words.Prefix(rest, ownUnits)
	return low != "" && !strings.HasPrefix(unit, low)
}

// numbers asks about the numbers of the paper.
func (c *checker) numbers() {
	measures := map[string]*policy.Measure{}
	for _, m := range c.Facts.Measures {
		measures[m.ID] = m
	}
	at := &place{file: c.file, sentences: map[string]map[string]string{}}
	titles := map[*document.Section]string{}
	for _, i := range c.Indicators {
		n := number{Indicator: i, signed: yearOf(c.Meta.Date), value: c.file.Squeezed(i.Value)}
		n.before, n.behind = at.sides(c, i.Value)
		n.inTable = slices.ContainsFunc(c.Document.Tables, func(t *document.Table) bool { return t.Span.Contains(i.Value) })
		m := measures[i.Measure]
		for s := section(m); s != nil; s = s.Parent {
			t, ok := titles[s]
			if !ok {
				t = c.file.Squeezed(s.Title)
				titles[s] = t
			}
			n.titles = append(n.titles, t)
		}
		if first := at.sentence(i.Value.Start); m != nil && first != nil {
			before, seen := first[n.value]
			n.twin = seen && before != i.Measure
			if !seen {
				first[n.value] = i.Measure
			}
		}
		ask(c, numberRules, n, i.Span, &i.Doubts)
	}
}

func section(m *policy.Measure) *document.Section {
	if m == nil {
		return nil
	}
	return m.Section
}

// line returns the line that holds s.
func (c *checker) line(s source.Span) source.Span {
	text := c.file.Text
	out := source.Span{Start: strings.LastIndexByte(text[:s.Start], '\n') + 1, End: len(text)}
	if i := strings.IndexByte(text[s.End:], '\n'); i >= 0 {
		out.End = s.End + i
	}
	return out
}
