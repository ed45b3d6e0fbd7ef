package html_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/format/audit"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/source"
)

// fates returns what is left out of f, and its marks, one a line.
func fates(f *source.File) string {
	var b strings.Builder
	for _, e := range f.Account {
		if e.Fate == source.LeftOut && e.Reason != "排版标记" {
			fmt.Fprintf(&b, "left %s: %s\n", source.Squeeze(e.Text), e.Reason)
		}
	}
	for _, m := range f.Marks {
		fmt.Fprintf(&b, "%s %s %s\n", m.Kind, f.Slice(m.Span), m.Note)
	}
	for _, p := range f.Problems {
		fmt.Fprintf(&b, "doubt %s\n", p.Code)
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

// TestAccount holds what becomes of everything in a page that bears text, and that a second reading
// finds nothing else.
func TestAccount(t *testing.T) {
	const sheet = `<style>.gone{display:none}#u{visibility:hidden}.up{vertical-align:super}@media print{p{display:none}}</style>`
	tests := []struct{ name, file, data, text, fates string }{
		{"raised and lowered", "x.html", paper + `<p>三、10<sup>5</sup>m<span class=up>2</span>，CO<sub>2</sub>，<s>旧</s><del>文</del>。</p>` + sheet, "三、105m2，CO2，旧文。", "sup 5\nsup 2\nsub 2\ns 旧文\n"},
		{"breaks that a style keeps", "x.html", paper + `<style>.k{white-space:pre-line}</style><div class=k>三、甲。
四、乙<span style="white-space:normal">丙
丁</span>。</div>`, "三、甲。\n四、乙丙 丁。", ""},
		{"a formula", "x.html", paper + `<p>三、<math><mfrac><mrow><mi>甲</mi><mo>+</mo><mi>乙</mi></mrow><mn>2</mn></mfrac><msup><mi>丙</mi><mn>2</mn></msup></math>。</p>`, "三、(甲+乙)/2丙^2。",
			"math (甲+乙)/2丙^2 <math><mfrac><mrow><mi>甲</mi><mo>+</mo><mi>乙</mi></mrow><mn>2</mn></mfrac><msup><mi>丙</mi><mn>2</mn></msup></math>\n"},
		{"a reading", "x.html", paper + `<p>三、<ruby>粮仓<rp>（</rp><rt>liáng cāng</rt><rp>）</rp></ruby>。</p>`, "三、粮仓。", "left （: 注音的括号\nleft ）: 注音的括号\nruby 粮仓 liáng cāng\n"},
		{"a form", "x.html", paper + `<p>三、<input value="十五座" placeholder="填数">，<select><option>甲局<option selected>乙局</select>。</p><textarea>四、丙局</textarea><p>五、完。</p>`,
			"三、十五座，乙局。\n四、丙局\n五、完。", "left 填数: 空白输入框的提示\nleft 甲局: 下拉框中未选的选项\ndoubt text-left-out\n"},
		{"what browsers do not show", "x.html", paper + `<noscript><p>密甲</p></noscript><iframe src=x>密乙</iframe><object data=x>密丙</object><object>三、丁。</object><svg><title>密戊</title><text>四、己。</text></svg><img alt="密庚"><p title="密辛">五、完。</p>`,
			"三、丁。\n四、己。\n五、完。", "left 密甲: 浏览器不支持时才显示的文字\nleft 密乙: 框架：所嵌网页不在此文件中\nleft 密丙: 浏览器不支持时才显示的文字\nleft 密戊: 标题和说明，页面上不显示\nleft 密庚: 图片的替代文字\nleft 密辛: 鼠标停留时才显示的文字\n" +
				"doubt images-dropped\ndoubt text-left-out\ndoubt frames-dropped\n"},
		{"hidden by style sheets", "x.html", sheet + paper + `<p>三、甲<i class=gone>密</i>乙<i style="font-size:0">密</i>丙<i style="position:absolute;left:-999em">密</i>。</p><p id=u>密<b style="visibility:visible">四、丁</b></p>`,
			"三、甲乙丙。\n- 密\n- 密\n- 密\n四、丁\n- 密", ""},
		{"white", "x.html", paper + `<p>三、甲<font color=white>乙</font><b style="background:red;color:#fff">丙</b>。</p>`, "三、甲乙丙。", "doubt white-text\n"},
		{"text of style sheets", "x.html", paper + `<style>.h::before{content:"三、"}.q:after{content:"\ff08试行\FF09"}.dot:before{content:"■"}.fix:after{content:".";visibility:hidden;height:0}.no::before{content:"没用"}@media print{p:after{content:"印件"}}@page{@bottom-center{content:"第" counter(page) "页"}}/* .x:after{content:"注"} */</style><p><b class=h>目标</b>甲<i class=q>办法</i>乙<i class=dot>丙</i>。</p><p class=fix>四、丁。</p>`,
			"三、目标甲办法（试行）乙丙。\n四、丁。", "left 印件: 样式表只在打印时或窄屏上添加的文字\nleft 没用: 样式表中没有用到的文字\nleft 第页: 样式表只在打印时或窄屏上添加的文字\n"},
		{"numbers of style sheets", "x.html", paper + `<style>.l{counter-reset:a 2}.l>p{counter-increment:a}.l>p::before{content:"第" counter(a, cjk-ideographic) "条　"}.m{counter-reset:b}.m>p:before{counter-increment:b;content:counters(b,".") "）"}</style><div class=l><p>甲。</p><div class=m><p>乙。</p><p>丙。</p></div><p>丁。</p></div>`,
			"第三条　甲。\n1）乙。\n2）丙。\n第四条　丁。", ""},
		{"marks of lists, and selectors that are not read", "x.html", paper + `<style>.a li::marker{content:"（" counter(list-item, cjk-ideographic) "）"}.b{list-style-type:"※"}p:has(b)::before{content:"不识"}</style><ol class=a><li>甲<li>乙</ol><ul class=b><li>丙</ul><p>三、丁。</p>`,
			"（一）甲\n（二）乙\n※丙\n三、丁。", "left 不识: 样式表所加的文字，其选择器不能识别\ndoubt text-left-out\n"},
		{"attributes and quotation marks", "x.html", paper + `<style>td::before{content:attr(data-k) "："}b::before{content:open-quote}b::after{content:close-quote}</style><p>三、要<q>放</q>、<b>管</b>。</p>`, "三、要“放”、“管”。", ""},
		{"numbers of lists", "x.html", paper + `<ol type=A><li>甲<li>乙</ol><ol reversed><li>丙<li>丁</ol><ol style="list-style-type:cjk-ideographic" start=3><li>戊</ol><ul style="list-style:lower-roman"><li>己<li>庚</ul><ol type=a start=28><li>辛</ol><ol style="list-style-type:tamil"><li>壬</ol>`,
			"A. 甲\nB. 乙\n2. 丙\n1. 丁\n三、戊\ni. 己\nii. 庚\nab. 辛\n1. 壬", "doubt list-style\n"},
		{"number and signer side by side", "x.html", `<table><tr><td>某政〔2021〕12号</td><td>签发人：甲</td></tr></table><p>关于某某的通知</p>` + paper, "某政〔2021〕12号\n签发人：甲\n关于某某的通知\n" + strings.TrimSpace(paperText), ""},
		{"a table in a table", "x.html", paper + `<table border=1><tr><th>任务</th><th>单位</th></tr><tr><td>甲</td><td>乙<table><tr><td>丙</td><td>丁</td></tr></table></td></tr></table>`, "|*任务@0|*单位@1|\n|甲@0|乙⏎丙 丁@1|", ""},
		{"a copy for the printer", "x.html", `<div>` + paper + `</div><div id=print>` + paper + `</div>`, "- " + strings.ReplaceAll(strings.TrimSpace(paperText), "\n", "\n- "), ""},
		{"tools over a title", "x.html", `<div><p>首页 &gt; 政务公开 &gt; 文件</p><p>【字号：大 中 小】</p><p>点击下载：某某通知.pdf</p><p>某某通知</p>` + paper + `</div>`, "- 首页 > 政务公开 > 文件\n- 【字号：大 中 小】\n- 点击下载：某某通知.pdf\n某某通知\n" + strings.TrimSpace(paperText), ""},
		{"the foot of a page", "x.html", `<body>` + paper + `<footer><p>电话本</p><p>办公时间：每日</p></footer></body>`, strings.TrimSpace(paperText) + "\n- 电话本\n- 办公时间：每日", ""},
		{"a paper that is signed in its foot", "x.html", `<article>` + paper + `<footer><p>甲县水务局</p><p>2031年4月5日</p></footer></article>`, strings.TrimSpace(paperText) + "\n甲县水务局\n2031年4月5日", ""},
		{"a footnote of Markdown", "x.md", "一、目标[^1]与10<sup>5</sup>吨。\n\n[^1]: 甲。\n\n![密](x.png)\n", "一、目标[^1]与105吨。\n[^1]: 甲。", "left ![密](x.png): 图片的替代文字\nsup 5\ndoubt images-dropped\n"},
		{"a link over two lines", "x.md", "一、见[甲规定](http://x.invalid/a\n\"乙局网站\")，下同。\n", "一、见甲规定\n，下同。", "left (http://x.invalid/a: 链接的地址\nleft \"乙局网站\"): 链接的地址\n"},
		{"a link behind brackets", "x.md", "一、见[甲][乙规定](丙)。\n", "一、见[甲]乙规定。", "left [: 链接的地址\nleft ](丙): 链接的地址\n"},
		{"characters named without an end", "x.md", "一、甲。\n\n<p>乙&#215米&nbsp丙，丁&戊</p>\n", "一、甲。\n乙×米\u00a0丙，丁&戊", ""},
		{"front matter of a text", "x.txt", "---\ntitle: 甲\n---\n下载Word版 下载PDF版\n某某通知\n一、乙。\n", "- ---\n- title: 甲\n- ---\n- 下载Word版 下载PDF版\n某某通知\n一、乙。", ""},
		{"tools over Markdown", "x.md", "首页 > 公开\n\n【字体：大 中 小】\n\n点击下载：甲.pdf\n\n某某通知\n\n一、乙。\n", "- 首页 > 公开\n- 【字体：大 中 小】\n- 点击下载：甲.pdf\n某某通知\n一、乙。", ""},
		{"plain text", "x.txt", "某某通知\r\n　　一、甲\t乙。\n", "某某通知\n一、甲\t乙。", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := formattest.Read(t, tt.file, []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			filetest.Check(t, f)
			if got := formattest.Shown(f); !strings.HasSuffix(got, tt.text+"\n") && tt.text != "" {
				t.Errorf("text:\n%s\nwant at its end:\n%s", got, tt.text)
			}
			if got := fates(f); got != tt.fates {
				t.Errorf("fates:\n%s\nwant:\n%s", got, tt.fates)
			}
			second := map[string]func([]byte) ([]audit.Part, error){"html": audit.HTML, "markdown": audit.Markdown, "txt": audit.Text}[f.Format]
			parts, err := second([]byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if lost := audit.Losses(parts, f.Account); len(lost) > 0 {
				t.Errorf("lost: %+v", lost)
			}
			for i := range f.Account { // each entry is needed
				if lost := audit.Losses(parts, append(f.Account[:i:i], f.Account[i+1:]...)); len(lost) == 0 && source.Squeeze(f.Account[i].Text) != "" {
					t.Errorf("the audit does not notice that %+v is missing", f.Account[i])
				}
			}
		})
	}
}
