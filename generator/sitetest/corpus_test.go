package sitetest

import (
	"os"
	"path/filepath"
	"testing"
)

// corpus is a folder of papers beside the project that may not be kept in it.
const corpus = project + "/../shared/corpus"

// askedOfCorpus are queries of the same ten classes as asked, for papers that the rules of the
// search were not made on.
var askedOfCorpus = []string{
	// agencies
	"生态环境部=环境保护部", "财政部", "省公安厅", "退役军人事务部=退役军人部", "农业农村部", "国务院办公厅", "市场监管总局=市场监督管理总局", "海关总署",
	// short names, and what they find as printed
	"发改委=发展改革委", "国家发改委=国家发展改革委", "工信部=工业和信息化部", "住建部=住房城乡建设部", "人社部=人力资源社会保障部", "市科委", "czb=财政部", "sthjb=生态环境部",
	// terms
	"无废城市", "营商环境", "家庭医生签约", "应急体系", "新能源汽车", "北斗", "教材", "农机装备",
	// stretches cut across words
	"废城市建", "商环境优", "庭医生", "急管理体", "能源汽车产", "技服务业", "机装备和", "。（牵头单",
	// several terms
	"财政部 税务总局", "固体废物 利用", "审批 流程 时间", "企业 创新", "信用 惩戒", "北斗 应用", "产业园区 用地", "医保 签约",
	// numbers
	"2020年=二〇二〇年", "2025年=二〇二五年", "30%", "100亿元", "1000", "第十", "50", "3年",
	// one character
	"的", "市", "《", "、", "二", "废", "3", "G",
	// width and other variants
	"５Ｇ", "5g", "APP", "ａｐｐ", "二○二", "二零二", "（三）", "(三)",
	// document numbers
	"国办发〔2018〕128号", "国办发[2018]128号=国办发〔2018〕128号", "国发(2018)42号=国发〔2018〕42号", "国办发【2020】24号=国办发〔2020〕24号",
	"〔2021〕36号", "128号", "〔2019〕", "42号",
	// words that stand nowhere
	"没有这个词", "qqq", "星际旅行", "废 没有这个词", "无废城市群岛", "8888亿元", "〔1950〕9号", "靐",
}

// TestSearchInOtherPapers asks the site of the seeds and of the papers of the corpus.
func TestSearchInOtherPapers(t *testing.T) {
	chromium(t)
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("../shared/corpus is not here")
	}
	if _, err := built(); err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, dir := range []string{"seeds", "content"} {
		if err := os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join(project, dir))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(project, "hugo.toml"))
	if err == nil {
		err = os.WriteFile(filepath.Join(root, "hugo.toml"), config, 0o666)
	}
	if err == nil {
		err = os.CopyFS(filepath.Join(root, "seeds"), os.DirFS(corpus))
	}
	if err == nil {
		err = run(root, filepath.Join(scratch, "zhengce"), "build")
	}
	if err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(root, "public")
	open(t, "file://"+public+"/").holdsTruth(foldedPages(t, public), askedOfCorpus)
}
