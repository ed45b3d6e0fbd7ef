package sitetest

import (
	"path/filepath"
	"testing"
)

// sights are what readers of the first sites stumbled over. Each finds in a page what is so, as texts.
const sights = `(() => {
	const style = getComputedStyle;
	const all = (selector, root = document) => [...root.querySelectorAll(selector)];
	const wide = innerWidth > 1000;
	const found = [];
	const none = (what, list) => found.push(...list.slice(0, 3).map((e) => what + ': ' + (e.textContent || e).trim().slice(0, 40)));
	const count = (name, list) => (window.counted[name] = list.length);
	window.counted = {};

	const tables = all('[data-verbatim] .table');
	count('tables of papers', tables);
	none('a table of a paper shut in a box', tables.filter((e) => e.scrollHeight > e.clientHeight + 1 || e.querySelector('.later')));

	const leads = all('[data-verbatim] [data-role="lead"]');
	count('bodies that lead', leads);
	none('a role without its word', leads.filter((e) => style(e, '::after').content !== '"牵头"'));
	count('ways to the comparison of a paper', all('.rail a[href*="compare/cascade-"]'));

	const only = all('main td :is(ins, del)').filter((e) => e.checkVisibility());
	count('words of one paper alone', only);
	none('looks repealed or bears no mark', only.filter((e) => ((s) => s.textDecorationLine !== 'none' || s.backgroundColor === 'rgba(0, 0, 0, 0)' || s.borderBottomStyle === 'none')(style(e))));
	const words = document.querySelector('article.measure') ? ['仅本条有', '本条没有'] : ['仅甲有', '仅乙有'];
	for (const cell of new Set(only.map((e) => e.closest('td')))) ['del', 'ins'].forEach((name, i) => {
		const first = cell.querySelector(name);
		if (first && style(first, '::before').content !== '"' + words[i] + '"') none('does not say whose it is', [first]);
	});

	const days = all('td.day').filter((e) => e.checkVisibility());
	count('dates', days);
	none('a date that may break', days.filter((e) => style(e).whiteSpace !== 'nowrap'));
	if (wide) {
		const numbers = all('td.num');
		count('numbers', numbers);
		none('a number that is not on the right', numbers.filter((e) => style(e).textAlign !== 'right'));
		for (const table of all('main [data-table]').filter((e) => !e.closest('[data-verbatim], .ledger') && e.tHead && e.tBodies[0].rows.length > 2)) {
			const rows = [...table.tBodies[0].rows];
			none('an empty column', [...table.tHead.rows[0].cells].filter((h, i) => rows.every((r) => r.cells[i] && !r.cells[i].textContent.trim())).map((h) => table.dataset.table + ' ' + h.textContent));
		}
	}

	count('lines below links in text', all('.body > p a').filter((a) => style(a).textDecorationLine === 'underline'));
	none('a line below a link that stands in no text', all('.list-title a, nav a, main .table:not(.paper .table) td a').filter((a) => !a.closest('.paper, blockquote') && !a.dataset.agency && !a.dataset.indicator && style(a).textDecorationLine !== 'none'));
	return found;
})()`

// TestSight: what readers stumbled over stays mended on every kind of page, on a telephone and on a wide screen.
func TestSight(t *testing.T) {
	chromium(t)
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	names := kinds(t, dir)
	for _, p := range pages(t, dir, "documents") {
		names = append(names, p.name)
	}
	b := open(t, "file://"+dir+"/")
	counted := map[string]int{}
	for _, width := range []int64{390, 1440} {
		b.size(view{width: width, height: 900})
		for _, name := range names {
			if name == "404.html" {
				continue // it looks for the site in folders above
			}
			b.visit(name)
			for _, fault := range eval[[]string](b, sights) {
				t.Errorf("%s at %d: %s", name, width, fault)
			}
			for what, n := range eval[map[string]int](b, `window.counted`) {
				counted[what] += n
			}
		}
	}
	for what, n := range counted {
		if n == 0 {
			t.Errorf("no page has %s", what)
		}
	}
}
