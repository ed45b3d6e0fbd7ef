package html_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

// paper is a short paper as paragraphs of a page.
const paper = `<p>各市人民政府，省政府各部门：</p><p>现就有关事项通知如下。</p><p>一、加强领导，落实责任。</p><p>二、完善政策，加大投入。</p>`

const paperText = "各市人民政府，省政府各部门：\n现就有关事项通知如下。\n一、加强领导，落实责任。\n二、完善政策，加大投入。\n"

func TestHTML(t *testing.T) {
	tests := []struct {
		name, page, want string
		meta             []source.Field
	}{
		{"a piece of a page", `<div>` + paper + `</div>`, paperText, nil},
		{"breaks and inline elements", "<div><p>一、加强<b>领导</b>，<font color=red>落实\n责任</font>。<br>二、完善政策，<span>加大</span>投入。<p>三、其他工作要求。</div>",
			"一、加强领导，落实 责任。\n二、完善政策，加大投入。\n三、其他工作要求。\n", nil},
		{"navigation around it", `<body><div><a href=/>首页</a> <a>政务</a></div><div class=x>` + paper + `</div><div>版权所有 某某省人民政府办公厅</div><script>一、假的</script></body>`,
			"- 首页 政务\n" + paperText + "- 版权所有 某某省人民政府办公厅\n", nil},
		{"data table and title", `<head><title>某某通知_某某网</title><meta name="PubDate" content="2020-01-02"></head><table><tr><td>索 引 号：</td><td>A-1</td><td>发文字号：</td><td>某政〔2020〕1号</td></tr><tr><td>主题词：</td><td></td></tr></table>` +
			`<h1>某某通知</h1><div>发布日期：2020-01-02 浏览次数：3</div><div>某政〔2020〕1号</div><div>` + paper + `</div><div>2020年1月1日</div><div>打印</div>`,
			"- 索 引 号： A-1\n- 发文字号： 某政〔2020〕1号\n- 主题词：\n某某通知\n- 发布日期：2020-01-02 浏览次数：3\n某政〔2020〕1号\n" + paperText + "2020年1月1日\n- 打印\n",
			[]source.Field{{Name: "索引号", Value: "A-1"}, {Name: "发文字号", Value: "某政〔2020〕1号"}, {Name: "发布日期", Value: "2020-01-02"}, {Name: "标题", Value: "某某通知"}}},
		{"a data table in paragraphs of the paper", `<div><p>索 引 号： A-1</p><p>发文机关： 某某省人民政府　成文日期： 2020年01月01日</p><p>某某通知</p>` + paper + `</div>`,
			"- 索 引 号： A-1\n- 发文机关： 某某省人民政府　成文日期： 2020年01月01日\n某某通知\n" + paperText,
			[]source.Field{{Name: "索引号", Value: "A-1"}, {Name: "发文机关", Value: "某某省人民政府"}, {Name: "成文日期", Value: "2020年01月01日"}}},
		{"a number of any form below the title", `<title>某某通知</title><h1>某某通知</h1><div>某政﹝２０２０﹞ 第１号</div><div>浏览次数：3</div><div>` + paper + `</div>`,
			"某某通知\n某政﹝２０２０﹞ 第１号\n- 浏览次数：3\n" + paperText, []source.Field{{Name: "标题", Value: "某某通知"}}},
		{"a short report whose title has no word for its kind", `<title>某市粮仓投资情况_某某网</title><div><a href=/>首页</a></div><div class=box><h2>某市粮仓投资情况</h2><div>发布日期：2021-11-22 浏览次数：7</div><div><p>1-10月，全市粮仓投资完成24.79亿元，完成年度计划82.3%，同比增长15.3%，总体结构稳定。</p></div></div><div>版权所有 某市发展改革委</div>`,
			"- 首页\n某市粮仓投资情况\n- 发布日期：2021-11-22 浏览次数：7\n1-10月，全市粮仓投资完成24.79亿元，完成年度计划82.3%，同比增长15.3%，总体结构稳定。\n- 版权所有 某市发展改革委\n",
			[]source.Field{{Name: "标题", Value: "某市粮仓投资情况"}}},
		{"a title in a heading and nowhere else", `<div><h2>某某市政府网</h2><a href=/>首页</a></div><h1>某某市教育局关于做好<br>某某工作的通知</h1><div>来源：某某网 字号：大 中 小</div><div>某教〔2020〕1号</div><div>` + paper + `</div>`,
			"- 某某市政府网\n- 首页\n某某市教育局关于做好\n某某工作的通知\n- 来源：某某网 字号：大 中 小\n某教〔2020〕1号\n" + paperText, nil},
		{"a title in an element that is called so", `<div class="article-title">某某市教育局关于做好某某工作的通知</div><div class=titleTop>来源：某某网</div><div>` + paper + `</div>`,
			"某某市教育局关于做好某某工作的通知\n- 来源：某某网\n" + paperText, []source.Field{{Name: "发布机构", Value: "某某网"}}},
		{"a heading above a paper with its own title", `<h1>政策意见</h1><div><p>某某市养老办法</p>` + paper + `</div>`, "- 政策意见\n某某市养老办法\n" + paperText, nil},
		{"a title that the paper repeats", `<title>某某通知</title><h1>某某通知</h1><div><p>某某</p><p>通知</p>` + paper + `</div>`, "- 某某通知\n某某\n通知\n" + paperText, nil},
		{"hidden text follows its line", `<div>` + paper + `<p>三、严格<span style="display: none">密文</span>督查。</p><div hidden>一、隐藏的内容。</div></div>`, paperText + "三、严格督查。\n- 密文\n- 一、隐藏的内容。\n", nil},
		{"a page that waits for its script", `<body style="visibility:hidden"><div style="display:none">` + paper + `</div></body>`, paperText, nil},
		{"a layout of tables", `<table><tr><td><table><tr><td>左栏</td></tr></table></td><td><table><tr><td>` + paper + `</td></tr></table></td></tr></table>`, "- 左栏\n" + paperText, nil},
		{"merged cells", `<div>` + paper + `<table><tr><td colspan=4>任务分工表</td></tr><tr><th>序号</th><th>任务</th><th colspan=2>责任单位</th></tr><tr><td rowspan=2>1</td><td>甲</td><td><p>教育厅</p><p>财政厅</p></td><td></td></tr><tr><td>乙</td><td>卫生厅</td><td>公安厅</td></tr></table></div>`,
			paperText + "任务分工表\n|*序号@0|*任务@1|*责任单位{1×2}@2|\n|1{2×1}@0|甲@1|教育厅⏎财政厅@2|@3|\n|乙@1|卫生厅@2|公安厅@3|\n", nil},
		{"numbers of a list", `<div>` + paper + `<ol start=3><li>严格督查</li><li>4. 加强宣传</li></ol><ul><li>附则</li></ul></div>`, paperText + "3. 严格督查\n4. 加强宣传\n附则\n", nil},
		{"a link to the file", `<div>` + paper + `<p>附件：<a href=1.doc>1.分工表.doc</a></p><p><a href=x.pdf>某某通知.pdf</a></p></div>`, paperText + "附件：1.分工表.doc\n- 某某通知.pdf\n", nil},
		{"a notice and its plan side by side", `<div><a>首页</a></div><div><div>` + paper + `</div><div><p>某某方案</p>` + strings.Repeat(`<p>一、坚持统筹推进，全面落实各项重点任务，确保取得实效。</p>`, 20) + `</div></div>`,
			"- 首页\n" + paperText + "某某方案\n" + strings.Repeat("一、坚持统筹推进，全面落实各项重点任务，确保取得实效。\n", 20), nil},
		{"the new page of the State Council", `<title>国务院办公厅关于某某的通知_某某政策_中国政府网</title><div class="header"><a href=/>首页</a></div><div><table><tr><td><b>标　　题：</b></td><td>国务院办公厅关于某某的通知</td><td><b>发文机关：</b></td><td>国务院办公厅</td></tr></table></div>` +
			`<div><h1>国务院办公厅关于某某的通知</h1><div>2023-01-01 10:00 来源：中国政府网<div>字号：默认 大</div></div><div id="UCAP-CONTENT"><p>国办发〔2023〕1号</p>` + paper + `<p>国务院办公厅</p><p>2023年1月1日</p></div><div>【我要纠错】 责任编辑：某某</div></div><div><h3>相关稿件</h3><ul><li><a href=x>某某解读。</a></li></ul></div>`,
			"- 首页\n- 标　　题： 国务院办公厅关于某某的通知\n- 发文机关： 国务院办公厅\n国务院办公厅关于某某的通知\n- 2023-01-01 10:00 来源：中国政府网\n- 字号：默认 大\n国办发〔2023〕1号\n" + paperText + "国务院办公厅\n2023年1月1日\n- 【我要纠错】 责任编辑：某某\n- 相关稿件\n- 某某解读。\n",
			[]source.Field{{Name: "标题", Value: "国务院办公厅关于某某的通知"}, {Name: "发文机关", Value: "国务院办公厅"}}},
		{"terms and values", `<dl><dt>索引号</dt><dd>A-1</dd><dt>文号</dt><dd></dd><dt>发布机构</dt><dd>某某局</dd></dl><ul><li>成文日期：2020-01-01</li></ul><div>` + paper + `</div>`,
			"- 索引号\n- A-1\n- 文号\n- 发布机构\n- 某某局\n- 成文日期：2020-01-01\n" + paperText, []source.Field{{Name: "索引号", Value: "A-1"}, {Name: "发布机构", Value: "某某局"}, {Name: "成文日期", Value: "2020-01-01"}}},
		{"no element around the paper", `<a href=/>首页</a><br><a href=/x>政务公开</a><br>某某通知<br>发布时间：2020-01-01<br>` + paper + `<p><a name=x>三、严格督查。</a></p>某某局<br>2020年1月1日<br>版权所有 某某局<br><a href=/>返回</a>`,
			"- 首页\n- 政务公开\n某某通知\n- 发布时间：2020-01-01\n" + paperText + "三、严格督查。\n某某局\n2020年1月1日\n- 版权所有 某某局\n- 返回\n", []source.Field{{Name: "发布日期", Value: "2020-01-01"}}},
		{"a page that Word saved", `<html xmlns:o="x"><head><meta charset=gb2312><!--[if gte mso 9]><xml><o:x>一、假</o:x></xml><![endif]--></head><body><div class=Section1><p class=MsoNormal><span>各市人民政府：<o:p></o:p></span></p><p><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>加强领导，落实责任。</p></div></body></html>`,
			"各市人民政府：\n一、\u00a0加强领导，落实责任。\n", nil},
		{"markup is text", `<div>` + paper + `<p>三、&lt;script&gt;alert(1)&lt;/script&gt;，**不是**标记。</p></div>`, paperText + "三、<script>alert(1)</script>，**不是**标记。\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { formattest.Holds(t, "x.html", tt.page, tt.want, tt.meta) })
	}
}
