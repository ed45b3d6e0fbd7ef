package extract

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A headReading looks for who issued a paper, and when.
type headReading struct {
	x      *extractor
	events []event // of the lines below the title
	value  string  // which the rule that holds has found
	names  []string
}

// An event is one of the lines below the title of a statute: on a day it was passed, made public or amended.
type event struct{ date, words string }

func (x *extractor) newHead() *headReading {
	r := &headReading{x: x}
	text := ""
	for _, s := range x.doc.Adopted {
		text += x.file.Squeezed(s)
	}
	from := 0
	days := document.DateForm.FindAllStringIndex(text, -1)
	for i, m := range days {
		end := len(text)
		if i+1 < len(days) {
			end = days[i+1][0]
		}
		e := event{document.ReadDate(text[m[0]:m[1]]), text[m[1]:end]}
		if number := strings.TrimRight(strings.TrimLeft(text[from:m[0]], "（("), "，,"); i == 0 && words.NormalNumber(number) != "" {
			e.words = number // 「（国发〔2031〕5号　2031年3月1日）」
		}
		if who, ok := strings.CutSuffix(text[from:m[0]], "于"); ok {
			e.words = strings.TrimLeft(who, "（()）") + e.words // 「某市人大常委会第三次会议于2031年3月1日通过」
		}
		r.events, from = append(r.events, e), m[1]
	}
	return r
}

// found reports whether value is one, which is then what was looked for.
func (r *headReading) found(value string) bool {
	r.value = value
	return value != ""
}

// bodies reports whether the names are those of bodies that issue the paper, run together as it stands.
func (r *headReading) bodies(names []string) bool {
	r.names = names
	return r.found(strings.Join(names, ""))
}

var (
	// madePublic tells by which order or paper a statute was made public: 「国务院令第999号公布」, 「建城〔2031〕7号公布」.
	madePublic = words.Pattern(`^[，,]?(?:以)?(\p{Han}{2,40}?` + words.OrderKind + `(?:[（(]` + words.OrderSerial + `[）)]|` + words.OrderSerial + `)|` + words.PlainOrder + `|` + words.DocNumber(`\p{Han}{2,12}`) + `)(?:{{giving-out-verbs}}|[）)〕】]?$)`)
	// passed tells who passed it: 「某市第十届人民代表大会常务委员会第十三次会议通过」.
	passed = pattern.MustCompile(`^[，,]?(?:经)?(\p{Han}{0,20}?)第[\p{Han}0-9]{1,4}届((?:全国)?人民代表大会(?:常务委员会)?)第[\p{Han}0-9]{1,4}次会议\p{Han}{0,4}通过`)
	// approved tells that a congress approved a plan, which is not its own: 「某市第五届人民代表大会第六次会议批准」.
	approved = pattern.MustCompile(`^[，,]?(?:经)?(\p{Han}{0,20}?)第[\p{Han}0-9]{1,4}届((?:全国)?人民代表大会(?:常务委员会)?)第[\p{Han}0-9]{1,4}次会议\p{Han}{0,4}(?:审查)?批准`)
	// issuedBy tells who issued it without an order: 「国务院发布」.
	issuedBy = words.Pattern(`^[，,]?(国务院|\p{Han}{2,30}?{{body-ends}}){{giving-out-verbs}}`)
	// plainlyPublic tells that a paper was made public, by no order.
	plainlyPublic = words.Pattern(`^[，,]?(?:予以)?{{giving-out-verbs}}`)
	// passedBy tells that a government passed it.
	passedBy = pattern.MustCompile(`^[，,]?(?:经)?(国务院|\p{Han}{2,20}人民政府)(?:第[0-9]{1,4}次)?\p{Han}{0,4}会议\p{Han}{0,4}通过`)
)

// order returns the number of the order that made the paper public, with its day where it is the first: one behind the days on which the paper
// was passed and amended made the amendment public.
func (r *headReading) order() (number, date string) {
	for i, e := range r.events {
		if m := madePublic.FindStringSubmatch(e.words); m != nil {
			if i > 1 {
				e.date = ""
			}
			return words.PrintedNumber(m[1]), e.date
		}
	}
	return "", ""
}

