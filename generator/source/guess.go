package source

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"zhengce/generator/say"
)

//go:embed common.txt
var commonList string

// common are the characters of which every text in Chinese or Japanese has many.
var common = readCommon(commonList)

func readCommon(list string) map[rune]bool {
	out := map[rune]bool{}
	for _, line := range strings.Split(list, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, r := range line {
				out[r] = true
			}
		}
	}
	return out
}

// A tally counts the characters of a text by what they are.
type tally struct {
	han, common, kana, hangul int
	plain                     int // ASCII and Chinese marks
	all                       int // without white space
}

func count(text string) tally {
	var t tally
	for _, r := range text {
		if IsSpace(r) {
			continue
		}
		t.all++
		switch {
		case common[r]:
			t.han++
			t.common++
		case unicode.Is(unicode.Han, r):
			t.han++
		case 0x3041 <= r && r <= 0x30FF:
			t.kana++
		case unicode.Is(unicode.Hangul, r):
			t.hangul++
		case ' ' < r && r < 0x7F, 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFF5E, 0x2010 <= r && r <= 0x2026:
			t.plain++
		}
	}
	return t
}

// fewHan is the number of Han characters below which their frequency says nothing.
const fewHan = 8

// likely reports whether the characters are those of a text in Chinese: of the frequent ones, every
// paper has a half, and other text that was read as GB18030 a tenth.
func (t tally) likely() bool { return t.han < fewHan || t.common*4 >= t.han }

// others are the encodings that are told by their text and not read.
var others = []struct {
	name     string
	encoding encoding.Encoding
	is       func(tally) bool
}{
	{"Big5", traditionalchinese.Big5, func(t tally) bool { return t.common*3 >= t.han && t.han > 0 && (t.han+t.plain)*10 >= t.all*8 }},
	{"Shift_JIS", japanese.ShiftJIS, japaneseText},
	{"EUC-JP", japanese.EUCJP, japaneseText},
	{"EUC-KR", korean.EUCKR, func(t tally) bool { return t.hangul*2 >= t.all }},
}

// japaneseText reports whether a text has kana with its Han characters, or frequent ones without.
func japaneseText(t tally) bool {
	return (t.kana*8 >= t.han && t.kana > 0 || t.common*4 >= t.han && t.han > 0) && (t.kana+t.han+t.plain)*10 >= t.all*8
}

// other returns the name of the encoding that data looks like, if it is none that is read, with the
// frequency of its characters.
func other(data []byte) (name string, t tally) {
	for _, o := range others {
		text, err := o.encoding.NewDecoder().Bytes(data)
		if err != nil || strings.ContainsRune(string(text), utf8.RuneError) {
			continue
		}
		if t := count(string(text)); o.is(t) {
			return o.name, t
		}
	}
	return "", tally{}
}

// misread reports whether text, which is data read as GB18030, is more likely text in another
// encoding, and which.
func misread(data []byte, text string) (name string, wrong bool) {
	gb := count(text)
	name, t := other(data)
	switch {
	case name != "" && t.common*gb.han > 2*gb.common*t.han: // twice as frequent as in GB18030
		return name, true
	case gb.kana*4 > gb.han && gb.common*2 < gb.han:
		return name, true
	case gb.likely() && (gb.han >= fewHan || gb.common > 0):
		return "", false
	case !gb.likely():
		return name, true
	}
	// A few characters, none of them frequent: names, or bytes that happen to be valid.
	_, err := simplifiedchinese.HZGB2312.NewEncoder().String(text)
	return name, err != nil
}

// refusal is the error for text in an encoding that is not read.
func refusal(name string, bad int) error {
	if name == "" {
		return say.Errorf("no text: byte %d is neither UTF-8 nor GB18030, and the characters are not those of a text in Chinese; save the file as UTF-8", bad)
	}
	return say.Errorf("no text: byte %d is neither UTF-8 nor GB18030; the file looks like %s: open it in an editor with that encoding and save it as UTF-8", bad, name)
}

// unmarked returns data as UTF-8 if it is UTF-16 without a byte order mark: by its characters, which
// in the other order would be rare ones.
func unmarked(data []byte) (text []byte, name string, ok bool) {
	if len(data) < 4 || len(data)%2 != 0 {
		return nil, "", false
	}
	for _, big := range []bool{false, true} {
		if loneSurrogate(data, big) >= 0 {
			continue
		}
		name, order := "UTF-16LE", utf16.LittleEndian
		if big {
			name, order = "UTF-16BE", utf16.BigEndian
		}
		text, err := utf16.UTF16(order, utf16.IgnoreBOM).NewDecoder().Bytes(data)
		if err != nil || strings.ContainsRune(string(text), 0) {
			continue
		}
		if t := count(string(text)); t.all > 0 && (t.han+t.plain)*10 >= t.all*9 && (t.common*4 >= t.han || t.han < fewHan) && (t.common > 0 || t.han == 0) {
			return text, name, true
		}
	}
	return nil, "", false
}
