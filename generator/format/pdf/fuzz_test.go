package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"

	"zhengce/generator/format/audit"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/pdfium"
	"zhengce/generator/source"
)

// FuzzPDFText lays out characters that stand anywhere on two pages: each takes five bytes of the input.
func FuzzPDFText(f *testing.F) {
	f.Add("一、甲乙丙丁戊己庚辛壬癸", []byte("aaaaabbbbbcccccdddddeeeeefffffggggghhhhh"))
	f.Add("⼀甲乙丙丁戊己—1—甲乙丙丁戊己庚辛", []byte{1, 2, 0, 0, 9, 1, 3, 0, 0, 9, 200, 2, 90, 1, 5, 100, 255, 180, 1, 3})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		pages := make([]page, 2)
		for i := range pages {
			pages[i].bounds = pdfium.Box{Right: 600, Top: 800}
		}
		for _, r := range text {
			if len(places) < 5 {
				break
			}
			b := places[:5]
			places = places[5:]
			x, y, p := float64(b[0])*3, float64(b[1])*4, &pages[b[3]&1]
			size := float64(b[4]%32) + 1
			if b[3]&2 != 0 {
				p.rules = append(p.rules, pdfium.Rule{X0: x, Y0: y, X1: x + float64(b[4]), Y1: y}, pdfium.Rule{X0: x, Y0: y, X1: x, Y1: y + float64(b[2])})
			}
			p.chars = append(p.chars, pdfium.Character{Rune: r, X: x, Y: y, Size: size, Angle: float64(b[2]) / 40,
				Hidden: b[3]&4 != 0, Unknown: b[3]&8 != 0, Box: pdfium.Box{Left: x, Bottom: y - 2, Right: x + size, Top: y + size}})
		}
		file, err := readAll(pages)
		if err == nil {
			filetest.Check(t, file)
			checkAccount(t, file, pages)
		}
	})
}

// checkAccount holds that the account has every character of the pages, and each at its place of the text.
func checkAccount(t *testing.T, f *source.File, pages []page) {
	t.Helper()
	var have, want []rune
	for _, p := range pages {
		for _, c := range p.chars {
			if !source.IsSpace(c.Rune) {
				want = append(want, c.Rune)
			}
		}
	}
	for _, e := range f.Account {
		have = append(have, []rune(source.Squeeze(e.Text))...)
		if e.Fate != source.LeftOut && utf8.RuneCountInString(f.Squeezed(e.Span)) != utf8.RuneCountInString(e.Text) {
			t.Fatalf("%q stands as %q", e.Text, f.Slice(e.Span))
		}
	}
	if string(have) != string(want) {
		t.Fatalf("the account has %q of %q", string(have), string(want))
	}
}

// FuzzPDF holds that no damage to a file makes its reader panic, and that what is read of it is accounted for.
func FuzzPDF(f *testing.F) {
	f.Add(pdfFile(shown(80, 700, "一、总体要求和目标"), ""))
	f.Add(pdfFile(shown(80, 700, "一、总体要求")+"q 80 600 200 20 re S Q ", "", "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[1 1 9 9]>>", "<</Type/Annot/Subtype/FreeText/Contents(c)/Rect[1 1 9 9]>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read("x.pdf", data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("error is no one clear line: %q", err)
			}
			return
		}
		filetest.Check(t, file)
		parts, err := audit.PDF(data)
		if err != nil {
			t.Fatal(err)
		}
		if lost := audit.Losses(parts, file.Account); lost != nil {
			t.Fatalf("lost %v of %q", lost, file.Text)
		}
	})
}
