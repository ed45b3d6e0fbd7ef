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
		{"no number in the brackets", "一、抓好落实\n落实《养老法》（国发[2031]5号文件）。", "养老法  ×1; 国发〔2031〕5号  ×1"},
		{"order of several bodies", "一、抓好落实\n落实《养老法》（某部、某局令第０12号）。", "养老法 某部、某局令第12号 ×1"},
		{"order in wide digits", "一、抓好落实\n执行国务院令 第０６９８号。", "国务院令第698号  ×1"},
		{"order of the state", "一、抓好落实\n落实《养老法》（中华人民共和国国务院令第698号）和国务院令第698号。", "养老法 国务院令第698号 ×2"},
		{"title inside a title", "一、抓好落实\n落实《关于〈养老法〉的决定》、《关于《托育法》的决定》。", "关于〈养老法〉的决定  ×1; 关于《托育法》的决定  ×1"},
		{"issued in a section", "一、抓好落实\n现将《养老政策稿》印发给各单位。", "养老政策稿  ×1"},
		{"issued behind the date", "乙川市人民政府\n2031年3月1日\n现将《养老政策稿》印发给你们。", "养老政策稿  ×1"},
		{"issued with another's number", "现将《养老政策稿》（国发〔2031〕5号）印发给你们。\n一、抓好落实\n加强监督。", "养老政策稿 国发〔2031〕5号 ×1"},
		{"issued by another sentence", "《养老政策稿》已经明确要求。现将有关事项通知如下。\n一、抓好落实\n加强监督。", "养老政策稿  ×1"},
		{"issued together", "《养老政策稿》已经同意，现予以发布。\n一、抓好落实\n加强监督。", ""},
		{"short name used again", "一、抓好落实\n落实《养老意见稿》（以下简称《建议》）。《建议》的任务要办好。", "养老意见稿  ×1"},
		{"written under a law", "一、抓好落实\n根据《养老法》，制定《乙市养老规定》。", "养老法  ×1"},
		{"asked of others", "一、抓好落实\n争取国家出台《养老条例》。", ""},
		{"made by others", "一、抓好落实\n落实国家制定《养老条例》的要求。", "养老条例  ×1"},
		{"order of a ministry with 和", "一、抓好落实\n依照住房和城乡建设部令第37号和乙市人民政府令第8号办理。", "住房和城乡建设部令第37号 ×1; 乙市人民政府令第8号 ×1"},
	}
	for _, tt := range tests {
		d, _ := document.Parse(source.NewFile("x", "关于支持养老的通知\n"+tt.text+"\n"))
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
