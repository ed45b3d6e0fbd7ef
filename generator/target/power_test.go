package target

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

func TestPowers(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"10⁵个、3×10⁴吨、2.3×10²吨、1,2×10²吨", "100000个 count; 30000吨 size; 230吨 size; 1 ; 200吨 size"},
		{"3x10⁴吨，3X10^4吨，3*10⁴吨，3＊10⁴吨，3·10⁴吨", "30000吨 size; 30000吨 size; 30000吨 size; 30000吨 size; 30000吨 size"},
		{"10⁻³克，5×10^-2克", "0.001克 size; 0.05克 size"},
		{"10⁴—10⁵个", "10000-100000个 count"},
		{"10⁵m²，5km²，5m³，5m⁴，5cm²", "100000m² size; 5km² size; 5m³ size; 5cm² size"},
		{"30²家，2⁴家，⁵家", ""},
		{"10⁹⁹⁹个，10^999个，10^个，10⁻个", "10 ; 999个 count; 10 ; 10 "},
		{"CO₂、PM₂·₅、H₂O", ""},
	} {
		if got := readAll(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// markedFile returns the file of a text in which {x} is raised and [x] lowered.
func markedFile(text string) *source.File {
	var b strings.Builder
	var marks []source.Mark
	for _, r := range text {
		switch r {
		case '{', '[':
			kind := source.Superscript
			if r == '[' {
				kind = source.Subscript
			}
			marks = append(marks, source.Mark{Span: source.Span{Start: b.Len()}, Kind: kind})
		case '}', ']':
			marks[len(marks)-1].End = b.Len()
		default:
			b.WriteRune(r)
		}
	}
	f := source.NewFile("x", b.String())
	f.Marks = marks
	return f
}

// TestMarks reads digits that the file raises or lowers: none is a figure of its own, nor goes on with one.
func TestMarks(t *testing.T) {
	const head = "甲市重点工作方案\n一、重点任务\n（一）抓好落实。"
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"到2025年，建成粮仓3×10{4}吨，改造面积超过10{5}m{2}。", []string{"=30000吨 @2025", ">100000m² @2025"}},
		{"到2025年，CO[2]排放量下降5%以上，PM[2.5]浓度降到35微克/立方米以下。", []string{"≥5% @2025", "≤35微克/立方米 @2025"}},
		{"到2025年，库容超过5{ 2 }个。", nil},
		{"到2025年，覆盖率达到95%{1}以上，参加企业达到30家{〔2〕}以上。", []string{"≥95% @2025", "≥30家 @2025"}},
		{"到2025年，用水量降到4{0}立方米以下。", nil},
	} {
		d, _ := document.Parse(markedFile(head + tt.text + "\n"))
		var got []string
		for _, i := range newFinder(d).find(nil, nil) {
			got = append(got, describe(i))
			if quote := d.File.Squeezed(i.Span); i.Quote != quote {
				t.Errorf("%s: quote %q is not the text %q", tt.text, i.Quote, quote)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

// TestMarksOfParagraph gives a paragraph the marks that stand in it, also one that begins before.
func TestMarksOfParagraph(t *testing.T) {
	f := markedFile("10{5}m{2}、CO[2]、2{3")
	f.Marks[len(f.Marks)-1].End = len(f.Text)
	d, _ := document.Parse(f)
	for text, want := range map[string]string{"105m2": "10⁵m²", "5m": "m", "CO2": "CO₂", "、": "、"} {
		at := strings.Index(f.Text, text)
		if got := newFinder(d).read(source.Span{Start: at, End: at + len(text)}).s; got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}

// TestExponents reads what stands above the line, or behind ^.
func TestExponents(t *testing.T) {
	for _, tt := range []struct {
		text   string
		read   func(string) (string, int)
		digits string
		length int
	}{
		{"⁵吨", exponent, "5", len("⁵")},
		{"¹²", exponent, "12", len("¹²")},
		{"⁻²", exponent, "-2", len("⁻²")},
		{"⁵⁻", exponent, "5", len("⁵")},
		{"⁻", exponent, "", 0},
		{"", exponent, "", 0},
		{"吨", exponent, "", 0},
		{"¹²³⁴", exponent, "", 0},
		{"^5吨", caretExponent, "5", len("^5")},
		{"^-3", caretExponent, "-3", len("^-3")},
		{"^24", caretExponent, "24", len("^24")},
		{"^123", caretExponent, "", 0},
		{"^", caretExponent, "", 0},
		{"^-", caretExponent, "", 0},
		{"5", caretExponent, "", 0},
	} {
		if digits, length := tt.read(tt.text); digits != tt.digits || length != tt.length {
			t.Errorf("%q: %q of length %d, want %q of %d", tt.text, digits, length, tt.digits, tt.length)
		}
	}
}
