package duty

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// An entry is an item of a list with the rules that decided about it. It is a body where the verdict of
// rule is Take.
type entry struct {
	member
	item    token    // before anything was taken off
	byField bool     // the list says 部门, so that a field may stand for its body: 「财政、民政等部门」
	behind  []string // the items behind it as written
	divided bool     // the list names divisions with their house
	trims   []string
	rule    policy.Rule
}

// entriesIn reads the items of text, which stands at the byte offset at of the file. The list before it may have named
// divisions with their house.
func entriesIn(text string, at int, divided bool) []entry {
	byField := strings.Contains(text, "部门")
	var out []entry
	for _, t := range tokens(text) {
		if t.end-t.start > longItem {
			span := source.Span{Start: at + t.start, End: at + t.end}
			out = append(out, entry{item: t, member: member{Span: span, unknown: true}, rule: policy.Rule{Verdict: policy.Leave}})
			continue
		}
		for _, p := range splitJoined(text, t) {
			e := entry{item: p, byField: byField}
			name := e.trim(text)
			e.Span = source.Span{Start: at + name.start, End: at + name.end}
			e.written = source.Squeeze(text[name.start:name.end])
			out = append(out, e)
		}
	}
	divided = divided || slices.ContainsFunc(out, func(e entry) bool { return e.divides() })
	var behind []string
	for i := len(out) - 1; i >= 0; i-- {
		if e := &out[i]; e.rule.Verdict == "" {
			e.behind, e.divided = behind, divided
			e.decide()
		}
		behind = append([]string{out[i].written}, behind...)
	}
	return out
}

// divides reports whether a member is a division with its house: 市财政局预算科.
func (m member) divides() bool {
	house, _ := registry.DivisionOf(m.written)
	return house != ""
}

// decide tells whether the entry is a member, and how sure that is.
func (e *entry) decide() {
	e.rule, _ = memberRules.First(e)
	switch e.rule.Name {
	case byName:
		_, e.sure = registry.LooksLikeBody(withoutRemark(e.written))
	case byField:
		e.sure = true
	case byNothing:
		e.unknown = true
	case byEnding:
		e.broken = true
	}
}

// Names of the rules that take an item, which say how sure a member is.
const (
	byName    = "body-by-name"
	byField   = "body-by-field"
	byEnding  = "broken-name"
	byNothing = "unknown-name"
)

var (
	openEndRests = words.Of("open-end-rests")
	// unquote takes out what no name holds.
	unquote = words.Remover("not-in-names")
	posts   = words.Of("posts")
	// dueItem is an item that says until when: 「市发改委牵头，6月底前完成；市财政局配合，持续推进」.
	dueItem = words.Pattern(`^{{list-due-heads}}?(?:[0-9０-９]+[年月日]|{{list-due-words}})`)
)

