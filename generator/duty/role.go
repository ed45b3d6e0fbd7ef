package duty

import (
	"regexp"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

var (
	// firstLeads is the rule that the first place in a list means the lead:
	// 「列第一位者为牵头部门」, 「列第一位的为牵头部门」, 「排在首位的为牵头单位」, 「第一个单位为牵头单位」.
	firstLeads = regexp.MustCompile(`(?:排|位|居)?(?:列|名|序)?(?:在)?(?:第一|首|最前)(?:位|个|家|名)?(?:者|的)?(?:责任|负责)?(?:部门|单位)?(?:即|均)?(?:为|是|系)(?:总|主要)?(?:牵头|主责|主办|汇总)[^。；，）]{0,12}`)
	// oneLeads is the rule about a group of one: 「只明确一个部门的，其他有关部门配合」.
	oneLeads = regexp.MustCompile(`(?:只|仅)(?:明确|列|有|确定)一个(?:部门|单位)的?[，,]?[^。）]{0,30}`)
	// markLeads is the rule that a mark means the lead: 「带★的为牵头单位」.
	markLeads = regexp.MustCompile(`(?:带|标|加|注|打|画)(?:注|有|“|"|（)*([` + leadMarks + `])[^。；，、]{0,8}(?:为|是|系|表示)(?:牵头|主责|主办)[^。；，）］〕]{0,12}`)
)

// roleRules are the rules by which a document gives roles to the members of a group.
type roleRules struct {
	first policy.Basis // first place means lead; its Quote is empty where the document has no such rule
	one   policy.Basis // a group of one: the others support
	mark  policy.Basis // a mark before or behind a name means lead; its Quote is empty where the document has no such rule
	leads bool         // the document has a lead rule or uses 牵头 of an agency
	label bool         // the document has lists behind 牵头单位：
}

// roleRules finds the rules where the document states them: in a bracket, 「…能源局。列第一位者为
// 牵头部门，…下同」, or in the notice before the plan.
func (f *finder) roleRules() {
	for _, b := range f.doc.Blocks {
		text := f.file.Slice(b.Span)
		if f.rules.first.Quote == "" {
			f.rules.first = f.ruleAt(firstLeads, text, b.Start, "position-rule")
		}
		if f.rules.mark.Quote == "" {
			f.rules.mark = f.ruleAt(markLeads, text, b.Start, "mark-rule")
		}
		if f.rules.one.Quote == "" {
			f.rules.one = f.ruleAt(oneLeads, text, b.Start, "single-rule")
		}
		if !b.Kind.Frames() && leadsSomebody(text) {
			f.rules.leads = true
		}
		f.rules.label = f.rules.label || leadLabel.MatchString(text)
	}
	f.rules.leads = f.rules.leads || f.rules.first.Quote != "" || f.rules.mark.Quote != "" || f.rules.one.Quote != ""
}

func (f *finder) ruleAt(re *regexp.Regexp, text string, start int, rule string) policy.Basis {
	m := re.FindStringIndex(text)
	if m == nil {
		return policy.Basis{}
	}
	return policy.Basis{Rule: rule, Quote: source.Squeeze(text[m[0]:m[1]]), Span: source.Span{Start: start + m[0], End: start + m[1]}}
}

var groupLead = regexp.MustCompile(`[（(〔【［\[][^（）()〔〕【】［］\[\]]{2,40}牵头|牵头(?:单位|部门)|由\p{Han}{2,20}牵头`)

// leadLabel is a label of those who lead; beside it a 责任单位： with one body is that body alone.
var leadLabel = regexp.MustCompile(`(?:牵头|主责|主办)(?:责任)?(?:单位|部门)(?:[：:]|[】］])`)

// leadsSomebody reports whether text uses 牵头 in a group of agencies.
func leadsSomebody(text string) bool { return groupLead.MatchString(text) }

// A member of a group as the list gives it, before roles.
type member struct {
	source.Span
	written string
	word    policy.Role // by the words of the list: lead, support, joint; "" where it says none
	sure    bool        // by its name it can hardly be anything but a body
	unknown bool        // by its name it is no body
	marked  bool        // a mark such as ★ stands before or behind its name
}

// roles turns the members of one group into agencies with roles, and returns the basis.
//
// Words come first: where one member is called 牵头, the others support. Without words the
// document's rules hold: the first place leads, one alone is sole. Without rules all are joint.
func (f *finder) roles(members []member, words policy.Basis) ([]policy.Agency, policy.Basis) {
	led, marked := false, false
	for i, m := range members {
		if m.marked && m.word == "" && f.rules.mark.Quote != "" {
			members[i].word, marked = policy.Lead, true
		}
		led = led || members[i].word == policy.Lead
	}
	basis := policy.Basis{Rule: "none"}
	switch {
	case marked:
		basis = f.rules.mark
	case led && words.Rule != "lead-word" && labelRole[roleWord.FindString(words.Quote)] != policy.Lead:
		basis = policy.Basis{Rule: "lead-word", Quote: "牵头"}
	case led:
		basis = words
	case len(members) == 1 && members[0].word == "" && f.rules.one.Quote != "":
		basis = f.rules.one
	case len(members) == 1 && members[0].word == "" && f.rules.leads && (words.Rule != "label" || f.rules.first.Quote != "" || f.rules.label):
		basis = policy.Basis{Rule: "single"}
		if f.rules.first.Quote != "" {
			basis = f.rules.first
			basis.Rule = "single"
		}
	case members[0].word == "" && f.rules.first.Quote != "":
		basis = f.rules.first
	case words.Rule != "":
		basis = words
	}
	var out []policy.Agency
	for i, m := range members {
		role := policy.Joint
		switch {
		case led && m.word == policy.Lead:
			role = policy.Lead
		case led, m.word == policy.Support:
			role = policy.Support
		case basis.Rule == "single-rule" || basis.Rule == "single":
			role = policy.Sole
		case basis.Rule == "position-rule" && len(members) == 1:
			role = policy.Sole
		case basis.Rule == "position-rule" && i == 0:
			role = policy.Lead
		case basis.Rule == "position-rule":
			role = policy.Support
		}
		out = append(out, policy.Agency{Span: m.Span, Written: m.written, Role: role})
	}
	NameAgencies(f.region, out)
	return out, basis
}

// trimRule cuts the sentences off a group in which the document states its rules, as in
// 「省商务厅。只明确一个部门的，其他有关部门配合，不一一列出，下同」. A bracket that holds a rule becomes blank.
func trimRule(content string) string {
	content = remarkIn.ReplaceAllStringFunc(content, func(b string) string {
		if firstLeads.MatchString(b) || markLeads.MatchString(b) || oneLeads.MatchString(b) {
			return strings.Repeat(" ", len(b))
		}
		return b
	})
	if i := strings.Index(content, "。"); i >= 0 {
		if rest := content[i:]; label.MatchString(rest) {
			return content[:i] + "；" + trimRule(rest[len("。"):]) // 「牵头单位：A。配合单位：B。」
		}
		content = content[:i]
	}
	for _, rule := range []*regexp.Regexp{firstLeads, markLeads, oneLeads} {
		if m := rule.FindStringIndex(content); m != nil {
			content = strings.TrimRight(content[:m[0]], "，；,; ")
		}
	}
	return content
}

// duePart is a part of a group that says until when: 「（商务部牵头，3月底前出台相关政策）」.
var duePart = regexp.MustCompile(`[，；,;]\s*((?:力争|确保|于)?(?:(?:(?:19|20)\d{2}|今|明)年)?(?:\d{1,2}月(?:底|中旬|上旬|下旬|份|\d{1,2}日)?(?:之?前)?|年(?:内|底前|底之前|中)|(?:第?[一二三四]季度|上半年|下半年)(?:末|底)?前?|(?:19|20)\d{2}年(?:底|末)?(?:之?前)?|全年|长期|持续|常年)[^，；,;、：:]{0,20})$`)

// cutDue cuts the part that says until when off the end of a group.
func cutDue(content string) (rest, due string) {
	if m := duePart.FindStringSubmatchIndex(content); m != nil {
		return content[:m[0]], content[m[2]:m[3]]
	}
	return content, ""
}
