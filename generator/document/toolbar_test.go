package document

import "testing"

// TestToolbar tells lines of buttons, menus and fields of a page from lines of a paper.
func TestToolbar(t *testing.T) {
	for _, tt := range []struct {
		line string
		want bool
	}{
		{"关怀版 | 登录 | 注册", true},
		{"信息公开　政务服务　互动交流", true},
		{"发布时间：2031-05-06　来源：甲市民政局　字号：大 中 小", true},
		{"（更新日期：2031年5月6日　浏览量：30）", true},
		{"分享至：", true},
		{"返回首页 / 网站地图", true},
		{"阅读量：128次", true},
		{"【打印】 【收藏】", true},
		{"政务公开 政务服务", false},
		{"政务公开、政务服务、互动交流", false},
		{"来源：甲市统计年鉴", false},
		{"登录 系统后提交申请", false},
		{"2031 05 06", false},
		{"取消不合理收费", false},
		{"关闭 小煤矿", false},
		{"发布时间：由市民政局定。信息来源：各县。", false},
		{"各县确定发布时间：5月；更新时间：6月", false},
	} {
		if got := isToolbar(tt.line); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.line, got, tt.want)
		}
	}
}
