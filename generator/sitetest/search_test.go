package sitetest

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// asked are queries of ten classes. One that is looked up in other forms too has them after "=".
var asked = []string{
	// agencies
	"省发展改革委", "财政厅", "省商务厅", "人民政府", "国土资源厅", "郑州海关", "工业和信息化厅=工业和信息化委=经济和信息化委=工业信息化厅", "环保厅",
	// short names, and what they find as printed
	"发改委=发展改革委", "省发改委=省发展改革委", "工信厅=工业和信息化厅=工业和信息化委=经济和信息化委=工业信息化厅", "国资委", "住建厅=住房城乡建设厅", "人社厅=人力资源社会保障厅", "czt=财政厅", "swt=商务厅=水利厅",
	// terms
	"产业集聚区", "发展", "承接产业转移", "知识产权", "融资", "土地", "主导产业", "物流",
	// stretches cut across words
	"集聚区提", "厅、财政", "革创新发", "业转移", "济发展方", "区建设", "设用地", "。（责任单位",
	// several terms
	"财政厅 商务厅", "产业　转移", "土地 税收 融资", "企业 金融", "标准 厂房", "人才 培训", "发展 改革", "项目 用地 指标",
	// numbers
	"2020年=二〇二〇年", "50%", "亿元", "2015", "30%", "1000亿元", "100", "第一",
	// one character
	"的", "省", "《", "、", "一", "税", "1", "P",
	// width and other variants
	"５０％", "PPP", "ppp", "ｐｐｐ", "二○一", "二零一", "（一）", "(一)",
	// document numbers
	"〔2010〕28号=[2010]28号", "国发[2010]28号=国发〔2010〕28号", "豫政(2015)42号=豫政〔2015〕42号", "豫政【2015】42号=豫政〔2015〕42号", "豫政〔2015〕42号", "42号", "28号", "〔2011〕",
	// words that stand nowhere
	"没有这个词", "zzz", "量子纠缠", "税 没有这个词", "发展改革委员", "9999亿元", "〔1949〕1号", "龘",
}

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// folded is the form in which the test looks words up, made apart from the generator's.
func folded(s string) string {
	s = strings.ToLower(norm.NFKC.String(strings.Join(strings.Fields(s), "")))
	return strings.NewReplacer("○", "〇", "零", "〇", "“", `"`, "”", `"`, "‘", "'", "’", "'").Replace(s)
}

// holds reports whether every word of one of the forms of a query stands in one of the texts.
func holds(forms []string, texts ...string) bool {
	return slices.ContainsFunc(forms, func(form string) bool {
		for _, word := range strings.Fields(form) {
			if !slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, folded(word)) }) {
				return false
			}
		}
		return true
	})
}

// results waits for the search to end and returns the pages that it shows, without anchors.
func (b *tab) results() []string {
	b.t.Helper()
	b.until(`(document.querySelector('[data-result-count]') || { dataset: {} }).dataset.resultCount > ''`)
	b.until(`document.querySelectorAll('[data-result]:not([data-looser] *)').length === Number(document.querySelector('[data-result-count]').dataset.resultCount)`)
	var names []string
	for _, link := range eval[[]string](b, `[...document.querySelectorAll('[data-result]:not([data-looser] *)')].map(e => e.querySelector('a').href)`) {
		name, ok := strings.CutPrefix(link, b.base)
		if !ok {
			b.t.Errorf("result outside the site: %s", link)
		}
		name, _, _ = strings.Cut(name, "#")
		names = append(names, name)
	}
	return names
}

// ask searches for a query in the search page that is open, and returns the pages that it shows.
func (b *tab) ask(q string) []string {
	b.t.Helper()
	eval[bool](b, `(() => { const q = document.querySelector('#q'); q.value = `+quote(q)+`;
		q.form.dispatchEvent(new SubmitEvent('submit', { cancelable: true })); return true; })()`)
	return b.results()
}

