package sitetest

import (
	"strings"
	"testing"
)

// shop is a paper that promises money to small shops.
var shop = map[string]string{
	"xiaodian.txt": "乙川市支持小店办法\n乙川政规〔2031〕1号\n一、支持小店\n（一）开店补贴。2032年6月底前新开业的小店，给予一次性补贴5000元。小店营业面积不少于30平方米。（市商务局牵头，市财政局配合）\n" +
		"（二）厂房。对租用厂房的企业给予租金补贴3万元。（市财政局负责）\n二、附则\n（三）本办法自2031年5月1日起施行，有效期2年。\n乙川市人民政府\n2031年4月10日\n",
	"shuili.txt": "乙川市治水方案\n乙川政发〔2031〕5号\n一、治水\n（一）修渠。2031年12月20日前修好水渠。（市水利局负责）\n（二）巡查。2031年3月底前制定巡查办法，每年12月底前总结。（市水利局负责）\n（三）清淤。2032年2月底前完成清淤；2032年9月底前验收。（市水利局负责）\n乙川市人民政府\n2031年1月5日\n",
}

// tap presses what a finger can reach: it stands on the screen, nothing lies over it, and it is large enough.
func (b *tab) tap(selector string) {
	b.t.Helper()
	e := `document.querySelector(` + quote(selector) + `)`
	b.until(e + ` !== null`)
	if got := eval[string](b, `(() => {
		const e = `+e+`;
		e.scrollIntoView({ block: 'center' });
		const r = e.getClientRects()[0];
		const over = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
		if (!e.contains(over) && !(over && over.contains(e))) return 'lies under another';
		if (r.height < 16 || r.width < 24) return 'is ' + r.width + ' by ' + r.height;
		setTimeout(() => e.click());
		return '';
	})()`); got != "" {
		b.t.Fatalf("%s %s", selector, got)
	}
}

// TestShopWalk: on a telephone, from home, it takes four taps to learn whether a shop gets money, until when, and whom to
// ask. The deadlines due are asked for in one more.
func TestShopWalk(t *testing.T) {
	chromium(t)
	b := open(t, "file://"+madeSite(t, shop)+"/")
	b.size(view{width: 390, height: 844})
	b.clock("2031-12-01")
	narrow := func(where string) {
		t.Helper()
		if over := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("%s is %d pixels wider than the screen", where, over)
		}
	}
	b.visit("index.html")
	b.tap(`main a[href$="subsidies/index.html"]`)
	b.until(`document.querySelector('[data-list="subsidies"]')?.dataset.ready === '?'`)
	narrow("the list of subsidies")
	if n := eval[int](b, `document.querySelectorAll('[data-item]').length`); n != 2 {
		t.Errorf("%d subsidies", n)
	}
	eval[string](b, `document.querySelector('.list-search input').value = '小店 开业'`)
	b.tap(`.list-search button`)
	b.until(`document.querySelectorAll('[data-item]').length === 1 && document.querySelector('[data-list]').dataset.ready?.includes('q=')`)
	card := eval[string](b, `document.querySelector('[data-item]').textContent`)
	for _, want := range []string{"给予一次性补贴5000元", "2032年6月底前新开业的小店", "小店营业面积不少于30平方米", "2032年6月30日前；文件有效期至2033年4月30日", "现行有效", "乙川市商务局（牵头）、乙川市财政局（配合）"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card lacks %q: %s", want, card)
		}
	}
	b.tap(`[data-item] .list-title a`)
	b.until(`location.pathname.endsWith('measures/xiaodian/1-1.html') && document.readyState === 'complete'`)
	narrow("the measure")
	b.tap(`main a[href*="agencies/"]`)
	b.until(`location.pathname.includes('/agencies/') && document.readyState === 'complete'`)
	if got := eval[string](b, `document.querySelector('h1').textContent`); !strings.Contains(got, "乙川市商务局") {
		t.Errorf("one is to ask %q", got)
	}
	for value, n := range map[string]int{"已过期": 1, "本月到期": 1, "下季度到期": 1, "以后到期": 2, "每年": 1} {
		b.visit("deadlines/index.html")
		b.tap(`.chips a[href*="` + escaped(value) + `"]`)
		b.until(`document.querySelector('[data-list="deadlines"]')?.dataset.ready?.includes('f.when')`)
		if got := eval[int](b, `document.querySelectorAll('[data-item]').length`); got != n {
			t.Errorf("on 1 December 2031 %d deadlines are %s, want %d", got, value, n)
		}
		if value == "本月到期" {
			if got := eval[string](b, `document.querySelector('[data-item] .state').textContent`); got != "还有19天" {
				t.Errorf("what is due in 19 days says %q", got)
			}
		}
		narrow("the list of deadlines")
	}
}
