package duty

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	bareKinds = words.Of("bare-kinds")
	dutyVerbs = words.Of("duty-verbs")

	// ownOffice stands before a bracket that names an office of the issuer: 「抄报我委（价格司）」.
	ownOffice = words.Pattern(`[我本]{{office-endings}}$`)
	// leadingFields are fields of another kind before the label of a group: 「（责任领导：张某；责任单位：…）」.
	leadingFields = words.Pattern(`^(?:\s*` + field + `[：:][^。；;，,]{1,60}[；;，,。])+`)
	// spelledOut is a short form or a kind of bodies, behind which a bracket says which they are.
	spelledOut = words.Pattern(`(?:[一二三四五六七八九两]{{counted-kinds}})+[”"’]?$|[一二三四五六七八九两几多][个家]{{list-kinds}}$|{{explained-kinds}}$`)
	// houseBefore ends a text with what may be the name of a body.
	houseBefore = pattern.MustCompile(`\p{Han}{2,8}$`)
	// division is what may stand before a list in a bracket: 「（责任分工：市教育局牵头）」.
	division = words.Pattern(`^\s*{{division-words}}?分工[：:]`)
)

// bracketRules tell which brackets are groups of bodies. Where none holds a bracket is none.
var bracketRules = policy.Decisions[*bracket]{
	{
		Rule: policy.Rule{
			Name: "inside-labelled-list", Verdict: policy.Leave, Says: "“责任单位：”一类标签之后名单里的括号是名称的一部分",
			Takes: "修好水渠。责任单位：市水利局、市财政局〔（市国资委）〕", Leaves: "修好水渠。〔（市财政局、市国资委）〕",
		},
		Holds: func(b *bracket) bool { return b.inList },
	},
	{
		Rule: policy.Rule{
			Name: "cites-a-number", Verdict: policy.Leave, Says: "写有文号的括号是引文，不是责任分工",
			Takes: "办好集市。〔（市商务局负责，见甲政发[2020]3号）〕", Leaves: "办好集市。〔（市商务局负责）〕",
		},
		Holds: func(b *bracket) bool { return words.CitedNumber.MatchString(b.whole) },
	},
	{
		Rule: policy.Rule{
			Name: "explains-the-paper", Verdict: policy.Leave, Says: "括号里写“负责解释”的，说的是文件由谁解释",
			Takes: "本办法自公布之日起施行。〔（由市审计局负责解释）〕", Leaves: "查好旧账。〔（由市审计局负责）〕",
		},
		Holds: func(b *bracket) bool { return strings.Contains(b.whole, "负责解释") },
	},
	{
		Rule: policy.Rule{
			Name: "office-of-the-issuer", Verdict: policy.Leave, Says: "“我委”“本局”之后的括号写的是发文机关自己的处室",
			Takes: "汇总情况抄报我局〔（价格局、收费局）〕。", Leaves: "汇总情况抄报〔（价格局、收费局）〕。",
		},
		Holds: func(b *bracket) bool { return !b.worded && ownOffice.MatchString(b.justBefore()) },
	},
	{
		Rule: policy.Rule{
			Name: "divisions-of-the-body-before", Verdict: policy.Leave, Says: "紧跟在单位名称之后、只写处室的括号说的是这个单位的哪个处室",
			Takes: "汇总情况报送国家能源局〔（规划司、法改司）〕。", Leaves: "汇总情况，报送及时。〔（国家能源局规划司、法改司）〕",
		},
		Holds: func(b *bracket) bool { return !b.worded && b.divides() },
	},
	{
		Rule: policy.Rule{
			Name: "inside-a-sentence", Verdict: policy.Leave, Says: "句子中间、前后都没有句号逗号一类标点的括号只作说明",
			Takes: "由市里〔（市商务局、市财政局）〕审核后公布。", Leaves: "审核后公布。〔（市商务局、市财政局）〕",
		},
		Holds: func(b *bracket) bool { return !b.worded && !b.closes() },
	},
	{
		Rule: policy.Rule{
			Name: "spells-out", Verdict: policy.Leave, Says: "“三办”“两委一局”“主管部门”之后的括号说的是指哪些单位，不是责任分工",
			Takes: "重大项目报送“三办”〔（市委办、市政府办、市人大办）〕。", Leaves: "重大项目报送“好办”〔（市委办、市政府办、市人大办）〕。",
		},
		Holds: func(b *bracket) bool { return !b.worded && spelledOut.MatchString(b.justBefore()) },
	},
	{
		Rule: policy.Rule{
			Name: "person-with-unit", Verdict: policy.Leave, Says: "姓名之后的括号写的是这个人的单位，是名单，不是责任分工",
			Takes: "先进个人：李小河（市公安局）、张大山〔（市教育局）〕", Leaves: "先进个人：李小河（市公安局）、大山大河〔（市教育局）〕",
		},
		Holds: func(b *bracket) bool { return !b.worded && b.f.people() && endsInPerson(b.justBefore()) },
	},
	{
		// After inside-labelled-list, cites-a-number and explains-the-paper, which leave brackets with labels too.
		Rule: policy.Rule{
			Name: "bracket-with-label", Verdict: policy.Take, Says: "括号以“责任单位：”“牵头单位：”一类标签开头，并写有部门，就是责任分工",
			Takes: "上好课。〔（责任单位：青禾书院；完成时限：6月底）〕", Leaves: "上好课。〔（责任单位：有关部门）〕",
		},
		Holds: func(b *bracket) bool { return b.labelled && namesSome(b.read().members) },
	},
	{
		Rule: policy.Rule{
			Name: "kinds-without-names", Verdict: policy.Leave, Says: "只写“党委”“政府”“主管部门”一类通称、没有写明哪一个的括号只作解释",
			Takes: "压实各方责任。〔（行业主管部门）〕", Leaves: "压实各方责任。〔（市交通主管部门）〕",
		},
		Holds: func(b *bracket) bool { return !b.worded && onlyKinds(b.read().members) },
	},
	{
		Rule: policy.Rule{
			Name: "sure-lead", Verdict: policy.Take, Says: "牵头者确是部门的括号是责任分工，其中不像部门的项目不计",
			Takes: "办好集市。〔（市商务局牵头，扩大城乡居民消费）〕", Leaves: "办好集市。〔（协会牵头，扩大城乡居民消费）〕",
		},
		Holds: func(b *bracket) bool {
			_, unknown := count(b.read().members)
			return unknown > 0 && leadsSurely(b.read().members)
		},
	},
	{
		// After kinds-without-names, whose kinds are bodies, and sure-lead, which leaves out what is no body.
		Rule: policy.Rule{
			Name: "bodies-in-brackets", Verdict: policy.Take, Says: "括号里写的是部门，就是责任分工；少数项目不像部门而像名称的，也算在内",
			Takes: "架好线路。〔（市城管局、市水务局、甲河热力）〕", Leaves: "架好线路。〔（铁塔、管道、甲河热力）〕",
		},
		Holds: func(b *bracket) bool {
			sure, unknown := count(b.read().members)
			return sure > 0 && (unknown == 0 || mostly(b.read().members))
		},
	},
}