// answers reports whether a page holds a query in its text, a paper in its title too. The title
// of a measure has the number that the site gives it.
func (p page) answers(forms []string) bool {
	if strings.HasPrefix(p.name, "measures/") {
		return holds(forms, p.body)
	}
	return holds(forms, p.title, p.body)
}

// TestSearchTruth compares the hits with what stands in the pages, words being anywhere in a page.
func TestSearchTruth(t *testing.T) {
	site := foldedPages(t, public(t))
	everywhere(t, func(t *testing.T, b *tab) {
		queries := asked
		if strings.HasPrefix(b.base, "http") { // the same program: a few will do
			queries = nil
			for i := 0; i < len(asked); i += 8 {
				queries = append(queries, asked[i])
			}
		}
		b.holdsTruth(site, queries)
	})
}

// foldedPages reads the pages of a site that a search finds, in the form in which words are looked up.
func foldedPages(t *testing.T, public string) map[string]page {
	site := map[string]page{}
	for _, folder := range []string{"documents", "measures", "agencies", "indicators"} {
		for _, p := range pages(t, public, folder) {
			p.text, p.title, p.body = folded(p.text), folded(p.title), folded(p.body)
			site[p.name] = p
		}
	}
	return site
}

// holdsTruth asks queries about whole pages of a site and compares the hits with the pages' text.
func (b *tab) holdsTruth(site map[string]page, queries []string) {
	b.t.Helper()
	b.visit("search.html?scope=doc&q=" + url.QueryEscape("先"))
	b.results()
	hits := 0
	for _, q := range queries {
		forms := strings.Split(q, "=")
		got := map[string][]string{}
		for _, name := range b.ask(forms[0]) {
			hits++
			folder, _, _ := strings.Cut(name, "/")
			got[folder] = append(got[folder], name)
			if p, ok := site[name]; ok && !holds(forms, p.text) {
				b.t.Errorf("%q: hit %s does not hold it", q, name)
			}
		}
		if len(forms) > 1 && len(got) > 0 {
			notes := eval[string](b, `document.querySelector('[data-search-notes]').textContent`)
			found := eval[string](b, `document.querySelector('[data-results]').textContent`)
			if strings.Contains(folded(found), folded(forms[1])) && !strings.Contains(notes, folded(forms[1])) {
				b.t.Errorf("%q is not explained: %s", q, notes)
			}
		}
		for _, folder := range []string{"documents", "measures"} {
			want := []string{}
			for name, p := range site {
				if strings.HasPrefix(name, folder+"/") && !strings.Contains(name, "/annex-") && p.answers(forms) {
					want = append(want, name)
				}
			}
			found := slices.DeleteFunc(append([]string{}, got[folder]...), func(name string) bool { return strings.Contains(name, "/annex-") })
			slices.Sort(want)
			slices.Sort(found)
			if diff := cmp.Diff(want, found); diff != "" {
				b.t.Errorf("%q in %s (-stands +found):\n%s", q, folder, diff)
			}
		}
	}
	b.t.Logf("%d queries, %d hits", len(queries), hits)
}

// TestSearchInOneClause asks for several words without the wider scope: they stand in one clause.
func TestSearchInOneClause(t *testing.T) {
	measures := pages(t, public(t), "measures")
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html")
		for _, q := range []string{"财政厅 商务厅", "产业 转移 -土地", "土地 税收", "厂房 或 物流"} {
			b.ask(q)
			got := eval[[]string](b, `[...document.querySelectorAll('[data-kind="措施"] a')].map(e => e.href)`)
			want := []string{}
			for _, p := range measures {
				if body := folded(p.body); !strings.Contains(p.name, "/annex-") && means(q, body) {
					want = append(want, b.base+p.name)
				}
			}
			got = slices.DeleteFunc(got, func(name string) bool { return strings.Contains(name, "/annex-") })
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%q (-stands +found):\n%s", q, diff)
			}
		}
	})
}

