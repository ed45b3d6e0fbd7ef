package clock_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/clock"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/internal/facttest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// read returns the facts of a paper of 甲市 with that text, signed 2031-03-10.
func read(t *testing.T, text string) *policy.Facts {
	t.Helper()
	if !strings.Contains(text, "\n一、") && !strings.HasPrefix(text, "一、") {
		text = "一、重点任务\n（一）抓好落实。" + text + "\n（二）加强宣传。各县做好宣传。"
	}
	facts, _ := facttest.Read(t, source.NewFile("x.txt", "甲市重点工作方案\n"+text+"\n\n甲市人民政府\n2031年3月10日\n"))
	return facts
}

// line writes a deadline as the examples do.
func line(f *policy.Facts, d *policy.Deadline) string {
	parts := []string{string(d.Kind), d.Quote}
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+" "+value)
		}
	}
	add("date", d.Date)
	add("start", d.Start)
	if d.After != nil {
		add("after", fmt.Sprintf("%s %d days %d workdays %d months %d years", d.After.Event, d.After.Days, d.After.Workdays, d.After.Months, d.After.Years))
	}
	add("every", d.Every)
	add("on", d.On)
	if d.Paper {
		parts = append(parts, "paper")
	}
	add("in", d.Measure)
	if d.Group != policy.NoGroup {
		add("group", fmt.Sprint(d.Group))
	}
	add("covers", f.Document.File.Squeezed(d.Covers))
	return strings.Join(parts, "; ")
}

