package wrap

import (
	"strings"
	"testing"
)

// TestSteps holds that joining a text of twice the lines takes twice the steps, whatever its lines are made of: each
// character is weighed a few times, and none again for each line that follows.
func TestSteps(t *testing.T) {
	for name, line := range map[string]string{
		"full lines":    "推动传统产业向高端化智能化绿色化方向转变并支持企业开展技术改造加快数字\n",
		"one character": "改\n",
		"opening marks": "“（《「" + strings.Repeat("“（《「", 12) + "\n",
		"stops":         strings.Repeat("。；）”", 12) + "\n",
		"words":         strings.Repeat("a1", 24) + "\n",
		"blank lines":   "健全工作推进机制。\n\n\n",
		"one line":      strings.Repeat("统筹推进改革", 10),
	} {
		steps := func(lines int) int {
			n := 0
			w := &wrapping{text: strings.Repeat(line, lines), columns: func(rune) int { n++; return 2 }}
			w.measure()
			w.found()
			w.join()
			return n
		}
		once, twice := steps(200), steps(400)
		if twice > once*21/10 || once > 12*200*len([]rune(line)) {
			t.Errorf("%s: %d steps for 200 lines, %d for 400", name, once, twice)
		}
	}
}
