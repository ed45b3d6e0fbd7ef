package extract

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// A kindReading looks for the kind of a paper (文种).
type kindReading struct {
	x       *extractor
	title   string // of the paper or of the notice before it
	carried string // of the paper that the notice carries, empty where the title itself tells what it issues
	kind    string // which the rule that holds has found
}

// kind returns the kind of the paper with the rule that told it, or nothing where none does.
func (x *extractor) kind() (kind, rule string) {
	r := x.newKind()
	by, _ := kindRules.First(r)
	return r.kind, by.Name
}

func (x *extractor) newKind() *kindReading {
	r := &kindReading{x: x, title: x.facts.Meta.Title}
	n := len(x.doc.Bodies)
	if last := x.doc.Bodies[n-1]; last.Carried && (n == 1 || !issuedPaper.MatchString(r.title)) && !answers(r.title) {
		r.carried = x.file.Squeezed(last.Title)
	}
	return r
}

// answers reports whether a title is that of a letter or a public notice, whose kind is its own whatever it encloses.
func answers(title string) bool {
	return words.Suffix(title, ownKinds) != "" && !words.In(title, issuedWords)
}

// found reports whether kind is one, which is then that of the paper.
func (r *kindReading) found(kind string) bool {
	r.kind = kind
	return kind != ""
}

var (
	issuedPaper = words.Pattern(`(?:下发|{{issuing-verbs}})(.*?)的?(?:通知|公告)?$`)
	kindAtEnd   = words.Pattern(`({{kind-forms}}?(?:令|{{paper-kinds}}))(?:[（(][^（）()]*[）)])?[〉》”]*(?:[（(][^（）()]*[）)])?$`)
	stateLaw    = pattern.MustCompile(`^中华人民共和国\p{Han}{2,30}法(?:典|$)`)
	law         = pattern.MustCompile(`法典?$`)
	selfNamed   = words.Pattern(`(?:现?(?:就.{2,40})?特?{{self-naming-verbs}}{{self-naming-words}}|现提出.{0,4}|^本|[。，；]本)(?:政策)?({{self-named-kinds}})`)
	// tells is what a paper calls itself where it begins: 「现函复如下」.
	tells       = pattern.MustCompile(`现(?:将|就)?([^。；：]{0,60})如下[：:]`)
	ownKinds    = words.Of("own-kinds")
	issuedWords = words.Of("issuing-verbs")
	kindForms   = words.Of("kind-forms")
	plainForms  = words.Of("plain-forms")
	plainKinds  = words.Of("plain-kinds")
)

