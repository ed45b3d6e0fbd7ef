package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

const (
	// fewHan is how many Han characters outside links a page has at most that may be no paper's.
	fewHan = 200
	// frameHan is the same for a page that shows its paper in a frame.
	frameHan = 40
)

var (
	errorPage = words.Pattern(`(?i){{page-errors}}|{{page-things}}.{0,8}{{page-missing}}`)
	loginPage = words.Pattern(`{{page-logins}}`)
)

// refused says why a page holds no paper: it only holds frames, asks to log in, or says that there
// is nothing.
func (p *page) refused() error {
	if set := p.frameset(); set != nil {
		return say.Errorf("the page holds only frames%s; open the one with the paper in a browser and save that page", listed(framesOf(set)))
	}
	frames, fields := p.framesAndFields()
	han, short, certain := p.words()
	switch {
	case certain:
	case fields && han <= fewHan && loginPage.MatchString(short):
		return say.New("the page asks to log in and holds no paper; log in, open the paper in a browser and save that page")
	case han <= fewHan && errorPage.MatchString(source.Squeeze(short)):
		return say.New("the page says that there is nothing at its address, and holds no paper; open the paper in a browser and save that page")
	case len(frames) > 0 && han <= frameHan:
		return say.Errorf("the page shows its paper in a frame%s; open that in a browser and save it", listed(frames))
	}
	return nil
}

// frameset returns the element that parts the page into frames, or nil.
func (p *page) frameset() *html.Node {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Frameset {
			return n
		}
	}
	return nil
}

// framesAndFields returns the addresses of the frames within the page, and whether it asks for a password.
func (p *page) framesAndFields() (frames []string, fields bool) {
	for n := range p.root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Iframe && !p.hidden(n):
			frames = append(frames, attr(n, "src"))
		case n.DataAtom == atom.Input && strings.EqualFold(attr(n, "type"), "password"):
			fields = true
		}
	}
	return frames, fields
}

// shortLine is how many characters a line of a page about a login or an error has at most.
const shortLine = 60

// words returns how many Han characters the page has outside links, its title and short lines, and
// whether it has a line that only papers have.
func (p *page) words() (han int, short string, certain bool) {
	var b strings.Builder
	b.WriteString(p.title + "\n")
	for i := range p.lines {
		l := p.lines[i]
		l.hidden, l.copy = false, false
		certain = certain || l.certain()
		han += l.han
		if text := l.plain(); utf8.RuneCountInString(text) <= shortLine {
			b.WriteString(text + "\n")
		}
	}
	return han, b.String(), certain
}

// framesOf returns the addresses of the frames of a frameset.
func framesOf(set *html.Node) []string {
	var out []string
	for n := range set.Descendants() {
		if n.DataAtom == atom.Frame {
			out = append(out, attr(n, "src"))
		}
	}
	return out
}

// listed returns the first of some addresses in brackets.
func listed(addresses []string) string {
	var out []string
	for _, a := range addresses {
		if a = strings.TrimSpace(a); a != "" && len(a) <= 200 && len(out) < 3 {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + paper.PlainName(strings.Join(out, ", ")) + ")"
}
