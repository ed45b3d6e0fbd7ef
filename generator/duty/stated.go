package duty

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	// firstLeads is the rule that the first place in a list means the lead:
	// 「列第一位者为牵头部门」, 「列第一位的为牵头部门」, 「排在首位的为牵头单位」, 「第一个单位为牵头单位」.
	firstLeads = words.Pattern(`{{placed-words}}?{{placed-in}}?(?:在)?{{first-places}}{{place-counters}}?(?:者|的)?(?:责任|负责)?(?:部门|单位)?(?:即|均)?{{means-words}}(?:总|主要)?{{lead-words}}[^。；，）]{0,12}`)
	// oneLeads is the rule about a group of one: 「只明确一个部门的，其他有关部门配合」.
	oneLeads = words.Pattern(`(?:只|仅){{names-only}}一个(?:部门|单位)的?[，,]?[^。）]{0,30}`)
	// markLeads is the rule that a mark means the lead: 「带★的为牵头单位」.
	markLeads = words.Pattern(`{{marks-with}}(?:注|有|“|"|（)*([` + leadMarks + `])[^。；，、]{0,8}{{mark-means}}{{stated-leads}}[^。；，）］〕]{0,12}`)
	// groupLead is 牵头 of a body in a group.
	groupLead = pattern.MustCompile(`[（(〔【［\[][^（）()〔〕【】［］\[\]]{2,40}牵头|牵头(?:单位|部门)|由\p{Han}{2,20}牵头`)
	// leadLabel is a label of those who lead; beside it a 责任单位： with one body is that body alone.
	leadLabel = words.Pattern(`{{stated-leads}}(?:责任)?(?:单位|部门)(?:[：:]|[】］])`)
)

// statedRules are the sentences by which a paper states how it gives roles.
var statedRules = []*pattern.Regexp{firstLeads, markLeads, oneLeads}

// stated is what a paper says about the roles in its groups.
type stated struct {
	first policy.Basis // first place means lead; its Quote is empty where the paper has no such rule
	one   policy.Basis // a group of one: the others support
	mark  policy.Basis // a mark before or behind a name means lead
	leads bool         // the paper says who leads, by a rule or with 牵头 of a body
	label bool         // the paper has lists behind 牵头单位：
}

// readStated finds the rules where the paper states them: in a bracket, 「…能源局。列第一位者为
// 牵头部门，…下同」, or in the notice before the plan. What a paper states holds for its annexes, which may state other.
func (f *finder) readStated() {
	f.readStatedIn(f.doc)
	if f.doc.Annex != nil {
		f.readStatedIn(f.doc.Annex.Of)
	}
}

func (f *finder) readStatedIn(d *document.Document) {
	s := &f.stated
	for _, b := range d.Blocks {
		text := f.file.Slice(b.Span)
		state(&s.first, "position-rule", firstLeads, text, b.Start)
		state(&s.mark, "mark-rule", markLeads, text, b.Start)
		state(&s.one, "single-rule", oneLeads, text, b.Start)
		s.leads = s.leads || !b.Kind.Frames() && groupLead.MatchString(text)
		s.label = s.label || leadLabel.MatchString(text)
	}
	s.leads = s.leads || s.first.Quote != "" || s.mark.Quote != ""
}

// state sets a rule that has not been stated before where text, at the byte offset at of the file, does.
func state(b *policy.Basis, rule string, re *pattern.Regexp, text string, at int) {
	if b.Quote != "" {
		return
	}
	if m := re.FindStringIndex(text); m != nil {
		*b = policy.Basis{Rule: rule, Quote: source.Squeeze(text[m[0]:m[1]]), Span: source.Span{Start: at + m[0], End: at + m[1]}}
	}
}

// trimStated cuts the sentences off a group, at the byte offset at of the file, in which the paper states its
// rules, as in 「省商务厅。只明确一个部门的，其他有关部门配合，不一一列出，下同」. A bracket that holds one becomes blank.
func (f *finder) trimStated(content string, at int) string {
	content = remarkIn.ReplaceAllStringFunc(content, func(b string) string {
		for _, rule := range statedRules {
			if rule.MatchString(b) {
				return strings.Repeat(" ", len(b))
			}
		}
		return b
	})
	if head, rest, ok := strings.Cut(content, "。"); ok {
		if next := at + len(content) - len(rest); len(f.labelsIn(rest, next)) > 0 {
			return head + "；" + f.trimStated(rest, next) // 「牵头单位：A。配合单位：B。」
		}
		content = head
	}
	for _, rule := range statedRules {
		if m := rule.FindStringIndex(content); m != nil {
			content = strings.TrimRight(content[:m[0]], "，；,; ")
		}
	}
	return content
}
