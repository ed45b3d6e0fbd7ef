package verify

import (
	"io"
	"regexp"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// readStyle notes the addresses in a style sheet or style attribute that begins at the place from, and refuses what may load
// something or hides what it is.
func (f *file) readStyle(text string, from place) {
	l := css.NewLexer(parse.NewInputString(text))
	at, read := from, 0
	for {
		kind, data := l.Next()
		if kind == css.ErrorToken {
			break
		}
		f.styleToken(kind, string(data), at)
		at = after(at, data)
		read += len(data)
	}
	if l.Err() != io.EOF || read != len(text) {
		f.fail(at, "style", "the style cannot be read from here on")
	}
}

func (f *file) styleToken(kind css.TokenType, data string, at place) {
	name := strings.ToLower(strings.Trim(data, "@("))
	switch kind {
	case css.FunctionToken:
		if !allowed.functions[name] {
			f.fail(at, "style", "no style may use %s", data+")")
		}
	case css.AtKeywordToken:
		if !allowed.rules[name] {
			f.fail(at, "style", "no style may use %s", data)
		}
	case css.URLToken:
		f.styleLoads(data, at)
	case css.BadStringToken, css.BadURLToken, css.CDOToken, css.CDCToken:
		f.fail(at, "style", "the style holds %q, which browsers read in different ways", data)
	}
}

var styleAddress = regexp.MustCompile(`^(?i:url)\(\s*(?:"([^"\\]*)"|'([^'\\]*)'|([^"'\\\s]*))\s*\)$`)

// styleLoads notes an address that a style loads.
func (f *file) styleLoads(token string, at place) {
	m := styleAddress.FindStringSubmatch(token)
	if m == nil {
		f.fail(at, "style", "the address in %s is not written plainly", token)
		return
	}
	if address := m[1] + m[2] + m[3]; address != "" && !strings.HasPrefix(address, "#") {
		f.shows(address, at)
	}
}
