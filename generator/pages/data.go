package pages

import (
	"slices"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// dataFiles are the downloads that package export writes into data/, with what they hold.
var dataFiles = [][2]string{
	{"documents.csv", "文件：编号、标题、文号、机关、日期、文种、地区、摘要值"},
	{"measures.csv", "措施：编号、标题、原文、位置"},
	{"assignments.csv", "责任分工：任务、部门、角色、依据及其原话、位置"},
	{"annex.csv", "附件分工表：序号、任务、部门、对应措施"},
	{"indicators.csv", "指标：对象、限定、数值、单位、年份、类别、原文"},
	{"rules.csv", "识别规则：编号、结论、例句、本库用例数"},
	{"citations.csv", "引用：文件名称、文号、引用处"},
	{"agencies.csv", "部门：名称、地区、职能、任务数"},
	{"agency_names.csv", "部门名称：各文件中的写法及归并依据"},
	{"cascade.csv", "同源对照：逐条配对的任务"},
	{"series.csv", "指标沿革：多份文件提出的同一指标"},
	{"deadlines.csv", "时限：种类、日期、周期、责任部门、原文"},
	{"validity.csv", "时效：施行日期、失效日期、由哪份文件废止"},
	{"endings.csv", "废止和修改：每份文件废止、修改了哪些文件"},
	{"records.json", "全部记录，每份文件一条"},
	{"relations.json", "文件之间的关系：同源对照、指标沿革、部门名称"},
	{"datapackage.json", "数据包说明（Frictionless）：各表的字段、类型和含义"},
}

// dataPage offers the downloads.
func dataPage(c *catalog.Catalog) *page {
	p := newPage("data/_index.md", "数据", "全部数据的下载和说明")
	p.say("数据与网页由同一次构建生成，内容一致。电子表格为 UTF-8 编码的 CSV，可直接用表格软件打开；以等号、加号、减号或 @ 开头的单元格前加有一个撇号，以免被当作公式。")
	p.section("files", "全库数据")
	t := &table{caption: "全库数据", head: []string{"文件", "内容"}}
	for _, f := range dataFiles {
		t.row(link(f[0], "/data/"+f[0], ""), plain(f[1]))
	}
	if slices.ContainsFunc(c.Deadlines, func(d *catalog.Deadline) bool { return d.Day() != "" }) {
		t.row(link("calendars/all.ics", "/data/calendars/all.ics", ""), plain("日历（iCalendar）：有日期的时限，可导入日历和待办程序；各部门的在部门页"))
	}
	p.table(t)
	p.section("tables", "各表数据")
	p.say("各页表格旁有“下载本表”，列表末有“下载全表”，都含全部各行；页上只列前若干行的表也是。主要的表如下。")
	var lists []inline
	add := func(name, title string, rows int) {
		if rows > 0 { // an empty table has no file
			lists = append(lists, link(title, "/"+tablePath(name), ""))
		}
	}
	measures := 0
	for _, d := range c.Documents {
		measures += len(d.Measures)
	}
	add("documents", "政策文件一览", len(c.Documents))
	add("measures", "措施一览", measures)
	add("agencies", "责任部门一览", len(c.Agencies))
	add("indicators", "指标一览", len(c.Indicators))
	add("compare/documents", "文件对照", len(c.Documents))
	add("compare/agencies", "部门与文件", len(c.Agencies))
	for _, x := range c.Cascades[:min(len(c.Cascades), nearby)] {
		lists = append(lists, link(cascadeName(x), "/"+tablePath("compare/"+x.ID), ""))
	}
	p.list(lists, "")
	p.say("每个部门的责任台账另有电子表格（XLSX），从部门页下载；“完成时限”是原文写明的最后一天，可以排序；末尾的“进展”“备注”两栏留空，供督查填写。")
	p.section("codes", "字段说明")
	p.table(codeBook(c))
	return p
}

// codeBook explains the values that stand in the data.
func codeBook(c *catalog.Catalog) *table {
	t := &table{name: "data/codes", caption: "字段说明", head: []string{"字段", "值", "含义"}}
	for _, k := range policy.Roles {
		t.row(plain("role 角色"), plain(string(k.Role)), plain(k.Name+"："+k.Says))
	}
	for _, r := range c.Rules.By(policy.AsRole) {
		t.row(plain("rule 依据"), plain(r.Name), plain(r.Says))
	}
	t.row(plain("kind 类别"), plain("target"), plain(kindNames["target"]))
	t.row(plain("kind 类别"), plain("threshold"), plain(kindNames["threshold"]))
	for _, k := range policy.DeadlineKinds {
		t.row(plain("kind 时限种类"), plain(string(k.Kind)), plain(k.Name))
	}
	for _, f := range []catalog.Fate{catalog.Ends, catalog.Alters, catalog.Above} {
		t.row(plain("fate 关系"), plain(string(f)), plain(fateNames[f]))
	}
	for _, c := range [][2]string{{">", "超过、突破"}, {"≥", "以上、不少于、不低于"}, {"=", "达到，或未加限定"}, {"≈", "左右"}, {"≤", "以下、不超过"}, {"<", "低于、少于"}} {
		t.row(plain("cmp 比较"), plain(c[0]), plain(c[1]))
	}
	for _, r := range []catalog.Relation{catalog.Identical, catalog.Reworded, catalog.Partial} {
		t.row(plain("relation 关系"), plain(string(r)), plain(relationNames[r]))
	}
	t.row(plain("span 位置"), plain("[起, 止)"), plain("在解码后原件中的字符位置，从 0 起，不含止"))
	return t
}
