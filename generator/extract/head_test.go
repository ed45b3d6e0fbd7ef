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
			Title: "乙川市养老办法", Number: "乙政发〔2031〕5号", Issuer: "乙川市丙县人民政府办公室", Date: "2031-03-05", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "办法", Region: "乙川市丙县", Subject: []string{"民政", "养老"}, FromPage: []string{"number", "date", "published", "index", "status", "title", "issuer"},
		}},
		{"all in the text", "乙川市托育方案\n乙政办〔2031〕7号\n" + body + "\n乙川市教育局\n2031年4月1日\n", policy.Meta{
			Title: "乙川市托育方案", Number: "乙政办〔2031〕7号", Issuer: "乙川市教育局", Date: "2031-04-01", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "方案", Region: "乙川市", Subject: []string{"民政", "养老"}, FromPage: []string{"published", "index", "status"},
		}},
		{"a body that names no place", "乙川市托育方案\n" + body + "\n县人民政府办公室\n2031年4月1日\n", policy.Meta{
			Title: "乙川市托育方案", Number: "乙政发〔2031〕5号", Issuer: "乙川市丙县人民政府办公室", Date: "2031-04-01", Published: "2031-03-08", Index: "001/2031", Status: "有效",
			Kind: "方案", Region: "乙川市丙县", Subject: []string{"民政", "养老"}, FromPage: []string{"number", "published", "index", "status", "issuer"},
		}},
		{"another body that names no place", "乙川市托育方案\n" + body + "\n市人民政府\n2031年4月1日\n", policy.Meta{
			Title: "乙川市托育方案", Number: "乙政发〔2031〕5号", Issuer: "市人民政府", Date: "2031-04-01", Published: "2031-03-08", Index: "001/2031", Status: "有效",
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
		"乙川市政府关于支持养老的意见": "", "乙川市贯彻国务院关于支持养老意见的方案": "", "关于支持养老的意见": "",
		"乙川市养老办法\n乙川市人民政府令第12号": "乙川市人民政府", "乙川市养老办法\n市人民政府令第12号": "", "某总局\n某某部某某总局公告2031年第1号": "某某部某某总局",
	} {
		if got := headOf(head + "\n一、抓好落实\n加强监督。\n").Issuer; got != want {
			t.Errorf("issuer of %q is %q, want %q", strings.ReplaceAll(head, "\n", "⏎"), got, want)
		}
	}
}
