package target

import (
	"slices"
	"strings"

	"zhengce/generator/words"
)

// shareUnits gives the numbers of a list the unit that only the last carries:
// 「分别新增20、30和40个」, 「奖励20万、10万元」.
func shareUnits(t *paragraph, numbers []number) {
	for i := len(numbers) - 2; i >= 0; i-- {
		n, next := &numbers[i], &numbers[i+1]
		gap := t.s[n.unitEnd:next.start]
		if next.group == "magnitude" || n.unit != "" || n.han || gap == "/" || !isListGap(gap) {
			continue
		}
		unit := next.unit
		if unit == "" {
			unit = t.written(next.unitStart, next.unitEnd)
		}
		// A unit may be cut short too: 「压缩至5个和8个工作日」.
		if begun := t.written(n.unitStart, n.unitEnd); begun != unit && strings.HasPrefix(unit, begun) {
			n.group, n.unit = next.group, unit
		}
	}
}

var numberGaps = words.Of("number-gaps")

// isListGap reports whether s is all that stands between two numbers of one list.
func isListGap(s string) bool { return slices.Contains(numberGaps, s) }
