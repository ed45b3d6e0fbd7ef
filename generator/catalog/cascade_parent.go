package catalog

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

// carriedOut reads the title of a paper that says which other it carries out:
// 「河南省贯彻落实国务院关于…指导意见的分工方案」, 「贯彻实施《…》的意见」.
var carriedOut = regexp.MustCompile(`(?:贯彻落实|贯彻执行|贯彻实施|贯彻|落实|实施)(?:《([^》]+)》|((?:中共|中央|国务院|国家|省|自治区|市|\p{Han}{2,8}(?:省|自治区|市|部|委|局))\p{Han}*?关于.+))`)

// ownKind is the end of such a title that belongs to the paper itself, not to its parent.
var ownKind = regexp.MustCompile(`的?(?:重点|主要|有关)?(?:工作|任务|措施|政策措施)*(?:部门|责任|任务|职责)?(?:分工|实施|落实|工作)?(?:方案|意见|细则|办法|安排|计划|措施)?(?:的通知)?$`)

// paperKind is what a parent paper is called at the end of its title.
var paperKind = words.Of("parent-kinds")

// parentInTitle returns the title of the paper that one with this title carries out, or "".
func parentInTitle(title string) string {
	m := carriedOut.FindStringSubmatch(foldedQuotes.Replace(title))
	if m == nil {
		return ""
	}
	if m[1] != "" {
		return m[1]
	}
	own := ownKind.FindString(m[2])
	// The kind of the parent itself is no part of the child's: 「…指导意见」 with nothing after it.
	for own != "" {
		if rest := strings.TrimSuffix(m[2], own); words.Suffix(rest, paperKind) != "" {
			return rest
		}
		_, n := utf8.DecodeRuneInString(own)
		own = own[n:]
	}
	return m[2]
}

var foldedQuotes = strings.NewReplacer("〈", "《", "〉", "》", "<", "《", ">", "》")

// parentKey returns a form of a parent's title in which its writings are equal, also the title of
// a paper that hands the parent's tasks out: 「国务院办公厅印发贯彻落实国务院关于…指导意见重点工作分工方案的通知」.
func parentKey(title string) string {
	for range 3 {
		inner := parentInTitle(title)
		if inner == "" || inner == title {
			break
		}
		title = inner
	}
	return strings.ReplaceAll(words.FoldTitle(title), "的", "")
}

// carryingBytes is how far before the name of a paper the words are looked for by which another carries
// it out: some 40 characters.
const carryingBytes = 120

// carrying are the words by which a paper says that it carries out the one that it names next.
var carrying = regexp.MustCompile(`(?:贯彻|落实|根据|按照|依据|实施|执行)[^。；;]{0,12}$`)

// law is the end of the title of a law, which a paper obeys and does not carry out.
var law = regexp.MustCompile(`(?:法|条例|宪法)$`)

// parentsCited returns the titles of the papers that d says before its first measure to carry out.
func parentsCited(d *Document) []string {
	end := len(d.Document.File.Text)
	if len(d.Measures) > 0 {
		end = d.Measures[0].Span.Start
	}
	var out []string
	for _, c := range d.Facts.Citations {
		if c.Start >= end || c.Title == "" || law.MatchString(c.Title) {
			continue
		}
		before := d.Document.File.Text[max(0, c.Start-carryingBytes):c.Start]
		if carrying.MatchString(source.Squeeze(strings.ToValidUTF8(before, ""))) {
			out = append(out, c.Title)
		}
	}
	return out
}
