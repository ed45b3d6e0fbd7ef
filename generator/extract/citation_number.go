package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	citedTitle = pattern.MustCompile(`《((?:[^《》]|《[^《》]*》)+)》`)
	// orderBody is who issued an order, alone or with others: 国务院, 财政部　税务总局, 某部、某委员会.
	orderBody  = `(?:[^\P{Han}令号]{1,24}{{order-houses}}(?:、|[ \x{3000}]+))*[^\P{Han}令号]{0,24}{{order-houses}}`
	citedOrder = words.Pattern(words.CitedOrder(orderBody))
	// citedOld is a number whose year stands before the code: (1988)乙法请字第6号. Without 字 such a bracket is another thing.
	citedOld = pattern.MustCompile(words.OldCited)
	// citedStandard is the number of a standard in running text.
	citedStandard = pattern.MustCompile(`(?:^|[^A-Za-z0-9/])(` + words.Standard + `)`)
	// numberLead are the words before a number in running text that its Han run swallows.
	numberLead = words.Pattern(`^.*{{number-leads}}`)
	// orderLead are those before an order, whose issuer may hold a 和 or 对 of its own: 住房和城乡建设部令.
	// A body that is no more is said to be 原.
	orderLead = words.Pattern(`^(?:.*{{order-leads}})?{{order-links}}?原?`)
	// numberInTitle ends a title: 《关于支持养老的意见（乙政发〔2031〕5号）》.
	numberInTitle = pattern.MustCompile(`[（(]` + words.DocNumber(words.Code) + `[）)]$`)
	// bodyLead is a body before the code of its number: 「省民政厅乙民发〔2031〕5号」, 「我委乙发改〔2031〕5号」.
	bodyLead = words.Pattern(`^(?:[我你贵本该]{{number-houses}}|\p{Han}{2,}?{{number-bodies}}|国务院)`)
	codeRest = words.Pattern(`^{{code-goes-on}}|^\p{Han}?$`)
	// givenOutBy stands between the number of an order or notice and the title of what it gave out: 「第4号公布的《…》」, 「国发〔2031〕5号《…》」.
	givenOutBy = words.Pattern(`^[）)]?(?:文件?|{{giving-out}}的)?[\s\x{3000}]*$`)
	// moreSerials go on behind a number with others of the same code, and year: 「乙政发〔2031〕8号、9号」, 「…8号、〔2032〕3号」.
	moreSerials = pattern.MustCompile(`^(?:文件?)?[、和及](?:[〔\[［]((?:19|20)\d{2})[〕\]］])?第?([\d０-９]{1,4})号`)
)

