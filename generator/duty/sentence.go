package duty

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// byLead is a sentence that names who leads: 「由省产业集聚区发展联席会议办公室牵头、有关部门集中会商」,
// 「由自治区发展改革委牵头商自治区财政厅研究提出」, 「由市民政局牵头，会同市财政局开展」, 「由市商务局牵头，市财政局等部门配合」. A standing body
// described as 由X牵头的…机制 is none.
var byLead = regexp.MustCompile(`由((?:\p{Han}|[、，（）])+?)牵头(?:` +
	`[，,]?(?:会同|商|联合|协同)((?:\p{Han}|[、（）])+?)(?:研究|共同|制定|组织|等|提出|负责|开展|实施|推进|建立|办理|编制|落实|[，。；])` +
	`|[，,、]((?:\p{Han}|[、（）])+?)(?:配合|参与|参加|协助|按职责)` +
	`)?`)

// byAll is the end of a sentence that says nothing but who is responsible: 「由发展改革委会同农业部等部门研究
// 提出落实意见。」, 「由财政部、农业部分别负责落实。」. A sentence that says what they do, 「由市财政局会同市商务局制定实施
// 细则」, is an order like others.
var byAll = regexp.MustCompile(`[，,：:]由((?:\p{Han}|[、（）])+?(?:负责(?:落实|办理|实施|组织实施|推进|牵头)?|(?:研究)?提出(?:具体|落实|实施|相关)?(?:意见|办法|方案|措施|建议)(?:并(?:组织)?(?:实施|落实))?|组织实施|抓好落实))(?:[。；;]|$)`)

// labelLine is a label in running text or on a line of its own: 「责任单位：市发展改革委、市财政局」.
var labelLine = regexp.MustCompile(`(?:^|[。；）（(〔【［]|[\s\x{3000}])\s*(` + labelForms + `)`)

// prose finds the groups that stand in the text of line between the byte offsets from and to:
// sentences with 由X牵头 and lists behind a label.
func (f *finder) prose(line source.Span, from, to int) []group {
	if from >= to {
		return nil
	}
	text := f.file.Slice(line)[from:to]
	at := line.Start + from
	var out []group
	for _, m := range byLead.FindAllStringSubmatchIndex(text, -1) {
		if strings.HasPrefix(text[m[1]:], "的") || strings.HasPrefix(text[m[3]+len("牵头"):], "的") {
			continue
		}
		if g, ok := f.leadSentence(line, text, at, m); ok {
			out = append(out, g)
		}
	}
	for _, m := range byAll.FindAllStringSubmatchIndex(text, -1) {
		if closed := m[1] == len(text) && to < line.Len(); closed {
			continue // the bracket behind the sentence says it again
		}
		if g, ok := f.sentenceOfAll(line, text, at, m); ok {
			out = append(out, g)
		}
	}
	read := 0
	for _, m := range labelLine.FindAllStringSubmatchIndex(text, -1) {
		if m[2] < read {
			continue // read with the label before it
		}
		if g, ok := f.labelGroup(text, at, m[2]); ok {
			out = append(out, g)
			read = g.End - at
		}
	}
	return out
}

// leadSentence makes a group of a 由X牵头 match; it covers its own sentence.
func (f *finder) leadSentence(line source.Span, text string, at int, m []int) (group, bool) {
	leaders := membersOf(text[m[2]:m[3]], at+m[2])
	sure, unknown := count(leaders)
	if word := text[m[2]:m[3]]; registry.IsField(word) { // 由体育牵头会同财政部门
		leaders = []member{{Span: source.Span{Start: at + m[2], End: at + m[3]}, written: word}}
		sure, unknown = 1, 0
	}
	if len(leaders) == 0 || unknown > 0 || sure == 0 {
		return group{}, false
	}
	g := group{members: withWord(leaders, policy.Lead), inline: true}
	end := m[3] + len("牵头")
	for _, i := range []int{4, 6} {
		if m[i] < 0 {
			continue
		}
		others := membersOf(text[m[i]:m[i+1]], at+m[i])
		if _, unknown := count(others); unknown == 0 && len(others) > 0 {
			g.members = append(g.members, withWord(others, policy.Support)...)
			end = m[i+1]
		}
	}
	g.Span = source.Span{Start: at + m[0], End: at + end}
	lead := at + m[3]
	g.words = policy.Basis{Rule: "lead-word", Quote: "牵头", Span: source.Span{Start: lead, End: lead + len("牵头")}}
	g.covers = f.sentenceAt(line, g.Span)
	return g, true
}

// sentenceOfAll makes a group of a byAll match; it covers its own sentence.
func (f *finder) sentenceOfAll(line source.Span, text string, at int, m []int) (group, bool) {
	g := group{Span: source.Span{Start: at + m[2], End: at + m[3]}, inline: true}
	g.members, g.words = f.readList(text[m[2]:m[3]], at+m[2])
	if sure, unknown := count(g.members); sure == 0 || unknown > 0 {
		return group{}, false
	}
	g.covers = f.sentenceAt(line, g.Span)
	return g, true
}

// sentenceAt returns the sentence of line around s, its full stop included.
func (f *finder) sentenceAt(line, s source.Span) source.Span {
	start, end := line.Start, line.End
	if i := strings.LastIndexAny(f.file.Text[line.Start:s.Start], "。；！"); i >= 0 {
		start = line.Start + i + runeAt(f.file.Text, line.Start+i)
	}
	if i := strings.IndexAny(f.file.Text[s.End:line.End], "。！"); i >= 0 {
		end = s.End + i + runeAt(f.file.Text, s.End+i)
	}
	return f.file.Trim(source.Span{Start: start, End: end})
}

// runeAt returns the length of the character at the byte offset i.
func runeAt(text string, i int) int {
	for n := 1; n < 4; n++ {
		if i+n >= len(text) || text[i+n]&0xC0 != 0x80 {
			return n
		}
	}
	return 4
}

// labelGroup reads a list behind a label that stands in no bracket, to the end of its sentence.
func (f *finder) labelGroup(text string, at, start int) (group, bool) {
	content := text[start:]
	if i := strings.IndexAny(content, "。"); i >= 0 {
		content = content[:i]
	}
	g := group{Span: source.Span{Start: at + start, End: at + start + len(content)}, label: true}
	if r, n := utf8.DecodeLastRuneInString(text[:start]); brackets[r] != 0 {
		g.Start -= n // a bracket that is never closed
	}
	g.members, g.words = f.readGroup(trimRule(content), at+start)
	sure, unknown := count(g.members)
	return g, sure > 0 || len(g.members) > 2*unknown && mayBeNames(g.members)
}
