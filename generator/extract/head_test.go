package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// headOf reads what a text says of itself on a page with the fields, given as name and value in turn.
func headOf(text string, fields ...string) policy.Meta {
	f := source.NewFile("x", text)
	for i := 0; i < len(fields); i += 2 {
		f.Meta = append(f.Meta, source.Field{Name: fields[i], Value: fields[i+1]})
	}
	d, _ := document.Parse(f)
	facts, _ := Document(d)
	return facts.Meta
}

// TestPageMeta takes from the page's data table what the text does not say.
func TestPageMeta(t *testing.T) {
	fields := []string{
		"发文字号", "乙政发[2031]05号", "成文日期", "2031-03-05 08:59", "发布日期", "2031年3月8日", "索引号", "001/2031", "有效性", "现行有效",
		"标题", "乙川市养老 办法", "发文机关", "乙川市丙县人民政府办公室", "主题分类", `民政\养老`,
	}
	const body = "一、抓好落实\n加强监督。\n"
	tests := []struct {
		name, text string
		want       policy.Meta
	}{
		{"nothing in the text", "乙川市养老办法可以查阅。\n" + body, policy.Meta{
			Title: "乙川市养老办法", Number: "乙政发〔2031〕05号", Issuer: "乙川市丙县人民政府办公室", Date: "2031-03-05", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "办法", Region: "乙川市丙县", Subject: []string{"民政", "养老"}, FromPage: []string{"number", "date", "published", "index", "status", "title", "issuer"},
		}},
		{"all in the text", "乙川市托育方案\n乙政办〔2031〕7号\n" + body + "\n乙川市教育局\n2031年4月1日\n", policy.Meta{
			Title: "乙川市托育方案", Number: "乙政办〔2031〕7号", Issuer: "乙川市教育局", Date: "2031-04-01", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "方案", Region: "乙川市", Subject: []string{"民政", "养老"}, FromPage: []string{"published", "index", "status"},
		}},
		{"a body that names no place", "乙川市托育方案\n" + body + "\n县人民政府办公室\n2031年4月1日\n", policy.Meta{
			Title: "乙川市托育方案", Number: "乙政发〔2031〕05号", Issuer: "乙川市丙县人民政府办公室", Date: "2031-04-01", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "方案", Region: "乙川市丙县", Subject: []string{"民政", "养老"}, FromPage: []string{"number", "published", "index", "status", "issuer"},
		}},
		{"another body that names no place", "乙川市托育方案\n" + body + "\n市人民政府\n2031年4月1日\n", policy.Meta{
			Title: "乙川市托育方案", Number: "乙政发〔2031〕05号", Issuer: "市人民政府", Date: "2031-04-01", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "方案", Region: "乙川市", Subject: []string{"民政", "养老"}, FromPage: []string{"number", "published", "index", "status"},
		}},
	}
	for _, tt := range tests {
		tt.want.Issuers = []string{tt.want.Issuer}
		got := headOf(tt.text, fields...)
		tt.want.KindRule, tt.want.RegionRule = got.KindRule, got.RegionRule // the rules have tests of their own
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: got (+), want (-):\n%s", tt.name, diff)
		}
	}
}

// TestPageIssuers takes several bodies from one field of a page, and none where one of them is no name.
func TestPageIssuers(t *testing.T) {
	const text = "关于支持养老的公告\n一、抓好落实\n加强监督。\n"
	for value, want := range map[string]string{
		"乙川市民政局 乙川市财政局": "乙川市民政局乙川市财政局 = 乙川市民政局 + 乙川市财政局", "乙川市民政局、乙川市财政局": "乙川市民政局乙川市财政局 = 乙川市民政局 + 乙川市财政局",
		"乙川市民政局 信息中心": " = ",
	} {
		m := headOf(text, "发文机关", value)
		if got := m.Issuer + " = " + strings.Join(m.Issuers, " + "); got != want {
			t.Errorf("%s gives %q, want %q", value, got, want)
		}
	}
}

// TestPageTitle takes the issuer from a title that only the page says.
func TestPageTitle(t *testing.T) {
	m := headOf("各县人民政府：\n乙川市民政局关于支持养老的通知如下。\n一、抓好落实\n加强监督。\n", "标题", "乙川市民政局关于支持养老的通知")
	if m.Issuer != "乙川市民政局" || m.Title != "乙川市民政局关于支持养老的通知" {
		t.Errorf("title %q, issuer %q", m.Title, m.Issuer)
	}
}