// A bracket of a paragraph may hold a group.
type bracket struct {
	source.Span
	f        *finder
	before   string // the text of its paragraph before it
	after    string // and behind it
	inList   bool   // it stands in the list behind a label
	whole    string // what stands in it, but for rules that the paper states there
	content  string // the same from its list on, without a date at its end
	start    int    // the place of content in the file
	due      string // the date
	labelled bool   // it says what its names are
	worded   bool   // it says so, or what they do
	list     *reading
}

// bracketAt returns the bracket b of the paragraph of lists; from is where the group before it ends.
func (f *finder) bracketAt(lists *openLabelled, b token, from int) *bracket {
	text, at := lists.text, lists.at
	_, opening := utf8.DecodeRuneInString(text[b.start:])
	_, closing := utf8.DecodeLastRuneInString(text[:b.end])
	inner := token{b.start + opening, b.end - closing}
	out := &bracket{Span: source.Span{Start: at + b.start, End: at + b.end}, f: f, before: text[:b.start], after: text[b.end:], start: at + inner.start}
	out.inList = lists.holds(from, b.start)
	out.whole = f.trimStated(text[inner.start:inner.end], out.start)
	out.content = out.whole
	for _, head := range []*pattern.Regexp{leadingFields, division} {
		n := len(head.FindString(out.content))
		out.content, out.start = out.content[n:], out.start+n
	}
	out.content, out.due = cutDue(out.content)
	if labels := f.labelsIn(out.content, out.start); len(labels) > 0 && strings.Trim(out.content[:labels[0][0]], " \t\n") == "" {
		out.labelled = true
		if d := dueField.FindStringSubmatch(out.content); d != nil {
			out.due = d[1]
		}
	}
	out.worded = out.labelled || words.In(out.content, dutyVerbs)
	return out
}

// justBefore returns the end of the text before the bracket, more than any pattern for what stands there matches. A
// paragraph may hold thousands of brackets.
func (b *bracket) justBefore() string {
	const reach = 300 // bytes, some 100 characters
	return b.before[source.RuneStart(b.before, max(0, len(b.before)-reach)):]
}

// read returns the bodies of the bracket. Most brackets hold none and are not read.
func (b *bracket) read() *reading {
	if b.list == nil {
		r := b.f.readGroup(b.content, b.start)
		b.list = &r
	}
	return b.list
}

// bracketGroup returns the group that a bracket is, if it is one.
func (f *finder) bracketGroup(b *bracket) (group, bool) {
	rule, ok := first(f, bracketRules, b, b.Span)
	if !ok {
		if sure, unknown := count(b.read().members); sure > 0 && b.worded {
			f.doubtfulBracket(b.Span, unknown)
		}
	}
	if rule.Verdict != policy.Take {
		return group{}, false
	}
	return group{Span: b.Span, reading: *b.read(), deadline: b.due, found: rule.Name}, true
}

// divides reports whether the bracket stands right behind the name of a body and holds nothing but its divisions.
func (b *bracket) divides() bool {
	house := houseBefore.FindString(b.justBefore())
	for _, item := range strings.FieldsFunc(b.content, func(r rune) bool { return strings.ContainsRune("、，,和", r) }) {
		if h, _ := registry.DivisionOf(house + item); h != house || !isInner(item) {
			return false
		}
	}
	return house != ""
}

// closes reports whether the bracket stands where a group stands: after a stop or a comma, or at the
// end of a sentence or the paragraph.
func (b *bracket) closes() bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(b.before, " \u3000"))
	after := strings.TrimLeft(b.after, " \u3000")
	return strings.ContainsRune("。；，！？;,.）)”", last) || after == "" || strings.HasPrefix(after, "。") || strings.HasPrefix(after, "；")
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

// onlyKinds reports whether a list names kinds of bodies without saying which: 「各县（区）人民政府（管委会）。」.
func onlyKinds(list []member) bool {
	return !slices.ContainsFunc(list, func(m member) bool { return !slices.Contains(bareKinds, m.written) })
}