// means reports whether a text answers a query of words, words after a minus, and one 或.
func means(q, text string) bool {
	if a, b, ok := strings.Cut(q, " 或 "); ok {
		return strings.Contains(text, a) || strings.Contains(text, b)
	}
	for _, word := range strings.Fields(q) {
		if without, not := strings.CutPrefix(word, "-"); strings.Contains(text, without) == not {
			return false
		}
	}
	return true
}

// TestSearchFilters chooses a region and the order; the address keeps both, and brings them back.
func TestSearchFilters(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?q=" + url.QueryEscape("产业"))
		all := len(b.results())
		eval[bool](b, `(document.querySelector('[data-facet="region"]').open = true)`)
		b.until(`document.querySelector('[data-facet="region"] input[value="内蒙古自治区"]') !== null`)
		counted := eval[string](b, `document.querySelector('[data-facet="region"] input[value="内蒙古自治区"]').closest('label').querySelector('.list-n').textContent`)
		eval[bool](b, `(document.querySelector('[data-facet="region"] input[value="内蒙古自治区"]').click(), true)`)
		b.until(`new URLSearchParams(location.search).get('f.region') === '内蒙古自治区'`)
		some := b.results()
		if len(some) == 0 || len(some) >= all {
			t.Errorf("%d of %d results are of the region", len(some), all)
		}
		for _, name := range some {
			if !strings.Contains(name, "neimenggu") {
				t.Errorf("%s is not of the region", name)
			}
		}
		if counted != strconv.Itoa(len(some)) {
			t.Errorf("the filter counts %s, %d are found", counted, len(some))
		}
		do(b, chromedp.Reload())
		if diff := cmp.Diff(some, b.results()); diff != "" {
			t.Errorf("after opening the address again:\n%s", diff)
		}
		b.visit("search.html?f.set=" + url.QueryEscape("目标值") + "&q=" + url.QueryEscape("产业"))
		if n := len(b.results()); n == 0 || n >= all {
			t.Errorf("%d of %d pages set a target", n, all)
		}
	})
}

// TestSearchHitIsMarked opens a hit and goes from one occurrence to the next.
func TestSearchHitIsMarked(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?q=" + url.QueryEscape("财政厅"))
		b.results()
		b.follow(`[data-kind="文件"] a`)
		b.until(`document.querySelectorAll('mark.hit').length > 0`)
		want := eval[int](b, `[...document.querySelectorAll('main p, main td, main li, main h2')].filter(e => !e.closest('nav') && !e.querySelector('p, td, li')).reduce((n, e) => n + e.textContent.split('财政厅').length - 1, 0)`)
		if got := eval[string](b, `document.querySelector('.hits output').textContent`); !strings.HasSuffix(got, "，共 "+strconv.Itoa(want)+" 处") {
			t.Errorf("bar says %q, text has %d", got, want)
		}
		before := eval[string](b, `document.querySelector('.hits output').textContent`)
		text := eval[string](b, `document.querySelector('[data-verbatim]').textContent`)
		do(b, chromedp.Click(chromedp.CSS(".hits button:nth-of-type(2)")))
		if after := eval[string](b, `document.querySelector('.hits output').textContent`); after == before {
			t.Errorf("still at %s", after)
		}
		do(b, chromedp.Click(chromedp.CSS(".hits button:last-of-type")))
		if n := eval[int](b, `document.querySelectorAll('mark.hit').length`); n != 0 {
			t.Errorf("%d marks are left", n)
		}
		if after := eval[string](b, `document.querySelector('[data-verbatim]').textContent`); after != text {
			t.Error("marking changed the text")
		}
	})
}

