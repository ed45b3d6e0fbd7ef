package source

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"zhengce/generator/say"
)

// Decode returns data as UTF-8 text with unified line breaks, and the name of the encoding it
// was in: UTF-8, UTF-16, or GB18030. Data that is text in none of them is an error that says where
// the first bad byte stands, and which encoding it looks like by the frequency of its characters.
func Decode(data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		encoding = "UTF-16LE"
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		encoding = "UTF-16BE"
	}
	if encoding != "" {
		if i := loneSurrogate(data, encoding == "UTF-16BE"); i >= 0 {
			return "", "", say.Errorf("no text: byte %d is broken %s; the file is cut off or damaged", i, encoding)
		}
		data, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", "", say.Errorf("broken %s text: %v", encoding, err)
		}
		return finishText(data, encoding)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	zero := bytes.IndexByte(data, 0)
	if zero < 0 && utf8.Valid(data) {
		if bytes.Contains(data, []byte("\x1B$")) {
			return "", "", refusal("ISO-2022", bytes.IndexByte(data, 0x1B))
		}
		return finishText(data, "UTF-8")
	}
	if text, name, ok := unmarked(data); ok {
		return finishText(text, name)
	}
	if zero >= 0 {
		return "", "", say.Errorf("no text: byte %d is zero; expected text in UTF-8, UTF-16 with byte order mark, or GB18030", zero)
	}
	return decodeGB(data)
}

// decodeGB decodes data, which is not UTF-8, as GB18030 if it is text in that.
func decodeGB(data []byte) (text, encoding string, err error) {
	bad := firstInvalid(data)
	if brokenUTF8(data) {
		return "", "", say.Errorf("no text: byte %d is broken UTF-8; the file is cut off or damaged", bad)
	}
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) || !looksChinese(decoded) {
		name, _ := other(data)
		if name == "" {
			return "", "", say.Errorf("no text: byte %d is neither UTF-8 nor GB18030; save the file as UTF-8", bad)
		}
		return "", "", refusal(name, bad)
	}
	if name, wrong := misread(data, string(decoded)); wrong {
		return "", "", refusal(name, bad)
	}
	return finishText(decoded, "GB18030")
}

// loneSurrogate returns the offset of the first half of a character in UTF-16 that has no other half,
// or of a byte that is left over, or -1.
func loneSurrogate(data []byte, big bool) int {
	unit := func(i int) rune {
		if big {
			return rune(data[i])<<8 | rune(data[i+1])
		}
		return rune(data[i+1])<<8 | rune(data[i])
	}
	i := 0
	for ; i+1 < len(data); i += 2 {
		if !utf16.IsSurrogate(unit(i)) {
			continue
		}
		if i+3 >= len(data) || utf16.DecodeRune(unit(i), unit(i+2)) == utf8.RuneError {
			return i
		}
		i += 2
	}
	if i < len(data) {
		return i
	}
	return -1
}

func finishText(data []byte, encoding string) (string, string, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", "", say.Errorf("no text: character at byte %d is zero", i)
	}
	if controls(data)*20 > len(data) {
		return "", "", say.Errorf("no text: more than one character in twenty is a control character")
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), encoding, nil
}

func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7F {
			n++
		}
	}
	return n
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// brokenUTF8 reports whether data, which is not valid UTF-8, has at least as many whole Han characters
// in UTF-8 as bytes that belong to none. GB18030 text has far fewer, but would otherwise take in
// UTF-8 text with a damaged byte and turn all of it into other characters.
func brokenUTF8(data []byte) bool {
	han, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n == 3:
			han++
		}
		i += n
	}
	return han >= bad
}

// looksChinese reports whether at least a third of the characters above ASCII are Han or
// Chinese punctuation: other bytes that happen to be valid GB18030 are rarely that.
func looksChinese(text []byte) bool {
	han, other := 0, 0
	for _, r := range string(text) {
		switch {
		case r < 0x80:
		case 0x4E00 <= r && r <= 0x9FFF, 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFFEF, 0x2010 <= r && r <= 0x2026:
			han++
		default:
			other++
		}
	}
	return han > 0 && han*2 >= other
}
