package target

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// readTargets returns the indicators of a text in a document of 2021, one line each:
// comparator, value, unit, year, kind.
func readTargets(text string, goal bool) []string {
	t := newParagraph(text, source.Span{Start: 0, End: len(text)})
	scope := sectionScope{docYear: 2021, goal: goal}
	clock := &yearClock{goal: goal, now: 2021}
	var out []string
	for _, c := range candidatesIn(t, &scope, clock) {
		out = append(out, describe(c.indicator("", clock)))
	}
	return out
}

func describe(i *policy.Indicator) string {
	value := fmt.Sprint(i.Number)
	if i.Max != nil {
		value += fmt.Sprintf("-%v", *i.Max)
	}
	s := i.Cmp + value + i.Unit
	if i.Year > 0 {
		s += fmt.Sprintf(" @%d", i.Year)
	}
	if i.BaseYear > 0 {
		s += fmt.Sprintf(" /%d", i.BaseYear)
	}
	if i.Kind == policy.Threshold {
		s += " threshold"
	}
	return s
}

// targetTests are sentences of the kinds that papers have, and what each sets. What a single rule leaves or
// takes is said by the sentences of the rule.
var targetTests = []struct {
	name, text string
	want       []string
}{
	// Comparators.
	{"超过 and 突破", "到2023年，主营业务收入超过7万亿元，占全省工业的比重突破60%。", []string{">7万亿元 @2023", ">60% @2023"}},
	{"the same in other widths", "到2023年,主营业务收入超过７万亿元,比重突破６０％.", []string{">7万亿元 @2023", ">60％ @2023"}},
	{"左右, 以上 and 约", "到2025年，形成30个左右千亿级主导产业集群，创建15家以上示范基地，培训约1000名家庭医生。", []string{"≈30个 @2025", "≥15家 @2025", "≈1000名 @2025"}},
	{"the last of a list carries 以上", "研发机构、研发活动的企业占比分别提高到55％、70％以上。", []string{"≥55％", "≥70％"}},
	{"不低于 and 不少于", "全区高速公路服务区充电车位占比不低于20%，每个考场配置不少于2辆考试用车。", []string{"≥20%", "≥2辆"}},
	{"以内 and 以下", "城镇登记失业率控制在4.5%以内，万元GDP用水量降至40立方米以下。", []string{"≤4.5%", "≤40立方米"}},
	{"过 before a sum in characters", "对主营业务收入过百亿元的企业给予奖励。", []string{">100亿元 threshold"}},
	// Rules and targets side by side.
	{"shares that the law allows and changes of an award", "资源条件较好地区的利用率可降低至90%，奖励标准上浮50%，车辆通行费优惠10%。", []string{"=90% threshold", "=50% threshold", "=10% threshold"}},
	{"the term of a rate, a share in characters", "约定利率不得低于1年期贷款市场报价利率，按照每日利率万分之五支付利息。", []string{"=5万分之 threshold"}},
	{"a bracket that bounds what is carried", "中长距离运输（运距500公里以上）的煤炭，铁路运输比例力争达到90%。", []string{"≥500公里 threshold", "=90%"}},
	{"a multiple of the state in a year", "到2025年，扩展倍数控制在基于2020年用地规模的1.3倍以内，用地面积下降不少于40%。", []string{"≤1.3倍 @2025 /2020", "≥40% @2025"}},
	{"a standard that a year raises, a share of checks", "2022年全市保障标准提高到每人每月720元，抽查比例不低于5%。", []string{"=720元 @2022", "≥5% @2022"}},
	{"a plan's span, two awards", "“十四五”期间培养护理员1万人次，对取得证书的，分别给予500元、800元补贴。", []string{"=1万人次 @2025", "=500元 threshold", "=800元 threshold"}},
	{"a rate of staff, hours without fee", "按每300人1名标准配备保洁员，新增泊位500个，前2小时免费。", []string{"=1名 threshold", "=500个", "=2小时 threshold"}},
	{"units that no list holds, a stock that is kept", "段木达到2亿椴、茶园稳定在28万亩，全年新增充电桩300个。", []string{"=2亿椴", "=28万亩", "=300个 @2021"}},
	{"steps of a rate and what each costs", "月均浓度同比每升高1微克/立方米，扣缴20万元；每新招用1人给予2000元补贴。", []string{"=20万元 threshold", "=2000元 threshold"}},
	{"a span of excess", "超标0.5倍以上不足1.0倍的，每月扣缴60万元。", []string{"≥0.5倍 threshold", "<1倍 threshold", "=60万元 threshold"}},
	{"sums without 元", "新评定为甲级、乙级民宿的，分别奖励20万、10万。", []string{"=20万 threshold", "=10万 threshold"}},
	{"what each may have, parts of a ratio, loans that are raised", "每类产品可补贴1件，每校限报2项，容积比为2∶1∶3，撬动银行贷款5000万元以上。", []string{"=1件 threshold", "=2项 threshold", "=2比例 threshold", "=1比例 threshold", "=3比例 threshold", "≥5000万元"}},
	{"a score is none, the last of a ranking", "得分90分以上为优秀，排名后3位的乡镇予以约谈。", []string{"=3位 threshold"}},
	{"an index in letters, hours of sleep", "新建数据中心PUE值降到1.3以下，初中生睡眠应达到9小时。", []string{"≤1.3", "=9小时"}},
	{"提前下达 tells no time", "对上年年底提前下达的，下达比例不低于90%。", []string{"≥90%"}},
	{"sums and shares of each case are for no year", "对2024年一季度产值同比增长10%以上的企业，按照净增产值的1%给予奖励，单户最高不超过100万元。", []string{"≥10% @2024 threshold", "=1% threshold", "≤100万元 threshold"}},
	{"a standard that a year raises by a sum", "2023年人均财政补助标准新增30元，达到每人每年不低于640元，同步提高缴费标准30元。", []string{"=30元 @2023", "≥640元 @2023", "=30元 @2023"}},
	{"a share of a budget, a task of the year", "下达不少于全年预算60%的工作经费，全年新建厂房5万平方米。", []string{"≥60% threshold", "=5万平方米 @2021"}},
	{"国三及以下 brings in no list, a sum of each year, a sum for each", "淘汰国三及以下排放标准柴油货车120辆，市财政每年安排300万元，县级按每人5元的标准安排。", []string{"=120辆", "=300万元", "=5元 threshold"}},
	{"cases that a rule tells apart, ranges with （含）", "含税价10万元（含）—20万元的补贴3000元，20万元（含）以上的补贴5000元，满100元减30元。", []string{"≥10万元 threshold", "≤20万元 threshold", "=3000元 threshold", "≥20万元 threshold", "=5000元 threshold", "≥100元 threshold", "=30元 threshold"}},
	{"a second case of the same floor", "首套最低首付款比例不低于15%，二套不低于25%，保证金比例下调至20%。", []string{"≥15% threshold", "≥25% threshold", "=20%"}},
	{"a short cycle holds for its clause", "到2030年，学生每周锻炼3次以上，国家标准达标优秀率25%以上。", []string{"≥3次", "≥25% @2030"}},
	{"what is meant by a size, the last of a ranking", "实现20户以上自然村通硬化路率达到95%，对排名靠后的3个市进行通报。", []string{"≥20户 threshold", "=95%", "=3个 threshold"}},
	{"stock for use, sets in brackets, a size behind a count", "收购存量商品房1000套用作保障性住房，筹建租赁住房2500套（间），每3万人口设置1所12个班以上的公办园。", []string{"=1000套", "=2500套（间）", "=1所", "≥12个班 threshold"}},
	{"ages in a range, years that begin, a share that falls short", "1-6岁儿童免费乘车，前两年免收租金，业主分户账余额不足首期交存额30%的，应当续交。", []string{"=1-6岁 threshold", "=2年 threshold", "<30% threshold"}},
	{"a list of years and a list of values", "到2025年、2030年，装机容量分别达到150万千瓦、300万千瓦以上，覆盖率达到50%。", []string{"≥150万千瓦 @2025", "≥300万千瓦 @2030", "=50% @2030"}},
	{"two plans and two values", "“十四五”“十五五”期间分别新增装机120万千瓦、240万千瓦。", []string{"=120万千瓦 @2025", "=240万千瓦 @2030"}},
	{"one floor for a share and a time", "按照不低于装机容量10%、2小时的标准配置储能，配置比例达到20%、时长4小时以上的优先并网。", []string{"≥10% threshold", "≥2小时 threshold", "=20% threshold", "≥4小时 threshold"}},
	{"an award by a standard, a share that decides", "全年组织见习1200人，见习补贴标准为最低工资标准的80%，留用率达到50%以上的单位，补贴标准提高到100%。", []string{"=1200人 @2021", "=80% threshold", "≥50% threshold", "=100% threshold"}},
	{"shares that are held back and a term", "得分90分以上的为优秀，优秀比例不超过20%，并扣减补偿资金30%，按LPR的50%贴息2年。", []string{"≤20% threshold", "=30% threshold", "=50% threshold", "=2年 threshold"}},
	{"a year that says which are meant", "全市计划改造2000年底前建成的老旧小区86个，到2025年底前建成候车亭20个。", []string{"=86个", "=20个 @2025"}},
	{"awards by size", "日均300单以上的每单补贴0.3元，库容100吨（含）至500吨按投资额30%补助。", []string{"≥300单 threshold", "=0.3元 threshold", "≥100吨 threshold", "≤500吨 threshold", "=30% threshold"}},
	{"floods, sums that are hoped for", "河段达到10—20年一遇防洪标准，除险加固病险水库46座，力争成交额突破80亿元，对企业给予奖励。", []string{"=46座", ">80亿元"}},
	{"what each household may keep, a term in characters", "每户限养一只犬，对优秀的给予补助，连续支持三年。", []string{"=1只 threshold", "=3年 threshold"}},
	{"what must be met", "新上项目应满足转换效率不低于20%、综合电耗不高于100千瓦时/千克。", []string{"≥20% threshold", "≤100千瓦时/千克 threshold"}},
	{"a task by its amount", "确保完成粮食播种面积3.2万亩、产量1.35万吨的目标任务。", []string{"=3.2万亩", "=1.35万吨"}},
	{"a floor behind a floor, damages", "用地容积率不得低于1.0，建筑系数不低于40%，责令加付应付金额50%以上100%以下的赔偿金。", []string{"≥1 threshold", "≥40% threshold", "≥50% threshold", "≤100% threshold"}},
	{"one word for all of a list", "到2025年，接待游客和旅游收入分别突破2500万人次、220亿元。", []string{">2500万人次 @2025", ">220亿元 @2025"}},
	{"those who left school, and a record", "毕业3年内的大学生创办登记注册2年内的企业，申请补助前4个月正常经营且近五年无失信记录的，给予2万元补助；对弄虚作假的，5年内取消申报资格。", []string{"≤3年 threshold", "≤2年 threshold", "=4个月 threshold", "=5年 threshold", "=2万元 threshold", "=5年 threshold"}},
	{"a notice ahead, a plan done ahead", "停水应当提前48小时公告，力争提前2年实现目标。", []string{"=48小时 threshold"}},
	{"two bounds of two units", "营业收入8000万元至2亿元的，奖励10万元；服务期6个月至2年的，奖励5万元。", []string{"≥8000万元 threshold", "≤2亿元 threshold", "=10万元 threshold", "≥6个月 threshold", "≤2年 threshold", "=5万元 threshold"}},
	{"parts of a count", "每个县抽查6家企业（食品企业2家、药品企业3家，化妆品企业1家），检查其所属的2个站点。", []string{"=6家", "=2家", "=3家", "=1家", "=2个"}},
	{"no part of a count", "抽查6家企业，重点行业（食品企业2家）。检查6家企业（食品等（3家）行业）。", []string{"=6家", "=6家"}},
	{"what is done with a number of things", "为500间宿舍加装空调，60个高频事项实现全程网办，“一件事”一次办成，最多跑一次。", []string{"=500间", "=60个"}},
	{"a share of all, units of rockets", "每季度进行100%全覆盖检查，形成年产30发火箭、90颗卫星的能力，攻克百项关键技术。", []string{"=100%", "=30发", "=90颗", "=100项"}},
	{"a verb and a comparator", "突破50项关键核心技术，培育企业突破50家，园区突破50家大关。", []string{"=50项", ">50家", ">50家"}},
	{"shares that a scheme fixes", "职工缴费比例为8%，财政承担60%，缴存比例为5%至12%，支付比例提高到80%。", []string{"=8% threshold", "=60% threshold", "=5-12% threshold", "=80%"}},
	{"totals and single sums", "全年发放消费券3000万元，新增贷款20亿元以上，每户发放3000元，对企业发放奖金500万元。", []string{"=3000万元 @2021", "≥20亿元 @2021", "=3000元 threshold", "=500万元 threshold"}},
	{"what each shall have", "站点应当具备用房100平方米以上，专职人员达到3人；服务站点达到3人。", []string{"≥100平方米 threshold", "=3人 threshold", "=3人 threshold"}},
	{"dimensions of each, distances", "路面宽度宜为4米，排放浓度不高于10毫克/立方米，林缘50米范围内禁止用火，3米内的杂物应当清除。", []string{"=4米 threshold", "≤10毫克/立方米 threshold", "≤50米 threshold", "≤3米 threshold"}},
	{"a limit that is moved", "最高贷款额度由50万元提高到60万元，提高最高限额2000元，补助由每人每月90元提高到100元。", []string{"≤60万元 threshold", "=2000元 threshold", "=100元 threshold"}},
	{"this year within another", "到2025年建成20个站点，今年启动5个。", []string{"=20个 @2025", "=5个 @2021"}},
	{"steps and what each gives", "每多缴费1年，提高限额500元；每连续缴费2年的，提高限额800元。", []string{"=500元 threshold", "=800元 threshold"}},
	{"favours", "对成效明显的县，优先支持1家园区扩区。对涉及三家以上银行的企业，可组建债委会。", []string{"=1家 threshold", "≥3家 threshold"}},
	{"a rate in characters, sizes parted by a stroke", "按照常住人口万分之一点七五配备人员，储能规模达到30万千瓦/60万千瓦时以上，每2小时巡查1次。", []string{"=1.75万分之 threshold", "≥30万千瓦", "≥60万千瓦时", "=1次"}},
	{"years of help and of payment", "前3年按租金的50%、后2年按30%补贴，奖金5万元分3年拨付，成立后2年按规定报告。", []string{"=3年 threshold", "=50% threshold", "=2年 threshold", "=30% threshold", "=5万元 threshold", "=3年 threshold"}},
	{"goals of time and life", "平均预期寿命超过80岁，利用小时数提高到5000小时，消纳责任权重达到28%。", []string{">80岁", "=5000小时", "=28%"}},
	{"items that go on behind others", "建成充电桩12万台，服务半径小于1公里，换电站150座。", []string{"=12万台", "<1公里 threshold", "=150座"}},
	{"what is built by the yard, and what goes with each", "新建不少于5公里绿道，每百户配建不少于30平方米用房，既有小区每百户不少于20平方米。", []string{"≥5公里", "≥30平方米 threshold", "≥20平方米 threshold"}},
	{"a thing of last year", "新建农田3万亩，去年建成的2万亩加强管护，每亩补助15元。", []string{"=3万亩", "=15元 threshold"}},
	{"years of payment, days ahead, rates named by a time", "补贴分三年拨付、奖金分2年兑现，会议召开十五日前公告，开工10日前报备，产后28天内访视率达到90%，作业费下调10%，生活费提高5%。", []string{"=3年 threshold", "=2年 threshold", "=15日 threshold", "=10日 threshold", "=90%", "=10% threshold", "=5%"}},
	{"characters that set numbers", "每三到五年进修一次，每年给予每所五千元补助，连续两年考核不合格的，三年内不得聘用；职工30人以上的企业裁员率不高于5%，人口多的乡镇可增设1处站点，补贴标准不低于去年，每年可下调50个基点。", []string{"=1次", "=5000元 threshold", "=2年 threshold", "=3年 threshold", "≥30人 threshold", "≤5% threshold", "=1处 threshold", "=50个基点 threshold"}},
	{"prices, times by their nouns, an award beside a goal", "国际集装箱通行费优惠65%，初审时间5个工作日，新能源货车比例不低于80%，冷藏车每辆补贴2万元；全年低保标准提高4%，加快3个枢纽建设，监管100%覆盖。", []string{"=65% threshold", "=5个工作日 threshold", "≥80%", "=2万元 threshold", "=4% @2021", "=3个 @2021", "=100% @2021"}},
	// Lists and ranges.
	{"two values of two crops", "花生种植、收获机械化率分别达到65%和55%。", []string{"=65%", "=55%"}},
	{"a magnitude that is part of a unit", "用水报装、用气报装分别压缩至5个和8个工作日。", []string{"=5个工作日", "=8个工作日"}},
	{"floors for three kinds of road", "县道、乡道、村道每年每公里分别不低于10000元、5000元、3000元。", []string{"≥10000元 threshold", "≥5000元 threshold", "≥3000元 threshold"}},
	{"ranges of things and of a rate", "每个省辖市优先选择2—3个主导产业，覆盖率每年提升1～3个百分点。", []string{"=2-3个", "=1-3个百分点"}},
	{"a thousand with its comma", "建设50个观测站和800个观测样区、1,000公里隔离带。", []string{"=50个", "=800个", "=1000公里"}},
	{"a span of years that decides", "超过约定的动工建设日期1年以上、2年以下，未动工建设的，征收土地闲置费。", []string{"≥1年 threshold", "≤2年 threshold"}},
	{"terms of a contract", "服务协议有效期可为1年、2年或3年。", []string{"=1年 threshold", "=2年 threshold", "=3年 threshold"}},
	// Chinese numerals, shares, ratios, numbers without a unit.
	{"one thing of a size", "突出发展一个百亿元以上的特色主导产业。", []string{"=1个", "≥100亿元"}},
	{"a size in characters", "推动设立规模超千亿的省级产业投资基金。", []string{">1000亿"}},
	{"a hundred and a thousand in characters", "到2025年，创建百家绿色设计示范企业、千家绿色示范工厂。", []string{"=100家 @2025", "=1000家 @2025"}},
	{"shares as fractions and in words", "排名后1/3的产业集聚区不得扩区，三分之二以上业主同意，减半收取停车费。", []string{"=0.333份额 threshold", "≥0.667份额 threshold", "=0.5份额 threshold"}},
	{"a share in thousandths, parts of a ratio", "按千分之三的比例计提，由省、市、县、乡按4:3:2:1的比例分担。", []string{"=3千分之 threshold", "=4比例 threshold", "=3比例 threshold", "=2比例 threshold", "=1比例 threshold"}},
	{"what two share is in parts, what is measured is not", "所需资金由市、县按5：5比例分担，师生比为1∶15。", []string{"=5比例 threshold", "=5比例 threshold", "=1∶15 threshold"}},
	{"a value that is a ratio", "到2025年，加工业产值与农业总产值比达到2.8∶1。", []string{"=2.8∶1 @2025"}},
	{"an index and a doubling", "到2025年，两化融合发展指数总体水平达到65，增加值翻一番。", []string{"=65 @2025", "=1番 @2025"}},
	{"how often something is done", "每季度召开一次联席会议，每3～5年参与一次集中培训。", []string{"=1次", "=1次"}},
	// Years.
	{"a year holds for what follows in its paragraph", "到2025年，建成100个园区。建设10个基地。", []string{"=100个 @2025", "=10个 @2025"}},
	{"a year within a paragraph holds for its sentence", "加强建设。到2025年，建成100个园区。另建设10个基地。", []string{"=100个 @2025", "=10个"}},
	{"a day of a year", "2022年6月30日前，每个设区市建立1—2个考场。", []string{"=1-2个 @2022"}},
	{"a year that is compared with", "规模以上工业万元增加值能耗较2020年下降20%左右。", []string{"≈20% /2020"}},
	{"on the ground of a year", "到2025年，用汞量在2020年的基础上减少50%。", []string{"=50% @2025 /2020"}},
	{"a task of each year is for none", "到2023年，重点人群覆盖率达80%以上，签约率每年提升1个百分点。", []string{"≥80% @2023", "=1个百分点"}},
	{"a year in characters", "到二〇二五年，建成20个产业园。", []string{"=20个 @2025"}},
	{"a year since when", "自2019年起，每年新增200家企业通过评估。", []string{"=200家"}},
	{"今年 and 年度", "今年铺排重大项目1284个，年度计划投资3503亿元。", []string{"=1284个 @2021", "=3503亿元 @2021"}},
	{"年底前 and 三年内", "年底前开工50个，三年内建成20个；近年内不变。", []string{"=50个 @2021", "=20个 @2021"}},
	{"the clause ends in 建成, 一般公共预算 orders nothing", "到2025年，首批100个示范社区全面建成，一般公共预算收入增长4%左右。", []string{"=100个 @2025", "≈4% @2025"}},
	{"counts in one list", "扶持50个高级研修班和50场次名家讲座，补充编织袋5万条、冲锋舟6艘。", []string{"=50个", "=50场次", "=5万条", "=6艘"}},
	// Conditions beside targets.
	{"a size singles out what is counted", "到2022年，主营业务收入超千亿元产业集聚区达到20个左右。", []string{">1000亿元 @2022 threshold", "≈20个 @2022"}},
	{"a share singles out what is counted", "到2022年，比重超过50%的产业集聚区达到150个左右。", []string{">50% @2022 threshold", "≈150个 @2022"}},
	{"a share of what is done", "到2022年，完成80%以上的省定产业集聚区循环化改造。", []string{"≥80% @2022"}},
	{"a size that decides what is listed", "将投资5亿元以上项目纳入省重点项目管理范围。", []string{"≥5亿元 threshold"}},
	{"a bracket that only explains", "对实际到位在3000万美元以上（含3000万美元）的项目给予奖励。", []string{"≥3000万美元 threshold"}},
	{"two sizes of one condition", "对热负荷达到130吨/小时、年利用超过4000小时的集聚区，支持新建机组。", []string{"=130吨/小时 threshold", ">4000小时 threshold"}},
	{"a condition by name", "企业拥有的新能源汽车占比达到30%及以上，是企业作为供应商的必要条件。", []string{"≥30% threshold"}},
	{"three conditions of one case", "注册资本不低于1000万元，从业人员不少于50人，专业技术人员占比不低于30%的企业可以申请。", []string{"≥1000万元 threshold", "≥50人 threshold", "≥30% threshold"}},
	{"a forbidden size", "禁止生产和使用厚度低于0.01毫米的地膜。", []string{"<0.01毫米 threshold"}},
	{"an age", "现阶段服务对象包含65岁以上失能失智的老年人。", []string{"≥65岁 threshold"}},
	{"firms by size and how many", "培育10家以上领军企业，年产值超100亿元的企业5家、超50亿元的企业10家。", []string{"≥10家", ">100亿元 threshold", "=5家", ">50亿元 threshold", "=10家"}},
	{"two conditions that stop a mine", "入井人数超过30人、井深超过800米的地下矿山停产整顿。", []string{">30人 threshold", ">800米 threshold"}},
	{"a class by size, a capacity", "56人以上大班额控制在5%以内，形成10万吨/年以上处置能力。", []string{"≥56人 threshold", "≤5%", "≥10万吨/年"}},
	{"sums and counts that go on", "实现利税500亿元，上缴税金100亿元，创建国家森林城市2个，省级森林乡村300个。", []string{"=500亿元", "=100亿元", "=2个", "=300个"}},
	{"per thousand, rates of deaths", "每千人口医师3.2人、注册护士3.8人，死亡率分别控制在12/10万、5‰以下。", []string{"=3.2人", "=3.8人", "≤12/10万", "≤5‰"}},
	// Awards and rules.
	{"a fee before the work", "加大项目前期工作力度，财政安排4000万元前期费。", []string{"=4000万元"}},
	{"two rates of places", "新建小区按照每千人口不少于10个托位配建，已建成小区按照不少于8个托位补建。", []string{"≥10个 threshold", "≥8个 threshold"}},
	{"the text behind a bracket of bodies", "转移支付稳步增加。（财政部牵头，5月底前取得阶段性进展）中央本级支出增长3.9%。", []string{"=3.9%"}},
	{"an award, its share and its cap", "对企业给予一次性奖补100万元，按设备购置额的10%给予奖补，最高500万元。", []string{"=100万元 threshold", "=10% threshold", "≤500万元 threshold"}},
	{"three awards of three grades", "对评估等级在3A、4A、5A级的企业，分别给予50万元、100万元、150万元。", []string{"=50万元 threshold", "=100万元 threshold", "=150万元 threshold"}},
	{"terms of a loan", "给予3年期以上贷款贴息，贴息期不超过3年。", []string{"≥3年 threshold", "≤3年 threshold"}},
	{"the head of a ranking", "每年对前30位产业集聚区给予奖励。", []string{"=30位 threshold"}},
	{"in principle one for each", "原则上每个县（区、市）设立1家产业集聚区，区块数一般不超过3块。", []string{"=1家 threshold", "≤3块 threshold"}},
	{"three limits of time", "印发后3个月内出台方案，在3分钟内响应、10分钟内出车。", []string{"≤3个月 threshold", "≤3分钟 threshold", "≤10分钟 threshold"}},
	{"a limit that comes down from another", "将审查周期压缩至4个月以内，办理时限由20个工作日压缩至5个工作日。", []string{"≤4个月", "=5个工作日"}},
	{"a part of a part", "推动医院预留30%的号源（其中专家号源不低于30%）。", []string{"=30% threshold", "≥30% threshold"}},
	{"a time within which something is allowed", "允许在5年内继续按土地原用途使用。", []string{"≤5年 threshold"}},
	{"a policy that goes on", "财政激励政策再延续3年。", []string{"=3年 threshold"}},
	{"two for each town, an hour a day", "每个乡镇配备2名以上指导员，学生每天体育活动时间不少于1小时。", []string{"≥2名", "≥1小时"}},
	{"应在 and 不超过", "安置社区人口规模应在5000人以上，热力半径不超过500米。", []string{"≥5000人 threshold", "≤500米 threshold"}},
	{"a first rent and a time to pay", "首期租金不低于总价的20%，剩余部分在2年内缴清。", []string{"≥20% threshold", "≤2年 threshold"}},
	{"a fine between two sums", "处1万元以上10万元以下罚款。", []string{"≥1万元 threshold", "≤10万元 threshold"}},
	{"a range of years, caps of a loan", "贷款期限1-3年，利率上浮不超过50%，单户500万元及以下的给予贴息。", []string{"=1-3年 threshold", "≤50% threshold", "≤500万元 threshold"}},
	{"a sum of each year, a fund of a size", "省财政每年统筹安排3亿元，设立5亿元的产业基金。", []string{"=3亿元", "=5亿元"}},
	{"a cycle that comes down, an age that goes up", "结算周期由3个月缩短至1个月，人均预期寿命提高1岁左右。", []string{"=1个月", "≈1岁"}},
	// What must not match.
	{"lists of systems, kinds and tasks", "构建四个体系，开展三类行动，聚焦33条重点产业链，落实10项重点任务。", nil},
	{"a given set as the focus", "以7个省辖市和洛阳、三门峡等3个省辖市的产业集聚区为重点，推进治理。", nil},
	{"fields and stations that are there", "支持新能源等10个新兴制造业领域发展，对1436个监测站、96个区域站承担管理职责。", nil},
	{"names of programmes and classes", "实施“千人计划”、百亿筹资计划，打造千亿级产业集群，落实24小时值班制度。", nil},
	{"a time that something takes", "利用3-5年时间，力争5年内建成强省，三年行动计划全面实施。", nil},
	{"a day from which it holds", "本办法自发布之日起30日后施行，豫政〔2015〕42号同时废止。", nil},
	{"years that begin with an event", "各县一般公共预算收入2012年起5年内实行超收返还。", nil},
	{"times of day, a telephone number", "早晚高峰时段（7:00—9:00/17:30—19:30）限行，咨询电话12345。", nil},
	{"sayings with numbers in characters", "推广“最多跑一次”，形成引进一个、带动一批的效应，调整到一个乡镇。", nil},
	{"names with digits", "应用5G、PM2.5、IPv6等技术，建设4A级景区和二级以上医院，亿元以上项目加快落地。", nil},
	{"scores and weights", "总分100分，其中过程占30分，权重占70%。", nil},
	{"a formula", "覆盖率=签约人数/常住人口数*100%。", nil},
	{"days of each month and year", "各单位要于每月5日前、每年12月15日前报送进展。", nil},
	{"circles of life, ordinals", "打造15分钟便民生活圈，第3批企业第十次会议召开。", nil},
}

