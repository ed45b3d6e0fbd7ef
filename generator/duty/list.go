package duty

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// A token is one item of a list of bodies, with its place in the list's text.
type token struct {
	start, end int
}

// longItem is the length in bytes above which an item of a list holds no name.
const longItem = 400

// tokens cuts a list at 、 ， ； / and their other forms, and at white space between whole names;
// brackets inside a name are left whole: 「省商务厅、各县（市、区）政府」 has two.
func tokens(text string) []token {
	var out []token
	start := 0
	for _, c := range cutsIn(text) {
		if c.rule.Verdict == policy.Take {
			out = append(out, token{start, c.start})
			start = c.end
		}
	}
	return append(out, token{start, len(text)})
}

// membersOf reads text, which stands at the byte offset at of the file, as a list of bodies.
// What is no body by its name is a member too, called unknown or broken, and gets no role; collectives
// that name nobody (有关部门) are left out.
func membersOf(text string, at int) []member { return membersBehind(nil, text, at) }

// membersBehind reads text as a list that goes on behind the members before it.
func membersBehind(before []member, text string, at int) (list []member) {
	for _, e := range entriesIn(text, at, slices.ContainsFunc(before, member.divides)) {
		if e.rule.Verdict == policy.Take || e.unknown || e.broken {
			list = append(list, e.member)
		}
	}
	for i := len(list) - 1; i > 0; i-- { // 「市委督查室、市政府督查室督办」
		if a, b := &list[i-1], list[i]; b.verb && a.word == "" && text[a.End-at:b.Start-at] == "、" {
			a.word, a.verb = b.word, true
		}
	}
	return list
}

// namesSome reports whether one member at least is a body by its name.
func namesSome(list []member) bool {
	return slices.ContainsFunc(list, func(m member) bool { return !m.unknown && !m.broken })
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

// bare returns an item without white space and the words after its name.
func bare(item string) string {
	t := trimToken(item, token{0, len(item)})
	return withoutRemark(source.Squeeze(item[t.start:t.end]))
}

// namesBody reports whether an item may be a body or a collective: 市教育局, 有关部门.
func namesBody(item string) bool {
	b := bare(item)
	body, _ := registry.LooksLikeBody(b)
	return body || registry.IsVague(b) || barePlace.MatchString(b)
}

// sureBody reports whether an item can hardly be anything but a body.
func sureBody(item string) bool {
	_, sure := registry.LooksLikeBody(bare(item))
	return sure
}
