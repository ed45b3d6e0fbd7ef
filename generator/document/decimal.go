package document

import (
	"maps"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
)

// readDecimals finds out whether the paper numbers its sections 1, 1.1, 1.1.1, as plans for
// emergencies do: at least four of the marks with two numbers or more begin a run or go on with one.
// They may stand inside parts, 1.1 under 一、 and 2.1 under 二、, whose number is their first.
func (p *parser) readDecimals() {
	last := map[string]int{} // last number under each number above
	inRun := map[string]bool{}
	runs, inside, part := 0, 0, ""
	for i := range p.blocks {
		text := p.text(i)
		if m, n := numeral.ReadMark(text); n > 0 && m.Style == numeral.Comma {
			part = strconv.Itoa(m.N)
		}
		m, n := numeral.ReadDecimal(text)
		if n == 0 || m.Style == numeral.Decimal1 {
			continue
		}
		mark := strings.ReplaceAll(text[:n], "．", ".")
		above := mark[:strings.LastIndex(mark, ".")]
		if m.N == last[above]+1 {
			runs++
			top, _, _ := strings.Cut(mark, ".")
			if top == part {
				inside++
			}
			inRun[top], inRun[mark] = true, true
			last[above] = m.N
		}
	}
	if runs < 4 {
		return
	}
	p.decimals = inRun
	if p.decimalsInside = inside == runs; p.decimalsInside {
		maps.DeleteFunc(inRun, func(mark string, _ bool) bool { return !strings.Contains(mark, ".") })
		return
	}
	p.plainTops()
}

// plainTops adds the numbers of an outline with no decimals below them, each behind the one before: 「8 附则」.
func (p *parser) plainTops() {
	top := 0
	for i := range p.blocks {
		text := p.text(i)
		m, n := numeral.ReadDecimal(text)
		if mark, length := numeral.ReadMark(text); n == 0 && mark.Style == numeral.Dot {
			m, n = numeral.Mark{Style: numeral.Decimal1, N: mark.N}, length // 「8.附则」
		}
		if n == 0 || m.Style != numeral.Decimal1 {
			continue
		}
		if number := strconv.Itoa(m.N); m.N == top+1 && shortTitle(text[n:]) {
			p.decimals[number] = true
		}
		if p.decimals[strconv.Itoa(m.N)] {
			top = m.N
		}
	}
}

// shortTitle reports whether text is short enough for a title and no sentence.
func shortTitle(text string) bool {
	const longest = 20 // characters
	text = strings.TrimSpace(text)
	return utf8.RuneCountInString(text) <= longest && !strings.ContainsAny(text, "。；，：")
}

// mark reads the outline mark at the start of text, in the way of this paper, and its length in bytes.
func (p *parser) mark(text string) (numeral.Mark, int) {
	m, n := numeral.ReadMark(text)
	if g, ok := p.glued[text]; ok {
		return g, len(strconv.Itoa(g.N)) + len(".")
	}
	if p.decimals == nil {
		return m, n
	}
	if d, length := numeral.ReadDecimal(text); length > 0 && (p.inDecimals(text) || p.topTitle(text, length)) {
		return d, length
	}
	if m.Style == numeral.Dot && p.topTitle(text, n) { // 「1. 总则」 above 「1.1 编制目的」
		return numeral.Mark{Style: numeral.Decimal1, N: m.N}, n
	}
	return m, n
}

// inDecimals reports whether text begins with a number of two parts or more that the decimal outline of the paper has.
func (p *parser) inDecimals(text string) bool {
	d, n := numeral.ReadDecimal(text)
	return n > 0 && d.Style != numeral.Decimal1 && p.decimals[strings.ReplaceAll(text[:n], "．", ".")]
}

// topTitle reports whether text is a number of the outline with decimals below it, of the given length
// with its mark, and a short title.
func (p *parser) topTitle(text string, length int) bool {
	number := strings.TrimRight(text[:length], ".．、 ")
	return p.decimals[number] && shortTitle(text[length:])
}