// memberRules tell which items of a list are its members.
var memberRules = policy.Decisions[*entry]{
	{
		Rule: policy.Rule{
			Name: "nothing-left", Verdict: policy.Leave, Says: "去掉“等部门”“负责”一类的话，什么也不剩",
			Takes: "修好路。（市交通局，〔等部门负责〕）", Leaves: "修好路。（市交通局、市财政局，〔市公安局等部门负责〕）",
		},
		Holds: func(e *entry) bool { return e.written == "" },
	},
	{
		Rule: policy.Rule{
			Name: "vague-collective", Verdict: policy.Leave, Says: "“有关部门”“相关单位”没有说是哪一个",
			Takes: "修好路。（市交通局、〔市直有关部门〕）", Leaves: "修好路。（市交通局、〔市财政局〕）",
		},
		Holds: func(e *entry) bool { return registry.IsVague(e.written) },
	},
	{
		Rule: policy.Rule{
			Name: "rest-of-open-end", Verdict: policy.Leave, Says: "单独的“单位”“地区”是“等部门和单位”剩下的",
			Takes: "修好路。（市交通局等部门、〔单位〕）", Leaves: "修好路。（市交通局、市财政局等部门、〔驻市单位〕）",
		},
		Holds: func(e *entry) bool { return slices.Contains(openEndRests, e.written) },
	},
	{
		Rule: policy.Rule{
			Name: "date-in-a-list", Verdict: policy.Leave, Says: "写明何时完成的一项是时限",
			Takes: "修好路。（市交通局，〔每季报送〕）", Leaves: "修好路。（市交通局、市财政局负责，〔市审计局推进〕，市公安局配合）",
		},
		Holds: func(e *entry) bool { return dueItem.MatchString(e.written) },
	},
	{
		Rule: policy.Rule{
			Name: "person-or-post", Verdict: policy.Leave, Says: "领导、负责人等是人，不是单位",
			Takes: "修好路。（市交通局、〔市政府分管领导〕）", Leaves: "修好路。（市交通局、市财政局、〔市政府〕）",
		},
		Holds: func(e *entry) bool { return words.Suffix(e.written, posts) != "" },
	},
	{
		// After vague-collective: 有关部门 looks like a body, too.
		Rule: policy.Rule{
			Name: byName, Verdict: policy.Take, Says: "从名称看是部门、单位",
			Takes: "修好路。（〔市交通局〕、市财政局）", Leaves: "修好路。（市交通局、市财政局、〔青山热力〕）",
		},
		Holds: func(e *entry) bool {
			body, _ := registry.LooksLikeBody(withoutRemark(e.written))
			return body
		},
	},
	{
		// After body-by-name, which is as sure as the name.
		Rule: policy.Rule{
			Name: byField, Verdict: policy.Take, Says: "名单写明是部门的，“财政”“民政”等行业名称就指主管部门",
			Takes: "修好路。（〔市财政〕、民政等部门负责）", Leaves: "修好路。（市交通局、市水利局、〔市财政〕负责）",
		},
		Holds: func(e *entry) bool {
			return e.byField && registry.IsField(strings.TrimPrefix(strings.TrimLeft(e.written, "省市县区州"), "同级"))
		},
	},
	{
		Rule: policy.Rule{
			Name: "places-of-a-kind", Verdict: policy.Take, Says: "“镇街”“村（社区）”指每一个这样的地方",
			Takes: "修好路。（市交通局、〔村（社区）〕）", Leaves: "修好路。（市交通局、〔山村（社区）〕）",
		},
		Holds: func(e *entry) bool { return barePlace.MatchString(e.written) },
	},
	{
		Rule: policy.Rule{
			Name: "division-beside-another", Verdict: policy.Take, Says: "名单里有写明单位的处室，没有写明单位的处室也算",
			Takes: "修好路。（市交通局工程科、〔规划科〕）", Leaves: "修好路。（市交通局、市水利局、〔规划科〕）",
		},
		Holds: func(e *entry) bool { return e.divided && isInner(e.written) },
	},
	{
		Rule: policy.Rule{
			Name: "place-before-its-ending", Verdict: policy.Take, Says: "后面的名称以“区政府”“海关”等结尾的，前面的地名也是这样的单位",
			Takes: "修好路。（市交通局、〔东山〕、北沙区政府）", Leaves: "修好路。（市交通局、〔东山〕、北沙社区）",
		},
		Holds: func(e *entry) bool { _, ok := sharedEnding(e.written, e.behind); return ok },
	},
	{
		Rule: policy.Rule{
			Name: "cut-off-name", Verdict: policy.Take, Says: "少写了末尾或中间一个字的部门名称，照原样列入，留待核对",
			Takes: "修好路。（市交通局、市水利局、〔市通信管理〕）", Leaves: "修好路。（市交通局、市水利局、〔市通信管线〕）",
		},
		Holds: func(e *entry) bool {
			meant, _ := registry.Slip(strings.TrimLeft(e.written, "省市县区州"))
			return meant != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "firm-by-trade", Verdict: policy.Take, Says: "地名或字号之后写行业的，多为企业简称",
			Takes: "架好线路。（市城管局、市水务局、〔青山热力〕）", Leaves: "架好线路。（市城管局、市水务局、〔发展热力〕）",
		},
		Holds: func(e *entry) bool { return registry.IsFirm(e.written) },
	},
	{
		// After all that take a name for what it is.
		Rule: policy.Rule{
			Name: byEnding, Verdict: policy.Leave, Says: "结尾像单位、中间却有引号、冒号、半个括号的，不作为单位，留待核对",
			Takes: "修好路。（市交通局、〔市“好路”办公室〕）", Leaves: "修好路。（市交通局、市水利局、〔市好路办公室〕）",
		},
		Holds: func(e *entry) bool {
			body, _ := registry.LooksLikeBody(unquote.Replace(withoutRemark(e.written)))
			return body
		},
	},
	{
		Rule: policy.Rule{
			Name: byNothing, Verdict: policy.Leave, Says: "名称不像部门、单位的，不作为单位，留待核对",
			Takes: "架好线路。（市城管局、〔青山夜话〕）", Leaves: "架好线路。（市城管局、〔市能源局〕）",
		},
		Holds: func(*entry) bool { return true }, // the last: whatever no rule before it decides
	},
}
