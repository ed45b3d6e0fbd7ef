package duty_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/facttest"
	"zhengce/generator/source"
)

// TestSentences holds which sentence a group in running text answers for, and which part of it is the group.
func TestSentences(t *testing.T) {
	tests := []struct{ text, want string }{
		{"先种好树！由市交通局牵头，市财政局等部门配合，修好路。再养好桥。", "由市交通局牵头，市财政局等部门配合，修好路。 | 由市交通局牵头，市财政局等部门"},
		{"先种好树；由市交通局牵头，会同市财政局制定办法，修好路！再养好桥。", "由市交通局牵头，会同市财政局制定办法，修好路！ | 由市交通局牵头，会同市财政局"},
		{"先种好树。由市交通局牵头联合市财政局修好路", "由市交通局牵头联合市财政局修好路 | 由市交通局牵头"},
		{"由市交通局牵头、市财政局参与的专班不变。", ""},
		{"由市交通局牵头、市财政局参与修好路。", "由市交通局牵头、市财政局参与修好路。 | 由市交通局牵头、市财政局"},
		{"由物业公司和市交通局办好的商户牵头修好路。", ""},
		{"由商户牵头修好路。", ""},
		{"关于修路的建议，由市交通局会同市财政局研究提出具体意见并组织实施；种好树。", "关于修路的建议，由市交通局会同市财政局研究提出具体意见并组织实施；种好树。 | 市交通局会同市财政局研究提出具体意见并组织实施"},
		{"关于修路的建议，由商户、市财政局负责。", ""},
		{"关于修路的建议，由市交通局牵头会同市财政局研究提出意见。", "关于修路的建议，由市交通局牵头会同市财政局研究提出意见。 | 由市交通局牵头会同市财政局"},
		{"修好路。责任单位：由市交通局牵头，市财政局参与", "责任单位：由市交通局牵头，市财政局参与 | 由市交通局牵头，市财政局"},
		{"修好路。责任单位：由市交通局牵头，市财政局参与；配合单位：市林业局", "责任单位：由市交通局牵头，市财政局参与；配合单位：市林业局 | 由市交通局牵头，市财政局"},
		{"关于修路的建议，由市财政局负责", "关于修路的建议，由市财政局负责 | 市财政局负责"},
	}
	for _, tt := range tests {
		f, _ := facttest.Read(t, source.NewFile("x", "重点工作方案\n一、重点任务\n（一）办好实事。"+tt.text+"\n"))
		var got []string
		for _, a := range f.Assignments {
			got = append(got, f.Document.File.Slice(a.Covers)+" | "+f.Document.File.Slice(a.Span))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.text, strings.Join(got, "; "), tt.want)
		}
	}
}
