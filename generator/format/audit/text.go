package audit

import (
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Text returns every line of a plain text or of Markdown.
func Text(data []byte) ([]Part, error) {
	text, err := decoded(data)
	if err != nil {
		return nil, err
	}
	return []Part{{Nodes: lines(text)}}, nil
}

// decoded returns data as UTF-8: in the first of the encodings of papers in which it is text.
func decoded(data []byte) (string, error) {
	if len(data) >= 2 && (data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF) {
		return from(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	}
	zeros := [2]int{} // at even and at odd places
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[0] == 0 && zeros[1] == 0 && utf8.Valid(data):
		return string(data), nil
	case zeros[0] > zeros[1]:
		return from(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), data)
	case zeros[1] > 0:
		return from(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), data)
	}
	return from(simplifiedchinese.GB18030, data)
}

func from(e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", errors.New("is text in no encoding that papers have")
	}
	return string(out), nil
}
