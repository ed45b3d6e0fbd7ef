package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// A token is one item of a list of bodies, with its place in the list's text.
type token struct {
	start, end int
}

// levelsOnly is the beginning of a collective that has not yet said what of: 各市, 各市、州.
var levelsOnly = regexp.MustCompile(`^\s*各(?:省|自治区|直辖市|地区|自治州|自治县|盟市|市州|市地|市|州|县|区|旗|盟|地|镇|乡|[（(][^（）()]*[）)]|、)+$`)

// oneCollective reports whether the list goes on in the middle of a collective: 各市、州、县人民政府 is
// one, 各盟行政公署、市人民政府 are two.
func oneCollective(before, after string) bool {
	if partyOf.MatchString(before) && governmentNext.MatchString(after) {
		return true
	}
	return levelsOnly.MatchString(before) && !strings.HasPrefix(after, "各") && !strings.HasPrefix(after, "省直") && !strings.HasPrefix(after, "市直")
}

// partyOf and governmentNext make one collective: 各县（市、区）党委、政府.
var (
	partyOf        = regexp.MustCompile(`^\s*各(?:[^、，；。（(]|[（(][^）)]*[）)])*(?:党委|党工委)$`)
	governmentNext = regexp.MustCompile(`^(?:人民政府|政府|管委会)`)
)

// longItem is the length in bytes above which an item of a list holds no name.
const longItem = 400

// tokens cuts a list at 、 ， ； and their half-width forms, and at white space between whole names;
// brackets inside a name are left whole: 「省商务厅、各县（市、区）政府」 has two.
func tokens(text string) []token {
	var out []token
	depth, start := 0, 0
	for i, r := range text {
		next := i + utf8.RuneLen(r)
		switch {
		case r == '（' || r == '(':
			depth++
		case r == '）' || r == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case r == '、' && oneCollective(text[start:i], text[next:]):
		case strings.ContainsRune("、，,；;。", r), source.IsSpace(r) && wholeName(text[start:i]) && wholeName(firstWord(text[next:])):
			out = append(out, token{start, i})
			start = next
		}
	}
	return append(out, token{start, len(text)})
}

// wholeName reports whether text is the name of a body with its level, or one that the registry
// knows. Cells and lines also break in the middle of names.
func wholeName(text string) bool {
	name := bare(text)
	_, sure := registry.LooksLikeBody(name)
	rest := strings.TrimLeft(name, "省市县区镇乡")
	return sure && (rest != name || strings.HasPrefix(name, "自治区") || strings.HasPrefix(name, "各") || registry.Function(name) != "")
}

// firstWord returns text up to its first white space or separator.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, source.IsSpace)
	if i := strings.IndexFunc(text, func(r rune) bool { return source.IsSpace(r) || strings.ContainsRune("、，,；;。", r) }); i >= 0 {
		return text[:i]
	}
	return text
}

var (
	// listHead is what stands before the first name of a list: 「以上任务均由市教育局负责」.
	listHead = regexp.MustCompile(`^(?:(?:以上|上述|本条|本项|该项|前述)(?:各项)?(?:工作|任务|事项|措施|政策|内容)?(?:均|统一|分别)?)?由`)
	// listTail is what follows the last name of a list: 「等国务院相关部门及各地区按职责分工负责」.
	listTail = regexp.MustCompile(`(?:等(?:部门|单位)?(?:和单位)?)?(?:按照?(?:各自)?(?:职责|职能|分工|职责分工|职能分工)[^、，；]{0,10}|分工(?:负责|落实|配合)|分别负责|共同负责|具体负责|负责(?:落实|实施|推进|指导)?|组织实施|分别|共同|联合|抓好落实|落实|指导|牵头负责|牵头组织|牵头落实|牵头|配合|参与|参加|协助|支持)$`)
	etc      = regexp.MustCompile(etcWords + `$`)
	etcIn    = regexp.MustCompile(etcWords + `(?:及|以及|和|与)`)
	joiner   = regexp.MustCompile(`(?:以及|会同|协同|联合|及|与|商)`)
)

