package list

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

func small() *List {
	return &List{Name: "papers", Fields: []Field{{"title", "标题", Title, ""}, {"place", "地区", Line, Facet}, {"by", "部门", Words, Facet}, {"date", "日期", Line, Date}},
		Items: []Item{
			{Href: "a.html", Link: "甲", Cells: []string{"甲（拟）", "东省", "丙局、丁局", "2015年7月2日"}, Words: map[string][]string{"by": {"丙局", "丁局"}}, Keys: map[string]int{"date": 20150702}},
			{Href: "b.html", Link: "乙", Cells: []string{"乙", "东省", "丁局", "2011年"}, Keys: map[string]int{"date": 20110000}},
			{Href: "c.html", Link: "戊", Cells: []string{"戊", "", "", ""}, Words: map[string][]string{"by": nil}},
		}}
}

func TestWrite(t *testing.T) {
	fs := afero.NewMemMapFs()
	if err := small().Write(fs); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"index-0": `zhengceList("papers","index",0,{"total":3,"shard":200,"blocks":{"by":[3],"date":[3],"place":[3]}});`,
		"place-0": `zhengceList("papers","place",0,["东省","未载明"],[2,0,1,1]);`,
		"by-0":    `zhengceList("papers","by",0,["丙局","丁局"],[1,[0,1],1,1,1,[]]);`,
		"date-0":  `zhengceList("papers","date",0,[],[1,20150702,1,20110000,1,null]);`,
		"cards-0": `zhengceList("papers","cards",0,[["a.html","甲",["甲（拟）","东省","丙局、丁局","2015年7月2日"]],["b.html","乙",["乙","东省","丁局","2011年"]],["c.html","戊",["戊","","",""]]]);`,
	} {
		data, err := afero.ReadFile(fs, "data/lists/papers/"+name+".js")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want+"\n", string(data)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestBlocks: no file of a column grows with the list.
func TestBlocks(t *testing.T) {
	l := &List{Name: "x", Fields: []Field{{"by", "部门", "", Facet}}}
	for i := range 20_000 {
		l.Items = append(l.Items, Item{Cells: []string{fmt.Sprintf("第%d个部门", i)}})
	}
	blocks, n := l.blocks(0, l.Items), 0
	for _, b := range blocks {
		if size := len(encode(b.data)); size > maxFile {
			t.Errorf("a file has %d bytes", size)
		}
		n += b.n
	}
	if n != len(l.Items) || len(blocks) < 2 {
		t.Errorf("%d items in %d files", n, len(blocks))
	}
}

// TestSettle: what no thing has is nothing to choose by.
func TestSettle(t *testing.T) {
	l := small()
	l.Fields = append(l.Fields, Field{"kind", "种类", "", Facet}, Field{"role", "分工", "", Facet})
	for i := range l.Items {
		l.Items[i].Cells = append(l.Items[i].Cells, "", "见说明")
		l.Items[i].Words = map[string][]string{"role": nil}
	}
	l.Settle()
	var got []Use
	for _, f := range l.Fields {
		got = append(got, f.Use)
	}
	if diff := cmp.Diff([]Use{"", Facet, Facet, Date, "", ""}, got); diff != "" {
		t.Error(diff)
	}
}

// TestPages: every item stands on one page, by year and place.
func TestPages(t *testing.T) {
	l := small()
	if got := l.Pages("date", "place"); got != nil {
		t.Errorf("a list that is shown whole has pages: %v", got)
	}
	l.Items = nil
	for i := range 130 {
		x := Item{Cells: []string{"", []string{"东省", "西省"}[i%2], "", ""}, Keys: map[string]int{"date": 20200101 - i/70*10000}}
		if i > 120 {
			x.Keys = nil
		}
		l.Items = append(l.Items, x)
	}
	var got []string
	seen := map[int]bool{}
	for _, p := range l.Pages("date", "place") {
		places := ""
		for _, i := range p.Items {
			if seen[i] {
				t.Errorf("item %d stands twice", i)
			}
			seen[i] = true
			if w := l.Items[i].Cells[1]; !strings.HasSuffix(places, w) {
				places += w
			}
		}
		got = append(got, fmt.Sprint(p.Year, " ", p.N, " ", len(p.Items), " ", places))
	}
	want := []string{"2020 1 50 东省西省", "2020 2 20 西省", "2019 1 50 东省西省", "2019 2 1 西省", "none 1 9 西省东省"}
	if diff := cmp.Diff(want, got); diff != "" || len(seen) != 130 {
		t.Error(diff, len(seen))
	}
}
