package build

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/catalog"
	"zhengce/generator/internal/babble"
	"zhengce/generator/internal/golden"
	"zhengce/generator/policy"
	"zhengce/generator/record"
	"zhengce/generator/source"
)

// Texts of a paper and of annexes to it.
const (
	paperText = "乙川市人民政府关于办好集市的意见\n乙政发〔2031〕6号\n各县人民政府：\n　　列在首位的为牵头单位。\n　　一、办好集市\n　　（一）修好农村公路。养好桥梁。（市交通局、市财政局）\n乙川市人民政府\n2031年5月6日\n"
	taskText  = "| 序号 | 重点任务 | 责任单位 |\n|---|---|---|\n| 1 | 修好农村公路 | 市交通局、市财政局 |\n| 5 | 今年新建摊位500个 | 市商务局 |\n"
	otherText = "| 序号 | 重点任务 | 责任单位 |\n|---|---|---|\n| 1 | 办好夜市 | 市商务局、市公安局 |\n"
	planText  = "附件2\n\n市场建设方案\n\n一、建好市场。新建市场3个。（市商务局、市住房城乡建设局）\n\n五、守护市场。（市公安局）\n"
)

// describeLibrary tells of each paper what was found in it, and where it has its address.
func describeLibrary(t *testing.T, seeds map[string]string) string {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range seeds {
		fsys["seeds/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	l := Read(fsys, "seeds")
	c, errs := catalog.Build(l.Facts)
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range c.All() {
		fmt.Fprintf(&b, "%s %s %s", d.ID, d.Meta.Region, d.Meta.Date)
		if d.FormOf != nil {
			fmt.Fprintf(&b, " = %s", d.FormOf.ID)
		}
		b.WriteString("\n")
		for _, text := range d.Annexes() {
			fmt.Fprintf(&b, "  text %s %s of %s\n", text.ID, text.Heading(), text.File.Name)
		}
		for _, m := range d.Measures {
			fmt.Fprintf(&b, "  measure %s %s\n", m.ID, m.Address)
		}
		for _, task := range d.Tasks() {
			who := ""
			for _, m := range task.Members {
				who += " " + string(m.Role) + ":" + m.Name
			}
			at := "measure " + task.Path()
			if r := task.Row; r != nil {
				at = "row " + r.ID() + " " + r.Path() + " " + r.Label()
				if r.Of != nil {
					at += " of " + r.Of.ID
				}
			}
			fmt.Fprintf(&b, "  task %s%s\n", at, who)
		}
		for _, i := range d.Indicators {
			fmt.Fprintf(&b, "  indicator %s %s %d\n", i.ID, i.Quote, i.Year)
		}
	}
	for _, p := range c.Problems {
		if p.Code != "no-outline" {
			fmt.Fprintf(&b, "%s %s\n", p.Position.File, p.Code)
		}
	}
	return b.String()
}

// libraries are folders of seeds with what is to be seen in what becomes of them.
var libraries = []struct {
	says  string
	seeds map[string]string
}{
	{"rows are the paper's: they speak of its measures, go by its rule of the first place and by its year",
		map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText}},
	{"an annex without a number", map[string]string{"甲.txt": paperText, "甲.附件.md": taskText}},
	{"the text has an annex without a number, and the file has other rows of these numbers",
		map[string]string{"甲.md": paperText + "\n附件\n\n" + otherText, "甲.附件.md": taskText}},
	{"two files of one number", map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText, "甲.annex-1.md": otherText}},
	{"two forms of one annex: what it orders counts once", map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText,
		"甲.附件1.txt": "序号\t重点任务\t责任单位\n1\t修好农村公路\t市交通局、市财政局\n5\t今年新建摊位500个\t市商务局\n"}},
	{"the text holds the annex of the file", map[string]string{"甲.md": paperText + "\n附件1\n\n" + taskText, "甲.附件1.md": taskText}},
	{"the text holds another annex of its number", map[string]string{"甲.md": paperText + "\n附件1\n\n" + taskText, "甲.附件1.md": otherText}},
	{"a number is left out", map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText, "甲.附件3.md": otherText}},
	{"the paper stands in another folder", map[string]string{"甲.附件1.md": taskText, "乙/甲.txt": paperText}},
	{"a part 五 and a row 5 of one annex have addresses of their own",
		map[string]string{"甲.txt": paperText, "甲.附件2.md": planText + "\n" + taskText, "甲.附件1.txt": "名单\n"}},
	{"who signs the annex, and when, is not who issued it",
		map[string]string{"甲.txt": paperText, "甲.附件1.md": planText + "\n丁山省财政厅\n\n2029年1月1日\n"}},
	{"other ways to write the number", map[string]string{"甲.txt": paperText, "甲.附件一.md": taskText, "甲.Annex-２.md": otherText, "甲.附件10 .md": "名录\n"}},
	{"annexes below an annex", map[string]string{"甲.txt": paperText, "甲.附件1-1.md": taskText, "甲.附件1-2.md": otherText, "甲.附件1.txt": "名单\n"}},
	{"a file without a number that holds two annexes", map[string]string{"甲.txt": paperText, "甲.附件.md": "附件1\n\n市场建设方案\n\n一、建好市场。新建市场3个。（市商务局）\n\n" + planText}},
	{"and one of these in a file of its own", map[string]string{"甲.txt": paperText, "甲.附件.md": "附件1\n\n市场建设方案\n\n一、建好市场。新建市场3个。（市商务局）\n", "甲.附件1.md": taskText}},
	{"an annex that by its title orders nothing", map[string]string{"甲.txt": paperText, "甲.附件1.md": "养老服务典型案例\n\n一、某县开办食堂3家。（某县民政局）\n\n二、某县新建场地5处。（某县教育局）\n"}},
	{"of two forms of a paper the first has the annex", map[string]string{"甲.txt": paperText, "甲.md": paperText, "甲.附件1.md": taskText}},
	{"the editor's file of an annex corrects the annex", map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText,
		"甲.附件1.yaml": "corrections:\n  - indicator: 500个\n    year: 2033\n"}},
	{"and not its paper", map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText,
		"甲.附件1.yaml": "corrections:\n  - citation: 养好桥梁\n    title: 桥\n"}},
	{"what the editor knows of a paper holds for its annexes", map[string]string{"甲.txt": paperText, "甲.附件1.md": taskText, "甲.yaml": "region: 丁山市\n"}},
}

