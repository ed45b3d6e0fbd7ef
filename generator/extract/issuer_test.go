package extract

import (
	"strings"
	"testing"
)

// TestIssuers names the bodies that issue a paper, each for itself; Issuer stays as it stands.
func TestIssuers(t *testing.T) {
	const text = "一、抓好落实\n加强监督。\n"
	for _, tt := range []struct{ text, issuer, issuers string }{
		{"关于支持养老的通知\n" + text + "乙川市教育局　　乙川市财政局\n2031年3月1日\n", "乙川市教育局乙川市财政局", "乙川市教育局|乙川市财政局"},
		{"关于支持养老的通知\n" + text + "乙川市教育局\n乙川市财政局\n2031年3月1日\n", "乙川市教育局乙川市财政局", "乙川市教育局|乙川市财政局"},
		{"关于支持养老的通知\n" + text + "乙川市教育局、市财政局\n2031年3月1日\n", "乙川市教育局、市财政局", "乙川市教育局|市财政局"},
		{"乙川市教育局 乙川市财政局关于支持养老的通知\n" + text + "乙川市教育局乙川市财政局\n2031年3月1日\n", "乙川市教育局乙川市财政局", "乙川市教育局|乙川市财政局"},
		{"乙川市教育局\n乙川市财政局文件\n关于支持养老的通知\n" + text + "乙川市教育局乙川市财政局\n2031年3月1日\n", "乙川市教育局乙川市财政局", "乙川市教育局|乙川市财政局"},
		{"乙川市教育局\n乙川市财政局文件\n关于支持养老的通知\n" + text, "乙川市教育局乙川市财政局", "乙川市教育局|乙川市财政局"},
		{"乙川市教育局 乙川市财政局\n关于支持养老的通知\n" + text, "乙川市教育局乙川市财政局", "乙川市教育局|乙川市财政局"},
		{"乙川市教育局关于支持养老的通知\n" + text, "乙川市教育局", "乙川市教育局"},
		{"乙川市 教育局关于支持养老的通知\n" + text, "乙川市教育局", "乙川市教育局"},
		{"关于支持养老的通知\n" + text, "", ""},
		{"某某部 某某总局公告2031年第19号\n关于支持养老的公告\n" + text, "某某部某某总局", "某某部|某某总局"},
	} {
		m := headOf(tt.text)
		if got := strings.Join(m.Issuers, "|"); m.Issuer != tt.issuer || got != tt.issuers {
			t.Errorf("%q is issued by %q, %q, want %q, %q", tt.text, m.Issuer, got, tt.issuer, tt.issuers)
		}
	}
}

// TestStatute takes number, date and issuer from the lines below the title, where nothing else tells them.
func TestStatute(t *testing.T) {
	for _, tt := range []struct{ lines, want string }{
		{"2025年3月31日 乙川市第十届人民代表大会常务委员会第十三次会议通过\n\n2031年12月3日 乙川市第十三届人民代表大会常务委员会第三十二次会议修正", " 2025-03-31 乙川市人民代表大会常务委员会"},
		{"（2031年7月27日中华人民共和国国务院令第999号公布）", "国务院令第999号 2031-07-27 国务院"},
		{"（2031年7月27日第十三届全国人民代表大会常务委员会第二十次会议通过）", " 2031-07-27 全国人民代表大会常务委员会"},
		{"（2031年7月27日乙川市人民政府第5次常务会议审议通过，2031年8月1日乙川市人民政府令第9号公布，自2031年9月1日起施行）", "乙川市人民政府令第9号 2031-08-01 乙川市人民政府"},
		{"（2031年7月27日市政府第5次常务会议通过）", " 2031-07-27 "},
		{"（2031年7月27日修订）", "  "},
		{"乙川市第3届人民代表大会常务委员会第5次会议于2031年7月27日通过", " 2031-07-27 乙川市人民代表大会常务委员会"},
	} {
		m := headOf("养老条例\n" + tt.lines + "\n第一条 加强监督。\n")
		if got := m.Number + " " + m.Date + " " + m.Issuer; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lines, got, tt.want)
		}
	}
}
