package target

import (
	"strconv"
	"testing"

	"zhengce/generator/internal/ruletest"
)

// Each sentence has the rule that tells the kind of the number in 〔〕, and its year where it has one. They
// stand beside those of the rules: each has one thing less, or one more, than a rule asks for.
var kindTests = []struct{ text, want string }{
	// Titles of conditions, floors and caps that stand as such.
	{"一、申报条件\n完成投资〔10〕亿元。", "section-of-conditions"},
	{"一、申报条件\n到2025年，营业收入达到〔1000〕万元以上。", "investment-reached 2025"},
	{"注册资金超过〔1000〕万元。", "sum-to-reach"},
	{"注册资金低于〔1000〕万元。", "standing-bound-on-a-sum"},
	{"注册资金在〔1000〕万元以上。", "sum-to-reach"},
	{"注册资金至少〔1000〕万元。", "sum-to-reach"},
	{"一、工作目标\n注册资金不低于〔1000〕万元。", "sum-to-reach"},
	{"耕地保有量不低于〔3000〕亩。", "number-to-reach"},

	// Those who are meant.
	{"到2025年，建成1所〔12〕个班的幼儿园。", "number-by-a-year 2025"},
	{"改造现有1所〔12〕个班以上的幼儿园。", "number-to-reach"},
	{"建成1所标准〔12〕个班以上的幼儿园。", "number-to-reach"},
	{"建成1所〔12〕个班以上幼儿园。", "number-to-reach"},
	{"奖励〔300〕单以上的每单补贴0.3元。", "number-to-reach"},
	{"日均超过〔300〕单的每单补贴0.3元。", "number-to-reach"},
	{"到2025年，日均〔300〕单以上的每单补贴0.3元。", "number-by-a-year 2025"},
	{"日均〔300〕单以上站点给予补贴。", "number-to-reach"},
	{"实现〔20〕户以上自然村通车率达到95%。", "class-with-a-number-of-its-own"},
	{"奖励〔10〕人以上团队5万元。", "number-to-reach"},
	{"投资〔5〕亿元以上项目控制在5%以内。", "amount-of-those-meant"},
	{"超过〔56〕人大班额控制在5%以内。", "number-to-reach"},
	{"招聘〔56〕人以上骨干充实5个团队。", "number-to-reach"},
	{"乡镇〔20〕个以上、村庄100个。", "number-to-reach"},
	{"培训人数〔100〕人的机构优先。", "number-to-reach"},
	{"对产值增长〔10〕%的企业给予奖励。", "share-to-reach"},
	{"对产值增长〔10〕亿元以上的企业开展服务。", "amount-of-those-meant"},
	{"对投资占〔10〕%以上的企业给予奖励。", "rate-of-those-meant"},
	{"对产值增长〔10〕%以上企业给予奖励。", "share-to-reach"},
	{"覆盖面超过〔20〕个乡镇。", "number-to-reach"},
	{"设立占比超过〔50〕%的基金。", "share-to-reach"},
	{"产值达到〔10〕亿元的企业优先供地。", "amount-of-those-meant"},
	{"给予〔10〕万元以上的经费。", "sum-of-an-award"},
	{"给予最高〔10〕万元左右的经费。", "sum-of-an-award"},
	{"单宗超过〔500〕亩用地。", "amount-of-those-meant"},
	{"新增〔10〕万吨以上的产能。", "amount-of-those-meant"},
	{"新增〔10〕万吨以上产能。", "number-to-reach"},
	{"投资〔10〕亿元以上、符合规划的项目集中供地。", "amount-in-a-list-of-those-meant"},
	{"到2025年，投资〔10〕亿元以上、符合规划的项目达到20个。", "sum-to-reach 2025"},
	{"设立规模〔10〕亿元以上、面向小微的基金。", "sum-of-what-is-made"},
	{"设立涵盖产值超过〔10〕亿元的企业名录。", "amount-of-those-meant"},
	{"打造一个产值超过〔10〕亿元的园区。", "sum-of-what-is-made"},

	// Cases, and what stands before a bracket.
	{"当年招聘〔10〕人以上的。", "number-to-reach"},
	{"留用〔50〕%以上，享受同等待遇。", "share-to-reach"},
	{"长途运输（公路，运距〔500〕公里以上）的煤炭改走铁路。", "number-to-reach"},
	{"扩建煤矿（新增〔500〕万吨以上产能）的设施。", "number-to-reach"},
	{"到2025年，完成道路（总长〔500〕公里）的改造。", "number-by-a-year 2025"},
	{"推进村庄（〔20〕户以上）的整治。", "number-to-reach"},
	{"支持园区（产值达到〔10〕亿元以上）的建设。", "investment-reached"},
	{"投资〔10〕万元至20万元按投资额30%补助。", "sum-of-an-award"},
	{"库容增加〔100〕吨按投资额30%补助。", "number-to-reach"},

	// Lists.
	{"每户可补贴1件、〔50〕平方米。", "number-to-reach"},
	{"奖励5万元、〔2〕台设备。", "number-to-reach"},
	{"每户可补贴1件、〔2〕人。", "goes-on-from-a-condition"},
	{"投资〔5〕亿元以上、产值超过10亿元的企业优先供地。", "amount-in-a-list-of-those-meant"},
	{"人数达到〔30〕人、井深超过800米的矿山停产整顿。", "joined-to-a-condition"},
	{"人数超过〔30〕人、时限压缩至5天以内的事项先行办理。", "number-to-reach"},
	{"人数超过〔30〕人、奖励5万元。", "number-to-reach"},
	{"井深超过〔30〕米、跨度较大，坡高超过800米的矿山停产整顿。", "number-to-reach"},
	{"培训〔30〕人以上从事井深超过800米的作业。", "number-to-reach"},
	{"从业人员不少于〔50〕人，制度健全，专业人员占比不低于30%的企业可以申报。", "number-to-reach"},
	{"招用员工不少于〔50〕人就业，专业人员占比不低于30%的企业可以申报。", "number-to-reach"},

	// Sums.
	{"带动农户奖励〔50〕万元。", "sum-of-an-award"},
	{"市财政每年安排〔300〕万元以上。", "sum-paid-out-in-all"},
	{"产值达到〔50〕亿元，给予奖励。", "sum-of-an-award"},
	{"到2025年，奖励标准提高到〔720〕元。", "sum-of-an-award 2025"},
	{"到2025年，补助标准提高到每人每月〔720〕元。", "sum-by-a-year 2025"},
	{"2022年，提高农户补助〔30〕元。", "sum-of-an-award"},
	{"2022年，缴费标准〔30〕元。", "sum-of-an-award 2022"},
	{"2022年，提高缴费标准〔30〕元。", "sum-by-a-year 2022"},

	// Times.
	{"实现配送时间不超过〔48〕小时。", "time-limit"},
	{"一、工作目标\n办理时限不超过〔5〕天。", "time-limit"},
	{"学生每天锻炼〔1〕小时。", "time-for-each"},
	{"服务期达到〔3〕年以上。", "time-limit"},

	// Ratios, numbers and sizes.
	{"一、工作目标\n费用按〔2〕∶1的比例分担。", "ratio-to-reach"},
	{"按照每千人口不超过〔10〕个托位配建。", "cap-on-a-number"},
	{"按照规划建成〔10〕个以上托位。", "number-to-reach"},
	{"从业人员少于〔10〕人。", "cap-on-a-number"},
	{"岗位减少〔50〕个以上。", "number-to-reach"},
	{"取得〔3〕项以上专利，给予奖励。", "number-to-qualify"},
	{"取得〔3〕项以上专利。", "number-to-reach"},
	{"获得〔3〕项专利的企业优先入驻。", "number-to-reach"},
	{"拥有场地〔500〕平方米以上，给予奖励。", "number-to-reach"},
	{"用户不低于〔100〕万。", "number-to-reach"},
	{"每校必须建成〔2〕个食堂。", "number-to-reach"},

	// Shares.
	{"2022年，发放补贴〔30〕%。", "share-by-a-year 2022"},
	{"费用可降低〔10〕%。", "share-that-is-allowed"},
	{"其中专家号源达到〔20〕%。", "share-to-reach"},
	{"每户限养2只犬，其中登记率达到〔20〕%。", "share-to-reach"},
	{"首套最低首付比例在15%以上，二套在〔25〕%以上。", "share-to-reach"},
	{"首套最低首付比例不低于15%，其他地区的各类住房不低于〔25〕%。", "share-to-reach"},
	{"首套最低首付比例不低于15%，入住率不低于〔25〕%。", "share-to-reach"},
	{"首套最低首付比例不低于15%，分类指导，二套不低于〔25〕%。", "floor-on-a-share-of-things"},
	{"首套最低首付比例不低于15%，新建2套不低于〔25〕%。", "floor-on-a-share-of-things"},
	{"首套最低首付比例不低于15%的二类地区，其他不低于〔25〕%。", "floor-on-a-share-of-things"},
	{"户均面积不低于90平方米，二套不低于〔25〕%。", "floor-on-a-share-of-things"},
	{"一、工作目标\n投资不得低于1000万元，占比不低于〔40〕%。", "share-to-reach"},
	{"楼间距不得低于30米，布局合理，采光占比不低于〔40〕%。", "share-to-reach"},
	{"容积率不得低于1.0，建筑系数达到〔40〕%。", "share-to-reach"},
	{"按户籍人口入学率达到〔95〕%。", "share-to-reach"},
	{"补贴人数增长〔30〕%。", "share-to-reach"},
	{"产值至少占总量的〔30〕%。", "share-to-reach"},
	{"人口增长〔30〕多%。", "share-to-reach"},

	// What only looks like a condition.
	{"提供〔100〕兆以上接入能力。", "number-to-reach"},
	{"提供〔100〕兆以上的接入服务。", "amount-of-those-meant"},
	{"建设〔100〕亩以上的基地。", "amount-of-those-meant"},
	{"组建不少于〔50〕人的应急队伍。", "number-to-reach"},
	{"一般货物通关时间压缩〔30〕%以上。", "share-to-reach"},
	{"货物通关时间一般压缩〔30〕%以上。", "share-that-is-ordered"},
	{"入住率应不低于〔30〕%。", "share-that-is-ordered"},
	{"门店须满2年，房屋使用面积〔150〕平方米以上。", "bound-behind-a-bound"},
	{"门店须满2年，房屋占比〔50〕%以上。", "share-to-reach"},
	{"门店须满2年，新建面积〔150〕平方米以上。", "number-to-reach"},
	{"每年安排资金不低于〔500〕万元。", "standing-bound-on-a-sum"},
	{"安排奖补资金〔2000〕万元。", "sum-set-aside"},
	{"安排奖补资金〔2000〕元。", "sum-of-an-award"},
	{"新增〔100〕头以上养殖场50个。", "class-with-a-number-of-its-own"},
	{"新增〔100〕个以上养殖场50个。", "number-to-reach"},
	{"培训〔800〕人以上的安置区居民。", "number-to-reach"},

	// Conditions and their years.
	{"2022年，设立工作站并支持〔50〕万元。", "sum-of-what-is-made 2022"},
	{"一、重点任务\n到2019年，建成10个园区。建成〔20〕个基地。", "number-by-a-year 2019"},
	{"2022年，获评的奖励〔50〕万。", "sum-without-its-unit 2022"},
	{"2022年，支持〔50〕家企业。", "number-by-a-year 2022"},
	{"2022年，奖励5万元、〔3〕台设备。", "number-by-a-year 2022"},
	{"2022年，补贴比例最高〔50〕%。", "share-by-a-year 2022"},
	{"2022年，奖金超过〔50〕万元。", "sum-of-an-award 2022"},
	{"2022年，投资不超过〔50〕万元的项目简化手续。", "amount-of-those-meant 2022"},
	{"2022年，占比达到10%、〔20〕%给予奖励。", "goes-on-from-a-target 2022"},
	{"2022年，产值超过〔10〕亿元给予奖励。", "amount-of-those-meant 2022"},
}

func TestKinds(t *testing.T) {
	for _, tt := range kindTests {
		d, at := ruletest.Paper(t, tt.text)
		got := ""
		f := newFinder(d)
		f.weighed = func(all []*candidate) {
			for _, c := range all {
				if s := c.t.span(c.n.start, c.n.end); s.Start <= at && at < s.End {
					got = c.kindRule.Name
					if c.year > 0 {
						got += " " + strconv.Itoa(c.year)
					}
				}
			}
		}
		f.find(nil, nil)
		if got != tt.want {
			t.Errorf("%s\nis told by %q, not by %q", tt.text, got, tt.want)
		}
	}
}
