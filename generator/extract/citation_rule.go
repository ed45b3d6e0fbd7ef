package extract

import (
	"slices"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// citationRules tell the mentions of other papers from those of the paper itself and from what is no
// paper.
var citationRules = slices.Concat(ownRules, noCitations, citationForms)

// history is the bracket under the title of a statute that tells when it was passed and amended.
var history = words.Pattern(`^[（(](?:19|20)\d{2}年.*{{history-verbs}}[）)]$`)

// ownRules leave the paper itself. Their sentences are whole papers.
var ownRules = policy.Decisions[*mention]{
	{
		Rule: policy.Rule{
			Name: "in-the-frame", Verdict: policy.Leave, Says: "标题、文号、主送机关、落款中提到的文件不算引用",
			Takes: "关于〔《乙市养老条例》〕的批复\n一、抓好落实\n加强监督。", Leaves: "关于养老的批复\n一、抓好落实\n执行〔《乙市养老条例》〕。",
		},
		Holds: func(m *mention) bool { return m.block.Kind.Frames() },
	},
	{
		Rule: policy.Rule{
			Name: "history-of-a-statute", Verdict: policy.Leave, Says: "法规标题下说明通过、修正经过的括号不算引用",
			Takes:  "乙市养老条例\n（2030年3月1日通过　根据2031年3月1日〔《关于修改部分法规的决定》〕修正）\n第一条　支持养老。",
			Leaves: "乙市养老条例\n（2030年3月1日通过）\n第一条　支持养老，落实〔《关于修改部分法规的决定》〕。",
		},
		Holds: func(m *mention) bool {
			return m.block.Section == nil && history.MatchString(m.x.file.Slice(m.block.Span))
		},
	},
	{
		Rule: policy.Rule{
			Name: "own-title", Verdict: policy.Leave, Says: "与本文件或所附文件同名的标题指的是文件自己",
			Takes: "乙市养老方案\n一、抓好落实\n宣传〔《乙市养老方案》〕。", Leaves: "乙市养老方案\n一、抓好落实\n宣传〔《乙市托育方案》〕。",
		},
		Holds: func(m *mention) bool { return m.x.own.borne[words.FoldTitle(m.title)] },
	},
	{
		Rule: policy.Rule{
			Name: "issued-in-title", Verdict: policy.Leave, Says: "标题“印发《……》”中的文件就是本文件",
			Takes:  "关于印发《乙市养老方案》的通知\n一、抓好落实\n宣传〔《乙市养老方案》〕。",
			Leaves: "关于贯彻《乙市养老方案》的通知\n一、抓好落实\n宣传〔《乙市养老方案》〕。",
		},
		Holds: func(m *mention) bool { return m.x.own.inTitle[words.FoldTitle(m.title)] },
	},
	{
		Rule: policy.Rule{
			Name: "issued-in-text", Verdict: policy.Leave, Says: "通知正文“现印发给你们”一类句子中的文件就是所附的文件",
			Takes:  "关于支持养老的通知\n现将〔《乙市养老政策》〕印发给你们。\n一、抓好落实\n加强监督。",
			Leaves: "关于支持养老的通知\n现根据〔《乙市养老政策》〕，提出要求。\n一、抓好落实\n加强监督。",
		},
		Holds: func(m *mention) bool { return m.x.own.inText[words.FoldTitle(m.title)] },
	},
	{
		Rule: policy.Rule{
			Name: "own-number", Verdict: policy.Leave, Says: "本文件的文号指的是文件自己",
			Takes:  "乙市养老方案\n乙政发[2031]5号\n一、抓好落实\n依据〔乙政发[2031]5号〕。",
			Leaves: "乙市养老方案\n乙政发[2031]5号\n一、抓好落实\n依据〔乙政发[2031]6号〕。",
		},
		Holds: func(m *mention) bool {
			return m.number != "" && strings.HasSuffix(words.NumberKey(m.x.facts.Meta.Number), m.number)
		},
	},
}

var (
	formEnds = words.Of("form-ends")
	// listsAsPapers end like forms and are papers all the same: 负面清单.
	listsAsPapers = words.Of("lists-as-papers")
	// modelText is the title of a text to write one's own by.
	modelText = words.Pattern(`{{model-texts}}[）)]?$`)
	// annexBefore brings in an annex of the paper itself: 「附件：1.《…》」.
	annexBefore = pattern.MustCompile(`附件[0-9一二三四五]{0,2}[：:]\s*(?:[0-9]{1,2}[.．、]\s*)?$`)
	ownAnnex    = pattern.MustCompile(`^[（(][见详]{0,2}附[件表录]`)
	// shortTitle is a title that only stands for one given before: 《意见》, 《若干意见》.
	shortTitle = words.Pattern(`^{{short-forms}}?{{short-kinds}}$`)
	nickname   = words.Pattern(`{{nickname-words}}[^《》]{0,4}$`)
	pressEnds  = words.Of("press-ends")
	works      = words.Of("works")
	handing    = words.Of("handing-verbs")
	noHanding  = words.Of("no-handing")
)

// annexReach is how many bytes before a title the mark of an annex may stand.
const annexReach = 60

// nicknameReach is how many bytes before a short name the word may stand that brings it in.
const nicknameReach = 30

// nicknamed reports whether m stands where a short name is given.
func (m *mention) nicknamed() bool {
	return m.titled && m.number == "" && nickname.MatchString(m.before[source.RuneStart(m.before, max(0, len(m.before)-nicknameReach)):])
}

// noCitations leave what names no paper. A title with a number always does.
var noCitations = policy.Decisions[*mention]{
	{
		Rule: policy.Rule{
			Name: "number-without-code", Verdict: policy.Leave, Says: "括号年份前没有发文机关代字的不是文号",
			Takes: "有关要求按照〔[2031]5号〕执行。", Leaves: "有关要求按照〔乙政发[2031]5号〕执行。",
		},
		Holds: func(m *mention) bool { return !m.titled && m.number == "" },
	},
	{
		Rule: policy.Rule{
			Name: "blank-title", Verdict: policy.Leave, Says: "书名号内空白的不是文件",
			Takes: "抓好〔《　》〕的落实。", Leaves: "抓好〔《条例　》〕的落实。",
		},
		Holds: func(m *mention) bool { return m.titled && m.number == "" && m.title == "" },
	},
	{
		Rule: policy.Rule{
			Name: "form-to-fill-in", Verdict: policy.Leave, Says: "没有文号、以“表”“书”“证”“合同”等结尾的是填报的材料或证件",
			Takes: "按照〔《养老补贴申请表》〕填写。", Leaves: "填写〔《养老补贴申请表》（乙民发[2031]5号）〕。",
		},
		Holds: func(m *mention) bool {
			return m.number == "" && words.Suffix(m.bareTitle(), formEnds) != "" && words.Suffix(m.bareTitle(), listsAsPapers) == "" && !modelText.MatchString(m.title)
		},
	},
	{
		Rule: policy.Rule{
			Name: "own-annex", Verdict: policy.Leave, Says: "前面写“附件：”或者后面注明附件的，是本文件的附件",
			Takes: "对照〔《养老服务标准》〕（附件2）逐项落实。", Leaves: "对照〔《养老服务标准》〕（见乙市公报）逐项落实。",
		},
		Holds: func(m *mention) bool {
			return m.titled && m.number == "" && (ownAnnex.MatchString(m.after) || annexBefore.MatchString(lastBytes(m.x.file.Text[:m.Start], annexReach)))
		},
	},
	{
		Rule: policy.Rule{
			Name: "document-of-a-case", Verdict: policy.Leave, Says: "要求“提交”“出具”“核发”的是办事的材料，不是文件",
			Takes: "申请人提交〔《养老项目报告》〕。", Leaves: "申请人执行〔《养老项目报告》〕。",
		},
		Holds: func(m *mention) bool {
			return m.titled && m.number == "" && words.Suffix(m.listHead(), handing) != "" && words.Suffix(m.listHead(), noHanding) == ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "short-title", Verdict: policy.Leave, Says: "没有文号、只写文种的标题是前文所提文件的简称",
			Takes: "抓好〔《实施意见》〕的落实。", Leaves: "抓好〔《养老实施意见》〕的落实。",
		},
		Holds: func(m *mention) bool { return m.number == "" && shortTitle.MatchString(m.title) },
	},
	{
		Rule: policy.Rule{
			Name: "nickname", Verdict: policy.Leave, Says: "“简称”“统称”后的标题是前文所提文件的简称，再次出现时也是",
			Takes: "落实《关于支持养老的意见》（以下简称〔《养老意见》〕）。", Leaves: "落实〔《关于支持养老的意见》〕（以下简称《养老意见》）。",
		},
		Holds: func(m *mention) bool {
			return m.titled && m.number == "" && m.x.own.nicknames[words.FoldTitle(m.title)]
		},
	},
	{
		Rule: policy.Rule{
			Name: "press-or-work", Verdict: policy.Leave, Says: "报刊、影视、歌曲一类作品不是文件",
			Takes: "拍摄电影〔《敬老公约》〕。", Leaves: "落实电影院〔《敬老办法》〕。",
		},
		Holds: func(m *mention) bool {
			return m.titled && m.number == "" &&
				(words.Suffix(m.title, pressEnds) != "" || words.Suffix(m.listHead(), works) != "" || worksBehind.MatchString(m.after))
		},
	},
	{
		Rule: policy.Rule{
			Name: "not-called-a-paper", Verdict: policy.Leave, Says: "没有文号、结尾不是文种、前面也没有“根据”“落实”一类词的，是书、文章、课程，不是文件",
			Takes: "诵读〔《论语》〕。", Leaves: "落实〔《国家积极应对人口老龄化》〕。",
		},
		Holds: func(m *mention) bool {
			return m.title != "" && m.number == "" && !calledPaper.MatchString(m.bareTitle()) && !modelText.MatchString(m.title) && !goesBy.MatchString(m.listHead()) && !standard.MatchString(m.after)
		},
	},
}

var (
	worksBehind = words.Pattern(`^(?:[、和及与]?《[^《》]*》)*等?{{works-behind}}`)
	// calledPaper is a title that says by its end or its start that it is one of a paper.
	calledPaper = words.Pattern(`(?:{{paper-kinds}}|{{title-kinds}}|{{named-paper-ends}}|20\d\d)$|^{{paper-starts}}`)
	// goesBy ends a text that names a paper next, whatever its title.
	goesBy = words.Pattern(`{{citing-verbs}}[^，。；：《》]{0,12}$`)
	// standard goes on behind the title of a standard: 「国家标准」, 「（GB 12345—2031）」.
	standard = words.Pattern(`^(?:[（(][A-Z]{2,}|等?{{standard-levels}}?标准)`)
	// remarks are what brackets at the end of a title hold.
	remarks = pattern.MustCompile(`(?:[（(][^（）()]*[）)])+$`)
)

// bareTitle is the title without the remarks behind it and the marks around it: 《合同（示范文本）》.
func (m *mention) bareTitle() string {
	bare := remarks.ReplaceAllString(m.title, "")
	if bare == "" {
		bare = m.title
	}
	return strings.TrimRight(bare, "〉》>”")
}

// citationForms take what names another paper.
var citationForms = policy.Decisions[*mention]{
	{
		Rule: policy.Rule{
			Name: "title-with-number", Verdict: policy.Take, Says: "书名号内的标题和紧接其后括号里的文号合为一处引用",
			Takes: "落实〔《关于支持养老的意见》（乙政发[2031]5号）〕。", Leaves: "落实〔《关于支持养老的意见》〕，参照乙政发[2031]5号。",
		},
		Holds: func(m *mention) bool { return m.titled && m.number != "" && !m.ordered },
	},
	{
		Rule: policy.Rule{
			Name: "title-with-order", Verdict: policy.Take, Says: "书名号内的标题和紧接其后括号里的令号合为一处引用",
			Takes: "落实〔《乙市养老办法》（乙市人民政府令第5号）〕。", Leaves: "落实〔《乙市养老办法》（乙市人民政府令）〕。",
		},
		Holds: func(m *mention) bool { return m.titled && m.ordered },
	},
	{
		Rule: policy.Rule{
			Name: "title-alone", Verdict: policy.Take, Says: "书名号内的标题是引用的文件",
			Takes: "落实〔《关于支持养老的意见》〕。", Leaves: "落实〔《关于支持养老的意见》（乙政发[2031]5号）〕。",
		},
		Holds: func(m *mention) bool { return m.titled && m.number == "" },
	},
	{
		Rule: policy.Rule{
			Name: "number-alone", Verdict: policy.Take, Says: "没有标题的文号是引用的文件",
			Takes: "按照〔乙政发[2031]5号〕执行。", Leaves: "按照《关于支持养老的意见》〔（乙政发[2031]5号）〕执行。",
		},
		Holds: func(m *mention) bool { return !m.titled && !m.ordered },
	},
	{
		Rule: policy.Rule{
			Name: "order-alone", Verdict: policy.Take, Says: "没有标题的令号是引用的文件",
			Takes: "按照〔乙市人民政府令第5号〕执行。", Leaves: "按照《养老办法》〔（乙市人民政府令第5号）〕执行。",
		},
		Holds: func(m *mention) bool { return !m.titled && m.ordered },
	},
}
