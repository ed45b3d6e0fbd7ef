package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhengce"
	"zhengce/generator/build"
)

// TestParts builds a site at once, of Markdown that Hugo reads, and in many small parts: they are the same byte for byte.
func TestParts(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two sites")
	}
	root := t.TempDir()
	library(t, root, 5)
	check(t, os.WriteFile(filepath.Join(root, "seeds/hostile.txt"), []byte(hostilePaper), 0o666))
	other := t.TempDir()
	check(t, os.CopyFS(other, os.DirFS(root)))
	_, err := build.Run(build.Options{Root: other, Theme: zhengce.Theme, Plain: true})
	check(t, err)
	_, err = build.Run(build.Options{Root: root, Theme: zhengce.Theme, PartPages: 60})
	check(t, err)
	same(t, filepath.Join(root, "public"), filepath.Join(other, "public"))
	for _, folder := range []string{root, other} { // a page of people without front matter
		written("content/plain.md", "# 自己的页\n\n一段话。\n")(t, folder)
	}
	_, err = build.Run(build.Options{Root: other, Theme: zhengce.Theme, Plain: true})
	check(t, err)
	_, err = build.Run(build.Options{Root: root, Theme: zhengce.Theme, PartPages: 60})
	check(t, err)
	same(t, filepath.Join(root, "public"), filepath.Join(other, "public"))
}

// kindsOfChange are the kinds of change after which a site is built from what is left of the last one.
var kindsOfChange = []struct {
	name   string
	change func(t *testing.T, root string)
}{
	{"nothing", func(*testing.T, string) {}},
	{"a word", replaced("seeds/a.txt", "三十台", "四十台")},
	{"a title", replaced("seeds/a.txt", "关于支持农机的意见", "关于大力支持农机的意见")},
	{"a new paper", written("seeds/c.txt", paperOf("丙"))},
	{"another new paper with a name between", written("seeds/b.txt", paperOf("乙"))},
	{"a date", replaced("seeds/b.txt", "2021年3月5日", "2021年4月5日")},
	{"a responsible body", replaced("seeds/b.txt", "市农业农村局", "市水利局")},
	{"a figure", replaced("seeds/c.txt", "三十台", "2025年达到300台")},
	{"a removed paper", removed("seeds/c.txt")},
	{"the paper again", written("seeds/c.txt", paperOf("丙"))},
	{"a paper of two names", written("seeds/d.txt", paperOf("丙"))},
	{"one of them gone", removed("seeds/d.txt")},
	{"a paper that repeals another", written("seeds/e.txt", strings.Replace(paperOf("戊"), "三、", "《青山市人民政府关于支持农机的意见（甲）》（青政〔2021〕1号）同时废止。\n\n三、", 1))},
	{"an editor's title", written("seeds/b.yaml", "title: 编者所定的标题\n")},
	{"another", written("seeds/b.yaml", "title: 编者另定的标题\n")},
	{"none", removed("seeds/b.yaml")},
	{"an annex", written("seeds/b.附件1.md", "附件1\n\n任务表\n\n| 任务 | 责任单位 |\n|---|---|\n| 修渠 | 市水利局 |\n")},
	{"an annex changed", replaced("seeds/b.附件1.md", "修渠", "修路")},
	{"an annex gone", removed("seeds/b.附件1.md")},
	{"a setting", replaced("hugo.toml", `title = "政策文件库"`, `title = "文件库"`)},
	{"an address", replaced("hugo.toml", `baseURL = "/"`, `baseURL = "https://zc.example.gov.cn/"`)},
	{"a page of people", replaced("content/help.md", "---\n\n", "---\n\n先读这一句。\n\n")},
	{"its title", replaced("content/help.md", "title: ", "title: 使用")},
	{"a new page of people", written("content/own.md", "---\ntitle: 自己的页\n---\n\n[文件](/documents/_index.md) [部门](/agencies/_index.md)\n")},
	{"it is gone", removed("content/own.md")},
	{"a generated page changed by hand", func(t *testing.T, root string) {
		name := filepath.Join(root, "content/measures/b/1-1.md")
		check(t, os.WriteFile(name, []byte(read(t, name)+"\n多一句。\n"), 0o666))
	}},
	{"the change undone", func(t *testing.T, root string) { check(t, os.Remove(filepath.Join(root, "content/measures/b/1-1.md"))) }},
	{"a file of static/", written("static/own.txt", "自己的文件\n")},
	{"words of one meaning", written("synonyms.txt", "农机 农业机械\n")},
	{"a page of the site changed by hand", func(t *testing.T, root string) {
		check(t, os.WriteFile(filepath.Join(root, "public/documents/a.html"), []byte("<p>x"), 0o666))
	}},
	{"a page of the site gone", removed("public/measures/a/1-1.html")},
	{"the cache cut off", func(t *testing.T, root string) { check(t, os.Truncate(filepath.Join(root, ".zhengce.pages"), 700)) }},
	{"a lie in the cache", func(t *testing.T, root string) {
		name := filepath.Join(root, ".zhengce.pages")
		check(t, os.WriteFile(name, []byte(strings.Replace(read(t, name), "a", "b", 1)), 0o666))
	}},
	{"all pages of people gone", func(t *testing.T, root string) {
		for _, name := range []string{"about", "help", "method", "security"} {
			check(t, os.Remove(filepath.Join(root, "content", name+".md")))
		}
	}},
	{"nothing, without them", func(*testing.T, string) {}},
	{"all papers but one gone", func(t *testing.T, root string) {
		for _, name := range []string{"b", "c", "e"} {
			check(t, os.Remove(filepath.Join(root, "seeds", name+".txt")))
		}
	}},
}

