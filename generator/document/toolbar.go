package document

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	// toolGaps part the buttons and menus of a page that stand in one line.
	toolGaps = pattern.MustCompile(`[\s\x{00A0}\x{3000}|｜丨│/／·•＞>»›:：\-—【】\[\]（）()]+`)
	toolWord = words.Pattern(`^(?:{{page-tools}}|\d{0,9}次?)$`)
	// menuWord is the name of a part of a site, of which several in one line are its menu.
	menuWord = words.Pattern(`^{{page-menus}}$`)
	// pageField is what a page says of its text: when it was put there, from where it came.
	pageField = words.Pattern(`(?:^|[\s\x{00A0}\x{3000}|｜【\[（(]){{page-fields}}\s*[:：]`)
)

// fewestMenus is how many parts of a site a line of its menu names at least.
const fewestMenus = 3

// isToolbar reports whether a line holds nothing but what a page sets around its text: buttons, 「打印页面 关闭本页」, a
// menu, 「政务公开 政务服务 政民互动」, or a row of its own fields, 「发布时间：… 信息来源：…」.
func isToolbar(line string) bool {
	tools, menus := 0, 0
	for _, piece := range toolGaps.Split(strings.TrimSpace(line), -1) {
		switch {
		case piece == "":
		case toolWord.MatchString(piece):
			tools++
		case menuWord.MatchString(piece):
			menus++
		default:
			return len(pageField.FindAllString(line, -1)) > 1 && pageField.FindStringIndex(line)[0] == 0 && !strings.Contains(line, "。")
		}
	}
	return tools > 0 && strings.Trim(source.Squeeze(line), "0123456789次-") != "" || menus >= fewestMenus
}
