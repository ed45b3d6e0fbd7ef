package source_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"zhengce/generator/source"
)

func TestPosition(t *testing.T) {
	const text = "一、总体要求\n\n　　（一）到2020年，增长7%。\n末行"
	f := source.NewFile("seeds/x.txt", text)
	tests := []struct {
		at   string // the offset of the first place where this text stands
		want source.Position
	}{
		{"一、", source.Position{File: "seeds/x.txt", Line: 1, Column: 1}},
		{"总体", source.Position{File: "seeds/x.txt", Line: 1, Column: 3}},
		{"\n\n", source.Position{File: "seeds/x.txt", Line: 1, Column: 7}},
		{"　　", source.Position{File: "seeds/x.txt", Line: 3, Column: 1}},
		{"2020", source.Position{File: "seeds/x.txt", Line: 3, Column: 7}},
		{"行", source.Position{File: "seeds/x.txt", Line: 4, Column: 2}},
	}
	for _, tt := range tests {
		if got := f.Position(strings.Index(text, tt.at)); got != tt.want {
			t.Errorf("position of %q = %v, want %v", tt.at, got, tt.want)
		}
	}
	if got, want := f.Position(len(text)+9), f.Position(len(text)); got != want {
		t.Errorf("an offset after the end is at %v, want %v", got, want)
	}
	if got, want := f.Position(-1), f.Position(0); got != want {
		t.Errorf("an offset before the beginning is at %v, want %v", got, want)
	}
}

// TestFolds: the places of a text that leaves out line breaks are those of the seed.
func TestFolds(t *testing.T) {
	const seed = "　　由省发展改\n革委牵头，\n 建成Big  \n　Data平台。\n末行"
	f := source.NewFile("x", "　　由省发展改革委牵头，建成Big Data平台。\n末行")
	at := func(s string) int { return strings.Index(f.Text, s) }
	f.Folds = []source.Fold{{At: at("革"), Left: 1}, {At: at("建"), Indent: 1, Left: 3}, {At: at("Data"), Indent: 1, Left: 6}}
	for i := range f.Text {
		start, end := f.Characters(source.Span{Start: i, End: len(f.Text)})
		if got, want := source.Squeeze(string([]rune(seed)[start:end])), source.Squeeze(f.Text[i:]); got != want {
			t.Errorf("from offset %d on the seed has %q, want %q", i, got, want)
		}
		p := f.Position(i)
		if line := []rune(strings.Split(seed, "\n")[p.Line-1]); f.Offset(p) != i || p.Column > len(line)+1 {
			t.Errorf("offset %d is at %v, which is offset %d", i, p, f.Offset(p))
		}
	}
	for words, want := range map[string]source.Position{"改": {File: "x", Line: 1, Column: 7}, "革": {File: "x", Line: 2, Column: 1},
		"建": {File: "x", Line: 3, Column: 2}, "Data": {File: "x", Line: 4, Column: 2}, "末": {File: "x", Line: 5, Column: 1}} {
		if got := f.Position(at(words)); got != want {
			t.Errorf("position of %q = %v, want %v", words, got, want)
		}
	}
	start, end := f.Characters(source.Span{Start: at("由"), End: at("革")})
	if got := string([]rune(seed)[start:end]); got != "由省发展改" {
		t.Errorf("a span that ends at a line break is %q", got)
	}
	if start, end := f.Characters(source.Span{Start: at("末"), End: at("末")}); start != end {
		t.Errorf("an empty span is %d to %d", start, end)
	}
}

