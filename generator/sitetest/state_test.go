package sitetest

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	browserpage "github.com/chromedp/cdproto/page"
)

// madeSite builds a site of papers by the names of their files, and returns its folder.
func madeSite(t *testing.T, papers map[string]string) string {
	t.Helper()
	if _, err := built(); err != nil {
		t.Fatal(err)
	}
	dir, program := t.TempDir(), filepath.Join(scratch, "zhengce")
	if err := run(dir, program, "init", "site"); err != nil {
		t.Fatal(err)
	}
	root := filepath.Join(dir, "site")
	if err := os.Remove(filepath.Join(root, "seeds", "example.txt")); err != nil {
		t.Fatal(err)
	}
	for name, text := range papers {
		if err := os.WriteFile(filepath.Join(root, "seeds", name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(root, program, "build"); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "public")
}

// clock makes the tab's next pages read a clock that shows the first hour of a day in China, when Greenwich has the day
// before, and goes on from there.
func (b *tab) clock(day string) {
	b.t.Helper()
	const zone = "Asia/Shanghai"
	place, err := time.LoadLocation(zone)
	if err != nil {
		b.t.Fatal(err)
	}
	at, err := time.ParseInLocation(time.DateTime, day+" 00:30:00", place)
	if err != nil {
		b.t.Fatal(err)
	}
	command(b, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone})
	command(b, browserpage.AddScriptToEvaluateOnNewDocument, browserpage.AddScriptToEvaluateOnNewDocumentParams{Source: `{
		const real = window.realDate ||= Date;
		const ahead = ` + strconv.FormatInt(at.UnixMilli(), 10) + ` - real.now();
		window.Date = class extends real {
			constructor(...all) { all.length ? super(...all) : super(real.now() + ahead); }
			static now() { return real.now() + ahead; }
		};
	}`})
}

// timed are papers of which each has another fate: one is repealed by another, which ends by itself; one ends, one has no
// end, one says nothing.
var timed = map[string]string{
	"old.txt":    "乙川市人民政府关于办好集市的意见\n乙川政发〔2029〕3号\n一、集市\n（一）各县办好集市。\n二、附则\n（二）本意见自2029年5月1日起施行。\n乙川市人民政府\n2029年4月10日\n",
	"new.txt":    "乙川市集市管理办法\n乙川政规〔2031〕1号\n第一条　各县办好集市。\n第二条　本办法自2031年9月1日起施行，有效期2年。《乙川市人民政府关于办好集市的意见》（乙川政发〔2029〕3号）同时废止。\n乙川市人民政府\n2031年8月1日\n",
	"trial.txt":  "乙川市食堂管理办法（试行）\n乙川政规〔2030〕2号\n第一条　各县办好食堂。\n第二条　本办法自2030年3月1日起施行，有效期1年。\n乙川市人民政府\n2030年2月1日\n",
	"open.txt":   "乙川市渡口管理办法\n乙川政规〔2030〕3号\n第一条　各县管好渡口。\n第二条　本办法自2030年7月1日起施行。\n乙川市人民政府\n2030年6月1日\n",
	"silent.txt": "乙川市治水方案\n乙川政发〔2030〕5号\n一、治水\n（一）各县治水。\n乙川市人民政府\n2030年1月5日\n",
}

// TestStateToday: what a paper is stands on its page by the reader's clock, with a banner where it does not hold, and the
// same on the pages of its measures, beside how to cite it. Without scripts the days stand there.
func TestStateToday(t *testing.T) {
	chromium(t)
	dir := madeSite(t, timed)
	withoutScripts(t, dir)
	days := []string{"2029-04-30", "2030-07-01", "2031-03-01", "2031-09-01", "2033-09-01"}
	for i, day := range days {
		t.Run(day, func(t *testing.T) {
			b := open(t, "file://"+dir+"/")
			b.clock(day)
			b.stateOf(day, i)
		})
	}
}

// stateOf holds what each paper is on a day, which is that of a number.
func (b *tab) stateOf(day string, i int) {
	b.t.Helper()
	counted := map[string]int{}
	for id, all := range map[string][]string{
		"old":    {"尚未施行", "现行有效", "现行有效", "已被废止", "已被废止"},
		"new":    {"尚未施行", "尚未施行", "尚未施行", "现行有效", "已失效"},
		"trial":  {"尚未施行", "现行有效", "已失效", "已失效", "已失效"},
		"open":   {"尚未施行", "现行有效", "现行有效", "现行有效", "现行有效"},
		"silent": {"未载明", "未载明", "未载明", "未载明", "未载明"},
	} {
		want := all[i]
		counted[want]++
		b.visit("documents/" + id + ".html")
		if got := eval[string](b, `document.querySelector('[data-document] [data-validity]').textContent`); !strings.HasPrefix(got, want) {
			b.t.Errorf("%s on %s is %q, want %s", id, day, got, want)
		}
		banner := eval[string](b, `[...document.querySelectorAll('.status:not([hidden])')].map(e => e.textContent).join(' ')`)
		if want := bannerOf(id, want); banner != want {
			b.t.Errorf("%s on %s says %q, want %q", id, day, banner, want)
		}
		if got := eval[string](b, `document.querySelector('.keep [data-validity]').textContent`); !strings.HasPrefix(got, want) {
			b.t.Errorf("%s on %s is cited as %q, want %s", id, day, got, want)
		}
	}
	b.listed(day, counted)
	b.visit("measures/trial/t1.html")
	want := []string{"尚未施行", "现行有效", "已失效", "已失效", "已失效"}[i] + " 自2030年3月1日起施行，有效期1年，至2031年2月28日，试行。"
	if got := eval[string](b, `document.querySelector('.cited').textContent`); !strings.HasSuffix(got, "文件时效："+want) {
		b.t.Errorf("on %s the measure is cited %q", day, got)
	}
}

// listed holds that the list of papers, its cards, and the search choose by what papers are on the tab's day.
func (b *tab) listed(day string, want map[string]int) {
	b.t.Helper()
	for state, n := range want {
		address := "?f.state=" + url.QueryEscape(state)
		b.visit("documents/index.html" + address)
		b.ready(address)
		if got := eval[int](b, `document.querySelectorAll('[data-item]').length`); got != n {
			b.t.Errorf("on %s the list has %d papers %s, want %d", day, got, state, n)
		}
		if state != "未载明" {
			if got := eval[[]string](b, `[...document.querySelectorAll('[data-item] .state')].map(e => e.textContent)`); len(got) != n || slices.ContainsFunc(got, func(s string) bool { return s != state }) {
				b.t.Errorf("on %s the cards of papers %s say %q", day, state, got)
			}
		}
		b.visit("search.html?q=" + url.QueryEscape("乙川市") + "&f.kind=" + url.QueryEscape("文件") + "&f.state=" + url.QueryEscape(state))
		b.until(`document.querySelector('[data-result-count="` + strconv.Itoa(n) + `"]') !== null`)
		if got := eval[int](b, `[...document.querySelectorAll('[data-result] [data-label="时效"]')].filter(e => e.textContent === '`+state+`').length`); state != "未载明" && got != n {
			b.t.Errorf("on %s %d of %d results say %s", day, got, n, state)
		}
	}
}

// bannerOf is what stands above a paper that is so; of one that another repeals always by which one, and when.
func bannerOf(id, state string) string {
	switch {
	case state == "已被废止":
		return "本文件自2031年9月1日起已被《乙川市集市管理办法》废止。"
	case id == "old":
		repeal := "本文件自2031年9月1日起由《乙川市集市管理办法》废止。"
		if state == "尚未施行" {
			repeal += " 本文件尚未施行，自2029年5月1日起施行。"
		}
		return repeal
	case state == "尚未施行":
		return map[string]string{"new": "本文件尚未施行，自2031年9月1日起施行。", "trial": "本文件尚未施行，自2030年3月1日起施行。", "open": "本文件尚未施行，自2030年7月1日起施行。"}[id]
	case state == "已失效":
		return map[string]string{"new": "本文件已失效，有效期至2033年8月31日。", "trial": "本文件已失效，有效期至2031年2月28日。"}[id]
	}
	return ""
}

// withoutScripts holds that pages as they are written say the days, and nothing that holds on some days only.
func withoutScripts(t *testing.T, site string) {
	t.Helper()
	for id, want := range map[string]string{
		"old":   `data-effective="2029-05-01" data-repealed-by="new" data-repealed-from="2031-09-01">自2029年5月1日起施行；2031年9月1日起由《乙川市集市管理办法》废止</span>`,
		"trial": `data-effective="2030-03-01" data-expires="2031-02-28">自2030年3月1日起施行，有效期1年，至2031年2月28日，试行</span>`,
	} {
		page, err := os.ReadFile(filepath.Join(site, "documents", id+".html"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(page), want) {
			t.Errorf("the page of %s lacks %s", id, want)
		}
		if strings.Contains(string(page), "现行有效") {
			t.Errorf("the page of %s says what holds on some days only", id)
		}
	}
}