// TestDeadlines holds what counts as a deadline, with the examples of the guide in other words.
func TestDeadlines(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2030年底前把事项全部移交。", "by; 2030年底前; date 2030-12-31; in 一/（一）"},
		{"整修渠道。\n完成时限：8月底前", "by; 8月底前; date 2031-08-31; in 一/（一）"},
		{"整修渠道。\n完成时限：2031年10月取得初步成果并持续推进", "by; 2031年10月; date 2031-10-31; in 一/（一）\nstanding; 持续推进; in 一/（一）"},
		{"整修渠道。（长期坚持，责任单位：市水利局）", "standing; 长期坚持; in 一/（一）; group 0"},
		{"整修渠道。\n完成时限：2031年5月底前，以后每年开展", "by; 2031年5月底前; date 2031-05-31; in 一/（一）\neach; 每年; every year; in 一/（一）"},
		{"每年11月底前上报全年情况。", "each; 每年11月底前; every year; on 11-30; in 一/（一）"},
		{"每季度调度一次。", ""},
		{"二季度出台细则，年内全部落实。", "by; 二季度; date 2031-06-30; in 一/（一）; covers 二季度出台细则，\nby; 年内; date 2031-12-31; in 一/（一）; covers 年内全部落实。"},
		{"2032年3月底前编成规划，10月底前开工。", "by; 2032年3月底前; date 2032-03-31; in 一/（一）; covers 2032年3月底前编成规划，\nby; 10月底前; date 2032-10-31; in 一/（一）; covers 10月底前开工。"},
		{"各县于本方案印发后2个月内制定计划。", "within; 本方案印发后2个月内; after 印发之日 0 days 0 workdays 2 months 0 years; in 一/（一）"},
		{"2031年-2033年，市级增量全部返还各县。", "within; 2031年-2033年; date 2033-12-31; start 2031-01-01; in 一/（一）"},
		{"自2031年10月1日起，不再受理纸质材料。", "from; 自2031年10月1日起; date 2031-10-01; in 一/（一）"},
		{"到2035年，全部乡镇都要开设便民窗口。", "by; 到2035年; date 2035-12-31; in 一/（一）"},
		{"到2035年，绿化率达到50%。", ""},
		{"一、总体目标\n到2035年，治理体系更加健全。\n二、重点任务\n各县抓好落实。", ""},
		{"一、整修渠道\n各县整修渠道。\n二、整修道路\n各县整修道路。\n本方案各项任务务必于2031年11月20日前完成。", "by; 2031年11月20日前; date 2031-11-20; paper"},
		{"自申请之日起7个工作日内办结。", ""},
		{"“十六五”期间，各县改造渠道。", "within; “十六五”期间; date 2035-12-31; start 2031-01-01; in 一/（一）"},
		{"“十六五”时期是关键时期。", ""},
		{"围绕2035年前碳达峰目标调整结构。", ""},
		{"明确2032—2034年建设时序。", ""},
		{"本方案印发后，各县要在3个月内制定计划。", "within; 3个月内; after 印发之日 0 days 0 workdays 3 months 0 years; in 一/（一）"},
		{"对2030年6月底前已建成的渠道进行检查。", ""},
		{"自2032年3月1日起至6月30日，免收过路费。", "within; 自2032年3月1日起至6月30日; date 2032-06-30; start 2032-03-01; in 一/（一）"},
		{"2月底前报送，2032年2月底前验收。", "by; 2月底前; date 2031-02-28; in 一/（一）; covers 2月底前报送，\nby; 2032年2月底前; date 2032-02-29; in 一/（一）; covers 2032年2月底前验收。"},
		{"自2032年起，每年3月底前公布结果。", "each; 每年3月底前; start 2032-01-01; every year; on 03-31; in 一/（一）"},
		{"每年6月底、12月底前各拨付一次。", "each; 每年6月底; every year; on 06-30; in 一/（一）; covers 每年6月底、12月底前各拨付一次。\neach; 12月底前; every year; on 12-31; in 一/（一）; covers 每年6月底、12月底前各拨付一次。"},
		{"每月5日前报送进度。", "each; 每月5日前; every month; on 05; in 一/（一）"},
		{"整修渠道。该项工作于4月底前完成。", "by; 4月底前; date 2031-04-30; in 一/（一）"},
		{"明年上半年出台激励办法。", "by; 明年上半年; date 2032-06-30; in 一/（一）"},
		{"6月至8月，开展检查。", "within; 6月至8月; date 2031-08-31; start 2031-06-01; in 一/（一）"},
		{"对2029年底前印发的文件进行清理，年底前公布结果。", "by; 年底前; date 2031-12-31; in 一/（一）"},
		{"各县在本方案印发4个月内制定计划。", "within; 本方案印发4个月内; after 印发之日 0 days 0 workdays 4 months 0 years; in 一/（一）"},
		{"项目竣工4个月内验收。", ""},
		{"6月底前发布《甲市渠道名录（2032年版）》，并抄送各县。10月底前修好。", "by; 6月底前; date 2031-06-30; in 一/（一）; covers 6月底前发布《甲市渠道名录（2032年版）》，并抄送各县。\nby; 10月底前; date 2031-10-31; in 一/（一）; covers 10月底前修好。"},
		{"规划期为2031年至2035年。", ""},
		{"渠水统计周期是2030年10月1日至2031年9月30日。", ""},
		{"水费自验收当年起减半收取，由各县落实。", ""},
		{"当年起由各县落实。", "from; 当年起; date 2031-01-01; in 一/（一）"},
		{"证照在2031年内的渠道由各县复查。", ""},
		{"全市渠道大会定于2031年9月召开，各县要参加。", ""},
		{"水表登记表请于5月9日下班前送市水利局。", "by; 5月9日下班前; date 2031-05-09; in 一/（一）"},
		{"旧渠拆除不得迟于2031年8月9日。", "by; 2031年8月9日; date 2031-08-09; in 一/（一）"},
		{"新渠先行试水，完成时间为2031年9月底。", "by; 2031年9月底; date 2031-09-30; in 一/（一）"},
		{"验收时限为5个工作日内。", ""},
		{"自6月起，市水利局于每月最后一个工作日前通报水位。", "each; 每月最后一个工作日前; start 2031-06-01; every month; in 一/（一）"},
		{"补助受理时间为每年5月1日至5月20日。", "each; 每年5月1日至5月20日; every year; on 05-20; in 一/（一）"},
		{"灌溉期为每年5月1日至5月20日。", ""},
		{"整修渠道。（责任单位：市水利局；完成时限：2032年汛期前）", "by; 2032年汛期前; in 一/（一）; group 0"},
		{"每半年结束后20日内报送用水情况。", "each; 每半年结束后20日内; every half-year; in 一/（一）"},
		{"从2031年4月起，各县应于每月8日前报送水位。", "each; 每月8日前; start 2031-04-01; every month; on 08; in 一/（一）"},
		{"各校在秋季学期开学后15日内查完水管。", "within; 秋季学期开学后15日内; after 秋季学期开学 15 days 0 workdays 0 months 0 years; in 一/（一）"},
		{"自2031年秋季学期起，学校一律安装净水器。", "from; 自2031年秋季学期起; in 一/（一）"},
		{"2032年底前仍未换表的，由市水利局通报。", "by; 2032年底前; date 2032-12-31; in 一/（一）"},
		{"2030年底前尚未换表的，由市水利局通报。", ""},
		{"领取人自收到领表通知之日起10个工作日内到场。", ""},
		{"请在接到本通知书后10个工作日内到场。", ""},
		{"各县接到本通知后10日内报送名单。", "within; 接到本通知后10日内; after 接到本通知 10 days 0 workdays 0 months 0 years; in 一/（一）"},
		{"2031年起3年内，全市渠道全部换新。", "within; 2031年起3年内; date 2033-12-31; start 2031-01-01; in 一/（一）"},
		{"2031年9月底前完成2030年度水费的核算，再行公布。各县配合。", "by; 2031年9月底前; date 2031-09-30; in 一/（一）; covers 2031年9月底前完成2030年度水费的核算，再行公布。"},
		{"2031年，为改善用水，市水利局已把东渠列入计划。", ""},
		{"力争2031年供水户数不少于上年同期。", ""},
		{"《甲市渠道办法》有效期延长至2033年底。", ""},
		{"一、整修渠道\n各县整修渠道。\n二、附则\n（一）实施时间\n本方案自印发之日起施行。《甲市旧渠方案》（甲政发〔2026〕4号）同时废止。\n（二）其他\n各县抓好落实。", ""},
		{"一、整修渠道\n各县整修渠道。\n二、整修道路\n各县整修道路。\n请各县于5月底前报送整修情况。", "by; 5月底前; date 2031-05-31; covers 请各县于5月底前报送整修情况。"},
	} {
		facts := read(t, tt.text)
		var got []string
		for _, d := range facts.Deadlines {
			got = append(got, line(facts, d))
		}
		if got := strings.Join(got, "\n"); got != tt.want {
			t.Errorf("%s\nhas\n%s\nwant\n%s", tt.text, got, tt.want)
		}
	}
}

