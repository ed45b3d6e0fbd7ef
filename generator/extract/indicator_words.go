package extract

import "strings"

// The words by which indicators are told from other numbers. Each list says what it is for;
// a word stands in it only where it holds in any paper.

// indicatorGoalVerbs order that a number of things be there, or be dealt with.
var indicatorGoalVerbs = []string{
	"建成", "建设", "新建", "建立", "共建", "改扩建", "扩建", "改建", "筹建", "配建", "续建", "组建", "设立", "形成", "培育", "打造", "创建", "创办", "创设", "布局", "搭建", "构建",
	"引进", "引入", "引育", "招引", "招收", "招聘", "集聚", "汇聚", "聚集", "新增", "增加", "净增", "扩大", "壮大", "定位", "做强", "做大",
	"选择", "遴选", "选取", "选拔", "选派", "选树", "评选", "认定", "评定", "命名", "表彰", "优选", "精选",
	"培训", "培养", "轮训", "发布", "推出", "推广", "推动", "推进", "引导", "支持", "扶持", "资助", "实施", "开展", "举办", "召开", "举行", "完成", "达到", "实现",
	"制定", "制修订", "修订", "编制", "出台", "攻克", "孵化",
	"改造", "治理", "修复", "整治", "抢救", "复壮", "淘汰", "清理", "关闭", "搬迁", "消化", "退出", "减少", "压减", "削减", "关停", "腾退", "拆除", "提升", "提高", "加密",
	"配备", "设置", "安排", "投入", "投放", "投用", "投产", "开工", "落地", "签约", "开通", "替换", "造林", "栽植", "抚育",
	"帮扶", "面向", "惠及", "吸纳", "办好", "筹集", "募集", "发放", "保有", "力争", "确保", "争取",
	"谋划", "储备", "铺排", "补充", "增设", "增配", "增补", "增派", "建好", "打通", "争创", "竣工", "完工", "开建", "交付", "供应", "盘活", "处置", "植树", "复垦", "流转", "选育", "化解", "更换", "收购", "收储", "回购", "归集", "上线", "加固", "修建", "新修", "硬化", "敷设", "布设",
	"增发", "扩容", "接入", "部署", "铺设", "架设", "承接", "举荐", "创作", "出版",
}

// indicatorWeakVerbs do so only right before the number: elsewhere they are as often nouns.
var indicatorWeakVerbs = []string{
	"服务", "组织", "保障", "监测", "检查", "抽查", "参与", "联系", "生产", "种植", "研发", "开发", "转化", "开放", "配置", "更新", "突破", "推荐", "试点", "获得", "接待", "稳定",
	"保持", "增长", "达", "覆盖", "带动", "储备", "转移", "走访", "申报", "申请", "参加", "演出", "放映", "绿化", "优化", "加强", "筛选", "安置", "救助", "采购", "购买", "购置", "发展", "确定", "提质改造", "入规", "入统", "入库", "上市", "挂牌", "策划",
}

// indicatorBuilt end a clause by saying that what it counts is there.
var indicatorBuilt = []string{"建成", "建成投用", "建成使用", "建成运行", "建成运营", "完成", "完工", "竣工", "开工", "开工建设", "投用", "投产", "投入使用", "投入运行", "投入运营", "落地", "达标", "达产", "入驻"}

// indicatorSpent stand right before money that is to be spent in a year.
var indicatorSpent = []string{"计划投资", "完成投资", "总投资", "年度投资", "投资"}

// indicatorListVerbs bring in a fixed list, whose count is no target: 聚焦33条重点产业链.
var indicatorListVerbs = []string{"聚焦", "围绕", "依托", "针对", "涉及", "包括", "包含", "涵盖", "按照", "根据", "贯彻", "坚持", "立足", "把握", "属于", "分为", "对照", "符合", "现有", "等", "其余", "上述", "以下", "所辖", "下辖", "共有", "全体", "构成", "由"}

// indicatorListBefore stand right before a count of what is there.
var indicatorListBefore = []string{"等", "等共", "等全部", "这", "上述", "其余", "其他", "另外", "其中", "全部", "所有", "现有", "原有", "现存", "已有", "首批", "共有", "设有"}

