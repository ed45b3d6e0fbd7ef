package duty

import (
	"slices"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A reading is what the words of a group say: its bodies, and the words that give them roles.
type reading struct {
	members []member
	words   policy.Basis
}

// readGroup reads the content of a group that stands at the byte offset at of the file.
func (f *finder) readGroup(content string, at int) reading {
	if labels := f.labelsIn(content, at); len(labels) > 0 {
		return f.readLabels(content, at, f.ofHouses(content, labels))
	}
	return f.readList(withoutFields(content), at)
}

// ofHouses leaves out the labels of divisions where others name their houses: 「责任单位：市卫健委；责任处室：医政处」.
func (f *finder) ofHouses(content string, labels [][]int) [][]int {
	houses := slices.DeleteFunc(slices.Clone(labels), func(l []int) bool { return words.In(content[l[0]:l[1]], divisionNouns) })
	if len(houses) == 0 {
		return labels
	}
	return houses
}

// readLabels reads 「牵头单位：A；配合单位：B、C；完成时限：2020年底前」.
func (f *finder) readLabels(content string, at int, labels [][]int) reading {
	var out reading
	if start := labels[0][0]; start > 0 { // 「A牵头，配合部门：B」
		out = f.readList(withoutFields(content[:start]), at)
	}
	for i, l := range labels {
		end := len(content)
		if i+1 < len(labels) {
			end = labels[i+1][0]
		}
		body := withoutFields(content[l[1]:end])
		f.readLabel(&out, labelled{role: labelRole[source.Squeeze(wordOf(content, l))], label: content[l[0]:l[1]], body: body, at: at + l[0]})
	}
	out.members = f.namedOnce(out.members)
	return out
}

// labelled is a label with what stands behind it.
type labelled struct {
	role        policy.Role
	label, body string
	at          int // the place of the label in the file
}

// behindLabelRules tell where the list behind a label says itself who leads.
var behindLabelRules = policy.Decisions[labelled]{
	{
		Rule: policy.Rule{
			Name: "lead-behind-label", Verdict: policy.AsRole, Says: "“责任单位：”一类不分主次的标签之后写有“牵头”的，按“牵头”区分",
			Takes: "修好水管。（责任单位：〔市住建局〕牵头，市财政局配合）", Leaves: "修好水管。（责任单位：〔市住建局〕、市财政局）",
		},
		Holds: func(l labelled) bool { return l.role == "" && leadVerb(l.body) != nil },
	},
	{
		// After lead-behind-label, which reads the clauses of those who support as well.
		Rule: policy.Rule{
			Name: "support-behind-label", Verdict: policy.AsRole, Says: "“责任单位：”一类不分主次的标签之后写有“配合”“参与”的分句，其中的部门是配合单位",
			Takes: "修好水管。（责任单位：〔市住建局〕，市财政局配合）", Leaves: "修好水管。（责任单位：〔市住建局〕，市财政局）",
		},
		Holds: func(l labelled) bool { return l.role == "" && supportClause.MatchString(l.body) },
	},
}

// readLabel adds the bodies behind one label to what was read before it.
func (f *finder) readLabel(out *reading, l labelled) {
	body := l.at + len(l.label)
	switch rule, _ := first(f, behindLabelRules, l, source.Span{Start: body, End: body + len(l.body)}); rule.Name {
	case "lead-behind-label":
		lead := f.readLead(l.body, body, leadVerb(l.body))
		out.members, out.words = append(out.members, lead.members...), lead.words
		return
	case "support-behind-label":
		out.members = append(out.members, f.readClauses(l.body, body).members...)
	default:
		out.members = append(out.members, withWord(membersBehind(out.members, l.body, body), l.role)...)
	}
	if out.words.Rule == "" || l.role == policy.Lead || roleOfLabel(out.words.Quote) == policy.Supervise { // who looks on tells nothing of the others
		out.words = policy.Basis{Rule: "label", Quote: source.Squeeze(l.label), Span: source.Span{Start: l.at, End: body}}
	}
}

// A mention is a body that a list names twice.
type mention struct{ before, again member }

var mentionRules = policy.Decisions[mention]{
	{
		Rule: policy.Rule{
			Name: "named-again", Verdict: policy.AsRole, Says: "名单之后的标签又写到同一部门的，按后面的标签定角色，不重复计",
			Takes: "抓好调解。责任单位：市司法局、市信访局（牵头单位：〔市司法局〕）", Leaves: "抓好调解。责任单位：市司法局、市信访局（牵头单位：〔市委政法委〕）",
		},
		Holds: func(m mention) bool {
			return m.before.written == m.again.written && m.before.word == "" && m.again.word != ""
		},
	},
}

// namedOnce gives a body that a later label names again the role of that label:
// 「责任单位：A、B（牵头单位：A）」.
func (f *finder) namedOnce(list []member) []member {
	var out []member
	for _, m := range list {
		i := slices.IndexFunc(out, func(o member) bool {
			_, ok := first(f, mentionRules, mention{o, m}, m.Span)
			return ok
		})
		if i >= 0 {
			out[i].word = m.word
			continue
		}
		out = append(out, m)
	}
	return out
}

// otherField is a field in a group that names no bodies: 适用范围, 联系电话. It goes on to the next semicolon.
var otherField = pattern.MustCompile(`(?:^|[；，、;,。\s\x{3000}])[\s\x{3000}]*(?:\p{Han}|[（）()]){2,12}[：:][^；;。]*`)

// withoutFields returns a list with blanks in the place of its fields of other kinds.
func withoutFields(list string) string {
	for _, m := range otherField.FindAllStringIndex(blankRemarks(list), -1) {
		list = list[:m[0]] + strings.Repeat(" ", m[1]-m[0]) + list[m[1]:]
	}
	return list
}

// wordOf returns the word of a match of labelForm: 牵头, 责任.
func wordOf(content string, l []int) string {
	for i := 2; i < len(l); i += 2 {
		if l[i] >= 0 {
			return content[l[i]:l[i+1]]
		}
	}
	return ""
}
