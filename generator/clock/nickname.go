package clock

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

var nicknameWords = words.Of("nickname-words")

// fullNames gives the places that name a paper by the short name which the text sets for it, 「《甲市渠道办法》（以下简称《办法》）」,
// the title and the number of that paper.
func fullNames(text string, named []Named) []Named {
	var out []Named
	full := map[string]Named{}
	for i, n := range named {
		if i > 0 && named[i-1].End <= n.Start && n.Title != "" && words.Suffix(text[:n.Start], nicknameWords) != "" {
			whole := named[i-1]
			if utf8.RuneCountInString(whole.Title) > utf8.RuneCountInString(n.Title) && strings.Count(text[whole.End:n.Start], "\n") == 0 {
				full[n.Title] = whole
			}
		}
		if whole, ok := full[n.Title]; ok && n.Number == "" {
			n.Title, n.Number = whole.Title, whole.Number
		}
		out = append(out, n)
	}
	return out
}