// TestPageMetaLeft leaves what a page says that cannot be so.
func TestPageMetaLeft(t *testing.T) {
	m := headOf("加强监督。\n", "标题", "乙川市养老办法", "发文机关", "信息中心", "有效性", "未知", "成文日期", "去年")
	if diff := cmp.Diff(policy.Meta{}, m); diff != "" {
		t.Errorf("got (+), want (-):\n%s", diff)
	}
}

// TestTitleInQuotes takes off the 《》 in which a site sets a whole title, and no others.
// TestHeadline: the headline of a page above the title is none of its lines.
func TestHeadline(t *testing.T) {
	const body = "\n乙川政发〔2031〕7号\n各县人民政府：\n一、抓好落实\n加强监督。\n"
	for head, want := range map[string]string{
		"乙川市人民政府印发“十六五”养老规划\n乙川市人民政府关于印发\n“十六五”养老规划的通知": "乙川市人民政府关于印发“十六五”养老规划的通知",
		"乙川市人民政府关于印发\n“十六五”养老规划的通知":                     "乙川市人民政府关于印发“十六五”养老规划的通知",
		"乙川市民政局\n乙川市财政局\n关于支持养老的意见":                     "乙川市民政局乙川市财政局关于支持养老的意见",
	} {
		if got := headOf(head + body).Title; got != want {
			t.Errorf("title of %q is %q, want %q", head, got, want)
		}
	}
}

