package hook

import (
	"context"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gohugoio/hugo/markup/converter/hooks"
)

// A title says what a link or an image is, as a linkKind of package pages.
type title struct {
	whole string
	kind  string
	sure  bool   // no question mark is behind the kind
	rest  string // behind the kind
}

// readTitle reads a title as goldmark hands it on, with the marks that Markdown needs.
func readTitle(text string) title {
	text = strings.ReplaceAll(text, "&#124;", "|")
	if strings.IndexByte(text, '\\') >= 0 {
		text = unescape(text)
	}
	first, _, _ := strings.Cut(text, " ")
	kind := strings.TrimSuffix(first, "?")
	return title{text, kind, kind == first, strings.TrimPrefix(text, first+" ")}
}

// unescape takes out each backslash before a character of the same line.
func unescape(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && text[i+1] != '\n' {
			i++
			_, n := utf8.DecodeRuneInString(text[i:])
			b.WriteString(text[i : i+n])
			i += n - 1
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// A linkHook does what render-link.html does.
type linkHook struct{ *page }

func (h linkHook) RenderLink(_ context.Context, w io.Writer, l hooks.LinkContext) error {
	t, text := readTitle(l.Title()), string(l.Text())
	path, behind, _ := strings.Cut(l.Destination(), "#")
	var b strings.Builder
	var err error
	switch {
	case t.kind == "ins" || t.kind == "del" || t.kind == "mark":
		around(&b, t.kind, text)
	case t.kind == "due":
		due(&b, t.rest, text)
	case t.kind == "note":
		b.WriteString(`<span class="source-note" role="note" data-added>` + escape(t.rest) + "</span>")
	case strings.HasSuffix(path, ".md"):
		place, _, _ := strings.Cut(behind, "#")
		err = h.pageLink(&b, path, place, t, text)
	case strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "http://"):
		b.WriteString(`<a class="outside" rel="external noopener" href="` + address(l.Destination()) + `">` + text + "<span data-added>（站外）</span></a>")
	case strings.Contains(l.Destination(), ":"):
		err = errLeft
	default:
		b.WriteString("<a")
		if t.kind == "id" {
			write(&b, "id", t.rest)
		}
		write(&b, "class", linkClass(t.kind, text))
		b.WriteString(` href="` + address(l.Destination()) + `">` + text + "</a>")
	}
	if err == nil {
		_, err = io.WriteString(w, b.String())
	}
	return err
}

func around(b *strings.Builder, element, text string) {
	b.WriteString("<" + element + ">" + text + "</" + element + ">")
}

// write writes an attribute, if it has a value.
func write(b *strings.Builder, name, value string) {
	if value != "" {
		b.WriteString(" " + name + `="` + escape(value) + `"`)
	}
}

// due writes words of time: their day, or -, and when that is in words, stand in the title.
func due(b *strings.Builder, rest, text string) {
	day, _, _ := strings.Cut(rest, " ")
	b.WriteString("<time data-deadline")
	if day != "-" {
		b.WriteString(` datetime="` + escape(day) + `"`)
	}
	b.WriteString(` title="` + escape(strings.TrimPrefix(rest, day+" ")) + `">` + text + "</time>")
}

// pageLink writes a link to a page of content/, or its text alone on that page itself.
func (p *page) pageLink(b *strings.Builder, path, place string, t title, text string) error {
	name, to, err := p.to(path)
	if err != nil {
		return err
	}
	if name == p.name && place == "" {
		if t.kind == "figure" {
			around(b, "mark", text)
		} else {
			b.WriteString(text)
		}
		return nil
	}
	b.WriteString(`<a href="` + to.address)
	if place != "" {
		b.WriteString("#" + fragment(place))
	}
	b.WriteString(`"`)
	if t.kind == "role" {
		role, _, _ := strings.Cut(t.rest, " ")
		b.WriteString(` data-agency="` + escape(to.agency) + `" data-role="` + escape(role) + `" title="` + escape(strings.TrimPrefix(t.rest, role+" ")) + `"`)
	}
	if !t.sure {
		b.WriteString(" data-doubtful")
	}
	write(b, "class", linkClass(t.kind, text))
	switch t.kind {
	case "doubt":
		b.WriteString(` title="` + escape(t.rest) + `"`)
	case "figure":
		b.WriteString(` data-indicator="` + escape(to.indicator) + `" title="` + escape(t.rest) + `"`)
	case "citation":
		held := "未收录，点开看引用情况"
		if to.section == "documents" {
			held = "已收录，点开看全文"
		}
		b.WriteString(` data-citation="` + escape(t.rest) + `" title="` + held + `"`)
	case "heat":
		b.WriteString(` data-heat="` + escape(t.rest) + `"`)
	case "id":
		b.WriteString(` id="` + escape(t.rest) + `"`)
	}
	b.WriteString(">" + text + "</a>")
	return nil
}

// standsAlone knows a Han numeral below which a line would make it another, and mostBytes is what the longest has.
var standsAlone = regexp.MustCompile(`^[（(]?[〇零一二三四五六七八九十百千万亿两廿卅]+[）)、．.]?$`)

const mostBytes = 18

// linkClass returns the class of a link, as link-class.html does.
func linkClass(kind, text string) string {
	doubt := kind == "doubt"
	han := len(text) <= mostBytes && standsAlone.MatchString(plain(text))
	switch {
	case doubt && han:
		return "doubt han"
	case doubt:
		return "doubt"
	case han:
		return "han"
	}
	return ""
}

// An imageHook does what render-image.html does. Images that lead to a file are left.
type imageHook struct{ *page }

func (h imageHook) RenderLink(_ context.Context, w io.Writer, l hooks.LinkContext) error {
	if l.Destination() != "#" {
		return errLeft
	}
	t, text := readTitle(l.Title()), string(l.Text())
	kind, _, _ := strings.Cut(t.whole, " ")
	var b strings.Builder
	switch kind {
	case "sup", "sub", "s":
		around(&b, kind, text)
	case "ruby":
		b.WriteString("<ruby>" + text + "<rt data-added>" + escape(t.rest) + "</rt></ruby>")
	case "math":
		b.WriteString(t.rest + `<annotation encoding="text/plain">` + text + "</annotation></semantics></math>")
	default:
		b.WriteString(text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
