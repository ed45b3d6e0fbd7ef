package document

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestRowGroups reads tables with a row a line in which titles of groups of rows have no number of their own.
func TestRowGroups(t *testing.T) {
	head := "序号\t工作任务\t牵头单位\t配合单位\t完成时限\n"
	wide := "序号    工作任务    责任单位\n"
	for _, tt := range []struct{ name, text, want string }{
		{"titles before the first row and between", head + "推动管网更新\n清淤管渠。\n1\t清淤4公里。\t市水务局\t市财政局\t2031年6月\n2\t修补井盖。\t市水务局\t市住建局\t持续推进\n完善排水设施\n3\t新建泵站。\t市水务局\t市财政局\t2031年9月",
			"0 1 2 3 4|0*|0*|0 1 2 3 4|0 1 2 3 4|0*|0 1 2 3 4"},
		{"empty cells stay in their columns", head + "推动管网更新\n1\t清淤4公里。\t市水务局\t\t2031年6月\n2\t修补井盖。\t\t市住建局\t", "0 1 2 3 4|0*|0 1 2 4|0 1 3"},
		{"gaps in the numbers", head + "1\t清淤4公里。\t市水务局\t无\t2031年6月\n完善排水设施\n7\t新建泵站。\t市水务局\t无\t2031年9月", "0 1 2 3 4|0 1 2 3 4|0*|0 1 2 3 4"},
		{"numbers begin again", wide + "管网\n1    清淤管渠    市水务局\n2    修补井盖    市住建局\n泵站\n1    新建泵站    市水务局", "0 1 2|0*|0 1 2|0 1 2|0*|0 1 2"},
		{"strokes", "｜序号｜工作任务｜责任单位｜\n管网\n｜1｜清淤管渠｜市水务局｜", "0 1 2 3 4 5 6|0*|0 1 2 3 4 5 6"},
		{"no numbers, tabs", "工作任务\t牵头单位\t完成时限\n管网\n清淤管渠\t市水务局\t2031年6月\n泵站\n新建泵站\t市水务局\t2031年9月", "0 1 2|0*|0 1 2|0*|0 1 2"},
		{"a paragraph ends the table", wide + "1    清淤管渠    市水务局\n各单位要按月报送；材料要齐全。\n3    新建泵站    市水务局", "0 1 2|0 1 2"},
		{"a number that goes back is another list", wide + "1    清淤管渠    市水务局\n2    修补井盖    市住建局\n3    新建泵站    市水务局\n泵站\n2    清洗水池    市水务局", "0 1 2|0 1 2|0 1 2|0 1 2"},
	} {
		d, _ := Parse(source.NewFile("x.txt", "甲市任务表\n附件\n"+tt.text+"\n"))
		if len(d.Tables) == 0 {
			t.Errorf("%s: no table", tt.name)
			continue
		}
		var rows []string
		for _, row := range d.Tables[0].All() {
			var cells []string
			for _, c := range row {
				cell := string(rune('0' + c.Col))
				if c.ColSpan > 1 {
					cell += "*"
				}
				cells = append(cells, cell)
			}
			rows = append(rows, strings.Join(cells, " "))
		}
		if got := strings.Join(rows, "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
