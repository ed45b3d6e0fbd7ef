package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// radicals are the characters of the block CJK Radicals Supplement with the characters of the same
// shape, as Unicode's list of equivalent ideographs has them; those of the block Kangxi Radicals have
// theirs by NFKC.
var radicals = pairs("⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬" +
	"⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺴冈⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶" +
	"⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟")

func pairs(list string) map[rune]rune {
	all := []rune(list)
	out := make(map[rune]rune, len(all)/2)
	for i := 0; i+1 < len(all); i += 2 {
		out[all[i]] = all[i+1]
	}
	return out
}

// IsRadical reports whether r is a radical of which Unicode has a character of the same shape: some
// programs write the one for the other, and a reader sees no difference.
func IsRadical(r rune) bool { return Unify(r) != r }

// Unify returns the character that is written like the radical r, or r.
func Unify(r rune) rune {
	switch {
	case r < 0x2E80 || r > 0x2FDF:
		return r
	case radicals[r] != 0:
		return radicals[r]
	}
	u, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(r)))
	return u
}

// Unified returns text with characters for the radicals, byte for byte as long as text: the form in
// which it is searched for names and words. What is shown is text.
func Unified(text string) string {
	if strings.IndexFunc(text, IsRadical) < 0 {
		return text
	}
	return strings.Map(Unify, text)
}
