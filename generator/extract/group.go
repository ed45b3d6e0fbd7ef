package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// A group is a stretch of text that names responsible agencies.
type group struct {
	source.Span             // brackets or label included
	covers      source.Span // set where the group itself tells (由X牵头: its sentence)
	members     []member
	words       policy.Basis // the words that give roles, if any do
	inline      bool         // a sentence that stays part of the text: it ends no stretch
	label       bool         // 责任单位：… without brackets
	deadline    string       // 完成时限 stated with it
}

// assignments finds the groups of every measure and what they cover: the text from the group
// before, or from the beginning of the measure.
func (x *extractor) assignments() {
	for _, m := range x.facts.Measures {
		from := m.Text.Start
		for _, g := range x.groupsIn(m) {
			a := &policy.Assignment{Span: g.Span, Measure: m.ID, Covers: g.covers, Deadline: source.Squeeze(g.deadline)}
			if a.Covers.Empty() {
				a.Covers = x.file.Trim(source.Span{Start: min(from, g.Start), End: g.Start})
			}
			a.Covers = x.withoutFields(a.Covers)
			if a.Covers.Empty() && from == m.Text.Start && !m.HeadingSpan.Empty() {
				// a title with nothing but a group under it
				a.Covers = x.withoutFields(x.file.Trim(source.Span{Start: m.HeadingSpan.Start, End: g.Start}))
			}
			if !g.inline {
				from = x.afterStop(g.End)
			}
			a.Agencies, a.Basis = x.roles(g.members, g.words)
			x.facts.Assignments = append(x.facts.Assignments, a)
		}
	}
}

// lastField is what names persons or dates before a group: 「责任领导：张某」.
var lastField = regexp.MustCompile(field + `[：:][^。\n]{1,60}[。；;]?$`)

// field is the name of such a field.
const field = `(?:(?:牵头|责任|分管|包联|包抓|挂钩|联系|督办|负责|主管|配合|协助)(?:负责|责任)?(?:[县市区州省镇乡]级?)?(?:领导|人|同志|负责人)|(?:完成|办结|时间|进度)(?:时限|时间|节点|要求|期限))`

// withoutFields takes the fields off the end of a covered stretch that belong to its group.
func (x *extractor) withoutFields(s source.Span) source.Span {
	for {
		m := lastField.FindStringIndex(x.file.Slice(s))
		if m == nil {
			return s
		}
		s = x.file.Trim(source.Span{Start: s.Start, End: s.Start + m[0]})
	}
}

// afterStop returns the offset after the punctuation that follows a group.
func (x *extractor) afterStop(at int) int {
	r, n := utf8.DecodeRuneInString(x.file.Text[at:])
	if strings.ContainsRune("。；，;,", r) {
		return at + n
	}
	return at
}

// groupsIn returns the groups of a measure in the order of the text. Labels on lines that follow
// each other, 「牵头单位：…」 and 「配合单位：…」, are one group.
func (x *extractor) groupsIn(m *policy.Measure) []group {
	var out []group
	for _, line := range x.lines(m.Text) {
		if d := deadlineLine.FindStringSubmatch(x.file.Slice(line)); d != nil && len(out) > 0 {
			out[len(out)-1].deadline = d[1]
			continue
		}
		for _, g := range x.groupsInLine(line) {
			if n := len(out); n > 0 && g.label && out[n-1].label && x.onlyFields(source.Span{Start: out[n-1].End, End: g.Start}) {
				out[n-1] = joinGroups(out[n-1], g)
				continue
			}
			out = append(out, g)
		}
	}
	return out
}

// betweenLabels is what may stand between two labels of one group: stops, and fields of other kinds.
var betweenLabels = regexp.MustCompile(`^(?:[。；;，,\s\x{3000}]|` + field + `[：:][^。；;]{1,60})*$`)

func (x *extractor) onlyFields(s source.Span) bool { return betweenLabels.MatchString(x.file.Slice(s)) }

// joinGroups makes one group of two labels; the words of a lead are kept as basis.
func joinGroups(a, b group) group {
	led := false
	for _, m := range a.members {
		led = led || m.word == policy.Lead
	}
	if !led && len(b.members) > 0 && b.members[0].word == policy.Lead {
		a.words = b.words
	}
	a.members = append(a.members, b.members...)
	a.End = b.End
	return a
}

