package document

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	// historyThere is a bracket that tells when a statute was passed, in a line that goes on.
	historyThere = words.Pattern(`[\s\x{3000}]*[（(](?:根据)?` + dateForm + `[^（）()]{2,400}?{{history-verbs}}`)
	historyFirst = words.Pattern(`^[（(](?:根据)?` + dateForm + `[^（）()]{2,400}?{{history-verbs}}[^（）()]{0,200}[）)]`)
	// blankRun is white space inside a line.
	blankRun = pattern.MustCompile(`[\s\x{3000}]+`)
)

// titleBeforeHistory returns where the title ends in a line that goes on with when it was passed, 「养老办法（2031年3月1日…通过）第一条…」, or 0.
// A title in 《》 is that of another paper.
func titleBeforeHistory(text string) int {
	m := historyThere.FindStringIndex(text)
	if m == nil || m[0] == 0 || strings.ContainsAny(text[:m[0]], "。；：:") || strings.HasSuffix(text[:m[0]], "》") || !endsTitle(source.Squeeze(text[:m[0]])) {
		return 0
	}
	return m[0]
}

// historyBeforeText returns where such a bracket ends in a line that it begins and that goes on, or 0.
func historyBeforeText(text string) int {
	if n := len(historyFirst.FindString(text)); n < len(text) {
		return n
	}
	return 0
}

// titleBeforePlan returns where the title of a notice, order or decision ends in a line that goes on with that of its plan,
// 「某部关于修改《养老规定》的决定　养老规定」, or 0.
func titleBeforePlan(text string) int {
	for _, gap := range blankRun.FindAllStringIndex(text, -1) {
		title, rest := source.Squeeze(text[:gap[0]]), source.Squeeze(text[gap[1]:])
		if framed.MatchString(title) && strings.Contains(title, "《") && endsTitle(title) && ofKind.MatchString(title) && endsTitle(rest) && strings.Contains(title, words.FoldTitle(rest)) {
			return gap[0]
		}
	}
	return 0
}
