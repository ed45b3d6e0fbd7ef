package award_test

import (
	"testing"

	"zhengce/generator/award"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/source"
)

// TestFind holds how much is promised, of what, and to whom, in sentences of many makes.
func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"对新开业的小店给予5000元补贴。", "补贴 5000元 新开业的小店"},
		{"小店年营业额首次超过100万元的，给予一次性奖励2万元。", "奖励 2万元 小店年营业额首次超过100万元的"},
		{"对一、二、三星级小店分别给予3万元、2万元、1万元奖励。", "奖励 3万元 2万元 1万元 一、二、三星级小店"},
		{"对改造门面的小店，按改造费用的30%，给予补助，每户最高3万元。", "补助 30% 3万元 改造门面的小店"},
		{"对小店贷款按实付利息的50%给予贴息，最高不超过2万元；对雇用残疾人的小店，每人每年补贴1200元。", "贴息 50% 2万元 小店贷款\n补贴 1200元 雇用残疾人的小店"},
		{"投资500万元以上的集市给予奖励10万元。", "奖励 10万元 投资500万元以上的集市"},
		{"对弄虚作假的小店追回补贴，并处5000元罚款。", ""},
		{"小店申请贷款的，最高可贷30万元。", ""},
		{"每个摊位每月租金不超过300元。", ""},
		{"对考核优秀的乡镇给予奖励20万元。", ""},
		{"一次性奖励5万元。", "奖励 5万元 "},
	} {
		d, _ := document.Parse(source.NewFile("seeds/x.txt", "甲市支持小店办法\n一、支持政策\n（一）扶持小店。"+tt.text+"\n\n甲市人民政府\n2031年3月1日\n"))
		facts, _ := extract.Document(d)
		found := award.Find(facts)
		if got := written(found); got != tt.want {
			t.Errorf("%s\ngives %q\nwant  %q", tt.text, got, tt.want)
		}
		for _, a := range found {
			for _, i := range a.Sums {
				if !a.Contains(i.Value) {
					t.Errorf("%s: %v stands outside of %v", tt.text, i.Value, a.Span)
				}
			}
		}
	}
}

// TestTable holds that what a cell promises is found in its cell alone.
func TestTable(t *testing.T) {
	d, _ := document.Parse(source.NewFile("seeds/x.md", "甲市支持小店办法\n\n一、支持政策\n\n按附件执行。\n\n甲市人民政府\n\n2031年3月1日\n\n附件\n\n支持小店任务表\n\n| 序号 | 重点任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 对新开业的小店给予5000元补贴 | 市商务局 |\n| 2 | 修好道路 | 市交通局 |\n"))
	facts, _ := extract.Document(d)
	if got, want := written(award.Find(facts)), "补贴 5000元 新开业的小店"; got != want {
		t.Errorf("the table gives %q, want %q", got, want)
	}
}
