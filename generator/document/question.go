package document

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// answer begins what answers a question: 「答：」, 「【答】」.
var answer = words.Pattern(`^(?:{{answer-words}}[：:]|[【\[]{{answer-words}}[】\]][：:]?)`)

// fewestQuestions is how many numbered questions a paper of questions and answers has at least.
const fewestQuestions = 3

// readQuestions finds the style of the numbers of a paper of questions, 「1.何时申报？」 「答：…」: most of its answers
// stand behind a numbered question.
func (p *parser) readQuestions() {
	questions, answers := map[numeral.Style]int{}, 0
	for i := range p.blocks {
		if m, ok := p.question(i); ok && p.answered(i) {
			questions[m.Style]++
		}
		if p.free(i) && answer.MatchString(p.text(i)) {
			answers++
		}
	}
	for style, n := range questions {
		if n >= fewestQuestions && 2*n > answers {
			p.questions = style
		}
	}
}

// question returns the number of block i, and whether its first sentence asks something.
func (p *parser) question(i int) (numeral.Mark, bool) {
	text := p.text(i)
	m, n := p.mark(text)
	return m, p.free(i) && n > 0 && questionIn(text[n:]) > 0
}

// questionIn returns where the questions end with which text begins, before any other sentence, or 0.
func questionIn(text string) int {
	end := 0
	for {
		i := strings.IndexAny(text[end:], "。；！？?")
		if i < 0 || strings.HasPrefix(text[end+i:], "。") || strings.HasPrefix(text[end+i:], "；") || strings.HasPrefix(text[end+i:], "！") || answer.MatchString(text[end:]) {
			return end
		}
		end += i + 1
		if text[end-1] != '?' {
			end += len("？") - 1
		}
	}
}

// answered reports whether the question of block i is answered, in the same line or the next.
func (p *parser) answered(i int) bool {
	text := p.text(i)
	_, n := p.mark(text)
	rest := strings.TrimSpace(text[n+questionIn(text[n:]):])
	return answer.MatchString(rest) || rest == "" && p.free(i+1) && answer.MatchString(p.text(i+1))
}

// inAnswer reports whether the number of block i only counts inside an answer of a paper of questions: it is neither a
// question nor a heading over questions.
func (p *parser) inAnswer(i int) bool {
	if p.questions == numeral.None {
		return false
	}
	for ; i < len(p.blocks); i++ {
		if m, ok := p.question(i); ok && m.Style == p.questions {
			return false
		}
		m, n := p.mark(p.text(i))
		if n == 0 || rank[m.Style] >= rank[p.questions] || strings.ContainsAny(p.text(i), "。；;") {
			return true
		}
	}
	return true
}

// questionTitle makes the question of s its title, and reports whether it has one.
func (p *parser) questionTitle(s *Section) bool {
	if p.questions == numeral.None || s.Mark.Style != p.questions {
		return false
	}
	rest := source.Span{Start: s.MarkSpan.End, End: s.Blocks[0].End}
	n := questionIn(p.file.Slice(rest))
	if n == 0 {
		return false
	}
	s.Title = p.file.Trim(source.Span{Start: rest.Start, End: rest.Start + n})
	if s.Title.End == s.Blocks[0].End {
		s.Blocks[0].Kind = Heading
		return true
	}
	s.RunIn = true
	return true
}

// asks reports whether mark i of the line opens a question.
func (l *markedLine) asks(i int) bool { return questionIn(l.text[l.marks[i].end:]) > 0 }

// answers reports whether mark i stands inside an answer: one begins before it in the line.
func (l *markedLine) answers(i int) bool {
	before := l.text[:l.marks[i].at]
	at := strings.LastIndexAny(before, "？?")
	if at < 0 {
		return answer.MatchString(before)
	}
	return answer.MatchString(strings.TrimLeft(before[at:], "？? \u3000"))
}
