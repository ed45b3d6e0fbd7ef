package verify

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A link is an address within the site as it is written.
type link struct {
	target string
	at     place
	kinds  []string // suffixes that the file must have, which a browser loads by itself; any for a link that a person follows
}

// Suffixes of what pages and styles may load.
var (
	scripts  = []string{".js"}
	styles   = []string{".css"}
	pictures = []string{".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf"}
)

// passive are the relations of a link element that load nothing.
var passive = map[string]bool{"canonical": true, "alternate": true}

// lostPage is shown at any address, so it looks for the site's folder above it.
const lostPage = "404.html"

// readLinks notes the addresses of an element and reports those that lead out of the site. Attributes that hold an address
// and are not read here no element may have.
func (f *file) readLinks(t html.Token, at place) {
	relation := attribute(t, "rel")
	for _, a := range t.Attr {
		switch {
		case a.Key == "href" && t.Data == "a":
			f.follows(a.Val, relation, at)
		case a.Key == "href" && t.Data == "link" && passive[relation]:
			f.refers(a.Val, at)
		case a.Key == "href" && t.Data == "link" && relation == "icon":
			f.shows(a.Val, at)
		case a.Key == "href" && t.Data == "link":
			f.loads(a.Val, at, styles...)
		case a.Key == "src" && t.Data == "script":
			f.loads(a.Val, at, scripts...)
		case a.Key == "src":
			f.shows(a.Val, at)
		case a.Key == "srcset":
			for _, candidate := range strings.Split(a.Val, ",") {
				if address, _, _ := strings.Cut(strings.TrimSpace(candidate), " "); address != "" {
					f.loads(address, at, pictures...)
				}
			}
		case a.Key == "action":
			f.loads(a.Val, at)
		}
	}
}

// follows notes a link for a person; one that leads out must say so.
func (f *file) follows(address, relation string, at place) {
	switch scheme(address) {
	case "":
		f.links = append(f.links, link{target: address, at: at})
	case "http", "https":
		if !strings.Contains(" "+relation+" ", " external ") {
			f.fail(at, "unannounced", "the link to %s leads out of the site and does not say so by rel=\"external\"", address)
		}
	case "mailto", "tel":
	default:
		f.fail(at, "scheme", "link to %q: such addresses do not work everywhere", address)
	}
}

// refers notes an address that is only stated; it may lead anywhere.
func (f *file) refers(address string, at place) {
	if scheme(address) == "" {
		f.links = append(f.links, link{target: address, at: at})
	}
}

// imageData is an image that stands in the page itself.
var imageData = regexp.MustCompile(`^data:(?:,|image/(?:svg\+xml|png|gif|jpeg|webp)[;,])`)

// shows notes the address of an image. An image that stands in the page itself loads nothing and runs nothing.
func (f *file) shows(address string, at place) {
	if !imageData.MatchString(address) {
		f.loads(address, at, pictures...)
	}
}

// loads notes an address that the browser loads, which must be of the site and of one of the kinds.
func (f *file) loads(address string, at place, kinds ...string) {
	if scheme(address) != "" {
		f.outside++
		f.fail(at, "outside", "%s is loaded from elsewhere", address)
		return
	}
	f.links = append(f.links, link{address, at, kinds})
}

// scheme returns the scheme of an address in lower case, "https" for one that begins with //,
// and nothing for one within the site.
func scheme(address string) string {
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") || strings.HasPrefix(address, `\\`) {
		return "https"
	}
	i := strings.IndexAny(address, ":/?#")
	if i <= 0 || address[i] != ':' {
		return ""
	}
	return strings.ToLower(address[:i])
}

// follow reports a link of f that leads nowhere. The site must work from any folder, so links
// are relative and end in the name of a file, upper and lower case as it is written.
func (s *site) follow(f *file, l link) (errs source.ErrorList) {
	s.report.Links++
	broken := func(format string, args ...any) source.ErrorList {
		s.report.Broken++
		return source.ErrorList{failure(f.name, l.at, "broken-link", format, args...)}
	}
	u, err := url.Parse(strings.TrimSpace(l.target))
	if err != nil {
		return broken("link to %q: %v", l.target, err)
	}
	name := f.name
	for name == lostPage && strings.HasPrefix(u.Path, "../") {
		u.Path = u.Path[len("../"):]
	}
	if strings.HasPrefix(u.Path, "/") {
		return broken("link to %s begins at the server's root: it must be relative", l.target)
	}
	if u.Path != "" {
		name = path.Join(path.Dir(f.name), u.Path)
	}
	to, ok := s.files[name]
	switch {
	case !ok && strings.HasPrefix(name, "../"):
		return broken("link to %s leads out of the site's folder", l.target)
	case !ok:
		return broken("link to %s: the site has no file %s%s", l.target, name, s.likeName(name))
	case len(l.kinds) > 0 && !slices.Contains(l.kinds, path.Ext(name)):
		return broken("%s is loaded, and is none of %s", l.target, strings.Join(l.kinds, " "))
	case !to.part:
		return broken("link to %s, which is no file of the site", l.target)
	case strings.HasSuffix(u.Path, "/"):
		return broken("link to %s does not end in the name of a file", l.target)
	case u.Fragment != "" && to.page && !to.ids[u.Fragment] && u.Fragment != "top":
		return broken("link to %s: %s has no id %q", l.target, name, u.Fragment)
	}
	return nil
}

// likeName returns a remark if the site has a file whose name differs only in upper and lower case.
func (s *site) likeName(name string) string {
	for other := range s.files {
		if strings.EqualFold(other, name) {
			return say.Sprintf(", only %s", other)
		}
	}
	return ""
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
