package paper

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/words"
)

// Reasons why a line of a file is none of the paper, in the words that readers see.
const (
	PageReason       = "页面上文件之外的文字"
	HeaderReason     = "采集程序所加的说明"
	DownloadReason   = "下载链接"
	PageNumberReason = "页码"
	IconReason       = "图标或控制字符"
)

// Lines that are none of a paper.
var (
	// ToolLine is what pages put between the title and the text, or below the text.
	ToolLine = regexp.MustCompile(`(?:浏览|阅读|点击|访问)(?:次数|量|数)|【?(?:字体|字号)[：:]|【?打印(?:本页|此页)?】|^打印$|^关闭(?:窗口)?$|分享到|^分享[：:]?$|扫一扫|^(?:上|下)一[篇条][：:]?|责任编辑[：:]|我要纠错|版权所有|ICP备|网安备|网站标识码|技术支持[：:]|(?i:copyright)|^主办(?:单位)?[：:]|^返回顶部$|^(?:来源|信息来源|稿源|作者|编辑|发布时间|发布日期|时间|日期)[：:]`)
	// CrumbLine says where on the site the page stands.
	CrumbLine = words.Pattern(`^[【\[]?{{page-crumbs}}(?:[：:]|.*[>＞»›])`)
	// TitleLine is the title of a paper.
	TitleLine = words.Pattern(`^.{8,}{{paper-kinds}}(?:[（(][^（）()]*[）)])?$`)
	// LoadLine offers the paper as a file.
	LoadLine = words.Pattern(`(?i)^[【\[]?(?:{{load-words}})*下载(?:[：:][^。]*|(?:{{load-words}}|下载|word|pdf|ofd|docx?|wps|[、|/])*[】\]]?)$`)
)

// FrontMatter is the YAML that programs write before a text.
var FrontMatter = regexp.MustCompile(`^---\n(?:(?:[\w\p{Han}-]+:.*|[ \t]*-[ \t].*|[ \t]+\S.*|)\n){1,100}---(?:\n|$)`)

// CountHan returns how many Chinese characters s has.
func CountHan(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// LastRune returns the last character of s.
func LastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