// indicatorListNouns follow the unit of a count that only numbers a list: 四个体系, 3个方面.
var indicatorListNouns = []string{"方面", "领域", "层面", "环节", "维度", "层次", "关系", "统筹", "转变", "原则", "阶段", "问题", "体系", "机制", "要素", "版块", "板块", "步骤", "关键", "意识", "自信", "维护", "确立", "坚持", "部分", "附件", "表格", "季度"}

// indicatorReach are the verbs right before the number that something is to come to.
var indicatorReach = []string{"达到", "达", "达成", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增至", "扩大到", "扩大至", "增长到", "增长至", "上升到", "上升至", "稳定在", "保持在", "维持在", "控制在", "控制到",
	"降至", "降到", "降低到", "降低至", "下降到", "下降至", "减少到", "减少至", "减至", "压缩至", "压缩到", "缩短至", "缩短到", "缩小到", "缩小至", "缩减至", "压减至", "压减到", "精简至", "放宽至", "延长至", "延长到", "升至", "落实到", "下调至", "下调到", "上调至", "上调到", "调整为", "调整至", "调整到", "调至", "提至", "压降至", "降为", "缩短为", "恢复至", "恢复到", "达到了", "突破", "超过", "超", "实现", "力争达到", "争取达到", "总体达到", "均达到", "分别达到", "到"}

// indicatorChange are the verbs right before the amount by which something changes.
var indicatorChange = []string{"提高", "提升", "增长", "增加", "上升", "扩大", "下降", "降低", "减少", "压减", "压缩", "缩短", "缩减", "削减", "精简", "再降低", "再提高", "下调", "上浮", "下浮", "提前", "累计下降", "累计减少", "累计提高", "分别下降", "分别提高", "分别增长", "分别降低", "年均增长", "年增长", "年均提高", "新增", "累计新增"}

// indicatorCut are the verbs that bring a time down to a figure.
var indicatorCut = []string{"压缩", "缩短", "压减", "缩减", "减少", "减至", "降至", "降低", "控制在", "精简", "提速", "实现", "达到", "力争", "提升", "提高"}

// indicatorRates are the nouns of a share or rate.
var indicatorRates = []string{"率", "占比", "比重", "比例", "份额", "程度", "贡献", "增速", "增幅", "降幅", "涨幅", "幅度", "面", "度"}

// indicatorIndexes are the nouns of a number that has no unit.
var indicatorIndexes = []string{"指数", "率", "系数", "强度", "比值", "密度", "水平", "容积率", "比", "浓度", "排名", "评价值", "均值", "指标", "数量", "总量", "保有量", "人数", "户数", "个数", "家数"}

// indicatorAwards tell of money that the document gives, takes or forgoes.
var indicatorAwards = []string{"奖励", "奖补", "奖金", "补助", "补贴", "资助", "贴息", "贴费", "给予", "补偿", "返还", "退还", "减免", "减按", "减半", "免收", "征收", "收取", "缴纳", "罚款", "收费", "费率", "税率", "价格", "标准", "保证金", "扣缴", "扣减", "扣罚", "扣款", "处罚", "报销", "抵扣", "扣除", "授信", "额度", "贷款", "担保", "保费", "津贴", "工资", "待遇", "兑现", "发放", "奖", "限额", "封顶", "扶持资金", "补足", "予以", "低价", "底价", "地价", "注册资本", "单价", "每平方米", "每亩", "每人", "每户", "每公里", "经费"}

// indicatorShareAwards tell of a share that is given, taken or forgone.
var indicatorShareAwards = []string{"奖励", "奖补", "补助", "补贴", "资助", "贴息", "给予", "予以", "返还", "退还", "减免", "减按", "减半", "征收", "收取", "缴纳", "罚款", "报销", "抵扣", "扣除", "扣减", "核减", "赔偿", "加付", "滞纳金", "违约金", "低价", "底价", "地价", "税率", "费率"}

