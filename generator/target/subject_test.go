package target

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/source"
)

// TestSubjects names the numbers of a sentence. The sentences of the rules are not said again here.
func TestSubjects(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		// What most names come from.
		{"words before, and those of the number before", "全省产业集聚区规模以上工业主营业务收入超过7万亿元，占全省工业的比重超过60%。", []string{"全省产业集聚区规模以上工业主营业务收入", "全省产业集聚区规模以上工业主营业务收入占全省工业的比重"}},
		{"a place and a noun", "省辖市形成30个左右千亿级主导产业集群。", []string{"省辖市千亿级主导产业集群"}},
		{"counts behind their things", "建成绿色园区30个，新建监测站400个、监测点163个。", []string{"绿色园区", "监测站", "监测点"}},
		{"each year", "每年选择500家产业集聚区优势企业。", []string{"每年选择的产业集聚区优势企业"}},
		{"a change from a year", "规模以上工业万元增加值能耗较2015年下降20%左右。", []string{"规模以上工业万元增加值能耗下降"}},
		{"the same rate elsewhere", "污泥无害化处理处置率达到90%，京津冀区域达到95%。", []string{"污泥无害化处理处置率", "污泥无害化处理处置率（京津冀区域）"}},
		{"a size that singles out", "主营业务收入超千亿元产业集聚区达到20个左右。", []string{"产业集聚区主营业务收入", "主营业务收入超千亿元产业集聚区"}},
		{"a size to be made", "设立规模超千亿的产业投资基金。", []string{"产业投资基金规模"}},
		{"one thing of a size", "突出发展一个百亿元以上的特色主导产业。", []string{"百亿元以上的特色主导产业", "特色主导产业规模"}},
		{"a ranking", "排名后1/3的产业集聚区不得扩区。", []string{"产业集聚区（后1/3）"}},
		{"a part of a whole", "新建道路配套建设管廊不少于道路长度的30%。", []string{"新建道路配套建设管廊占道路长度的比例"}},
		{"more of the same", "从业人员达到550万人，累计新增200万人左右。", []string{"从业人员", "从业人员新增"}},
		{"shares and what they are for", "按设备购置额的10%给予奖补，20%用于基层医疗卫生机构统筹。", []string{"设备购置额（给予奖补）", "设备购置额用于基层医疗卫生机构统筹"}},
		{"those who do", "推动100家企业实施分类管理。", []string{"实施分类管理的企业"}},
		{"an award", "对新认定的企业技术中心，一次性给予500万元奖励。", []string{"新认定的企业技术中心奖励"}},
		{"an award and words behind its name", "对新认定的园区安排奖励资金，最高50万元。", []string{"新认定的园区安排奖励"}},
		// Lists.
		{"a list that says in what it differs from before", "企业数较年初分别增加5家、10家。", []string{"企业数较年初分别增加", "企业数"}},
		{"a name that begins like a comparison", "较大企业达到5家、10家。", []string{"较大企业", "较大企业"}},
		{"较 within a word cuts the name short, which is wrong", "全市各类事故、较大事故起数分别下降4%、5%。", []string{"全市各类事故、较大事故起数下降", "全市各类事故、"}},
		{"what stands before is no target", "达到每3个、5个以上乡镇建成1所卫生院。", []string{"乡镇建成", "5个以上乡镇卫生院"}},
		{"a list goes on with another kind", "按照不低于装机容量10%、2小时的标准配置储能。", []string{"装机容量", "标准配置储能"}},
		{"more subjects than a list has", "甲、乙、丙、丁、戊、己、庚、辛、壬机械化率分别达到10%、20%。", []string{"甲、乙、丙、丁、戊、己、庚、辛、壬机械化率", "甲、乙、丙、丁、戊、己、庚、辛、壬机械化率"}},
		{"parts of a ratio", "由省、市、县、乡按4:3:2:1的比例分担。", []string{"省、市、县、乡按", "省、市、县、乡按（市）", "省、市、县、乡按（县）", "省、市、县、乡按（乡按）"}},
		{"two ratios are no list", "加工业产值比达到2.8:1、其中粮食达到3.2:1。", []string{"加工业产值比", "粮食"}},
		{"two shares as a ratio", "按城乡60%∶40%的比例分担。", []string{"城乡", "城乡60%:"}},
		{"a place without those placed", "甲市排名进入全省前30位。", []string{"甲市排名进入全省前"}},
		// Words before.
		{"利用 a time", "利用半年时间使就诊率达到90%。", []string{"就诊率"}},
		{"a whole that is no share", "配套绿地不少于道路长度的30公里。", []string{"配套绿地道路长度"}},
		{"a whole of nothing", "不低于最低价标准的70%。", []string{"最低价标准"}},
		{"a whole without 的", "配套管廊不少于道路长度30%。", []string{"配套管廊道路长度"}},
		{"a rate that is measured by another", "首付比例不低于总价的20%。", []string{"首付比例（占总价）"}},
		{"two comparators", "全市利用率不低于省定标准、不低于30%。", []string{"全市利用率不低于省定标准"}},
		{"和 in a name behind a number that is not set", "对10个县和乡镇企业就诊率达到90%。", []string{"10个县和乡镇企业就诊率"}},
		{"the words behind a count are its own", "建设2个园区、厂房和3个站点。", []string{"园区、厂房", "站点"}},
		{"a size behind two members", "建设园区2个、厂房和站点3万平方米以上。", []string{"园区", "厂房和站点"}},
		{"change without a thing", "地区生产总值，增长5.5%。", []string{"地区生产总值增长"}},
		{"no change", "主干管网改造，90%以上村庄通达。", []string{"村庄通"}},
		{"the number before says nothing either", "主干管网改造，达到80%以上，提高到90%。", []string{"主干管网改造", "提高到90%"}},
		{"人均 is no 均", "医护人员服务时间人均3小时以上，服务时间均达到3小时以上。", []string{"医护人员服务时间人均", "服务时间"}},
		{"the number before stands in another clause", "新建园区3个，改造道路、桥梁5公里以上。", []string{"园区", "改造道路、桥梁"}},
		{"a size behind two members and before a noun", "建设园区2个、厂房和站点3万平方米以上钢结构。", []string{"园区", "钢结构厂房和站点"}},
		{"a count behind two members", "建设园区2个、厂房和站点3个。", []string{"园区", "厂房和站点"}},
		{"too little follows 将", "收费标准将降5%以上。", []string{"收费标准将降"}},
		{"another sentence says nothing of it", "全市林业产值达到9亿元。占全省的比重达到3%。", []string{"全市林业产值", "占全省的比重"}},
		{"the number before is no target", "现有林场3个，占全省的比重达到3%。", []string{"现有林场3个占全省的比重"}},
		{"averages and what is so for all", "就诊率平均在90%以上，报销率均在80%以上。", []string{"就诊率", "报销率"}},
		{"a longer part", "医院预留号源不低于30%，其中专家预约门诊号源不低于10%。", []string{"医院预留号源", "专家预约门诊号源"}},
		{"no place of the same rate", "污泥处置率达到90%，东部区域提高20%。", []string{"污泥处置率", "东部区域提高"}},
		{"a place too long", "污泥处置率达到90%，东部沿海各设区市区达到95%。", []string{"污泥处置率", "东部沿海各设区市区"}},
		{"a noun behind the second rate", "污泥处置率达到90%，东部区域95%以上村庄达标。", []string{"污泥处置率", "东部区域"}},
		{"a sum before a rate", "产值达到9亿元，东部区域达到95%。", []string{"产值", "东部区域"}},
		{"a rate before a sum", "污泥处置率达到90%，东部区域达到5亿元。", []string{"污泥处置率", "东部区域"}},
		{"the rate before stands in the clause", "污泥处置率达到90%、东部区域达到95%。", []string{"污泥处置率", "东部区域"}},
		// Words after.
		{"the next number stands without a stop", "新建3个省级园区和市级5个。", []string{"省级园区", "市级"}},
		{"a description of nothing", "培育3个潜力较大、近期突破的。", []string{"潜力较大、近期"}},
		{"a long description", "培育3个面向全省中小微企业提供一站式公共技术服务的平台。", []string{"平台"}},
		{"weak verbs are dropped too", "全市服务30家企业，绿化50万亩荒山。", []string{"全市企业", "荒山"}},
		{"a name in quotation marks before the noun", "推动30家“小微”企业实施改造。", []string{"企业"}},
		{"a deed too long for a name", "推动30家企业实施以绿色低碳循环为方向的生产工艺和污染治理设施改造提升。", []string{"企业"}},
		{"the verb of what is to be made is no size", "对新建投资5亿元以上项目给予支持。", []string{"项目投资"}},
		{"nothing says what the size is of", "对达到5亿元以上的企业给予支持。", []string{"企业规模"}},
		{"a place with a verb", "全市推进服务新建30个站点。", []string{"站点"}},
		{"too much is given", "按投资额的10%给予一次性的技术改造和设备更新专项资金奖补。", []string{"投资额"}},
		{"a size that shall be", "新建厂房应当3万平方米以上安装光伏。", []string{"安装光伏厂房"}},
		{"a time that shall be", "行政审批应当3日以内办结。", []string{"行政审批"}},
		{"a share of something that shall be", "新建厂房应当60%以上的面积安装光伏。", []string{"新建厂房"}},
		{"too much shall be done", "新建厂房应当60%以上安装符合国家和行业现行标准要求的屋顶光伏发电设施。", []string{"新建厂房"}},
		{"a short name of a share", "光伏60%以上屋顶安装。", []string{"光伏"}},
		{"two ages", "服务60岁、70岁以上的老年人。", []string{"服务60岁、70岁以上的老年人", "服务60岁、70岁以上的老年人（70岁以上的老年人）"}},
		{"those over a size, not named", "超过5亿元的，给予奖励。", []string{"给予奖励的条件"}},
		{"a size to be made, at the end", "设立产业基金规模达到5亿元。", []string{"设立产业基金规模"}},
		{"a term of what is made", "设立期限5年以内的基金。", []string{"设立期限"}},
		{"a share that is kept", "推动医院预留30%的号源。", []string{"医院预留"}},
		{"a share behind a verb of lists", "服务网络涵盖80%以上的行政村。", []string{"服务网络涵盖"}},
		{"a rate of those meant", "实现机械化率90%的乡镇整村推进。", []string{"机械化率"}},
		{"a size of what is done", "各县完成3万亩的改造。", []string{"各县完成"}},
		{"a condition of nothing", "闲置土地收回，满2年的。", []string{"闲置土地收回"}},
		// Awards and counts.
		{"at most so many", "对园区建设给予支持，每年最高3家。", []string{"每年"}},
		{"so many get an award", "对园区建设奖励3家企业。", []string{"企业"}},
		{"so many awards", "园区获得3个奖励名额。", []string{"园区奖励名额"}},
		{"so many awards for each", "对园区给予每家至少3个奖励名额。", []string{"园区给予每家的奖励名额"}},
		{"those with an award", "对获得50万元以上奖励的企业加强管理。", []string{"奖励的企业加强管理获得"}},
		{"a sum that is no award", "对园区安排经费，总投资最高50万元。", []string{"总投资"}},
		{"每 without a time or a thing", "每批选择500家优势企业。", []string{"每批优势企业"}},
		{"a sum each year", "每年投资5亿元以上。", []string{"每年投资"}},
		{"more of a number that is no target", "古树名木保护，抢救首批60万株、复壮300万株。", []string{"古树名木保护"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, subjects(tt.text)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

// subjects returns the names of the numbers of a text.
func subjects(text string) []string {
	t := newParagraph(text, source.Span{Start: 0, End: len(text)})
	clock := &yearClock{}
	var out []string
	for _, c := range candidatesIn(t, &sectionScope{}, clock) {
		out = append(out, c.indicator("", clock).Subject)
	}
	return out
}
