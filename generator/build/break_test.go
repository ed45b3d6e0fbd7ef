package build_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"zhengce"
	"zhengce/generator/build"
	"zhengce/generator/format"
	"zhengce/generator/manifest"
	"zhengce/generator/source"
	"zhengce/generator/verify"
)

// papers are what the site of the test is made of; invented.
var papers = map[string]string{
	"qingshan.txt": `青山市人民政府关于推进智慧农业发展的实施意见

青政〔2022〕8号

各县（区）人民政府：

为贯彻落实《国务院关于推进智慧农业发展的指导意见》（国发〔2021〕30号），提出以下意见：

一、总体要求

（一）主要目标。到2025年，全市建成智慧农场不少于12个，农机作业率达到85%。（责任单位：市农业农村局、市财政局）

二、重点任务

（二）完善设施。市水利局牵头，市自然资源和规划局配合，新建泵站30座。

（三）培育主体。落实《青山市农业发展条例》（青政〔2020〕3号），扶持合作社。（市供销社牵头，市商务局配合）

青山市人民政府

2022年4月6日
`,
	"lvshui.txt": `绿水市人民政府关于推进智慧农业发展的实施意见

绿政〔2022〕15号

各县（区）人民政府：

为贯彻落实《国务院关于推进智慧农业发展的指导意见》（国发〔2021〕30号），提出以下意见：

一、总体要求

（一）主要目标。到2025年，全市建成智慧农场不少于20个。（责任单位：市农业农村局、市财政局）

二、重点任务

（二）完善设施。市水利局牵头，市自然资源和规划局配合，新建泵站45座，2024年6月底前改造渠道。

绿水市人民政府

2022年6月1日
`,
	"huangtu.html": `<html><body><p>黄土市人民政府办公室关于印发智慧农业任务表的通知</p><p>黄政办〔2023〕2号</p><p>各县（区）人民政府：</p>
<p>现将任务表印发给你们，面积单位为m<sup>2</sup>，请认真落实。</p><p>黄土市人民政府办公室</p><p>2023年5月8日</p><p>附件：任务分工表</p><p>附件</p><p>任务分工表</p>
<table><tr><th>序号</th><th>任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr><tr><td>1</td><td>建成智慧农场15个</td><td>市农业农村局</td><td>市财政局</td><td>2024年6月底</td></tr>
<tr><td>2</td><td>改造泵站9座</td><td>市水利局</td><td>市财政局</td><td>2025年12月底</td></tr></table><p style="display:none">暗的字</p></body></html>`,
}

// A broken site is a finished site in memory, one file of which was changed.
type broken struct {
	root  string
	good  fstest.MapFS
	seeds []*source.File
}

// breakable builds the site of papers.
func breakable(t *testing.T) *broken {
	t.Helper()
	b := &broken{root: t.TempDir(), good: fstest.MapFS{}}
	check(t, os.CopyFS(b.root, zhengce.Start))
	check(t, os.Mkdir(filepath.Join(b.root, "seeds"), 0o777))
	for name, text := range papers {
		check(t, os.WriteFile(filepath.Join(b.root, "seeds", name), []byte(text), 0o666))
	}
	settings, err := os.ReadFile(filepath.Join(b.root, "hugo.toml"))
	check(t, err)
	settings = bytes.Replace(settings, []byte(`baseURL = "/"`), []byte(`baseURL = "https://zc.example/"`), 1) // for feeds
	check(t, os.WriteFile(filepath.Join(b.root, "hugo.toml"), settings, 0o666))
	if _, err := build.Run(build.Options{Root: b.root, Theme: zhengce.Theme}); err != nil {
		t.Fatal(err)
	}
	public := os.DirFS(filepath.Join(b.root, "public"))
	check(t, fs.WalkDir(public, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(public, name)
		b.good[name] = &fstest.MapFile{Data: data}
		return err
	}))
	if !build.IsLast(b.root, b.good) {
		t.Error("the digest of the manifest was not kept")
	}
	files, errs := format.Load(os.DirFS(b.root), "seeds")
	check(t, errs.Err())
	b.seeds = files
	return b
}

// with returns the site with the files; nil takes one away. A forged one has a manifest that says so.
func (b *broken) with(files map[string][]byte, forged bool) fstest.MapFS {
	site := maps.Clone(b.good)
	for name, data := range files {
		delete(site, name)
		if data != nil {
			site[name] = &fstest.MapFile{Data: data}
		}
	}
	if forged {
		m, _ := manifest.New(site)
		site[manifest.Name] = &fstest.MapFile{Data: m.Bytes()}
	}
	return site
}

