package catalog

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// carriedOut reads the title of a paper that says which other it carries out:
// 「河南省贯彻落实国务院关于…指导意见的分工方案」, 「贯彻实施《…》的意见」.
var carriedOut = regexp.MustCompile(`(?:贯彻落实|贯彻执行|贯彻实施|贯彻|落实|实施)(?:《([^》]+)》|((?:中共|中央|国务院|国家|省|自治区|市|\p{Han}{2,8}(?:省|自治区|市|部|委|局))\p{Han}*?关于.+))`)

// forwarded reads the title of a paper that passes another on to those below: 「转发国务院关于…的意见的通知」.
var forwarded = words.Pattern(`(?:转发|批转)(?:《([^》]+)》|(\p{Han}{2,12}关于[^《》]+{{parent-kinds}}))的通知$`)

// ownKind is the end of such a title that belongs to the paper itself, not to its parent.
var ownKind = regexp.MustCompile(`的?(?:重点|主要|有关)?(?:工作|任务|措施|政策措施)*(?:部门|责任|任务|职责)?(?:分工|实施|落实|工作)?(?:方案|意见|细则|办法|安排|计划|措施)?(?:的通知)?$`)

// paperKind is what a parent paper is called at the end of its title.
var paperKind = words.Of("parent-kinds")

// parentInTitle returns the title of the paper that one with this title carries out, or "".
func parentInTitle(title string) string {
	folded := foldedQuotes.Replace(title)
	m := carriedOut.FindStringSubmatch(folded)
	if m == nil {
		if m = forwarded.FindStringSubmatch(folded); m != nil {
			return cmp.Or(m[1], m[2])
		}
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

// parentKey returns a form of a parent's title in which its writings are equal.
func parentKey(title string) string {
	return strings.ReplaceAll(words.FoldTitle(handedOut(title)), "的", "")
}

// handedOut returns the title of the paper whose tasks one with this title hands out for the same issuer,
// 「国务院办公厅印发贯彻落实国务院关于…指导意见重点工作分工方案的通知」; other papers are parents themselves.
func handedOut(title string) string {
	for {
		inner := parentInTitle(title)
		if inner == "" || inner == title || !sameIssuer(title, inner) {
			return title
		}
		title = inner
	}
}

// sameIssuer reports whether two titles begin with the name of one region or of the State Council.
func sameIssuer(a, b string) bool {
	const name = 2 // characters that tell them
	x, y := []rune(a), []rune(b)
	return len(x) > name && len(y) > name && string(x[:name]) == string(y[:name])
}
