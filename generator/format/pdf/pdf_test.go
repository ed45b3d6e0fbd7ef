package pdf

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/pdfium"
	"zhengce/generator/source"
)

// readAll reads pages.
func readAll(pages []page) (*source.File, error) {
	return readPages("x.pdf", len(pages), func(i int) (page, error) { return pages[i], nil })
}

// at places a word on a page of 600 by 800 points, y downwards: each Chinese character 16 points wide,
// others 8, and as high as some fonts say.
func at(x, y float64, text string) []pdfium.Character {
	var out []pdfium.Character
	for _, r := range text {
		width := 8.0
		if r >= 0x2000 {
			width = 16
		}
		c := pdfium.Character{Rune: r, X: x, Y: 784 - y, Size: 16, Box: pdfium.Box{Left: x, Bottom: 760 - y, Right: x + width, Top: 800 - y}}
		out = append(out, c)
		x += width
	}
	return out
}

func onPage(words ...[]pdfium.Character) page {
	return page{bounds: pdfium.Box{Right: 600, Top: 800}, chars: slices.Concat(words...)}
}

// TestLayout reads pages whose lines begin at 80 and end at 400, twenty characters apart.
func TestLayout(t *testing.T) {
	body := []page{
		onPage(at(80, 60, "某某文件汇编"), at(184, 100, "关于某某的通知"), at(80, 140, "各市、县（市、区）人民政府，省政府各部门"), at(80, 170, "、直属机构："),
			at(112, 200, "为加强某某工作，在2014\u00AD2020年期间"), at(80, 230, "各地要坚持突出重点和统筹推进，现就有关事"), at(80, 260, "项通知如下。"),
			at(112, 290, "⼀、总体要求"), at(112, 320, "坚持统筹推进、分步实施和因地制宜的原"), at(220, 760, "—1—")),
		onPage(at(80, 60, "某某文件汇编"), at(80, 100, "则，全面落实任务&推动高质量发展，促进创新。"), at(80, 130, "教育厅"), at(200, 130, "牵头"), at(300, 130, "1"),
			at(80, 160, "further words"), at(190, 160, "here"), at(220, 760, "—2—")),
		onPage(at(80, 60, "某某文件汇编"), at(112, 100, "二、保障措施"), at(220, 760, "—3—")),
	}
	f, err := readAll(body)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, b := range f.Blocks {
		for _, n := range f.Noise {
			if n.Contains(b.Span) {
				got.WriteString("- ")
			}
		}
		got.WriteString(f.Slice(b.Span) + "\n")
	}
	want := "关于某某的通知\n各市、县（市、区）人民政府，省政府各部门、直属机构：\n为加强某某工作，在2014-2020年期间各地要坚持突出重点和统筹推进，现就有关事项通知如下。\n" +
		"⼀、总体要求\n坚持统筹推进、分步实施和因地制宜的原则，全面落实任务&推动高质量发展，促进创新。\n教育厅  牵头  1\nfurther words here\n二、保障措施\n" +
		"- —1—\n- —2—\n- —3—\n- 某某文件汇编\n- 某某文件汇编\n- 某某文件汇编\n"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if len(f.Problems) > 0 {
		t.Errorf("problems %v", f.Problems)
	}
}

// TestLayoutRefused holds that text which nobody could read is none.
func TestLayoutRefused(t *testing.T) {
	for _, tt := range []struct {
		pages []page
		want  string
	}{
		{nil, "the PDF has no text: its pages (0) are pictures; "},
		{[]page{onPage(at(1, 1, "扫描件"))}, "the PDF has no text: its pages (1) are pictures; "},
		{[]page{onPage(at(1, 1, strings.Repeat("\uE001", 9)))}, "the PDF does not say which characters its fonts draw; "},
	} {
		if _, err := readAll(tt.pages); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%v: error %v, want %s", tt.pages, err, tt.want)
		}
	}
}