// TestQuickBoxTerms is offered a frequent term and goes to what is found for it.
func TestQuickBoxTerms(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("about.html")
		do(b, chromedp.KeyEvent("/"))
		b.until(`document.querySelector('dialog.quick[open]') !== null`)
		do(b, chromedp.KeyEvent("zscq"))
		b.until(`[...document.querySelectorAll('#quick-list li')].some((li) => li.textContent.includes('知识产权'))`)
		b.follow(`#quick-list a[href*="search.html?q=%E7%9F%A5"]`)
		if len(b.results()) == 0 {
			t.Error("nothing found")
		}
	})
}

// TestQuickBox opens the box by its keys, and goes to a body by the first letters of its name.
func TestQuickBox(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("documents/yuzheng-2015-42.html")
		do(b, chromedp.KeyEvent("/"))
		b.until(`document.querySelector('dialog.quick[open]') !== null`)
		do(b, chromedp.KeyEvent("czt"))
		b.until(`document.querySelectorAll('#quick-list li').length > 1`)
		do(b, chromedp.KeyEvent(kb.ArrowDown))
		b.until(`document.querySelectorAll('#quick-list li')[1].getAttribute('aria-selected') === 'true'`)
		do(b, chromedp.KeyEvent(kb.Enter))
		b.until(`location.pathname.includes('/agencies/') && location.pathname.includes('caizheng') && document.readyState === 'complete'`)
		eval[bool](b, `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))`)
		b.until(`document.querySelector('dialog.quick[open]') !== null`)
		do(b, chromedp.KeyEvent(kb.Escape))
		b.until(`document.querySelector('dialog.quick[open]') === null`)
	})
}

// TestSearchUnderPolicy runs the search on a server that forbids all but the site's own scripts and styles.
func TestSearchUnderPolicy(t *testing.T) {
	chromium(t)
	files := http.FileServer(http.Dir(public(t)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; style-src 'self'; script-src 'self'")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := open(t, server.URL+"/")
	b.visit("search.html?q=" + url.QueryEscape("财政厅"))
	if len(b.results()) == 0 {
		t.Error("nothing found")
	}
	do(b, chromedp.KeyEvent(kb.Tab)) // out of the field, where a slash is a letter
	do(b, chromedp.KeyEvent("/"))
	b.until(`document.querySelectorAll('#quick-list a').length > 0`)
}

// TestSearchSaysWhy asks for what is nowhere, and without JavaScript.
func TestSearchSaysWhy(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?q=" + url.QueryEscape("财政厅长官"))
		b.results()
		b.until(`document.querySelector('[data-results]').textContent.includes('没有原样出现')`)
		b.until(`document.querySelector('[data-looser] [data-result] mark') !== null`)
		if got := eval[string](b, `document.querySelector('[data-looser]').textContent`); !strings.Contains(got, "“财政厅”") {
			t.Errorf("what was loosened is not said: %s", got)
		}
		command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		b.visit("search.html?q=" + url.QueryEscape("财政厅"))
		command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
		if got := eval[string](b, `document.querySelector('main noscript').textContent`); !strings.Contains(got, "JavaScript") {
			t.Errorf("without JavaScript the page says %q", got)
		}
		if n := eval[int](b, `document.querySelectorAll('main .body a[href]').length`); n < 4 {
			t.Errorf("%d lists offered", n)
		}
	})
}

