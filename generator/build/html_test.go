package build_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/format"
	"zhengce/generator/internal/wordtest"
)

// hostilePaper has what means something to Markdown, to HTML, to goldmark's attributes and to Hugo.
const hostilePaper = `青山市人民政府关于{{< ref >}}和<script>alert(1)</script>的意见

各县（区）人民政府：

一、主要目标 {#x .y}

（一）扩大面积。到2025年，粮食产量达到105吨，{{%x%}}和{{市农业农村局}}不变。<!--more--> HAHAHUGOSHORTCODE1s0HBHB __hdeferred/x （责任单位：市农业农村局、市粮食局）

（二）补贴"办法"。补贴按[甲](乙)和![丙](丁)计算，a|b+c&d&amp;。牵头单位：市财政局{{<，配合单位：市粮食局%}}。

青山市人民政府

2021年3月5日
`

// TestBothWays builds sites of papers twice, with pages of which this program made HTML and with Markdown that Hugo reads by
// the hooks of layouts/: they are the same byte for byte.
func TestBothWays(t *testing.T) {
	if testing.Short() {
		t.Skip("builds four sites")
	}
	t.Run("seeds", func(t *testing.T) {
		root := t.TempDir()
		library(t, root, 5)
		check(t, os.WriteFile(filepath.Join(root, "seeds/hostile.txt"), []byte(hostilePaper), 0o666))
		for i, made := range wordtest.Files() {
			check(t, os.WriteFile(filepath.Join(root, fmt.Sprintf("seeds/made-%03d.docx", i)), made.Data, 0o666))
		}
		settings := read(t, filepath.Join(root, "hugo.toml"))
		check(t, os.WriteFile(filepath.Join(root, "hugo.toml"), []byte(strings.Replace(settings, `baseURL = "/"`, `baseURL = "https://www.example.gov.cn/zc/"`, 1)), 0o666))
		check(t, os.WriteFile(filepath.Join(root, "content/own.md"), []byte("---\ntitle: 自己的页\n---\n\n[部门](/agencies/_index.md)\n\n| 甲 |\n|---|\n| 1 |\n"), 0o666))
		_, err := build.Generate(build.Options{Root: root})
		check(t, err)
		changed := filepath.Join(root, "content/measures/hostile/1-2.md")
		check(t, os.WriteFile(changed, []byte(read(t, changed)+"\n一句话。\n"), 0o666))
		bothWays(t, root, 20)
	})
	t.Run("corpus", func(t *testing.T) {
		names, err := filepath.Glob(corpus + "/*.*")
		check(t, err)
		if len(names) == 0 {
			t.Skipf("%s: no papers are here", corpus)
		}
		root := t.TempDir()
		library(t, root, 5)
		for _, name := range names {
			if format.IsSeed(name) {
				data, err := os.ReadFile(name)
				check(t, err)
				check(t, os.WriteFile(filepath.Join(root, "seeds", filepath.Base(name)), data, 0o666))
			}
		}
		bothWays(t, root, 30) // those without an address are no pages of the site
	})
}

// bothWays builds the site in root and in a copy of it, and compares them. Of all generated pages but at most those left this program
// makes HTML.
func bothWays(t *testing.T, root string, left int) {
	t.Helper()
	other := t.TempDir()
	check(t, os.CopyFS(other, os.DirFS(root)))
	plain, err := build.Run(build.Options{Root: other, Theme: zhengce.Theme, Plain: true})
	check(t, err)
	report, err := build.Run(build.Options{Root: root, Theme: zhengce.Theme})
	check(t, err)
	if all := len(report.Pages.Written) + report.Pages.Unchanged; plain.HTML != 0 || report.HTML < all-left {
		t.Errorf("%d pages are HTML, %d with Plain; want at least %d of %d, and none", report.HTML, plain.HTML, all-left, all)
	}
	same(t, filepath.Join(root, "public"), filepath.Join(other, "public"))
}

// same holds that the folder public has the files of the folder want, with the same bytes, and no others.
func same(t *testing.T, public, want string) {
	t.Helper()
	files := 0
	check(t, fs.WalkDir(os.DirFS(want), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		got, errGot := os.ReadFile(filepath.Join(public, name))
		data, err := os.ReadFile(filepath.Join(want, name))
		if errGot != nil || !bytes.Equal(got, data) {
			n := 0
			for n < len(got) && n < len(data) && got[n] == data[n] {
				n++
			}
			from := max(0, n-80)
			t.Errorf("%s: %v\n got %q\nwant %q", name, errGot, got[from:min(len(got), n+160)], data[from:min(len(data), n+160)])
		}
		return err
	}))
	check(t, fs.WalkDir(os.DirFS(public), ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files--
		}
		return err
	}))
	if files != 0 {
		t.Errorf("the sites have not as many files: %d", files)
	}
}
