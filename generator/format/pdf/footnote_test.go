package pdf

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/pdfium"
)

// noteAt is a line of writing of ten points.
func noteAt(x, y float64, text string) []pdfium.Character {
	out := at(x, y, text)
	for i := range out {
		c := &out[i]
		c.Size, c.X = 10, x+10*float64(i)
		c.Box.Left, c.Box.Right = c.X, c.X+10
	}
	return out
}

// TestFootnotes holds that a paragraph goes on over the footnotes of its page, and that they follow it; small writing that
// is no note stays where it is.
func TestFootnotes(t *testing.T) {
	const half, rest = "各林场①要在防火期以前把隔离带清理一遍，宽度不少于二十米，坡陡路险和靠近村庄的，由县林业局会同乡镇村庄另行确", "定宽度并立桩。"
	body := folded(80, 640, 24, 27, half)
	next := onPage(at(80, 60, rest), at(112, 90, "二、配齐灭火机具。"), at(112, 114, "三、每日通报火险。"))
	note, more := "①含国有林场和集体林场，不含苗圃", "和自然保护地。"
	for _, tt := range []struct {
		name  string
		pages []page
		want  string
	}{
		{"a note", []page{onPage(body, noteAt(80, 720, note), noteAt(80, 733, more)), next}, half + rest + "\n" + note + "\n" + more + "\n二、配齐灭火机具。\n三、每日通报火险。\n"},
		{"two notes on the last page", []page{onPage(body, noteAt(80, 720, "①含集体林场。"), noteAt(80, 733, "②含县级。"))}, half + "\n①含集体林场。\n②含县级。\n"},
		{"a note of a page that is full", []page{onPage(at(112, 640, "一、清理隔离带。"), noteAt(80, 720, "[1]含集体林场。")), onPage(at(112, 90, "二、配齐灭火机具。"), at(112, 114, "三、每日通报火险。"))},
			"一、清理隔离带。\n[1]含集体林场。\n二、配齐灭火机具。\n三、每日通报火险。\n"},
		{"no note", []page{onPage(body, noteAt(80, 720, "承办单位：县林业局防火办公室")), next}, half + "\n承办单位：县林业局防火办公室\n" + rest + "\n二、配齐灭火机具。\n三、每日通报火险。\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, pdfText(t, tt.pages...)); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRomanPages holds that Roman numbers that count the pages are page numbers, and others are text.
func TestRomanPages(t *testing.T) {
	p := func(text, number string) page { return onPage(at(80, 300, text), at(290, 760, number)) }
	want := "护林员每日巡山两次。\n遇有火情立即上报。\n- i\n- ii\n"
	if diff := cmp.Diff(want, pdfText(t, p("护林员每日巡山两次。", "i"), p("遇有火情立即上报。", "ii"))); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	want = "护林员每日巡山两次。\nVI\n遇有火情立即上报。\nIX\n"
	if diff := cmp.Diff(want, pdfText(t, p("护林员每日巡山两次。", "VI"), p("遇有火情立即上报。", "IX"))); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}
