package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDeadlineList: the earliest day stands first, what has none last; a deadline of the whole paper is that of each body
// in it, one of a group only of that, and each body is named with its role.
func TestDeadlineList(t *testing.T) {
	p := deadlineList(timedPapers(t))
	l := p.lists[0]
	var got []string
	for i, row := range l.rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.text)
		}
		got = append(got, strings.Join(cells, "|"), l.Items[i].Href)
	}
	want := []string{
		"2030年6月底前办好食堂3家。|2030年6月30日前|2030年6月30日|甲市养老方案（试行）|一/（一）|甲市|限期完成|2030年6月底前办好食堂3家。|甲市民政局（未分主次）|甲市民政局|未分主次|自2030年2月1日起施行，至2035年1月31日；2031年1月10日起废止",
		"measures/a/1-1.html",
		"每年12月底前培训人员。|每年12月31日前|2030年12月31日|甲市养老方案（试行）|一/（二）|甲市|定期|每年12月底前培训人员。||||自2030年2月1日起施行，至2035年1月31日；2031年1月10日起废止",
		"measures/a/1-2.html",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if card := l.markdown([]int{0}, ""); strings.Count(card, "食堂3家。") != 1 {
		t.Errorf("a card says its sentence twice: %s", card)
	}
}

// TestAddressOf: addresses are those that Hugo makes of destinations.
func TestAddressOf(t *testing.T) {
	for dest, want := range map[string]string{
		"/documents/a.md": "documents/a.html", "/documents/a.md#m1-2": "documents/a.html#m1-2", "/measures/a/_index.md": "measures/a/index.html",
	} {
		if got := addressOf(dest); got != want {
			t.Errorf("%s is at %s, want %s", dest, got, want)
		}
	}
}
