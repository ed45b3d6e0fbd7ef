package target

import (
	"strings"
	"testing"
)

// TestRowsOfYears reads a table with a year in each row; what is gone by is no target.
func TestRowsOfYears(t *testing.T) {
	d := tableDocument(true, "附件", "年份 | 新建公厕（座） | 改造户厕（户）\n2029年 | 8 | 100\n2030年 | 20 | 200\n2031年 | 30 | 300")
	f := newFinder(d)
	f.begins = 2030
	var got []string
	for _, ind := range f.find(nil, nil) {
		got = append(got, describe(ind))
	}
	if want := "=20座 @2030 =200户 @2030 =30座 @2031 =300户 @2031"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}