// TestTable holds that a cell in a column of deadlines counts for each row that it covers, and that cells of tasks are read.
func TestTable(t *testing.T) {
	text := "附件\n甲市重点任务分工表\n" + strings.Join(strings.Fields("序号 重点任务 责任单位 完成时限 1 整修渠道 市水利局 2031年6月底 2 整修道路 市交通局 持续推进 3 10月底前整修桥梁 市交通局 按进度推进"), "\n")
	facts := read(t, "一、重点任务\n整修设施。\n二、加强领导\n各县加强领导。\n"+text)
	var got []string
	for _, d := range facts.Deadlines {
		got = append(got, line(facts, d))
	}
	want := "by; 2031年6月底; date 2031-06-30; in 附件/1\nstanding; 持续推进; in 附件/2\nby; 10月底前; date 2031-10-31; in 附件/3"
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("the table has\n%s\nwant\n%s", got, want)
	}
}

// TestYearOfWork holds that the year of its work is that of a paper without date and number, where it names only one.
func TestYearOfWork(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"根据甲市渠道办法，现组织2031年度灌区申报。\n一、申报办法\n各县自5月6日至6月8日申报。\n二、评审\n各县7月底前评审。", "2031-06-08 2031-07-31"},
		{"甲市2031年度灌区申报通知\n一、申报办法\n各县于6月8日前申报。", "2031-06-08"},
		{"2030年度工作已经总结，现组织2031年度灌区申报。\n一、申报办法\n各县于6月8日前申报。", ""},
		{"一、申报办法\n各县于6月8日前申报2031年度灌区。", ""},
	} {
		facts, _ := facttest.Read(t, source.NewFile("x.txt", tt.text+"\n"))
		var got []string
		for _, d := range facts.Deadlines {
			got = append(got, d.Date)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s\nhas %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestValidity holds what a paper says of its own validity.
func TestValidity(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"本方案自2031年5月1日起施行，有效期5年。", "from 2031-05-01, until 2036-04-30, term 5 0 0"},
		{"本方案自发布之日起30日后施行，《甲市渠道管理意见》（甲政发〔2024〕25号）同时废止。", "after 发布之日 30, ends 甲政发〔2024〕25号 甲市渠道管理意见"},
		{"本方案执行至2032年12月31日。此前规定与本方案不一致的，以本方案为准。", "until 2032-12-31, over  "},
		{"本方案自印发之日起试行。", "after 印发之日 0, trial"},
		{"本方案自2032年起执行，《甲市旧渠办法》停止执行。", "from 2032-01-01, ends  甲市旧渠办法"},
		{"下列文件同时废止：\n1.《甲市旧渠办法》（甲政发〔2020〕1号）\n2.《甲市旧路办法》", "ends 甲政发〔2020〕1号 甲市旧渠办法, ends  甲市旧路办法"},
		{"将《甲市旧渠办法》第三条修改为：加强管护。", "changes  甲市旧渠办法"},
		{"本方案自2031年5月1日起施行，暂定两年有效期。此前印发的修渠补助政策同时废止。", "from 2031-05-01, until 2033-04-30, term 2 0 0, ends  "},
		{"本方案自发布之日起施行，原修渠奖励办法停止执行。", "after 发布之日 0, ends  "},
		{"本方案施行后，以前出台的有关规定自行失效。", "ends  "},
		{"以前出台的规定与本方案抵触的，抵触的规定同时废止。", ""},
		{"此前的取水许可同时失效。", ""},
		{"原有水表停止使用，各县发给3年有效期的新证。", ""},
		{"合格证有效期5年，自2031年5月1日起换发。", ""},
		{"现将《甲市渠道办法》印发给你们，自2032年1月1日起施行，有效期3年。", "from 2032-01-01, until 2034-12-31, term 3 0 0"},
		{"各县于2031年至2033年修渠。", ""},
		{"上级规定与本方案不一致的，按上级规定执行。", ""},
		{"本方案自2031年5月1日起施行，至2033年12月底止。", "from 2031-05-01, until 2033-12-31"},
		{"适时修订《甲市旧渠办法》。", ""},
		{"本方案自2031年5月1日起施行。2001年3月8日原甲市人民政府令第6号公布的《甲市旧渠办法》，2005年7月1日甲市人民政府令第9号公布的《甲市旧路办法》同时废止。", "from 2031-05-01, ends 甲市人民政府令第6号 甲市旧渠办法, ends 甲市人民政府令第9号 甲市旧路办法"},
		{"《甲市旧渠办法》（甲政发〔2020〕1号，以下简称《办法》）经过评估。《办法》自本方案印发之日起停止执行。", "ends 甲政发〔2020〕1号 甲市旧渠办法"},
		{"将《甲市旧渠办法》（甲政发〔2020〕1号）有效期延长至2033年12月31日。", "changes 甲政发〔2020〕1号 甲市旧渠办法"},
		{"修订下列文件：\n1.《甲市旧渠办法》（甲政发〔2020〕1号）\n2.《甲市旧路办法》", "changes 甲政发〔2020〕1号 甲市旧渠办法, changes  甲市旧路办法"},
		{"下列文件予以废止：\n1.《甲市旧渠办法》\n对《甲市旧路办法》（甲政发〔2020〕2号）作如下修改：\n（1）删去第三条。", "ends  甲市旧渠办法, changes 甲政发〔2020〕2号 甲市旧路办法"},
		{"下列文件予以废止：\n1.《甲市旧渠办法》\n下列文件继续有效：\n1.《甲市旧路办法》", "ends  甲市旧渠办法"},
		{"将《甲市旧渠办法》第四条、第九条中的“水政部门”统一改为“水利部门”。", "changes  甲市旧渠办法"},
		{"《甲市旧渠办法》第四条第二款中的“五日”调整为“三日”。", "changes  甲市旧渠办法"},
		{"本方案自2031年5月1日起施行。《甲市旧渠办法》停止执行；此前规定与本方案不一致的，以本方案为准。", "from 2031-05-01, ends  甲市旧渠办法, over  "},
		{"孤儿基本生活用水标准自2031年6月1日起执行。", ""},
	} {
		facts := read(t, "一、整修渠道\n各县整修渠道。\n二、附则\n"+tt.text)
		if got := validity(&facts.Validity); got != tt.want {
			t.Errorf("%s\nsays %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestListsOfEnded holds that the title of a part brings in the papers that a decision ends.
func TestListsOfEnded(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"二、废止下列规章", "ends  甲市旧渠办法, ends 甲政发〔2020〕1号 甲市旧路办法"},
		{"二、决定废止以下2件规范性文件", "ends  甲市旧渠办法, ends 甲政发〔2020〕1号 甲市旧路办法"},
		{"二、宣布失效的文件", "ends  甲市旧渠办法, ends 甲政发〔2020〕1号 甲市旧路办法"},
		{"二、继续执行下列规章", ""},
		{"二、废止程序", ""},
	} {
		facts := read(t, "一、整修渠道\n各县整修渠道。\n"+tt.title+"\n（一）《甲市旧渠办法》；\n（二）《甲市旧路办法》（甲政发〔2020〕1号）。\n三、加强领导\n各县落实《甲市新渠办法》。")
		if got := validity(&facts.Validity); got != tt.want {
			t.Errorf("%s: says %q, want %q", tt.title, got, tt.want)
		}
	}
}

// TestExtended holds that a paper which makes another hold longer changes it, by its title alone.
func TestExtended(t *testing.T) {
	facts, _ := facttest.Read(t, source.NewFile("x.txt", "关于延长《甲市渠道办法》有效期的通知\n《甲市渠道办法》（甲政发〔2028〕3号，以下简称《办法》）将要到期。\n一、《办法》有效期延长至2034年12月31日。\n二、各县继续落实《办法》。\n甲市人民政府\n2031年3月10日\n"))
	if got, want := validity(&facts.Validity), "changes 甲政发〔2028〕3号 甲市渠道办法"; got != want {
		t.Errorf("says %q, want %q", got, want)
	}
}

// TestListsInAnnexes holds that the title of an annex says what becomes of the papers that it lists, in lines or in a table.
func TestListsInAnnexes(t *testing.T) {
	const head = "甲市人民政府关于文件清理结果的通知\n现公布清理结果。\n甲市人民政府\n2031年3月10日\n附件1\n"
	for _, tt := range []struct{ annex, want string }{
		{"废止的规范性文件目录\n1.《甲市旧渠办法》（甲政发〔2020〕1号）\n2.《甲市旧路办法》\n", "ends 甲政发〔2020〕1号 甲市旧渠办法, ends  甲市旧路办法"},
		{"宣布失效的文件清单\n\n| 序号 | 文件名称 | 文号 |\n| --- | --- | --- |\n| 1 | 《甲市旧渠办法》 | 甲政发〔2020〕1号 |\n", "ends 甲政发〔2020〕1号 甲市旧渠办法"},
		{"废止文件目录\n\n| 序号 | 名称 | 文号 |\n| --- | --- | --- |\n| 1 | 甲市旧渠办法 | 甲政发〔2020〕1号 |\n", "ends 甲政发〔2020〕1号 甲市旧渠办法"},
		{"继续有效的规范性文件目录\n1.《甲市旧渠办法》（甲政发〔2020〕1号）\n", ""},
	} {
		facts, _ := facttest.Read(t, source.NewFile("x.md", head+tt.annex))
		if got := validity(&facts.Validity); got != tt.want {
			t.Errorf("%s\nsays %q, want %q", tt.annex, got, tt.want)
		}
	}
}

// validity writes a validity in short.
func validity(v *policy.Validity) string {
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if v.Effective != "" {
		add("from %s", v.Effective)
	}
	if v.After != nil {
		add("after %s %d", v.After.Event, v.After.Days)
	}
	if v.Expires != "" {
		add("until %s", v.Expires)
	}
	if v.Term != nil {
		add("term %d %d %d", v.Term.Years, v.Term.Months, v.Term.Days)
	}
	if v.Trial {
		add("trial")
	}
	for i, list := range [][]*policy.Ended{v.Repeals, v.Amends, v.Partly} {
		for _, e := range list {
			add("%s %s %s", []string{"ends", "changes", "over"}[i], e.Number, e.Title)
		}
	}
	return strings.Join(parts, ", ")
}

// TestPrintedDay holds that a relative start is a day where the text names that: the printing line, or a decree.
func TestPrintedDay(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"甲市绿化意见\n一、种树\n各县种树。\n二、附则\n本意见自印发之日起施行。\n甲市人民政府\n2031年3月10日\n甲市人民政府办公室　2031年3月15日印发\n", "from 2031-03-15, after 印发之日 0"},
		{"甲市绿化办法\n甲市人民政府令第8号\n第一条　各县种树。\n第二条　本办法自公布之日起施行，有效期2年。\n市长　李某\n2031年3月10日\n", "from 2031-03-10, after 发布之日 0, until 2033-03-09, term 2 0 0"},
	} {
		d, _ := document.Parse(source.NewFile("x.txt", tt.text))
		facts, _ := extract.Document(d)
		if got := validity(&facts.Validity); got != tt.want {
			t.Errorf("%s\nsays %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestLongLine holds that a line with many times, brackets and papers is read in time that grows with its length.
func TestLongLine(t *testing.T) {
	for _, unit := range []string{"6月底前（6月底完成", "《甲》、", "到2035年，", "（", "完成时限：", "5个工作日内", "每年", "自"} {
		text := "甲市方案\n一、重点任务\n" + strings.Repeat(unit, 8000) + "同时废止。\n"
		d, _ := document.Parse(source.NewFile("x.txt", text))
		clock.Find(&policy.Facts{Document: d}, extract.Named(d))
	}
}
