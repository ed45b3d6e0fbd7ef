package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	conditionNames = words.Of("condition-names")
	settingOff     = words.Of("setting-off")
	alarmWords     = words.Of("alarm-words")

	naturalMeasures = words.Of("natural-measures")
	stopWords       = words.Of("stop-words")
)

// conditionKinds make conditions of the numbers whose clause names those to whom a rule applies:
// 「…1000万元及以上的，给予」, 「…达到30%及以上，是…的必要条件」.
var conditionKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "said-to-be-a-condition", Verdict: policy.AsThreshold, Says: "下一分句以“是”开头，称它为条件、标准、门槛或前提",
			Takes: "新能源车占比达到〔30〕%及以上，是入选的必要条件。", Leaves: "新能源车占比达到〔30〕%及以上，是今年的重点。",
		},
		Holds: func(c *candidate) bool {
			next := c.nextClause()
			return strings.HasPrefix(next, "是") && words.In(next, conditionNames)
		},
	},
	{
		Rule: policy.Rule{
			Name: "number-of-a-case", Verdict: policy.AsThreshold, Says: "“……的，”里的数量说明适用的情形",
			Takes: "当年招聘〔10〕人以上的，优先入驻。", Leaves: "当年招聘〔10〕人以上，优先入驻。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group != "share" && c.ofCase()
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-of-a-case", Verdict: policy.AsThreshold, Says: "“……的，”里的比例，在下一分句说到待遇、奖惩时，说明适用的情形；带比较词的，下一分句以“可”“应当”“不予”一类开头也是",
			Takes: "留用〔50〕%以上的，享受同等待遇。", Leaves: "留用〔50〕%以上的，加强跟踪指导。",
		},
		Holds: func(c *candidate) bool {
			settled := c.n.group == "share" && c.cmp.cmp != "" && words.Prefix(c.nextClause(), caseOutcomes) != ""
			return strings.HasSuffix(c.tail, "的") && (settled || words.In(c.nextClause(), awardWords)) // of what number-of-a-case leaves
		},
	},
	{
		Rule: policy.Rule{
			Name: "case-in-one-clause", Verdict: policy.AsThreshold, Says: "带比较词的数字，“的”后紧接“按”“予以”“不予”一类怎样处理的话，说明适用的情形",
			Takes: "水分超过〔14〕%的按规定扣量。", Leaves: "水分超过〔14〕%的粮食要晾晒。",
		},
		Holds: func(c *candidate) bool {
			of, ok := strings.CutPrefix(c.tail, "的")
			return ok && c.cmp.cmp != "" && words.Prefix(of, caseOutcomes) != "" && words.Prefix(of, subjectWords) == "" // 「的应急队伍」
		},
	},
	{
		Rule: policy.Rule{
			Name: "level-that-sets-off", Verdict: policy.AsThreshold, Says: "带比较词的数字，下一分句以“启动”“发布”“触发”开头，说明何时启动；气温、水位、雨量一类，下一分句以“停止”“不得”开头的也是",
			Takes: "水位超过警戒水位〔0.5〕米，启动三级响应。", Leaves: "水位超过警戒水位〔0.5〕米，加强巡查。",
		},
		Holds: func(c *candidate) bool {
			next := c.nextClause()
			set := words.Prefix(next, settingOff) != "" && words.In(next, alarmWords)
			stopped := c.year == 0 && words.In(c.head, naturalMeasures) && words.Prefix(next, stopWords) != ""
			return c.cmp.cmp != "" && (c.tail == "" || c.tail == "的" || c.tail == "时") && (set || stopped)
		},
	},
	{
		Rule: policy.Rule{
			Name: "count-of-those-awarded", Verdict: policy.AsThreshold, Says: "小句开头几间以上、几人以上的……，下一分句说到待遇、奖惩，说明适用于谁",
			Takes: "〔5〕间以上客房的民宿，每间补助1万元。", Leaves: "新增〔5〕间以上客房的民宿，每间补助1万元。",
		},
		Holds: func(c *candidate) bool {
			return c.n.counts() && c.cmp.after && c.bare() == "" && strings.Contains(c.tail, "的") && words.In(c.nextClause(), awardWords)
		},
	},
	{
		Rule: policy.Rule{
			Name: "bounds-what-its-bracket-follows", Verdict: policy.AsThreshold, Says: "括号里只有一个带比较词的大小，或规模、存栏等的个数，后面紧接文字的，限定括号前的事物",
			Takes: "长途运输（运距〔500〕公里以上）的煤炭改走铁路。", Leaves: "新建道路（总长〔500〕公里以上），改走铁路。",
		},
		Holds: (*candidate).defines,
	},
	{
		Rule: policy.Rule{
			Name: "size-range-of-an-award", Verdict: policy.AsThreshold, Says: "后接补贴、减免的规模区间决定给多少",
			Takes: "库容〔100〕吨至500吨按投资额30%补助。", Leaves: "库容达到〔100〕吨至500吨。",
		},
		Holds: func(c *candidate) bool { return c.n.group == "size" && c.n.ranged && words.In(c.tail, shareAwards) },
	},
}

// ofCase reports whether the clause of the number names a case, about which the next one says something.
func (c *candidate) ofCase() bool { return strings.HasSuffix(c.tail, "的") && c.nextClause() != "" }

// nextClause returns the clause after that of the number.
func (c *candidate) nextClause() string { return shortClause(c.t.text(c.t.clauses[c.clause].next)) }

// defines reports whether the number bounds the thing before its bracket: 「长距离运输（运距500公里以上）的煤炭」.
func (c *candidate) defines() bool {
	clause := c.t.clauses[c.clause]
	behind, ok := strings.CutPrefix(c.t.s[clause.end:], "）")
	alone := clause.prev < 0 && c.tail == "" && ok && behind != "" && words.Prefix(behind, groupStops) == ""
	counts := c.n.counts() && words.Prefix(c.bare(), unitSizes) == "" // 「养殖场（存栏3000头以上）」
	return alone && c.cmp.cmp != "" && !counts && !c.reached()
}
