package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// promises is a paper that promises money: to whom, until when, and by which bodies.
func promises(t *testing.T) *catalog.Catalog {
	t.Helper()
	d, _ := document.Parse(source.NewFile("seeds/xiaodian.txt", "甲市支持小店办法\n甲政规〔2031〕1号\n一、支持小店\n"+
		"（一）开店。2032年6月底前新开业的小店，给予一次性补贴5000元。小店营业面积不少于30平方米。（市商务局牵头，市财政局配合）\n（二）贷款。对小店贷款按50%给予贴息，每户最高2万元。\n"+
		"二、附则\n（三）本办法自2031年5月1日起施行，有效期2年。\n甲市人民政府\n2031年4月10日\n"))
	f, _ := extract.Document(d)
	c, errs := catalog.Build([]*policy.Facts{f})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return c
}

// TestSubsidyList: each promise says how much, to whom, on which conditions, until when and whom to ask.
func TestSubsidyList(t *testing.T) {
	l := subsidyList(promises(t)).lists[0]
	var got []string
	for i, row := range l.rows {
		for n, c := range row {
			if c.text != "" && l.Fields[n].Name != "text" {
				got = append(got, l.Fields[n].Label+" "+c.text)
			}
		}
		got = append(got, l.Items[i].Href+" "+strings.Join(l.Items[i].Words["field"], "、"))
	}
	want := []string{
		"奖补 2032年6月底前新开业的小店，给予一次性补贴5000元", "金额 5000元", "地区 甲市", "成文日期 2031年4月10日", "文件 甲市支持小店办法", "文件时效 自2031年5月1日起施行，至2033年4月30日",
		"对象 2032年6月底前新开业的小店", "条件 小店营业面积不少于30平方米", "期限 2032年6月30日前；文件有效期至2033年4月30日",
		"咨询 甲市商务局（牵头）、甲市财政局（配合）", "咨询部门 甲市商务局、甲市财政局", "方式 补贴", "领域 商务、财政", "measures/xiaodian/1-1.html 商务、财政",
		"奖补 对小店贷款按50%给予贴息，每户最高2万元", "金额 50%、不超过2万元", "地区 甲市", "成文日期 2031年4月10日", "文件 甲市支持小店办法", "文件时效 自2031年5月1日起施行，至2033年4月30日",
		"对象 小店贷款", "期限 文件有效期至2033年4月30日", "咨询 甲市人民政府（发文机关）", "咨询部门 甲市人民政府", "方式 贴息", "领域 未载明", "measures/xiaodian/1-2.html 未载明",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
