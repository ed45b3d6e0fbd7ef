package export

import (
	"path"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// page returns the address of a page under the site.
func page(path string) string { return path + ".html" }

// places turns spans of a file into characters of its seed.
type places struct{ file *source.File }

// span returns start and end of s, nothing for an empty span.
func (p places) span(s source.Span) (start, end string) {
	if s.Empty() {
		return "", ""
	}
	from, to := p.file.Characters(s)
	return count(from), count(to)
}

// doubtColumn is the last column of every table of findings.
var doubtColumn = column{"doubts", "string", "存疑", "据以存疑的规则，多项以分号隔开；无疑点的为空", ""}

func doubts(d policy.Doubts) string { return strings.Join(d.Names(), "；") }

// annexFile returns the name of the annex's file in which s stands, nothing for the paper's own.
func (p places) annexFile(s source.Span) string {
	if name := p.file.Position(s.Start).File; name != p.file.Name {
		return path.Base(name)
	}
	return ""
}

// inAnnex is the column of it.
var inAnnex = column{"annex_file", "string", "附件文件名", "所在附件另存为文件的文件名，起止为其中的位置；在文件本身的为空", ""}

func placesOf(d *catalog.Document) places { return places{d.Document.File} }

func documents(c *catalog.Catalog) *table {
	t := &table{name: "documents", title: "文件", about: "每份文件一行", key: []string{"id"}, columns: []column{
		{"id", "string", "编号", "由原件文件名而来", ""},
		{"file", "string", "原件文件名", "", ""},
		{"sha256", "string", "原件校验值", "原件字节的 SHA-256", ""},
		{"title", "string", "标题", "", ""},
		{"title_derived", "boolean", "标题系拟", "原文无标题，据正文拟", ""},
		{"number", "string", "文号", "", ""},
		{"issuer", "string", "发文机关", "照落款连写", ""},
		{"issuers", "string", "各发文机关", "联合行文的逐一列出，以分号隔开", ""},
		{"date", "date", "成文日期", "", ""},
		{"region", "string", "地区", "", ""},
		{"kind", "string", "文种", "", ""},
		{"recipients", "string", "主送机关", "", ""},
		{"source", "string", "来源", "编者著录", ""},
		{"published", "date", "发布日期", "编者著录", ""},
		{"status", "string", "时效", "编者著录", ""},
		{"subject", "string", "主题", "编者著录，多项以分号隔开", ""},
		{"measures", "integer", "措施数", "", ""},
		{"assignments", "integer", "责任分工组数", "正文中的组，不含附件", ""},
		{"annex_rows", "integer", "附件任务数", "", ""},
		{"agencies", "integer", "责任部门数", "", ""},
		{"targets", "integer", "目标值数", "", ""},
		{"thresholds", "integer", "条件、门槛数", "", ""},
		{"citations", "integer", "引用文件数", "", ""},
		{"cited_by", "integer", "被引次数", "引用它的已收录文件", ""},
		{"chars", "integer", "字数", "不计空白", ""},
		{"noise_chars", "integer", "页面残留字数", "已计入字数", ""},
		{"page", "string", "网页", "在网站中的地址", ""},
		{"original_chars", "integer", "原件字数", "原件中登记了去向的字数，不计空白，不含另存为文件的附件；未登记的为空", ""},
		{"lost_chars", "integer", "未收录字数", "原件中有而网页上没有的字数，不含另存为文件的附件；未登记的为空", ""},
		{"general", "integer", "总体性条款数", "已计入措施数：指导思想、组织实施等，不单独部署任务", ""},
		{"annex_files", "string", "附件文件名", "另存为单独文件的附件，多件以分号隔开；其字数已计入", ""},
		{"form_files", "string", "其他形式的文件名", "全文相同的其他文件，多件以分号隔开；不另计", ""},
		doubtColumn,
		{"effective", "date", "施行日期", "据其自己的条款；没有写明哪一天的为空", ""},
		{"expires", "date", "失效日期", "最后一天；没有写明或不能算出的为空", ""},
		{"repealed_by", "string", "废止它的文件", "已收录的文件", "documents.id"},
		{"repealed_from", "date", "废止日期", "废止它的文件施行之日，未载明的为其成文日期", ""},
	}}
	for _, d := range c.Documents {
		original, lost := "", ""
		var annexes, forms []string
		for _, f := range d.Forms {
			forms = append(forms, path.Base(f.Texts[0].File.Name))
		}
		if f := d.Texts[0].File; f.Account != nil {
			original, lost = count(f.Account.Characters()), count(f.Lost())
		}
		for _, t := range d.Annexes() {
			annexes = append(annexes, path.Base(t.File.Name))
		}
		targets := 0
		for _, i := range d.Indicators {
			if i.Kind == policy.Target {
				targets++
			}
		}
		m, v := d.Meta, holds(d)
		t.add(d.ID, fileOf(d), d.Document.File.SHA256, d.Title, boolean(m.TitleDerived), m.Number, m.Issuer, strings.Join(m.Issuers, "；"), m.Date, m.Region, m.Kind, m.Recipients,
			m.Source, m.Published, m.Status, strings.Join(m.Subject, "；"), count(len(d.Measures)), count(len(d.Facts.Assignments)),
			count(len(d.Annex)), count(len(d.Agencies)), count(targets), count(len(d.Indicators)-targets), count(len(d.Citations)),
			count(len(d.CitedBy)), count(d.Chars), count(d.NoiseChars), page(d.Path()), original, lost, count(d.General()), strings.Join(annexes, "；"), strings.Join(forms, "；"), doubts(m.Doubts),
			v.Effective, v.Expires, v.RepealedBy, v.RepealedFrom)
	}
	return t
}

func measures(c *catalog.Catalog) *table {
	t := &table{name: "measures", title: "措施", about: "每条措施一行", key: []string{"document", "address"}, columns: []column{
		{"document", "string", "文件编号", "", "documents.id"},
		{"measure", "string", "序号", "原文的层次序号", ""},
		{"address", "string", "地址", "序号的 ASCII 写法", ""},
		{"parent", "string", "上级措施", "所属条的地址，自成一级的为空", ""},
		{"heading", "string", "小标题", "", ""},
		{"text", "string", "原文", "不含序号和小标题，含责任部门", ""},
		{"assignments", "integer", "责任分工组数", "", ""},
		{"indicators", "integer", "指标数", "", ""},
		{"start", "integer", "起", "", ""},
		{"end", "integer", "止", "", ""},
		{"page", "string", "网页", "", ""},
		{"general", "boolean", "总体性条款", "指导思想、组织实施等，不单独部署任务", ""},
		{"general_rule", "string", "总体性条款依据", "据以定为总体性条款的规则", "rules.rule"},
		inAnnex,
		doubtColumn,
	}}
	for _, d := range c.Documents {
		at := placesOf(d)
		for _, m := range d.Measures {
			parent := ""
			if m.Parent != nil {
				parent = m.Parent.Address
			}
			start, end := at.span(m.Span)
			text := d.Document.File.Slice(d.Document.File.Trim(m.Text))
			t.add(d.ID, m.ID, m.Address, parent, m.Heading, text, count(len(m.Tasks)), count(len(m.Indicators)), start, end, page(m.Path()),
				boolean(m.General != ""), m.General, at.annexFile(m.Span), doubts(m.Measure.Doubts))
		}
	}
	return t
}

func indicators(c *catalog.Catalog) *table {
	t := &table{name: "indicators", title: "指标", about: "每个指标一行：要达到的目标值，或据以判断的条件、门槛", key: []string{"id"}, columns: []column{
		{"id", "string", "编号", "", ""},
		{"document", "string", "文件编号", "", "documents.id"},
		{"measure", "string", "措施序号", "附件中的为“附件/序号”", ""},
		{"subject", "string", "对象", "", ""},
		{"cmp", "string", "限定", "> 超过，≥ 以上，= 达到或未加限定，≈ 左右，≤ 以下，< 低于；= 前依例加撇号", ""},
		{"value", "number", "数值", "以所列单位计", ""},
		{"value_max", "number", "上限", "数值为区间时", ""},
		{"unit", "string", "单位", "", ""},
		{"year", "integer", "适用年份", "原文未载明的为空", ""},
		{"base_year", "integer", "基期年份", "", ""},
		{"kind", "string", "类别", "target 目标值，threshold 条件、门槛", ""},
		{"rule", "string", "认定规则", "据以认定的规则", "rules.rule"},
		{"kind_rule", "string", "类别规则", "据以定类别的规则", "rules.rule"},
		{"quote", "string", "原文", "", ""},
		{"start", "integer", "起", "", ""},
		{"end", "integer", "止", "", ""},
		{"series", "string", "指标沿革编号", "其他文件也提出的，见 series", ""},
		{"page", "string", "网页", "", ""},
		inAnnex,
		doubtColumn,
		{"base", "number", "基期值", "指标表里同一行的现状，不是目标", ""},
		{"base_unit", "string", "基期值的单位", "", ""},
		{"base_of", "integer", "基期值的年份", "", ""},
		{"goal", "integer", "指标表中的行", "文件的指标表逐行编号，从 1 起；不在指标表中的为空", ""},
		{"nature", "string", "属性", "指标表所写：约束性、预期性", ""},
		{"shared", "string", "同一指标编号", "多份文件的指标表都有的指标，名称、单位和范围相同；别无的为空", ""},
	}}
	goals := map[*catalog.Indicator]*catalog.Goal{}
	for _, d := range c.Documents {
		for _, g := range d.Goals {
			for _, i := range g.Targets {
				goals[i] = g
			}
		}
	}
	var at places
	var last *catalog.Document
	for _, i := range c.Indicators {
		if i.Document != last {
			last, at = i.Document, placesOf(i.Document)
		}
		in := ""
		if i.Series != nil {
			in = i.Series.ID
		}
		start, end := at.span(i.Span)
		base, baseUnit, baseOf := "", "", ""
		if i.Base != nil {
			base, baseUnit, baseOf = number(i.Base.Number), i.Base.Unit, year(i.Base.Year)
		}
		goal, nature, shared := "", "", ""
		if g := goals[i]; g != nil {
			goal, nature = count(g.No), g.Nature
			if g.Shared != nil {
				shared = g.Shared.ID
			}
		}
		t.add(i.ID, i.Document.ID, i.Indicator.Measure, i.Subject, i.Cmp, number(i.Number), upper(i), i.Unit, year(i.Year), year(i.BaseYear),
			string(i.Kind), i.Rule, i.KindRule, i.Quote, start, end, in, page(i.Path()), at.annexFile(i.Span), doubts(i.Indicator.Doubts), base, baseUnit, baseOf, goal, nature, shared)
	}
	return t
}

// upper returns the upper end of a range, nothing for a single value.
func upper(i *catalog.Indicator) string {
	if i.Max == nil {
		return ""
	}
	return number(*i.Max)
}

func citations(c *catalog.Catalog) *table {
	t := &table{name: "citations", title: "引用", about: "每份文件引用的每份文件一行", key: []string{"citation", "document"}, columns: []column{
		{"citation", "string", "被引文件编号", "", ""},
		{"number", "string", "文号", "", ""},
		{"title", "string", "标题", "", ""},
		{"held", "string", "已收录文件编号", "未收录的为空", "documents.id"},
		{"document", "string", "引用它的文件编号", "", "documents.id"},
		{"mentions", "integer", "提及次数", "", ""},
		{"rule", "string", "认定规则", "据以认定的规则", "rules.rule"},
		{"start", "integer", "起", "首次提及处", ""},
		{"end", "integer", "止", "", ""},
		inAnnex,
		doubtColumn,
	}}
	for _, x := range c.Citations {
		held := ""
		if x.Held != nil {
			held = x.Held.ID
		}
		for _, by := range x.By {
			at := placesOf(by.Document)
			start, end := at.span(by.Span)
			t.add(x.ID, x.Number, x.Title, held, by.Document.ID, count(len(by.Mentions)), by.Rule, start, end, at.annexFile(by.Span), doubts(by.Doubts))
		}
	}
	return t
}
