package duty_test

import (
	"testing"

	"zhengce/generator/duty"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestNameAgenciesOfEditor keeps the names that an editor gives and the place names that share an ending.
func TestNameAgenciesOfEditor(t *testing.T) {
	tests := []struct {
		written []string
		named   string // by the editor: the name of the first
		want    string // of the first
	}{
		{[]string{"市水利局"}, "", "青山市水利局"},
		{[]string{"市水利局"}, "青山市水务局", "青山市水务局"},
		{[]string{"通信管理"}, "", "青山市通信管理"},
		{[]string{"东河", "西河", "北沙区政府"}, "", "东河区政府"},
		{[]string{"东河", "西河区"}, "", "东河"},
		{[]string{"东河", "西河县人民政府"}, "", "东河县人民政府"},
		{[]string{"东河镇", "西河镇", "北沙乡人民政府"}, "", "东河镇人民政府"},
		{[]string{"东河街道", "西河街道办事处"}, "", "东河街道办事处"},
		{[]string{"东河", "西河街道办事处"}, "", "东河街道办事处"},
		{[]string{"东河", "西河镇政府"}, "", "东河镇政府"},
		{[]string{"东河镇", "西河街道办事处"}, "", "东河镇"},
		{[]string{"各镇", "西河镇人民政府"}, "", "各镇"},
		{[]string{"东河镇", "各乡镇人民政府"}, "", "东河镇"},
		{[]string{"东河", "水利局", "北沙区政府"}, "", "东河"},
		{[]string{"财政", "北沙区政府"}, "", "青山市财政"},
		{[]string{"通信管理", "北沙区政府"}, "", "青山市通信管理"},
		{[]string{"财政", "西河"}, "", "青山市财政"},
	}
	for _, tt := range tests {
		var list []policy.Agency
		for _, w := range tt.written {
			list = append(list, policy.Agency{Written: w})
		}
		list[0].Name = tt.named
		duty.NameAgencies("青山市", list)
		if list[0].Name != tt.want {
			t.Errorf("%q, of which the editor names the first %q: it is %q, want %q", tt.written, tt.named, list[0].Name, tt.want)
		}
	}
}

// TestCoverOf covers the text from the group before, or from the beginning of the measure's text.
func TestCoverOf(t *testing.T) {
	f := facts(t, "<p>一、重点任务</p><p>（一）修好路。先修桥。（市交通局）再修路，种好树。</p><p>（二）办好学。先修校舍。</p>")
	text := f.Document.File.Text
	tests := []struct{ measure, group, want string }{
		{"一/（一）", "种好树", "再修路，"},
		{"一/（一）", "（市交通局）", "先修桥。"},
		{"一/（二）", "校舍", "先修"},
		{"一/（二）", "办好学", ""},
		{"一/（九）", "校舍", ""},
	}
	for _, tt := range tests {
		start := indexOf(t, text, tt.group)
		got := f.Document.File.Slice(duty.CoverOf(f, tt.measure, source.Span{Start: start, End: start + len(tt.group)}))
		if got != tt.want {
			t.Errorf("a group at %s of %s covers %q, want %q", tt.group, tt.measure, got, tt.want)
		}
	}
}
