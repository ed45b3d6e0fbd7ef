package pages

import (
	"os"
	"strings"
	"testing"

	"zhengce/generator/policy"
)

// TestLinkKinds holds that the render hook knows every kind of link that the writer makes, and no other.
func TestLinkKinds(t *testing.T) {
	data, err := os.ReadFile("../../layouts/_markup/render-link.html")
	if err != nil {
		t.Fatal(err)
	}
	hook := string(data)
	for _, k := range linkKinds {
		if !strings.Contains(hook, `eq $kind "`+string(k)+`"`) {
			t.Errorf("render-link.html does not ask for links of kind %q", k)
		}
		if !strings.Contains(hook, `"`+string(k)+" ") && !strings.Contains(hook, `"`+string(k)+`"`) {
			t.Errorf("the comment of render-link.html does not tell of kind %q", k)
		}
		hook = strings.ReplaceAll(hook, `eq $kind "`+string(k)+`"`, "")
	}
	if i := strings.Index(hook, `eq $kind "`); i >= 0 {
		t.Errorf("render-link.html asks for a kind that no writer makes: %s", hook[i:i+30])
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
