package source_test

import (
	"testing"
	"unicode/utf8"

	"zhengce/generator/source"
)

func TestUnified(t *testing.T) {
	tests := []struct{ text, want string }{
		{"云岭市⼈⺠政府2021年3⽉5⽇", "云岭市人民政府2021年3月5日"},
		{"⽔利局、市⻓、⻝品、⻋⻢⻔⻰⻬⻮", "水利局、市长、食品、车马门龙齐齿"},
		{"⻘海、⻩河、⻄安、⻛⻚⻅⻉⻥⻦⻆", "青海、黄河、西安、风页见贝鱼鸟角"},
		{"没有部首。", "没有部首。"},
	}
	for _, tt := range tests {
		if got := source.Unified(tt.text); got != tt.want {
			t.Errorf("%s is read as %s; want %s", tt.text, got, tt.want)
		}
	}
	for r := rune(0x2E80); r <= 0x2FDF; r++ {
		if u := source.Unify(r); utf8.RuneLen(u) != utf8.RuneLen(r) {
			t.Errorf("%c is as long as %c no more", r, u)
		}
	}
	// Both blocks are whole but for the places that Unicode left empty and shapes without a character.
	missing := 0
	for r := rune(0x2E80); r <= 0x2FD5; r++ {
		if !source.IsRadical(r) && (r <= 0x2EF3 || r >= 0x2F00) {
			missing++
		}
	}
	if missing > 8 {
		t.Errorf("%d radicals have no character", missing)
	}
}
