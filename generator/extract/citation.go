package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	citedTitle  = regexp.MustCompile(`《((?:[^《》]|《[^《》]*》)+)》`)
	orderNumber = regexp.MustCompile(`(国务院令)第?\s*0*(\d{1,4})\s*号`)
	// numberLead are the words before a 文号 in running text that its Han run swallows.
	numberLead = regexp.MustCompile(`^.*(?:根据|按照|依据|依照|落实|贯彻|执行|参照|对照|适用|废止|修订|印发|下发|转发|发布|符合|文件|通知|意见|精神|以及|和|与|及|见|按|在|的|对|由|以|将|原)`)
	// form is what is filled in and no paper.
	form = regexp.MustCompile(`(?:表|书|单|卡|证|证书|协议|合同|报告单)$`)
	// shortRef are titles that only stand for one given before: 《意见》, 《若干意见》.
	shortRef = regexp.MustCompile(`^(?:若干|实施|指导|本|行动|工作|试点|总体|三年行动)?(?:` +
		`意见|方案|通知|办法|规划|规定|纲要|计划|措施|条例|决定|细则|目录|指南|政策|标准|规范)$`)
	nickname = regexp.MustCompile(`(?:简称|统称|下称|合称|称为)[^《》]{0,4}$`)
)

// history is the bracket under the title of a statute that tells when it was passed and amended.
var history = regexp.MustCompile(`^[（(](?:19|20)\d{2}年.*(?:公布|发布|通过|修订|修正|施行)[）)]$`)

// dealsWith reports whether the words of a title before a 《 say that the paper in it is another:
// 关于《…》的批复, 贯彻《…》实施方案; but 发布实施《…》 issues it.
func dealsWith(before string) bool {
	if words.Suffix(before, []string{"关于", "贯彻", "落实", "修改", "修订", "废止"}) != "" {
		return true
	}
	return words.Suffix(before, []string{"实施", "执行"}) != "" && !words.In(before, []string{"印发", "发布", "公布", "颁布"})
}

// citations finds the documents that this one names in 《》 or by number, each once with all
// its mentions. The document's own title and number and the papers that it carries are none.
func (x *extractor) citations() {
	own := map[string]bool{}
	for _, b := range x.doc.Bodies {
		own[words.FoldTitle(x.file.Slice(b.Title))] = true
	}
	own[words.FoldTitle(x.facts.Meta.Title)] = true
	for _, m := range citedTitle.FindAllStringSubmatchIndex(x.facts.Meta.Title, -1) {
		if title := x.facts.Meta.Title; !dealsWith(title[:m[0]]) {
			own[words.FoldTitle(title[m[2]:m[3]])] = true // 印发《…意见》: the paper itself
		}
	}
	x.ownPapers(own)
	byKey := map[string]*policy.Citation{}
	for _, b := range x.doc.Blocks {
		if b.Kind.Frames() || b.Section == nil && history.MatchString(x.file.Slice(b.Span)) {
			continue
		}
		for _, c := range x.citationsIn(b.Span) {
			if own[words.FoldTitle(c.Title)] || c.Number != "" && strings.HasSuffix(x.facts.Meta.Number, c.Number) {
				continue
			}
			x.addCitation(byKey, c)
		}
	}
}

var (
	// issuing is a sentence with which a notice issues its own paper: 「《…》已经…同意，现印发给你们」.
	issuing = regexp.MustCompile(`现(?:将|予|予以|一并)?(?:《|印发|下发|发布|公布|下达)|现将|予以(?:印发|发布|公布)|同意印发`)
	// byPaper stands before a title that the sentence only goes by: 「根据《…》」.
	byPaper = regexp.MustCompile(`(?:根据|按照|依据|依照|贯彻|落实|执行|参照|遵照|转发|对照|为|的)[^，。；《》]{0,16}$`)
)

// ownPapers adds the titles that the notice says it issues, also where they differ from the titles
// that the papers bear: 《…若干政策》 for 「关于…的若干政策」. A title with a 文号 of its own is another's.
func (x *extractor) ownPapers(own map[string]bool) {
	for _, b := range x.doc.Blocks {
		if b.Section != nil || b.Kind == document.Signature || b.Kind == document.Date {
			return
		}
		if b.Kind != document.Paragraph {
			continue
		}
		for _, sentence := range strings.SplitAfter(x.file.Slice(b.Span), "。") {
			if !issuing.MatchString(sentence) {
				continue
			}
			for _, m := range citedTitle.FindAllStringSubmatchIndex(sentence, -1) {
				if _, n := numberAfter(sentence[m[1]:]); n == 0 && !byPaper.MatchString(sentence[:m[0]]) {
					own[words.FoldTitle(sentence[m[2]:m[3]])] = true
				}
			}
		}
	}
}

