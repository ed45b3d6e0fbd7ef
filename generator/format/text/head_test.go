package text_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

// TestTextHead reads the data tables of pages that were copied into text files with the paper.
func TestTextHead(t *testing.T) {
	tests := []struct {
		name, file, want string
		meta             []source.Field
	}{
		{"several on a line", "索引号： 123/2025-7 公开方式： 主动公开\n主题分类： 经济,其他 文       号 : 甲政发〔2025〕3号\n甲市人民政府关于某事的通知\n发布日期：2025-02-18 15:14 浏览次数： 字体：[ ]\n各区人民政府：\n一、甲。",
			"- 索引号： 123/2025-7 公开方式： 主动公开\n- 主题分类： 经济,其他 文       号 : 甲政发〔2025〕3号\n甲市人民政府关于某事的通知\n- 发布日期：2025-02-18 15:14 浏览次数： 字体：[ ]\n各区人民政府：\n一、甲。\n",
			[]source.Field{{Name: "索引号", Value: "123/2025-7"}, {Name: "公开方式", Value: "主动公开"}, {Name: "主题分类", Value: "经济,其他"}, {Name: "发文字号", Value: "甲政发〔2025〕3号"}, {Name: "发布日期", Value: "2025-02-18 15:14"}}},
		{"label and value on lines of their own", "• 发文字号：\n甲政发〔2024〕7号\n• 发文日期：\n2024年04月06日 16:40\n• 有效性：\n甲县人民政府工作规则\n第一条 甲。",
			"- • 发文字号：\n- 甲政发〔2024〕7号\n- • 发文日期：\n- 2024年04月06日 16:40\n- • 有效性：\n甲县人民政府工作规则\n第一条 甲。\n",
			[]source.Field{{Name: "发文字号", Value: "甲政发〔2024〕7号"}, {Name: "成文日期", Value: "2024年04月06日 16:40"}}},
		{"labels of the paper itself stay", "关于某事的方案\n为了某事，制定本方案。\n来源：财政资金\n责任部门：教育局", "关于某事的方案\n为了某事，制定本方案。\n来源：财政资金\n责任部门：教育局\n", nil},
		{"a field without a value above the title", "公开日期：2025-01-02 废止日期：\n甲市人民政府关于某事的通告\n发布时间：2025-01-03\n一、甲。",
			"- 公开日期：2025-01-02 废止日期：\n甲市人民政府关于某事的通告\n- 发布时间：2025-01-03\n一、甲。\n",
			[]source.Field{{Name: "发布日期", Value: "2025-01-02"}, {Name: "发布日期", Value: "2025-01-03"}}},
		{"labels without a colon", "索 引 号 123/2025-7 成文日期 2025-02-25\n文  号 甲政发〔2025〕3号 主 题 词 某事 通知\n名  称 某事\n甲市关于某事的通知\n一、甲。",
			"- 索 引 号 123/2025-7 成文日期 2025-02-25\n- 文  号 甲政发〔2025〕3号 主 题 词 某事 通知\n- 名  称 某事\n甲市关于某事的通知\n一、甲。\n",
			[]source.Field{{Name: "索引号", Value: "123/2025-7"}, {Name: "成文日期", Value: "2025-02-25"}, {Name: "发文字号", Value: "甲政发〔2025〕3号"}, {Name: "主题词", Value: "某事 通知"}, {Name: "标题", Value: "某事"}}},
		{"labels in brackets", "[ 索引号 ] 123/2025-7 [发文字号] 甲政发〔2025〕3号\n[ 发布机构 ] 甲市粮食局\n甲市关于某事的通知\n一、甲。",
			"- [ 索引号 ] 123/2025-7 [发文字号] 甲政发〔2025〕3号\n- [ 发布机构 ] 甲市粮食局\n甲市关于某事的通知\n一、甲。\n",
			[]source.Field{{Name: "索引号", Value: "123/2025-7"}, {Name: "发文字号", Value: "甲政发〔2025〕3号"}, {Name: "发布机构", Value: "甲市粮食局"}}},
		{"a data base of laws behind sentences", "下载前请甄别内容。\n• 【文号】甲政发〔2025〕3号\n•【公布日期】2025.02.25\n•【效力等级】规范性文件\n正文\n甲市关于某事的通知\n•【说明】某事\n一、甲。",
			"下载前请甄别内容。\n- • 【文号】甲政发〔2025〕3号\n- •【公布日期】2025.02.25\n- •【效力等级】规范性文件\n正文\n甲市关于某事的通知\n•【说明】某事\n一、甲。\n",
			[]source.Field{{Name: "发文字号", Value: "甲政发〔2025〕3号"}, {Name: "发布日期", Value: "2025.02.25"}}},
		{"an encyclopedia behind a sentence", "粮仓位于甲市。\n• 中文名:甲市关于某事的批复\n• 索  引  号:123/2025-7\n• 发文机关甲市\n• 成文日期:2025年02月25日\n• 发布日期:2025年03月09日\n甲市关于某事的批复",
			"粮仓位于甲市。\n- • 中文名:甲市关于某事的批复\n- • 索  引  号:123/2025-7\n- • 发文机关甲市\n- • 成文日期:2025年02月25日\n- • 发布日期:2025年03月09日\n甲市关于某事的批复\n",
			[]source.Field{{Name: "索引号", Value: "123/2025-7"}, {Name: "成文日期", Value: "2025年02月25日"}, {Name: "发布日期", Value: "2025年03月09日"}}},
		{"the head of a table", "名称 责任部门 时限\n粮仓 粮食局 年底", "名称 责任部门 时限\n粮仓 粮食局 年底\n", nil},
		{"a word before the label", "资金来源：财政", "资金来源：财政\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { formattest.Holds(t, "x.txt", tt.file, tt.want, tt.meta) })
	}
}

// TestLongHead holds that a line of labels takes time as it is long.
func TestLongHead(t *testing.T) {
	line := "索引号：" + strings.Repeat("文号：甲", 40_000)
	start := time.Now()
	f, err := formattest.Read(t, "x.txt", []byte(line+"\n关于某事的通知\n"))
	if err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > 5*time.Second || len(f.Blocks) != 2 {
		t.Errorf("%d blocks after %v", len(f.Blocks), d)
	}
}

// TestTextTables reads tables whose cells are parted by tabs.
func TestTextTables(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"a table of targets", "主要指标\n序号\t指标\t单位\t2025年\n1\t预期寿命\t岁\t79.3\n2\t\t‰\t≤3\n后文", "主要指标\n|*序号@0|*指标@1|*单位@2|*2025年@3|\n|1@0|预期寿命@1|岁@2|79.3@3|\n|2@0|@1|‰@2|≤3@3|\n后文\n"},
		{"no head", "甲\t乙\t丙\n丁\t戊\t己", "甲\t乙\t丙\n丁\t戊\t己\n"},
		{"one line", "序号\t指标\t单位\n后文", "序号\t指标\t单位\n后文\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := formattest.Read(t, "x.txt", []byte(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, formattest.Shown(f)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}
