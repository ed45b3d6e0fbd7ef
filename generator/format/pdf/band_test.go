package pdf

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/pdfium"
)

// TestColumnsOfParagraphs reads columns of unequal width without numbers, which indented paragraphs tell from the columns
// of a table.
func TestColumnsOfParagraphs(t *testing.T) {
	left := slices.Concat(at(112, 100, "今年各县要修好渠道和水"), lines(80, 124, 24, "闸，并在汛期之前全部验收完", "毕，不得拖延。"),
		at(112, 172, "验收之后由县局登记造册"), lines(80, 196, 24, "报送市局备查并对外公开。"))
	right := func(indent float64) []pdfium.Character {
		return slices.Concat(at(330+indent, 100, "市局每月派人到"), lines(330, 124, 24, "各县查看一次并写成", "报告。"),
			at(330+indent, 172, "报告要写明尚未"), lines(330, 196, 24, "完工的渠道和水闸。"))
	}
	want := "今年各县要修好渠道和水闸，并在汛期之前全部验收完毕，不得拖延。\n验收之后由县局登记造册报送市局备查并对外公开。\n" +
		"市局每月派人到各县查看一次并写成报告。\n报告要写明尚未完工的渠道和水闸。\n"
	if diff := cmp.Diff(want, pdfText(t, onPage(left, right(32)))); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if got := pdfText(t, onPage(left, right(0))); strings.HasPrefix(got, want[:60]) {
		t.Errorf("a column that has no paragraphs is read as one of text: %s", got)
	}
}