// indicatorInvest tell of money that is to be reached or raised.
var indicatorInvest = []string{"投资", "产值", "营业收入", "主营业务收入", "销售收入", "销售额", "增加值", "交易额", "成交额", "进出口", "利用外资", "到位资金", "税收", "融资", "余额", "规模", "总量", "生产总值", "收入", "市值", "投放", "设立", "募集", "筹集", "基金"}

// indicatorGiving end right before a sum that is given.
var indicatorGiving = []string{"给予", "予以", "奖励", "奖补", "补助", "补贴", "资助", "支持", "一次性", "发放", "兑现", "最高给予", "分别给予", "再给予", "立减", "元减"}

// indicatorGiven begin right behind a share that is given: 「按净增产值的1%给予奖励」.
var indicatorGiven = []string{"给予", "予以", "奖励", "奖补", "补助", "补贴", "贴息", "的奖励", "的补助", "的补贴", "的比例给予", "的比例予以", "的标准给予", "的标准予以"}

// indicatorAmounts are nouns of an amount, which the number before them measures: 新增10万吨/年以上处置能力.
var indicatorAmounts = []string{"能力", "产能", "规模", "投资", "产值", "收入", "贷款", "资金", "融资", "面积", "岗位", "用地", "就业", "税收", "利润", "销售额", "储量", "产量", "库容", "容量", "装机", "任务"}

// indicatorRules order or allow something in each case.
var indicatorRules = []string{"原则上", "不得", "必须", "应当", "须", "严禁", "禁止", "方可", "方能", "不予", "一律", "可按", "可在", "可享受", "可申请", "可延", "有效期", "期限", "按规定", "上限", "下限", "限额", "最长", "最高", "最多", "最低", "视为", "予以", "应"}

// indicatorShareRules stand before or after a share that the document prescribes.
var (
	indicatorShareHeads = []string{"按照", "按", "预留", "提取", "计提", "提留", "预拨", "拨付", "原则上", "应当", "应", "须", "必须", "不得", "减按", "征收", "返还", "留存", "分成", "安排", "上浮", "下浮", "减征", "减免", "承担", "分担", "支付", "缴纳", "确定"}
	indicatorShareTails = []string{"用于", "给", "作为", "统筹", "返还", "计提", "执行", "确定", "支付", "征收", "由", "归", "专项用于", "拨付", "缴纳", "计入", "计算", "收取", "预拨", "安排", "减征", "承担", "分担", "的标准", "的比例给", "的比例予", "比例给", "的比例用于", "的比例安排"}
)

// indicatorPast are the words after which a sentence tells what is so already.
var indicatorPast = []string{"近年来", "年来", "以来", "截至", "截止", "目前", "当前", "迄今", "至今", "去年", "此前", "过去", "回顾", "初步统计", "据统计", "均已", "已基本", "取得明显", "上年末"}

// indicatorRuled are words of a sentence whose 同比 tells of no past: 「对同比增长10%以上的企业给予奖励」.
var indicatorRuled = []string{"给予", "予以", "奖励", "奖补", "补助", "补贴", "扣缴", "力争", "确保", "目标", "每升", "每降", "每下降", "每上升", "每增", "每提"}

// indicatorAhead takes the words out of a text that only look like one of indicatorPast: 项目前期.
var indicatorAhead = strings.NewReplacer("项目前", "", "科目前", "", "节目前", "", "题目前", "")

// indicatorDone follow 已 or 已经 where something has been reached.
var indicatorDone = []string{"达", "建", "完成", "形成", "实现", "有", "累计", "突破", "超过", "成功", "培育", "发展", "引进", "纳入", "占", "提高", "增加", "增长", "拥有", "创建", "连续", "投入", "覆盖"}

// indicatorOrdinary are words with 一般 in them that order nothing: 一般公共预算收入.
var indicatorOrdinary = strings.NewReplacer("一般公共", "", "一般工商业", "", "一般工业", "", "一般固", "", "一般贸易", "", "一般债", "", "一般性", "", "一般纳税人", "", "一般农", "", "一般商业", "")

