package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// title finds the title of the document: lines before number and recipients that together end
// in a kind of paper, without a full stop.
func (p *parser) title() {
	end := 0
	for end < len(p.blocks) && !p.headEnds(end) {
		end++
	}
	for i := 0; i < end; i++ {
		if n := p.titleLines(i, end); n > 0 {
			if p.makesOther(i, n) {
				continue
			}
			if j := p.titleAgain(i, n, end); j > 0 {
				p.officesBetween(i+n, j)
				p.repeatedTitle(i, n)
				i = j - 1
				continue
			}
			if j := p.wholeBelow(i, n); j > 0 {
				p.blocks[i].Kind, p.blocks[i].Reason = Noise, "网页截断的标题行"
				i = j
			}
			p.markTitle(i, n)
			p.aroundTitle(i, n)
			p.doc.Title = source.Span{Start: p.blocks[i].Start, End: p.blocks[i+n-1].End}
			return
		}
	}
}

// makesOther reports whether the line at block i only says in whose announcement another paper is made public, and marks it:
// 「某某法院公告」 over 「《…规定》已经…通过，现予公布」.
func (p *parser) makesOther(i, n int) bool {
	if line := p.file.Squeezed(p.blocks[i].Span); n > 1 || !orderName.MatchString(line) || framing.MatchString(line) || i+1 >= len(p.blocks) || !makesPublic.MatchString(p.text(i+1)) {
		return false
	}
	p.blocks[i].Kind = Note
	return true
}

// titleAgain returns the block before end at which the title of n blocks from i on stands again, with nothing
// but a number, the body that issued it and what a page added between, or 0.
func (p *parser) titleAgain(i, n, end int) int {
	for j := i + n; j < end && j < i+n+8; j++ {
		if p.free(j) && p.isResidue(j) {
			continue // it would be taken for the first line of the title
		}
		if below := p.titleBelowOffice(i, n, j, end); below > 0 {
			return below
		}
		if m := p.titleLines(j, end); m > 0 {
			if p.sameText(i, n, j, m) {
				return j
			}
			return 0
		}
		text := p.text(j)
		if p.blocks[j].Kind == Paragraph && !isNumber(text) && !telegraphed.MatchString(text) && !p.isOffice(j) {
			return 0
		}
	}
	return 0
}

// telegraphed is the news that a paper was issued, before the paper itself: 「新华社北京3月5日电　国务院日前印发《…》。」.
var telegraphed = words.Pattern(`^{{news-agencies}}\p{Han}{2,10}?(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[电讯]`)

// sameText reports whether n blocks from i on and m blocks from j on hold one title, which a site may
// set in 《》 as its headline, and news without the body that the paper's own title begins with.
func (p *parser) sameText(i, n, j, m int) bool {
	text := func(i, n int) string {
		return words.FoldTitle(p.file.Slice(source.Span{Start: p.blocks[i].Start, End: p.blocks[i+n-1].End}))
	}
	headline, own := gazetteNumber.ReplaceAllString(text(i, n), ""), text(j, m)
	if issuer := TitleIssuer(own); issuer != "" { // 「某厅2031年要点」 over 「某厅关于印发2031年要点的通知」
		if plan, ok := strings.CutPrefix(headline, issuer); ok && strings.HasPrefix(own, issuer+"关于印发"+plan) {
			return true
		}
		if rest, ok := strings.CutPrefix(headline, issuer+"印发"); ok && issuer+rest == own { // 「某厅印发《关于…的意见》」 over 「某厅关于…的意见」
			return true
		}
	}
	return headline == own || strings.HasPrefix(headline, "关于") && own == TitleIssuer(own)+headline ||
		framed.MatchString(own) && !framed.MatchString(headline) && strings.Contains(own, "印发"+headline)
}

// gazetteNumber is the number of a gazette that a site sets behind a headline: 「…的批复（2031年22号）」.
var gazetteNumber = pattern.MustCompile(`[（(][12][0-9]{3}年?第?[0-9]{1,4}[号期][）)]$`)

// repeatReason is why a title that stands there again is none of the paper.
const repeatReason = "数据库重复的标题行"

// repeatedTitle marks a title as residue that a data base set before the document's own.
func (p *parser) repeatedTitle(i, n int) {
	if i > 0 && p.blocks[i-1].Kind == DocNumber {
		for j := i + n; j < len(p.blocks) && j < i+n+8; j++ {
			if text := p.text(j); p.free(j) && isNumber(text) {
				p.blocks[j].Kind, p.doc.Number = DocNumber, p.blocks[j].Span
				i, n = i-1, n+1 // the headline held the number too
				break
			}
		}
	}
	for _, b := range p.blocks[i : i+n] {
		b.Kind, b.Reason = Noise, repeatReason
	}
}

