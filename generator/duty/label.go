package duty

import (
	"slices"
	"strings"
	"sync"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

const (
	// labelNoun is what a label calls its bodies, with the word that may give them a role: 牵头单位, 市级责任部门.
	labelNoun = `(?:{{label-heads}}\s*)?({{lead-words}}|{{support-words}}|{{supervise-words}}|{{plain-label-words}})(?:\s*{{label-middles}})?\s*{{label-nouns}}`
	// labelForms are a label with its colon and one in brackets: 「责任单位：」, 「【责任单位】」.
	labelForms = labelNoun + `[ \x{3000}]*[：:]|[【［〔\[]` + labelNoun + `[】］〕\]][：:]?`
)

var (
	// labelForm is what may be a label in a group.
	labelForm = words.Spaced(labelForms + `|` + labelNoun + `[为是]|({{verb-labels}})[：:]`)
	// lineLabelForm is what may be one in running text or on a line of its own: 「责任单位：市发展改革委、市财政局」.
	lineLabelForm = words.Spaced(`(?:^|[。；，）（(〔【［` + bullets + `]|[\s\x{3000}])\s*(` + labelForms + `|{{division-words}}分工[：:])`)
	nounLabel     = words.Pattern(`^(?:` + labelNoun + `|{{division-words}}分工)[ \x{3000}]*[：:]`)
	// openLabel is such a noun without a colon, where a label may stand.
	openLabel     = words.Spaced(`(?:^|[，；。,;\s\x{3000}])\s*(` + labelNoun + `(?:[—–-]{1,2}|[\s\x{3000}]*))`)
	nounAlone     = words.Pattern(`^` + labelNoun + `[—–-]*$`)
	divisionNouns = words.Of("division-nouns")
	// verbLabel is a label without a noun: 「牵头：」.
	verbLabel = words.Pattern(`^{{verb-labels}}[：:]`)
)

// labelRules tell what a label is.
var labelRules = policy.Decisions[string]{
	{
		Rule: policy.Rule{
			Name: "label-in-brackets", Verdict: policy.Take, Says: "“牵头单位”“责任单位”一类名称单独放在方括号里，是标签",
			Takes: "修好水管。〔【牵头单位】〕市住建局【配合单位】市财政局", Leaves: "修好水管。〔牵头单位：〕市住建局；配合单位：市财政局",
		},
		Holds: func(form string) bool { return strings.ContainsAny(form, "【［〔[") },
	},
	{
		Rule: policy.Rule{
			Name: "verb-with-colon", Verdict: policy.Take, Says: "“牵头”“配合”一类动词后有冒号，是标签",
			Takes: "修好水管。（〔牵头：〕市住建局；配合：市财政局）", Leaves: "修好水管。（市住建局〔牵头〕；市财政局配合）",
		},
		Holds: verbLabel.MatchString,
	},
	{
		Rule: policy.Rule{
			Name: "noun-with-is", Verdict: policy.Take, Says: "括号里“牵头单位”“责任单位”一类名称后有“为”或“是”，是标签",
			Takes: "修好水管。（〔牵头单位为〕市住建局，责任单位为市财政局）", Leaves: "修好水管。（〔牵头单位：〕市住建局，责任单位：市财政局）",
		},
		Holds: func(form string) bool { return strings.HasSuffix(form, "为") || strings.HasSuffix(form, "是") },
	},
	{
		Rule: policy.Rule{
			Name: "noun-with-colon", Verdict: policy.Take, Says: "“牵头单位”“责任单位”一类名称后有冒号，是标签",
			Takes: "修好水管。（〔牵头单位：〕市住建局；配合单位：市财政局）", Leaves: "修好水管。（市水利专班〔牵头单位〕、市财政局）",
		},
		Holds: nounLabel.MatchString,
	},
	{
		Rule: policy.Rule{
			Name: "noun-before-name", Verdict: policy.Take, Says: "“牵头单位”“责任单位”一类名称后没有冒号、紧接部门全称的，是标签",
			Takes: "修好水管。（〔牵头单位〕市住建局，责任单位市财政局）", Leaves: "修好水管。（市水利专班〔牵头单位〕、市财政局）",
		},
		Holds: nounAlone.MatchString,
	},
}

// labelsIn returns the labels of a group that stands at the byte offset at of the file: the places of each
// and of its word, as matches of labelForm.
func (f *finder) labelsIn(content string, at int) [][]int {
	found := append(labelForm.FindAllStringSubmatchIndex(content, -1), openLabels(content)...)
	slices.SortStableFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return slices.DeleteFunc(found, func(m []int) bool { return !f.isLabel(content, at, m[0], m[1]) })
}

// openLabels returns the nouns of labels that stand right before a name: 「牵头单位市住建局」, 「责任单位——市财政局」.
func openLabels(content string) (out [][]int) {
	for _, m := range openLabel.FindAllStringSubmatchIndex(content, -1) {
		if name := firstWord(content[m[3]:]); m[3] < len(content) && wholeName(name) {
			out = append(out, append([]int{m[2], m[3]}, m[4:]...))
		}
	}
	return out
}

// lineLabels returns the places of the labels of running text.
func (f *finder) lineLabels(text string, at int) []token { return f.labelsBehind(text, 0, at) }

// labelsBehind returns those of text that begin at from or behind it; at is the place of text in the file.
func (f *finder) labelsBehind(text string, from, at int) []token {
	var out []token
	brackets := sync.OnceValue(func() []token { return bracketsIn(text) })
	for _, m := range lineLabelForm.FindAllStringSubmatchIndex(text[from:], -1) {
		start := from + m[0]
		inRemark := strings.HasPrefix(text[start:], "，") && slices.ContainsFunc(brackets(), func(b token) bool { return b.start < start && start < b.end })
		if !inRemark && f.isLabel(text, at, from+m[2], from+m[3]) {
			out = append(out, token{from + m[2], from + m[3]})
		}
	}
	for _, m := range openLabels(text[from:]) {
		start, end := from+m[0], from+m[1]
		if label := text[start:end]; strings.TrimRightFunc(label, source.IsSpace) != label && f.isLabel(text, at, start, end) {
			out = append(out, token{start, end}) // 「牵头单位　市财政局」
		}
	}
	slices.SortStableFunc(out, func(a, b token) int { return a.start - b.start })
	return out
}

func (f *finder) isLabel(text string, at, start, end int) bool {
	_, ok := first(f, labelRules, source.Squeeze(text[start:end]), source.Span{Start: at + start, End: at + end})
	return ok
}

// labelRole is the role that a label gives by its word; a plain 责任单位 gives none.
var labelRole = roleOfWords()

func roleOfWords() map[string]policy.Role {
	out := map[string]policy.Role{}
	for role, list := range map[policy.Role]string{policy.Lead: "lead-words", policy.Support: "support-words", policy.Supervise: "supervise-words"} {
		for _, w := range words.Of(list) {
			out[w] = role
		}
	}
	return out
}

// roleOfLabel returns the role that a label gives its bodies, or "".
func roleOfLabel(label string) policy.Role {
	return labelRole[roleWord.FindString(source.Squeeze(label))]
}

// roleWord is the word of a label or of a column's title that gives its bodies a role: 市级牵头单位.
var roleWord = words.Pattern(`{{lead-words}}|{{support-words}}|{{supervise-words}}`)
