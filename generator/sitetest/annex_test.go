package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/xuri/excelize/v2"
)

// annexed builds a site with a paper that has two annexes in files of their own.
func annexed(t *testing.T) string {
	t.Helper()
	if _, err := built(); err != nil {
		t.Fatal(err)
	}
	dir, program := t.TempDir(), filepath.Join(scratch, "zhengce")
	if err := run(dir, program, "init", "site"); err != nil {
		t.Fatal(err)
	}
	root := filepath.Join(dir, "site")
	for name, text := range map[string]string{
		"example.txt": "",
		"甲.txt":       "乙川市人民政府关于办好集市的意见\n\n各县人民政府：\n\n　　列在首位的为牵头单位。\n\n　　一、办好集市。修好农村公路。（市交通局、市财政局）\n\n乙川市人民政府\n\n2031年5月6日\n",
		"甲.附件2.md":    "附件2\n\n市场建设方案\n\n一、建设标准。每个街道新建市场3个。（市商务局、市住房城乡建设局）\n\n二、运营管理。实行公益定价。（市发展改革委）\n",
	} {
		name = filepath.Join(root, "seeds", name)
		err := os.WriteFile(name, []byte(text), 0o666)
		if text == "" {
			err = os.Remove(name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	book := excelize.NewFile()
	for at, row := range map[string][]any{"A1": {"序号", "重点任务", "责任单位"}, "A2": {1, "修好农村公路", "市交通局、市财政局"}, "A3": {2, "新建摊位500个", "市商务局"}} {
		if err := book.SetSheetRow("Sheet1", at, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(filepath.Join(root, "seeds", "甲.附件1.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := run(root, program, "build"); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "public")
}

// TestAnnexes: the annexes stand on the page of their paper, prove themselves there, and are found as part of it.
func TestAnnexes(t *testing.T) {
	chromium(t)
	b := open(t, "file://"+annexed(t)+"/")
	for _, width := range []int64{390, 1440} {
		command(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1})
		b.visit("documents/jia.html")
		b.until(`document.querySelectorAll('.proof button').length === 3`)
		if over := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("at %d pixels the page is %d wider", width, over)
		}
	}
	outline := eval[string](b, `[...document.querySelectorAll('.outline a')].map(a => a.textContent).join(' ')`)
	if want := "一、办好集市。 附件1 附件2　市场建设方案 一、建设标准。 二、运营管理。"; outline != want {
		t.Errorf("outline is %q, expected %q", outline, want)
	}
	b.until(`(document.querySelectorAll('.proof button').forEach(e => e.click()), [...document.querySelectorAll('.proof output')].every(e => e.dataset.same === 'true'))`)
	eval[bool](b, `(document.querySelectorAll('[data-verbatim]')[1].append('字'), document.querySelectorAll('.proof button').forEach(e => e.click()), true)`)
	if same := eval[string](b, `[...document.querySelectorAll('.proof output')].map(e => e.dataset.same).join(' ')`); same != "true false true" {
		t.Errorf("with a character in annex 1 the texts prove themselves %s", same)
	}
	b.visit("search.html?q=公益定价")
	b.until(`document.querySelectorAll('[data-result]').length > 0`)
	found := eval[string](b, `[...document.querySelectorAll('[data-result] a')].map(a => a.getAttribute('href')).join(' ')`)
	if !strings.Contains(found, "documents/jia.html") || !strings.Contains(found, "measures/jia/annex-2-2.html") {
		t.Errorf("found are %s", found)
	}
	b.visit("documents/index.html")
	if n := eval[int](b, `document.querySelectorAll('[data-list="documents"] [data-item]').length`); n != 1 {
		t.Errorf("the list has %d papers, not one", n)
	}
}
