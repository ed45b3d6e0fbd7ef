package audit

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"zhengce/generator/say"
)

// Text returns every line of a plain text or of Markdown.
func Text(data []byte) ([]Part, error) {
	text, err := decoded(data)
	if err != nil {
		return nil, err
	}
	return []Part{{Nodes: lines(text)}}, nil
}

// picture is a picture written into a text, of which its name stays.
var picture = regexp.MustCompile(`data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=%]{100,}`)

// Markdown returns every line of a Markdown file but for the pictures written into it.
func Markdown(data []byte) ([]Part, error) {
	text, err := decoded(data)
	if err != nil {
		return nil, err
	}
	return []Part{{Nodes: lines(picture.ReplaceAllString(text, "data:,"))}}, nil
}

// decoded returns data as UTF-8: in the first of the encodings of papers in which it is text.
func decoded(data []byte) (string, error) {
	if len(data) >= 2 && (data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF) {
		return from(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	}
	if bytes.IndexByte(data, 0) < 0 && utf8.Valid(data) {
		return string(data), nil
	}
	gb, err := from(simplifiedchinese.GB18030, data)
	if err == nil && bytes.IndexByte(data, 0) < 0 && usual(gb) {
		return gb, nil // UTF-16 has zeros where lines end
	}
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		if text, err := from(unicode.UTF16(order, unicode.IgnoreBOM), data); err == nil && usual(text) {
			return text, nil
		}
	}
	return gb, err
}

// usual reports whether nine in ten characters are letters of ASCII, Han characters or their marks:
// in the wrong order of bytes hardly any is.
func usual(text string) bool {
	some, all := 0, 0
	for _, r := range text {
		all++
		if r == '\n' || r == '\r' || r == '\t' || ' ' <= r && r < 0x7F || 0x2010 <= r && r <= 0x2026 || 0x3000 <= r && r <= 0x303F || 0x4E00 <= r && r <= 0x9FFF || 0xFF00 <= r && r <= 0xFF5E {
			some++
		}
	}
	return some*10 >= all*9
}

func from(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", say.New("is text in no encoding that papers have")
	}
	return string(out), nil
}