// etcWords is the open end of a list: 「等市级有关部门」, 「等部门和单位」.
const etcWords = `等(?:国务院|自治区|中央|[省市县区州])?(?:级|直属?)?(?:各|有关|相关|其他|职能|成员|主管|行业|责任)*(?:部门|单位|地区|机构|企业|地方|方面)?(?:(?:和|及)(?:有关|相关)?(?:部门|单位|地区|企业))?`

// membersOf reads text, which stands at the byte offset at of the file, as a list of bodies.
// What is no body by its name is a member too, called unknown; collectives that name nobody (有关部门)
// are left out.
func membersOf(f *source.File, text string, at int) (list []member) {
	for _, t := range tokens(text) {
		if t.end-t.start > longItem { // no name is that long
			list = append(list, member{Span: source.Span{Start: at + t.start, End: at + t.end}, unknown: true})
			continue
		}
		for _, p := range splitJoined(text, t) {
			p, marked := cutMark(text, trimToken(text, p))
			p, word := cutRole(text, p)
			p = actor(text, p)
			m := member{marked: marked, Span: source.Span{Start: at + p.start, End: at + p.end}, written: source.Squeeze(text[p.start:p.end]), word: word}
			if m.written == "" || registry.IsVague(m.written) || restOfEtc.MatchString(m.written) || dueItem.MatchString(m.written) {
				continue
			}
			body, sure := registry.LooksLikeBody(withoutRemark(m.written))
			m.sure, m.unknown = sure, !body
			list = append(list, m)
		}
	}
	return list
}

// dueItem is an item that says until when: 「市发改委牵头，6月底前完成；市财政局配合，持续推进」.
var dueItem = regexp.MustCompile(`^(?:力争|确保|于)?(?:[0-9０-９]+[年月日]|[今明]年|年(?:底|内)|长期|持续|全年|常年|常态化|每[年季月])`)

// restOfEtc is what is left of 「等部门和单位」 where the list was cut at its 和.
var restOfEtc = regexp.MustCompile(`^(?:部门|单位|地区|企业|地方)$`)

// known returns the members that are bodies by their names.
func known(list []member) (out []member) {
	for _, m := range list {
		if !m.unknown {
			out = append(out, m)
		}
	}
	return out
}

// count reports how many members are bodies beyond doubt, and how many are none by their names.
func count(list []member) (sure, unknown int) {
	for _, m := range list {
		if m.sure {
			sure++
		}
		if m.unknown {
			unknown++
		}
	}
	return sure, unknown
}

// roleRemark is the role of a body in brackets behind its name: 「市教育局（牵头）、市财政局」.
var roleRemark = regexp.MustCompile(`[（(](牵头|总牵头|主责|主办|汇总|配合|协办|协同|参加|参与)(?:单位|部门)?[）)]$`)

// cutRole takes the role in brackets behind a name off it.
func cutRole(text string, t token) (token, policy.Role) {
	if m := roleRemark.FindStringSubmatchIndex(text[t.start:t.end]); m != nil {
		word := labelRole[text[t.start+m[2]:t.start+m[3]]]
		return trimToken(text, token{t.start, t.start + m[0]}), word
	}
	return t, ""
}

// leadMarks are the marks by which a paper may tell who leads.
const leadMarks = `★☆▲△●◎※＊*#`

// cutMark takes a mark before or behind a name off it.
func cutMark(text string, t token) (rest token, marked bool) {
	item := text[t.start:t.end]
	front := len(item) - len(strings.TrimLeft(item, leadMarks))
	back := len(item) - len(strings.TrimRight(item, leadMarks))
	if front == 0 && back == 0 || front == len(item) {
		return t, false
	}
	return trimToken(text, token{t.start + front, t.end - back}), true
}

// acts is what a body does, between its name and the matter: 「市教育局负责学校食堂」.
var acts = regexp.MustCompile(`负责|牵头|配合|协助|指导|研究|制定|提出|组织|开展|推进|落实|承担|办理|统筹|协调|监督|督促|审核|提供`)

// roleNoun follows 牵头 where it is part of a name: 省新型显示产业专班牵头单位.
var roleNoun = regexp.MustCompile(`^(?:单位|部门)`)

