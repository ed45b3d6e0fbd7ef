package extract

import (
	"regexp"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// unwritten leave papers that do not stand yet: the paper orders that they be written, passed or given out. A title
// with a number stands.
var unwritten = policy.Decisions[*mention]{
	{
		Rule: policy.Rule{
			Name: "paper-to-be-written", Verdict: policy.Leave, Says: "“制定”“编制”“形成”后没有文号的标题是还要写的文件；说明已经写成的除外",
			Takes: "年底前编制〔《养老服务年度报告》〕。", Leaves: "已编制〔《养老服务年度报告》〕。",
		},
		Holds: func(m *mention) bool { return m.open() && writing.MatchString(m.listHead()) },
	},
	{
		Rule: policy.Rule{
			Name: "paper-to-be-issued", Verdict: policy.Leave, Says: "句中没有发文的人，“印发”“发布”后没有文号的标题是还要印发的文件",
			Takes: "年底前印发〔《养老服务方案》〕。", Leaves: "民政厅印发〔《养老服务方案》〕。",
		},
		Holds: func(m *mention) bool { return m.open() && givesOut.MatchString(m.listHead()) },
	},
	{
		Rule: policy.Rule{
			Name: "writing-behind", Verdict: policy.Leave, Says: "没有文号的标题后接“编制工作”“立法”的，是还要写的文件",
			Takes: "做好〔《养老服务专项规划》〕编制工作。", Leaves: "做好〔《养老服务专项规划》〕实施工作。",
		},
		Holds: func(m *mention) bool { return m.open() && writingBehind.MatchString(m.after) },
	},
	{
		Rule: policy.Rule{
			Name: "draft", Verdict: policy.Leave, Says: "题后注明草案、征求意见稿的还不是文件",
			Takes: "审议〔《养老条例（草案）》〕。", Leaves: "审议〔《养老条例（修订）》〕。",
		},
		Holds: func(m *mention) bool { return m.titled && m.number == "" && draft.MatchString(m.title) },
	},
}

var (
	writtenSigns = words.Of("written-signs")
	writersSigns = words.Of("writers-signs")
	askingWords  = words.Of("asking-words")
	// writing ends in the order to write: 编制, 编制完成, 制定本地区.
	writing = words.Pattern(`{{writing-verbs}}(?:{{writing-more}}|{{own-area}})*$`)
	// givesOut ends in the order to give out, at the head of a part of the sentence: 每年发布, 年底前印发.
	givesOut = words.Pattern(`(?:(?:^|[，、：:　\s]|{{order-adverbs}})(?:{{issue-verbs}})|{{asking-words}}[^，。；《》]{1,12}{{passing-verbs}})(?:{{writing-more}}|{{own-area}})*$`)
	// ofAnother goes on behind the title of a paper that stands, of which another thing is to be written or given out.
	ofAnother = words.Pattern(`^(?:[、和及与]?《[^《》]*》)*的?{{things-of-papers}}`)
	// writingBehind is the writing as the matter of an order: 《…》的编制, 《…》立法, 《…》列入立法计划.
	writingBehind = words.Pattern(`^(?:[、和及与]*《[^《》]*》)*(?:等)?的?(?:{{writing-matters}}(?:{{writing-works}}|[，。；、]|$)|{{hastening}}{{passing-verbs}}|[^，。；《》]{0,6}[列纳]入[^，。；]{0,12}立法)`)
	draft         = words.Pattern(`[（(][^（）()]{0,8}{{draft-words}}[^（）()]{0,4}[）)]$`)
)

// open reports whether m is a title without number in a sentence that does not tell that it stands already.
func (m *mention) open() bool {
	if !m.titled || m.number != "" || ofAnother.MatchString(m.after) {
		return false
	}
	before := m.listHead()
	sentence := before[strings.LastIndexAny(before, "。；\n")+1:]
	if y := pastYear.FindStringSubmatch(sentence); y != nil && y[1] < m.x.year() {
		return false
	}
	part := sentence[strings.LastIndex(sentence, "，")+1:]
	return !words.In(sentence, writtenSigns) && (!words.In(part, writersSigns) || words.In(part, askingWords))
}

// pastYear is a year with which a sentence begins, or a month or day of it, in which something was done: 「2030年5月」.
var pastYear = regexp.MustCompile(`^[\s\x{3000}]*((?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:[^底末前以之至度0-9]|$)`)

// year is the year of the paper, by its date or its number, or "".
func (x *extractor) year() string {
	if date := x.facts.Meta.Date; date != "" {
		return date[:len("2031")]
	}
	if m := words.CitedNumber.FindStringSubmatch(x.facts.Meta.Number); m != nil {
		return m[2]
	}
	return ""
}

// listHead returns the words before the title and before others listed with it.
func (m *mention) listHead() string {
	before := strings.TrimRight(m.before, "、和及与")
	for strings.HasSuffix(before, "》") && strings.Contains(before, "《") {
		before = strings.TrimRight(before[:strings.LastIndex(before, "《")], "、和及与")
	}
	return before
}