// addCitation adds c, or its mention to the citation of the same number or title.
func (x *extractor) addCitation(byKey map[string]*policy.Citation, c *policy.Citation) {
	for _, key := range []string{c.Number, words.FoldTitle(c.Title)} {
		if known := byKey[key]; key != "" && known != nil {
			known.Mentions = append(known.Mentions, c.Span)
			if known.Number == "" {
				known.Number = c.Number
				byKey[c.Number] = known
			}
			return
		}
	}
	c.Mentions = []source.Span{c.Span}
	x.facts.Citations = append(x.facts.Citations, c)
	for _, key := range []string{c.Number, words.FoldTitle(c.Title)} {
		if key != "" {
			byKey[key] = c
		}
	}
}

// citationsIn returns the mentions in s in the order of the text. A number in brackets right
// after a title belongs to it: 《…意见》（国办发〔2017〕7号）.
func (x *extractor) citationsIn(s source.Span) []*policy.Citation {
	text := x.file.Slice(s)
	var out []*policy.Citation
	taken := 0
	for _, m := range citedTitle.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, x.numbersIn(source.Span{Start: s.Start + taken, End: s.Start + m[0]})...)
		end := m[1]
		c := &policy.Citation{Title: source.Squeeze(text[m[2]:m[3]])}
		if number, n := numberAfter(text[end:]); n > 0 {
			c.Number = number
			end += n
		}
		taken = end
		if c.Number == "" && (c.Title == "" || form.MatchString(c.Title) || shortRef.MatchString(c.Title) || nickname.MatchString(text[source.RuneStart(text, max(0, m[0]-30)):m[0]])) {
			continue
		}
		c.Span = source.Span{Start: s.Start + m[0], End: s.Start + end}
		out = append(out, c)
	}
	return append(out, x.numbersIn(source.Span{Start: s.Start + taken, End: s.End})...)
}

// orderInBrackets is the number of an order behind a title: （国务院令第698号）, （财政部令第87号）.
var orderInBrackets = regexp.MustCompile(`^[（(]((?:\p{Han}|[、 ]){2,40}令)\s*第?\s*[0０]*([\d０-９]{1,4})\s*号[）)]`)

// orderName returns the name of a kind of order as it is cited: 国务院令 for 中华人民共和国国务院令.
func orderName(s string) string {
	return strings.TrimPrefix(source.Squeeze(s), "中华人民共和国")
}

// numberAfter reads a number in brackets at the start of text and returns it with its length.
func numberAfter(text string) (string, int) {
	trimmed := strings.TrimLeft(text, " \t\u3000")
	open, n := utf8.DecodeRuneInString(trimmed)
	if open != '（' && open != '(' {
		return "", 0
	}
	if m := orderInBrackets.FindStringSubmatch(trimmed); m != nil {
		return orderName(m[1]) + "第" + width.Narrow.String(m[2]) + "号", len(text) - len(trimmed) + len(m[0])
	}
	m := words.CitedNumber.FindStringSubmatchIndex(trimmed)
	if m == nil || m[0] != n {
		return "", 0
	}
	end := m[1]
	closing, w := utf8.DecodeRuneInString(trimmed[end:])
	if closing != '）' && closing != ')' && closing != '，' && closing != '、' && closing != ',' {
		return "", 0
	}
	if closing == '）' || closing == ')' {
		end += w
	}
	return words.NumberOf(trimmed[m[2]:m[3]], trimmed[m[4]:m[5]], trimmed[m[6]:m[7]]), len(text) - len(trimmed) + end
}

// numbersIn returns the documents named by number alone in s.
func (x *extractor) numbersIn(s source.Span) []*policy.Citation {
	if s.Empty() {
		return nil
	}
	text := x.file.Slice(s)
	var out []*policy.Citation
	for _, m := range words.CitedNumber.FindAllStringSubmatchIndex(text, -1) {
		code := text[m[2]:m[3]]
		lead := len(numberLead.FindString(code))
		if lead == len(code) {
			continue
		}
		out = append(out, &policy.Citation{
			Span:   source.Span{Start: s.Start + m[2] + lead, End: s.Start + m[1]},
			Number: words.NumberOf(code[lead:], text[m[4]:m[5]], text[m[6]:m[7]]),
		})
	}
	for _, m := range orderNumber.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, &policy.Citation{
			Span:   source.Span{Start: s.Start + m[0], End: s.Start + m[1]},
			Number: "国务院令第" + text[m[4]:m[5]] + "号",
		})
	}
	return out
}