func TestTargets(t *testing.T) {
	for _, tt := range targetTests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, readTargets(tt.text, false)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

// Under a title of goals the year of a sentence holds for those after it.
func TestGoals(t *testing.T) {
	text := "到2022年，农机总动力超过10亿千瓦。机械化率达到70%。到2025年，机械化率达到75%。覆盖率100%，特色产业集群20个。每年培训1万人次。"
	want := []string{">10亿千瓦 @2022", "=70% @2022", "=75% @2025", "=100% @2025", "=20个 @2025", "=1万人次"}
	if diff := cmp.Diff(want, readTargets(text, true)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// checkSpans reports spans of i that do not hold what the record says.
func checkSpans(t *testing.T, text string, i *policy.Indicator) {
	t.Helper()
	if i.Start < 0 || i.Start >= i.End || i.End > len(text) || !i.Span.Contains(i.Value) || i.Value.Empty() {
		t.Fatalf("bad spans %v, value %v in %d bytes", i.Span, i.Value, len(text))
	}
	if got := source.Squeeze(text[i.Start:i.End]); got != i.Quote {
		t.Errorf("quote %q, text at its span %q", i.Quote, got)
	}
	if !i.YearBasis.Empty() && !strings.ContainsAny(text[i.YearBasis.Start:i.YearBasis.End], "0123456789０１２３４５６７８９一二〇○零十今全底内") {
		t.Errorf("no year in %q", text[i.YearBasis.Start:i.YearBasis.End])
	}
	if (i.Year > 0) != !i.YearBasis.Empty() || (i.Year > 0) != (i.YearRule != "") {
		t.Errorf("year %d, basis %v by rule %q", i.Year, i.YearBasis, i.YearRule)
	}
}

func FuzzTargets(f *testing.F) {
	for _, tt := range targetTests {
		f.Add(tt.text, true)
	}
	f.Add("（（（（（（（（（（1%）））。）", false)
	f.Add("到2027年！；5个，支出3个", false) // a year in the sentence before the one that opens with a semicolon
	f.Add("到2027年！；第二，5个", true)
	f.Add("每1/０00：3，000——2—－3\xff个以上", false)
	f.Fuzz(func(t *testing.T, text string, goal bool) {
		text = strings.ToValidUTF8(text, "")
		p := newParagraph(text, source.Span{Start: 0, End: len(text)})
		clock := &yearClock{goal: goal}
		for _, c := range candidatesIn(p, &sectionScope{docYear: 2021, goal: goal}, clock) {
			checkSpans(t, text, c.indicator("", clock))
		}
	})
}
