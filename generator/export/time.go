package export

import (
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// deadlines is the table of deadlines.
func deadlines(c *catalog.Catalog) *table {
	t := &table{name: "deadlines", title: "时限", about: "每个时限一行：何时之前、自何时起、何时之间、每年何时，或者长期", key: []string{"id"}, columns: []column{
		{"id", "string", "编号", "", ""},
		{"document", "string", "文件编号", "", "documents.id"},
		{"measure", "string", "措施序号", "附件中的为“附件/序号”；不属于任何一条的为空", ""},
		{"kind", "string", "种类", "by 限期完成，from 起始，within 期间，each 定期，standing 长期", ""},
		{"date", "date", "日期", "最后一天；kind 为 from 的是第一天；原文没有写明哪一天的为空", ""},
		{"start", "date", "开始日期", "写明起止的", ""},
		{"after", "string", "起算的事件", "印发之日、发布之日、施行之日，或者原文所写", ""},
		{"days", "integer", "起算后日数", "", ""},
		{"workdays", "integer", "起算后工作日数", "", ""},
		{"months", "integer", "起算后月数", "", ""},
		{"years", "integer", "起算后年数", "", ""},
		{"every", "string", "周期", "year 每年，half-year 每半年，quarter 每季度，month 每月", ""},
		{"on", "string", "周期中的日期", "每年的为“月-日”，每月的为日", ""},
		{"whole_paper", "boolean", "适用于全部任务", "", ""},
		{"group", "integer", "责任分工组", "本条的第几组，从 0 起；没有的为空", ""},
		{"agencies", "string", "责任部门", "该组的部门，以分号隔开", ""},
		{"quote", "string", "原文", "表示时间的词句", ""},
		{"covers", "string", "所管内容", "为空的，管整条", ""},
		{"rule", "string", "认定规则", "据以认定的规则", "rules.rule"},
		{"start_at", "integer", "起", "", ""},
		{"end_at", "integer", "止", "", ""},
		{"page", "string", "网页", "", ""},
		inAnnex,
		doubtColumn,
	}}
	for _, d := range c.Deadlines {
		at := placesOf(d.Document)
		start, end := at.span(d.Span)
		after, group := d.After, ""
		if after == nil {
			after = &policy.After{}
		}
		if d.Group != policy.NoGroup {
			group = count(d.Group)
		}
		var bodies []string
		if d.Task != nil {
			for _, m := range d.Task.Members {
				bodies = append(bodies, m.Name)
			}
		}
		t.add(d.ID, d.Document.ID, d.Deadline.Measure, string(d.Kind), d.Date, d.Start, after.Event, year(after.Days), year(after.Workdays), year(after.Months), year(after.Years),
			d.Every, d.On, boolean(d.Paper), group, strings.Join(bodies, "；"), d.Quote, d.Document.Document.File.Squeezed(d.Covers), d.Rule, start, end, page(d.Path()), at.annexFile(d.Span), doubts(d.Doubts))
	}
	return t
}

// Holds says from when until when a paper holds by its own words, and which paper of the library repeals it; days are
// written YYYY-MM-DD. What is not known is empty. On a day, a paper is repealed from RepealedFrom on, else expired after
// Expires, else not yet in force before Effective, else in force if Effective is known.
type Holds struct {
	File         string `json:"file"`
	Effective    string `json:"effective"`
	Expires      string `json:"expires"`
	RepealedBy   string `json:"repealed_by"` // its identifier
	RepealedFrom string `json:"repealed_from"`
}

func holds(d *catalog.Document) Holds {
	h := Holds{File: fileOf(d), Effective: d.Validity.Effective, Expires: d.Validity.Expires}
	if e := d.RepealedBy(); e != nil {
		h.RepealedBy, h.RepealedFrom = e.By.ID, e.From()
	}
	return h
}

// validities is the table of what papers say of their validity.
func validities(c *catalog.Catalog) *table {
	t := &table{name: "validity", title: "时效", about: "每份文件一行：据其自己的条款，从何时起、到何时止有效；不随日期变化", key: []string{"document"}, columns: []column{
		{"document", "string", "文件编号", "", "documents.id"},
		{"effective", "date", "施行日期", "没有写明哪一天的为空", ""},
		{"effective_after", "string", "施行的起算事件", "自印发之日起施行一类", ""},
		{"effective_quote", "string", "施行条款原文", "", ""},
		{"expires", "date", "失效日期", "最后一天；写明的，或者由施行日期和有效期算出的", ""},
		{"term_quote", "string", "有效期条款原文", "", ""},
		{"trial", "boolean", "试行", "", ""},
		{"repealed_by", "string", "废止它的文件", "已收录的文件", "documents.id"},
		{"repealed_from", "date", "废止日期", "废止它的文件施行之日，未载明的为其成文日期", ""},
	}}
	for _, d := range c.Documents {
		v, file := &d.Validity, d.Document.File
		after, h := "", holds(d)
		if v.After != nil {
			after = v.After.Event
		}
		t.add(d.ID, v.Effective, after, file.Squeezed(v.From), v.Expires, file.Squeezed(v.Until), boolean(v.Trial), h.RepealedBy, h.RepealedFrom)
	}
	return t
}

// endings is the table of the papers that others end, change or prevail over.
func endings(c *catalog.Catalog) *table {
	t := &table{name: "endings", title: "废止和修改", about: "每份文件所废止、修改或优先于的每份文件一行", key: []string{"document", "n"}, columns: []column{
		{"document", "string", "文件编号", "", "documents.id"},
		{"n", "integer", "序", "在该文件中的次序，从 1 起", ""},
		{"fate", "string", "关系", "repeals 废止，amends 修改，replaced_partly 与之不一致的以该文件为准", ""},
		{"number", "string", "文号", "", ""},
		{"title", "string", "标题", "", ""},
		{"held", "string", "已收录文件编号", "未收录的为空", "documents.id"},
		{"quote", "string", "原文", "", ""},
		{"rule", "string", "认定规则", "", "rules.rule"},
		{"start", "integer", "起", "", ""},
		{"end", "integer", "止", "", ""},
	}}
	for _, d := range c.Documents {
		at := placesOf(d)
		for n, e := range d.Ends {
			held := ""
			if e.Held != nil {
				held = e.Held.ID
			}
			start, end := at.span(e.Span)
			t.add(d.ID, count(n+1), string(e.Fate), e.Number, e.Title, held, e.Quote, e.Rule, start, end)
		}
	}
	return t
}