// problems proves a site, by its manifest alone or by its seeds too.
func (b *broken) problems(t *testing.T, site fs.FS, seeds bool) source.ErrorList {
	t.Helper()
	_, errs := verify.Prove(verify.Subject{Site: site, Seeds: b.seeds, Listed: true})
	if seeds {
		more, err := build.Again(build.Options{Root: b.root, Theme: zhengce.Theme}, site)
		check(t, err)
		anew, err := verify.Same(site, b.good, false) // what build.Trace builds once more; TestSwaps does
		check(t, err)
		errs = verify.WithPlaces(append(errs, more...), anew)
	}
	return errs.Failures()
}

// A change replaces the first match of old in the first file that matches the pattern and has one.
type change struct {
	file, old, new string
}

// A batch is some changes that are proved at once, each in a file of its own.
type batch struct {
	files map[string][]byte
	says  map[string]string
}

// put puts a changed file into the first batch that has room for it.
func put(batches []*batch, name string, data []byte, says string) []*batch {
	for _, b := range batches {
		if _, full := b.says[name]; !full {
			b.files[name], b.says[name] = data, says
			return batches
		}
	}
	return append(batches, &batch{map[string][]byte{name: data}, map[string]string{name: says}})
}

// targeted are what somebody may falsify though he changes the manifest too.
var targeted = []change{
	{"documents/qingshan.html", `data-role="lead"`, `data-role="support"`},
	{"documents/qingshan.html", `data-role="joint"`, `data-role="lead"`},
	{"documents/qingshan.html", `data-agency="[^"]*"`, `data-agency="x"`},
	{"documents/qingshan.html", `title="牵头：`, `title="配合：`},
	{"documents/qingshan.html", `data-indicator="[^"]*"`, `data-indicator="qingshan-9"`},
	{"documents/qingshan.html", `data-citation="[^"]*"`, `data-citation="x"`},
	{"documents/qingshan.html", `智慧农场不少于`, `智慧农场不多于`},
	{"documents/qingshan.html", `2022年4月6日`, `2022年4月7日`},
	{"documents/qingshan.html", `data-sha256="`, `data-sha256="0`},
	{"documents/qingshan.html", `href="\.\./indicators/`, `href="../indicators/../indicators/index.html#`},
	{"documents/qingshan.html", `id="m1-1"`, `id="m1-9"`},
	{"documents/qingshan.html", `<div class="paper"`, `<div class="paper" hidden onclick="x()"`},
	{"measures/qingshan/2-2.html", `市水利局`, `市农业农村局`},
	{"measures/qingshan/2-2.html", `30`, `31`},
	{"measures/qingshan/2-2.html", `<li>牵头`, `<li>配合`},
	{"measures/qingshan/2-2.html", `data-role="lead"`, `data-role="joint"`},
	{"measures/qingshan/2-2.html", `(<blockquote>\s*<p>)（二）`, `${1}（三）`},
	{"measures/qingshan/2-2.html", `<td data-head="([^"]*)">([^<])`, `<td data-head="$1">又$2`},
	{"measures/qingshan/2-2.html", `<blockquote>(?s:.*?)</blockquote>`, ``},
	{"documents/qingshan.html", `<dd>青山市人民政府`, `<dd>青山市人民政府办公室`},
	{"documents/qingshan.html", `(<li class="level-1"><a href="#[^"]*">)[^<]*`, `${1}又`},
	{"documents/qingshan.html", `市供销社`, `市供销合作社`},
	{"compare/*.html", `<ins>|<del>`, `<mark>`},
	{"agencies/*.html", `(<ul class="facts">(?s:.*?)</ul>)`, `$1<p>假</p>`},
	{"agencies/*.html", `(\s)(</article>)`, `$1<p>假</p>$2`},
	{"measures/qingshan/index.html", `<td data-head="[^"]*"[^>]*>([^<])`, `<td>九$1`},
	{"measures/qingshan/index.html", `<tr>(?s:.*?)</tr>`, ``},
	{"measures/index.html", `(<ol class="list-items">\s*)<li data-item>(?s:.*?)</li>`, `$1`},
	{"agencies/*.html", `href="\.\./documents/qingshan\.html"`, `href="../documents/lvshui.html"`},
	{"agencies/*.html", `青山市`, `黄土市`},
	{"agencies/*.html", `<table`, `<table hidden`},
	{"agencies/*.html", `<caption data-added>`, `<caption data-added>假`},
	{"indicators/index.html", `85%`, `58%`},
	{"indicators/index.html", `2025`, `2026`},
	{"indicators/qingshan-*.html", `<blockquote>`, `<div>`},
	{"indicators/qingshan-*.html", `不少于`, `不多于`},
	{"compare/*.html", `青山市`, `黄土市`},
	{"compare/*.html", `data-heat="(\d)"`, `data-heat="6"`},
	{"compare/*.html", `(<td[^>]*><a href="\.\./agencies/)`, `${1}../measures/index.html?`},
	{"print/1.html", `农机作业率`, `作业率`},
	{"print/1.html", `市水利局`, `市商务局`},
	{"quality.html", `<td[^>]*>([^<])`, `<td>无$1`},
	{"documents/*.html", `datetime="\d{4}`, `datetime="2031`},
	{"documents/*.html", `<time data-deadline[^>]*>[^<]*</time>`, `尽快`},
	{"rules/*.html", `<li>适用：`, `<li>不适用：`},
	{"index.html", `href="\./documents/qingshan\.html"`, `href="./documents/lvshui.html"`},
	{"about.html", `</h1>\s*<p>`, `</h1><p>假`},
	{"help.html", `</p>\s*<h2`, `又</p><h2`},
	{"index.html", `(?s).*`, ``},
	{"documents/lvshui.html", `(?s).*`, ``},
	{"index.html", `</main>`, `<script>fetch("https://x.example/")</script></main>`},
	{"index.html", `</head>`, `<script type="module">import "https://x.example/a.js"</script></head>`},
	{"index.html", `</head>`, `<meta http-equiv="refresh" content="0;URL=x"></head>`},
	{"index.html", `</head>`, `<link rel="stylesheet" href="data:text/css,x"></head>`},
	{"index.html", `</main>`, `<iframe srcdoc="x"></iframe></main>`},
	{"index.html", `js/site\.js`, `js/pair.js" onload="x()`},
	{"404.html", `js/site-lost\.js`, `../x/site-lost.js`},
	{"documents/index.html", `data-root="\.\./"`, `data-root="https://x.example/"`},
	{"js/site.js", `$`, `;alert(1)`},
	{"js/search.js", `^`, `alert(1);`},
	{"css/site.css", `^`, `@import"https://x.example/a.css";`},
	{"css/site.css", `^`, `p{background:image-set("https://x.example/a" 1x)}`},
	{"css/site.css", `^`, `p{background:u\72l(https://x.example/a)}`},
	{"css/print.css", `\d`, `9`},
	{"css/documents/qingshan.css", `$`, `p{background:url(https://x.example/a)}`},
	{"favicon.svg", `<path`, `<script>alert(1)</script><path`},
	{"favicon.svg", `#fff`, `#eee`},
	{"data/records/qingshan.json", `"lead"`, `"support"`},
	{"data/records/qingshan.json", `85`, `58`},
	{"data/records.json", `2022`, `2021`},
	{"data/relations.json", `qingshan`, `lvshui`},
	{"data/relations.json", `\s*}\s*$`, ``},
	{"data/measures.csv", `市水利局|完善设施`, `市商务局`},
	{"data/assignments.csv", `lead`, `support`},
	{"data/agencies.csv", `青山`, `黄土`},
	{"data/indicators.csv", `12`, `21`},
	{"data/documents.csv", `2022-04-06`, `2022-04-07`},
	{"data/citations.csv", `2020`, `2021`},
	{"data/rules.csv", `。`, `，`},
	{"data/datapackage.json", `"title"`, `"titel"`},
	{"data/ledgers/*.xlsx", `(?s)^(.{900}).`, `${1}x`},
	{"data/ledgers/*.xlsx", `(?s)(.{40})$`, ``},
	{"data/tables/documents.csv", `青政`, `绿政`},
	{"data/tables/measures/qingshan.csv", `30|完善`, `31`},
	{"data/tables/agencies/*.csv", `牵头`, `配合`},
	{"search/index.js", `"pages":\d+`, `"pages":1`},
	{"search/*/texts/*.js", `(?s)(.{20})$`, ``},
	{"search/*/texts/*.js", `(?s).*`, ``},
	{"search/*/columns/*.js", `(?s)^(.{90}).`, `${1}A`},
	{"search/*/records/*.js", `(?s)^(.{90}).`, `${1}A`},
	{"search/*/named/*.js", `(?s)^(.{90}).`, `${1}A`},
	{"search/*/names/*.js", `(?s)^(.{90}).`, `${1}A`},
	{"search/*/leads/*.js", `(?s)^(.{90}).`, `${1}A`},
	{"sitemap.xml", `qingshan`, `x`},
	{"atom.xml", `绿水`, `黄土`},
	{"search/0/texts/1.js", `$`, `x()`},
	{"js/more.js", `$`, `x()`},
	{"data/more.json", `$`, `{}`},
	{"data/tables/more.csv", `$`, `甲`},
}

