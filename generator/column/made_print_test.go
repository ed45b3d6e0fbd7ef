package column_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// pdf writes sheets as a PDF with a font that it does not carry.
func (p press) pdf(sheets []*sheet) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	kids := ""
	for i := range sheets {
		kids += fmt.Sprintf("%d 0 R ", 5+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(sheets)))
	object("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>")
	object("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]>>")
	for i, s := range sheets {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>", s.width, s.height, 6+2*i))
		content := p.content(s)
		object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(offsets)+1, start)
	return b.Bytes()
}

// content returns what draws a page.
func (p press) content(s *sheet) string {
	var b strings.Builder
	for _, r := range s.rules {
		x0, y0, x1, y1 := r[0], s.height-r[1], r[2], s.height-r[3]
		if p.ruling == boxed {
			fmt.Fprintf(&b, "%.2f %.2f %.2f %.2f re f\n", x0-0.24, y1-0.24, x1-x0+0.48, y0-y1+0.48)
			continue
		}
		fmt.Fprintf(&b, "0.5 w %.2f %.2f m %.2f %.2f l S\n", x0, y0, x1, y1)
	}
	for _, t := range s.texts {
		hex := ""
		for _, u := range utf16.Encode([]rune(t.text)) {
			hex += fmt.Sprintf("%04X", u)
		}
		fmt.Fprintf(&b, "BT /F %g Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n", t.size, t.x, s.height-t.y, hex)
	}
	return b.String()
}

// millimetres are those of a point.
const millimetres = 25.4 / 72

// ofd writes sheets as an OFD file.
func (p press) ofd(t *testing.T, sheets []*sheet) []byte {
	parts := map[string]string{"OFD.xml": `<OFD><DocBody><DocInfo><DocID>1</DocID></DocInfo><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>`}
	list := ""
	for i, s := range sheets {
		list += fmt.Sprintf(`<Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, i+1, i)
		parts[fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i)] = `<Page><Content><Layer>` + p.objects(s) + `</Layer></Content></Page>`
	}
	parts["Doc_0/Document.xml"] = fmt.Sprintf(`<Document><CommonData><PageArea><PhysicalBox>0 0 %.2f %.2f</PhysicalBox></PageArea></CommonData><Pages>%s</Pages></Document>`,
		sheets[0].width*millimetres, sheets[0].height*millimetres, list)
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// objects returns what stands on a page.
func (p press) objects(s *sheet) string {
	var b strings.Builder
	for _, r := range s.rules {
		x, y, w, h := r[0]*millimetres, r[1]*millimetres, (r[2]-r[0])*millimetres, (r[3]-r[1])*millimetres
		if p.ruling == boxed {
			fmt.Fprintf(&b, `<PathObject Boundary="%.3f %.3f %.3f %.3f" Stroke="false" Fill="true"><AbbreviatedData>M 0 0 L %.3f 0 L %.3f %.3f L 0 %.3f C</AbbreviatedData></PathObject>`,
				x-0.1, y-0.1, w+0.2, h+0.2, w+0.2, w+0.2, h+0.2, h+0.2)
			continue
		}
		fmt.Fprintf(&b, `<PathObject Boundary="%.3f %.3f %.3f %.3f"><AbbreviatedData>M 0 0 L %.3f %.3f</AbbreviatedData></PathObject>`, x, y, w+0.2, h+0.2, w, h)
	}
	for _, t := range s.texts {
		size := t.size * millimetres
		var steps []string
		for _, r := range t.text {
			steps = append(steps, fmt.Sprintf("%.3f", advance(r)*size))
		}
		fmt.Fprintf(&b, `<TextObject Boundary="%.3f %.3f %.3f %.3f" Size="%.3f"><TextCode X="0" Y="%.3f" DeltaX="%s">%s</TextCode></TextObject>`,
			t.x*millimetres, t.y*millimetres-size, 200.0, 1.3*size, size, size, strings.Join(steps[:len(steps)-1], " "), html.EscapeString(t.text))
	}
	return b.String()
}

// prints are the ways in which made tables are printed.
var prints = []struct {
	name  string
	plain bool
	press
}{
	{"drawn lines", false, press{stroked, 600, false, false}},
	{"thin boxes", false, press{boxed, 600, false, false}},
	{"over pages", false, press{boxed, 110, false, false}},
	{"over pages, the head again", false, press{stroked, 140, true, false}},
	{"over pages, merged cells cut", false, press{boxed, 110, true, true}},
	{"three lines", true, press{threeWay, 600, false, false}},
	{"no lines", true, press{unruled, 600, false, false}},
	{"no lines, over pages, the head again", true, press{unruled, 150, true, false}},
}

// TestPrinted reads back made tables that stand on pages. A table without lines may stay text, with a doubt; one with
// lines must have each cell where it was drawn.
func TestPrinted(t *testing.T) {
	for _, format := range []string{"pdf", "ofd"} {
		t.Run(format, func(t *testing.T) {
			s := &score{seeds: 4}
			for _, print := range prints {
				s.of(t, print.name+" in "+format, format, print.plain, func(t *testing.T, m *made) []byte {
					if format == "pdf" {
						return print.pdf(print.set(m))
					}
					return print.ofd(t, print.set(m))
				})
			}
			s.tell(t)
		})
	}
}
