package docx

import (
	"zhengce/generator/format/archive"

	_ "embed"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed symbols.txt
var symbolTables string

// symbolFonts are the characters of symbol fonts by the name of the font in lower case and their place in it.
var symbolFonts = readSymbols(symbolTables)

func readSymbols(text string) map[string]map[rune]string {
	out := map[string]map[rune]string{}
	var font map[rune]string
	for _, l := range strings.Split(text, "\n") {
		words := strings.Fields(l)
		switch {
		case len(words) == 0 || words[0] == "#":
		case strings.HasPrefix(l, "["):
			font = map[rune]string{}
			out[strings.ToLower(strings.Trim(l, "[]"))] = font
		default:
			for i := 0; i+1 < len(words); i += 2 {
				n, err := strconv.ParseUint(words[i], 16, 8)
				if err != nil || font == nil {
					panic("format: internal error: symbols.txt: " + l)
				}
				font[rune(n)] = words[i+1]
			}
		}
	}
	return out
}

// symbolFont returns the characters of a font; nil of one for letters.
func symbolFont(name string) map[rune]string {
	return symbolFonts[strings.ToLower(strings.TrimSpace(name))]
}

// glyph returns what a character of a symbol font looks like; a font's places stand at U+F000, too.
// One that no table has is noted.
func (d *reader) glyph(font map[rune]string, name string, r rune) string {
	place := r
	if 0xF000 <= r && r <= 0xF0FF {
		place = r - 0xF000
	}
	switch s, ok := font[place]; {
	case ok:
		return s
	case place == ' ' || place == 0xA0:
		return " "
	case place < ' ' || place > 0xFF:
		return string(r)
	}
	d.unknownGlyph(name, place)
	return string(0xF000 + place) // not a letter that it does not look like
}

// unknownGlyph notes a character of a symbol font that no table has.
func (d *reader) unknownGlyph(name string, place rune) {
	if d.symbols == 0 {
		d.symbolName, d.symbolPlace = name, place
	}
	d.symbols++
}

// symbol reads a character that is named by font and place.
func (d *reader) symbol(x *archive.Reader, e xml.StartElement, p *paragraph, k look) {
	defer x.Skip()
	code := archive.Value(e, "char")
	text := symbolText(e.Name.Local, code)
	if text == "" {
		return
	}
	r, _ := utf8.DecodeRuneInString(text)
	shown := text
	if text != code || len(code) == 0 {
		name := archive.Value(e, "font")
		switch font := symbolFont(name); {
		case font != nil:
			shown = d.glyph(font, name, r)
		case 0xE000 <= r && r <= 0xF8FF:
			d.unknownGlyph(name, r&0xFF)
		}
	}
	d.emit(p, shown, k, d.entry(x, text))
}

// symbolText returns what an attribute of an element says: of a symbol the character that its number stands for.
func symbolText(element, text string) string {
	if element != "sym" && element != "symEx" {
		return text
	}
	n, err := strconv.ParseUint(text, 16, 32)
	if err != nil || n == 0 || !utf8.ValidRune(rune(n)) {
		return text
	}
	return string(rune(n))
}

// glyphs returns text as the fonts of its look show it.
func (d *reader) glyphs(text string, k look) string {
	if symbolFont(k.ascii) == nil && symbolFont(k.hAnsi) == nil && symbolFont(k.eastAsia) == nil {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if name := k.fontFor(r); name != "" {
			b.WriteString(d.glyph(symbolFont(name), name, r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fontFor returns the symbol font in which Word shows a character, "" where it shows it as it is.
func (k look) fontFor(r rune) string {
	var fonts []string
	switch {
	case ' ' <= r && r < 0x80:
		fonts = []string{k.ascii}
	case 0xA0 <= r && r <= 0xFF:
		fonts = []string{k.hAnsi}
	case 0xF000 <= r && r <= 0xF0FF:
		fonts = []string{k.hAnsi, k.ascii, k.eastAsia}
	}
	for _, f := range fonts {
		if symbolFont(f) != nil {
			return f
		}
	}
	return ""
}
