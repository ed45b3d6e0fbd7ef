package editor_test

import (
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/editor"
)

// TestGuard holds what an editor's file may not be; the message names its place.
func TestGuard(t *testing.T) {
	nested := ""
	for i := range 1000 {
		nested += strings.Repeat(" ", i) + "a:\n"
	}
	tests := []struct{ name, yaml, want string }{
		{"brackets", strings.Repeat("[", 20000), "seeds/x.yaml:1:17: lists and keys stand more than 16 deep in each other"},
		{"closed brackets", "title: " + strings.Repeat("[", 20000) + strings.Repeat("]", 20000), "seeds/x.yaml:1:23: lists"},
		{"braces", "title: " + strings.Repeat("{a: ", 20000) + strings.Repeat("}", 20000), "seeds/x.yaml:1:68: lists"},
		{"lists on one line", strings.Repeat("- ", 20000), "seeds/x.yaml:1:33: lists"},
		{"keys under keys", nested, "seeds/x.yaml:17:17: lists"},
		{"closing before opening", "title: ]]]]" + strings.Repeat("[", 20000), "seeds/x.yaml:1:"},
		{"a reference", "subject: &a [甲]\ncorrections: [*a, *a]", `seeds/x.yaml:1:10: "&" is a reference of YAML, which is not read here; put text that begins so in quotes`},
		{"too large", "title: " + strings.Repeat("长", 200000), "seeds/x.yaml: file of 585 kB is larger than the limit of 512 kB for what an editor knows of a paper"},
		{"brackets in a text", "title: 甲" + strings.Repeat("[", 20000), ""},
		{"as an editor writes", "subject: [甲, 乙]\ncorrections:\n  - assignment: 甲\n    agencies:\n      - {written: 甲, role: lead}\n  - indicator: 乙\n    remove: true\naccept:\n- number-gap: 甲\n", ""},
		{"a long list", "subject:\n" + strings.Repeat("- a\n", 10000), ""},
	}
	for _, tt := range tests {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, errs := editor.Load(fstest.MapFS{"seeds/x.yaml": {Data: []byte(tt.yaml)}}, "seeds/x.txt")
		runtime.ReadMemStats(&after)
		if got := errs.Error(); tt.want == "" && got != "" || !strings.HasPrefix(got, tt.want) || len(errs) > 1 {
			t.Errorf("%s: %s\nwant %s", tt.name, got, tt.want)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 64 {
			t.Errorf("%s takes %d MB", tt.name, used)
		}
	}
}

// TestRegular holds that only files are opened: a pipe would hang.
func TestRegular(t *testing.T) {
	for _, mode := range []fs.FileMode{fs.ModeNamedPipe, fs.ModeDevice, fs.ModeDir, fs.ModeSocket} {
		_, errs := editor.Load(fstest.MapFS{"seeds/x.yaml": {Mode: mode}}, "seeds/x.txt")
		if want := "seeds/x.yaml: is no file but a folder, device or pipe; put the file itself here"; errs.Error() != want {
			t.Errorf("%v: %v, want %s", mode, errs, want)
		}
	}
}
