package target

import (
	"strings"
	"testing"
)

// TestPartsOfColumn reads columns that break the one before them down and take its unit.
func TestPartsOfColumn(t *testing.T) {
	d := tableDocument(true, "附件", "县区 | 整治任务（万亩） | 其中：新建 | 改造 | 备注\n东山县 | 6.5 | 4 | 2.5 | 8")
	var got []string
	for _, ind := range newFinder(d).find(nil, nil) {
		got = append(got, describe(ind))
	}
	if want := "=6.5万亩 =4万亩 =2.5万亩"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}
