package duty

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// separators are the marks at which a list may be cut.
const separators = "、，,；;。/／"

// A cut is a character of a list with the rule that decided whether an item ends there.
type cut struct {
	start, end int
	rule       policy.Rule
}

// A gap is such a character before it is decided.
type gap struct {
	mark          rune
	inside        bool   // a bracket stands around it
	before, after string // its item so far, and the list behind it
}

// cutsIn returns the separators and the white space of a list, each with its rule; an item ends where
// the rule's verdict is Take.
func cutsIn(text string) []cut {
	var out []cut
	start := 0
	inside := bracketsIn(text)
	for i, r := range text {
		if !strings.ContainsRune(separators, r) && !source.IsSpace(r) {
			continue
		}
		for len(inside) > 0 && inside[0].end <= i {
			inside = inside[1:]
		}
		next := i + utf8.RuneLen(r)
		rule, _ := cutRules.First(gap{r, len(inside) > 0 && inside[0].start < i, text[start:i], text[next:]})
		out = append(out, cut{i, next, rule})
		if rule.Verdict == policy.Take {
			start = next
		}
	}
	return out
}

var (
	// levelsOnly is the beginning of a collective that has not yet said what of: 各市, 有关市、州.
	levelsOnly = words.Pattern(`(?:^|[和及与])\s*{{collective-heads}}(?:有关|相关)?(?:{{collective-levels}}|` + words.Bracketed + `|、)+$`)
	// levelNext begins the next level of a collective: 各县（市、区）、乡镇人民政府.
	levelNext = words.Pattern(`^{{next-levels}}`)
	// bodyOfRegion is a body of the region itself: 市财政局 behind 各区, not 市（州）人民政府.
	bodyOfRegion = words.Pattern(`^{{upper-levels}}\p{Han}*{{departments}}$`)
	// collectiveBreaks begin a name behind a collective that is whole.
	collectiveBreaks = words.Pattern(`^{{collective-breaks}}|^[省市县区镇]级{{collective-break-tails}}`)
	// partyOf and governmentNext make one collective: 各县（市、区）党委、政府. So do bareLevels and
	// levelsNext: 市、县人民政府.
	partyOf        = pattern.MustCompile(`^\s*各(?:[^、，；。（(〔［【]|` + words.Bracketed + `)*(?:党委|工委|(?:[县区旗市州]|` + words.Bracketed + `)委)$`)
	governmentNext = pattern.MustCompile(`^(?:(?:人民)?政府|管委会)`)
	bareLevels     = pattern.MustCompile(`^\s*(?:[省市州县区旗盟乡镇]、)*[省市州县区旗盟乡镇](?:` + words.Bracketed + `)?$`)
	levelsNext     = words.Pattern(`^(?:[市州县区旗盟乡镇、]|` + words.Bracketed + `)+(?:级)?(?:(?:人民)?政府|党委|\p{Han}{2,14}?(?:{{departments}}|部门))`)
)

// cutRules tell where an item of a list ends: Take where it does.
var cutRules = policy.Decisions[gap]{
	{
		Rule: policy.Rule{
			Name: "inside-brackets", Verdict: policy.Leave, Says: "名称里括号中的顿号不分开名称",
			Takes: "查好账。（市审计局、各县（市〔、〕区）政府）", Leaves: "查好账。（市审计局、各县〔、〕各区政府）",
		},
		Holds: func(g gap) bool { return g.inside },
	},
	{
		Rule: policy.Rule{
			Name: "party-and-government", Verdict: policy.Leave, Says: "“各……党委、政府”是一个名称",
			Takes: "查好账。（市审计局、各县（市、区）党委〔、〕政府）", Leaves: "查好账。（市审计局、各县（市、区）党委〔、〕市妇联）",
		},
		Holds: func(g gap) bool {
			return g.mark == '、' && partyOf.MatchString(g.before) && governmentNext.MatchString(g.after)
		},
	},
	{
		Rule: policy.Rule{
			Name: "levels-of-one-government", Verdict: policy.Leave, Says: "“市、县人民政府”“市、县教育局”是一个名称",
			Takes: "查好账。（市审计局，市〔、〕县人民政府）", Leaves: "查好账。（市审计局〔、〕县人民政府）",
		},
		Holds: func(g gap) bool {
			return g.mark == '、' && bareLevels.MatchString(g.before) && levelsNext.MatchString(g.after)
		},
	},
	{
		Rule: policy.Rule{
			Name: "collective-goes-on", Verdict: policy.Leave, Says: "“各市、县”一类还没有说到是什么单位，顿号不分开名称",
			Takes: "查好账。（市审计局，各县〔、〕乡镇人民政府）", Leaves: "查好账。（市审计局，各县（区）〔、〕开发区管委会）",
		},
		Holds: gap.goesOn,
	},
	{
		// After inside-brackets and the rules on collectives, which keep marks inside a name.
		Rule: policy.Rule{
			Name: "separator", Verdict: policy.Take, Says: "顿号、逗号、分号、句号、斜线分开名称",
			Takes: "查好账。（市审计局〔、〕市财政局）", Leaves: "查好账。（市审计局〔　〕市财政局）",
		},
		Holds: func(g gap) bool { return strings.ContainsRune(separators, g.mark) },
	},
	{
		Rule: policy.Rule{
			Name: "space-between-names", Verdict: policy.Take, Says: "两边都是完整名称的空白分开名称",
			Takes: "查好账。（市审计局〔 〕市财政局）", Leaves: "查好账。（市审〔 〕计局、市财政局）",
		},
		Holds: func(g gap) bool {
			return source.IsSpace(g.mark) && len(g.before) < longItem && wholeName(g.before) && wholeName(firstWord(g.after))
		},
	},
}

// goesOn reports whether the list may go on in the middle of a collective: 各市、州、县人民政府 is one,
// 各盟行政公署、市人民政府 are two.
func (g gap) goesOn() bool {
	return g.mark == '、' && levelsOnly.MatchString(g.before) && levelNext.MatchString(g.after) &&
		!collectiveBreaks.MatchString(g.after) && !g.bodyNext()
}

// bodyNext reports whether the next item is a body of the region itself.
func (g gap) bodyNext() bool {
	name := bare(firstWord(g.after))
	return bodyOfRegion.MatchString(name) && sureBody(name)
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
	if i := strings.IndexFunc(text, func(r rune) bool { return source.IsSpace(r) || strings.ContainsRune(separators, r) }); i >= 0 {
		return text[:i]
	}
	return text
}