func TestTitleInQuotes(t *testing.T) {
	for title, want := range map[string]string{
		"《乙川市人民政府关于印发〈养老办法〉的通知》": "乙川市人民政府关于印发〈养老办法〉的通知", "《养老办法》实施方案": "《养老办法》实施方案",
		"《养老办法》和《托育办法》": "《养老办法》和《托育办法》", "养老办法": "养老办法",
	} {
		if got := withoutQuotes(title); got != want {
			t.Errorf("withoutQuotes(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestStatus(t *testing.T) {
	for s, want := range map[string]string{"有效": "有效", "现行有效 ": "有效", "失效": "失效", "已失效": "失效", "废止": "废止", "已 废止": "废止", "未知": "", "": ""} {
		if got := statusOf(s); got != want {
			t.Errorf("statusOf(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestIssuer finds who issues a paper that nobody signs: by its title, or by the name of its order.
func TestIssuer(t *testing.T) {
	for head, want := range map[string]string{
		"国务院关于支持养老的意见": "国务院", "国务院办公厅关于支持养老的意见": "国务院办公厅", "乙川市人民政府办公室转发市民政局意见的通知": "乙川市人民政府办公室",
		"某某总署关于支持养老的意见": "某某总署", "中共乙川市委关于支持养老的意见": "中共乙川市委", "乙川市（丙区）教育局印发托育办法的通知": "乙川市（丙区）教育局",
		"乙川市政府关于支持养老的意见": "乙川市政府", "市政府关于支持养老的意见": "", "乙川市落实省政府关于支持养老意见的方案": "", "乙川市人民政府贯彻国务院关于支持养老意见的实施意见": "乙川市人民政府", "乙川市贯彻国务院关于支持养老意见的方案": "", "关于支持养老的意见": "",
		"乙川市养老办法\n乙川市人民政府令第12号": "乙川市人民政府", "乙川市养老办法\n市人民政府令第12号": "", "某总局\n某某部某某总局公告2031年第1号": "某某部某某总局",
	} {
		if got := headOf(head + "\n一、抓好落实\n加强监督。\n").Issuer; got != want {
			t.Errorf("issuer of %q is %q, want %q", strings.ReplaceAll(head, "\n", "⏎"), got, want)
		}
	}
}

// TestHeads reads titles, numbers, dates, issuers, regions and kinds of heads of many manners.
func TestHeads(t *testing.T) {
	const body = "一、抓好落实\n加强监督。\n"
	for _, tt := range []struct{ name, text, want string }{
		{"a line with its history", "中华人民共和国某某部令（第7号） 养老规定\n养老规定 （2031年1月5日经某某部部务会议通过 2031年2月6日某某部令第7号公布 自2031年4月1日起施行） 第一章 总 则 第一条 为了支持养老，制定本规定。",
			"养老规定 某某部令第7号 2031-02-06 某某部 国家 规定"},
		{"a line that is cut off", "乙川市民政局关于支持养老的通知\n乙川市民政局关于支持养老的通知 乙民发〔2031〕5号 各县（区）民政局、教育局...\n" + body,
			"乙川市民政局关于支持养老的通知 乙民发〔2031〕5号  乙川市民政局 乙川市 通知"},
		{"a decision with its rules", "某某部令（第7号） 某某部关于修改《养老规定》的决定 养老规定\n" + body, "某某部关于修改《养老规定》的决定 某某部令第7号  某某部 国家 决定"},
		{"a heading of Markdown", "# 关于支持养老的通知\n**分类**: 民政\n--\n## 政策全文\n乙民发〔2031〕5号\n各县（区）民政局：\n" + body + "乙川市民政局\n2031年3月5日\n",
			"关于支持养老的通知 乙民发〔2031〕5号 2031-03-05 乙川市民政局 乙川市 通知"},
		{"a court", "最高人民法院\n关于审理养老案件适用法律若干问题的解释\n法释〔2031〕5号\n" + body, "最高人民法院关于审理养老案件适用法律若干问题的解释 法释〔2031〕5号  最高人民法院 国家 解释"},
		{"a league", "关于支持养老的建议\n" + body + "共青团乙川市委员会\n2031年3月5日\n", "关于支持养老的建议  2031-03-05 共青团乙川市委员会 乙川市 建议"},
		{"a zone", "鹤山经济技术开发区管委会关于支持养老的意见\n" + body, "鹤山经济技术开发区管委会关于支持养老的意见   鹤山经济技术开发区管委会 鹤山经济技术开发区 意见"},
		{"a letter without a title", "乙发改函〔2031〕5号\n丙县发展和改革委员会：\n你委请示收悉。现函复如下：\n" + body + "乙川市发展和改革委员会\n2031年3月5日\n", " 乙发改函〔2031〕5号 2031-03-05 乙川市发展和改革委员会 乙川市 函"},
		{"a name of the whole country", "中华某某总会关于支持养老的通知某总发〔2031〕5号各省总会：现将《养老办法》印发给你们，请认真执行。中华某某总工会2031年3月5日养老办法第一条支持养老。", "中华某某总会关于支持养老的通知 某总发〔2031〕5号 2031-03-05 中华某某总工会  办法"},
		{"an order of two ministries", "中华人民共和国某某部\n中华人民共和国民政部\n令\n2031年第7号\n《养老规定》已经通过，现予公布。\n2031年3月5日\n养老规定\n第一条 支持养老。", "养老规定 某某部民政部令2031年第7号 2031-03-05 某某部 民政部 国家 规定"},
		{"names set wide", "乙发〔2031〕5号\n中 共 乙 川 市 委\n乙 川 市 人 民 政 府\n关于支持养老的意见\n（2031年3月5日）\n" + body, "中共乙川市委乙川市人民政府关于支持养老的意见 乙发〔2031〕5号 2031-03-05 中共乙川市委 乙川市人民政府 乙川市 意见"},
		{"a number with a class", "乙民函〔2031〕5号　　　　A类\n乙川市民政局\n关于第5号提案的答复\n王某委员：\n" + body, "乙川市民政局关于第5号提案的答复 乙民函〔2031〕5号  乙川市民政局 乙川市 答复"},
		{"a garrison first", "乙川军分区　乙川市民政局关于支持养老的通知\n" + body, "乙川军分区乙川市民政局关于支持养老的通知   乙川军分区 乙川市民政局 乙川市 通知"},
		{"standards made public", "关于批准发布《养老规程》等12项地方标准的公告\n" + body, "关于批准发布《养老规程》等12项地方标准的公告     公告"},
		{"a law", "中华人民共和国养老法\n（2031年3月5日第十五届全国人民代表大会常务委员会第四次会议通过）\n第一条 支持养老。", "中华人民共和国养老法  2031-03-05 全国人民代表大会常务委员会 国家 法"},
		{"news above the paper", "民政部印发《关于支持养老的意见》\n新华社北京3月5日电　民政部日前印发《关于支持养老的意见》。\n民政部关于支持养老的意见\n民发〔2031〕5号\n" + body, "民政部关于支持养老的意见 民发〔2031〕5号  民政部 国家 意见"},
		{"an announcement of a court", "中华人民共和国最高人民法院公告\n《最高人民法院关于修改〈养老规定〉的决定》已于2031年1月5日通过，现予公布。\n最高人民法院\n2031年3月5日\n法释〔2031〕5号\n最高人民法院\n关于修改《养老规定》的决定\n" + body, "最高人民法院关于修改《养老规定》的决定 法释〔2031〕5号 2031-03-05 最高人民法院 国家 决定"},
		{"a serial below the title", "某某总局关于支持养老的公告\n（2031年第5号）\n" + body, "某某总局关于支持养老的公告 某某总局公告2031年第5号  某某总局 国家 公告"},
		{"a serial behind the title", "乙川市民政局关于支持养老的通告（2031年第十号）\n" + body, "乙川市民政局关于支持养老的通告（2031年第十号） 乙川市民政局通告2031年第十号  乙川市民政局 乙川市 通告"},
		{"a tax office first of three", "国家税务总局乙川市税务局等三部门\n关于支持养老的通告\n" + body + "国家税务总局乙川市税务局\n乙川市民政局\n2031年3月5日\n", "国家税务总局乙川市税务局等三部门关于支持养老的通告  2031-03-05 国家税务总局乙川市税务局 乙川市民政局 乙川市 通告"},
		{"a signature between gaps", "乙民发〔2031〕5号　　乙川市民政局关于印发养老办法的通知　　各县（区）民政局：　　现将《养老办法》印发给你们。　　乙川市民政局　　2031年3月5日　　（主动公开）　　养老办法　　第一条　支持养老。", "乙川市民政局关于印发养老办法的通知 乙民发〔2031〕5号 2031-03-05 乙川市民政局 乙川市 办法"},
		{"two signers at the end of a line", "关于支持养老的通知\n一、抓好落实。加强监督。　　民政部　财政部　　2031年3月5日", "关于支持养老的通知  2031-03-05 民政部 财政部 国家 通知"},
		{"an order set wide", "乙 川 市 人 民 政 府 令\n第7号\n《养老办法》已经通过，现予公布。\n2031年3月5日\n养老办法\n第一条 支持养老。", "养老办法 乙川市人民政府令第7号 2031-03-05 乙川市人民政府 乙川市 办法"},
		{"a list with its year", "关于印发《养老目录（2031年）》的通知\n" + body, "关于印发《养老目录（2031年）》的通知     目录"},
		{"a bureau of the whole country", "中国气象局关于支持养老的通知\n" + body, "中国气象局关于支持养老的通知   中国气象局 国家 通知"},
		{"a ministry of town and country", "住房城乡建设部关于支持养老的通知\n某办〔2031〕5号　　特急\n" + body, "住房城乡建设部关于支持养老的通知 某办〔2031〕5号  住房城乡建设部 国家 通知"},
		{"a name on two lines", "关于支持养老的通知\n" + body + "乙川市机关\n事务管理局\n2031年3月5日\n", "关于支持养老的通知  2031-03-05 乙川市机关事务管理局 乙川市 通知"},
		{"a commission by its short name", "关于支持养老的规定\n" + body + "证监会\n2031年3月5日\n", "关于支持养老的规定  2031-03-05 证监会 国家 规定"},
		{"a page of a scan", "第三条支持养老\nSize: px\nTranscription\n1 养老基金管理办法 ( 某某监督管理委员会令第 7 号 ) 养老基金管理办法 已经通过\n第一条支持养老\n", "养老基金管理办法 某某监督管理委员会令第7号  某某监督管理委员会  办法"},
		{"bodies below the title", "乙川市养老规划\n乙川市民政局\n乙川市财政局\n" + body, "乙川市养老规划   乙川市民政局 乙川市财政局 乙川市 规划"},
	} {
		m := headOf(tt.text)
		m.Issuer = strings.Join(m.Issuers, " ")
		if got := strings.Join([]string{m.Title, m.Number, m.Date, m.Issuer, m.Region, m.Kind}, " "); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
