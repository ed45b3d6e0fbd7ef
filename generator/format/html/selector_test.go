package html_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"zhengce/generator/internal/formattest"
)

// TestSelectors holds which text style sheets hide: each sheet hides the text 密文, however it says so.
func TestSelectors(t *testing.T) {
	const two = `<p>三、甲。</p><p>密文</p>`
	for _, tt := range []struct{ style, body string }{
		{`.b p:nth-child(2){display:none}`, `<div class=b>` + two + `</div>`},
		{`.b>p:last-child{visibility:hidden}`, `<div class=b>` + two + `</div>`},
		{`.b p:nth-last-of-type(2n+1){display:none}`, `<div class=b>` + two + `</div>`},
		{`.b *:not(.k, .l):only-of-type{display:none}`, `<div class=b><p class=k>三、甲。</p><h6>密文</h6></div>`},
		{`p:empty,[data-a="1"]{display:none}`, `<p>三、<b data-a=1>密文</b>甲。</p>`},
		{`[class^="mix-"]{font-size:0}`, `<p>三、<b class=mix-3>密文</b>甲。</p>`},
		{`[lang|=zz]{display:none}`, `<p>三、<b lang=zz-a>密文</b>甲。</p>`},
		{`h5 + p{display:none}`, `<p>三、甲。</p><h5>四、乙。</h5><p>密文</p>`},
		{`h5 ~ .z{display:none}`, `<p>三、甲。</p><h5>四、乙。</h5><p>五、丙。</p><p class=z>密文</p>`},
		{`:is(p,div).y{display:none}`, two[:len("<p>三、甲。</p>")] + `<p class=y>密文</p>`},
		{`.x:where(.y,.z){display:none}`, `<p>三、<i class="x z">密文</i>甲。</p>`},
		{`.y{position:absolute;clip-path:inset(100%)}`, `<p>三、<i class=y>密文</i>甲。</p>`},
		{`.y{display:inline-block;transform:scale(0)}`, `<p>三、<i class=y>密文</i>甲。</p>`},
		{`.y{transform:translateX(-9999px)}`, `<p>三、<i class=y>密文</i>甲。</p>`},
		{`.y{color:rgba(0, 0, 0, 0)}`, `<p>三、<i class=y>密文</i>甲。</p>`},
		{`.y{font:0/0 a}`, `<p>三、<i class=y>密文</i>甲。</p>`},
		{`.y{content-visibility:hidden}`, `<p>三、甲。</p><div class=y>密文</div>`},
		{`.w-1\/2{display:none}`, `<p>三、<i class="w-1/2">密文</i>甲。</p>`},
	} {
		f, err := formattest.Read(t, "x.html", []byte(`<style>`+tt.style+`</style>`+paper+tt.body))
		if err != nil {
			t.Fatal(err)
		}
		if got := formattest.Paper(f); strings.Contains(got, "密文") || !strings.Contains(got, "甲。") {
			t.Errorf("%s: the paper is %s", tt.style, got)
		}
		if got := formattest.Noise(f); got != "页面上不显示的文字：密文" {
			t.Errorf("%s: noise %s", tt.style, got)
		}
		if len(f.Problems) > 0 {
			t.Errorf("%s: %v", tt.style, f.Problems)
		}
	}
}

// TestShownText holds that what no selector is about is shown, and that a rule which is not understood is told.
func TestShownText(t *testing.T) {
	for _, tt := range []struct{ style, doubt string }{
		{`p:hover{display:none}`, ""}, {`p:nth-child(99){display:none}`, ""}, {`p:not(p){display:none}`, ""}, {`h1 + p{display:none}`, ""},
		{`p::selection{display:none}`, ""}, {`p{color:transparent;background:linear-gradient(red,blue)}`, ""}, {`p{transform:scale(0.9)}`, ""}, {`p{font:12px/1.5 a}`, ""},
		{`p:contains("甲"){display:none}`, "style-unread"}, {`p:has(b){display:none}`, "style-unread"}, {`p:has(b){color:red}`, ""},
	} {
		f, err := formattest.Read(t, "x.html", []byte(`<style>`+tt.style+`</style>`+paper+`<p>三、甲。</p>`))
		if err != nil {
			t.Fatal(err)
		}
		if got := formattest.Paper(f); got != paperText+"三、甲。\n" {
			t.Errorf("%s: the paper is %s", tt.style, got)
		}
		got := ""
		for _, p := range f.Problems {
			got += p.Code
		}
		if got != tt.doubt {
			t.Errorf("%s: doubts %q, want %q", tt.style, got, tt.doubt)
		}
	}
}

// TestDearSelectors holds that selectors by place take no time without end.
func TestDearSelectors(t *testing.T) {
	for name, page := range map[string]string{
		"many beside each other": `<style>p:nth-child(odd) b{display:none}h1 ~ p{display:none}p:nth-last-child(3n){font-size:0}</style><div>` + strings.Repeat("<p>三、甲。<b>乙</b></p>", 15_000) + `</div>`,
		"many in each other":     `<style>div div div > div div > div div x{display:none}</style>` + strings.Repeat("<div>", 400) + paper + strings.Repeat("<x>三、甲。</x>", 1000),
		"many selectors":         `<style>` + strings.Repeat(`:is(p,b):is(.a,.b):is(.c,.d):is(.e,.f):is(.g,.h):is(.i,.j){display:none}`, 3000) + `</style>` + paper,
	} {
		start := time.Now()
		if _, err := formattest.Read(t, "x.html", []byte(page)); err != nil {
			t.Error(err)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		} else {
			t.Log(name, d)
		}
	}
}

// TestSigns holds what web pages draw or raise: boxes to tick, small letters, numbers of lists.
func TestSigns(t *testing.T) {
	for _, tt := range []struct{ body, text, marks string }{
		{`<p>三、<input type=checkbox checked>是<input type=checkbox>否<input type=radio name=a checked>甲<input type=radio name=a>乙。</p>`, "三、☑是☐否◉甲○乙。", ""},
		{`<p>三、10<span style="font-size:60%;vertical-align:text-top">8</span>吨，<i style="position:relative;top:-.5em;font-size:9px">注</i>。</p>`, "三、108吨，注。", "sup 8\nsup 注\n"},
		{`<p>三、N<span style="font-size:smaller;vertical-align:-4px">2</span>，<b style="vertical-align:-2px">图</b>，<b style="position:relative;top:-2px">标</b>。</p>`, "三、N2，图，标。", "sub 2\n"},
		{`<p>三、<output>五</output>座，<meter value=1>一成</meter>完。</p>`, "三、五座，完。", ""},
		{`<ol style="list-style:lower-greek inside"><li>甲<li>乙</ol><ol style="list-style:outside hiragana"><li>丙</ol>`, "α. 甲\nβ. 乙\n1. 丙", ""},
	} {
		f, err := formattest.Read(t, "x.html", []byte(paper+tt.body))
		if err != nil {
			t.Fatal(err)
		}
		if got := formattest.Paper(f); got != paperText+tt.text+"\n" {
			t.Errorf("%s: the paper is %s", tt.body, got)
		}
		got := ""
		for _, m := range f.Marks {
			got += fmt.Sprintf("%s %s\n", m.Kind, f.Slice(m.Span))
		}
		if got != tt.marks {
			t.Errorf("%s: marks %q, want %q", tt.body, got, tt.marks)
		}
	}
}
