package clock

import (
	"sort"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	ending      = words.Pattern(`{{ending-verbs}}`)
	endingFirst = words.Pattern(`(?:^|[,;:。]|{{ending-leads}})(?:宣布)?{{ending-verbs}}(?:{{ending-tails}})?$`)
	endsList    = words.Pattern(`{{ending-verbs}}[^。;]{0,30}:$`)
	yields      = words.Pattern(`{{yield-words}}[^。;]{0,24}?{{prevail-words}}`)
	prevails    = words.Pattern(`以{{self-words}}[^,。;]{0,12}?为准`)
	// onlyJoints is what may stand between two papers that one verb ends.
	onlyJoints   = words.Pattern(`^(?:\([^()]*\))?[、,;和及与]*(?:以及)?(?:[^,。;]{0,24}(?:{{published-words}}|{{printed-words}})的)?(?:` + formDate + `)?原?$`)
	bracketed    = pattern.MustCompile(`\([^()]*\)`)
	changes      = words.Pattern(`{{changing-words}}`)
	rewrites     = words.Pattern(`^(?:\([^()]*\))?第[^,。;]{1,16}[条款项][^。;]{0,80}?{{rewording-verbs}}`)
	byRules      = words.Pattern(`(?:{{by-this}})[^,。;《》]{0,12}$`)
	endingTitles = words.Of("ending-titles")
	changeTitles = words.Of("changing-titles")
)

// A mention is a place that names a paper, in a sentence that may end or change it.
type mention struct {
	Named
	f       *finder
	clause  *clause // nil for one of a list or a title
	before  string  // the sentence before it
	head    string  // the sentence before the first paper that it names
	after   string  // and behind it
	between string  // up to the next paper that it names
	ended   bool    // the sentence goes on with a verb that ends it
	listed  list    // it stands in a list of papers that are ended, or changed
	titled  bool    // the paper ends others by its title
	change  bool    // or changes them
}

// endRules tell which papers are ended.
var endRules = policy.Decisions[*mention]{
	{
		Rule: policy.Rule{
			Name: "named-as-ground", Verdict: policy.Leave, Says: "“根据”“依照”之后的文件是依据，不被废止",
			Takes: "根据〔《乙市养老条例》〕，《乙市养老办法》同时废止。", Leaves: "根据清理结果，〔《乙市养老办法》〕同时废止。",
		},
		Holds: func(m *mention) bool { return byRules.MatchString(tail(m.before)) },
	},
	{
		Rule: policy.Rule{
			Name: "ended-in-a-list", Verdict: policy.Take, Says: "“下列文件予以废止”之后列出的文件被废止",
			Takes: "下列文件予以废止：\n1.〔《乙市养老办法》〕。\n2.《乙市托育办法》。", Leaves: "下列文件继续执行：\n1.〔《乙市养老办法》〕。\n2.《乙市托育办法》。",
		},
		Holds: func(m *mention) bool { return m.listed == ended },
	},
	{
		Rule: policy.Rule{
			Name: "ended-by-the-verb", Verdict: policy.Take, Says: "同一句里后面写“同时废止”“停止执行”的文件被废止",
			Takes: "〔《乙市养老办法》〕同时废止。", Leaves: "〔《乙市养老办法》〕继续执行。",
		},
		Holds: func(m *mention) bool { return m.ended },
	},
	{
		Rule: policy.Rule{
			Name: "ended-behind-the-verb", Verdict: policy.Take, Says: "“决定废止”“同时废止”之后的文件被废止",
			Takes: "市政府决定废止〔《乙市养老办法》〕。", Leaves: "市政府决定印发〔《乙市养老办法》〕。",
		},
		Holds: func(m *mention) bool {
			return endingFirst.MatchString(tail(m.head)) || endingFirst.MatchString(tail(m.before))
		},
	},
}

// changeRules tell which papers are changed.
var changeRules = policy.Decisions[*mention]{
	{
		Rule: policy.Rule{
			Name: "changed-by-the-title", Verdict: policy.AsName, Says: "标题“关于修改……的决定”中的文件被修改",
			Takes: "关于修改〔《乙市养老办法》〕的决定\n一、将第三条修改为：“加强监督。”", Leaves: "关于落实〔《乙市养老办法》〕的决定\n一、将监督工作做好。",
		},
		Holds: func(m *mention) bool { return m.titled && m.change },
	},
	{
		Rule: policy.Rule{
			Name: "changed-in-a-list", Verdict: policy.AsName, Says: "“对下列文件作如下修改”之后列出的文件被修改",
			Takes: "对下列文件作如下修改：\n1.〔《乙市养老办法》〕。\n2.《乙市托育办法》。", Leaves: "对下列文件作如下说明：\n1.〔《乙市养老办法》〕。\n2.《乙市托育办法》。",
		},
		Holds: func(m *mention) bool { return m.listed == changed },
	},
	{
		Rule: policy.Rule{
			Name: "changed-in-a-sentence", Verdict: policy.AsName, Says: "“将……第几条修改为”“作如下修改”中的文件被修改",
			Takes: "将〔《乙市养老办法》〕第三条修改为：加强监督。", Leaves: "将〔《乙市养老办法》〕第三条落实到位。",
		},
		Holds: func(m *mention) bool {
			return m.clause != nil && !byRules.MatchString(tail(m.before)) && (changes.MatchString(firstClauses(m.after)) || rewrites.MatchString(firstClauses(m.after))) && !m.ordersLater()
		},
	},
}

// firstClauses returns s up to the next paper that it names.
func firstClauses(s string) string { s, _, _ = strings.Cut(s, "《"); return s }

// ordersLater reports whether the sentence orders a change in future: 适时修订《…》.
func (m *mention) ordersLater() bool { return words.In(tail(m.before), laterWords) }