// kindRules tell the kind. Their sentences are whole papers.
var kindRules = policy.Decisions[*kindReading]{
	{
		Rule: policy.Rule{
			Name: "kind-of-carried-paper", Verdict: policy.AsName, Says: "通知所附文件的标题结尾是文种",
			Takes:  "乙市人民政府关于支持养老的通知\n现印发给你们。\n乙市人民政府\n2031年3月1日\n乙市养老服务〔办法〕\n一、抓好落实\n加强监督。",
			Leaves: "乙市人民政府关于支持养老的〔通知〕\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *kindReading) bool { return r.carried != "" && r.found(kindOfTitle(r.carried)) },
	},
	{
		Rule: policy.Rule{
			Name: "kind-it-issues", Verdict: policy.AsName, Says: "标题写明印发什么的，取所印发文件的文种",
			Takes: "关于印发乙市养老〔方案〕的通知\n一、抓好落实\n加强监督。", Leaves: "关于支持养老的〔通知〕\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *kindReading) bool { return r.carried == "" && r.found(kindIssued(r.title)) },
	},
	{ // behind kind-it-issues: such a title ends in 通知
		Rule: policy.Rule{
			Name: "kind-at-end-of-title", Verdict: policy.AsName, Says: "标题结尾是文种，“若干”“总体”等修饰语除去",
			Takes: "乙市支持养老的若干〔措施〕（试行）\n一、抓好落实\n加强监督。", Leaves: "乙市支持养老公报\n现提出以下〔意见〕。\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *kindReading) bool { return r.carried == "" && r.found(kindEnding(r.title)) },
	},
	{
		Rule: policy.Rule{
			Name: "kind-of-itself", Verdict: policy.AsName, Says: "标题看不出文种的，取正文对自己的称呼，如“现提出以下意见”",
			Takes: "乙市支持养老公报\n现提出以下〔意见〕。\n一、抓好落实\n加强监督。", Leaves: "乙市支持养老〔方案〕\n现提出以下意见。\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *kindReading) bool { return r.found(r.selfNamed()) },
	},
	{
		Rule: policy.Rule{
			Name: "kind-of-the-notice", Verdict: policy.AsName, Says: "所附文件和正文都看不出文种的，取通知本身的文种",
			Takes:  "乙市人民政府关于支持养老的〔通知〕\n现印发给你们。\n乙市人民政府\n2031年3月1日\n乙市养老服务章程\n一、抓好落实\n加强监督。",
			Leaves: "乙市人民政府关于支持养老的通知\n现印发给你们。\n乙市人民政府\n2031年3月1日\n乙市养老服务〔办法〕\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *kindReading) bool { return r.carried != "" && r.found(kindOfTitle(r.title)) },
	},
}

// selfTold returns the kind of a paper that tells in words like 「现函复如下」 what it is, or "".
func selfTold(text string) string {
	for _, row := range words.Rows("self-telling", 2) {
		if strings.HasSuffix(text, row[0]) {
			return row[1]
		}
	}
	return ""
}

// selfNamed returns the kind that the text calls its paper.
func (r *kindReading) selfNamed() string {
	for _, b := range r.x.doc.Blocks {
		if b.Kind != document.Paragraph {
			continue
		}
		text := r.x.file.Squeezed(b.Span)
		if m := selfNamed.FindStringSubmatch(text); m != nil {
			return plainKind(m[1])
		}
		if m := tells.FindStringSubmatch(text); m != nil && selfTold(m[1]) != "" {
			return selfTold(m[1])
		}
	}
	return ""
}

// kindOfTitle returns the kind that a title ends in, looking through a notice at what it issues.
func kindOfTitle(title string) string {
	if k := kindIssued(title); k != "" {
		return k
	}
	return kindEnding(title)
}

// tasksSet is the title of a notice that sets tasks, which are no paper: 关于下达2031年重点任务的通知.
var tasksSet = pattern.MustCompile(`(?:下达|分解).*任务的(?:通知|公告)$`)

// severalIssued is a list of papers that a notice gives out, each for itself: 《…》等12项标准.
var severalIssued = pattern.MustCompile(`等[0-9一二三四五六七八九十百]+[项部个件篇]`)

// kindIssued returns the kind of the paper that a title says is issued.
func kindIssued(title string) string {
	if tasksSet.MatchString(title) {
		return ""
	}
	if m := issuedPaper.FindStringSubmatch(title); m != nil && !severalIssued.MatchString(m[1]) {
		return kindEnding(strings.TrimRight(m[1], "等的"))
	}
	return ""
}

// kindEnding returns the kind at the end of a title.
func kindEnding(title string) string {
	if m := kindAtEnd.FindStringSubmatch(title); m != nil {
		return plainKind(m[1])
	}
	return law.FindString(stateLaw.FindString(title))
}

// plainKind drops the words before a kind that do not make it another: 若干意见 is 意见, but
// 实施意见 and 行动计划 are kinds of their own.
func plainKind(k string) string {
	k = strings.TrimPrefix(k, "若干")
	for _, w := range plainForms {
		k = strings.TrimPrefix(k, w)
	}
	if slices.Contains(plainKinds, k) {
		k = strings.TrimPrefix(k, words.Prefix(k, kindForms))
	}
	return k
}
