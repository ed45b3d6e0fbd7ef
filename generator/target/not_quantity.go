package target

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var daySigns = words.Of("day-signs")

// A digitRun is a place in s that may hold what is made of digits and is no quantity.
type digitRun struct {
	s       string
	at, end int     // end is left by the rule that holds
	value   float64 // left by a rule of powers
}

// ends notes where what begins at the place ends, and reports whether anything begins there.
func (d *digitRun) ends(at int) bool {
	d.end = at
	return at > d.at
}

// arabic returns the end of the Arabic number at the place and what stands behind it.
func (d *digitRun) arabic() (end int, rest string) {
	end = numeral.ArabicEnd(d.s, d.at)
	return end, d.s[end:]
}

// word returns the end of the letters and digits at the place, others of the characters between.
func (d *digitRun) word(others string) int {
	end := d.at
	for end < len(d.s) && (isLatin(d.s[end]) || numeral.IsDigit(d.s[end]) || strings.IndexByte(others, d.s[end]) >= 0) {
		end++
	}
	return end
}

// notQuantities tell what is made of digits and is no quantity. All but the first two are asked for
// digits only.
var notQuantities = policy.Decisions[*digitRun]{
	{
		Rule: policy.Rule{
			Name: "ordinal-number", Verdict: policy.Leave, Says: "“第”后的数字是序数，不是数量",
			Takes: "建成〔第3〕批示范园区。", Leaves: "建成〔3〕批示范园区。",
		},
		Holds: func(d *digitRun) bool {
			if !strings.HasPrefix(d.s[d.at:], "第") {
				return false
			}
			_, end, _ := readBare(d.s, d.at+len("第"))
			return d.ends(end)
		},
	},
	{
		Rule: policy.Rule{
			Name: "letters-with-digits", Verdict: policy.Leave, Says: "以字母开头、带数字的是名称",
			Takes: "储备〔COVID-19〕类检测试剂。", Leaves: "储备〔19〕类检测试剂。",
		},
		Holds: func(d *digitRun) bool { return isLatin(d.s[d.at]) && d.ends(d.word(".-_")) },
	},
	{
		Rule: policy.Rule{
			Name: "month-and-day", Verdict: policy.Leave, Says: "“月”前的数字是日期，连同后面的日、起止的日",
			Takes: "每年〔5月6日〕前公布。", Leaves: "〔5〕月龄以上免费接种。",
		},
		Holds: (*digitRun).month,
	},
	{
		Rule: policy.Rule{
			Name: "clock-time", Verdict: policy.Leave, Says: "冒号后有两位数字的是钟点，“比”“按”等词后的是比例",
			Takes: "〔7：30〕开放。", Leaves: "按〔7：30〕配备。",
		},
		Holds: (*digitRun).clock,
	},
	{
		Rule: policy.Rule{
			Name: "numbered-item", Verdict: policy.Leave, Says: "“号”前的数字是编号",
			Takes: "建成〔3〕号楼。", Leaves: "建成〔3〕栋楼。",
		},
		Holds: func(d *digitRun) bool {
			end, rest := d.arabic()
			return strings.HasPrefix(rest, "号") && d.ends(end)
		},
	},
	{
		Rule: policy.Rule{
			Name: "outline-mark", Verdict: policy.Leave, Says: "后面紧跟一点、点后没有数字的是序号",
			Takes: "主要做法：〔2〕.供水达标。", Leaves: "主要做法：〔2.5〕米以上。",
		},
		Holds: func(d *digitRun) bool {
			end, rest := d.arabic()
			return strings.HasPrefix(rest, ".") && d.ends(end)
		},
	},
	{ // powers are read before
		Rule: policy.Rule{
			Name: "digits-raised", Verdict: policy.Leave, Says: "右上角有数字而本身不是10的，可能是注号，也可能是乘方，不读",
			Takes: "建成粮仓〔30²〕座以上。", Leaves: "建成粮仓〔10²〕座以上。",
		},
		Holds: (*digitRun).raisedBehind,
	},
	{
		Rule: policy.Rule{
			Name: "digits-with-letters", Verdict: policy.Leave, Says: "后面紧跟字母、字母又不是单位的是名称",
			Takes: "建成〔5G〕基站。", Leaves: "建成〔5km〕绿道。",
		},
		Holds: func(d *digitRun) bool {
			_, rest := d.arabic()
			return rest != "" && isLatin(rest[0]) && !unitFollows(rest) && d.ends(d.word(""))
		},
	},
}

// month reads 「5月」 and 「5月6日」, but not 「5月龄」.
func (d *digitRun) month() bool {
	end, rest := d.arabic()
	if end == d.at || !strings.HasPrefix(rest, "月") || strings.HasPrefix(rest, "月龄") {
		return false
	}
	end += len("月")
	for sign := ""; ; sign = words.Prefix(d.s[end:], daySigns) { // 5月1日至7日
		day := end + len(sign)
		e := numeral.ArabicEnd(d.s, day)
		if e == day || !strings.HasPrefix(d.s[e:], "日") && !strings.HasPrefix(d.s[e:], "号") {
			return d.ends(end)
		}
		end = e + len("日")
	}
}

// clock reads 「7:30」, but not 「按1:15」 and 「4:321」.
func (d *digitRun) clock() bool {
	end, rest := d.arabic()
	if end == d.at || end-d.at > len("23") || ratioPrecedes(d.s[:d.at]) {
		return false
	}
	minutes, length := strings.TrimPrefix(rest, ":"), 0
	for length < len(minutes) && numeral.IsDigit(minutes[length]) {
		length++
	}
	return length == len("59") && d.ends(end+len(":")+length)
}