// paperOf returns a paper that is told from others by a word.
func paperOf(word string) string {
	return `青山市人民政府关于支持农机的意见（` + word + `）

青政〔2021〕1号

各县（区）人民政府：

一、主要任务

（一）补贴农机。到2025年，补贴农机三十台，` + word + `。（牵头单位：市农业农村局，配合单位：市财政局）

（二）培训农户。每年培训农户200人。（责任单位：市农业农村局）

三、附则。本意见自印发之日起施行。

青山市人民政府

2021年3月5日
`
}

func replaced(name, old, by string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		text := read(t, filepath.Join(root, name))
		if !strings.Contains(text, old) {
			t.Fatalf("%s: no %q", name, old)
		}
		check(t, os.WriteFile(filepath.Join(root, name), []byte(strings.Replace(text, old, by, 1)), 0o666))
	}
}

func written(name, text string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		name := filepath.Join(root, name)
		check(t, os.MkdirAll(filepath.Dir(name), 0o777))
		check(t, os.WriteFile(name, []byte(text), 0o666))
	}
}

func removed(name string) func(*testing.T, string) {
	return func(t *testing.T, root string) { check(t, os.Remove(filepath.Join(root, name))) }
}

// TestFromLast builds a site after changes of many kinds, each from what is left of the last one: it is what a build of all
// pages anew makes, byte for byte, and after a small change few pages are made.
func TestFromLast(t *testing.T) {
	if testing.Short() {
		t.Skip("builds some seventy sites")
	}
	root, clean := t.TempDir(), t.TempDir()
	for _, folder := range []string{root, clean} {
		library(t, folder, 0)
		check(t, os.MkdirAll(filepath.Join(folder, "seeds"), 0o777))
		written("seeds/a.txt", paperOf("甲"))(t, folder)
	}
	for _, tt := range kindsOfChange {
		onSite := strings.HasPrefix(tt.name, "a page of the site") || strings.Contains(tt.name, "cache")
		for _, folder := range []string{root, clean} {
			if folder == root || !onSite {
				tt.change(t, folder)
			}
		}
		report, err := build.Run(build.Options{Root: root, Theme: zhengce.Theme})
		check(t, err)
		all, err := build.Run(build.Options{Root: clean, Theme: zhengce.Theme, Clean: true})
		check(t, err)
		if (tt.name == "a word" || tt.name == "a file of static/") && report.HTML > all.HTML/2 {
			t.Errorf("%s: %d of %d pages were made", tt.name, report.HTML, all.HTML)
		}
		os.RemoveAll(filepath.Join(root, "public.kept")) // what was changed by hand
		same(t, filepath.Join(root, "public"), filepath.Join(clean, "public"))
		if t.Failed() {
			t.Fatalf("after %s", tt.name)
		}
	}
}

// TestShares makes a site by shares in a folder of their own, one of which was broken off before: it is the site of one build, byte for byte.
func TestShares(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two sites")
	}
	root, other, plan := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "plan")
	library(t, root, 3)
	check(t, os.WriteFile(filepath.Join(root, "seeds/hostile.txt"), []byte(hostilePaper), 0o666))
	check(t, os.WriteFile(filepath.Join(root, "content/own.md"), []byte("---\ntitle: 自己的页\n---\n\n[部门](/agencies/_index.md)\n"), 0o666))
	check(t, os.CopyFS(other, os.DirFS(root)))
	o := build.Options{Root: root, Theme: zhengce.Theme, PartPages: 120}
	p, _, err := build.MakePlan(o, plan)
	check(t, err)
	if p.Shares < 3 {
		t.Fatalf("%d shares", p.Shares)
	}
	o.From = plan
	if _, err := build.Run(o); err == nil || !strings.Contains(err.Error(), "1/") {
		t.Errorf("joining nothing: %v", err)
	}
	check(t, os.MkdirAll(filepath.Join(plan, "made/.0002-killed/site/documents"), 0o777))
	for number := 1; number <= p.Shares; number++ {
		check(t, build.Share(plan, number))
	}
	check(t, build.Share(plan, 1)) // once more changes nothing
	if err := build.Share(plan, p.Shares+1); err == nil {
		t.Error("a share more than there are was made")
	}
	if rests, _ := filepath.Glob(filepath.Join(plan, "made/.*")); len(rests) > 0 {
		t.Errorf("left behind: %q", rests)
	}
	report, err := build.Run(o)
	check(t, err)
	if report.HTML > 0 {
		t.Errorf("%d pages were made again", report.HTML)
	}
	_, err = build.Run(build.Options{Root: other, Theme: zhengce.Theme})
	check(t, err)
	same(t, filepath.Join(root, "public"), filepath.Join(other, "public"))
	if _, _, err := build.MakePlan(o, plan); err == nil {
		t.Error("a plan was written over another")
	}
	check(t, os.WriteFile(filepath.Join(plan, "plan.json"), []byte(`{"Version":1,"Shares":3,"Program":"00"}`), 0o666))
	if err := build.Share(plan, 1); err == nil {
		t.Error("the plan of another program was taken")
	}
}
