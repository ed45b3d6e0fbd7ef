package hook

import (
	"slices"

	"github.com/gohugoio/hugo/common/hmaps"
)

// Settings of hugo.toml that change nothing of what a page's text becomes, and kinds of pages that no text leads to.
var (
	indifferent = []string{"baseurl", "title", "locale", "hascjklanguage", "relativeurls", "enablegitinfo", "timeout", "params", "copyright"}
	unlinked    = []any{"rss", "RSS", "sitemap", "taxonomy", "term", "robotsTXT", "robotstxt"}
)

// fits reports whether settings, their keys in small letters, are such that what a page's text becomes is known without Hugo: its address is its name,
// and the text is that of goldmark with the hooks of this package.
func fits(all map[string]any) bool {
	if all["uglyurls"] != true {
		return false
	}
	for key, value := range all {
		ok := true
		switch key {
		case "uglyurls":
		case "enableemoji":
			ok = value == false
		case "disablekinds":
			kinds, isList := value.([]any)
			ok = isList && !slices.ContainsFunc(kinds, func(k any) bool { return !slices.Contains(unlinked, k) })
		case "module":
			ok = onlyStatic(tableOf(value))
		case "markup":
			ok = ownHooks(tableOf(value))
		default:
			ok = slices.Contains(indifferent, key)
		}
		if !ok {
			return false
		}
	}
	return true
}

// onlyStatic reports whether the settings of modules concern files of static/ alone.
func onlyStatic(module map[string]any) bool {
	for key, value := range module {
		if key == "hugoversion" {
			continue
		}
		mounts, isList := value.([]any)
		if key != "mounts" || !isList || slices.ContainsFunc(mounts, func(m any) bool { return tableOf(m)["target"] != "static" }) {
			return false
		}
	}
	return true
}

// ownHooks reports whether goldmark reads the pages and the hooks are those of layouts/_markup.
func ownHooks(markup map[string]any) bool {
	handler, other := markup["defaultmarkdownhandler"]
	_, renderHooks := tableOf(markup["goldmark"])["renderhooks"]
	return (!other || handler == "goldmark") && !renderHooks
}

// tableOf returns a table of the settings; nil if it is none.
func tableOf(value any) map[string]any {
	switch v := value.(type) {
	case map[string]any:
		return v
	case hmaps.Params:
		return v
	}
	return nil
}
