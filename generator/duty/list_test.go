package duty

import (
	"strings"
	"testing"
)

func TestMembersOf(t *testing.T) {
	long := strings.Repeat("修好水渠", 40)
	tests := []struct {
		name, list, want string
	}{
		{"nothing", "", ""},
		{"both widths of marks", "市教育局,市财政局;市公安局；市水利局/市民政局／市审计局。", "市教育局 市财政局 市公安局 市水利局 市民政局 市审计局"},
		{"white space before a list", "市公安局 市民政局、青山热力", "市公安局 市民政局 ~青山热力"},
		{"white space before no name", "市公安局 青山热力、市民政局", "?市公安局青山热力 市民政局"},
		{"white space in a name", "市公 安局、自治区 教育厅", "市公安局 自治区教育厅"},
		{"names without level", "自治区教育厅 财政厅\n各县政府 财政局", "自治区教育厅 财政厅 各县政府 财政局"},
		{"brackets of half width", "各县(市、区)、乡镇人民政府、各乡镇(街道)、开发区管委会", "各县(市、区)、乡镇人民政府 各乡镇(街道) 开发区管委会"},
		{"a bracket too many", "市公安局）、市财政局", "市公安局 市财政局"},
		{"collectives that break", "各市、省直有关部门、各县、市直有关部门", "各市 各县"},
		{"party with its organ", "各县（市、区）党委、人民政府，各镇党工委、管委会", "各县（市、区）党委、人民政府 各镇党工委、管委会"},
		{"levels with a bracket", "省、市（州）、县级政府、市财政局", "省、市（州）、县级政府 市财政局"},
		{"stray brackets", "市公安局】、市民政局〔、市财政局（", "市公安局 市民政局 市财政局"},
		{"concerned", "所涉及的市教育局、市财政局等市级主管部门（单位）", "市教育局 市财政局"},
		{"heads", "以上任务均由市教育局、本条由市财政局、会同市公安局、会同县公安局", "市教育局 市财政局 市公安局 会同县公安局"},
		{"tails", "市教育局等部门和单位按照各自职责分工负责、市财政局等18个部门、市高等学校", "市教育局 市财政局 市高等学校"},
		{"joiners", "市教育局以及市财政局与有关部门、市公安局和有关单位和市水利局", "市教育局 市财政局 市公安局 市水利局"},
		{"joined to a vague collective", "市财政局及相关单位、市水利局及相关镇", "市财政局 市水利局 相关镇"},
		{"joiners inside a name", "市普及教育办公室、市文化和旅游局", "市普及教育办公室 市文化和旅游局"},
		{"a mark", "★市教育局、市财政局▲、★", "*市教育局 *市财政局 ?★"},
		{"remarks", "市教育局（牵头）、市财政局（配合单位）、各区（含管委会，下同）（参与）、（下同）", "+市教育局 -市财政局 -各区（含管委会，下同） ?（下同）"},
		{"what they do", "市教育局负责学校食堂、有关部门加强指导、省新型显示产业专班牵头单位", "市教育局 省新型显示产业专班牵头单位"},
		{"dates", "市教育局、2030年底前完成、明年完成、并持续推进、每季报送", "市教育局"},
		{"persons", "市教育局、市长、市政府分管领导、秘书长", "市教育局"},
		{"fields without 部门", "市财政、民政", "?市财政 ?民政"},
		{"fields with 部门", "市财政、同级民政等部门", "市财政 同级民政"},
		{"no name is that long", "市公安局、市教育局等部门和" + long, "市公安局 ?"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range membersOf(tt.list, 0) {
			got = append(got, sign(m)+m.written)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.name, tt.list, strings.Join(got, " "), tt.want)
		}
	}
}

// sign returns ? for a member that is unknown, * for a marked one, + and - for one whose own words say that it
// leads or supports, ~ for one that is not sure.
func sign(m member) string {
	switch {
	case m.unknown:
		return "?"
	case m.marked:
		return "*"
	case m.word == "lead":
		return "+"
	case m.word == "support":
		return "-"
	case !m.sure:
		return "~"
	}
	return ""
}
