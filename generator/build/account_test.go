package build_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/spf13/afero"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/catalog"
	"zhengce/generator/export"
	"zhengce/generator/pages"
	"zhengce/generator/search"
	"zhengce/generator/site"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// fraction is a formula as readers note it.
const fraction = `<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>补</mi><mo>=</mo><mfrac><mi>甲</mi><mi>乙</mi></mfrac></math>`

// marked returns a paper with marks of every kind, as a reader of Word files would.
func marked(name string) *source.File {
	f := source.NewFile(name, `青山市人民政府关于粮食生产的意见

各县（区）人民政府：

一、主要目标

（一）扩大面积。到2025年，粮食产量达到105吨，仓房超过300m2，减少CO2排放。（责任单位：市农业农村局、市粮食局）

（二）补贴办法。补贴按补=甲/乙计算，不含旧办法。牵头单位：市财政局。

青山市人民政府

2021年3月5日
`)
	f.Format, f.SHA256 = "docx", strings.Repeat("ab", 32)
	mark := func(kind source.MarkKind, words, in, note string) {
		at := strings.Index(f.Text, words) + strings.Index(words, in)
		f.Marks = append(f.Marks, source.Mark{Span: source.Span{Start: at, End: at + len(in)}, Kind: kind, Note: note})
	}
	mark(source.Superscript, "105吨", "5", "")
	mark(source.Superscript, "m2，", "2", "")
	mark(source.Subscript, "CO2", "2", "")
	mark(source.Ruby, "仓房", "仓房", "cāng fáng")
	mark(source.Formula, "补=甲/乙", "补=甲/乙", fraction)
	mark(source.Struck, "旧办法", "旧办法", "")
	return f
}

// tell fills the account of f: every line is shown, but for the numbers （一）, which Word counts, and two texts that are
// left out, one of them twice.
func tell(f *source.File) {
	f.Account = source.Account{}
	add := func(e source.Entry) {
		e.At = len(f.Account)
		f.Account = append(f.Account, e)
	}
	for i, b := range f.Blocks {
		s := b.Span
		if number := regexp.MustCompile(`^（[一二]）`).FindString(f.Slice(s)); number != "" {
			s.Start += len(number)
		}
		half := source.RuneStart(f.Text, (s.Start+s.End)/2)
		for _, s := range []source.Span{{Start: s.Start, End: half}, {Start: half, End: s.End}} {
			add(source.Entry{Part: "word/document.xml", Text: f.Slice(s), Span: s})
		}
		if i == 1 || i == 3 {
			add(source.Entry{Part: "word/header1.xml", Text: "内部 {{文件}}", Fate: source.LeftOut, Reason: "重复的页眉"})
		}
	}
	add(source.Entry{Part: "word/document.xml", Text: "删去", Fate: source.LeftOut, Reason: "已删除的修订"})
	add(source.Entry{Part: "word/document.xml", Text: "的话", Fate: source.LeftOut, Reason: "已删除的修订"})
}

// publish builds the site of the papers in a new folder and returns it.
func publish(t *testing.T, files []*source.File) string {
	t.Helper()
	root := t.TempDir()
	check(t, os.CopyFS(root, zhengce.Start))
	facts, errs := build.Papers(fstest.MapFS{}, files)
	check(t, errs.Err())
	c, errs := catalog.Build(facts)
	check(t, errs.Err())
	if dir := os.Getenv("ZHENGCE_KEEP"); dir != "" { // to look at the pages
		root = dir
	}
	plan, err := pages.NewPlan(build.Folder(root), c)
	check(t, err)
	check(t, plan.Prepare(build.Folder(root)))
	check(t, plan.Apply(build.Folder(root)))
	stage, err := site.NewStage(root)
	check(t, err)
	defer stage.Discard()
	check(t, stage.Build(zhengce.Theme))
	check(t, plan.WriteData(stage.FS()))
	check(t, export.Write(stage.FS(), c, ""))
	check(t, search.Write(stage.FS(), search.Pages(c), ""))
	for _, d := range c.Documents {
		for _, text := range d.Annexes() {
			check(t, stage.FS().MkdirAll(path.Dir(text.Original()), 0o777))
			check(t, afero.WriteFile(stage.FS(), text.Original(), nil, 0o666))
		}
	}
	check(t, stage.Commit())
	return filepath.Join(root, "public")
}

