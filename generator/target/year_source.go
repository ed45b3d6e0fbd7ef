package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A yearQuestion asks for the year of the number at pos.
type yearQuestion struct {
	clock    *yearClock
	pos      int
	sentence stretch  // in which the number stands
	before   int      // index of the last year before it that targets may be for, -1 if there is none
	answer   heldYear // left by the rule that holds
}

// The rules that others ask by name.
const (
	comesAgain = "comes-again"
	thisYear   = "this-year"
)

var matterWords = words.Of("matter-words")

// yearSources tell where a number gets its year from.
var yearSources = policy.Decisions[*yearQuestion]{
	{
		Rule: policy.Rule{
			Name: comesAgain, Verdict: policy.Leave, Says: "“每年”“逐年”“每月”等词后的任务反复去做，不属于某一年",
			Takes: "到2025年，每年培训〔500〕人。", Leaves: "到2025年，每人每年补助提高到〔500〕元。",
		},
		Holds: func(q *yearQuestion) bool { return q.clock.recurring(q.pos) },
	},
	{
		Rule: policy.Rule{
			Name: "another-matter", Verdict: policy.Leave, Says: "分号后另说奖补、贴息、罚款的，“一是”里的年份到了“二是”的，年份写在前一个数字之后的，分号前的年份管不到",
			Takes: "到2025年，建成园区10个；入驻企业〔20〕人以上的给予奖励。", Leaves: "到2025年，建成园区10个；入驻企业达到〔20〕家。",
		},
		Holds: (*yearQuestion).anotherMatter,
	},
	{
		Rule: policy.Rule{
			Name: "year-before-it", Verdict: policy.AsName, Says: "同一句中、数字之前最近的年份就是它的年份，基期、起点和“某年底前建成，”里的除外",
			Takes: "全市2025年建成园区〔100〕个。", Leaves: "全市2025年建成园区100个。建成基地〔10〕个。",
		},
		Holds: func(q *yearQuestion) bool {
			return q.before >= 0 && q.clock.years[q.before].start >= q.sentence.start && !q.thisYearSince(q.clock.years[q.before].end) && !q.closed() && q.mention()
		},
	},
	{ // behind year-before-it, which leaves it a nearer word
		Rule: policy.Rule{
			Name: thisYear, Verdict: policy.AsName, Says: "“今年”“全年”“年内”“年底前”说的是成文的年份",
			Takes: "年底前建成园区〔100〕个。", Leaves: "三年内建成园区〔100〕个。",
		},
		Holds: (*yearQuestion).thisYear,
	},
	{ // behind year-before-it: the nearest year counts
		Rule: policy.Rule{
			Name: "year-that-opens", Verdict: policy.AsName, Says: "一段以“到某年”开头的，这一年管到段末或下一个年份",
			Takes: "一、任务\n到2025年，建成园区100个。建成基地〔10〕个。", Leaves: "一、任务\n加强建设。到2025年，建成园区100个。建成基地〔10〕个。",
		},
		Holds: func(q *yearQuestion) bool { return q.before >= 0 && q.clock.opens && q.toCome() && q.mention() },
	},
	{
		Rule: policy.Rule{
			Name: "year-among-goals", Verdict: policy.AsName, Says: "标题为目标的部分中，前面句子的年份管到下一个年份，早于成文年份的除外",
			Takes: "一、主要目标\n（一）加强建设，到2025年建成园区100个。建成基地〔10〕个。", Leaves: "一、主要任务\n（一）加强建设，到2025年建成园区100个。建成基地〔10〕个。",
		},
		Holds: func(q *yearQuestion) bool { return q.before >= 0 && q.clock.goal && q.toCome() && q.mention() },
	},
	{
		Rule: policy.Rule{
			Name: "deadline-behind-it", Verdict: policy.AsName, Says: "紧接着的分句写“某年前完成”、同一句里写“完成时限：某年”的，就是它的年份",
			Takes: "改造小区〔100〕个，2025年底前完成。", Leaves: "改造小区〔100〕个，2025年底前印发办法。",
		},
		Holds: (*yearQuestion).deadline,
	},
	{
		Rule: policy.Rule{
			Name: "year-of-a-column", Verdict: policy.AsName, Says: "指标表中，栏目的年份就是格内数字的年份",
			Takes: "附件\n序号\n\n指标\n\n2025年\n\n1\n\n绿化率\n\n〔40〕%", Leaves: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率\n\n〔40〕%",
		},
		Holds: func(q *yearQuestion) bool { return q.is(q.clock.column) },
	},
	{
		Rule: policy.Rule{
			Name: "year-held", Verdict: policy.AsName, Says: "目标部分中，标题或前面段落的年份管到下一个年份",
			Takes: "一、到2025年的目标\n（一）建成园区〔100〕个。", Leaves: "一、到2025年的任务\n（一）建成园区〔100〕个。",
		},
		Holds: func(q *yearQuestion) bool { return q.clock.goal && q.is(q.clock.held) },
	},
}

