package pages

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// TestMask holds that no mark of Hugo's stands in a page, and that it comes back as it was.
func TestMask(t *testing.T) {
	for text, masked := range map[string]string{
		"甲HAHAHUGOSHORTCODE1s0HBHB乙":                 "甲HAHA\uFDD0HUGOSHORTCODE1s0HBHB乙",
		"HAHA\uFDD0HUGO":                             "HAHA\uFDD0\uFDD0HUGO",
		"__hdeferred/x __h_pp_l1_2":                  "__h\uFDD0deferred/x __h\uFDD0_pp_l1_2",
		"HAHA h_pp deferred /a/__h-pp-l1.md 甲\uFDD0": "HAHA h_pp deferred /a/__h-pp-l1.md 甲\uFDD0",
	} {
		if got := string(mask([]byte(text))); got != masked {
			t.Errorf("mask(%q) = %q, want %q", text, got, masked)
		}
		fs := afero.NewMemMapFs()
		if err := afero.WriteFile(fs, "a/b.html", []byte(masked), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := Unmask(fs); err != nil {
			t.Fatal(err)
		}
		if back, err := afero.ReadFile(fs, "a/b.html"); err != nil || string(back) != text {
			t.Errorf("%q comes back as %q, %v", text, back, err)
		}
	}
}

// TestManyRows holds that a list is no YAML list where Hugo would take it for an attack.
func TestManyRows(t *testing.T) {
	p := newPage("x.md", "x", "x")
	var items []noiseItem
	for i := range maxRows + 1 {
		items = append(items, noiseItem{fmt.Sprint(i), "页码"})
	}
	p.set("noise", items)
	if text := string(p.bytes()); strings.Count(text, "\n") > 10 || !strings.Contains(text, `\nnoise: "[{\"text\":\"0\",`[2:]) {
		t.Errorf("the page begins %.200q", text)
	}
}