// headEnds reports whether the title can stand no longer at or after block i.
func (p *parser) headEnds(i int) bool {
	b := p.blocks[i]
	if b.Kind == Recipients || b.Kind == TableBlock {
		return true
	}
	return b.Kind == Paragraph && (p.marked(i) || strings.ContainsAny(p.text(i), "。；") && !telegraphed.MatchString(p.text(i)))
}

// How many lines a title has at most, and how many Han characters it has at least. Names of bodies above its 关于 do not count as lines.
const (
	titleMost  = 4
	titleNames = 12
	titleLeast = 4
)

// titleLines returns how many blocks from i on, before end, make a title: 0 if they make none.
// A title may be broken over up to four lines, as in 「重庆市人民政府关于⏎加快推进…的意见」.
func (p *parser) titleLines(i, end int) int {
	if i >= end || !p.titleLine(i) || !opensTitle(p.file.Squeezed(p.blocks[i].Span)) {
		return 0
	}
	names := p.namesAbove(i, end)
	text, found := "", 0
	for n := 1; n <= names+titleMost && i+n <= end && p.titleLine(i+n-1); n++ {
		text += p.file.Squeezed(p.blocks[i+n-1].Span)
		if !endsTitle(text) {
			continue
		}
		if found == 0 || wholeTitle(text) {
			found = n
		}
		if wholeTitle(text) && !p.titleGoesOn(i+n, end) {
			break
		}
	}
	switch {
	case found == 0 || p.titleBelow(i, found):
		return 0
	case found < titleMost && i+found < end && p.isRemark(i+found):
		return found + 1 // 「（2021-2023年）」 on a line of its own belongs to the title
	}
	return found
}

// titleLine reports whether block i may be a line of a title.
func (p *parser) titleLine(i int) bool {
	if !p.free(i) || p.marked(i) {
		return false
	}
	line := p.file.Squeezed(p.blocks[i].Span)
	return !annexMark.MatchString(line) && !crumb.MatchString(line) && !chapterBehind.MatchString(line) && !(series.MatchString(line) && !framing.MatchString(line)) && !siteWords.MatchString(line) && len(line) <= 300 && !strings.ContainsAny(line, "。；：:！!？?") && !isNumber(line)
}

// namesAbove returns how many blocks from i on are names of bodies above the title proper: 「甲市教育局⏎甲市财政局⏎关于…」.
func (p *parser) namesAbove(i, end int) int {
	n := 0
	for n < titleNames && i+n+1 < end && p.titleLine(i+n) && (p.isSigner(i+n) || andOthers.MatchString(p.file.Squeezed(p.blocks[i+n].Span))) {
		n++
	}
	if n > 0 && framed.MatchString(p.file.Squeezed(p.blocks[i+n].Span)) {
		return n
	}
	return 0
}

// andOthers is the first of several bodies on a line above the title proper: 「甲市教育局等五部门」.
var andOthers = words.Pattern(`^\p{Han}{1,30}{{signer-ends}}等(?:\p{Han}{1,4}|[0-9]{1,2}个?)(?:部门|单位|委办局)$`)

// titleGoesOn reports whether block i goes on with the title above it: 「…管理办法》⏎的通知」.
func (p *parser) titleGoesOn(i, end int) bool {
	if i >= end || !p.titleLine(i) {
		return false
	}
	line := p.file.Squeezed(p.blocks[i].Span)
	return strings.HasPrefix(line, "的") && endsTitle(line)
}

// isRemark reports whether block i is a remark in brackets and neither the date nor the number of the paper nor its history.
func (p *parser) isRemark(i int) bool {
	line := p.file.Squeezed(p.blocks[i].Span)
	inside, _ := bracketed(line)
	return p.free(i) && remark.MatchString(line) && !dateLine.MatchString(line) && !issuedOn.MatchString(inside) && !adopted.MatchString(line) && !givesOut(line) && !isNumber(line) &&
		!serialEnd.MatchString(inside) && !monthAlone.MatchString(inside)
}

// monthAlone is when a plan was written, and not for which years: 「（2031年3月）」.
var monthAlone = pattern.MustCompile(`^(?:` + dateYear + `)年(?:` + dateCount + `)月$`)

// serialEnd ends a bracket that gives the serial of a public notice: 「（县指挥部第1号）」.
var serialEnd = pattern.MustCompile(`第?[0-9一二三四五六七八九十]{1,4}号$`)

