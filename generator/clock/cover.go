package clock

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	wholeTasks = words.Of("whole-tasks")
	allTasks   = words.Of("all-tasks")
)

// coverRules tell for what of its unit a deadline holds. Where none decides it holds for its sentence, or the part of it
// up to the next time.
var coverRules = policy.Decisions[*moment]{
	{
		Rule: policy.Rule{
			Name: "holds-for-the-paper", Verdict: policy.AsName, Says: "条款之外的“各项任务务必于某日前完成”对全部任务成立",
			Takes: "一、修好水渠\n修好水渠。\n二、修好公路\n修好公路。\n本方案各项任务务必于〔2021年11月30日前〕完成。", Leaves: "一、修好水渠\n修好水渠。\n二、修好公路\n修好公路。\n本方案落实情况务必于〔2021年11月30日前〕报送。",
		},
		Holds: func(m *moment) bool {
			return m.unit() == "" && m.row == nil && words.In(m.line.s[m.line.back(m.start, commas):m.start], allTasks)
		},
	},
	{
		Rule: policy.Rule{
			Name: "field-holds-for-the-unit", Verdict: policy.AsName, Says: "单独一行、一栏或括号里的时限对整条成立",
			Takes: "修好水渠。养好水渠。\n完成时限：〔2021年6月〕", Leaves: "修好水渠。〔2021年6月底前〕养好水渠。",
		},
		Holds: func(m *moment) bool { return m.field },
	},
	{
		Rule: policy.Rule{
			Name: "speaks-of-the-whole", Verdict: policy.AsName, Says: "“该项工作”一类的句子说的是整条",
			Takes: "修好水渠。养好水渠。该项工作〔6月底前〕完成。", Leaves: "修好水渠。养好水渠。修渠工作〔6月底前〕完成。",
		},
		Holds: func(m *moment) bool {
			return words.Prefix(m.line.s[m.line.back(m.start, stops):m.start], wholeTasks) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "one-sentence-one-time", Verdict: policy.AsName, Says: "整条只有一句话、一个时限的，对整条成立",
			Takes: "一、修好水渠\n（一）各县〔6月底前〕修好水渠。\n（二）各县修好公路。", Leaves: "一、修好水渠\n（一）各县〔6月底前〕修好水渠。各县修好公路。\n（二）各县养好公路。",
		},
		Holds: func(m *moment) bool { return (m.unit() != "" || m.row != nil) && m.alone && m.sentences() == 1 },
	},
}

// A pair is a time with the deadline that it is.
type pair struct {
	m *moment
	d *policy.Deadline
}

// stretches sets what each of the times of a line that are deadlines covers if it does not cover its whole unit: its
// sentence, or the part of it before the next time, whether that is a deadline or not.
func stretches(taken []pair) {
	at := 0
	for i, x := range taken {
		m, s := x.m, x.m.line.s
		if i+1 < len(taken) {
			m.next = min(m.next, taken[i+1].m.start)
		}
		m.begin = max(at, m.line.back(m.start, stops))
		if i > 0 && taken[i-1].m.shares(m) {
			m.begin = taken[i-1].m.begin
		}
		end := m.end
		for j := i + 1; j < len(taken) && taken[j-1].m.shares(taken[j].m); j++ { // 每年6月底前、12月底前报送
			m.next, end = taken[j].m.next, taken[j].m.end
			if j+1 < len(taken) {
				m.next = min(m.next, taken[j+1].m.start)
			}
		}
		m.stop = m.line.forth(m.end, stops)
		m.stop += width(s, m.stop)
		if m.next < m.stop {
			if j := strings.LastIndexAny(s[end:m.next], commas+"、"); j >= 0 {
				m.stop = end + j + width(s, end+j)
			} else {
				m.stop = m.next
			}
		}
		at = m.stop
	}
}

// shares reports whether m and n, the deadline behind it, say together when the same is done.
func (m *moment) shares(n *moment) bool {
	if n.start < m.end {
		return false
	}
	between := m.line.s[m.end:n.start]
	return between != "," && between != "" && words.Prefix(between, listJoints) == between
}

// placeRules tell which times stand outside of the unit in which the outline has them.
var placeRules = policy.Decisions[*moment]{
	{
		Rule: policy.Rule{
			Name: "in-the-closing-words", Verdict: policy.AsName, Says: "最后一条之后没有序号的“请各单位于某日前报送”“各项任务务必于某日前完成”属于全文，不属于最后一条",
			Takes: "一、修好水渠\n修好水渠。\n二、修好公路\n各县修好公路。\n请各县于〔6月底前〕报送进展情况。", Leaves: "一、修好水渠\n修好水渠。\n二、修好公路\n各县修好公路。\n市交通局于〔6月底前〕检查。",
		},
		Holds: func(m *moment) bool { return m.closing >= 0 && m.start >= m.closing && m.row == nil },
	},
}

// covers sets for what each deadline holds.
func (f *finder) covers() {
	count := map[string]int{}
	key := func(x pair) string {
		if x.m.row != nil {
			return x.m.row.In + x.m.row.Address()
		}
		return x.m.unit()
	}
	for _, x := range f.pairs {
		count[key(x)]++
	}
	for _, x := range f.pairs {
		x.m.alone = count[key(x)] == 1
		if rule, whole := first(coverRules, x.m); whole {
			x.d.CoverRule, x.d.Paper = rule.Name, rule.Name == "holds-for-the-paper"
			continue
		}
		x.d.Covers = x.m.line.span(x.m.begin, x.m.stop)
	}
}