// indicatorPastTitles end the title of a section that describes the state of things.
var indicatorPastTitles = []string{"现状", "形势", "成效", "成就", "背景", "意义", "发展基础", "现实基础", "工作基础", "基础条件", "挑战", "机遇", "存在问题", "主要问题", "存在的问题", "回顾", "问题与挑战", "重要性", "必要性", "紧迫性", "工作情况", "开展情况", "完成情况", "已开展的工作", "已开展工作", "主要做法", "取得的成绩"}

// indicatorRuleTitles end the title of a section that says who qualifies, or by what standard.
var indicatorRuleTitles = []string{"申报条件", "申请条件", "认定条件", "评定条件", "评选条件", "参与条件", "报名条件", "准入条件", "入驻条件", "支持条件", "享受条件", "补贴条件", "补助条件", "奖励条件", "资格条件",
	"商户条件", "企业条件", "单位条件", "人员条件", "项目条件", "对象条件", "支持对象", "补贴对象", "奖励对象", "认定标准", "奖励标准", "补助标准", "补贴标准", "支持标准", "准入门槛", "申报资格"}

// indicatorHorizon stand before a time that only says how long something takes.
var indicatorHorizon = []string{"用", "利用", "通过", "经过", "再用", "再经过", "未来", "今后", "近", "最近", "过去", "力争", "力争用", "争取用", "争取", "经", "下一个", "接下来", "提前", "每隔", "实施", "启动"}

// indicatorHorizonTails follow it.
var indicatorHorizonTails = []string{"时间", "左右时间", "左右的时间", "的时间", "的持续", "的努力", "努力", "左右的努力", "来", "行动", "计划", "规划", "攻坚", "滚动", "的发展", "的建设", "建设", "期间", "工作", "生活圈", "圈", "经济圈", "交通圈", "通勤", "都市圈", "便民", "健身圈", "养老服务圈", "在线", "不打烊", "服务", "值班", "值守", "开放", "自助", "营业", "响应", "全天候", "后施行", "后实施", "后生效", "后起施行", "起施行"}

// indicatorSteps stand between 每 and the step of a rate.
var indicatorSteps = []string{"升高", "降低", "增加", "提高", "提升", "减少", "下降", "上升", "增长", "超过", "超", "低于", "高于", "满", "多", "少", "增", "降", "引进", "招用", "招收", "吸纳", "培育", "完成", "缴纳", "带动"}

// indicatorMay end right before how many of a thing each may have or is held to: 「可补贴1件」, 「限报2项」.
var indicatorMay = []string{"可补贴", "可申请", "可申报", "可享受", "可领取", "可购买", "可推荐", "限报", "限购", "限申报", "限申请", "限推荐", "限领", "限养", "限带", "限停"}

// indicatorPer stand between a verb and the sum that one of them gets: 「提高到每人每月720元」.
var indicatorPer = []string{"每人", "每月", "每年", "每人每月", "每人每年", "每人每天", "每生每年", "每户", "每户每年", "每亩", "每平方米"}

// indicatorTerms follow the term in the name of a rate: 1年期贷款市场报价利率.
var indicatorTerms = []string{"期贷款市场报价", "期LPR", "期存款", "期定期", "期国债", "期贷款基准", "期贷款利率", "期基准"}

// indicatorNotes open a bracket that only explains.
var indicatorNotes = []string{"含", "指", "即", "包括", "简称", "以下", "如", "包含", "应用", "不含", "例如", "注", "详见", "见", "原"}

// indicatorScores belong to assessment schemes, whose numbers are no indicators.
var indicatorScores = []string{"分值", "得分", "权重", "评分", "计分", "赋分", "加分", "扣分", "满分", "百分制"}

// indicatorConditions make the number of a clause decide who qualifies.
var indicatorConditions = []string{"拥有", "具有", "具备", "招用", "年满", "注册", "持有", "连续", "工作满", "缴纳", "获得", "取得"}

// indicatorAdmit say what becomes of those that a number singles out.
var indicatorAdmit = []string{"纳入", "列入", "列为", "享受", "优先", "给予", "认定为", "视为", "可申请", "可享受"}