func TestBlocks(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n\u3000\n\u200b\n", nil},
		{"一", []string{"一"}},
		{"　　一 二　\n\n三\n", []string{"一 二", "三"}},
		{"\ufeff一\u00a0\n\t二", []string{"一", "二"}},
	}
	for _, tt := range tests {
		f := source.NewFile("x", tt.text)
		var got []string
		for _, b := range f.Blocks {
			got = append(got, f.Slice(b.Span))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("blocks of %q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestSpan(t *testing.T) {
	span := func(start, end int) source.Span { return source.Span{Start: start, End: end} }
	tests := []struct {
		a, b               source.Span
		contains, overlaps bool
	}{
		{span(0, 9), span(0, 9), true, true},
		{span(0, 9), span(3, 5), true, true},
		{span(3, 5), span(0, 9), false, true},
		{span(0, 5), span(5, 9), false, false},
		{span(0, 6), span(5, 9), false, true},
		{span(0, 2), span(5, 9), false, false},
	}
	for _, tt := range tests {
		if got := tt.a.Contains(tt.b); got != tt.contains {
			t.Errorf("%v contains %v: %v", tt.a, tt.b, got)
		}
		if got := tt.a.Overlaps(tt.b); got != tt.overlaps {
			t.Errorf("%v overlaps %v: %v", tt.a, tt.b, got)
		}
	}
	if !span(3, 3).Empty() || span(3, 4).Empty() || span(3, 9).Len() != 6 {
		t.Error("Empty or Len is wrong")
	}
}

func TestSqueeze(t *testing.T) {
	const text = " 一\t二\u3000三\u00a0\u200b\ufeff\u00ad 4 \r\n"
	if got := source.Squeeze(text); got != "一二三4" {
		t.Errorf("Squeeze = %q", got)
	}
}

// encoded returns text in GB18030 and UTF-16 of both byte orders.
func encoded(t testing.TB, text string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{"UTF-8": []byte(text)}
	var err error
	if out["GB18030"], err = simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text)); err != nil {
		t.Fatal(err)
	}
	for name, order := range map[string]unicode.Endianness{"UTF-16LE": unicode.LittleEndian, "UTF-16BE": unicode.BigEndian} {
		if out[name], err = unicode.UTF16(order, unicode.UseBOM).NewEncoder().Bytes([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestDecode(t *testing.T) {
	const text = "豫政〔2015〕42号\n　　一、总体要求——“○〇”，€。\n"
	for name, data := range encoded(t, text) {
		got, encoding, err := source.Decode(data)
		if err != nil || got != text || encoding != name {
			t.Errorf("%s is read as %s %q, %v", name, encoding, got, err)
		}
	}
	for _, tt := range []struct{ name, data, want string }{
		{"byte order mark", "\ufeff一", "一"},
		{"line breaks of Windows", "一\r\n二\r\n", "一\n二\n"},
		{"line breaks of old Macs", "一\r二", "一\n二"},
		{"private use", "一\ue004二", "一\ue004二"},
	} {
		if got, _, err := source.Decode([]byte(tt.data)); got != tt.want || err != nil {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestDecodeNoText(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"a zero", "一\x00", "no text: byte 3 is zero; expected text in UTF-8, UTF-16 with byte order mark, or GB18030"},
		{"a zip", "PK\x03\x04\x14\x00", "no text: byte 5 is zero; expected text in UTF-8, UTF-16 with byte order mark, or GB18030"},
		{"a picture", "\x89PNG\r\n\x1a\n\xff\xff\xff", "no text: byte 0 is neither UTF-8 nor GB18030; save the file as UTF-8"},
		{"a text cut inside a character", "文件\xe6\x96", "no text: byte 6 is broken UTF-8; the file is cut off or damaged"},
		{"Latin 1", "caf\xe9 cr\xe8me", "no text: byte 3 is neither UTF-8 nor GB18030; save the file as UTF-8"},
		{"control characters", "ab\x01\x02\x03", "no text: more than one character in twenty is a control character"},
		{"a zero in UTF-16", "\xff\xfe\x00\x00", "no text: character at byte 0 is zero"},
	} {
		if text, _, err := source.Decode([]byte(tt.data)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %q, error %v; want %s", tt.name, text, err, tt.want)
		}
	}
}

func TestErrors(t *testing.T) {
	a, b := source.NewFile("seeds/a.txt", "一\n二、三"), source.NewFile("seeds/b.txt", "四")
	var l source.ErrorList
	l.Add(b, 0, source.Failure, "x", "last")
	l.Add(a, len("一\n二、"), source.Warning, "x", "number %s follows %s", "（三）", "（一）")
	l.Add(a, 0, source.Failure, "x", "first").Hint = "do this\nand that"
	l = append(l, &source.Error{Position: source.Position{File: "seeds/a.txt"}, Severity: source.Failure, Message: "the whole file"})
	l.Sort()
	want := "seeds/a.txt: the whole file\nseeds/a.txt:1:1: first\n\tdo this\n\tand that\nseeds/a.txt:2:3: warning: number （三） follows （一）\nseeds/b.txt:1:1: last"
	if got := l.Error(); got != want {
		t.Errorf("list:\n%s\nwant:\n%s", got, want)
	}
	if got := l.Failures(); len(got) != 3 || l.Err() == nil {
		t.Errorf("%d failures, error %v", len(got), l.Err())
	}
	if err := l[2:3].Err(); err != nil {
		t.Errorf("warnings alone are the error %v", err)
	}
}

// FuzzDecode checks on any bytes that what is taken for text is text whose positions rise with
// the offsets, and that its blocks hold every character that is no white space.
func FuzzDecode(f *testing.F) {
	for _, data := range encoded(f, "豫政〔2015〕42号\r\n　　一、要求\ufeff。\n") {
		f.Add(data)
	}
	f.Add([]byte("\x00"))
	f.Add([]byte("a\rb\r\n\r\nc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := source.Decode(data)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			t.Fatalf("%q is no clean text", text)
		}
		checkPositions(t, source.NewFile("x", text))
	})
}

func checkPositions(t *testing.T, f *source.File) {
	t.Helper()
	last := source.Position{}
	for i := range f.Text {
		p := f.Position(i)
		if p.Line < last.Line || p.Line == last.Line && p.Column != last.Column+1 || p.Line > last.Line && (p.Line != last.Line+1 || p.Column != 1) {
			t.Fatalf("offset %d is at %v, the character before it at %v", i, p, last)
		}
		last = p
	}
	var held strings.Builder
	at := 0
	for _, b := range f.Blocks {
		if b.Start < at || b.End <= b.Start || f.Trim(b.Span) != b.Span {
			t.Fatalf("block %v after offset %d", b.Span, at)
		}
		held.WriteString(f.Squeezed(b.Span))
		at = b.End
	}
	if want := source.Squeeze(f.Text); held.String() != want {
		t.Fatalf("blocks hold %q, the text is %q", held.String(), want)
	}
}
