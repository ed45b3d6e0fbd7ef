package extract

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// TestCitations finds what a text cites, as title and number with the count of its mentions.
func TestCitations(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"number given later", "一、抓好落实\n落实《养老意见稿》。执行《养老意见稿》（国办发〔2031〕7号）和国办发〔2031〕7号。", "养老意见稿 国办发〔2031〕7号 ×3"},
		{"two of one title", "一、抓好落实\n落实《养老条例》、《“养老”条例》。", "养老条例  ×2"},
		{"number with others in its brackets", "一、抓好落实\n落实《养老法》 （国发[2031]05号，下同）。", "养老法 国发〔2031〕5号 ×1"},
		{"number of a file in the brackets", "一、抓好落实\n落实《养老法》（国发[2031]5号文件）、《托育法》（以下简称《托法》，国发[2031]6号）。", "养老法 国发〔2031〕5号 ×1; 托育法 国发〔2031〕6号 ×1"},
		{"no number in the brackets", "一、抓好落实\n落实《养老法》（按国发[2031]5号修改）。", "养老法  ×1; 国发〔2031〕5号  ×1"},
		{"numbers in one bracket", "一、抓好落实\n落实《养老法》、《托育法》（国发[2031]5号、国发[2031]6号），《家政法》（国发[2031]7号、国发[2031]8号）。", "养老法 国发〔2031〕5号 ×1; 托育法 国发〔2031〕6号 ×1; 家政法 国发〔2031〕7号 ×1; 国发〔2031〕8号  ×1"},
		{"number before the title", "一、抓好落实\n落实国发〔2031〕5号《养老法》和国务院令第7号公布的《托育条例》。", "养老法 国发〔2031〕5号 ×1; 托育条例 国务院令第7号 ×1"},
		{"serials of one year", "一、抓好落实\n落实国发〔2031〕5号、6号文件。", "国发〔2031〕5号  ×1; 国发〔2031〕6号  ×1"},
		{"history behind the order", "一、抓好落实\n落实《养老条例》（国务院令第7号，国务院令第9号修订）。", "养老条例 国务院令第7号 ×1"},
		{"orders of several bodies", "一、抓好落实\n落实财政部 民政部令第7号，参照国家发展改革委、民政部第二十三号令和民政部公告2031年第8号。", "财政部民政部令第7号 ×1; 国家发展改革委、民政部第二十三号令 ×1; 民政部公告2031年第8号 ×1"},
		{"title broken over lines", "一、抓好落实\n落实《关于支持\n养老的意见》（国发\n〔2031〕5号）。", "关于支持养老的意见 国发〔2031〕5号 ×1"},
		{"number broken over lines", "一、抓好落实\n落实国发〔2031〕\n5号。\n执行《养老条例\n加强监督。", "国发〔2031〕5号 ×1"},
		{"books and courses", "一、抓好落实\n开设《声乐》《敬老故事》等课程，学习《孝经》，按照《孝经》所说敬老。", "孝经  ×1"},
		{"standards", "一、抓好落实\n做到《养老机构等级》（GB/T 12345—2031）和《养老机构编号》国家标准的要求。", "养老机构等级 GB/T12345—2031 ×1; 养老机构编号  ×1"},
		{"standards alone", "一、抓好落实\n照度符合CJJ 45—2031的规定，骨料满足GB/T 25177—2031、GB/T 25176—2031要求，使用《买卖示范文本》（GF—2031—0171），设备编号ABC-2031。", "CJJ45—2031 ×1; GB/T25177—2031 ×1; GB/T25176—2031 ×1; 买卖示范文本 GF—2031—0171 ×1"},
		{"notice and what it gave out", "一、抓好落实\n落实《国务院关于印发养老规划的通知》（国发〔2031〕5号），对照《养老规划》抓紧。比照乙农发〔2031〕7号执行。", "国务院关于印发养老规划的通知 国发〔2031〕5号 ×2; 乙农发〔2031〕7号 ×1"},
		{"serial of a notice whose title names its bodies", "一、抓好落实\n执行《甲部 乙局关于养老的公告》（2031年第12号）。", "甲部乙局关于养老的公告 2031年第12号 ×1"},
		{"another thing of a paper", "一、抓好落实\n编制《养老条例》实施细则，公布《养老目录》调整结果。", "养老条例  ×1; 养老目录  ×1"},
		{"history with days", "一、抓好落实\n落实《养老条例》（2031年1月5日国务院令第7号发布，根据2032年3月6日《关于修改部分法规的决定》修订）。", "养老条例 国务院令第7号 ×1"},
		{"lists and forms", "一、抓好落实\n填报《养老申请单》，禁止《养老负面清单（2031年版）》所列事项，对照《养老清单》（附件1）、《重点任务清单》落实。", "养老负面清单（2031年版）  ×1"},
		{"what is kept to", "一、抓好落实\n坚持《养老意见稿》（某部2031年第7号令）的原则，坚持《养老协议》确定的机制，持《养老协议》办理。按国发〔2031〕5号文和6号文执行。", "养老意见稿 某部2031年第7号令 ×1; 国发〔2031〕5号  ×1; 国发〔2031〕6号  ×1"},
		{"papers of a set", "一、抓好落实\n制定《养老办法》《托育规范》等配套制度。\n下达《养老计划》。\n按照国家网信办、民政部令第7号和中国证监会令第8号执行。", "养老办法  ×1; 托育规范  ×1; 养老计划  ×1; 国家网信办、民政部令第7号 ×1; 中国证监会令第8号 ×1"},
		{"matters of writing", "一、抓好落实\n做好《养老规划》前期研究。\n公开《养老公报》。", "养老规划  ×1; 养老公报  ×1"},
		{"of a past year", "一、抓好落实\n2030年，我市出台《养老办法》。\n2031年出台《托育办法》。", "养老办法  ×1; 托育办法  ×1"},
		{"issued by one who is asked", "一、抓好落实\n报请市政府印发《养老规划》。", "养老规划  ×1"},
		{"order of several bodies", "一、抓好落实\n落实《养老法》（某部、某局令第０12号）。", "养老法 某部、某局令第12号 ×1"},
		{"order in wide digits", "一、抓好落实\n执行国务院令 第０６９８号。", "国务院令第698号  ×1"},
		{"order of the state", "一、抓好落实\n落实《养老法》（中华人民共和国国务院令第698号）和国务院令第698号。", "养老法 国务院令第698号 ×2"},
		{"title inside a title", "一、抓好落实\n落实《关于〈养老法〉的决定》、《关于《托育法》的决定》。", "关于〈养老法〉的决定  ×1; 关于《托育法》的决定  ×1"},
		{"issued in a section", "一、抓好落实\n现将《养老扶持政策》印发给各单位。", "养老扶持政策  ×1"},
		{"issued behind the date", "乙川市人民政府\n2031年3月1日\n现将《养老扶持政策》印发给你们。", "养老扶持政策  ×1"},
		{"issued with another's number", "现将《养老扶持政策》（国发〔2031〕5号）印发给你们。\n一、抓好落实\n加强监督。", "养老扶持政策 国发〔2031〕5号 ×1"},
		{"issued by another sentence", "《养老扶持政策》已经明确要求。现将有关事项通知如下。\n一、抓好落实\n加强监督。", "养老扶持政策  ×1"},
		{"issued together", "《养老扶持政策》已经同意，现予以发布。\n一、抓好落实\n加强监督。", ""},
		{"short name used again", "一、抓好落实\n落实《养老意见稿》（以下简称《建议》）。《建议》的任务要办好。", "养老意见稿  ×1"},
		{"written under a law", "一、抓好落实\n根据《养老法》，制定《乙市养老规定》。", "养老法  ×1; 乙市养老规定  ×1"},
		{"asked of others", "一、抓好落实\n争取国家出台《养老条例》。", "养老条例  ×1"},
		{"made by others", "一、抓好落实\n落实国家制定《养老条例》的要求。", "养老条例  ×1"},
		{"code with a bracket and brackets of other kinds", "一、抓好落实\n落实《养老法》（民委（政）字〔2031〕5号）、《托育法》（国发„2031‟6号）。", "养老法 民委（政）字〔2031〕5号 ×1; 托育法 国发〔2031〕6号 ×1"},
		{"numbers of other years", "一、抓好落实\n落实国发〔2031〕5号、〔2032〕6号和7号文件。", "国发〔2031〕5号  ×1; 国发〔2032〕6号  ×1; 国发〔2032〕7号  ×1"},
		{"number in a bracket before the title", "一、抓好落实\n根据市财政局（乙财预〔2031〕5号）《关于养老的通知》执行。", "关于养老的通知 乙财预〔2031〕5号 ×1"},
		{"number at the end of the title", "一、抓好落实\n落实《关于养老的意见（乙发〔2031〕5号）》。", "关于养老的意见 乙发〔2031〕5号 ×1"},
		{"body before its number", "一、抓好落实\n按省民政厅乙民发〔2031〕5号、我委乙发改〔2031〕6号、市政府办字〔2031〕7号执行。", "乙民发〔2031〕5号  ×1; 乙发改〔2031〕6号  ×1; 市政府办字〔2031〕7号  ×1"},
		{"orders whose body is not named", "一、抓好落实\n落实《养老办法》（第二十三号令）、《托育办法》（第5号）、《家政办法》（2031年市政府令第7号公布）。", "养老办法 第二十三号令 ×1; 托育办法 第5号 ×1; 家政办法 市政府令第7号 ×1"},
		{"standards of trades and societies", "一、抓好落实\n符合《公路标准》（JTG B01-2031）、JTG D81-2031《设施规范》、T/CAS 412—2031《年限》、《排放标准》（DB41/1820－2031）。", "公路标准 JTGB01-2031 ×1; 设施规范 JTGD81-2031 ×1; 年限 T/CAS412—2031 ×1; 排放标准 DB41/1820－2031 ×1"},
		{"texts to write contracts by", "一、抓好落实\n推广《养老合同（示范文本）》，签订《养老合同》。", "养老合同（示范文本）  ×1"},
		{"papers called by a year", "一、抓好落实\n《养老现代化2035》提出目标，刊登于《乙市人民政府公报》。", "养老现代化2035  ×1"},
		{"carried out by what is issued", "推动《养老措施》落地见效，现将《乙市养老任务》印发给你们。\n一、抓好落实\n加强监督。", "养老措施  ×1"},
		{"written and then issued", "我部制定了《养老扶持政策》（以下简称《政策》）。现印发给你们。\n一、抓好落实\n加强监督。", ""},
		{"order without 第", "一、抓好落实\n落实《养老条例》（国令第7号）、《托育办法》（乙市人民政府8号令）（2031年2月21日施行）。\n《家政条例》（2031年2月21日国务院令第9号公布）第三条所称家政，按《家政条例》执行。", "养老条例 国令第7号 ×1; 托育办法 乙市人民政府8号令 ×1; 家政条例 国务院令第9号 ×2"},
		{"gone by, one after the other", "根据《养老法》、《托育条例》和《家政纲要》，现将《乙市养老规定》予以公布。\n一、抓好落实\n加强监督。", "养老法  ×1; 托育条例  ×1; 家政纲要  ×1"},
		{"order of a ministry with 和", "一、抓好落实\n依照住房和城乡建设部令第37号和乙市人民政府令第8号办理。", "住房和城乡建设部令第37号 ×1; 乙市人民政府令第8号 ×1"},
	}
	for _, tt := range tests {
		d, _ := document.Parse(source.NewFile("x", "关于支持养老的通知\n乙政发〔2031〕9号\n"+tt.text+"\n"))
		facts, _ := Document(d)
		var got []string
		for _, c := range facts.Citations {
			got = append(got, strings.TrimSpace(c.Title+" "+c.Number)+fmt.Sprintf(" ×%d", len(c.Mentions)))
		}
		if s, want := strings.Join(got, "; "), strings.ReplaceAll(tt.want, "  ", " "); s != want {
			t.Errorf("%s: cites %q, want %q", tt.name, s, want)
		}
	}
}

// TestDealsWith tells titles that deal with another paper from those that issue their own.
func TestDealsWith(t *testing.T) {
	for before, want := range map[string]bool{"关于": true, "乙川市贯彻": true, "乙川市实施": true, "关于发布实施": false, "关于印发": false, "": false} {
		if got := dealsWith(before); got != want {
			t.Errorf("dealsWith(%q) = %v, want %v", before, got, want)
		}
	}
}
