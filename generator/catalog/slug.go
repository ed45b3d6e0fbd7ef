package catalog

import (
	"cmp"
	"strings"

	"github.com/mozillazg/go-pinyin"

	"zhengce/generator/registry"
)

var syllable = pinyin.NewArgs()

// slug returns an address part for text: ASCII letters, digits, '-' and '_' in lower case, Han
// characters as pinyin run together, anything else as a single '-'. Empty text gives "x", and very long text is cut as by shorten.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		var s string
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_':
			s = string(r)
		case r >= 'A' && r <= 'Z':
			s = string(r - 'A' + 'a')
		default:
			if p := pinyin.SinglePinyin(r, syllable); len(p) > 0 {
				s = strings.ReplaceAll(p[0], "ü", "v")
			}
		}
		if s == "" {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteString(s)
	}
	if b.Len() == 0 {
		return "x"
	}
	// Hugo takes this one for a mark of its own, and looks for it in all that it writes.
	return shorten(strings.ReplaceAll(b.String(), "__h_pp_l1", "-h-pp-l1"))
}

// romanize returns text in pinyin with blanks between syllables, for sorting and initials.
func romanize(text string) string {
	var parts []string
	for _, r := range text {
		if p := pinyin.SinglePinyin(r, syllable); len(p) > 0 {
			parts = append(parts, p[0])
		} else if r > ' ' && r < 0x7F {
			parts = append(parts, strings.ToLower(string(r)))
		}
	}
	return strings.Join(parts, " ")
}

// CompareRegions orders regions as administration does, those that are not known by their sound.
func CompareRegions(a, b string) int {
	return cmp.Or(registry.RegionOrder(a)-registry.RegionOrder(b), cmp.Compare(romanize(a), romanize(b)), cmp.Compare(a, b))
}
