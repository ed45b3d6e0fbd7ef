package extract

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
)

// dateRules tell when the paper was made. Their sentences are whole papers.
var dateRules = policy.Decisions[*headReading]{
	{
		Rule: policy.Rule{
			Name: "date-signed", Verdict: policy.AsName, Says: "落款的日期是成文日期",
			Takes: "乙川市教育局关于支持养老的通知\n一、抓好落实\n加强监督。\n乙川市教育局\n〔2031年3月1日〕", Leaves: "乙川市教育局关于支持养老的通知\n一、抓好落实\n〔2031年3月1日〕起加强监督。",
		},
		Holds: func(r *headReading) bool { return r.found(document.ReadDate(r.x.file.Slice(r.x.doc.Date))) },
	},
	{
		Rule: policy.Rule{
			Name: "date-of-order", Verdict: policy.AsName, Says: "没有落款日期的法规，取标题下首次以令公布的日期",
			Takes:  "乙川市养老条例\n（2031年3月1日通过　〔2031年4月1日〕国务院令第12号公布）\n第一条 加强监督。",
			Leaves: "乙川市养老条例\n（〔2031年3月1日〕通过）\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool { _, date := r.order(); return r.found(date) },
	},
	{
		Rule: policy.Rule{
			Name: "date-made-public", Verdict: policy.AsName, Says: "不是人民代表大会通过的，标题下另有公布、发布日期的，取这个日期",
			Takes:  "乙川市养老办法\n（2031年3月1日乙川市人民政府第3次常务会议通过　〔2031年4月1日〕公布）\n第一条 加强监督。",
			Leaves: "乙川市养老条例\n（2031年3月1日乙川市第十届人民代表大会第三次会议通过　〔2031年4月1日〕公布）\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool { return r.found(r.madePublicOn()) },
	},
	{
		Rule: policy.Rule{
			Name: "date-passed", Verdict: policy.AsName, Says: "标题下只写明通过、发布日期的，取首次通过或者发布的日期；修正、修订的日期不是",
			Takes:  "乙川市养老条例\n〔2031年3月1日〕乙川市第十届人民代表大会第三次会议通过\n2032年4月1日乙川市第十届人民代表大会第四次会议修正\n第一条 加强监督。",
			Leaves: "乙川市养老条例\n〔2032年4月1日〕乙川市第十届人民代表大会第四次会议修正\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool { _, date := r.passedOn(); return r.found(date) },
	},
	{
		Rule: policy.Rule{
			Name: "date-beside-body", Verdict: policy.AsName, Says: "没有落款的，取标题下与机关名称同在一行的日期",
			Takes: "城市养老办法\n〔2031年3月1日〕，乙川市民政局\n第一条 加强监督。", Leaves: "城市养老办法\n〔2031年3月1日〕，第三次修改\n第一条 加强监督。",
		},
		Holds: func(r *headReading) bool { return r.found(document.ReadDate(r.x.file.Slice(r.x.doc.Dated))) },
	},
}

// madePublicOn returns the day on which a paper that no congress passed was made public, of which the line tells behind its passing.
func (r *headReading) madePublicOn() string {
	if len(r.events) < 2 || passed.MatchString(r.events[0].words) || !strings.Contains(r.events[0].words, "通过") || !plainlyPublic.MatchString(r.events[1].words) {
		return ""
	}
	return r.events[1].date
}
