package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/source"

	"zhengce/generator/words"
)

// An paragraph is one paragraph in the form in which numbers are looked for: without white
// space, the width of letters, digits and punctuation folded, and the place of each character kept.
type paragraph struct {
	s     string // the folded text
	file  string
	start []int // offset in the file of the character that begins or goes on at each byte of s
	end   []int // offset in the file of its end

	sentences []stretch
	clauses   []clause
	clauseOf  []int32 // index of the innermost clause at each byte of s
	masked    []bool  // bytes inside 《》, 〔〕 and short quotations
}

// An stretch is a stretch of an paragraph.
type stretch struct{ start, end int }

// An clause is a stretch between two stops. Brackets hold clauses of their own.
type clause struct {
	stretch
	sentence   int // index of its sentence
	depth      int // number of brackets open around it
	prev, next int // its neighbours at the same depth in the same sentence, or -1
}

// foldedRune gives the form in which a character is compared: ％ is %, an ASCII comma is ，.
var foldedRune = map[rune]rune{
	',': '，', ';': '；', '(': '（', ')': '）', '﹙': '（', '﹚': '）', '!': '！', '?': '？', ':': '：', '∶': ':', '︰': '：',
	'．': '.', '﹒': '.', '％': '%', '﹪': '%', '～': '~', '〜': '~', '／': '/', '∕': '/', '⁄': '/', '＋': '+', '＊': '*', '＝': '=',
	'—': '-', '–': '-', '－': '-', '―': '-', '−': '-', '‐': '-', '‑': '-', '﹣': '-', '○': '〇',
	'≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '＞': '>', '＜': '<', '﹥': '>', '﹤': '<',
	'[': '〔', ']': '〕', '［': '〔', '］': '〕', '【': '〔', '】': '〕', '『': '“', '』': '”', '「': '“', '」': '”',
}

// newParagraph folds the text of file at span.
func newParagraph(file string, span source.Span) *paragraph {
	t := &paragraph{file: file}
	var runes []rune
	var from, to []int
	part := file[span.Start:span.End]
	for i := 0; i < len(part); {
		r, n := utf8.DecodeRuneInString(part[i:])
		if !source.IsSpace(r) {
			if f, ok := foldedRune[r]; ok {
				r = f
			} else if '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ' {
				r -= '！' - '!'
			}
			runes = append(runes, r)
			from, to = append(from, span.Start+i), append(to, span.Start+i+n)
		}
		i += n
	}
	var b strings.Builder
	b.Grow(len(part))
	for i, r := range runes {
		if r == '，' && isThousands(runes, i) {
			r = ','
		}
		if r == '：' && i > 0 && i+1 < len(runes) && numeral.IsDigit(runes[i-1]) && numeral.IsDigit(runes[i+1]) {
			r = ':'
		}
		if r == '.' && i > 0 && !numeral.IsDigit(runes[i-1]) && !isLatin(runes[i-1]) && runes[i-1] != '.' {
			r = '。'
		}
		n, _ := b.WriteRune(r)
		for range n {
			t.start, t.end = append(t.start, from[i]), append(t.end, to[i])
		}
	}
	t.s = b.String()
	t.split()
	t.mask()
	return t
}

// isThousands reports whether the comma at i stands within a number such as 1,000.
func isThousands(runes []rune, i int) bool {
	if i == 0 || !numeral.IsDigit(runes[i-1]) {
		return false
	}
	n := 0
	for i+1+n < len(runes) && n < 4 && numeral.IsDigit(runes[i+1+n]) {
		n++
	}
	return n == 3
}

func isLatin[C rune | byte](c C) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' && c < 0x80 }

// span returns the place in the file of the bytes from i to j.
func (t *paragraph) span(i, j int) source.Span {
	if i >= j {
		return source.Span{}
	}
	return source.Span{Start: t.start[i], End: t.end[j-1]}
}

// raw returns the text of the file from i to j without its white space.
func (t *paragraph) raw(i, j int) string {
	s := t.span(i, j)
	return source.Squeeze(t.file[s.Start:s.End])
}

// deepestNesting is how deep brackets are followed; deeper ones are taken for characters.
const deepestNesting = 6

// split finds the sentences and clauses. A full stop closes all brackets.
func (t *paragraph) split() {
	type open struct{ start, prev int }
	stack := []open{{0, -1}}
	t.clauseOf = make([]int32, len(t.s))
	for i := range t.clauseOf {
		t.clauseOf[i] = -1
	}
	sentence := 0
	shut := func(end, fill int) int { // closes the innermost clause
		o := stack[len(stack)-1]
		id := len(t.clauses)
		if o.prev >= 0 {
			t.clauses[o.prev].next = id
		}
		t.clauses = append(t.clauses, clause{stretch{o.start, end}, len(t.sentences), len(stack) - 1, o.prev, -1})
		for i := o.start; i < fill; i++ {
			if t.clauseOf[i] < 0 {
				t.clauseOf[i] = int32(id)
			}
		}
		return id
	}
	stop := func(end, next int) { // ends the sentence
		for len(stack) > 0 {
			shut(end, next)
			stack = stack[:len(stack)-1]
		}
		if sentence < next {
			t.sentences = append(t.sentences, stretch{sentence, next})
		}
		sentence = next
		stack = append(stack, open{next, -1})
	}
	for i, r := range t.s {
		next := i + utf8.RuneLen(r)
		switch r {
		case '（':
			if len(stack) <= deepestNesting {
				stack = append(stack, open{next, -1})
			}
		case '）':
			if len(stack) > 1 {
				group := words.In(t.s[stack[len(stack)-1].start:i], groupWords)
				shut(i, next)
				stack = stack[:len(stack)-1]
				if group && len(stack) == 1 && words.Prefix(t.s[next:], []string{"，", "。", "；", "、", "："}) == "" {
					stop(next, next) // 「…落实到位）中央本级支出增长3.9%」: the text after a group begins anew
				}
			}
		case '，', '；', '：':
			id := shut(i, next)
			stack[len(stack)-1] = open{next, id}
		case '。', '！', '？':
			stop(i, next)
		}
	}
	stop(len(t.s), len(t.s))
}

// groupWords stand in brackets that name who is responsible.
var groupWords = []string{"牵头", "负责", "责任单位", "责任部门", "配合单位"}

// nameMarks are the brackets between which numbers belong to names, with the greatest
// length in bytes at which that holds: a long quotation is a sentence like any other.
var nameMarks = []struct {
	open, close string
	longest     int
}{
	{"《", "》", 600},
	{"〔", "〕", 60},
	{"“", "”", 60},
	{"‘", "’", 60},
}

// mask marks the names in which numbers are none.
func (t *paragraph) mask() {
	t.masked = make([]bool, len(t.s))
	for _, m := range nameMarks {
		for i := 0; ; {
			from := strings.Index(t.s[i:], m.open)
			if from < 0 {
				break
			}
			from += i
			i = from + len(m.open)
			window := t.s[i:min(len(t.s), i+m.longest)]
			n := strings.Index(window, m.close)
			if n < 0 {
				continue
			}
			for k := from; k < i+n; k++ {
				t.masked[k] = true
			}
			i += n
		}
	}
}

// clause returns the innermost clause at byte i.
func (t *paragraph) clause(i int) *clause { return &t.clauses[t.clauseOf[i]] }

// text returns the text of a clause by its index, empty for -1.
func (t *paragraph) text(clause int) string {
	if clause < 0 {
		return ""
	}
	c := t.clauses[clause]
	return t.s[c.start:c.end]
}
