package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOpens joins lines to paragraphs where neither their ends nor an indent tells it: a line that ends with a comma goes
// on however short it is, and a full one that ends a sentence does not, over more room than lines leave.
func TestOpens(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"上游来水减少时，\n优先保障人畜饮水、\n育秧用水。\n", "上游来水减少时，优先保障人畜饮水、育秧用水。\n"},
		{"上游来水减少\n优先保障人畜饮水。\n", "上游来水减少\n优先保障人畜饮水。\n"},
	} {
		if diff := cmp.Diff(tt.want, pdfText(t, onPage(lines(80, 100, 24, strings.Fields(tt.text)...)))); diff != "" {
			t.Errorf("text (-want +got):\n%s", diff)
		}
	}
	const full, next = "村内道路由受益户轮流清扫，每户每月不少于两次，缺勤的由保洁员代扫，费用由本人承担，扫出的泥土杂物当日清运。", "二、监督"
	if diff := cmp.Diff(full+"\n"+next+"\n", pdfText(t, onPage(folded(80, 100, 24, 27, full), at(80, 148, next)))); diff != "" {
		t.Errorf("a number below a full line (-want +got):\n%s", diff)
	}
	first, second := "放水顺序由下而上，先远后近，每轮不超过五天，轮灌期间严禁私自开闸，各村推选一名放水员，凭票放水，张榜公布。", "供水紧张时由村民会议决定先后，违者按村规民约处理，拒不改正的停水一轮。"
	if diff := cmp.Diff(first+"\n"+second+"\n", pdfText(t, onPage(folded(80, 100, 24, 27, first), folded(80, 172, 24, 27, second)))); diff != "" {
		t.Errorf("paragraphs with room between them (-want +got):\n%s", diff)
	}
}
