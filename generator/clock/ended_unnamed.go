package clock

import (
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	// unnamed is a clause that ends papers without their names: 「原有补贴政策同时废止」.
	unnamed = words.Pattern(`(?:^|[,;。:起后])((?:{{earlier-words}})[^,。;:《》]{0,40}?{{ended-nouns}}(?:,?(?:[自从]\p{Han}{0,8}之?日起)?)?{{ending-verbs}})`)
	// listHead is the title of a list of papers that are ended, which need not close with a colon: 「三、废止下列规章」.
	listHead = words.Pattern(`^(?:决定)?{{ending-verbs}}(?:{{list-words}}|的)[^,。;《》]{0,20}?(?:{{ended-nouns}}|规章|目录)(?:\([^()]*\))?$`)
)

// unnamedRules tell which sentences end papers that they do not name.
var unnamedRules = policy.Decisions[*clause]{
	{
		Rule: policy.Rule{
			Name: "unnamed-papers-end", Verdict: policy.AsName, Says: "“此前出台的有关政策同时废止”废止没有写出名称的文件",
			Takes: "〔此前出台的补贴政策同时废止。〕", Leaves: "〔此前发放的旧证同时废止。〕",
		},
		Holds: func(c *clause) bool {
			c.m = unnamed.FindStringSubmatchIndex(c.text())
			return c.m != nil && !words.In(c.text()[c.m[2]:c.m[3]], differWords)
		},
	},
}

var differWords = words.Of("differ-words")

// endsUnnamed notes that the sentence ends papers without naming one.
func (c *clause) endsUnnamed() {
	rule, ok := firstOf(c.f, unnamedRules, c, c.line.span(c.from, c.to))
	if !ok {
		return
	}
	span := c.line.span(c.from+c.m[2], c.from+c.m[3])
	c.f.valid.Repeals = append(c.f.valid.Repeals, &policy.Ended{Span: span, Quote: c.f.doc.File.Squeezed(span), Rule: rule.Name})
}
