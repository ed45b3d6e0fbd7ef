package export

import (
	"zhengce/generator/catalog"
)

func cascade(c *catalog.Catalog) *table {
	t := &table{name: "cascade", title: "同源对照", about: "贯彻同一文件的各文件、同一文件的前后版本之间，每对任务一行，未见对应的任务各一行", columns: []column{
		{"cascade", "string", "对照编号", "", ""},
		{"parent", "string", "上位文件", "", ""},
		{"a_document", "string", "甲文件", "", "documents.id"},
		{"a_measure", "string", "甲措施", "", ""},
		{"a_group", "integer", "甲组", "", ""},
		{"a_task", "string", "甲任务", "", ""},
		{"b_document", "string", "乙文件", "", "documents.id"},
		{"b_measure", "string", "乙措施", "未见对应的为空", ""},
		{"b_group", "integer", "乙组", "", ""},
		{"b_task", "string", "乙任务", "", ""},
		{"relation", "string", "关系", "identical 文字相同，reworded 表述有别，partial 一方另有他项，only 乙文件未见对应", ""},
		{"lead_same", "boolean", "牵头部门职能相同", "未见对应、有一方没有写明谁牵头的为空", ""},
		{"score", "number", "相同文字的比重", "0 至 1", ""},
		{"kinship", "string", "对照的理由", "parent 贯彻同一文件，editions 同一文件的前后版本，text 正文相同", ""},
	}}
	for _, x := range c.Cascades {
		for _, p := range x.Pairs {
			a, b := placeOf(p.A), placeOf(p.B)
			t.add(x.ID, x.Parent, p.A.Document.ID, a.Measure, count(a.Group), p.A.Text, p.B.Document.ID, b.Measure, count(b.Group), p.B.Text,
				string(p.Relation), stated(leadSame(p)), number(p.Score), string(x.Kinship))
		}
		for _, o := range x.Only {
			a := placeOf(o.Task)
			t.add(x.ID, x.Parent, o.Document.ID, a.Measure, count(a.Group), o.Text, o.With.ID, "", "", "", "only", "", "", string(x.Kinship))
		}
	}
	return t
}

// stated writes a value that a paper may not give.
func stated(b *bool) string {
	if b == nil {
		return ""
	}
	return boolean(*b)
}

func series(c *catalog.Catalog) *table {
	t := &table{name: "series", title: "指标沿革", about: "多份文件提出的同一指标，每份文件的每个数一行；同源文件相互对应的条款提出的也在内", key: []string{"series", "indicator"}, columns: []column{
		{"series", "string", "指标沿革编号", "", ""},
		{"name", "string", "名称", "", ""},
		{"comparable", "boolean", "可比", "口径不同的不可直接比较", ""},
		{"why", "string", "归并理由", "", ""},
		{"indicator", "string", "指标编号", "", "indicators.id"},
		{"document", "string", "文件编号", "", "documents.id"},
		{"date", "date", "成文日期", "", ""},
		{"cmp", "string", "限定", "同 indicators", ""},
		{"value", "number", "数值", "", ""},
		{"value_max", "number", "上限", "", ""},
		{"unit", "string", "单位", "", ""},
		{"year", "integer", "适用年份", "", ""},
		{"quote", "string", "原文", "", ""},
		{"cascade", "string", "同源对照编号", "同源文件中并列的数值，不表示先后；同一地区先后提出的为空", ""},
	}}
	for _, s := range c.AllSeries() {
		in := ""
		if s.Across != nil {
			in = s.Across.ID
		}
		for _, i := range s.Members {
			t.add(s.ID, s.Name, boolean(s.Comparable), s.Why, i.ID, i.Document.ID, i.Document.Meta.Date, i.Cmp, number(i.Number), upper(i), i.Unit,
				year(i.Year), i.Quote, in)
		}
	}
	return t
}
