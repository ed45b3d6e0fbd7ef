package target_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/source"
	"zhengce/generator/target"
)

// TestAnnualTargets reads papers of one year: a target without a year of its own is for that year,
// a task of each year and a rule are not. The goals before the first part count too.
func TestAnnualTargets(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"the title names the year", "甲市2023年发展计划\n2022年，全市生产总值增长5%。\n主要预期目标是：生产总值增长6%左右，粮食产量保持在180万吨以上。\n一、重点任务\n（一）新增企业80户以上，每年培训500人。\n（二）对新增企业给予5万元奖励，到2025年建成3个园区。\n甲市人民政府\n2023年2月21日",
			[]string{"≈6% @2023", "≥180万吨 @2023", "≥80户 @2023", "=500人", "=5万元 threshold", "=3个 @2025"}},
		{"a heading names the year", "乙县政府工作报告\n——2030年1月9日在乙县第三届人民代表大会第四次会议上\n一、2029年工作回顾\n新增企业40家，产值增长5%。\n二、2030年工作安排\n（一）产值增长6%，年度计划投资20亿元。办好茶会等活动20场次，油茶新造2万亩、低改3万亩。\n（二）继续办好十件实事：新增学位900个；每年培训500人。",
			[]string{"=6% @2030", "=20亿元 @2030", "=20场次 @2030", "=2万亩 @2030", "=3万亩 @2030", "=900个 @2030", "=500人"}},
		{"the title names a plan", "丙市“十四五”发展规划\n一、发展基础\n“十三五”末，公路里程达到18.2万公里，比2015年增长63%。\n二、目标\n“十四五”期间，新建公路300公里；到“十四五”末，通村率达到98%。", []string{"=300公里 @2025", "=98% @2025"}},
		{"a line of its own says until when", "丁市三年行动方案\n一、任务\n（一）改造厕所\n1．普及卫生厕所。\n（1）新改建户厕4500户，其中2030年2000户。\n（2）户厕面积不小于2平方米。\n责任单位：市住建局\n完成时限：2031年12月\n2．健全机制。建立服务站10个，每年培训500人。\n完成时限：2030年底\n丁市人民政府\n2030年2月21日",
			[]string{"=4500户", "=2000户 @2030", "≥2平方米 threshold", "=10个", "=500人"}},
		{"a notice quotes the title of the year's paper", "关于印发《戊镇2030年工作清单》的通知\n各村：\n一、道路\n（一）修路。新建公路40公里。\n戊镇人民政府\n2030年3月1日", []string{"=40公里 @2030"}},
		{"a notice that carries out another's paper", "关于落实《戊县2030年工作清单》的通知\n各村：\n一、道路\n（一）修路。新建公路40公里。\n戊镇人民政府\n2030年3月1日", []string{"=40公里"}},
		{"a paper called what it arranges", "戊县民政局2030年重点工作安排\n各科室：\n一、设施\n（一）建站。建成站点20个。\n戊县民政局\n2030年3月1日", []string{"=20个 @2030"}},
		{"lines broken at a width", "戊县养殖实施意见\n一、目标\n到2032年，全县养殖业规模化水平明显提升，规模化率提高到\n72%，建成站点\n20个。\n二、补贴\n（一）保险。育肥猪保险由财政承担保费，财政承担的比例提高到\n80%。\n戊县人民政府\n2030年3月1日", []string{"=72% @2032", "=20个 @2032", "=80% threshold"}},
		{"headings set goals and conditions", "戊市2030年实事方案\n一、新增就业10万人\n（一）加强服务。办好招聘会。\n二、商户条件\n营业面积500平方米以上。\n三、提升通行条件\n（一）修路。新建公路40公里以上。",
			[]string{"=10万人 @2030", "≥500平方米 threshold", "≥40公里 @2030"}},
		{"a paragraph before the first part", "关于加强基层服务的意见\n现提出以下意见。\n总体目标\n到2022年，就诊率稳定在90%左右。\n2020年，就诊率为85%。\n一、优化布局。合理设置。", []string{"≈90% @2022"}},
		{"no outline", "甲县关于开展清洁行动的通知\n各乡镇人民政府：\n2019年，全县清运垃圾5万吨。现通知如下：\n第一，加强领导。组建20人以上的队伍。\n一是广泛宣传。发放宣传单1万份，每月督查1次。\n甲县人民政府\n2030年3月1日\n附件：发放手册3万份", []string{"≥20人", "=1万份", "=1次"}},
		{"goals in the sentence that gives the reason", "关于人才工作的措施\n为实施强区战略，力争到2026年人才总量突破15万人，引进团队50个，制定如下措施。\n近年来，引进人才3万人。\n一、优化服务。设立窗口。", []string{">15万人 @2026", "=50个 @2026"}},
		{"goals with items", "己市规划\n一、总体要求\n（一）规划目标\n到2035年，水安全保障能力提升。\n1.供水。普及率达到95%。\n2.节水。系数提高到0.58以上。", []string{"=95% @2035", "≥0.58 @2035"}},
		{"headings that run in", "甲市方案\n一、任务\n（一）新增就业10万人。办好招聘会。\n（二）新增就业20万人\n办好招聘会。", []string{"=10万人", "=20万人"}},
		{"the title spans years", "甲市行动计划（2023—2025年）\n一、任务\n（一）新增企业80户以上。\n甲市人民政府\n2023年2月21日", []string{"≥80户"}},
		{"a report of a year and of a plan", "2031年甲市政府工作报告\n——2031年1月9日在甲市第三届人民代表大会第五次会议上\n各位代表：\n一、“十五五”时期发展成就和“十六五”时期主要目标\n过去五年，全市新增企业400家。新修公路90公里以上。\n今后五年，城镇化率达到71%。\n——创新活力更强。培育园区12个以上。\n二、2031年重点工作\n（一）扩大内需。举办展会20场以上。去年落地的30个以上项目要抓紧开工。",
			[]string{"=71% @2035", "≥12个 @2035", "≥20场 @2031"}},
		{"a heading of a plan and a year", "甲县政府工作报告\n——2031年1月9日在甲县第三届人民代表大会第五次会议上\n一、2030年工作回顾\n新增企业40家。\n二、“十六五”时期主要目标和2031年工作安排\n“十六五”时期，生产总值年均增长5%左右。\n2031年是开局之年，预期目标是：失业率控制在5.5%以内。\n（一）扩大内需。举办展会20场以上。\n（二）发展工业。新增企业80家，到2033年达到300家。",
			[]string{"≈5% @2035", "≤5.5% @2031", "≥20场 @2031", "=80家 @2031", "=300家 @2033"}},
		{"a report tells on", "甲县文旅局关于2030年工作情况的报告\n甲县人民政府：\n一年来，我们主要抓了以下工作。\n建成步道30公里以上。\n下一步，我们要抓好项目。\n建成步道40公里以上。\n甲县文旅局\n2030年12月20日", []string{"≥40公里"}},
		{"a summary and a plan", "甲市文旅局2030年工作总结和2031年工作计划\n一、2030年工作情况\n（一）项目建设提速。实施项目36个，建成步道30公里以上。\n二、2031年工作计划\n（一）抓项目。实施项目40个，去年试点的6个乡镇经验全面推广，新增站点20个。\n（二）拓市场。去年试点的6个乡镇经验全面推广，新增泊位30个。\n甲市文旅局\n2030年12月30日",
			[]string{"=40个 @2031", "=20个 @2031", "=30个 @2031"}},
		{"an answer with a remark in its title", "关于第088号建议的答复（摘要）\n王代表：\n我市建成充电桩1.6万根以上。\n下一步，我们将新建充电桩300根以上。\n甲市城管局\n2030年5月20日", []string{"≥300根"}},
		{"an annex of one year", "甲市政府工作报告\n——2031年1月9日在甲市第三届人民代表大会第五次会议上\n一、2031年重点工作\n（一）扩大内需。新建站点30个。\n谢谢大家！\n附件1\n2031年市民生实事\n一、提高救助水平。养育标准从每人每月1500元提高到1600元。（牵头单位：市民政局）\n二、增加学位。新增学位2万个。（牵头单位：市教育局）",
			[]string{"=30个 @2031", "=1600元 @2031", "=2万个 @2031"}},
		{"a statute", "甲市供水管理办法\n第一条 每户用水180立方米以上的，水压不低于0.14兆帕，管理单位配备2名以上人员。\n第二条 书屋每年更新藏书不少于600册，每年检查2次，市财政安排500万元。\n甲市人民政府\n2030年3月1日", []string{"≥180立方米 threshold", "≥0.14兆帕 threshold", "≥2名 threshold", "≥600册", "=2次", "=500万元"}},
		{"conditions in a list", "甲市方案\n一、支持范围\n申报企业应当同时符合以下条件：\n（一）从业人员20人以上，营业收入达到2000万元。\n二、建设标准\n（一）道路。路基厚度达到25厘米。\n三、改善通行条件\n（一）修路。新建公路达到40公里。\n甲市人民政府\n2030年3月1日", []string{"≥20人 threshold", "=2000万元 threshold", "=25厘米 threshold", "=40公里"}},
		{"orders for now", "甲市方案\n一、任务\n当前，要建成站点30个以上。目前，站点达到20个以上。\n甲市人民政府\n2030年3月1日", []string{"≥30个"}},
		{"a bulletin", "甲市统计局关于2030年居民收入情况的公报\n一、居民收入\n2030年，居民收入增长6.2%。城镇居民增长5.1%以上。\n甲市统计局\n2031年2月1日", nil},
		{"parts without numbers", "2031年甲省政府工作报告\n——2031年1月9日在甲省第三届人民代表大会第五次会议上\n各位代表：\n“十五五”时期工作回顾\n“十五五”时期是极不平凡的五年。\n——这是实力跃升的五年。新增企业400家以上，公路里程达到90公里。\n我们扩大投资。建成泊位500个。\n“十六五”时期的主要目标任务\n要努力实现以下目标：\n一是质量提升。生产总值年均增长5%以上。\n对照2040年远景目标，城镇化率提高到70%。\n2031年重点工作\n预期目标是：生产总值增长6%左右。\n（一）扩大内需\n新建站点30个，加快建设500千伏通道。",
			[]string{"≥5% @2035", "=70% @2035", "≈6% @2031", "=30个 @2031"}},
		{"an answer describes", "关于加快乙路改造建议的答复\n李代表：\n一、基本情况\n全市有公交车辆2000辆以上。\n二、推进措施\n全市改造道路30公里以上。我局将进一步挖潜，2031年改造道路12公里。\n三、下一步工作\n新建停车场8处以上。\n甲市住建局\n2030年8月1日", []string{"=12公里 @2031", "≥8处"}},
		{"a plan without its quotation marks", "甲市国民经济和社会发展第十六个五年规划纲要\n一、开局之年\n全市公路里程2030年达到500公里。\n到2035年，公路里程达到600公里。", []string{"=600公里 @2035"}},
		{"the title looks back", "关于2015年规划的意见\n一、任务\n（一）新增企业80户以上。\n甲市人民政府\n2023年2月21日", []string{"≥80户"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, _ := document.Parse(source.NewFile("t.txt", tt.text))
			facts, _ := extract.Document(d)
			var got []string
			for _, ind := range facts.Indicators {
				got = append(got, target.Describe(ind))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The seeds set as many targets and thresholds as a reader counts in them.
func TestSeeds(t *testing.T) {
	want := map[string]int{
		"henan-2011-fengong.txt": 0, "neimenggu-2011-fengong.txt": 0, "henan-2012-yijian.txt": 15,
		"yuzheng-2015-42.txt": 21, "yuzhengban-2017-159.txt": 15,
	}
	for name, n := range want {
		data, err := os.ReadFile("../../seeds/" + name)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := document.Parse(source.NewFile(name, string(data)))
		facts, _ := extract.Document(d)
		if len(facts.Indicators) != n {
			t.Errorf("%s: %d indicators, want %d", name, len(facts.Indicators), n)
		}
		last := -1
		for _, i := range facts.Indicators {
			target.CheckSpans(t, d.File.Text, i)
			if i.Value.Start <= last {
				t.Errorf("%s: %q is out of order", name, i.Quote)
			}
			last = i.Value.Start
		}
	}
}

// TestSubitemIndicators reads numbers below an item: they are the item's.
func TestSubitemIndicators(t *testing.T) {
	d, _ := document.Parse(source.NewFile("t.txt", "甲市方案\n一、任务\n（一）改造\n1．改造厕所。\n（1）新建公厕20座。\n（2）改造公厕30座。\n2．改造道路。新建道路40公里。"))
	facts, _ := extract.Document(d)
	var got []string
	for _, i := range facts.Indicators {
		got = append(got, i.Measure)
	}
	if want := "一/（一）/1 一/（一）/1 一/（一）/2"; strings.Join(got, " ") != want {
		t.Errorf("measures %v, want %s", got, want)
	}
}
