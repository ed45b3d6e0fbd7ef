package pages

import (
	"strconv"

	"zhengce/generator/source"
)

// slips name kinds of problems with what a paper says: its words, numbers and bodies.
var slips = map[string]string{
	"text-lost":         "原件中有文字未收录",
	"agency-slip":       "部门名称疑有笔误",
	"agency-unknown":    "部门不在名录中",
	"agency-unread":     "名单中的一项不像部门名称，未列入",
	"annex-gap":         "附件的序号不连续",
	"annex-twice":       "附件的序号与另一附件相同",
	"bidi-control":      "含有改变书写方向的隐形字符",
	"broken-paragraph":  "段落疑被截断",
	"control-character": "含有控制字符",
	"damaged-character": "文字在存盘前已损坏",
	"empty-section":     "标题之下没有文字",
	"group-of-part":     "责任分工写在部分之首，未归入各条",
	"group-unread":      "疑为责任分工，未能读出",
	"lost-character":    "疑有脱字",
	"no-outline":        "没有编号的部分、条或项",
	"number-gap":        "编号不连续",
	"number-repeat":     "编号重复",
	"odd-character":     "疑有错字",
	"target-subject":    "指标的对象不明",
	"target-year":       "指标的年份不明",
}

// readings name kinds of problems with how a file was read: what its format could not give, and how it is shown then.
var readings = map[string]string{
	"annex-alone":           "文件名称是附件，未见正文，单独成篇",
	"annex-copy":            "附件的文字已见于另一文件，只计一次",
	"annex-number":          "附件自写的序号与文件名不同，按文件名",
	"attachments-inside":    "原件内含的附件未收入正文",
	"comments-dropped":      "批注未收入正文",
	"control-characters":    "控制字符已略去",
	"editor-file":           "补充资料有误",
	"embedded-part":         "嵌入的文件未能读出",
	"field-unshown":         "域没有结果，未显示",
	"formula-without-value": "公式没有存下结果",
	"frames-dropped":        "框架中的网页未收入正文",
	"glyphs-without-text":   "部分字形在原件中没有对应的文字",
	"hidden-cells":          "隐藏的行、列、工作表未收入正文",
	"images-dropped":        "图片未收入正文",
	"list-style":            "自动编号的样式未能读出",
	"no-paper-found":        "未能从网页中分出文件，全页照录",
	"number-format":         "自动编号的格式未能读出",
	"objects-dropped":       "嵌入的对象未收入正文",
	"part-unread":           "文件的一个部分未能读出",
	"parts-missing":         "原件缺少其引用的部分",
	"parts-unused":          "原件中未引用的部分未收入正文",
	"placeholders":          "空控件的提示文字未收入正文",
	"private-character":     "含有专用字体的字符，他处无法显示",
	"radical-character":     "以部首编码的字，照录并按字形相同的汉字查找",
	"same-number":           "文号或标题、日期与另一文件相同而文字不同，比较时只取一件",
	"same-text":             "与另一文件全文相同，按同一文件的另一形式收录，只计一次",
	"style-unread":          "样式表的选择器未能读懂，可能收入了页面上不显示的文字",
	"symbols":               "符号字体的字符显示可能不同",
	"table-as-text":         "表格按文字读取",
	"table-cut":             "跨页处有空格，可能属于上一页的合并格，按空格读取",
	"table-columns":         "表格有一行各格归属不明",
	"table-glued":           "表格各格连成一片，未读其中的数字",
	"text-left-out":         "网页上不显示的文字未收入正文",
	"tracked-changes":       "原件带有修订标记，按接受全部修订读取",
	"white-text":            "白色文字，页面上看不见",
	"wrapped-lines":         "定宽折行已并成段落",
	"wrong-suffix":          "文件的后缀与内容不符",
}

// How much a problem matters, the gravest first.
const (
	weightLost    = "未收录"
	weightSlip    = "原文存疑"
	weightFinding = "结果存疑"
	weightReading = "读取说明"
)

// weight says how much e matters. What has no name in the tables above is doubt about a finding.
func weight(e *source.Error) string {
	switch {
	case e.Severity == source.Lost:
		return weightLost
	case slips[e.Code] != "":
		return weightSlip
	case readings[e.Code] != "":
		return weightReading
	}
	return weightFinding
}

// problemName names the kind of e. What has no name is told as the program tells it.
func problemName(e *source.Error) string {
	for _, names := range []map[string]string{slips, readings} {
		if name := names[e.Code]; name != "" {
			return name
		}
	}
	return e.Message
}

// position says where a problem is; that of a whole file has no place.
func position(e *source.Error) string {
	if e.Line == 0 {
		return "全文"
	}
	return "第" + strconv.Itoa(e.Line) + "行第" + strconv.Itoa(e.Column) + "字"
}