// titleBelow reports whether the lines below block i, of n that end as a title does, are the title and i is not a part of it:
// a column of the site, or the body itself where they begin with it.
func (p *parser) titleBelow(i, n int) bool {
	if n < 2 {
		return false
	}
	line := p.file.Squeezed(p.blocks[i].Span)
	rest := p.file.Squeezed(source.Span{Start: p.blocks[i+1].Start, End: p.blocks[i+n-1].End})
	if issuer := TitleIssuer(rest); issuer != "" && (strings.HasPrefix(line, issuer) || p.isSigner(i) && strings.HasSuffix(line, issuer)) && wholeTitle(rest) && endsTitle(rest) {
		return true // a headline: 「甲市印发乙规划」 above 「甲市关于印发乙规划的通知」; a data base: 「某省甲市教育局」 above 「甲市教育局关于…」
	}
	if goesOn.MatchString(line) || framing.MatchString(line) || strings.Count(line, "《") != strings.Count(line, "》") || !wholeTitle(rest) || !endsTitle(rest) {
		return false
	}
	if p.isSigner(i) || andOthers.MatchString(line) {
		return strings.HasPrefix(rest, line) || !framed.MatchString(rest) && wholeName.MatchString(rest) && p.namesAbove(i, len(p.blocks)) == 0
	}
	return framed.MatchString(rest) || !wholeName.MatchString(line) && wholeName.MatchString(rest)
}

var (
	// framing are the words with which the title of most papers begins behind the body.
	framing = words.Pattern(`{{title-openers}}`)
	framed  = words.Pattern(`^(?:` + placedGovernment + `|[\p{Han}（）、]{0,60}?(?:总署|国务院|中央|{{title-issuers}}))?(?:等(?:\p{Han}{1,4}|[0-9]{1,2}个?)(?:部门|单位|委办局))?{{title-openers}}`)
	// ofKind is how such a title ends: 「…的若干意见」.
	ofKind = words.Pattern(`的[^的]{0,10}(?:{{paper-kinds}}|{{title-kinds}})[》”]?$`)
	// firstOfTitle is a line with which a title may begin, oddInTitle what is in none: the marks by which pages part columns, clock times.
	firstOfTitle = pattern.MustCompile(`^[\p{Han}《〈“"'‘（(0-9０-９A-Za-z]`)
	oddInTitle   = pattern.MustCompile(`[|｜>＞»›→←★●■◆□@=_]|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}:[0-9]{2}|https?|www\.`)
	// crumb begins a line that goes on with the way to a page: 「>政务公开>通知公告」.
	// or with the name of a field in brackets: 「【发布日期】2031-12-06」.
	crumb = pattern.MustCompile(`^(?:[>＞»›→|｜]|【\p{Han}{2,8}】)`)
	// series is the name of a series of standards on a cover: 「某省工程建设标准」.
	series = words.Pattern(`^\p{Han}{2,16}{{series-of-standards}}$`)
	// columnName is nothing but kinds of papers, as sites call their columns: 「通知公告」.
	siteWords  = words.Pattern(`^(?:(?:{{column-words}}){2,4}|{{site-columns}})$`)
	columnName = words.Pattern(`^(?:{{column-words}}|{{paper-kinds}}){2,4}$`)
)

// opensTitle reports whether a title may begin with the line.
func opensTitle(line string) bool {
	return firstOfTitle.MatchString(line) && !oddInTitle.MatchString(line) && !columnName.MatchString(line)
}

// endsTitle reports whether text ends as a title does, with all its brackets closed.
func endsTitle(text string) bool {
	return titleEnd.MatchString(text) && utf8.RuneCountInString(text) >= titleLeast && strings.Count(text, "《") == strings.Count(text, "》")
}

// wholeTitle reports whether nothing is lacking at the end of a title: one that begins with 关于 or 印发 ends in 的通知 or the like, and the title of
// a notice in the kind of a notice.
func wholeTitle(text string) bool {
	if !framed.MatchString(text) {
		return true
	}
	text = titleRemarks.ReplaceAllString(text, "")
	return ofKind.MatchString(text) && (!words.In(text, issuesPlan) || words.Suffix(text, noticeEnd) != "" || strings.HasSuffix(text, "》"))
}

var (
	issuesPlan = words.Of("issuing-verbs")
	noticeEnd  = words.Of("notice-kinds")
)

// titleRemarks are the remarks in brackets behind a title: 「（2021—2023年）（试行）」.
var titleRemarks = pattern.MustCompile(`(?:[（(][^（）()]{1,24}[）)]|[〔【\[][^〔〕【】\[\]]{1,24}[〕】\]]){1,3}$`)

var remark = pattern.MustCompile(`^[（(][^（）()]{2,20}[）)]$`)

func (p *parser) markTitle(i, n int) {
	for _, b := range p.blocks[i : i+n] {
		b.Kind = Title
	}
}