// passedOn returns who passed the paper first, with the day.
func (r *headReading) passedOn() (body, date string) {
	for _, e := range r.events {
		if m := passed.FindStringSubmatch(e.words); m != nil {
			return m[1] + m[2], e.date
		}
		for _, by := range []*pattern.Regexp{passedBy, issuedBy} {
			if m := by.FindStringSubmatch(e.words); m != nil {
				return m[1], e.date
			}
		}
		if strings.Contains(e.words, "通过") {
			return "", e.date
		}
	}
	for _, e := range r.events {
		if approved.MatchString(e.words) {
			return "", e.date
		}
	}
	return "", ""
}

// issuerRules tell who issued the paper. Their sentences are whole papers.
var issuerRules = policy.Decisions[*headReading]{
	{
		Rule: policy.Rule{
			Name: "issuer-signs", Verdict: policy.AsName, Says: "落款的机关是发文机关，照原文连写；几个机关联合行文的，另分列各机关",
			Takes: "乙川市教育局关于支持养老的通知\n一、抓好落实\n加强监督。\n〔乙川市民政局〕\n2031年3月1日", Leaves: "乙川市教育局关于支持养老的通知\n一、抓好落实\n加强监督。〔乙川市民政局〕负责解释。",
		},
		Holds: func(r *headReading) bool { return r.bodies(r.x.squeezed(r.x.doc.Signers)) },
	},
	{
		Rule: policy.Rule{
			Name: "issuer-of-title", Verdict: policy.AsName, Says: "没有落款的，取标题开头、“关于”之前的机关",
			Takes: "〔乙川市教育局〕关于支持养老的通知\n一、抓好落实\n加强监督。", Leaves: "〔乙川市〕贯彻国务院关于支持养老意见的方案\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *headReading) bool {
			r.names = r.titleNames()
			return r.found(document.TitleIssuer(r.x.facts.Meta.Title))
		},
	},
	{ // behind issuer-of-title: a red head may name the office that prints
		Rule: policy.Rule{
			Name: "issuer-of-red-head", Verdict: policy.AsName, Says: "落款和标题都没有的，取版头“某机关文件”中的机关",
			Takes: "〔乙川市民政局〕文件\n关于支持养老的通知\n一、抓好落实\n加强监督。", Leaves: "〔乙川市民政局〕文件\n乙川市教育局关于支持养老的通知\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *headReading) bool { return r.bodies(r.x.squeezed(r.x.doc.Heads)) },
	},
	{
		Rule: policy.Rule{
			Name: "issuer-of-order", Verdict: policy.AsName, Says: "令和公告取编号中的机关名称",
			Takes: "乙川市养老办法\n〔乙川市人民政府〕令第12号\n第一条 加强监督。", Leaves: "乙川市养老办法\n〔市人民政府〕令第12号\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool {
			body := words.OrderIssuer(r.x.facts.Meta.Number)
			return !barePlace.MatchString(body) && r.bodies(r.orderNames(body))
		},
	},
	{
		Rule: policy.Rule{
			Name: "issuer-that-passed-it", Verdict: policy.AsName, Says: "法规标题下写明由哪一级人民代表大会、常务委员会或政府的会议通过的，取这个机关，届次除去",
			Takes:  "乙川市养老条例\n2031年3月31日〔乙川市〕第十届人民代表大会常务委员会第三次会议通过\n第一条 加强监督。",
			Leaves: "乙川市养老条例\n2031年3月31日〔市政府〕第三次会议通过\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool {
			body, _ := r.passedOn()
			return !barePlace.MatchString(body) && r.bodies(single(body))
		},
	},
	{ // behind all that the paper itself says
		Rule: policy.Rule{
			Name: "issuer-beside-title", Verdict: policy.AsName, Says: "别处都没有的，取标题上下单独成行、与日期同行或者由谁代表作报告的机关名称",
			Takes: "养老服务办法\n〔乙川市人民政府〕\n第一条 加强监督。", Leaves: "养老服务办法\n第一条 加强监督。\n第二条 本办法由〔乙川市人民政府〕解释。",
		},
		Holds: func(r *headReading) bool { return r.bodies(r.x.squeezed(r.x.doc.Offices)) },
	},
	{
		Rule: policy.Rule{
			Name: "issuer-in-title", Verdict: policy.AsName, Says: "没有落款也没有“关于”的，标题开头是某机关自己的规则、报告、要点的，取这个机关",
			Takes: "〔乙川市人民政府〕工作规则\n第一条 加强监督。", Leaves: "〔乙川市〕养老服务规则\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool { return r.bodies(single(ownPaper(r.x.facts.Meta.Title))) },
	},
}

// ownPaperTitle is the title of a paper that by its name is a body's own: 「甲市人民政府工作规则」, 「甲县财政局2031年工作要点」.
var ownPaperTitle = words.Pattern(`^(\p{Han}{2,20}?{{own-paper-bodies}}{{offices-of-a-body}}?)(?:(?:19|20)[0-9]{2}(?:—(?:19|20)[0-9]{2})?年度?)?\p{Han}{0,16}?{{papers-of-a-body}}(?:[（(][^（）()]{1,24}[）)])?$`)

// ownPaper returns the body whose own paper a title says it is, or "".
func ownPaper(title string) string {
	if m := ownPaperTitle.FindStringSubmatch(title); m != nil && !words.In(m[1], issuedWords) && regionAtStart(m[1]) != "" {
		return m[1]
	}
	return ""
}

// numberAdopted is the number of the order that made the paper public, where it has none of its own.
func (r *headReading) numberAdopted() string { number, _ := r.order(); return number }

// couldSign is the name of a body that signs papers.
var couldSign = words.Pattern(`^(?:\p{Han}|[（）]){2,40}(?:中央|{{signer-ends}})$`)

// orderNames returns the bodies whose order the paper is, each for itself where white space parts them in its number:
// 「财政部 税务总局公告2023年第19号」.
func (r *headReading) orderNames(whole string) []string {
	text := r.x.file.Slice(r.x.doc.Number)
	names := strings.Fields(strings.NewReplacer("、", " ", "中华人民共和国", "").Replace(text))
	if len(names) > 0 && utf8.RuneCountInString(names[0]) == 1 {
		return single(whole) // its characters are set apart: 某 市 人 民 政 府 令
	}
	for i := range names {
		if strings.Join(names[:i], "")+names[i] == whole {
			return names[:i+1]
		}
		if rest, ok := strings.CutPrefix(whole, strings.Join(names[:i], "")); ok && strings.HasPrefix(names[i], rest) {
			return append(names[:i:i], rest)
		}
	}
	return single(whole)
}

func single(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

func (x *extractor) squeezed(spans []source.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, x.file.Squeezed(s))
	}
	return out
}

// titleNames returns the bodies at the start of the title, each for itself where white space or 、 parts them.
func (r *headReading) titleNames() []string {
	whole := document.TitleIssuer(r.x.facts.Meta.Title)
	if whole == "" {
		return nil
	}
	if lines := r.titleLines(whole); len(lines) > 1 {
		return lines
	}
	left := len(whole)
	names := strings.FieldsFunc(strings.Map(func(c rune) rune {
		switch {
		case source.IsSpace(c):
			return ' '
		case left <= 0:
			return -1
		}
		left -= len(string(c))
		return c
	}, r.x.file.Slice(r.x.doc.Title)), func(c rune) bool { return c == ' ' || c == '、' })
	for _, name := range names {
		if !couldSign.MatchString(name) {
			return []string{whole}
		}
	}
	return names
}

// titleLines returns the names of bodies that stand each on a line of its own above the title proper, whose characters may be set apart.
func (r *headReading) titleLines(whole string) []string {
	var names []string
	for _, line := range strings.Split(r.x.file.Slice(r.x.doc.Title), "\n") {
		name := source.Squeeze(line)
		if !couldSign.MatchString(name) {
			break
		}
		names = append(names, name)
	}
	if strings.Join(names, "") != whole {
		return nil
	}
	return names
}

// issuers returns the bodies that issued the paper, each for itself: as the signature parts them or, where it runs
// them together, as the title or the red head does.
func (r *headReading) issuers(signed string, names []string) []string {
	if len(names) > 1 {
		return names
	}
	for _, other := range [][]string{r.titleNames(), r.x.squeezed(r.x.doc.Heads)} {
		if len(other) > 1 && strings.Join(other, "") == signed {
			return other
		}
	}
	return single(signed)
}
