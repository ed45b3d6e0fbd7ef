package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
)

const (
	runInRunes   = 24 // longest run-in title, in characters
	runInPart    = 9  // longest part of a run-in title that has a comma
	ownLineRunes = 60 // longest title on a line of its own
	longestLabel = 10 // longest title of an article that ends in a colon
	runInShare   = 0.8
)

// runIns finds the titles of sections: on a line of their own, 「一、总体要求」, or as the first
// sentence of the text, 「（一）严格规划实施。突出…」.
//
// A first sentence is a title only where that is the habit of the document: at least four in
// five of all sections with marks of one style begin with a short one. So 「清理各种变相优惠政策。
// 整顿和规范市场秩序…」 in a paper whose clauses begin with long orders stays text.
func (p *parser) runIns() {
	styles := map[numeral.Style][]*Section{}
	p.doc.Walk(func(s *Section) {
		if p.questionTitle(s) || p.ownLineTitle(s) || p.setApart(s) || ofArticle(s) {
			return
		}
		styles[s.Mark.Style] = append(styles[s.Mark.Style], s)
	})
	for _, sections := range styles {
		short, all := 0, 0
		for _, s := range sections {
			if p.closes(s) {
				continue
			}
			all++
			if _, ok := p.firstSentence(s); ok {
				short++
			}
		}
		if float64(short) < runInShare*float64(all) {
			continue
		}
		for _, s := range sections {
			if t, _ := p.firstSentence(s); !t.Empty() {
				s.Title, s.RunIn = t, true
			}
		}
	}
}

// closes reports whether s is the last of a paper, which tells of the paper itself and has no title: 「本政策自…起施行。」.
func (p *parser) closes(s *Section) bool {
	return closing.MatchString(p.file.Slice(p.file.Trim(source.Span{Start: s.MarkSpan.End, End: s.Blocks[0].End})))
}

// ownLineTitle sets the title of a section whose first block is nothing but number and title,
// and reports whether it is.
func (p *parser) ownLineTitle(s *Section) bool {
	b := s.Blocks[0]
	rest := p.file.Trim(source.Span{Start: s.MarkSpan.End, End: b.End})
	text := p.file.Slice(rest)
	if rest.Empty() || utf8.RuneCountInString(text) > ownLineRunes {
		return false
	}
	if end := hanStop(text); end >= 0 && end < len(text)-1 || end >= 0 && !titleLike(text[:end]) || amends.MatchString(text) {
		return false
	}
	trimmed := strings.TrimRight(text, "。：:；;")
	if hanStop(text) >= 0 {
		trimmed = strings.TrimSuffix(trimmed, ".")
	}
	if strings.ContainsAny(trimmed, "。；;：！？") || strings.HasSuffix(trimmed, "）") && strings.HasSuffix(text, "。") {
		return false
	}
	if strings.HasSuffix(text, "。") && (!titleLike(trimmed) || s.Mark.Style == numeral.Article || p.sentencesBeside(s)) || leadsIn(text) {
		return false // the first paragraph of an article ends as any sentence does
	}
	if trimmed != text && (ofArticle(s) || s.Mark.Style == numeral.Article && utf8.RuneCountInString(trimmed) > longestLabel) {
		return false // 「（三）商场、宾馆。」, 「第六条 补助标准根据建筑面积确定：」
	}
	followed := len(s.Blocks) > 1 || len(s.Sections) > 0
	if strings.HasSuffix(text, "。") && len(s.Sections) == 0 && p.onlyFields(s.Blocks[1:]) {
		return false // 「建立服务清单。」 over 「责任单位：…」 is the task itself
	}
	if !followed && trimmed != text {
		return false
	}
	if !followed && (strings.HasSuffix(text, "）") || utf8.RuneCountInString(text) > 30) {
		return false
	}
	s.Title = p.file.Trim(source.Span{Start: rest.Start, End: rest.Start + withoutGroup(trimmed)})
	b.Kind = Heading
	return true
}

// manySections is how many sections tell the habit of all.
const manySections = 20

// sentencesBeside reports whether most sections beside s are a single sentence each, as the resolutions of a meeting.
func (p *parser) sentencesBeside(s *Section) bool {
	beside := s.Body.Sections
	if s.Parent != nil {
		beside = s.Parent.Sections
	}
	beside = beside[:min(len(beside), manySections)]
	alone := 0
	for _, other := range beside {
		if len(other.Blocks) == 1 && len(other.Sections) == 0 && strings.Count(p.file.Slice(other.Blocks[0].Span), "。") == 1 {
			alone++
		}
	}
	return alone*2 > len(beside)
}

// ofArticle reports whether s is a point of an article, which has no title.
func ofArticle(s *Section) bool {
	return s.Parent != nil && (s.Parent.Mark.Style == numeral.Article || ofArticle(s.Parent))
}

var (
	// bracketAtEnd is a bracket behind a title.
	bracketAtEnd = pattern.MustCompile(`[（(〔【［\[]((?:[^（）()]|[（(][^（）()]*[）)])*)[）)〕】］\]]$`)
	// ofAgencies is what such a bracket holds where it names agencies: 「提升城市功能（市住建局牵头）」.
	ofAgencies = pattern.MustCompile(`牵头|负责|配合|(?:单位|部门)[：:]|\p{Han}(?:局|委|厅|部|办|政府|办公室|管委会)(?:$|[、，；（(等])`)
)