// TestSearchByTyping types a query, as one does with an input method too.
func TestSearchByTyping(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html")
		do(b, chromedp.SendKeys(chromedp.CSS("#q"), "财政厅"))
		first := b.results()
		if len(first) == 0 {
			t.Error("nothing found")
		}
		if got := eval[string](b, `new URLSearchParams(location.search).get('q')`); got != "财政厅" {
			t.Errorf("address asks for %q", got)
		}
		if n := eval[int](b, `document.querySelectorAll('[data-result] mark').length`); n == 0 {
			t.Error("nothing is marked")
		}
		// Letters of an input method must not be looked up, nor may their Enter.
		command(b, input.ImeSetComposition, input.ImeSetCompositionParams{Text: " s w", SelectionStart: 4, SelectionEnd: 4})
		b.until(`document.querySelector('#q').value === '财政厅 s w'`)
		time.Sleep(400 * time.Millisecond)
		if diff := cmp.Diff(first, b.results()); diff != "" {
			t.Errorf("half a word was looked up:\n%s", diff)
		}
		command(b, input.InsertText, input.InsertTextParams{Text: " 商务厅"})
		b.until(`new URLSearchParams(location.search).get('q') === '财政厅 商务厅'`)
		if second := b.results(); len(second) == 0 || len(second) >= len(first) {
			t.Errorf("%d pages with both words, %d with one", len(second), len(first))
		}
	})
}

// TestSearchKeepsPlace opens a hit far down and comes back to it.
func TestSearchKeepsPlace(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?kind=" + url.QueryEscape("措施") + "&q=" + url.QueryEscape("产业"))
		all := b.results()
		eval[bool](b, `(() => { scrollTo({ top: 900, behavior: 'instant' }); return true; })()`)
		b.until(`scrollY === 900`)
		b.follow(`[data-result]:nth-child(15) a`)
		eval[bool](b, `(setTimeout(() => history.back()), true)`)
		b.until(`location.pathname.endsWith('/search.html') && document.readyState === 'complete'`)
		if diff := cmp.Diff(all, b.results()); diff != "" {
			t.Errorf("other results:\n%s", diff)
		}
		b.until(`Math.abs(scrollY - 900) < 100`)
	})
}

// TestSearchDownload keeps the results as a table: a row for each, and nothing that a spreadsheet computes.
func TestSearchDownload(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?q=" + url.QueryEscape("财政厅"))
		want := b.results()
		eval[bool](b, `(() => {
			const make = URL.createObjectURL;
			URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make(blob); };
			[...document.querySelectorAll('.list-more button')].find((b) => b.textContent.includes('CSV')).click();
			return true;
		})()`)
		b.until(`window.saved > ''`)
		rows, err := csv.NewReader(strings.NewReader(eval[string](b, `window.saved`))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range rows[1:] {
			name, _, _ := strings.Cut(strings.TrimPrefix(row[9], b.base), "#")
			got = append(got, name)
			if !strings.Contains(folded(row[1]+row[7]), "财政厅") && row[0] != "机构" {
				t.Errorf("row does not show the word: %q", row)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("rows (-shown +saved):\n%s", diff)
		}
	})
}

// TestSearchInOtherCharacters asks in traditional characters, and for a body's short name in a longer word.
func TestSearchInOtherCharacters(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?q=" + url.QueryEscape("财政厅"))
		want := b.results()
		for q, note := range map[string]string{"財政廳": "“財政廳”也按“财政厅”查找", "工信厅。": "“工信厅。”也按“工业和信息化厅。”"} {
			got := b.ask(q)
			if q == "財政廳" {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-财政厅 +found):\n%s", q, diff)
				}
			}
			if notes := eval[string](b, `document.querySelector('[data-search-notes]').textContent`); len(got) > 0 && !strings.Contains(notes, note) {
				t.Errorf("%s is not explained: %s", q, notes)
			}
		}
	})
}

// TestSearchFromHeader sends the form of another page, then opens a hit at its sentence.
func TestSearchFromHeader(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		name := pages(t, public(t), "documents")[0].name
		b.visit(name)
		do(b, chromedp.SendKeys(chromedp.CSS(`header input[name="q"]`), "财政厅\r"))
		b.until(`location.pathname.endsWith('/search.html') && document.readyState === 'complete'`)
		if len(b.results()) == 0 {
			t.Fatal("nothing found")
		}
		b.follow(`[data-result] a[href*="#"]`)
		if !eval[bool](b, `document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null`) {
			t.Errorf("%s: no such place", eval[string](b, `location.href`))
		}
	})
}
