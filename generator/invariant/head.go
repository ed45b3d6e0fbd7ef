package invariant

import (
	"strconv"
	"strings"
	"unicode"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// Bounds of what a head may be.
const (
	longTitle  = 110  // characters that no title has
	longPaper  = 3000 // characters of a paper that orders something somewhere
	longIssuer = 60   // characters of one issuer
	longLine   = 8    // characters of a line that does not stand twice by accident
	mostAgain  = 0.35 // share of such lines that stand there a second time
)

// A head is what a paper says about itself, with the paper.
type head struct {
	*policy.Facts
	chars int     // of the paper without white space, tables and residue
	again float64 // share of its longer lines, by characters, that stood there before
}

// headRules ask about the whole paper. The name of a rule begins with the field that it doubts, "paper" where
// it doubts no single one.
var headRules = policy.Decisions[head]{
	{
		Rule: policy.Rule{
			Name: "title-symbol", Verdict: policy.AsDoubt, Says: "标题以符号或序号开头",
			Takes: "〔---甲市人民政府关于修路的通知〕", Leaves: "〔《甲市道路条例》实施办法〕",
		},
		Holds: func(h head) bool {
			r := first(h.Meta.Title)
			_, mark := numeral.ReadMark(h.Meta.Title)
			return h.Meta.Title != "" && (mark > 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("《“", r))
		},
	},
	{
		Rule: policy.Rule{
			Name: "title-cut", Verdict: policy.AsDoubt, Says: "标题缺头少尾，或者括号、引号只有半个",
			Takes: "〔甲市人民政府关于印发〕", Leaves: "〔甲市科学普及〕",
		},
		Holds: func(h head) bool {
			t := h.Meta.Title
			open := words.Suffix(t, titleCutEnds) != "" && words.Suffix(t, titleEnds) == ""
			return t != "" && (open || words.Prefix(t, titleCutHeads) != "" || half(t))
		},
	},
	{
		Rule: policy.Rule{
			Name: "title-open", Verdict: policy.AsDoubt, Says: "标题没有以文种结尾，正文第一行像是它的下半截",
			Takes: "〔甲市人民政府关于加强道路〕\n养护工作的意见\n各县人民政府：\n道路要加强养护。", Leaves: "〔甲市道路养护三年行动〕\n各县人民政府：\n道路要加强养护。",
		},
		Holds: goesOn,
	},
	{
		Rule: policy.Rule{
			Name: "title-page", Verdict: policy.AsDoubt, Says: "标题里有网页上的话",
			Takes: "〔首页政务公开甲市人民政府关于修路的通知〕", Leaves: "〔甲市人民政府关于促进老字号发展的意见〕",
		},
		Holds: func(h head) bool { return words.In(h.Meta.Title, titlePageWords) },
	},
	{
		Rule: policy.Rule{
			Name: "title-sentence", Verdict: policy.AsDoubt, Says: "标题过长，或者是一句话",
			Takes: "〔各县要修好道路。〕", Leaves: "〔甲市人民政府关于修好道路的通知〕",
		},
		Holds: func(h head) bool {
			return strings.ContainsAny(h.Meta.Title, "。；") || characters(h.Meta.Title) > longTitle
		},
	},
	{
		Rule: policy.Rule{
			Name: "title-twice", Verdict: policy.AsDoubt, Says: "标题里同样的话说了两遍",
			Takes: "〔甲市人民政府关于修路的通知甲市人民政府关于修路的通知〕", Leaves: "〔甲市人民政府关于转发甲省人民政府关于修路的通知的通知〕",
		},
		Holds: func(h head) bool {
			t := []rune(h.Meta.Title)
			n := len(t) / 2
			return n >= 6 && string(t[:n]) == string(t[len(t)-n:])
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-year", Verdict: policy.AsDoubt, Says: "文号的年份与成文日期对不上",
			Takes: "甲市人民政府关于修路的通知\n〔甲政发[2013]3号〕\n各县人民政府：\n要修好道路。\n甲市人民政府\n2021年3月1日", Leaves: "甲市人民政府关于修路的通知\n〔甲政发[2020]93号〕\n各县人民政府：\n要修好道路。\n甲市人民政府\n2021年1月4日",
		},
		Holds: func(h head) bool {
			of, signed := numberYear(h.Meta.Number), yearOf(h.Meta.Date)
			return of > 0 && signed > 0 && of != signed && of != signed-1
		},
	},
	{
		Rule: policy.Rule{
			Name: "date-published", Verdict: policy.AsDoubt, Says: "成文日期晚于网页所说的发布日期",
			Takes: "发布日期：2020-03-05\n甲市人民政府关于修路的通知\n各县人民政府：\n要修好道路。\n甲市人民政府\n〔2021年3月1日〕", Leaves: "发布日期：2021-03-05\n甲市人民政府关于修路的通知\n各县人民政府：\n要修好道路。\n甲市人民政府\n〔2021年3月1日〕",
		},
		Holds: func(h head) bool { return h.Meta.Published != "" && h.Meta.Date > h.Meta.Published },
	},
	{
		Rule: policy.Rule{
			Name: "date-cited", Verdict: policy.AsDoubt, Says: "文件引用了比它的成文日期更晚的文号",
			Takes: "甲市人民政府关于修路的通知\n各县人民政府：\n按照乙政发[2023]8号文件修好道路。\n甲市人民政府\n〔2021年3月1日〕", Leaves: "甲市人民政府关于修路的通知\n各县人民政府：\n按照乙政发[2020]8号文件修好道路。\n甲市人民政府\n〔2021年3月1日〕",
		},
		Holds: func(h head) bool {
			signed := yearOf(h.Meta.Date)
			for _, c := range h.Citations {
				if signed > 0 && numberYear(c.Number) > signed {
					return true
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "issuer-odd", Verdict: policy.AsDoubt, Says: "发文机关含有数字、半个括号、冒号或者过长，不像名称",
			Takes: "甲市人民政府关于修路的通知\n各县人民政府：\n要修好道路。\n〔联系人：甲市交通局〕\n2021年3月1日", Leaves: "甲市人民政府关于修路的通知\n各县人民政府：\n要修好道路。\n〔甲市交通局〕\n2021年3月1日",
		},
		Holds: func(h head) bool {
			for _, name := range h.Meta.Issuers {
				if half(name) || strings.ContainsAny(name, "：:，。；0123456789《》") || characters(name) > longIssuer {
					return true
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "recipients-sentence", Verdict: policy.AsDoubt, Says: "主送机关里有整句话",
			Takes: "甲市人民政府关于修路的通知\n〔为修好道路。现就有关事项通知如下，各县人民政府：〕\n要修好道路。", Leaves: "甲市人民政府关于修路的通知\n〔各县人民政府，市政府各部门：〕\n要修好道路。",
		},
		Holds: func(h head) bool { return strings.ContainsAny(h.Meta.Recipients, "。；《") },
	},
	{
		Rule: policy.Rule{
			Name: "region-dateline", Verdict: policy.AsDoubt, Says: "地区只见于新闻电头",
			Takes: "全国修路纲要\n新华社〔乙市〕1月2日电\n修好道路。", Leaves: "〔乙市〕修路纲要\n新华社乙市1月2日电\n修好道路。",
		},
		Holds: func(h head) bool { return h.Meta.Region != "" && onlyDateline(h.Document.File.Text, h.Meta.Region) },
	},
	{
		Rule: policy.Rule{
			Name: "paper-bare", Verdict: policy.AsDoubt, Says: "有条款，但标题、文号、发文机关和日期一样也没有读出",
			Takes: "〔一、〕修好道路\n各县修好道路。", Leaves: "〔一、〕修好道路\n各县修好道路。\n甲市人民政府\n2021年3月1日",
		},
		Holds: func(h head) bool {
			m := h.Meta
			named := m.Title != "" && !m.TitleDerived || m.Number != "" || m.Issuer != "" || m.Date != ""
			return !named && len(h.Measures) > 0
		},
	},
	{
		Rule: policy.Rule{
			Name: "paper-twice", Verdict: policy.AsDoubt, Says: "文件的大半文字出现了两遍",
			Takes:  "〔甲市修路方案〕\n一、各县修好道路。\n二、各乡修好道路。\n三、各村修好道路。\n一、各县修好道路。\n二、各乡修好道路。\n三、各村修好道路。",
			Leaves: "〔甲市修路方案〕\n一、各县修好道路。\n二、各乡修好道路。\n三、各村修好道路。\n四、各县养好道路。\n五、各乡养好道路。\n一、各县修好道路。",
		},
		Holds: func(h head) bool { return h.again >= mostAgain },
	},
	{
		Rule: policy.Rule{
			Name: "paper-silent", Verdict: policy.AsDoubt, Says: "三千字以上的公文没有读出一条措施",
			Takes: "〔甲市修路方案〕\n各县修好道路……", Leaves: "〔甲市修路见闻〕\n各县修好道路……",
		},
		Holds: func(h head) bool {
			official := h.Meta.Kind != "" || h.Meta.Number != "" || h.Meta.Recipients != ""
			return official && h.chars >= longPaper && len(h.Measures) == 0 && len(h.Annex) == 0
		},
	},
}

var (
	titleCutEnds   = words.Of("doubt-title-cut-ends")
	titleEnds      = words.Of("doubt-title-ends")
	titleCutHeads  = words.Of("doubt-title-cut-heads")
	titlePageWords = words.Of("doubt-title-page-words")
	kinds          = append(words.Of("paper-kinds"), words.Of("title-kinds")...)
	regionEnds     = words.Of("region-ends")
	newsAgencies   = words.Of("news-agencies")
	yearInNumber   = pattern.MustCompile(`〔(\d{4})〕`)
)

// goesOn reports whether a title that ends in no kind is followed by a short line that does.
func goesOn(h head) bool {
	title := h.Document.Title
	if h.Meta.Title == "" || title.Empty() || !strings.Contains(h.Meta.Title, "关于") || words.Suffix(bare(h.Meta.Title), kinds) != "" {
		return false
	}
	for _, b := range h.Document.Blocks {
		if b.Start < title.End || b.Kind == document.Noise {
			continue
		}
		line := h.Document.File.Squeezed(b.Span)
		return b.Section == nil && characters(line) <= 40 && words.Suffix(bare(line), kinds) != ""
	}
	return false
}

// bracketed is what stands in brackets at the end of a title: （试行）.
var bracketed = pattern.MustCompile(`[（(][^（()）]*[）)]$`)

// bare returns a title without what stands in brackets behind it.
func bare(title string) string { return bracketed.ReplaceAllString(title, "") }

// numberYear returns the year of a 文号 in normal form, 0 where it has none.
func numberYear(number string) int {
	if m := yearInNumber.FindStringSubmatch(number); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// yearOf returns the year of a date YYYY-MM-DD, 0 where there is none.
func yearOf(date string) int {
	n, _ := strconv.Atoi(date[:min(len(date), 4)])
	return n
}

// onlyDateline reports whether text names a region behind the name of a news agency and nowhere else.
func onlyDateline(text, region string) bool {
	stem := region[:len(region)-len(words.Suffix(region, regionEnds))]
	found := false
	for rest := text; ; {
		i := strings.Index(rest, stem)
		if i < 0 {
			return found
		}
		if words.Suffix(strings.TrimRight(rest[:i], " \u3000"), newsAgencies) == "" {
			return false
		}
		found, rest = true, rest[i+len(stem):]
	}
}

// newHead measures the text of the paper.
func (c *checker) newHead() head {
	h := head{Facts: c.Facts}
	seen := map[string]bool{}
	long, again := 0, 0
	for _, b := range c.Document.Blocks {
		if b.Kind == document.Noise {
			continue
		}
		if b.Kind == document.TableBlock {
			continue
		}
		line := c.file.Squeezed(b.Span)
		n := characters(line)
		if h.chars += n; n < longLine {
			continue
		}
		if long += n; seen[line] {
			again += n
		}
		seen[line] = true
	}
	h.again = float64(again) / float64(max(long, 1))
	return h
}

// head asks about the whole paper. A doubt stands where the paper says what it is about, at its beginning
// where that is nowhere.
func (c *checker) head() {
	for _, r := range headRules.All(c.newHead()) {
		c.doubt(r, c.field(r.Name), &c.Meta.Doubts)
	}
}

// field returns where the paper says what a rule of headRules doubts.
func (c *checker) field(rule string) source.Span {
	d := c.Document
	name, _, _ := strings.Cut(rule, "-")
	at := map[string]source.Span{"title": d.Title, "number": d.Number, "date": d.Date, "issuer": d.Issuer, "recipients": d.Recipients}[name]
	if at.Empty() && len(d.Blocks) > 0 {
		return d.Blocks[0].Span
	}
	return at
}