// withoutGroup returns the length of a title without the agencies in brackets at its end.
func withoutGroup(title string) int {
	if m := bracketAtEnd.FindStringSubmatchIndex(title); m != nil && m[0] > 0 && ofAgencies.MatchString(title[m[2]:m[3]]) {
		return m[0]
	}
	return len(title)
}

// fieldLine is a line that says who answers for a task, or until when.
var fieldLine = pattern.MustCompile(`^[（(【〔]?(?:[省市县区州镇]级)?(?:牵头|主责|主办|责任|承办|配合|协办|协同|参加|督办|督导|监督|考核|分管|包联|联系|完成|办结|时间)(?:负责|责任)?(?:[省市县区州镇]级?)?(?:单位|部门|处室|站所|领导|人|时限|时间|节点|期限)[：:]`)

// onlyFields reports whether blocks are nothing but such lines.
func (p *parser) onlyFields(blocks []*Block) bool {
	for _, b := range blocks {
		if !fieldLine.MatchString(p.file.Slice(b.Span)) {
			return false
		}
	}
	return len(blocks) > 0
}

// hanStop returns where a full stop of ASCII ends a Chinese sentence in text, or -1.
func hanStop(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != '.' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+1:])
		if unicode.Is(unicode.Han, before) && (i+1 == len(text) || unicode.Is(unicode.Han, after) || strings.ContainsRune("（( \u3000", after)) {
			return i
		}
	}
	return -1
}

// amends begins a clause that changes another paper, which has no title: 「将第八条修改为：…」.
var amends = pattern.MustCompile(`^(?:将|把|删去|删除|增加|第)?(?:第)?[一二三四五六七八九十百]{0,5}条?.{0,30}(?:修改为|改为|删去|删除)|^(?:将第|删去|删除|增加一)`)

// leadsIn reports whether text only leads in to the list after it: 「…应当符合下列要求：」.
func leadsIn(text string) bool {
	cut := strings.TrimRight(text, "：:")
	return cut != text && (strings.HasSuffix(cut, "为") || strings.HasSuffix(cut, "是") || strings.HasSuffix(cut, "应当") || strings.Contains(cut, "下列") || strings.Contains(cut, "如下") || strings.Contains(cut, "以下"))
}

// titleLike reports whether a sentence with a full stop on a line of its own may be a title:
// short, without numbers, and of two parts at most.
func titleLike(sentence string) bool {
	return utf8.RuneCountInString(sentence) <= 30 && !strings.ContainsAny(sentence, "0123456789") &&
		strings.Count(sentence, "，")+strings.Count(sentence, ",") <= 1
}

// onlyBracket reports whether text is nothing but one bracket, as the group of agencies that
// closes 「加强宣传。（市委宣传部）」: what stands before it is then the text, not a title.
func onlyBracket(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("（(〔【［", r) && !strings.ContainsAny(strings.TrimRight(text, "。"), "。")
}

// firstSentence returns the first sentence of a section, without its full stop, and whether it is
// short enough for a title. Where nothing follows it, it is the text of the section whatever its
// length, and the span is empty.
func (p *parser) firstSentence(s *Section) (title source.Span, short bool) {
	b := s.Blocks[0]
	rest := p.file.Trim(source.Span{Start: s.MarkSpan.End, End: b.End})
	text := p.file.Slice(rest)
	end := strings.IndexAny(text, "。：:；;")
	if stop := hanStop(text); stop > 0 && (end < 0 || stop < end) {
		end = stop
	}
	if _, mark := p.mark(text); end <= 0 || mark > 0 || amends.MatchString(text) {
		return source.Span{}, false
	}
	stop, n := utf8.DecodeRuneInString(text[end:])
	words := text[:end]
	if cut := withoutGroup(words); cut < end {
		end, n, words = cut, 0, text[:cut] // 「提升功能（市住建局牵头）。实施…」
	}
	if open := strings.LastIndexAny(words, "（("); open > 0 && !strings.ContainsAny(words[open:], "）)") {
		end, n, words = open, 0, text[:open] // 「夯实基础（牵头单位：市大数据局）」
	}
	if stop == '；' || stop == ';' || leadsIn(text[:end+n]) || utf8.RuneCountInString(words) > runInRunes || strings.HasSuffix(words, "）") && strings.ContainsAny(words, "、") {
		return source.Span{}, false
	}
	if parts := strings.FieldsFunc(words, func(r rune) bool { return r == '，' || r == ',' }); len(parts) > 1 {
		if len(parts) > 2 {
			return source.Span{}, false
		}
		for _, part := range parts {
			if utf8.RuneCountInString(part) > runInPart {
				return source.Span{}, false
			}
		}
	}
	after := strings.TrimSpace(text[end+n:])
	if after == "" && s.Mark.Style == numeral.Article {
		return source.Span{}, true // the first paragraph of several
	}
	alone := after == "" || onlyBracket(after) || fieldLine.MatchString(after)
	if alone && len(s.Sections) == 0 && (len(s.Blocks) == 1 || p.onlyFields(s.Blocks[1:]) || after == "" && p.sentencesBeside(s)) {
		return source.Span{}, true
	}
	return p.file.Trim(source.Span{Start: rest.Start, End: rest.Start + end}), true
}
