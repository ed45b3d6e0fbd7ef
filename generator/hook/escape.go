package hook

import (
	"fmt"
	"strings"

	"github.com/gohugoio/hugo/tpl"
)

// Texts are escaped as html/template does it in the places where they stand in layouts/_markup.
var (
	escaper  = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")
	restorer = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")
)

// escape returns text as HTML, or as the value of an attribute.
func escape(text string) string { return escaper.Replace(text) }

// attributeOf returns the words of HTML, which have no elements any more, as the value of an attribute.
func attributeOf(words string) string { return restorer.Replace(words) }

// plain returns HTML without its elements.
func plain(html string) string { return tpl.StripHTML(html) }

// unsafe are the bytes of an address that are written as %xx; of those in kept, not where an address may have any part.
const kept = "!#$&*+,/:;=?@[]"

// address returns a whole address as the value of an attribute.
func address(s string) string { return escape(encode(s, kept)) }

// fragment returns what stands behind # as the value of an attribute.
func fragment(s string) string { return escape(encode(s, "")) }

func encode(s, kept string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~", c) >= 0, strings.IndexByte(kept, c) >= 0,
			c == '%' && kept != "" && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02x", c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
