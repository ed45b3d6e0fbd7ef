package pages

import (
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

const fraction = `<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>甲</mi><mi>乙</mi></mfrac></math>`

// fractionMark is how fraction stands in the title of an image.
var fractionMark = quoteTitle(formulaMark.title(mathML(fraction)))

// strew marks stretches of f that begin and end anywhere, also within characters' reach of each other.
func strew(f *source.File) {
	kinds := []source.Mark{{Kind: source.Struck}, {Kind: source.Superscript}, {Kind: source.Formula, Note: fraction}, {Kind: source.Subscript}, {Kind: source.Ruby, Note: "dú"}}
	at := map[source.MarkKind]int{}
	n := 0
	for i := range f.Text {
		m := kinds[n%len(kinds)]
		if n++; i < at[m.Kind] {
			continue
		}
		m.Start, m.End = i, min(len(f.Text), i+n%9*7)
		for m.End < len(f.Text) && f.Text[m.End]&0xC0 == 0x80 {
			m.End++
		}
		at[m.Kind] = m.End
		f.Marks = append(f.Marks, m)
	}
}

// TestMarks lays marks and findings over one line. A mark is written [kind:from-to], a finding as its words.
func TestMarks(t *testing.T) {
	const text = "亩产达到105公斤，CO2减排"
	at := func(words string) source.Span {
		i := strings.Index(text, words)
		if i < 0 {
			t.Fatalf("no %q", words)
		}
		return source.Span{Start: i, End: i + len(words)}
	}
	mark := func(kind source.MarkKind, words, note string) source.Mark {
		return source.Mark{Span: at(words), Kind: kind, Note: note}
	}
	link := func(words string) finding { return finding{at(words), "x.md", ""} }
	for name, tt := range map[string]struct {
		marks []source.Mark
		found []finding
		notes []note
		want  string
	}{
		"alone":                      {[]source.Mark{mark("sup", "5", ""), mark("sub", "2", "")}, nil, nil, `亩产达到10![5](# "sup")公斤，CO![2](# "sub")减排`},
		"in a finding":               {[]source.Mark{mark("sup", "5", "")}, []finding{link("105公斤")}, nil, `亩产达到[10![5](# "sup")公斤](x.md)，CO2减排`},
		"around a finding":           {[]source.Mark{mark("s", "达到105公斤，", "")}, []finding{link("105公斤")}, nil, `亩产![达到](# "s")[![105公斤](# "s")](x.md)![，](# "s")CO2减排`},
		"across a finding":           {[]source.Mark{mark("s", "达到10", "")}, []finding{link("105公斤")}, nil, `亩产![达到](# "s")[![10](# "s")5公斤](x.md)，CO2减排`},
		"in each other":              {[]source.Mark{mark("s", "105公斤", ""), mark("sup", "5", "")}, nil, nil, `亩产达到![10![5](# "sup")公斤](# "s")，CO2减排`},
		"across each other":          {[]source.Mark{mark("s", "达到10", ""), mark("sup", "105", "")}, nil, nil, `亩产![达到![10](# "sup")](# "s")![5](# "sup")公斤，CO2减排`},
		"ruby":                       {[]source.Mark{mark("ruby", "亩", "mǔ")}, nil, nil, `![亩](# "ruby mǔ")产达到105公斤，CO2减排`},
		"ruby, a finding in it":      {[]source.Mark{mark("ruby", "亩产", "mǔ chǎn")}, []finding{link("产达到")}, nil, `[![亩产](# "ruby mǔ chǎn")达到](x.md)105公斤，CO2减排`},
		"ruby half struck":           {[]source.Mark{mark("ruby", "亩产", "mǔ"), mark("s", "产达到", "")}, nil, nil, `![亩![产](# "s")](# "ruby mǔ")![达到](# "s")105公斤，CO2减排`},
		"formula":                    {[]source.Mark{mark("math", "105公斤", fraction), mark("sup", "5", "")}, []finding{link("5")}, nil, `亩产达到[![105公斤](#` + fractionMark + `)](x.md)，CO2减排`},
		"formula that is none":       {[]source.Mark{mark("math", "105公斤", "<b>"), mark("sup", "5", "")}, nil, nil, `亩产达到10![5](# "sup")公斤，CO2减排`},
		"two formulas, a finding":    {[]source.Mark{mark("math", "亩产", fraction), mark("math", "105", fraction)}, []finding{link("产达到10")}, nil, `[![亩产](#` + fractionMark + `)达到![105](#` + fractionMark + `)](x.md)公斤，CO2减排`},
		"a note in a formula":        {[]source.Mark{mark("math", "105公斤", fraction)}, nil, []note{{at("公斤").Start, "疑"}}, `亩产达到[](# "note 疑")![105公斤](#` + fractionMark + `)，CO2减排`},
		"a note in what is struck":   {[]source.Mark{mark("s", "105公斤", "")}, nil, []note{{at("公斤").Start, "疑"}}, `亩产达到![105](# "s")[](# "note 疑")![公斤](# "s")，CO2减排`},
		"of no kind, outside, empty": {[]source.Mark{mark("blink", "5", ""), {Span: source.Span{Start: 5, End: 999}, Kind: "s"}, {Span: source.Span{Start: -3, End: 3}, Kind: "s"}, {Span: source.Span{Start: 3, End: 3}, Kind: "s"}, mark("ruby", "亩", " ")}, nil, nil, text},
	} {
		f := source.NewFile("x", text+"\n")
		f.Marks = tt.marks
		o := layOver(f, tt.found)
		o.notes = tt.notes
		if got := o.text(source.Span{Start: 0, End: len(text)}); got.md != tt.want || got.text != source.Squeeze(text) {
			t.Errorf("%s:\n%s\nwant\n%s", name, got.md, tt.want)
		}
	}
}

// TestMarksOfBlocks: a mark over several blocks stands in each.
func TestMarksOfBlocks(t *testing.T) {
	f := source.NewFile("x", "甲乙\n 丙\n")
	f.Marks = []source.Mark{{Span: source.Span{Start: 3, End: 11}, Kind: source.Struck}}
	o := layOver(f, nil)
	if got := o.text(f.Blocks[0].Span).md + "/" + o.text(f.Blocks[1].Span).md; got != `甲![乙](# "s")/![丙](# "s")` {
		t.Error(got)
	}
}

func TestMathML(t *testing.T) {
	const in, out = `<math><semantics><mrow data-added="">`, `</mrow>`
	for _, tt := range []struct{ note, want string }{
		{fraction, in + `<mrow><mfrac><mi>甲</mi><mi>乙</mi></mfrac></mrow>` + out},
		{`<m:math xmlns:m="http://www.w3.org/1998/Math/MathML" display="block"><m:mn>1</m:mn></m:math>`, `<math display="block"><semantics><mrow data-added=""><mrow><mn>1</mn></mrow>` + out},
		{`<mn>1</mn><mo stretchy="false" href="x" style="a" id="b" onclick="c">&lt;</mo>`, in + `<mn>1</mn><mo stretchy="false">&lt;</mo>` + out},
		{`<mi>x<script>alert(1)</script></mi>`, in + `<mi>x</mi>` + out},
		{`<mtext><img xmlns="http://www.w3.org/1999/xhtml" src="x"/>a</mtext>`, in + `<mtext>a</mtext>` + out},
		{`<mstyle mathcolor="red" scriptlevel="1" lspace="9999em"><mspace/></mstyle>`, in + `<mstyle scriptlevel="1"><mspace></mspace></mstyle>` + out},
		{`<maction actiontype="x"><mi>a</mi></maction>`, ""},
		{`<mi>a`, ""}, {`</mi>`, ""}, {`a < b`, ""}, {"", ""}, {"甲", ""}, {`<!DOCTYPE m [<!ENTITY a "b">]><mi>&a;</mi>`, ""},
		{strings.Repeat("<mrow>", 300) + strings.Repeat("</mrow>", 300), ""},
		{"<mi>" + strings.Repeat("a", mathBytes) + "</mi>", ""},
	} {
		if got := mathML(tt.note); got != tt.want {
			t.Errorf("%.80s\n%.300s\nwant\n%.300s", tt.note, got, tt.want)
		}
	}
}

func FuzzMathML(f *testing.F) {
	f.Add(fraction)
	f.Add(`<mi>x<script>alert(1)</script></mi><mo href="javascript:x">&amp;&#60;b></mo>`)
	f.Fuzz(func(t *testing.T, note string) {
		md := "![甲](#" + quoteTitle(formulaMark.title(mathML(strings.ToValidUTF8(note, "?")))) + ")"
		if got := textOf(render(t, md)); got != "甲" {
			t.Errorf("%q is read back as %q", md, got)
		}
	})
}

// TestWords: where lists quote a paper, its marks stand on the page and small characters in the spreadsheet.
func TestWords(t *testing.T) {
	f := source.NewFile("x", "到2025年，亩产 105公斤\n")
	at := strings.Index(f.Text, "亩")
	s := source.Span{Start: at, End: len(f.Text) - 1}
	if got := words(f, s, "亩产105公斤"); got != plain("亩产105公斤") {
		t.Errorf("without marks: %v", got)
	}
	five := strings.LastIndex(f.Text, "5公")
	f.Marks = []source.Mark{{Span: source.Span{Start: five, End: five + 1}, Kind: source.Superscript}}
	if got, want := words(f, s, "亩产105公斤"), (inline{`亩产 10![5](# "sup")公斤`, "亩产10⁵公斤"}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got := words(f, s, "另外的话"); got != plain("另外的话") {
		t.Errorf("of other words: %v", got)
	}
}

// TestManyMarks: a long line full of marks and findings takes time by its length, also where one mark covers it all.
func TestManyMarks(t *testing.T) {
	const n = 20_000
	f := source.NewFile("x", strings.Repeat("甲乙2丙丁", n)+"\n")
	const size = len("甲乙2丙丁")
	found := make([]finding, 0, n)
	f.Marks = []source.Mark{{Span: source.Span{Start: 0, End: n * size}, Kind: source.Struck}}
	for i := range n {
		f.Marks = append(f.Marks, source.Mark{Span: source.Span{Start: i*size + 6, End: i*size + 7}, Kind: source.Superscript})
		found = append(found, finding{source.Span{Start: i*size + 3, End: i*size + 7}, "x.md", ""})
	}
	o := layOver(f, found)
	if got, want := strings.Count(o.text(f.Blocks[0].Span).md, "[2](# \"sup\")"), n; got != want {
		t.Errorf("%d marks, want %d", got, want)
	}
	if got := strings.Count(f.Raised(f.Blocks[0].Span), "²"); got != n {
		t.Errorf("%d small characters, want %d", got, n)
	}
	for _, b := range f.Blocks {
		for i := range n {
			f.MarksIn(source.Span{Start: b.Start + i, End: b.Start + i + 1})
		}
	}
}

// TestTaskPieces cuts a task at the differences from another; its marks stay, also those that a difference cuts.
func TestTaskPieces(t *testing.T) {
	f := source.NewFile("seeds/x.txt", "一、产量达到 105吨，\n减少CO2排放，面积300m2。\n")
	for _, m := range []struct {
		kind     source.MarkKind
		in, from string
	}{{source.Superscript, "05吨", "5"}, {source.Subscript, "CO2", "2"}, {source.Superscript, "m2", "2"}} {
		at := strings.Index(f.Text, m.in) + strings.Index(m.in, m.from)
		f.Marks = append(f.Marks, source.Mark{Span: source.Span{Start: at, End: at + len(m.from)}, Kind: m.kind})
	}
	doc, _ := document.Parse(f)
	d := &catalog.Document{Facts: &policy.Facts{Document: doc}}
	s := source.Span{Start: strings.Index(f.Text, "产"), End: len(f.Text) - 1}
	words := taskPieces(&catalog.Task{Document: d, Span: s, Text: f.Squeezed(s)})
	var md, text []string
	for _, piece := range []string{"产量达到10", "5吨", "，减少CO", "2", "排放，面积300m2", "。"} {
		x := words(piece)
		md, text = append(md, strings.NewReplacer("](#"+quoteTitle(superMark.title())+")", "^", "](#"+quoteTitle(subMark.title())+")", "_", "![", "").Replace(x.md)), append(text, x.text)
	}
	if got, want := strings.Join(md, "|"), "产量达到 10|5^吨|，减少CO|2_|排放，面积300m2^|。"; got != want {
		t.Errorf("pieces are %q, expected %q", got, want)
	}
	if got, want := strings.Join(text, ""), "产量达到10⁵吨，减少CO₂排放，面积300m²。"; got != want {
		t.Errorf("as text %q, expected %q", got, want)
	}
}
