package target

import (
	"strings"

	"zhengce/generator/numeral"
)

// foldedRune gives the form in which a character is compared: ％ is %, an ASCII comma is ，.
var foldedRune = map[rune]rune{
	',': '，', ';': '；', '(': '（', ')': '）', '﹙': '（', '﹚': '）', '!': '！', '?': '？', ':': '：', '∶': ':', '︰': '：',
	'．': '.', '﹒': '.', '％': '%', '﹪': '%', '～': '~', '〜': '~', '／': '/', '∕': '/', '⁄': '/', '＋': '+', '＊': '*', '＝': '=',
	'—': '-', '–': '-', '－': '-', '―': '-', '−': '-', '‐': '-', '‑': '-', '﹣': '-', '○': '〇',
	'≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '＞': '>', '＜': '<', '﹥': '>', '﹤': '<',
	'[': '〔', ']': '〕', '［': '〔', '］': '〕', '【': '〔', '】': '〕', '『': '“', '』': '”', '「': '“', '」': '”',
}

// fold gives the form in which a character is compared whatever stands beside it.
func fold(r rune) rune {
	if '\u4E00' <= r && r < '\uA000' {
		return r // Han, most of a paper, has one form
	}
	if f, ok := foldedRune[r]; ok {
		return f
	}
	if '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ' {
		return r - ('！' - '!')
	}
	return r
}

// foldWithin gives the form in which the folded character at i is compared for what stands beside it: a
// comma may part thousands, a colon the parts of a ratio, a point may end a sentence.
func foldWithin(runes []rune, i int) rune {
	switch runes[i] {
	case '，', '：', '.':
	default:
		return runes[i]
	}
	before, after := ' ', ' '
	if i > 0 {
		before = runes[i-1]
	}
	if i+1 < len(runes) {
		after = runes[i+1]
	}
	switch runes[i] {
	case '，':
		if numeral.IsDigit(before) && beginsThousands(runes[i+1:]) {
			return ','
		}
	case '：':
		if numeral.IsDigit(before) && numeral.IsDigit(after) {
			return ':'
		}
	case '.':
		if i > 0 && !numeral.IsDigit(before) && !isLatin(before) && before != '.' {
			return '。'
		}
	}
	return runes[i]
}

// pairQuotes gives straight quotation marks, where they are even in number, the form of those that open and close.
func pairQuotes(runes []rune) {
	var at []int
	for i, r := range runes {
		if r == '"' || r == '＂' {
			at = append(at, i)
		}
	}
	if len(at)%2 > 0 {
		return
	}
	for n, i := range at {
		runes[i] = []rune("“”")[n%2]
	}
}

// beginsThousands reports whether three digits and no more follow, as behind the comma of 1,000.
func beginsThousands(runes []rune) bool {
	n := 0
	for n < len(runes) && n <= len("000") && numeral.IsDigit(runes[n]) {
		n++
	}
	return n == len("000")
}

func isLatin[C rune | byte](c C) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// foldWidth folds the width of a short text.
func foldWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if f, ok := foldedRune[r]; ok {
			return f
		}
		return r
	}, s)
}