var laterWords = words.Of("later-words")

// partlyRules tell which sentences make earlier papers yield.
var partlyRules = policy.Decisions[*clause]{
	{
		Rule: policy.Rule{
			Name: "earlier-rules-yield", Verdict: policy.AsName, Says: "“此前规定与本通知不一致的，以本通知为准”使以前的规定部分失去效力；依上级规定的不算",
			Takes: "〔此前规定与本通知不一致的，以本通知为准。〕", Leaves: "〔上级规定与本通知不一致的，按上级规定执行。〕",
		},
		Holds: func(c *clause) bool {
			s := c.text()
			return yields.MatchString(s) && (prevails.MatchString(s) || ownRule.MatchString(s))
		},
	},
}

var stayWords = words.Of("stay-words")

var ownRule = words.Pattern(`{{by-rule-verbs}}{{self-words}}[^,。;]{0,10}`)

// ends reads the papers that the sentence ends, changes or prevails over. It is told in which list the sentence stands, and
// returns that in which the next one does.
func (c *clause) ends(in list) list {
	span := c.line.span(c.from, c.to)
	named := c.f.namedIn(span)
	for _, m := range c.mentions(named, c.listed(in, len(named) > 0)) {
		if rule, ok := firstOf(c.f, endRules, m, m.Span); ok && rule.Verdict == policy.Take {
			c.f.end(&c.f.valid.Repeals, m.found(rule.Name))
			continue
		}
		if rule, ok := firstOf(c.f, changeRules, m, m.Span); ok {
			c.f.end(&c.f.valid.Amends, m.found(rule.Name))
		}
	}
	if rule, ok := firstOf(c.f, partlyRules, c, span); ok {
		c.partly(rule.Name, named, span)
	}
	c.endsUnnamed()
	return c.goesOn(in, len(named) > 0)
}

// partly notes the earlier papers that yield; none is named where the sentence only says 此前规定.
func (c *clause) partly(rule string, named []Named, span source.Span) {
	quote := c.f.doc.File.Squeezed(span)
	at := yields.FindStringIndex(c.text())[0] // of the part up to ；in which they yield
	from := c.line.span(c.line.back(c.from+at, stops), c.to)
	for _, n := range named {
		if n.Start >= from.Start && (n.Title != "" || n.Number != "") {
			c.f.end(&c.f.valid.Partly, &policy.Ended{Span: span, Quote: quote, Number: n.Number, Title: n.Title, Rule: rule})
			return
		}
	}
	c.f.valid.Partly = append(c.f.valid.Partly, &policy.Ended{Span: span, Quote: quote, Rule: rule})
}

// mentions returns the papers that the sentence names, with the words around them.
func (c *clause) mentions(named []Named, in list) []*mention {
	out := make([]*mention, len(named))
	next := c.to
	for i := len(named) - 1; i >= 0; i-- {
		from, to := max(c.from, c.line.at(named[i].Start)), min(c.line.at(named[i].End), c.to)
		m := &mention{Named: named[i], f: c.f, clause: c, before: c.line.s[c.from:from], after: c.line.s[to:c.to], between: c.line.s[to:max(to, next)], listed: in}
		m.head, _, _ = strings.Cut(c.line.s[c.from:from], "《")
		m.ended = m.verb() || i+1 < len(out) && out[i+1].ended && onlyJoints.MatchString(m.between)
		out[i], next = m, from
	}
	return out
}

// verb reports whether the words behind m, before the next paper that is named, end it.
func (m *mention) verb() bool {
	x := ending.FindStringIndex(m.between)
	if x == nil {
		return false
	}
	words := bracketed.ReplaceAllString(m.between[:x[0]], "")
	return !strings.ContainsAny(strings.TrimRight(words, ",、"), ",;") && !changes.MatchString(words)
}

// tail returns the end of s, more than any pattern for what stands there matches.
func tail(s string) string {
	const reach = 240 // bytes
	return s[source.RuneStart(s, max(0, len(s)-reach)):]
}

// found returns the finding: from the title to the verb.
func (m *mention) found(rule string) *policy.Ended {
	span := m.Span
	if m.clause != nil {
		if x := ending.FindStringIndex(m.between); x != nil {
			l := m.clause.line
			span.End = l.span(l.from, m.clause.to-len(m.after)+x[1]).End
		}
	}
	return &policy.Ended{Span: span, Quote: m.f.doc.File.Squeezed(span), Number: m.Number, Title: m.Title, Rule: rule}
}

// namedIn returns the places in span that name papers.
func (f *finder) namedIn(span source.Span) []Named {
	from := sort.Search(len(f.named), func(i int) bool { return f.named[i].Start >= span.Start })
	to := from
	for to < len(f.named) && f.named[to].Start < span.End {
		to++
	}
	return f.named[from:to]
}

// end adds e to a list, each paper once.
func (f *finder) end(list *[]*policy.Ended, e *policy.Ended) {
	for _, x := range *list {
		if e.Number != "" && x.Number == e.Number || (e.Number == "" || x.Number == "") && e.Title != "" && words.FoldTitle(x.Title) == words.FoldTitle(e.Title) {
			if x.Number == "" {
				x.Number = e.Number
			}
			return
		}
	}
	*list = append(*list, e)
}

// indicatorIn reports whether a number that the paper sets, or only one that is to be reached, stands in span.
func (f *finder) indicatorIn(span source.Span, targets bool) bool {
	is := f.facts.Indicators
	i := sort.Search(len(is), func(i int) bool { return is[i].Value.End > span.Start })
	for ; i < len(is) && is[i].Value.Start < span.End; i++ {
		if !targets || is[i].Kind == policy.Target {
			return true
		}
	}
	return false
}
