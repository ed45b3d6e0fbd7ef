package site

import (
	"testing"

	"github.com/spf13/afero"
)

func TestShrink(t *testing.T) {
	site := afero.NewMemMapFs()
	for name, data := range map[string]string{
		"js/a.js":   "// 说明\n(function () {\n  \"use strict\";\n  window.a = \"检 索\"; // x\n})();\n",
		"js/bad.js": "function (\n",
		"css/a.css": "/* 说明 */\na {\n  color: #FF0000;\n}\n",
		"a.js":      "// stays\n",
	} {
		if err := afero.WriteFile(site, name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := shrink(site); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"js/a.js":   `(function(){"use strict";window.a="检 索"})()`,
		"js/bad.js": "function (\n",
		"css/a.css": "a{color:red}",
		"a.js":      "// stays\n",
	} {
		if got, err := afero.ReadFile(site, name); err != nil || string(got) != want {
			t.Errorf("%s = %q (%v), want %q", name, got, err, want)
		}
	}
}
