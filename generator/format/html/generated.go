package html

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/source"
)

// What becomes of the text of style sheets that no line has.
const (
	unusedContentReason = "样式表中没有用到的文字"
	unreadContentReason = "样式表所加的文字，其选择器不能识别"
	mediaContentReason  = "样式表只在打印时或窄屏上添加的文字"
)

// pseudos are the places of an element for which style sheets have text, as selectors name them.
var pseudos = []string{"::before", ":before", "::after", ":after", "::marker"}

// A contentText is what is known of a text that style sheets put before or behind elements.
type contentText struct {
	places []int // nodes of the style sheets that have it
	shown  bool
	reason string // why it is not shown
}

// contentsOf notes the texts that a style sheet at a node has for elements, if they say something. They are told from
// the rest by the words of the sheet alone, so that a rule which cannot be read hides none.
func (s *sheet) contentsOf(text string, at int) {
	l := css.NewLexer(parse.NewInputString(text))
	last := ""            // word, but for white space and comments
	var value []css.Token // of the property, nil outside
	for {
		kind, data := l.Next()
		switch {
		case kind == css.ErrorToken, kind == css.SemicolonToken, kind == css.RightBraceToken:
			s.content(value, at)
			if value = nil; kind == css.ErrorToken {
				return
			}
		case value != nil:
			value = append(value, css.Token{TokenType: kind, Data: data})
		case kind == css.ColonToken && last == "content":
			value = []css.Token{}
		}
		if kind != css.WhitespaceToken && kind != css.CommentToken {
			last = strings.ToLower(string(data))
		}
	}
}

// content notes a text of a style sheet.
func (s *sheet) content(value []css.Token, at int) {
	text := wordsOf(joined(value))
	if !saysWords(text) {
		return
	}
	if s.contents[text] == nil {
		s.contents[text] = &contentText{reason: mediaContentReason}
	}
	c := s.contents[text]
	c.places = append(c.places, at)
}

// holds notes that the text in declarations may be shown on a screen, and why it may yet be on no page.
func (s *sheet) holds(in []declaration, reason string) {
	for _, d := range in {
		if d.name != "content" {
			continue
		}
		if c := s.contents[wordsOf(d.value)]; c != nil {
			c.reason = reason
		}
	}
}

// wordsOf returns the text that stands as it is in a value of the property content.
func wordsOf(value string) string {
	text := ""
	for _, p := range contentParts(value) {
		text += p.text
	}
	return text
}

// saysWords reports whether a text is more than a mark: a bullet, a sign between links, an icon.
func saysWords(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// A contentPart is a part of a value of the property content: text, or what the kind says with its arguments.
type contentPart struct {
	kind string // "", or a name: attr, counter, counters, open-quote and others without text
	text string
	args []string
}

// contentParts reads a value of the property content. What is no text, such as a picture, is left aside.
func contentParts(value string) []contentPart {
	var out []contentPart
	l := css.NewLexer(parse.NewInputString(value))
	var call *contentPart
	for {
		kind, data := l.Next()
		word := strings.ToLower(string(data))
		switch kind {
		case css.ErrorToken:
			return out
		case css.FunctionToken:
			call = &contentPart{kind: strings.TrimSuffix(word, "(")}
		case css.RightParenthesisToken:
			if call != nil {
				out, call = append(out, *call), nil
			}
		case css.StringToken:
			if call != nil {
				call.args = append(call.args, unescaped(string(data)))
			} else {
				out = append(out, contentPart{text: unescaped(string(data))})
			}
		case css.IdentToken:
			if call != nil {
				call.args = append(call.args, string(data))
			} else {
				out = append(out, contentPart{kind: word})
			}
		case css.DelimToken:
			if word == "/" {
				return out // what follows is read aloud
			}
		}
	}
}

// unescaped returns the text of a string of CSS, whose quotation marks may be missing at its end.
func unescaped(s string) string {
	quote := s[:1]
	s = strings.TrimSuffix(s[1:], quote)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		end := i
		for end < len(s) && end < i+6 && isHex(s[end]) {
			end++
		}
		switch n, err := strconv.ParseUint(s[i:end], 16, 32); {
		case err != nil && s[i] == '\n': // a line that goes on
		case err != nil:
			b.WriteByte(s[i])
		default:
			b.WriteRune(rune(n))
			if i = end - 1; end < len(s) && (s[end] == ' ' || s[end] == '\n' || s[end] == '\t') {
				i = end
			}
		}
	}
	return strings.ToValidUTF8(b.String(), "")
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// generated adds the text that style sheets put before or behind what stands in n.
func (c *collector) generated(n *html.Node, where string, s state) {
	l := c.p.lookOf(n, where)
	if l.gone() || l["content"] == "" {
		return
	}
	c.p.counters.count(l)
	text := ""
	for _, p := range contentParts(l["content"]) {
		text += c.p.partText(n, p)
	}
	if !saysWords(text) && !strings.ContainsFunc(text, isMark) {
		return
	}
	s = s.styled(n, l)
	s.at, s.pre = generated, strings.Contains(text, "\n")
	block := l["display"] == "block"
	if block {
		c.flush()
	}
	words := wordsOf(l["content"])
	if t := c.p.sheet.contents[words]; t != nil && !t.shown {
		t.shown = true
		for _, at := range t.places {
			s.nodes = append(s.nodes, source.Entry{At: at, Text: words})
		}
	}
	c.text(text, s)
	if block {
		c.flush()
	}
}

// lookOf returns what style sheets say of what stands before or behind what is in n.
func (p *page) lookOf(n *html.Node, where string) look {
	rules := p.sheet.pseudo[where]
	if n.Type != html.ElementNode || len(rules) == 0 && n.DataAtom != atom.Q {
		return nil
	}
	l := p.sheet.look(n, rules, nil)
	if n.DataAtom == atom.Q && l["content"] == "" {
		l["content"] = quotes[where]
	}
	return l
}

// quotes are what browsers put around the words of others.
var quotes = map[string]string{"::before": "open-quote", "::after": "close-quote"}

// isMark reports whether r is a mark of Chinese writing, which belongs to a sentence as a bullet does not.
func isMark(r rune) bool {
	return 0x3001 <= r && r <= 0x301F && r != '〇' || 0xFF01 <= r && r <= 0xFF1F || strings.ContainsRune("“”‘’—…", r)
}

// partText returns what a part of a content is for n.
func (p *page) partText(n *html.Node, part contentPart) string {
	arg := func(i int) string {
		if i < len(part.args) {
			return part.args[i]
		}
		return ""
	}
	switch part.kind {
	case "attr":
		return attr(n, strings.ToLower(arg(0)))
	case "counter":
		return p.number(arg(1), p.counters.value(arg(0)))
	case "counters":
		var all []string
		for _, v := range p.counters.values[arg(0)] {
			all = append(all, p.number(arg(2), v))
		}
		return strings.Join(all, arg(1))
	case "open-quote":
		return "“"
	case "close-quote":
		return "”"
	}
	return part.text
}

// leaveContents accounts for the text of style sheets that no line has.
func (p *page) leaveContents() {
	for _, text := range slices.Sorted(maps.Keys(p.sheet.contents)) {
		c := p.sheet.contents[text]
		if c.shown {
			continue
		}
		for _, at := range c.places {
			p.leaveText(at, text, c.reason)
		}
	}
}
