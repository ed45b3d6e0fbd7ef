package duty

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// brackets are the marks in which a group may stand, each with its closing one.
var brackets = map[rune]rune{'（': '）', '(': ')', '〔': '〕', '【': '】', '［': '］', '[': ']'}

// bracketsIn returns the outermost brackets of text; one that is never closed is none.
func bracketsIn(text string) []token {
	var out []token
	var closing []rune
	start := 0
	for i, r := range text {
		if c, ok := brackets[r]; ok {
			if len(closing) == 0 {
				start = i
			}
			closing = append(closing, c)
			continue
		}
		if n := len(closing); n > 0 && (r == closing[n-1] || r == '）' && closing[n-1] == ')' || r == ')' && closing[n-1] == '）') {
			if closing = closing[:n-1]; n == 1 {
				out = append(out, token{start, i + utf8.RuneLen(r)})
			}
		}
	}
	return out
}

// bracketGroup reads the bracket b as a group of agencies.
//
// It is one: 「……。（省商务厅、发展改革委）」, 「…承接地，（省商务厅）引导…」, 「…的衔接（省发展改革委）」 at the
// end of a paragraph, 「（责任单位：…）」, 「（X牵头，Y参与）」, 「（X等部门按职责分工负责）」.
// It is none: 「抄报我委（价格司）」, 「县（市、区）」, 「各县政府（管委会）」, 「“三规”（产业集聚区规划与…）」, 「乡镇政府（街道办事处）参加的」.
func (f *finder) bracketGroup(text string, b token, at int) (group, bool) {
	_, openLen := utf8.DecodeRuneInString(text[b.start:])
	_, closeLen := utf8.DecodeLastRuneInString(text[:b.end])
	content := trimRule(text[b.start+openLen : b.end-closeLen])
	if words.CitedNumber.MatchString(content) || strings.Contains(content, "负责解释") {
		return group{}, false
	}
	start := at + b.start + openLen
	for _, head := range []*regexp.Regexp{leadingFields, division} {
		if m := head.FindStringIndex(content); m != nil {
			content, start = content[m[1]:], start+m[1]
		}
	}
	g := group{Span: source.Span{Start: at + b.start, End: at + b.end}}
	content, g.deadline = cutDue(content)
	worded := labelled.MatchString(content) || verbal.MatchString(content)
	if !worded && (ownOffice.MatchString(text[:b.start]) || !f.closesSentence(text, b)) {
		return group{}, false
	}
	g.members, g.words = f.readGroup(content, start)
	sure, unknown := count(g.members)
	switch {
	case len(g.members) == 0:
		return group{}, false
	case labelled.MatchString(content):
		if d := deadlineIn.FindStringSubmatch(content); d != nil {
			g.deadline = d[1]
		}
		return g, true
	case !worded && onlyKinds(g.members):
		return group{}, false
	case unknown > 0 && leadsSurely(g.members):
		g.members = known(g.members)
	case unknown > 0 && !mostly(g.members) || sure == 0:
		if sure > 0 && worded {
			f.doubtfulBracket(g.Span, unknown)
		}
		return group{}, false
	}
	return g, true
}

// ownOffice stands before a bracket that names an office of the issuer: 「抄报我委（价格司）」.
var ownOffice = regexp.MustCompile(`[我本](?:委|部|局|厅|办|署|院|行|会|府)$`)

// mostly reports whether a list holds so many bodies beyond doubt that its few other items are
// bodies as well, and none of these is a clause.
func mostly(list []member) bool {
	sure, unknown := count(list)
	return sure > 1 && sure >= unknown && mayBeNames(list)
}

// mayBeNames reports whether no unknown member of a list is a clause.
func mayBeNames(list []member) bool {
	const nameRunes = 15 // longest name that is taken on the word of its neighbours
	for _, m := range list {
		if m.unknown && (utf8.RuneCountInString(m.written) > nameRunes || !registry.MayName(m.written)) {
			return false
		}
	}
	return true
}

// leadsSurely reports whether all that lead are bodies beyond doubt, though the list is not mostly
// bodies: what the others are does not matter then, as in 「（市商务局牵头，扩大消费）」.
func leadsSurely(list []member) bool {
	led := false
	for _, m := range list {
		if m.word == policy.Lead {
			led = true
			if !m.sure {
				return false
			}
		}
	}
	return led && !mostly(list)
}

// leadingFields are fields of another kind before the label of a group: 「（责任领导：张某；责任单位：…）」.
var leadingFields = regexp.MustCompile(`^(?:\s*` + field + `[：:][^。；;，,]{1,60}[；;，,。])+`)

// division is what may stand before a list in a bracket: 「（责任分工：市教育局牵头）」.
var division = regexp.MustCompile(`^\s*(?:责任|任务|职责)?分工[：:]`)

// bareKind is a kind of body without saying which: 「各县（区）人民政府（管委会）。」 explains a name.
var bareKind = regexp.MustCompile(`^(?:人民政府|政府|管委会|管理委员会|委员会|街道办事处|办事处|办公室|党委|党工委|行政公署|公署|局|厅|部|委|中心|领导小组|人大|政协|党支部|党组织|工会|共青团|(?:人民)?法院|(?:人民)?检察院|检察机关|公安机关|司法机关|(?:行业|业务)?主管部门)$`)

func onlyKinds(list []member) bool {
	for _, m := range list {
		if !bareKind.MatchString(m.written) {
			return false
		}
	}
	return true
}

// closesSentence reports whether a bracket stands where a group stands: after a stop or a
// comma, or at the end of the paragraph.
func (f *finder) closesSentence(text string, b token) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:b.start], " \u3000"))
	if strings.ContainsRune("。；，！？;,.）)”", before) {
		return true
	}
	after := strings.TrimLeft(text[b.end:], " \u3000")
	return after == "" || strings.HasPrefix(after, "。") || strings.HasPrefix(after, "；")
}