// TestAccounts publishes papers with an account, with one that is not whole and with none, and proves them; then
// no character of a page or an account can be changed unnoticed.
func TestAccounts(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site")
	}
	whole, partly, untold := marked("seeds/whole.docx"), marked("seeds/partly.docx"), marked("seeds/un_told.docx")
	tell(whole)
	tell(partly)
	partly.Losses = []source.Loss{{Part: "word/footnotes.xml", At: 120, Text: "脚注 一则"}, {Part: "word/document.xml", At: 7, Text: "<b>&{{甲}}"}}
	files := []*source.File{whole, partly, untold}
	dir := publish(t, files)
	report, errs := verify.Site(os.DirFS(dir), files)
	check(t, errs.Err())
	errs = verify.Contents(os.DirFS(dir), os.DirFS(filepath.Join(filepath.Dir(dir), "content")), nil)
	check(t, errs.Err())
	if report.Complete != 2 || report.Lost != 13 {
		t.Errorf("%s; want 2 papers complete and 13 characters lost", report)
	}
	page := func(id string) string { return read(t, filepath.Join(dir, "documents", id+".html")) }
	for id, words := range map[string][]string{
		"whole":   {"10<sup>5</sup>吨", "<sup>2</sup>", "CO<sub>2</sub>", "<ruby>仓房<rt data-added>cāng fáng</rt></ruby>", "<s>旧办法</s>", "<mfrac><mi>甲</mi><mi>乙</mi></mfrac></mrow></mrow><annotation encoding=\"text/plain\">补=甲/乙</annotation></semantics></math>", "字，全部保留", "已删除的修订（1 处，4 字）", "重复的页眉（2 处，16 字）", "同文 2 处", "6 字在原件中不是文字"},
		"partly":  {`data-lost="13"`, "原件另有 13 字未收录", "脚注 一则", "word/footnotes.xml，位置 120"},
		"un_told": {"字，与读取的文字逐字比对"},
	} {
		for _, w := range words {
			if !strings.Contains(page(id), w) {
				t.Errorf("the page of %s has no %q", id, w)
			}
		}
	}
	for id, words := range map[string]string{"partly": "全部保留", "un_told": "data-original", "whole": "data-lost"} {
		if strings.Contains(page(id), words) {
			t.Errorf("the page of %s says %q", id, words)
		}
	}
	if quality := read(t, filepath.Join(dir, "quality.html")); !strings.Contains(quality, "脚注 一则") || !strings.Contains(quality, "原件中有文字未收录") || !strings.Contains(quality, "未登记") {
		t.Error("the page of doubts does not tell of the losses")
	}
	if volume := read(t, filepath.Join(dir, "print", "1.html")); strings.Count(volume, "<sup>") != 2 || strings.Count(volume, "<math>") != 1 {
		t.Error("the compendium lacks marks, or has forms of its one paper")
	}
	changes(t, dir, files)
}

