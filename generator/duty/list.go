package duty

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
var levelsOnly = regexp.MustCompile(`^\s*各(?:省|自治区|直辖市|设区市|设区的市|省辖市|地级市|地市|地区|自治州|自治县|盟市|市州|市地|市|州|县|区|旗|盟|地|镇|乡|[（(][^（）()]*[）)]|、)+$`)

// oneCollective reports whether the list goes on in the middle of a collective: 各市、州、县人民政府 is
// one, 各盟行政公署、市人民政府 are two.
func oneCollective(before, after string) bool {
	if partyOf.MatchString(before) && governmentNext.MatchString(after) || bareLevels.MatchString(before) && levelsNext.MatchString(after) {
		return true
	}
	if whole := strings.HasSuffix(before, "）") || strings.HasSuffix(before, ")"); whole && !levelNext.MatchString(after) {
		return false // 「各乡镇（街道）、开发区」
	}
	return levelsOnly.MatchString(before) && !strings.HasPrefix(after, "各") && !strings.HasPrefix(after, "省直") && !strings.HasPrefix(after, "市直")
}

// partyOf and governmentNext make one collective: 各县（市、区）党委、政府. So do bareLevels and levelsNext:
// 市、县人民政府.
var (
	bareLevels     = regexp.MustCompile(`^\s*(?:[省市州县区旗盟乡镇]、)*[省市州县区旗盟乡镇](?:[（(][^）)]*[）)])?$`)
	levelsNext     = regexp.MustCompile(`^(?:[市州县区旗盟乡镇、]|[（(][^）)]*[）)])+(?:级)?(?:人民政府|政府|党委)`)
	partyOf        = regexp.MustCompile(`^\s*各(?:[^、，；。（(]|[（(][^）)]*[）)])*(?:党委|党工委)$`)
	governmentNext = regexp.MustCompile(`^(?:人民政府|政府|管委会)`)
)

// levelNext begins the next level of a collective: 各县（市、区）、乡镇人民政府.
var levelNext = regexp.MustCompile(`^(?:自治|[省市州县区旗盟乡镇街])`)

// longItem is the length in bytes above which an item of a list holds no name.
const longItem = 400

// tokens cuts a list at 、 ， ； / and their other forms, and at white space between whole names;
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
		case strings.ContainsRune("、，,；;。/／", r), source.IsSpace(r) && i-start < longItem && wholeName(text[start:i]) && wholeName(firstWord(text[next:])):
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
	if i := strings.IndexFunc(text, func(r rune) bool { return source.IsSpace(r) || strings.ContainsRune("、，,；;。/／", r) }); i >= 0 {
		return text[:i]
	}
	return text
}

// membersOf reads text, which stands at the byte offset at of the file, as a list of bodies.
// What is no body by its name is a member too, called unknown; collectives that name nobody (有关部门)
// are left out.
func membersOf(text string, at int) (list []member) {
	byField := strings.Contains(text, "部门")
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
			if m.written == "" || registry.IsVague(m.written) || restOfEtc.MatchString(m.written) || dueItem.MatchString(m.written) || person.MatchString(m.written) {
				continue
			}
			body, sure := registry.LooksLikeBody(withoutRemark(m.written))
			if !body && byField && registry.IsField(strings.TrimPrefix(strings.TrimLeft(m.written, "省市县区州"), "同级")) {
				body, sure = true, true // 「县财政、民政等部门」
			}
			m.sure, m.unknown = sure, !body
			list = append(list, m)
		}
	}
	return list
}

// dueItem is an item that says until when: 「市发改委牵头，6月底前完成；市财政局配合，持续推进」.
var dueItem = regexp.MustCompile(`^(?:并|力争|确保|于)?(?:[0-9０-９]+[年月日]|[今明]年|年(?:底|内)|长期|持续|全年|常年|常态化|每[年季月])`)

// restOfEtc is what is left of 「等部门和单位」 where the list was cut at its 和.
var restOfEtc = regexp.MustCompile(`^(?:部门|单位|地区|企业|地方)$`)

// person is a person or a post, which is no body: 市政府分管领导.
var person = regexp.MustCompile(`(?:领导|同志|负责人|责任人|[省市县区州镇乡]长|秘书长)$`)

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
