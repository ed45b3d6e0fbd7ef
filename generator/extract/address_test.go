package extract

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// TestAddresses gives measures the paths of their numbers, as printed and in ASCII.
func TestAddresses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"parts, clauses, items", "养老方案\n一、抓好落实\n（一）健全机制。\n1.加强监督。\n2.加强培训。", "一/（一）=1-1 一/（一）/1=1-1-1 一/（一）/2=1-1-2"},
		{"two papers of a notice", "关于印发两个方案的通知\n现将《养老方案》《托育方案》印发给你们。\n乙川市人民政府\n2031年3月1日\n养老方案\n一、抓好落实\n加强监督。\n托育方案\n一、抓好落实\n加强监督。",
			"A/一=a-1 B/一=b-1"},
		{"decimals", "养老预案\n1 总则\n1.1 目的\n支持养老。\n1.2 依据\n依法支持。\n2 职责\n2.1 部门\n加强监督。\n2.2 分工\n加强协作。", "1.1=1-1 1.2=1-2 2.1=2-1 2.2=2-2"},
		{"decimals inside parts", "养老方案\n一、机制\n1.1 健全机制。\n1.2 加强监督。\n1.2.1 按月通报。\n二、队伍\n2.1 加强培训。\n2.2 加强考核。\n三、其他\n按季报送。", "1.1=1-1 1.2=1-2 1.2.1=1-2-1 2.1=2-1 2.2=2-2 三=3"},
		{"numbers of ledgers", "养老方案\n壹、范围\n全市。\n贰、措施\n（一）加强培训。\n（二）加强考核。", "壹=g1 贰/（一）=g2-1 贰/（二）=g2-2"},
		{"chapters and articles", "养老办法\n第一章 总则\n第一条 支持养老。\n第二条 支持托育。", "第一条=c1-t1 第二条=c1-t2"},
		{"one number twice", "养老方案\n一、抓好落实\n（一）健全机制。\n（一）加强监督。", "一/（一）=1-1 一/（一）·2=1-1x2"},
		{"annexes numbered through, by part and by two styles", "养老方案\n一、抓好落实\n加强监督。\n附件1\n养老任务清单\n一、场地\n（一）食堂\n1.开办食堂。\n二、人员\n2.培训人员。" +
			"\n附件二\n托育任务清单\n一、场地\n1.提供场地。\n二、人员\n1.培训人员。\n附表\n考核办法\n一、对象\n各县。\n二、方式\n（一）按月开展。\n（二）年终汇总。",
			"一=1 附件1/1=annex-1-1 附件1/2=annex-1-2 附件2/一/1=annex-2-1-1 附件2/二/1=annex-2-2-1 附表/一=table-1 附表/二/（一）=table-2-1 附表/二/（二）=table-2-2"},
		{"an annex that is to be written", "养老方案\n一、抓好落实\n加强监督。\n附件\n试点实施方案（编制大纲）\n一、基本情况\n人口和床位。\n二、主要做法\n概述做法。", "一=1"},
		{"an annex that orders nothing", "养老方案\n一、抓好落实\n加强监督。\n附件\n养老服务优秀案例\n一、甲县开办食堂。\n二、乙县提供场地。", "一=1"},
	}
	for _, tt := range tests {
		d, _ := document.Parse(source.NewFile("x", tt.text+"\n"))
		facts, _ := Document(d)
		var got []string
		for _, m := range facts.Measures {
			got = append(got, m.ID+"="+m.Address)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}