// names returns the files that a change may be of.
func (c change) names(site fstest.MapFS) (names []string) {
	if !strings.Contains(c.file, "*") {
		return []string{c.file}
	}
	for name := range site {
		if ok, _ := path.Match(c.file, name); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// find returns the file that a change is of, and what becomes of it; a file that is none yet is added.
func (c change) find(t *testing.T, site fstest.MapFS) (string, []byte) {
	old := regexp.MustCompile(c.old)
	for _, name := range c.names(site) {
		if site[name] == nil {
			return name, []byte(c.new)
		}
		data := site[name].Data
		if at := old.FindSubmatchIndex(data); at != nil {
			out := append(bytes.Clone(data[:at[0]]), old.Expand(nil, []byte(c.new), data, at)...)
			if out = append(out, data[at[1]:]...); bytes.Equal(out, data) {
				continue
			}
			if len(out) == 0 {
				out = nil
			}
			return name, out
		}
	}
	t.Errorf("no file %s has %s", c.file, c.old)
	return "", nil
}

// TestBreaks changes a built site in many ways, by chance and on purpose: each is named with its file. What changes a finding,
// record, shard, style or script is named though the manifest was changed too; the site as it was passes.
func TestBreaks(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site")
	}
	b := breakable(t)
	if errs := b.problems(t, b.good, true); len(errs) > 0 {
		t.Fatalf("the site as it was built: %v", errs)
	}
	if errs := b.problems(t, b.with(map[string][]byte{manifest.Name: b.good[manifest.Name].Data[1:]}, false), false); !namesFile(errs, manifest.Name) {
		t.Errorf("a broken manifest: %v", errs)
	}
	for _, part := range byChance(b.good) {
		errs := b.problems(t, b.with(part.files, false), false)
		for name, says := range part.says {
			if !namesFile(errs, name) {
				t.Errorf("not named: %s of %s", says, name)
			}
		}
	}
	var batches []*batch
	t.Logf("%d changes on purpose", len(kinds()))
	for _, c := range kinds() {
		if name, data := c.find(t, b.good); name != "" {
			batches = put(batches, name, data, c.old+" as "+c.new)
		}
	}
	for _, part := range batches {
		errs := b.problems(t, b.with(part.files, false), false)
		forged := b.problems(t, b.with(part.files, true), true)
		for name, says := range part.says {
			if !namesFile(errs, name) {
				t.Errorf("not named: %s in %s", says, name)
			}
			if !namesPlace(forged, name) {
				t.Errorf("not named, with a forged manifest: %s in %s", says, name)
			}
		}
		if os.Getenv("ZHENGCE_BREAKS") != "" { // to read what is said
			fmt.Println(forged)
		}
	}
}

// byChance returns 200 changes of one byte by chance.
func byChance(site fstest.MapFS) (batches []*batch) {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(site)), func(name string) bool { return name == manifest.Name || len(site[name].Data) == 0 })
	chance := rand.New(rand.NewPCG(16, 1))
	for i := range 200 {
		name := names[chance.IntN(len(names))]
		data := bytes.Clone(site[name].Data)
		at := chance.IntN(len(data))
		switch i % 4 {
		case 0:
			data = slices.Delete(data, at, at+1)
		case 1:
			data = slices.Insert(data, at, "0a<"[i%3])
		default:
			data[at] ^= byte(1 + chance.IntN(30))
		}
		batches = put(batches, name, data, fmt.Sprint("byte ", at))
	}
	return batches
}

// namesPlace reports whether problems name the file with the place in it.
func namesPlace(errs source.ErrorList, name string) bool {
	of := slices.DeleteFunc(slices.Clone(errs), func(e *source.Error) bool { return e.File != name })
	return len(of) > 0 && !verify.Unplaced(of)
}

// namesFile reports whether a problem is about the file.
func namesFile(errs source.ErrorList, name string) bool {
	return slices.ContainsFunc(errs, func(e *source.Error) bool { return e.File == name })
}