func TestAnnexes(t *testing.T) {
	var b strings.Builder
	for _, l := range libraries {
		fmt.Fprintf(&b, "# %s\n%s\n", l.says, describeLibrary(t, l.seeds))
	}
	golden.Equal(t, "testdata/annexes.txt", []byte(b.String()))
}

// TestAnnexPlaces checks that a place in an annex is told as one of its file.
func TestAnnexPlaces(t *testing.T) {
	fsys := fstest.MapFS{"seeds/甲.txt": {Data: []byte(paperText)}, "seeds/甲.附件2.md": {Data: []byte(planText)}}
	l := Read(fsys, "seeds")
	var at []string
	for _, p := range l.Problems {
		at = append(at, fmt.Sprint(p.Position, " ", p.Code))
	}
	want := []string{"{seeds/甲.附件2.md 0 0} annex-gap", "{seeds/甲.附件2.md 7 1} number-gap"}
	if diff := cmp.Diff(want, at); diff != "" {
		t.Error(diff)
	}
	m := l.Facts[0].Measures[2]
	f := l.Facts[0].Document.File
	start, end := f.Characters(m.Span)
	if own := []rune(l.Files[1].Text)[start:end]; string(own) != f.Slice(m.Span) {
		t.Errorf("characters of the annex are %q, expected %q", string(own), f.Slice(m.Span))
	}
}

// TestAt checks that one file is read with those that belong to it.
func TestAt(t *testing.T) {
	fsys := fstest.MapFS{"甲.txt": {Data: []byte(paperText)}, "甲.附件1.md": {Data: []byte(taskText)}, "甲.附件2.docx": {Data: []byte("PK\x03\x04 cut off")}}
	for name, want := range map[string]string{"甲.txt": "甲.txt 甲.附件1.md", "甲.附件1.md": "甲.附件1.md of 甲.txt [doc_number issuer date region]"} {
		facts, err := At(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		r := record.New(facts)
		got := r.File
		if r.Paper != nil {
			got += fmt.Sprint(" of ", *r.Paper, " ", r.Inherited)
		}
		for _, a := range r.AnnexFiles {
			got += " " + a.File
		}
		if got != want {
			t.Errorf("%s: %s, expected %s", name, got, want)
		}
	}
}

// TestPaperStays: an annex in a file of its own changes nothing of what is found in its paper, nor any address there.
func TestPaperStays(t *testing.T) {
	texts := []string{paperText, paperText + "\n附件1\n\n" + otherText}
	r := rand.New(rand.NewPCG(1, 2))
	for range 80 {
		data := make([]byte, 20+r.IntN(120))
		for i := range data {
			data[i] = byte(r.IntN(256))
		}
		texts = append(texts, babble.Text(data))
	}
	for _, text := range texts {
		files := func() []*source.File {
			return []*source.File{source.NewFile("seeds/甲.txt", text), source.NewFile("seeds/甲.附件1.txt", "附件1\n"+texts[len(text)%len(texts)]), source.NewFile("seeds/甲.附件2.txt", planText)}
		}
		read := func(files []*source.File) *record.Record {
			facts, errs := Papers(fstest.MapFS{}, files)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			return record.New(facts[0])
		}
		alone, joined := read(files()[:1]), read(files())
		if len(joined.AnnexFiles) != 2 {
			t.Fatalf("%d annexes, expected 2", len(joined.AnnexFiles))
		}
		joined.AnnexFiles = alone.AnnexFiles
		if diff := cmp.Diff(alone, joined); diff != "" {
			t.Fatalf("%q:\n%s", text, diff)
		}
	}
}

// TestSurvive: a fault of the program at one paper is told with the line of the program, and ends nothing else.
func TestSurvive(t *testing.T) {
	facts, broke := survive("seeds/a.txt", func() *policy.Facts { return (*bundle)(nil).read(nil) })
	if facts != nil || broke == nil || !regexp.MustCompile(`^seeds/a.txt: the program breaks off at this paper \(build/annex.go:\d+\); take`).MatchString(broke.Error()) {
		t.Errorf("got %v", broke)
	}
	if facts, broke := survive("seeds/a.txt", func() *policy.Facts { return &policy.Facts{} }); facts == nil || broke != nil {
		t.Errorf("got %v", broke)
	}
}
