package print

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample returns a PDF of the form that Chromium writes, with two pages.
func sample(cmap string) []byte {
	f := &pdfFile{header: []byte("%PDF-1.4\n%\xd3\xeb\xe9\xe1\n"), root: 3, info: 1, objects: map[int][]byte{
		1:  []byte("<</Title <FEFF4EBA>\n/Creator (Mozilla/5.0 \\(X11; Linux\\) HeadlessChrome)\n/Producer (Skia/PDF m156)\n/CreationDate (D:20260101000000+00'00')\n/ModDate (D:20260101000000+00'00')>>"),
		3:  []byte("<</Type /Catalog\n/Pages 4 0 R\n/Lang (zh-CN)>>"),
		4:  []byte("<</Type /Pages\n/Count 2\n/Kids [5 0 R 6 0 R]>>"),
		5:  []byte("<</Type /Page\n/Resources <</Font <</F8 8 0 R>>>>\n/ID (node00000571)>>"),
		6:  []byte("<</Type /Page\n/Headers [(node00000571) (node00000573)]>>"),
		8:  []byte("<</Type /Font\n/Subtype /Type3\n/ToUnicode 10 0 R>>"),
		10: nil,
	}}
	f.setStream(10, []byte(cmap))
	return f.bytes()
}

func TestReadFile(t *testing.T) {
	f, err := readFile(sample(""))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.pages(), map[int]int{5: 1, 6: 2}; !maps.Equal(got, want) {
		t.Errorf("pages = %v, want %v", got, want)
	}
	if again := f.bytes(); !bytes.Equal(again, sample("")) {
		t.Errorf("the file reads back differently:\n%s", cmp.Diff(string(sample("")), string(again)))
	}
}

func TestReadFileRefuses(t *testing.T) {
	good := sample("")
	for name, data := range map[string][]byte{
		"nothing":      nil,
		"no PDF":       []byte("<html>"),
		"cut off":      good[:len(good)/2],
		"without end":  good[:len(good)-7],
		"wrong table":  []byte(strings.Replace(string(good), "startxref\n", "startxref\n9", 1)),
		"moved table":  append([]byte("%"), good...),
		"without root": []byte(strings.Replace(string(good), "/Root 3", "/Root 9", 1)),
	} {
		if _, err := readFile(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestSettle: two prints of one page differ in the clock and in running numbers; settled, they do not.
func TestSettle(t *testing.T) {
	one := sample("")
	two := bytes.ReplaceAll(one, []byte("20260101"), []byte("20270908"))
	two = bytes.ReplaceAll(two, []byte("node00000571"), []byte("node00004571"))
	two = bytes.ReplaceAll(two, []byte("node00000573"), []byte("node00004575"))
	var settled []string
	for _, data := range [][]byte{one, two} {
		f, err := readFile(data)
		if err != nil {
			t.Fatal(err)
		}
		f.settle()
		settled = append(settled, string(f.bytes()))
	}
	if settled[0] != settled[1] {
		t.Error(cmp.Diff(settled[0], settled[1]))
	}
	if strings.Contains(settled[0], "Date") || !strings.Contains(settled[0], "\n/Creator (zhengce)\n") {
		t.Errorf("clock or browser remain:\n%s", settled[0])
	}
	if !strings.Contains(settled[0], "/Headers [(node00000001) (node00000002)]") {
		t.Error("numbers of elements do not match")
	}
}

const cmapFrame = "begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n%sendcmap\n"

func TestMend(t *testing.T) {
	chars := func(lines ...string) string {
		return fmt.Sprintf("%d beginbfchar\n%s\nendbfchar\n", len(lines), strings.Join(lines, "\n"))
	}
	tests := []struct{ name, text, cmap, want string }{
		{"radical", "人民", chars("<08> <2F08>", "<18> <6C11>"), chars("<08> <4EBA>", "<18> <6C11>")},
		{"radical of the text", "⼈民", chars("<08> <2F08>"), chars("<08> <2F08>")},
		{"both in the text", "⼈人", chars("<08> <2F08>"), chars("<08> <2F08>")},
		{"supplement", "长", chars("<08> <2ED3>"), chars("<08> <957F>")},
		{"compatibility", "〈", chars("<08> <2329>"), chars("<08> <3008>")},
		{"nothing like it", "民", chars("<08> <2F08>"), chars("<08> <2F08>")},
		{"range", "一人丁", "1 beginbfrange\n<01> <03> <2F07>\nendbfrange\n", chars("<01> <2F07>", "<02> <4EBA>", "<03> <2F09>")},
		{"beyond 16 bits", "𠮷人", chars("<0008> <D842DFB7>", "<0009> <2F08>"), chars("<0008> <D842DFB7>", "<0009> <4EBA>")},
		{"several characters", "ffi", chars("<08> <006600660069>"), chars("<08> <006600660069>")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := readFile(sample(fmt.Sprintf(cmapFrame, tt.cmap)))
			if err != nil {
				t.Fatal(err)
			}
			text := map[rune]bool{}
			for _, r := range tt.text {
				text[r] = true
			}
			if err := f.mend(text); err != nil {
				t.Fatal(err)
			}
			got, err := f.stream(10)
			if err != nil {
				t.Fatal(err)
			}
			if want := fmt.Sprintf(cmapFrame, tt.want); string(got) != want {
				t.Error(cmp.Diff(want, string(got)))
			}
		})
	}
}

func TestTwins(t *testing.T) {
	for r, want := range map[rune]rune{'⼈': '人', '⻚': '页', '⼾': '户', '㬵': '胶', 'ʻ': '‘', '•': '‧'} {
		if !slices.Contains(twins[r], want) {
			t.Errorf("twins of %c are %c, without %c", r, twins[r], want)
		}
	}
	for r, list := range twins {
		if slices.Contains(list, r) {
			t.Errorf("%c is its own twin", r)
		}
	}
}