// firstPoint and nextPoint are the marks of points that a sentence lists: 「一是……；二是……」. A year within one of them is not
// for the next.
var (
	firstPoint = words.Pattern(`(?:{{first-points}}|①|（1）|1\))`)
	nextPoint  = words.Pattern(`^；(?:[二三四五六七八九十]是|[二三四五六七八九十]要|第[二三四五六七八九十]，|其[二三四五]，|[②-⑳]|（[2-9]）|[2-9]\)|其次)`)
)

// anotherMatter reports whether the number stands behind a semicolon where money is given or taken, and the
// year before it.
func (q *yearQuestion) anotherMatter() bool {
	s := q.clock.text.s
	start := source.RuneStart(s, max(q.sentence.start, q.pos-recurReach))
	from := strings.LastIndex(s[start:q.pos], "；") + start
	if from < start || q.before < 0 || q.clock.years[q.before].start > from {
		return false
	}
	y := q.clock.years[q.before]
	beforeYear := "" // in the sentence; the year may stand in an earlier one: 「2027年！；5」
	if y.start > q.sentence.start {
		beforeYear = s[source.RuneStart(s, max(q.sentence.start, y.start-recurReach)):y.start]
	}
	if len(y.list) > 1 || strings.ContainsAny(beforeYear, "0123456789") && !q.clock.goal {
		return true // 「管网120公里，其中2025年30公里；覆盖100%」
	}
	if nextPoint.MatchString(s[from:q.pos]) && firstPoint.MatchString(beforeYear) {
		return true
	}
	part, _, _ := strings.Cut(s[from+len("；"):source.RuneStart(s, min(q.sentence.end, q.pos+recurReach))], "；")
	return words.In(part, matterWords)
}

// closedDeadline is the rest of a clause that says by when something else is there: 「项目2025年底前建成，」.
var closedDeadline = words.Pattern(`^[年底末]{0,2}前{{built-words}}[，；]`)

// closed reports whether the year before the number ends the clause of another thing, by when that is there.
func (q *yearQuestion) closed() bool {
	y := q.clock.years[q.before]
	return !q.clock.goal && closedDeadline.MatchString(q.clock.text.s[y.end:min(q.pos, y.end+behindReach)])
}

// toCome reports whether the year before the number is a deadline or not gone by, as one in a note is:
// 「为2013年数据。」
func (q *yearQuestion) toCome() bool {
	y := q.clock.years[q.before]
	return y.until || y.year >= q.clock.now
}

// is notes the year, and reports whether it is one.
func (q *yearQuestion) is(h heldYear) bool {
	if h.year == 0 {
		return false
	}
	q.answer = h
	return true
}

// mention notes the year before the number.
func (q *yearQuestion) mention() bool { return q.is(q.clock.text.yearAt(q.clock.years[q.before])) }

// A yearList is a list of numbers under a list of years.
type yearList struct {
	numbers []*candidate
	years   []int
}

// listYears give each number of a list a year of its own.
var listYears = policy.Decisions[yearList]{
	{
		Rule: policy.Rule{
			Name: "years-of-a-list", Verdict: policy.AsName, Says: "“分别”前并列几个年份、后面恰好并列几个数字的，依次对应",
			Takes: "到2025年、2030年，装机容量分别达到〔150〕万千瓦、300万千瓦。", Leaves: "到2025年、2030年，装机容量达到〔150〕万千瓦、300万千瓦。",
		},
		Holds: func(l yearList) bool {
			return len(l.years) == len(l.numbers) && strings.Contains(l.numbers[0].head, "分别")
		},
	},
}

// shareYears gives each number of a list its own of as many years: 「到2025年、2030年，分别达到150万千瓦、
// 300万千瓦」.
func shareYears(found []*candidate, clock *yearClock) {
	for i := 0; i < len(found); {
		end := i + 1
		for end < len(found) && found[end].clause == found[i].clause && found[end].chained() {
			end++
		}
		list := yearList{found[i:end], clock.among(found[i].n.start)}
		if rule, ok := listYears.First(list); ok {
			for k, c := range list.numbers {
				if c.year > 0 {
					c.year, c.when.rule = list.years[k], rule.Name
				}
			}
		}
		i = end
	}
}
