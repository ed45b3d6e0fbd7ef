package source

import (
	"path"
	"regexp"
	"strings"
)

// annexEnd is the end of a file's name, without suffix, that makes it an annex: .附件1, .附件, .附件二, .附件1-2, .annex-1.
var annexEnd = regexp.MustCompile(`(?i)\.(?:附件|annex-?) *(?:([0-9０-９]{0,3}|[一二三四五六七八九十]{1,3})|([0-9０-９]{1,3})[-－—]([0-9０-９]{1,2})) *$`)

// AnnexOf returns the name of the paper, without suffix, of which the file of the name is an annex by its
// name, and the annex's number in Arabic digits, which may be empty: seeds/甲.附件1.xlsx is annex 1 of seeds/甲,
// and seeds/甲.附件1-2.xlsx is annex 1-2.
func AnnexOf(name string) (paper, number string, ok bool) {
	stem := strings.TrimSuffix(name, path.Ext(name))
	m := annexEnd.FindStringSubmatchIndex(stem)
	if m == nil || m[0] == 0 || stem[m[0]-1] == '/' {
		return "", "", false
	}
	if m[2] >= 0 {
		return stem[:m[0]], arabic(stem[m[2]:m[3]]), true
	}
	return stem[:m[0]], arabic(stem[m[4]:m[5]]) + "-" + arabic(stem[m[6]:m[7]]), true
}

// arabic returns a number up to 99 in Arabic digits, without zeros before them.
func arabic(number string) string {
	const han = "〇一二三四五六七八九"
	var digits []rune
	for _, r := range number {
		switch at := strings.IndexRune(han, r); {
		case at > 0:
			digits = append(digits, '0'+rune(at/len("一")))
		case r == '十':
			digits = append(digits, '十')
		case r >= '０':
			digits = append(digits, r-'０'+'0')
		default:
			digits = append(digits, r)
		}
	}
	out := string(digits)
	if before, behind, ok := strings.Cut(out, "十"); ok {
		if before == "" {
			before = "1"
		}
		if behind == "" {
			behind = "0"
		}
		out = before + behind
	}
	return strings.TrimLeft(out, "0")
}
