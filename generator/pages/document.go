package pages

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/list"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A metaRow is a line of the box below a paper, with the fields of the one on gov.cn.
type metaRow struct {
	Label string `json:"label"`
	Value string `json:"value"`
	State string `json:"state,omitempty"` // "derived", "page", "editor", or empty for what the text says
	Doubt string `json:"doubt,omitempty"` // why the value is doubtful
}

// A headPart is a part of the line at the title of a paper: its number, date, issuer, and how long it holds.
type headPart struct {
	Part string `json:"part"`
	Of   string `json:"of,omitempty"` // what it is, where the words do not say so
}

// A formFile is another file with the text of a paper.
type formFile struct {
	Page string `json:"page"`
	File string `json:"file"`
}

// A noiseItem is text of the seed that is no part of the paper.
type noiseItem struct {
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// documentPages shows a paper: what it is, its text word for word, and what is no part of it. The texts of annexes in
// files of their own are pages that only the paper's page shows.
func documentPages(d *catalog.Document, o *overlay) []*page {
	p := newPage(d.Path()+".md", d.Title, "《"+d.Title+"》全文、责任部门与指标")
	p.set("linkTitle", d.ShortTitle)
	p.original(d.Texts[0])
	p.set("leads", leads(d))
	p.set("measures", len(d.Measures)-d.General())
	p.set("general", d.General())
	p.set("agencies", len(d.Agencies))
	p.set("indicators", len(d.Indicators))
	p.set("goals", len(d.Goals))
	if d.Prev != nil {
		p.set("prev", file(d.Prev))
	}
	if d.Next != nil {
		p.set("next", file(d.Next))
	}
	p.set("issuer", d.Meta.Issuer)
	p.set("number", d.Meta.Number)
	p.set("signed", d.Meta.Date)
	p.set("publishedOn", d.Meta.Published)
	p.set("status", d.Meta.Status)
	p.set("paperKind", d.Meta.Kind)
	p.set("region", d.Meta.Region)
	p.set("cite", cite(d))
	p.set("doubts", len(o.notes))
	p.set("doubtful", headDoubts(d, "paper").Says())
	p.set("annexed", len(d.Annex))
	p.set("deadlines", len(d.Deadlines))
	p.set("rail", rail(d))
	p.set("head", headParts(d))
	rows, missing := metaRows(d)
	p.set("meta", rows)
	p.set("missing", strings.Join(missing, "、"))
	p.validity(d)
	w := newWriter(d, o)
	w.page = p
	w.body(d.Texts[0].Document.Blocks)
	out := []*page{p}
	var annexes []annexFile
	for _, t := range d.Annexes() {
		out = append(out, w.annexFile(t))
		annexes = append(annexes, newAnnexFile(t))
	}
	p.set("annexes", annexes)
	var forms []formFile
	for _, f := range d.Forms {
		forms = append(forms, formFile{file(f), path.Base(f.Texts[0].File.Name)})
	}
	p.set("forms", forms)
	if d.FormOf != nil {
		p.set("formOf", file(d.FormOf))
	}
	p.set("outline", w.outline)
	return out
}

// headParts returns the line at the title of d. Only how long d holds is said though it is unknown: who reads a paper takes
// it for one in force.
func headParts(d *catalog.Document) []headPart {
	var out []headPart
	for _, known := range []string{d.Meta.Number, date(d.Meta.Date), issuers(d)} {
		if known != "" {
			out = append(out, headPart{Part: known})
		}
	}
	return append(out, headPart{orUnknown(validityWords(d)), "时效"})
}

// metaRows returns what is known of d, and the names of the fields of which nothing is.
func metaRows(d *catalog.Document) (rows []metaRow, missing []string) {
	m := d.Meta
	for _, r := range []metaRow{
		{"索引号", m.Index, "index", ""},
		{"主题分类", strings.Join(m.Subject, "、"), "subject", ""},
		{"发文机关", issuers(d), "issuer", ""},
		{"成文日期", date(m.Date), "date", ""},
		{"标题", d.Title, "title", ""},
		{"发文字号", m.Number, "number", ""},
		{"发布日期", date(m.Published), "published", ""},
		{"时效", validityWords(d), "status", ""},
		{"主送机关", m.Recipients, "recipients", ""},
		{"文种", m.Kind, "kind", ""},
		{"地区", m.Region, "region", ""},
		{"来源", m.Source, "source", ""},
	} {
		r.Doubt = headDoubts(d, r.State).Says()
		if r.Value == "" && r.Doubt == "" {
			missing = append(missing, r.Label)
			continue
		}
		r.State = metaState(d, r.State)
		r.Value = orUnknown(r.Value)
		rows = append(rows, r)
	}
	return rows, missing
}

// headDoubts returns the doubts about a field of the head: the names of their rules begin with it. Those about
// the paper as a whole are of the field "paper".
func headDoubts(d *catalog.Document, field string) policy.Doubts {
	var out policy.Doubts
	for _, r := range d.Meta.Doubts {
		if strings.HasPrefix(r.Name, field+"-") {
			out.Add(r)
		}
	}
	return out
}

// metaState says where the value of a field comes from.
func metaState(d *catalog.Document, field string) string {
	named := func(name string) bool { return strings.EqualFold(name, field) }
	switch {
	case slices.ContainsFunc(d.Meta.Known, named):
		return "editor"
	case slices.ContainsFunc(d.Meta.FromPage, named):
		return "page"
	case field == "title" && (d.Meta.TitleDerived || d.Meta.Title == ""):
		return "derived"
	}
	return ""
}

// noise returns what the seed holds besides the paper.
func noise(d *document.Document) []noiseItem {
	var out []noiseItem
	for _, b := range d.Blocks {
		if b.Kind == document.Noise {
			out = append(out, noiseItem{d.File.Slice(b.Span), b.Reason})
		}
	}
	return out
}

// documentList is the list of all papers.
func documentList(c *catalog.Catalog) *page {
	p := newPage("documents/_index.md", "政策文件", "收录的全部政策文件")
	p.say("共收录 %d 份文件。标题未见于原文的，据正文拟定并注明。", len(c.Documents))
	l := &cardList{List: list.List{Name: "documents"}, caption: "政策文件一览", date: "date", place: "region"}
	l.field("title", "标题", list.Title, "")
	l.field("number", "发文字号", list.Line, "")
	l.field("issuer", "发文机关", list.Line, list.Facet)
	l.field("region", "地区", list.Line, list.Facet)
	l.field("kind", "文种", "", list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	l.field("state", "时效", list.Line, list.State)
	l.field("measures", "措施", list.Words, list.Number)
	l.field("general", "总体性条款", list.Words, "")
	l.field("agencies", "责任部门", list.Words, list.Number)
	l.field("indicators", "指标", list.Words, list.Number)
	l.field("subject", "主题", "", list.Facet)
	for _, d := range newest(c.Documents, len(c.Documents)) {
		keys := dateKey("date", d.Meta.Date)
		keys["measures"], keys["agencies"], keys["indicators"] = len(d.Measures)-d.General(), len(d.Agencies), len(d.Indicators)
		l.row(file(d), d.Title, list.Item{Words: map[string][]string{"issuer": issuerNames(d), "subject": subjects(d)}, Keys: keys},
			documentLink(d), plain(orUnknown(d.Meta.Number)), plain(orUnknown(issuers(d))), plain(orUnknown(d.Meta.Region)),
			plain(orUnknown(d.Meta.Kind)), plain(orUnknown(date(d.Meta.Date))), plain(orUnknown(d.Days())), count(keys["measures"]), count(d.General()), count(keys["agencies"]), count(keys["indicators"]), plain(strings.Join(subjects(d), "、")))
	}
	p.cards(l)
	p.para(add(plain("要成册打印，见"), link("汇编", "/print/_index.md", ""), plain("。")), "")
	return p
}

// subjects returns what d is about, as far as it or its editor says so.
func subjects(d *catalog.Document) []string {
	if len(d.Meta.Subject) == 0 {
		return []string{unknown}
	}
	return d.Meta.Subject
}

// issuerNames returns the bodies that issued d, each for itself.
func issuerNames(d *catalog.Document) []string {
	if len(d.Meta.Issuers) > 1 {
		return d.Meta.Issuers
	}
	return []string{orUnknown(d.Meta.Issuer)}
}

// issuers names the bodies that issued d, one after the other where the signature runs them together.
func issuers(d *catalog.Document) string {
	if len(d.Meta.Issuers) > 1 {
		return strings.Join(d.Meta.Issuers, "、")
	}
	return d.Meta.Issuer
}

// documentLink links to d by its whole title.
func documentLink(d *catalog.Document) inline {
	if d.Meta.TitleDerived || d.Meta.Title == "" {
		return add(link(d.Title, file(d), ""), plain("（据正文拟）"))
	}
	return link(d.Title, file(d), "")
}

// short links to d by its short title.
func short(d *catalog.Document) inline { return link(d.ShortTitle, file(d), "") }

// documentMeasures is the list of what one paper orders: its measures, agencies, numbers and the
// papers it cites.
func documentMeasures(d *catalog.Document) *page {
	p := newPage("measures/"+d.ID+"/_index.md", d.ShortTitle, "《"+d.Title+"》的措施、责任部门、指标和引用")
	p.set("document", d.ID)
	p.para(add(plain("原文："), documentLink(d)), "")
	p.section("measures", "措施")
	actions, general := actionsOf(d.Measures)
	p.say("共 %s。", measureCount(len(actions), len(general)))
	if len(actions) == 0 {
		actions, general = general, nil
	}
	p.table(measuresOf(d, "measures/"+d.ID, "措施及其责任部门", d.Parts, actions))
	if len(general) > 0 {
		t := measuresOf(d, "measures/"+d.ID+"-general", "总体性条款", nil, general)
		t.fold = foldedGeneral(len(general))
		p.table(t)
	}
	if len(d.Annex) > 0 {
		p.section("annex", "附件分工")
		p.table(annexTable(d))
	}
	p.section("agencies", "责任部门")
	p.table(documentAgencies(d))
	p.section("indicators", "指标")
	if len(d.Goals) > 0 {
		p.para(add(plain("指标表中的 "+strconv.Itoa(len(d.Goals))+" 项另列为"), link("主要指标", goalsFile(d), ""), plain("：基期值、各年目标值、属性，及其他文件中的同一指标。")), "")
	}
	p.table(indicatorTable("measures/"+d.ID+"-indicators", d.Indicators))
	p.whole(d, len(d.Indicators), "指标", "indicators")
	if len(d.Deadlines) > 0 {
		p.section("deadlines", "时限")
		p.table(deadlineTable("measures/"+d.ID+"-deadlines", d.Deadlines))
		p.whole(d, len(d.Deadlines), "时限", "deadlines")
	}
	p.section("citations", "引用的文件")
	p.list(each(d.Citations, func(c *catalog.Citation) inline { return link(citationName(c), citationFile(c), "") }), "")
	if len(d.CitedBy) > 0 {
		p.section("cited-by", "引用本文件的文件")
		p.list(each(d.CitedBy[:min(len(d.CitedBy), comparedRows)], short), "")
		if n := len(d.CitedBy); n > comparedRows {
			p.say("以上为 %d 份中的前 %d 份，全部见数据文件 citations.csv。", n, comparedRows)
		}
	}
	return p
}

// whole leads to all n things of d in their list, where its page has not all.
func (p *page) whole(d *catalog.Document, n int, what, folder string) {
	if n > paperRows {
		p.para(add(plain("逐条查找见"), link("本文件的全部 "+strconv.Itoa(n)+" 项"+what, "/"+folder+"/index.html?f.paper="+url.QueryEscape(d.ShortTitle), ""), plain("。")), "")
	}
}

// measuresOf lists parts and measures of d with their bodies.
func measuresOf(d *catalog.Document, name, caption string, parts []*catalog.Task, list []*catalog.Measure) *table {
	columns := roleColumns(tasks(d))
	t := &table{name: name, caption: caption, head: slices.Concat([]string{"编号", "措施"}, columns, []string{"指标"})}
	for _, task := range parts {
		who := each(columns, func(column string) inline { return membersIn([]*catalog.Task{task}, column) })
		t.row(slices.Concat([]inline{taskPlace(task), add(plain(task.Text), doubtful(task.Doubts))}, who, []inline{count(0)})...)
	}
	for _, m := range list {
		who := each(columns, func(column string) inline { return membersIn(allTasks(m), column) })
		t.row(slices.Concat([]inline{link(m.ID, file(m), ""), add(plain(m.Title), doubtful(m.Measure.Doubts))}, who, []inline{count(len(m.Indicators))})...)
	}
	t.withoutEmpty()
	return t
}

// documentAgencies counts the tasks of each agency that d names, by role.
func documentAgencies(d *catalog.Document) *table {
	by := map[*catalog.Agency]policy.RoleCount{}
	for _, t := range tasks(d) {
		for _, m := range t.Members {
			if by[m.Agency] == nil {
				by[m.Agency] = policy.RoleCount{}
			}
			by[m.Agency][m.Role]++
		}
	}
	all := countRoles(tasks(d))
	t := &table{name: "measures/" + d.ID + "-agencies", caption: "责任部门及其任务数", head: append([]string{"部门"}, roleHeads(all)...)}
	for _, a := range d.Agencies {
		t.row(append([]inline{link(a.Name, file(a), "")}, roleCells(all, by[a], count)...)...)
	}
	return t
}

// own returns the blocks of d that stand in s.
func own(d *catalog.Document, s source.Span) []*document.Block {
	var out []*document.Block
	for _, b := range d.Facts.Document.Blocks {
		if b.Kind != document.Noise && s.Overlaps(b.Span) {
			out = append(out, b)
		}
	}
	return out
}
