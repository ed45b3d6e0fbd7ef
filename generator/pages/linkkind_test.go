package pages

import (
	"os"
	"strings"
	"testing"

	"zhengce/generator/policy"
)

// TestLinkKinds holds that the render hooks know every kind of link and of mark that the writer makes, and no other.
func TestLinkKinds(t *testing.T) {
	for name, kinds := range map[string][]linkKind{"render-link.html": linkKinds, "render-image.html": markKinds} {
		data, err := os.ReadFile("../../layouts/_markup/" + name)
		if err != nil {
			t.Fatal(err)
		}
		hook := string(data)
		for _, k := range kinds {
			if !strings.Contains(hook, `eq $kind "`+string(k)+`"`) {
				t.Errorf("%s does not ask for kind %q", name, k)
			}
			if !strings.Contains(hook, `"`+string(k)+" ") && !strings.Contains(hook, `"`+string(k)+`"`) {
				t.Errorf("the comment of %s does not tell of kind %q", name, k)
			}
			hook = strings.ReplaceAll(hook, `eq $kind "`+string(k)+`"`, "")
		}
		if i := strings.Index(hook, `eq $kind "`); i >= 0 {
			t.Errorf("%s asks for a kind that no writer makes: %s", name, hook[i:i+30])
		}
	}
}

func TestLinkTitles(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{string(roleTitle(policy.Lead, "甲市财政局", "文中写明")), "role lead 牵头：甲市财政局（文中写明）"},
		{string(idLink.title("m1-2")), "id m1-2"},
		{string(removedLink.title()), "del"},
		{idLink.title("d-x y").words(), "d-x y"},
		{linkTitle("").words(), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