// unitOfDay returns the length of the 年, 月 or 日 of a day that ends at byte i of text, which the Han run behind its figures swallows:
// 「2031年9月30日某某部令第5号」.
func unitOfDay(text string, i int) int {
	if i == 0 || text[i-1] < '0' || text[i-1] > '9' {
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if !strings.ContainsRune("年月日", r) {
		return 0
	}
	return n
}

// mentions returns the mentions in a text that begins at block b, in its order: a number right behind a title together
// with it, 《…意见》（国办发〔2017〕7号）, and one right before it.
func (x *extractor) mentions(b *document.Block, text string) []*mention {
	var out []*mention
	at := 0
	for _, t := range citedTitle.FindAllStringSubmatchIndex(text, -1) {
		m := &mention{
			Span:   source.Span{Start: b.Start + t[0], End: b.Start + t[1]},
			titled: true, title: source.Squeeze(text[t[2]:t[3]]), inside: t[0] < at,
			before: text[:t[0]], after: text[t[1]:], block: b, x: x,
		}
		if n := numberInTitle.FindStringSubmatchIndex(m.title); n != nil {
			m.cited = cited{number: words.NumberOf(m.title[n[2]:n[3]], m.title[n[4]:n[5]], m.title[n[6]:n[7]])}
			m.title = m.title[:n[0]]
		}
		if !m.inside {
			out = append(out, x.numbers(b, text[:t[0]], at)...)
			at = t[1] + x.share(out, m, numbersBehind(m.after))
			m.End, m.after = b.Start+at, text[at:]
		}
		if n := len(out); n > 0 && m.number == "" && !out[n-1].titled && givenOutBy.MatchString(x.file.Text[out[n-1].End:m.Start]) {
			m.cited, m.Start = out[n-1].cited, out[n-1].Start
			out = out[:n-1]
		}
		out = append(out, m)
	}
	return append(out, x.numbers(b, text, at)...)
}

// share gives the numbers in the bracket behind the title m to it and to the titles right before it, each its own:
// 《甲》《乙》（甲发〔2031〕1号、乙发〔2031〕2号）. Where they are more than these, m takes the first alone. It returns the length of
// what is read with m.
func (x *extractor) share(before []*mention, m *mention, numbers []numbered) (length int) {
	n := len(numbers)
	if n == 0 {
		return 0
	}
	m.cited = numbers[0].cited
	first := len(before) - n + 1
	if first < 0 || !x.chained(append(slices.Clone(before[first:]), m)) {
		return numbers[0].end
	}
	for i, b := range before[first:] {
		b.cited = numbers[i].cited
	}
	m.cited = numbers[n-1].cited
	return numbers[n-1].end
}

// chained reports whether mentions are titles one right behind the other, and none but the last has a number.
func (x *extractor) chained(mentions []*mention) bool {
	for i, m := range mentions {
		last := i == len(mentions)-1
		if !m.titled || !last && m.number != "" {
			return false
		}
		if !last && strings.Trim(source.Squeeze(x.file.Text[m.End:mentions[i+1].Start]), "、和及与") != "" {
			return false
		}
	}
	return true
}

// numbers returns the numbers without a title in text, which begins at block b, from the byte offset at on.
func (x *extractor) numbers(b *document.Block, text string, at int) []*mention {
	var out []*mention
	add := func(start, end int, c cited) {
		s := source.Span{Start: b.Start + at + start, End: b.Start + at + end}
		out = append(out, &mention{Span: s, cited: c, block: b, x: x})
	}
	text = text[at:]
	for _, n := range words.CitedNumber.FindAllStringSubmatchIndex(text, -1) {
		n[2] += unitOfDay(text, n[2])
		code, year := text[n[2]:n[3]], text[n[4]:n[5]]
		lead := len(numberLead.FindString(code))
		if body := len(bodyLead.FindString(code[lead:])); body > 0 && !codeRest.MatchString(code[lead+body:]) {
			lead += body
		}
		if lead == len(code) {
			add(n[2]+lead, n[1], cited{})
			continue
		}
		add(n[2]+lead, n[1], cited{number: words.NumberOf(code[lead:], year, text[n[6]:n[7]])})
		for end := n[1]; ; {
			more := moreSerials.FindStringSubmatchIndex(text[end:])
			if more == nil {
				break
			}
			if more[2] >= 0 {
				year = text[end+more[2] : end+more[3]]
			}
			add(end+more[4], end+more[1], cited{number: words.NumberOf(code[lead:], year, text[end+more[4]:end+more[5]])})
			end += more[1]
		}
	}
	for _, n := range citedOrder.FindAllStringSubmatchIndex(text, -1) {
		n[2] += unitOfDay(text, n[2])
		lead := len(orderLead.FindString(text[n[2]:n[3]]))
		add(n[2]+lead, n[1], cited{number: words.OrderOf(text[n[2]+lead : n[1]]), ordered: true})
	}
	for _, n := range citedOld.FindAllStringIndex(text, -1) {
		add(n[0], n[1], cited{number: words.PrintedNumber(text[n[0]:n[1]])})
	}
	for _, n := range citedStandard.FindAllStringSubmatchIndex(text, -1) {
		add(n[2], n[3], cited{number: source.Squeeze(text[n[2]:n[3]]), ordered: true})
	}
	slices.SortStableFunc(out, func(a, b *mention) int { return a.Start - b.Start })
	return out
}

var (
	// bracketBehind is a bracket right behind a title, with what stands in it before the number: （以下简称《意见》，国办发〔2017〕7号）.
	bracketBehind = words.Pattern(`^[ \t\x{3000}]*[（(](?:[^（）()]{0,6}{{nickname-words}}[^（）()]{1,24}?[，,、；;])?(?:(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)?[见\s]?`)
	// firstInBracket is a number there, with what may stand behind it.
	numberThere = words.Pattern(`^` + words.DocNumber(words.Code) + `(?:文件?)?`)
	// serialThere is the number of a public notice whose title says who gave it out: 《甲部　乙局公告》（2031年第12号）.
	serialThere = pattern.MustCompile(`^(?:19|20)[0-9]{2}年第[0-9]{1,4}号`)
	// bareOrder is an order that does not say whose: 《乙市养老办法》（第十二号令）, （第12号）.
	bareOrder = pattern.MustCompile(`^第(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,6})号令?`)
	// yearBefore stands before the order of that year: （2031年市政府令第12号）.
	yearBefore    = pattern.MustCompile(`^(?:19|20)[0-9]{2}年`)
	standardThere = pattern.MustCompile(`^` + words.Standard)
	// orderOfYear is an order that is numbered like a paper: （某某部〔2031〕第12号令）.
	orderOfYear = pattern.MustCompile(`^\p{Han}{2,20}[〔\[［(（]((?:19|20)[0-9]{2})[〕\]］)）]第?[0-9]{1,4}号令`)
	orderThere  = pattern.MustCompile(`^` + words.CitedOrder(`(?:\p{Han}|[、 \x{3000}]){1,40}?`))
	// parts stands between such numbers, and closes the bracket behind the last.
	partsNumbers = pattern.MustCompile(`^[、，,和；;][ \x{3000}]*`)
	closes       = pattern.MustCompile(`^[）)]`)
	// amended goes on behind a number to tell of the history of the paper, up to the end of the bracket: 「，国务院令第791号修订）」.
	amended = words.Pattern(`^(?:{{history-verbs}}[）)]|{{history-verbs}}?[，、,；; \x{3000}]+[^（）()]{2,160}?{{history-verbs}}[）)])`)
)

// A numbered is a number in a bracket, with where what belongs to it ends.
type numbered struct {
	cited
	end int
}

// numbersBehind reads the numbers in a bracket at the start of text, which stands behind a title. To the last of a bracket that holds
// nothing else belongs its end. One behind which something else stands is the last that is read.
func numbersBehind(text string) (numbers []numbered) {
	at := len(bracketBehind.FindString(text))
	for at > 0 {
		c, n := numberAt(text[at:])
		if n == 0 {
			return numbers[:min(len(numbers), 1)]
		}
		at += n
		rest := text[at:]
		for _, end := range []*pattern.Regexp{closes, amended} {
			if m := end.FindString(rest); m != "" && (end == closes || len(numbers) == 0) {
				return append(numbers, numbered{c, at + len(m)})
			}
		}
		numbers = append(numbers, numbered{c, at})
		if !partsNumbers.MatchString(rest) {
			return numbers[:1]
		}
		at += len(partsNumbers.FindString(rest))
	}
	return nil
}

// numberAt reads the number with which text begins.
func numberAt(text string) (c cited, length int) {
	if m := orderThere.FindStringSubmatch(text); m != nil {
		return cited{number: words.OrderOf(m[0]), ordered: true}, len(m[0])
	}
	if year := yearBefore.FindString(text); year != "" {
		if c, n := numberAt(text[len(year):]); n > 0 && c.ordered && !bareOrder.MatchString(c.number) {
			return c, len(year) + n
		}
	}
	if m := bareOrder.FindString(text); m != "" {
		return cited{number: source.Squeeze(m), ordered: true}, len(m)
	}
	if m := serialThere.FindString(text); m != "" {
		return cited{number: source.Squeeze(m), ordered: true}, len(m)
	}
	if m := standardThere.FindString(text); m != "" {
		return cited{number: source.Squeeze(m), ordered: true}, len(m)
	}
	if m := orderOfYear.FindString(text); m != "" {
		return cited{number: words.PrintedNumber(strings.TrimSuffix(m, "令")) + "令", ordered: true}, len(m)
	}
	if m := numberThere.FindStringSubmatch(text); m != nil && numberLead.FindString(m[1]) == "" {
		return cited{number: words.NumberOf(m[1], m[2], m[3])}, len(m[0])
	}
	return cited{}, 0
}

// listHead returns the words before the title and before others listed with it.
func (m *mention) listHead() string { return listHead(m.before) }

// listHead returns before without the titles, listed one behind the other, with which it ends.
func listHead(before string) string {
	before = strings.TrimRight(before, "、和及与")
	for strings.HasSuffix(before, "》") && strings.Contains(before, "《") {
		before = strings.TrimRight(before[:strings.LastIndex(before, "《")], "、和及与")
	}
	return before
}