// TestAnnexAccounts holds that an annex tells of its file on the page of its paper as the paper does of its own.
func TestAnnexAccounts(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site")
	}
	const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" // SHA-256 of no bytes
	paper, annex := marked("seeds/whole.docx"), marked("seeds/whole.附件1.docx")
	annex.Text = strings.Replace(annex.Text, "青山", "绿水", 1) // no copy
	annex.SHA256 = empty
	tell(paper)
	tell(annex)
	annex.Losses = []source.Loss{{Part: "word/footnotes.xml", At: 120, Text: "脚注 一则"}}
	files := []*source.File{paper, annex}
	dir := publish(t, files)
	report, errs := verify.Site(os.DirFS(dir), files)
	check(t, errs.Err())
	errs = verify.Contents(os.DirFS(dir), os.DirFS(filepath.Join(filepath.Dir(dir), "content")), nil)
	check(t, errs.Err())
	if report.Complete != 1 || report.Lost != 4 {
		t.Errorf("%s; want the paper complete and 4 characters of the annex lost", report)
	}
	page := read(t, filepath.Join(dir, "documents/whole.html"))
	for _, words := range []string{`id="annex-file-1-lost"`, `href="#annex-file-1-lost"`, "原件另有 4 字未收录", "脚注 一则", "字，全部保留"} {
		if !strings.Contains(page, words) {
			t.Errorf("the page has no %q", words)
		}
	}
	if strings.Count(page, "10<sup>5</sup>吨") != 2 {
		t.Error("the marks of the annex are not those of the paper")
	}
	at := strings.Index(page, `<article class="annex"`)
	for _, tt := range [][2]string{{"<sup>5</sup>", "<sup>6</sup>"}, {`data-characters="`, `data-characters="1`}, {`data-lost="4"`, ""}, {"删去的话</q>", "删去的</q>"}, {"<code>e3", "<code>e4"}, {"脚注 一则</q>", "脚注 一</q>"}} {
		changed(t, dir, files, "documents/whole.html", page[:at]+strings.Replace(page[at:], tt[0], tt[1], 1))
	}
	changed(t, dir, files, "data/originals/whole/annex-1.docx", "PK")
	changed(t, dir, files, "data/accounts/whole/annex-1.json", "")
}

// changes holds that a changed character of a page or an account is found.
func changes(t *testing.T, dir string, files []*source.File) {
	for _, tt := range []struct{ file, old, new string }{
		{"documents/whole.html", "<sup>5</sup>", "<sup>6</sup>"}, {"documents/whole.html", "补=甲/乙</annotation>", "补=甲/丙</annotation>"},
		{"documents/whole.html", "<rt data-added>", "<rt>"}, {"documents/whole.html", `data-characters="`, `data-characters="1`}, {"documents/whole.html", `data-original="`, `data-original="1`},
		{"documents/whole.html", "删去的话</q>", "删去的</q>"}, {"documents/whole.html", `data-left-out="2"`, `data-left-out="1"`}, {"documents/whole.html", "<code>ab", "<code>ac"},
		{"documents/whole.html", "data-characters", "data-character"}, {"documents/un_told.html", `data-characters="`, `data-original="9" data-characters="`},
		{"documents/partly.html", `data-lost="13"`, ""}, {"documents/partly.html", "脚注 一则</q>", "脚注 一</q>"}, {"documents/partly.html", "原件另有 13 字", "原件另有 1 字"},
	} {
		changed(t, dir, files, tt.file, strings.Replace(read(t, filepath.Join(dir, tt.file)), tt.old, tt.new, 1))
	}
	account := read(t, filepath.Join(dir, "data/accounts/partly.json"))
	var a struct{ Original, Lost int }
	check(t, json.Unmarshal([]byte(account), &a))
	if a.Lost != 13 || strings.Count(account, "\n") != 1 {
		t.Errorf("account: %s", account)
	}
	changed(t, dir, files, "data/accounts/partly.json", "")
	for i, r := range account { // every fortieth character
		if i%40 == 0 {
			changed(t, dir, files, "data/accounts/partly.json", account[:i]+string(r+1)+account[i+len(string(r)):])
		}
	}
	check(t, os.Remove(filepath.Join(dir, "data/accounts/whole.json")))
	if _, errs := verify.Site(os.DirFS(dir), files); errs.Err() == nil {
		t.Error("an account is missing and nobody says so")
	}
}

// changed holds that verify fails with text as the file; then it is put back.
func changed(t *testing.T, dir string, files []*source.File, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	old := read(t, name)
	if old == text {
		t.Fatalf("nothing was changed in %s", name)
	}
	check(t, os.WriteFile(name, []byte(text), 0o666))
	if _, errs := verify.Site(os.DirFS(dir), files); errs.Err() == nil {
		t.Errorf("a changed %s is not found:\n%.300s", filepath.Base(name), text)
	}
	check(t, os.WriteFile(name, []byte(old), 0o666))
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	check(t, err)
	return string(data)
}
