// Package hook makes the HTML of generated pages before Hugo sees them, at compiled speed: Hugo's own goldmark, set up
// by hugo.toml, calls the hooks of this package in place of the templates in layouts/_markup, and what comes out is
// the same byte for byte. Hugo with those templates is the reference, and a test holds both to it.
//
// A hook never guesses. What it does not know, such as code of a language or a link to a page whose address the
// settings may change, makes the page stay Markdown, which Hugo renders as ever.
package hook

import (
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/markup/converter"
	"github.com/gohugoio/hugo/markup/converter/hooks"
	"github.com/gohugoio/hugo/markup/goldmark"
	"github.com/gohugoio/hugo/markup/markup_config"
)

// errLeft is the error of a page that is left to Hugo. Nobody reads it.
var errLeft = errors.New("")

// A Converter makes HTML of the pages of one site.
type Converter struct {
	goldmark converter.Provider
	pages    map[string]*target // by name under content/
}

// settings are those of Hugo's that its goldmark reads.
type settings struct {
	config.AllProvider // nothing else is asked for
	markup             markup_config.Config
}

func (s settings) GetConfigSection(string) any { return s.markup }
func (s settings) EnableEmoji() bool           { return false }

// newConverter returns a converter that knows no pages yet. The settings are those of hugo.toml.
func newConverter(all map[string]any) (*Converter, error) {
	markup, err := markup_config.Decode(config.NewFrom(all))
	if err != nil {
		return nil, err
	}
	provider, err := goldmark.Provider.New(converter.ProviderConfig{Conf: settings{markup: markup}, Logger: loggers.New(loggers.Options{StdOut: io.Discard, StdErr: io.Discard})})
	return &Converter{goldmark: provider}, err
}

// A page is being made.
type page struct {
	*Converter
	name        string // under content/
	section     string // the first folder of its name
	cards, list bool   // it shows cards, and a list that scripts fill
}

// reads reports whether Hugo would read something in HTML as its own, such as {{<a href=…>, or warn of it: a comment stands where a page
// has HTML of its own.
func reads(html []byte) bool {
	if bytes.Contains(html, []byte("<!--")) {
		return true
	}
	for {
		i := bytes.Index(html, []byte("{{"))
		if i < 0 {
			return false
		}
		if html = html[i+1:]; len(html) > 1 && strings.IndexByte("<%_", html[1]) >= 0 {
			return true
		}
	}
}

// html returns the body of the page called name as HTML, errLeft where that is for Hugo to do.
func (c *Converter) html(name string, body []byte) (*page, []byte, error) {
	p := &page{Converter: c, name: name, section: sectionOf(name)}
	with, err := c.goldmark.New(converter.DocumentContext{DocumentID: name, Filename: name})
	if err != nil {
		return nil, nil, err
	}
	out, err := with.Convert(converter.RenderContext{Ctx: context.Background(), Src: body, GetRenderer: p.hook})
	if err != nil {
		return nil, nil, err
	}
	if reads(out.Bytes()) {
		return nil, nil, errLeft
	}
	return p, out.Bytes(), nil
}

// hook returns what renders elements of a kind. Those that no template of layouts/_markup is for have no hook.
func (p *page) hook(kind hooks.RendererType, _ any) any {
	switch kind {
	case hooks.LinkRendererType:
		return linkHook{p}
	case hooks.ImageRendererType:
		return imageHook{p}
	case hooks.TableRendererType, hooks.CodeBlockRendererType:
		return p
	}
	return nil
}

func sectionOf(name string) string {
	section, _, found := strings.Cut(name, "/")
	if !found {
		return ""
	}
	return section
}

// A target is a page that others link to.
type target struct {
	address   string // from the root of the site; empty where only Hugo knows it
	section   string
	agency    string // whose page it is
	indicator string
}

// plainName is a page whose address is its name, whatever Hugo makes of names.
var plainName = regexp.MustCompile(`^(?:[a-z0-9_-]+/)*[a-z0-9_-]+\.md$`)

// newTarget returns the page called name, with what the front matter says of it.
func newTarget(name string, f front) *target {
	t := &target{section: sectionOf(name), agency: f.agency, indicator: f.indicator}
	base := name[strings.LastIndexByte(name, '/')+1:]
	switch {
	case f.moved || base == "index.md" || !plainName.MatchString(name):
	case base == "_index.md":
		t.address = "/" + strings.TrimSuffix(name, "_index.md") + "index.html"
	default:
		t.address = "/" + strings.TrimSuffix(name, ".md") + ".html"
	}
	return t
}

// to returns the page at a destination such as /agencies/x.md.
func (p *page) to(destination string) (name string, t *target, err error) {
	name, rooted := strings.CutPrefix(destination, "/")
	if t = p.pages[name]; !rooted || t == nil || t.address == "" {
		return "", nil, errLeft
	}
	return name, t, nil
}