// lines cuts s at line breaks.
func (x *extractor) lines(s source.Span) []source.Span {
	var out []source.Span
	for s.Start < s.End {
		end := strings.IndexByte(x.file.Text[s.Start:s.End], '\n')
		if end < 0 {
			end = s.Len()
		}
		if line := x.file.Trim(source.Span{Start: s.Start, End: s.Start + end}); !line.Empty() {
			out = append(out, line)
		}
		s.Start += end + 1
	}
	return out
}

// groupsInLine finds the brackets, labels and 由X牵头 sentences of one paragraph.
func (x *extractor) groupsInLine(line source.Span) []group {
	text := x.file.Slice(line)
	var out []group
	at := 0
	for _, b := range bracketsIn(text) {
		if g, ok := x.bracketGroup(text, b, line.Start); ok {
			out = append(append(out, x.prose(line, at, b.start)...), g)
			at = b.end
		}
	}
	return sortGroups(append(out, x.prose(line, at, len(text))...))
}

// sortGroups orders groups by their place; of two that overlap the first stays.
func sortGroups(gs []group) []group {
	var out []group
	for _, g := range gs {
		i := len(out)
		for i > 0 && out[i-1].Start > g.Start {
			i--
		}
		if i > 0 && out[i-1].Overlaps(g.Span) || i < len(out) && out[i].Overlaps(g.Span) {
			continue
		}
		out = append(out[:i], append([]group{g}, out[i:]...)...)
	}
	return out
}

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
// It is none: 「县（市、区）」, 「各县政府（管委会）」, 「“三规”（产业集聚区规划与…）」, 「乡镇政府（街道办事处）参加的」.
func (x *extractor) bracketGroup(text string, b token, at int) (group, bool) {
	_, openLen := utf8.DecodeRuneInString(text[b.start:])
	_, closeLen := utf8.DecodeLastRuneInString(text[:b.end])
	content := trimRule(text[b.start+openLen : b.end-closeLen])
	if n := len(citedNumber.FindString(content)); n > 0 {
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
	if !worded && !x.closesSentence(text, b) {
		return group{}, false
	}
	g.members, g.words = x.readGroup(content, start)
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
			x.doubtfulBracket(g.Span, unknown)
		}
		return group{}, false
	}
	return g, true
}

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
var bareKind = regexp.MustCompile(`^(?:人民政府|政府|管委会|管理委员会|委员会|街道办事处|办事处|办公室|党委|党工委|行政公署|公署|局|厅|部|委|中心|领导小组)$`)

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
func (x *extractor) closesSentence(text string, b token) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:b.start], " \u3000"))
	if strings.ContainsRune("。；，！？;,.）)”", before) {
		return true
	}
	after := strings.TrimLeft(text[b.end:], " \u3000")
	return after == "" || strings.HasPrefix(after, "。") || strings.HasPrefix(after, "；")
}

var (
	// labelled is a group that says what its names are: 「责任单位：…」, 「牵头单位：…；配合单位：…」.
	labelled = regexp.MustCompile(`^\s*(?:` + labelNoun + `(?:[：:]|为|是)|(?:牵头|主办|承办|配合|协办)[：:])`)
	// verbal is a group that says what its names do: 「X牵头，Y参与」, 「X、Y等负责」.
	verbal = regexp.MustCompile(`(?:牵头|负责|配合|参与|参加|落实|指导|协助|按职责分工|组织实施)`)
	label  = regexp.MustCompile(labelNoun + `(?:[：:]|为|是)|(牵头|主办|承办|配合|协办)[：:]`)
)

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
func (x *extractor) readGroup(content string, at int) (list []member, words policy.Basis) {
	if labels := label.FindAllStringSubmatchIndex(content, -1); len(labels) > 0 {
		return x.readLabels(content, at, labels)
	}
	return x.readList(content, at)
}

// readList reads a list without labels.
func (x *extractor) readList(content string, at int) (list []member, words policy.Basis) {
	if i := leadingAt(content); i >= 0 {
		return x.readLead(content, at, i, "牵头")
	}
	if i := strings.Index(content, "会同"); i > 0 && sureBody(lastItem(content[:i])) {
		return x.readLead(content, at, i, "会同")
	}
	return x.readClauses(content, at)
}

