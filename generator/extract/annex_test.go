package extract

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// TestAnnexNumbers gives the number of its annex to a task of one of several, in the text or in a table.
func TestAnnexNumbers(t *testing.T) {
	paper := func(annexes string) string {
		return "养老方案\n一、抓好落实\n加强监督。\n" + annexes
	}
	table := "序号\n\n任务\n\n责任单位\n\n1\n\n新建食堂20座\n\n市民政局\n"
	tests := []struct{ name, text, want string }{
		{"one annex of tasks among others", paper("附件1\n名词解释\n1.食堂：指吃饭的地方。\n附件2\n任务清单\n1.新建食堂20座。（市民政局负责）"), "一=1 附件/1=annex-1 附件/1:20"},
		{"two", paper("附件1\n任务清单\n1.新建食堂20座。\n附件2\n考核清单\n1.新增人员1名。"), "一=1 附件1/1=annex-1-1 附件2/1=annex-2-1 附件1/1:20 附件2/1:1"},
		{"one in the text, one in a table", paper("附件1\n任务清单\n1.新增床位30张。\n附件2\n分工表\n\n" + table), "一=1 附件1/1=annex-1-1 附件2/1=annex-2-1 附件1/1:30 附件2/1:20"},
		{"two tables", paper("附件1\n分工表\n\n" + table + "\n附件2\n分解表\n\n" + table), "一=1 附件1/1=annex-1-1 附件2/1=annex-2-1 附件1/1:20 附件2/1:20"},
		{"text and table in one annex", paper("附件2\n任务清单\n1.新增床位30张。\n\n" + table), "一=1 附件/1=annex-1 附件/1=annex-1x2 附件/1:30 附件/1:20"},
	}
	for _, tt := range tests {
		d, _ := document.Parse(source.NewFile("x", tt.text+"\n"))
		facts, _ := Document(d)
		var got []string
		for _, m := range facts.Measures {
			got = append(got, m.ID+"="+m.Address)
		}
		for _, r := range facts.Annex {
			got = append(got, r.ID()+"="+r.Address())
		}
		for _, i := range facts.Indicators {
			got = append(got, i.Measure+":"+d.File.Slice(i.Value))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}