// actor takes the matter off an item that says what a body does.
func actor(text string, t token) token {
	item := text[t.start:t.end]
	if sureBody(item) {
		return t
	}
	if m := acts.FindStringIndex(item); m != nil && !roleNoun.MatchString(item[m[1]:]) && sureBody(item[:m[0]]) {
		return trimToken(text, token{t.start, t.start + m[0]})
	}
	return t
}

// trimToken takes white space and the words before the first and after the last name off a token.
func trimToken(text string, t token) token {
	s := source.Trim(text, source.Span{Start: t.start, End: t.end})
	s.Start += len(listHead.FindString(text[s.Start:s.End]))
	if rest, ok := strings.CutPrefix(text[s.Start:s.End], "会同"); ok && !strings.HasPrefix(rest, "县") { // 会同县 is a place
		s.Start += len("会同")
	}
	s.Start, s.End = withoutStray(text, s.Start, s.End)
	for {
		item := text[s.Start:s.End]
		cut := len(item)
		if m := listTail.FindStringIndex(item); m != nil {
			cut = m[0]
		} else if m := etc.FindStringIndex(item); m != nil {
			cut = m[0]
		}
		if cut == len(item) || cut == 0 && len(item) == 0 {
			return token{s.Start, s.End}
		}
		s = source.Trim(text, source.Span{Start: s.Start, End: s.Start + cut})
	}
}

// withoutStray takes a bracket that has no other half off the ends of text[start:end], as that of a
// group which lost one of its own.
func withoutStray(text string, start, end int) (int, int) {
	item := text[start:end]
	opened := strings.Count(item, "（") + strings.Count(item, "(")
	closed := strings.Count(item, "）") + strings.Count(item, ")")
	for _, b := range []string{"）", ")", "〕", "】", "］", "]"} {
		if closed > opened && strings.HasSuffix(item, b) || b != "）" && b != ")" && strings.HasSuffix(item, b) {
			return start, end - len(b)
		}
	}
	return start, end
}

// splitJoined cuts a token at 及, 会同 and the like where both sides are bodies or collectives,
// and at 和 where the whole is no body: 工业和信息化部 stays whole.
func splitJoined(text string, t token) []token {
	item := text[t.start:t.end]
	if m := etcIn.FindStringIndex(item); m != nil {
		left, right := token{t.start, t.start + m[0]}, token{t.start + m[1], t.end}
		return append(splitJoined(text, left), splitJoined(text, right)...)
	}
	for _, m := range joiner.FindAllStringIndex(item, -1) {
		if m[0] > 0 && m[1] < len(item) && namesBody(item[:m[0]]) && namesBody(item[m[1]:]) {
			return append(splitJoined(text, token{t.start, t.start + m[0]}), splitJoined(text, token{t.start + m[1], t.end})...)
		}
	}
	if whole, _ := registry.LooksLikeBody(bare(item)); whole && registry.Function(strings.TrimLeft(bare(item), "省市区")) != "" {
		return []token{t}
	}
	for i, r := range item {
		if r == '和' && i > 0 {
			rest := item[i+len("和"):]
			if sureBody(item[:i]) && (sureBody(rest) || registry.IsVague(bare(rest))) {
				return append(splitJoined(text, token{t.start, t.start + i}), splitJoined(text, token{t.start + i + len("和"), t.end})...)
			}
		}
	}
	return []token{t}
}

// bare returns an item without white space and the words after its name.
func bare(item string) string {
	t := trimToken(item, token{0, len(item)})
	return withoutRemark(source.Squeeze(item[t.start:t.end]))
}

func namesBody(item string) bool {
	b := bare(item)
	body, _ := registry.LooksLikeBody(b)
	return body || registry.IsVague(b)
}

func sureBody(item string) bool {
	_, sure := registry.LooksLikeBody(bare(item))
	return sure
}

var remarkIn = regexp.MustCompile(`[（(][^（）()]*[）)]`)

// withoutRemark drops brackets inside a name: 各县（市、区）政府 → 各县政府.
func withoutRemark(name string) string { return remarkIn.ReplaceAllString(name, "") }

// withWord gives the members of a list the role that its label or verb states, but for those that
// have a word of their own.
func withWord(list []member, word policy.Role) []member {
	for i := range list {
		if list[i].word == "" {
			list[i].word = word
		}
	}
	return list
}