// leadingAt returns the place of 牵头 as a verb, or -1; 「市教育局（牵头）」 is read with its name.
func leadingAt(content string) int {
	plain := bracketIn.ReplaceAllStringFunc(content, func(b string) string { return strings.Repeat(" ", len(b)) })
	if m := leading.FindStringIndex(plain); m != nil {
		return m[0]
	}
	return -1
}

var bracketIn = regexp.MustCompile(`[（(][^（）()]*[）)]`)

// lastItem returns the last item of a list.
func lastItem(list string) string {
	t := tokens(list)
	last := t[len(t)-1]
	return list[last.start:last.end]
}

// readLabels reads 「牵头单位：A；配合单位：B、C；完成时限：2020年底前」.
func (x *extractor) readLabels(content string, at int, labels [][]int) (list []member, words policy.Basis) {
	for i, l := range labels {
		end := len(content)
		if i+1 < len(labels) {
			end = labels[i+1][0]
		}
		body := content[l[1]:end]
		if stop := fieldName.FindStringIndex(body); stop != nil {
			body = body[:stop[0]]
		}
		role := labelRole[content[max(l[2], l[4]):max(l[3], l[5])]]
		if m := leadingAt(body); m >= 0 && role == "" {
			// 「责任单位：A牵头，B配合」
			ms, lead := x.readLead(body, at+l[1], m, "牵头")
			list, words = append(list, known(ms)...), lead
			continue
		}
		list = append(list, withWord(membersOf(x.file, body, at+l[1]), role)...)
		if words.Rule == "" || role == policy.Lead {
			words = policy.Basis{Rule: "label", Quote: content[l[0]:l[1]], Span: source.Span{Start: at + l[0], End: at + l[1]}}
		}
	}
	return list, words
}

var (
	fieldName    = regexp.MustCompile(field + `[：:]`)
	deadlineIn   = regexp.MustCompile(`(?:完成|办结|时间|进度)(?:时限|时间|节点|要求|期限)[：:]\s*([^；;。）)】〕]{2,40})`)
	deadlineLine = regexp.MustCompile(`^(?:完成|办结|时间|进度)(?:时限|时间|节点|要求|期限)[：:]\s*([^；;。]{2,40})[；;。]?$`)
)

// readLead reads 「A牵头，B、C等部门按职责分工负责」 and 「A会同B负责」: those before the word lead, the others support.
func (x *extractor) readLead(content string, at, lead int, word string) (list []member, words policy.Basis) {
	if i := strings.LastIndex(content[:lead], "；"); i >= 0 { // 「A参与；B牵头，C配合」
		i += len("；")
		list, _ = x.readList(content[:i], at)
		others, words := x.readLead(content[i:], at+i, lead-i, word)
		return append(list, others...), words
	}
	rest := lead + len(word)
	leaders := withWord(membersOf(x.file, content[:lead], at), policy.Lead)
	others := withWord(membersOf(x.file, content[rest:], at+rest), policy.Support)
	words = policy.Basis{Rule: "lead-word", Quote: word, Span: source.Span{Start: at + lead, End: at + rest}}
	return append(leaders, others...), words
}

// readClauses reads a list without 牵头; a clause that ends in 参与 or 配合 holds supporters:
// 「商务部指导，供销合作总社参与」.
func (x *extractor) readClauses(content string, at int) (list []member, words policy.Basis) {
	start := 0
	for _, cut := range append(clauseEnd.FindAllStringIndex(content, -1), []int{len(content), len(content)}) {
		clause := content[start:cut[1]]
		ms := membersOf(x.file, strings.TrimRight(clause, "，；,;"), at+start)
		if supports.MatchString(clause) {
			ms = withWord(ms, policy.Support)
			words = policy.Basis{Rule: "support-word", Quote: "配合"}
		} else if verbal.MatchString(clause) && !strings.Contains(clause, "负责") {
			ms = withWord(ms, policy.Joint)
		} else if strings.Contains(clause, "按") || strings.Contains(clause, "等") {
			ms = withWord(ms, jointIfSeveral(ms, x, clause))
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
func jointIfSeveral(ms []member, x *extractor, clause string) policy.Role {
	if x.rules.first.Quote == "" && len(ms) == 1 && strings.Contains(clause, "按") {
		return policy.Joint
	}
	return ""
}
