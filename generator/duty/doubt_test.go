package duty_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/facttest"
)

// TestDoubts holds what an editor is asked to look at.
func TestDoubts(t *testing.T) {
	tests := []struct{ body, want string }{
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、市财政局）</p>", ""},
		{"<p>一、重点任务（市交通局牵头）</p><p>（一）修好路。</p>", ""},
		{"<p>一、重点任务</p><p>修好各处的路。（市交通局牵头）</p><p>（一）修好路。</p>", "group-of-part （市交通局牵头）"},
		{"<p>一、修好各处的路。（市交通局牵头）</p>", ""},
		{"<p>一、重点任务</p>" + htmlTable("路|备注\n东山路|（市交通局牵头）") + "<p>（一）修好路。</p>", ""},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、市财政局、市通信管理）</p>", "agency-slip 市通信管理"},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、市财政局、青山热力）</p>", "agency-unknown 青山热力"},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、市财政局、青山夜话）</p>", "agency-unread 青山夜话"},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、攸县、东河、西河县人民政府）</p>", ""},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、市“好路”办公室）</p>", "agency-unread 市“好路”办公室"},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局、市财政局、青山中心）</p>", "agency-unknown 青山中心"},
		{"<p>一、重点任务</p><p>（一）修好路。（市交通局负责，全力保障农村公路的通行）</p>", "group-unread （市交通局负责，全力保障农村公路的通行）"},
		{"<p>一、重点任务</p><p>（一）修好路（市交通局，全力保障农村公路的通行）。</p>", ""},
		{"<p>一、重点任务</p><p>（一）修好路（农村公路的通行由村里负责）。</p>", ""},
		{"<p>一、重点任务</p><p>（一）修好路。（市审计局、市推进好账工作领导小组办公室）</p>", ""},
		{"<p>一、重点任务</p><p>（一）修好路。（市审计局、全市扶贫开发办公室）</p>", ""},
		{"<p>一、重点任务</p><p>（一）修好路。</p><p>1.修好桥。</p><p>（1）修好东桥。（市交通局牵头）</p>", ""},
		{htmlTable("任务|责任单位\n修好路|市通信管理") + "<p>一、重点任务</p><p>（一）修好路。</p>", "agency-slip 市通信管理"},
	}
	for _, tt := range tests {
		_, problems := facttest.Read(t, page(t, tt.body))
		var got []string
		for _, p := range problems {
			got = append(got, p.Code+" "+p.Quote)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.body, strings.Join(got, "; "), tt.want)
		}
	}
}
