package words_test

import (
	"testing"

	"zhengce/generator/words"
)

// TestFoldTitle folds writings of one title to one form.
func TestFoldTitle(t *testing.T) {
	const want = "甲市十四五养老规划(2021-2025年)"
	for _, title := range []string{
		"甲市十四五养老规划（2021-2025年）", "甲市“十四五”养老规划(2021—2025年)", `《甲市"十四五"养老规划（２０２１－２０２５年）》`, "甲市“十四五”\n　养老规划 （2021–2025年）",
		"〈甲市十四五养老规划（2021~2025年）〉", "甲市十四五养老规划（2021～2025年）",
	} {
		if got := words.FoldTitle(title); got != want {
			t.Errorf("FoldTitle(%q) = %q, want %q", title, got, want)
		}
	}
	if got := words.FoldTitle("甲市养老规划"); got == want {
		t.Errorf("another title folds to %q too", got)
	}
}
