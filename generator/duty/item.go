package duty

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

var (
	// listHead is what stands before the first name of a list: 「以上任务均由市教育局负责」.
	listHead = regexp.MustCompile(`^(?:(?:以上|上述|本条|本项|该项|前述)(?:各项)?(?:工作|任务|事项|措施|政策|内容)?(?:均|统一|分别)?)?由`)
	// listTail is what follows the last name of a list: 「等国务院相关部门及各地区按职责分工负责」.
	listTail = regexp.MustCompile(`(?:等(?:部门|单位)?(?:和单位)?)?(?:按照?(?:各自)?(?:职责|职能|分工|职责分工|职能分工)[^、，；]{0,10}|分工(?:负责|落实|配合)|分别负责|共同负责|具体负责|负责(?:落实|实施|推进|指导)?|组织实施|分别|共同|联合|抓好落实|落实|指导|牵头负责|牵头组织|牵头落实|牵头|配合|参与|参加|协助|支持)$`)
	etc      = regexp.MustCompile(etcWords + `$`)
	etcIn    = regexp.MustCompile(etcWords + `(?:及|以及|和|与)`)
	joiner   = regexp.MustCompile(`(?:以及|会同|会商|协同|联合|及|与|商)`)
)

// etcWords is the open end of a list: 「等市级有关部门」, 「等部门和单位」, 「等供水供气企业」.
const etcWords = `等(?:[0-9０-９一二三四五六七八九十]+(?:个|家))?(?:[^、，；。（）等高中]{0,8}?(?:部门|单位|地区|机构|企业|地方|方面|高校|院校|学校|医院|银行|镇街|区县|县区)(?:(?:和|及)(?:有关|相关)?(?:部门|单位|地区|企业))?)?`

// openEnd returns where re, which begins with etcWords, matches in item; the 等 of 高等学校 is none.
func openEnd(re *regexp.Regexp, item string) []int {
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

// roleRemark is the role of a body in brackets behind its name: 「市教育局（牵头）、市财政局」.
var roleRemark = regexp.MustCompile(`[（(](牵头|总牵头|主责|主办|汇总|配合|协办|协同|参加|参与)(?:单位|部门)?[）)]$`)

// standing is what a bracket behind a name says for the rest of the paper: 「各区县（含管委会，下同）」.
var standing = regexp.MustCompile(`[（(](?:[^（）()]|[（(][^（）()]*[）)])*(?:下同|不再|不一一|以下)(?:[^（）()]|[（(][^（）()]*[）)])*[）)]$`)

// cutRole takes the role in brackets behind a name off it, and what such a bracket says for later.
func cutRole(text string, t token) (token, policy.Role) {
	if m := standing.FindStringIndex(text[t.start:t.end]); m != nil && m[0] > 0 {
		t = trimToken(text, token{t.start, t.start + m[0]})
	}
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
var acts = regexp.MustCompile(`负责|牵头|配合|协助|指导|研究|制定|提出|组织|开展|推进|落实|承担|办理|统筹|协调|监督|督促|审核|提供|加强|强化|做好|抓好|给予|予以|保障|支持|积极|具体`)

// roleNoun follows 牵头 where it is part of a name: 省新型显示产业专班牵头单位.
var roleNoun = regexp.MustCompile(`^(?:单位|部门)`)

// actor takes the matter off an item that says what a body does.
func actor(text string, t token) token {
	item := text[t.start:t.end]
	if sureBody(item) {
		return t
	}
	if m := acts.FindStringIndex(item); m != nil && !roleNoun.MatchString(item[m[1]:]) && (sureBody(item[:m[0]]) || registry.IsVague(bare(item[:m[0]]))) {
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
		} else if m := openEnd(etc, item); m != nil {
			cut = m[0]
		}
		if cut == len(item) || cut == 0 && len(item) == 0 {
			return token{s.Start, s.End}
		}
		s = source.Trim(text, source.Span{Start: s.Start, End: s.Start + cut})
	}
}

// withoutStray takes a bracket that has no other half off the end of text[start:end], as that of a
// group which lost one of its own.
func withoutStray(text string, start, end int) (int, int) {
	item := text[start:end]
	opened := strings.Count(item, "（") + strings.Count(item, "(")
	closed := strings.Count(item, "）") + strings.Count(item, ")")
	last, n := utf8.DecodeLastRuneInString(item)
	switch last {
	case '）', ')':
		if closed > opened {
			end -= n
		}
	case '（', '(', '〕', '】', '］', ']':
		end -= n
	}
	return start, end
}

// splitJoined cuts a token at 及, 会同 and the like where both sides are bodies or collectives,
// and at 和 where the whole is no body: 工业和信息化部 stays whole.
func splitJoined(text string, t token) []token {
	item := text[t.start:t.end]
	if m := openEnd(etcIn, item); m != nil {
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
			if (sureBody(item[:i]) || registry.IsVague(bare(item[:i]))) && (sureBody(rest) || registry.IsVague(bare(rest))) {
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
