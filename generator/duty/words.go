package duty

import (
	"regexp"
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

var (
	// labelled is a group that says what its names are: 「责任单位：…」, 「牵头单位：…；配合单位：…」.
	labelled = regexp.MustCompile(`^\s*(?:` + labelForms + `|` + labelNoun + `[为是]|(?:牵头|主办|承办|配合|协办)[：:])`)
	// verbal is a group that says what its names do: 「X牵头，Y参与」, 「X、Y等负责」.
	verbal = regexp.MustCompile(`(?:牵头|负责|配合|参与|参加|落实|指导|协助|按职责分工|组织实施)`)
	label  = regexp.MustCompile(labelForms + `|` + labelNoun + `[为是]|(牵头|主办|承办|配合|协办)[：:]`)
)

// labelForms are a label with its colon and one in brackets: 「责任单位：」, 「【责任单位】」.
const labelForms = labelNoun + `[：:]|[【［〔\[]` + labelNoun + `[】］〕\]][：:]?`

// labelNoun is what a label calls its bodies, with the word that may give them a role: 牵头单位, 市级责任部门.
const labelNoun = `(?:[省市县区州镇乡]级|主要|第一|共同|总)?(牵头|主责|主办|主管|责任|负责|承办|汇总|配合|协办|协同|协助|协作|参加|参与|支持|指导|督导|实施|落实|执行)(?:负责|责任|实施|落实)?(?:单位|部门|处室|站所|机构|主体|地区)`

// leading is 牵头 as a verb; in 省新型显示产业专班牵头单位 it is part of a name.
var leading = regexp.MustCompile(`牵头(?:$|[^单部]|单$|部$)`)

// labelRole is the role that a label gives; a plain 责任单位 gives none.
var labelRole = map[string]policy.Role{
	"牵头": policy.Lead, "主责": policy.Lead, "主办": policy.Lead, "汇总": policy.Lead,
	"配合": policy.Support, "协办": policy.Support, "协同": policy.Support, "协助": policy.Support, "协作": policy.Support,
	"参加": policy.Support, "参与": policy.Support, "支持": policy.Support,
}

// readGroup reads the content of a group that stands at the byte offset at of the file.
func (f *finder) readGroup(content string, at int) (list []member, words policy.Basis) {
	if labels := label.FindAllStringSubmatchIndex(content, -1); len(labels) > 0 {
		return f.readLabels(content, at, labels)
	}
	return f.readList(content, at)
}

// readList reads a list without labels.
func (f *finder) readList(content string, at int) (list []member, words policy.Basis) {
	if i := leadingAt(content); i >= 0 {
		return f.readLead(content, at, i, "牵头")
	}
	if m := mainly.FindStringIndex(content); m != nil {
		return f.readLead(content, at, m[0], content[m[0]:m[1]])
	}
	if m := jointly.FindStringIndex(content); m != nil && m[0] > 0 && sureBody(lastItem(content[:m[0]])) {
		return f.readLead(content, at, m[0], content[m[0]:m[1]])
	}
	return f.readClauses(content, at)
}

// leadingAt returns the place of 牵头 as a verb, or -1; 「市教育局（牵头）」 is read with its name.
func leadingAt(content string) int {
	if m := leading.FindStringIndex(blankRemarks(content)); m != nil {
		return m[0]
	}
	return -1
}

// blankRemarks returns a list with blanks in the place of the brackets inside it.
func blankRemarks(content string) string {
	out := []byte(content)
	for _, b := range bracketsIn(content) {
		for i := b.start; i < b.end; i++ {
			out[i] = ' '
		}
	}
	return string(out)
}

var (
	// mainly says as 牵头 does who leads: 「市财政局为主，市审计局协助」.
	mainly = regexp.MustCompile(`为主|主抓`)
	// jointly stands between the body that leads and those with which it does so.
	jointly = regexp.MustCompile(`会同|会商`)
)

// lastItem returns the last item of a list.
func lastItem(list string) string {
	t := tokens(list)
	last := t[len(t)-1]
	return list[last.start:last.end]
}

// readLabels reads 「牵头单位：A；配合单位：B、C；完成时限：2020年底前」.
func (f *finder) readLabels(content string, at int, labels [][]int) (list []member, words policy.Basis) {
	if first := labels[0][0]; first > 0 { // 「A牵头，配合部门：B」
		list, words = f.readList(content[:first], at)
	}
	for i, l := range labels {
		end := len(content)
		if i+1 < len(labels) {
			end = labels[i+1][0]
		}
		body := content[l[1]:end]
		if stop := fieldName.FindStringIndex(body); stop != nil {
			body = body[:stop[0]]
		}
		role := labelRole[wordOf(content, l)]
		if m := leadingAt(body); m >= 0 && role == "" {
			// 「责任单位：A牵头，B配合」
			ms, lead := f.readLead(body, at+l[1], m, "牵头")
			list, words = append(list, known(ms)...), lead
			continue
		}
		list = append(list, withWord(membersOf(body, at+l[1]), role)...)
		if words.Rule == "" || role == policy.Lead {
			words = policy.Basis{Rule: "label", Quote: content[l[0]:l[1]], Span: source.Span{Start: at + l[0], End: at + l[1]}}
		}
	}
	return namedOnce(list), words
}

// namedOnce gives a body that a later label names again the role of that label:
// 「责任单位：A、B（牵头单位：A）」.
func namedOnce(list []member) []member {
	var out []member
	for _, m := range list {
		i := slices.IndexFunc(out, func(o member) bool { return o.written == m.written && o.word == "" })
		if i >= 0 && m.word != "" {
			out[i].word = m.word
			continue
		}
		out = append(out, m)
	}
	return out
}

// wordOf returns the word of a match of label: 牵头, 责任.
func wordOf(content string, l []int) string {
	for i := 2; i < len(l); i += 2 {
		if l[i] >= 0 {
			return content[l[i]:l[i+1]]
		}
	}
	return ""
}

var (
	fieldName    = regexp.MustCompile(field + `[：:]`)
	deadlineIn   = regexp.MustCompile(`(?:完成|办结|时间|进度)(?:时限|时间|节点|要求|期限)[：:]\s*([^；;。）)】〕]{2,40})`)
	deadlineLine = regexp.MustCompile(`^(?:完成|办结|时间|进度)(?:时限|时间|节点|要求|期限)[：:]\s*([^；;。]{2,40})[；;。]?$`)
)

// readLead reads 「A牵头，B、C等部门按职责分工负责」 and 「A会同B负责」: those before the word lead, the others support.
func (f *finder) readLead(content string, at, lead int, word string) (list []member, words policy.Basis) {
	if i := strings.LastIndex(content[:lead], "；"); i >= 0 { // 「A参与；B牵头，C配合」
		i += len("；")
		list, _ = f.readList(content[:i], at)
		others, words := f.readLead(content[i:], at+i, lead-i, word)
		return append(list, others...), words
	}
	rest := lead + len(word)
	leaders := withWord(membersOf(content[:lead], at), policy.Lead)
	others := withWord(membersOf(content[rest:], at+rest), policy.Support)
	words = policy.Basis{Rule: "lead-word", Quote: word, Span: source.Span{Start: at + lead, End: at + rest}}
	return append(leaders, others...), words
}

// readClauses reads a list without 牵头; a clause that ends in 参与 or 配合 holds supporters:
// 「商务部指导，供销合作总社参与」.
func (f *finder) readClauses(content string, at int) (list []member, words policy.Basis) {
	start := 0
	for _, cut := range append(clauseEnd.FindAllStringIndex(blankRemarks(content), -1), []int{len(content), len(content)}) {
		clause := content[start:cut[1]]
		ms := membersOf(strings.TrimRight(clause, "，；,;"), at+start)
		if supports.MatchString(clause) {
			ms = withWord(ms, policy.Support)
			words = policy.Basis{Rule: "support-word", Quote: "配合"}
		} else if verbal.MatchString(clause) && !strings.Contains(clause, "负责") {
			ms = withWord(ms, policy.Joint)
		} else if strings.Contains(clause, "按") || strings.Contains(clause, "等") {
			ms = withWord(ms, jointIfSeveral(ms, f, clause))
		}
		list = append(list, ms...)
		start = cut[1]
	}
	return list, words
}

var (
	clauseEnd = regexp.MustCompile(`(?:参与|参加|配合|协助|指导|负责|落实)[，；,;]`)
	supports  = regexp.MustCompile(`(?:参与|参加|配合|协助)[，；,;]?$`)
)

// jointIfSeveral says what a list with open end means: 「X及相关地区按职责分工负责」 names one body but
// speaks of several, so it is joint; a list under the first-place rule keeps the rule.
func jointIfSeveral(ms []member, f *finder, clause string) policy.Role {
	if f.rules.first.Quote == "" && len(ms) == 1 && strings.Contains(clause, "按") {
		return policy.Joint
	}
	return ""
}
