package main

import (
	"os"
	"strings"
	"testing"

	"zhengce/generator/policy"
)

// places are the hand-written files that show or use roles, with what must stand there for each.
var places = []struct {
	file  string
	about string
	needs func(policy.RoleKind) string // "" where the role has no place in the file
}{
	{"../content/method.md", "what it means", func(k policy.RoleKind) string { return "- " + k.Name + "：" + k.Says }},
	{"../static/css/site.css", "its tag", func(k policy.RoleKind) string {
		if k.Tag == "" {
			return ""
		}
		return `a[data-role="` + string(k.Role) + `"]::after { content: "` + k.Tag + `"`
	}},
	{"../static/css/site.css", "the colour of its tag", func(k policy.RoleKind) string {
		if k.Tag == "" {
			return ""
		}
		return k.Color + ":"
	}},
	{"../static/js/search-result.js", "what it is called", func(k policy.RoleKind) string { return string(k.Role) + `: "` + k.Name + `"` }},
}

// TestRoles holds that every role is whole and has its place in the files that show roles.
func TestRoles(t *testing.T) {
	marks := map[string]bool{}
	for _, k := range policy.Roles {
		if k.Role == "" || k.Name == "" || k.Column == "" || k.Says == "" || len([]rune(k.Mark)) != 1 || marks[k.Mark] || (k.Tag == "") != (k.Color == "") {
			t.Errorf("role %q lacks something or shares its mark: %+v", k.Role, k)
		}
		marks[k.Mark] = true
		for _, p := range places {
			data, err := os.ReadFile(p.file)
			if err != nil {
				t.Fatal(err)
			}
			if want := p.needs(k); !strings.Contains(string(data), want) {
				t.Errorf("%s does not say %s of role %s: %s", p.file, p.about, k.Role, want)
			}
		}
	}
}
