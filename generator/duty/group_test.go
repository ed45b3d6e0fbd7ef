package duty_test

import (
	"strings"
	"testing"

	"zhengce/generator/internal/facttest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// groupTests are papers of 青山市 with one part, and the groups of each: its measure, the end of
// what it covers, and the names with L for lead, S for support, O for sole, J for joint.
var groupTests = []struct {
	name, text string
	want       []string
}{
	{"an office of the issuer", "1.报送情况。各地要报送情况，并抄报我委（价格司）。", nil},
	{"collective with 以上", "1.办好实事。（市民政局、市财政局，各地级以上市人民政府）", []string{"1 办好实事。 青山市民政局 J 青山市财政局 J 各地级以上市人民政府 J"}},
	{"role in brackets behind a name", "1.修好水渠。责任单位：市水利局（牵头）、市财政局、城关镇政府", []string{"1 修好水渠。 青山市水利局 L 青山市财政局 S 城关镇政府 S"}},
	{"rule in brackets behind a list", "1.修路。\n责任单位：市交通局、市财政局（除注明外，列第一位为牵头或汇总单位，下同）\n2.造林。\n责任单位：市林业局",
		[]string{"1 修路。 青山市交通局 L 青山市财政局 S", "2 造林。 青山市林业局 O"}},
	{"several lead", "1.稳住就业。\n责任单位：市人社局、市农业局分别牵头", []string{"1 稳住就业。 青山市人社局 L 青山市农业局 L"}},
	{"会同", "1.清理规定。（市司法局会同市财政局等部门负责）", []string{"1 清理规定。 青山市司法局 L 青山市财政局 S"}},
	{"由 and 会同", "1.清理规定。（由市司法局会同市财政局研究提出）", []string{"1 清理规定。 青山市司法局 L 青山市财政局 S"}},
	{"what each does", "1.保障用餐。（市教育局负责学校食堂，市民政局负责养老机构）", []string{"1 保障用餐。 青山市教育局 J 青山市民政局 J"}},
	{"a clause behind the lead", "1.办好集市。（市商务局牵头，扩大消费）", []string{"1 办好集市。 青山市商务局 L"}},
	{"vague collective of a level", "1.定好规则。（市司法局等市级各有关部门按职责分工负责）再清理。（市财政局牵头，市级各相关部门配合）",
		[]string{"1 定好规则。 青山市司法局 J", "1 再清理。 青山市财政局 L"}},
	{"unknown name among bodies", "1.架好线路。（市城管局、市水务局、青山热力）", []string{"1 架好线路。 青山市城管局 J 青山市水务局 J 青山热力 J"}},
	{"districts that share an ending", "1.修好河堤。（市水利局、东山、西河、北沙区政府）", []string{"1 修好河堤。 青山市水利局 J 东山区政府 J 西河区政府 J 北沙区政府 J"}},
	{"bodies with the place of the paper", "1.通好电。（市能源局、国网青山供电公司、武警青山支队、市供电公司）", []string{"1 通好电。 青山市能源局 J 国网青山供电公司 J 武警青山支队 J 青山市供电公司 J"}},
	{"fields and labels in one line", "1.修好操场。新建看台。牵头负责领导：张三。牵头责任单位：市体育局。协同责任单位：市教育局、市直有关部门。",
		[]string{"1 新建看台。 青山市体育局 L 青山市教育局 S"}},
	{"labels parted by white space", "1.清好河道。岸边种树，责任领导：李四  牵头单位：市水利局  配合单位：环卫所、各村（社区）", []string{"1 岸边种树， 青山市水利局 L 青山市环卫所 S 各村（社区） S"}},
	{"field before the label in a bracket", "1.清好河道。（责任领导：李四；责任单位：市水利局、各村）", []string{"1 清好河道。 青山市水利局 J 各村 J"}},
	{"field between labels in a bracket", "1.清好河道。（牵头单位：市水利局；责任人：李四；配合单位：市林业局）", []string{"1 清好河道。 青山市水利局 L 青山市林业局 S"}},
	{"bodies of a school", "1.上好课。\n牵头单位：教务处\n责任单位：各学院、图书馆", []string{"1 上好课。 青山市教务处 L 各学院 S 青山市图书馆 S"}},
	{"label over a description of duties", "1.上好课。\n责任单位：按要求做好课程安排。", nil},
	{"names parted by white space", "1.查清底数。\n责任单位：市公安局 市民政局　市文广旅局", []string{"1 查清底数。 青山市公安局 J 青山市民政局 J 青山市文广旅局 J"}},
	{"label of a level", "1.查清底数。（市级牵头单位：市统计局；县级责任单位：各县（区）统计局）", []string{"1 查清底数。 青山市统计局 L 各县（区）统计局 S"}},
	{"corps", "1.种好棉花。（市农业局牵头，新疆生产建设兵团农业农村局配合）", []string{"1 种好棉花。 青山市农业局 L 新疆生产建设兵团农业农村局 S"}},
	{"由 and 会同 in a sentence that says no more", "1.关于“管好水库”的问题，由市水利局会同市财政局等部门研究提出落实意见。", []string{"1 究提出落实意见。 青山市水利局 L 青山市财政局 S"}},
	{"由 and several", "1.关于“修好路”的问题，由市交通局、市财政局分别负责落实。", []string{"1 局分别负责落实。 青山市交通局 J 青山市财政局 J"}},
	{"由 and 会同 with what they do", "1.为了管好水库，由市水利局会同市财政局清理堤坝。", nil},
	{"the sentence and its bracket", "1.为修好路，由市交通局会同市财政局研究提出具体办法。（市交通局、市财政局负责）", []string{"1 究提出具体办法。 青山市交通局 J 青山市财政局 J"}},
	{"dates inside a group", "1.修好路。（市交通局牵头，2022年6月底前完成；市财政局配合，持续推进）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S @持续推进"}},
	{"division before a list", "1.修好路。（责任分工：市交通局牵头，市财政局配合）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S"}},
	{"own names", "1.办好学。（市教育局、江北师范大学、园林办事处、青江机床有限公司、有关单位）",
		[]string{"1 办好学。 青山市教育局 J 江北师范大学 J 园林办事处 J 青江机床有限公司 J"}},
	{"excerpt that begins far from 1", "204.修路。（市交通局）\n205.造林。（市林业局）\n206.清河。（市水利局）",
		[]string{"204 修路。 青山市交通局 J", "205 造林。 青山市林业局 J", "206 清河。 青山市水利局 J"}},
	{"a mark for the lead", "1.修好路。（★市交通局、市财政局，带★的为牵头单位）\n2.造好林。（市水利局、★市林业局）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S", "2 造好林。 青山市水利局 S 青山市林业局 L"}},
	{"a mark without a rule", "1.修好路。（★市交通局、市财政局）", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"labels with 为", "1.修好路。（牵头单位为市交通局，责任单位为市财政局等相关职能部门）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S"}},
	{"a bracket that is never closed", "1.修好路。（责任单位：市交通局、市财政局", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"a bracket that is never opened", "1.修好路。责任单位：市交通局、市财政局）", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"words before the list", "1.修好路。（以上任务均由市交通局牵头，市财政局等部门和单位按职责分工负责）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S"}},
	{"clauses of two kinds", "1.修好路。（市财政局、市公安局参与；由市交通局会同市水利局推进）", []string{"1 修好路。 青山市财政局 S 青山市公安局 S 青山市交通局 L 青山市水利局 S"}},
	{"party and government", "1.修好路。（市交通局牵头，各县（市、区）党委、政府负责落实）", []string{"1 修好路。 青山市交通局 L 各县（市、区）党委、政府 S"}},
	{"a squad with its level", "1.防好火。（市消防救援支队牵头，市广播电视台、各电信运营商配合）", []string{"1 防好火。 青山市消防救援支队 L 青山市广播电视台 S 各电信运营商 S"}},
	{"为主", "1.查好账。（市财政局为主，市审计局协助）", []string{"1 查好账。 青山市财政局 L 青山市审计局 S"}},
	{"names parted by /", "1.查好账。（牵头单位：市财政局/配合单位：市审计局／市统计局/完成时限：12月）", []string{"1 查好账。 青山市财政局 L 青山市审计局 S 青山市统计局 S @12月"}},
	{"labels in sentences", "1.查好账。（牵头部门：市财政局。责任部门：市审计局。）", []string{"1 查好账。 青山市财政局 L 青山市审计局 S"}},
	{"a verb, then a label", "1.查好账。（市财政局牵头，配合部门：市审计局）", []string{"1 查好账。 青山市财政局 L 青山市审计局 S"}},
	{"how many there are", "1.查好账。（市财政局、市审计局等18个部门按职责分工负责）", []string{"1 查好账。 青山市财政局 J 青山市审计局 J"}},
	{"body called after its task", "1.查好账。（市推进好账工作领导小组办公室、市审计局）", []string{"1 查好账。 青山市推进好账工作领导小组办公室 J 青山市审计局 J"}},
	{"names that hold what none does", "1.查好账。（市“好账”办公室、市审计局）\n2.修好路。责任单位：市交通局、市“好路”办公室、青山夜话", []string{"1 查好账。 青山市审计局 J", "2 修好路。 青山市交通局 J"}},
	{"a post is no body", "1.查好账。（市政府分管领导，市审计局）", []string{"1 查好账。 青山市审计局 J"}},
	{"offices of one committee", "1.查好账。（市委组织部、宣传部，市审计局）", []string{"1 查好账。 青山市委组织部 J 青山市委宣传部 J 青山市审计局 J"}},
	{"one collective of cities and counties", "1.查好账。（市审计局，各设区市、县（市、区）人民政府）", []string{"1 查好账。 青山市审计局 J 各设区市、县（市、区）人民政府 J"}},
	{"vague bodies with a verb", "1.查好账。（市审计局负责，市级有关部门加强指导）", []string{"1 查好账。 青山市审计局 J"}},
	{"who explains the paper", "1.查好账。（由市审计局负责解释）", nil},
	{"what a body has", "1.查好账。（市审计局网站）", nil},
	{"what a body was", "1.查好账。（原市审计局）", nil},
	{"group behind a title on its own line", "1.提升城市功能（市住建局牵头，市财政局配合）\n修好六十个小区的水管。", []string{"1 提升城市功能 青山市住建局 L 青山市财政局 S"}},
	{"group behind a run-in title", "1.提升城市功能（市住建局、市财政局）。修好六十个小区的水管，换好电线。\n2.种树（市林业局）。每年种好一千亩。",
		[]string{"1 提升城市功能 青山市住建局 J 青山市财政局 J", "2 种树 青山市林业局 J"}},
	{"labels in brackets", "1.修好水管。【牵头单位】市住建局【配合单位】市财政局、市审计局", []string{"1 修好水管。 青山市住建局 L 青山市财政局 S 青山市审计局 S"}},
	{"names on the line below their label", "1.修好水管。\n牵头单位：\n市住建局\n配合单位：\n市财政局、市审计局", []string{"1 修好水管。 青山市住建局 L 青山市财政局 S 青山市审计局 S"}},
	{"one body beside labels of a lead", "1.修好水管。（牵头单位：市住建局；责任单位：市财政局）\n2.换好电线。（责任单位：市能源局）",
		[]string{"1 修好水管。 青山市住建局 L 青山市财政局 S", "2 换好电线。 青山市能源局 O"}},
	{"one body behind 责任单位 without such labels", "1.修好水管。（责任单位：市住建局）", []string{"1 修好水管。 青山市住建局 J"}},
	{"groups of 一是 and 二是", "1.一是修好水管（市住建局、市财政局）；二是换好电线。（市能源局、市财政局）",
		[]string{"1 一是修好水管 青山市住建局 J 青山市财政局 J", "1 二是换好电线。 青山市能源局 J 青山市财政局 J"}},
	{"date in a bracket of its own", "1.修好水管。（责任单位：市住建局、市财政局）（完成时限：6月底）", []string{"1 修好水管。 青山市住建局 J 青山市财政局 J"}},
	{"governments of several levels", "1.查好账。（市审计局，市、县人民政府，县级以上人民政府，县（市、区）政府）", []string{"1 查好账。 青山市审计局 J 市、县人民政府 J 县级以上人民政府 J 县（市、区）政府 J"}},
	{"vague bodies and a collective", "1.查好账。（市审计局，市直有关部门和各县区政府）", []string{"1 查好账。 青山市审计局 J 各县区政府 J"}},
	{"bodies by their fields", "1.查好账。（市财政、民政等部门按职责分工负责）", []string{"1 查好账。 青山市财政 J 青山市民政 J"}},
	{"fields of one level in a sentence", "1.查好账。由市审计局牵头，会同同级财政、民政部门制定办法，查清旧账。", []string{"1 办法，查清旧账。 青山市审计局 L 同级财政 S 青山市民政部门 S"}},
	{"open end with a kind of bodies", "1.查好账。（市审计局、青江热力集团等供热企业负责，市高等学校配合）", []string{"1 查好账。 青山市审计局 J 青江热力集团 J 青山市高等学校 S"}},
	{"brackets behind names of a labelled list", "1.抓好协作。牵头单位：市发改委（市援边办）；配合单位：浙江省援边指挥部、市财政局（市国资委）、团市委",
		[]string{"1 抓好协作。 青山市发改委（市援边办） L 浙江省援边指挥部 S 青山市财政局（市国资委） S 团青山市委 S"}},
	{"the lead named again", "1.抓好调解。责任单位：市司法局、市信访局（牵头单位：市司法局）", []string{"1 抓好调解。 青山市司法局 L 青山市信访局 S"}},
	{"a list broken over lines", "1.抓好调解。\n责任单位：市司法局、市信访局、\n市民政局、各镇", []string{"1 抓好调解。 青山市司法局 J 青山市信访局 J 青山市民政局 J 各镇 J"}},
	{"what holds for later groups", "1.抓好调解。（市司法局、各县区（含管委会，下同），村（社区），北山能源化工基地管委会（以下均需各县（区）落实，不再列出））",
		[]string{"1 抓好调解。 青山市司法局 J 各县区 J 村（社区） J 北山能源化工基地管委会 J"}},
	{"a whole collective and a body", "1.抓好调解。（市司法局，各乡镇（街道）、开发区管委会）", []string{"1 抓好调解。 青山市司法局 J 各乡镇（街道） J 青山市开发区管委会 J"}},
	{"a collective of two levels", "1.抓好调解。（市司法局，各县（区）、乡镇人民政府）", []string{"1 抓好调解。 青山市司法局 J 各县（区）、乡镇人民政府 J"}},
	{"divisions behind several labels", "1.抓好调解。（牵头单位：市司法局调解科；责任单位：宣传科、督导室）", []string{"1 抓好调解。 青山市司法局调解科 L 青山市司法局宣传科 S 青山市司法局督导室 S"}},
	{"divisions of ministries", "1.抓好调解。（财政部经济建设司会同人力资源社会保障部调解仲裁司、信息中心负责）", []string{"1 抓好调解。 财政部经济建设司 L 人力资源社会保障部调解仲裁司 S 人力资源社会保障部信息中心 S"}},
	{"a division told behind its house", "1.抓好调解。每月报国家能源局（规划司）。", nil},
	{"a department of a ministry", "1.抓好调解。（省级交通主管部门负责，部运输服务司指导）", []string{"1 抓好调解。 省级交通主管部门 J 部运输服务司 J"}},
	{"departments of one ministry", "1.管好水。（部运行管理司牵头，监督司配合）\n2.建好库。（责任单位：部水利工程建设司、财务司，市城投公司）", []string{"1 管好水。 部运行管理司 L 部监督司 S", "2 建好库。 部水利工程建设司 J 部财务司 J 青山市城投公司 J"}},
	{"kinds of bodies without whose", "1.抓好调解（党委、政府、人大、政协），建好站点（党支部、工会、共青团）。（行业主管部门）", nil},
	{"labels with one that supervises", "1.修好水管。（牵头单位：市住建局；配合单位：市财政局；督办单位：市政府督查室）", []string{"1 修好水管。 青山市住建局 L 青山市财政局 S 青山市政府督查室 V"}},
	{"supervision leaves the others as they are", "1.修好水管。（责任单位：市住建局；督办单位：市政府督查室）\n2.换好电线。（责任单位：市能源局、市财政局；考核单位：市审计局）",
		[]string{"1 修好水管。 青山市住建局 J 青山市政府督查室 V", "2 换好电线。 青山市能源局 J 青山市财政局 J 青山市审计局 V"}},
	{"the label of supervision first", "1.修好水管。（督办单位：市政府督查室；责任单位：市住建局）", []string{"1 修好水管。 青山市政府督查室 V 青山市住建局 J"}},
	{"supervision alone", "1.修好水管。（督导单位：市政府督查室）", []string{"1 修好水管。 青山市政府督查室 V"}},
	{"牵头考核单位", "1.修好水管。（6月底完成，牵头考核单位：市城管局、市财政局）", []string{"1 修好水管。 青山市城管局 L 青山市财政局 L"}},
	{"督办 as a verb", "1.修好水管。（市住建局牵头，市财政局配合，市委督查室、市政府督查室督办）", []string{"1 修好水管。 青山市住建局 L 青山市财政局 S 青山市委督查室 V 青山市政府督查室 V"}},
	{"监督考核 as a verb", "1.修好水管。（市住建局负责，市政府督查室监督考核）", []string{"1 修好水管。 青山市住建局 J 青山市政府督查室 V"}},
	{"one beside one that supervises, where the first place leads", "1.修好水管。（市住建局、市财政局。列第一位者为牵头单位）\n2.换好电线。（市能源局，市政府督查室负责督办）\n3.种好树。（督办单位：市政府督查室；责任单位：市林业局、市财政局）",
		[]string{"1 修好水管。 青山市住建局 L 青山市财政局 S", "2 换好电线。 青山市能源局 O 青山市政府督查室 V", "3 种好树。 青山市政府督查室 V 青山市林业局 L 青山市财政局 S"}},
	{"由 and 督办", "1.修好水管，由市政府督查室督办。", []string{"1 政府督查室督办。 青山市政府督查室 V"}},
	{"由, 牵头 and 督办", "1.关于“修好水管”的问题，由市住建局牵头，市政府督查室督办。", []string{"1 政府督查室督办。 青山市住建局 L 青山市政府督查室 V"}},
	{"督办 in brackets behind a name", "1.修好水管。（市住建局、市政府督查室（督办））", []string{"1 修好水管。 青山市住建局 J 青山市政府督查室 V"}},
	{"监督 within a name", "1.修好水管。（市质量技术监督局、市食品药品监督管理局）", []string{"1 修好水管。 青山市质量技术监督局 J 青山市食品药品监督管理局 J"}},
	{"牵头 behind a name before 督办", "1.修好路。（市财政局（牵头）、市政府督查室督办）", []string{"1 修好路。 青山市财政局 L 青山市政府督查室 V"}},
	{"及时 joins nothing", "1.修好路。（市财政局、市商务局及时兑现）", nil},
	{"an office behind another body", "1.查好账。（市审计局、政府办公室）", []string{"1 查好账。 青山市审计局 J 青山市政府办公室 J"}},
	{"a comma behind a committee", "1.查好账。（市审计局、各县党委，政府办公室）", []string{"1 查好账。 青山市审计局 J 各县党委 J 青山市政府办公室 J"}},
	{"a remark", "1.种好地（小麦、玉米），养好牛。", nil},
	{"a sentence behind the names", "1.修好路。（市交通局、市财政局。排名不分先后，共同推进此项工作）", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"an order among bodies", "1.修好路。（市交通局、市财政局、加强农村道路养护）", nil},
	{"a long item among bodies", "1.修好路。（市交通局、市财政局、青山好人好事好景好路好桥好渠好田好林）", nil},
	{"one body and one name", "1.修好路。（市交通局、青山夜话）", nil},
	{"more names than bodies", "1.修好路。（市交通局、市财政局、青山夜话、东山夜话、西山夜话）", nil},
	{"before a full stop", "1.修好路（市交通局、市财政局）。", []string{"1 修好路 青山市交通局 J 青山市财政局 J"}},
	{"before a semicolon", "1.修好路（市交通局、市财政局）；种好树。", []string{"1 修好路 青山市交通局 J 青山市财政局 J"}},
	{"before a comma", "1.修好路（市交通局、市财政局），种好树。", nil},
	{"behind a comma", "1.修好路，（市交通局、市财政局）再种好树。", []string{"1 修好路， 青山市交通局 J 青山市财政局 J"}},
	{"words make a group anywhere", "1.修好路（市交通局负责）再种好树。", []string{"1 修好路 青山市交通局 J"}},
	{"a date at the end of a group", "1.修好路。（市交通局牵头，3月底前完成勘测）", []string{"1 修好路。 青山市交通局 L @3月底前完成勘测"}},
	{"a field with a date", "1.修好路。（责任单位：市交通局；完成时限：2022年6月）", []string{"1 修好路。 青山市交通局 J @2022年6月"}},
	{"a field of time without a label", "1.修好路。（市交通局；完成时限：2022年6月）", []string{"1 修好路。 青山市交通局 J"}},
	{"a line with a date", "1.修好路。\n责任单位：市交通局\n完成时限：2022年6月", []string{"1 修好路。 青山市交通局 J @2022年6月"}},
	{"a line with a date before any group", "1.修好路。\n完成时限：2022年6月\n责任单位：市交通局", []string{"1 修好路。 青山市交通局 J"}},
	{"a line that goes on behind its date", "1.修好路。\n责任单位：市交通局\n完成时限：2022年6月。桥可以晚一年。", []string{"1 修好路。 青山市交通局 J"}},
	{"a joint label, then another paragraph", "1.修好路。\n责任单位：市交通局\n种好树。\n责任单位：市林业局", []string{"1 修好路。 青山市交通局 J", "1 种好树。 青山市林业局 J"}},
	{"two labels in one line", "1.修好路。牵头单位：市交通局；配合单位：市财政局。", []string{"1 修好路。 青山市交通局 L 青山市财政局 S"}},
	{"a sentence with who leads and a label", "1.由市交通局牵头修好路。责任单位：市财政局", []string{"1 通局牵头修好路。 青山市交通局 L", "1 通局牵头修好路。 青山市财政局 J"}},
	{"a sentence among others", "1.先种好树！由市交通局牵头，市财政局等部门配合，修好路。再养好桥。", []string{"1 门配合，修好路。 青山市交通局 L 青山市财政局 S"}},
	{"a sentence behind a semicolon", "1.种好树；由市交通局牵头修好路！再养好桥。", []string{"1 通局牵头修好路！ 青山市交通局 L"}},
	{"a field leads in a sentence", "1.由体育牵头会同教育部门开展比赛。", []string{"1 育部门开展比赛。 青山市体育 L 青山市教育部门 S"}},
	{"who leads with a clause in place of bodies", "1.由市交通局牵头，会同相关人员开展巡查。", []string{"1 关人员开展巡查。 青山市交通局 L"}},
	{"who leads with what a firm does", "1.由市交通局牵头，会同沿线农户开展巡查。", []string{"1 线农户开展巡查。 青山市交通局 L"}},
	{"a sentence that both leads and answers", "1.关于修路的建议，由市交通局牵头，市财政局负责落实。", []string{"1 财政局负责落实。 青山市交通局 L"}},
	{"an office and a person before a label", "1.修好路。分管领导：张三。责任人：李四。责任单位：市交通局", []string{"1 修好路。 青山市交通局 J"}},
	{"brackets of two widths", "1.修好路。(市交通局、市财政局）\n2.种好树。（市林业局、市财政局)\n3.清好河。(市水利局、市财政局)",
		[]string{"1 修好路。 青山市交通局 J 青山市财政局 J", "2 种好树。 青山市林业局 J 青山市财政局 J", "3 清好河。 青山市水利局 J 青山市财政局 J"}},
	{"a bracket of another kind that is never opened", "1.修好路。【市交通局）、市财政局】", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"the same with a narrow one", "1.修好路。【市交通局)、市财政局】", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"a name among those who support", "1.修好路。（市交通局牵头，市财政局、青山热力配合）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S 青山热力 S"}},
	{"a long body and a name", "1.修好路。（市推进政务服务和公共资源交易工作领导小组办公室、市财政局、青山热力）", []string{"1 修好路。 青山市推进政务服务和公共资源交易工作领导小组办公室 J 青山市财政局 J 青山热力 J"}},
	{"a label behind other words", "1.修好路。（详见青禾手册，责任单位：青禾书院）", nil},
	{"kinds of bodies with what they do", "1.修好路。（行业主管部门负责）", []string{"1 修好路。 行业主管部门 J"}},
	{"the issuer and who leads", "1.每月汇总上报我局（市财政局牵头）。", []string{"1 每月汇总上报我局 青山市财政局 L"}},
	{"a body under two labels", "1.修好路。（牵头单位：市交通局；配合单位：市交通局、市财政局）", []string{"1 修好路。 青山市交通局 L 青山市交通局 S 青山市财政局 S"}},
	{"a body under two plain labels", "1.修好路。（责任单位：市交通局；实施单位：市交通局）", []string{"1 修好路。 青山市交通局 J 青山市交通局 J"}},
	{"a label of support with 牵头", "1.修好路。（配合单位：市交通局牵头，市财政局）", []string{"1 修好路。 青山市交通局 S 青山市财政局 S"}},
	{"a bare label at the end", "1.修好路。\n责任单位：", nil},
	{"a label, then a bracket", "1.修好路。\n责任单位：市交通局\n（市财政局牵头）", []string{"1 修好路。 青山市交通局 J", "1  青山市财政局 L"}},
	{"a bracket, then a label", "1.修好路。\n（市财政局牵头）\n责任单位：市交通局", []string{"1 修好路。 青山市财政局 L", "1  青山市交通局 J"}},
	{"two groups behind a title", "1.修好农村公路\n责任单位：市交通局\n（市财政局牵头）", []string{"1 修好农村公路 青山市交通局 J", "1  青山市财政局 L"}},
	{"a group before any text", "1.（市交通局牵头）修好路。", []string{"1  青山市交通局 L"}},
	{"a label over a body and names", "1.修好路。责任单位：市交通局、青山热力、东山热力、西山热力", []string{"1 修好路。 青山市交通局 J 青山热力 J 东山热力 J 西山热力 J"}},
	{"a label over bodies and an order", "1.修好路。责任单位：青山中心、东山中心、西山中心、加强城乡用水", nil},
	{"a bracket behind the sentence of a label", "1.修好路。责任单位：市交通局。种好树。（市林业局、市财政局）", []string{"1 修好路。 青山市交通局 J", "1 种好树。 青山市林业局 J 青山市财政局 J"}},
	{"labels with 是", "1.修好路。（牵头单位是市交通局，责任单位是市财政局）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S"}},
	{"会同 behind no body", "1.修好路。（有关单位会同市财政局负责）", []string{"1 修好路。 青山市财政局 J"}},
	{"collectives with brackets of other kinds", "1.修好路。（市交通局，各市、县〔区〕人民政府，有关县、区〔含园区〕政府、各县【市、区】政府）",
		[]string{"1 修好路。 青山市交通局 J 各市、县〔区〕人民政府 J 有关县、区〔含园区〕政府 J 各县【市、区】政府 J"}},
	{"a collective, then a body", "1.修好路。（各区、东山交通集团，各县、市财政局，各镇、街道）", []string{"1 修好路。 各区 J 东山交通集团 J 各县 J 青山市财政局 J 各镇、街道 J"}},
	{"a bracket that is never closed hides none", "1.先修好长路（一期。（市交通局、市财政局）", []string{"1 （一期。 青山市交通局 J 青山市财政局 J"}},
	{"clauses that lead and support", "1.修好路，种好树。（市交通局牵头，市财政局配合；市林业局牵头，市水利局配合）", []string{"1 修好路，种好树。 青山市交通局 L 青山市财政局 S 青山市林业局 L 青山市水利局 S"}},
	{"clauses that lead and support, with commas", "1.修好路，种好树。（市交通局牵头，市财政局配合，市林业局总牵头）", []string{"1 修好路，种好树。 青山市交通局 L 青山市财政局 S 青山市林业局 L"}},
	{"总牵头", "1.修好路。（市交通局总牵头，市财政局配合）\n2.种好树。（市财政局、市林业局（总牵头））", []string{"1 修好路。 青山市交通局 L 青山市财政局 S", "2 种好树。 青山市财政局 S 青山市林业局 L"}},
	{"names that end in 牵头单位", "1.修好路。（市产业专班牵头单位牵头，市产业专班成员单位配合）", []string{"1 修好路。 青山市产业专班牵头单位 L 青山市产业专班成员单位 S"}},
	{"who supports behind a comma", "1.修好路。（市交通局、市财政局，各区政府配合落实）", []string{"1 修好路。 青山市交通局 J 青山市财政局 J 各区政府 S"}},
	{"fields that name no bodies", "1.放宽准入。（负责部门：市商务局；适用范围：东山自贸片区）\n2.放宽准入。（市商务局、市财政局，适用范围：所有园区）\n3.放宽准入。（责任单位：市商务局；责任处室：外贸处；责任单位联系人：张三、李四；联系电话：12345678）",
		[]string{"1 放宽准入。 青山市商务局 J", "2 放宽准入。 青山市商务局 J 青山市财政局 J", "3 放宽准入。 青山市商务局 J"}},
	{"divisions under a label of their own", "1.放宽准入。（责任处室：外贸处、外资处）", []string{"1 放宽准入。 青山市外贸处 J 青山市外资处 J"}},
	{"a sentence behind a label, then a label", "1.修好路。\n责任单位：由市交通局牵头，市住建局参与；配合单位：市财政局", []string{"1 修好路。 青山市交通局 L 青山市住建局 S 青山市财政局 S"}},
	{"who leads at the head of a sentence", "1.市交通局牵头，市财政局、市公安局配合，修好农村公路。市交通局牵头修好桥梁。", []string{"1 ，修好农村公路。 青山市交通局 L 青山市财政局 S 青山市公安局 S"}},
	{"who leads at the head, with vague bodies and 会同", "1.先种树。市交通局牵头，有关部门配合，修好路。市林业局牵头，会同市水利局共同种树。", []string{"1 门配合，修好路。 青山市交通局 L", "1 水利局共同种树。 青山市林业局 L 青山市水利局 S"}},
	{"clauses of a sentence with who leads", "1.修路由市交通局牵头，市财政局等部门协助，市直机关工委参加，务必完成。", []string{"1 参加，务必完成。 青山市交通局 L 青山市财政局 S 青山市直机关工委 S"}},
	{"会同 behind a comma, fields", "1.由市发展改革、工业和信息化部门牵头，会同商务、交通运输等相关部门，修好路。", []string{"1 关部门，修好路。 青山市发展改革 L 青山市工业和信息化部门 L 青山市商务 S 青山市交通运输 S"}},
	{"a mechanism that stands", "1.市交通局牵头、市财政局参与的专班不变。", nil},
	{"honours", "1.张大山（市教育局）\n2.李 河（市公安局）\n3.王小田（东山镇人民政府）", nil},
	{"fields that look like persons", "1.金融（市金融办）\n2.房产（市住建局）", []string{"1 金融 青山市金融办 J", "2 房产 青山市住建局 J"}},
	{"what might be one person", "1.方便办（市政务局）", []string{"1 方便办 青山市政务局 J"}},
	{"short forms spelled out", "1.及时报“两委一局”（市发改委、市卫健委、市财政局），再报三部门（市教育局、市民政局、市司法局）。", nil},
	{"short forms inside a bracket", "1.定好规则。（三委两局：市发改委、市财政局）", nil},
	{"kinds spelled out", "1.及时报送有关单位（市教育局、市民政局）。", nil},
	{"a bracket broken over lines", "1.修好路。（责任单位：市交通局、\n市财政局，各县（市、区）\n人民政府）\n2.种好树。（市林业局、\n市财政局）\n3.修好桥（东桥、\n西桥）。", []string{"1 修好路。 青山市交通局 J 青山市财政局 J 各县（市、区）人民政府 J", "2 种好树。 青山市林业局 J 青山市财政局 J"}},
	{"party committees and governments", "1.修好路。（市交通局，各县（市、区）委、政府，市直各部门、市属各医院）", []string{"1 修好路。 青山市交通局 J 各县（市、区）委、政府 J 市直各部门 J 市属各医院 J"}},
	{"associations", "1.办好事。（市民政局、市行业协会商会、舟桥市）", []string{"1 办好事。 青山市民政局 J 青山市行业协会商会 J 舟桥市 J"}},
	{"groups in the headings of parts", "1.修好路。\n二、办好学（市教育局牵头，市财政局配合）\n1.建校舍。\n2.招教师。（市人社局）\n三、种好树\n（牵头单位：市林业局）\n1.造林。\n四、治好水\n各处都要治好水。（市水利局牵头）\n1.清河。",
		[]string{"二  青山市教育局 L 青山市财政局 S", "二/2 招教师。 青山市人社局 O", "三  青山市林业局 L"}},
	{"divisions of a house", "1.修好路。（市住建局建管科、预算科，市局工程处、规划处，市财政局）", []string{"1 修好路。 青山市住建局建管科 J 青山市住建局预算科 J 市局工程处 J 市局规划处 J 青山市财政局 J"}},
	{"督查 and adverbs", "1.修好路。（市交通局牵头组织实施，市财政局密切配合，市政府督查室督查）\n2.修桥由市住建局牵头组织实施，市交通局、市财政局密切配合。", []string{"1 修好路。 青山市交通局 L 青山市财政局 S 青山市政府督查室 V", "2 财政局密切配合。 青山市住建局 L 青山市交通局 S 青山市财政局 S"}},
	{"places behind 及", "1.办好养老。（市民政局等部门，各乡镇（街道）及村（社区））", []string{"1 办好养老。 青山市民政局 J 各乡镇（街道） J 村（社区） J"}},
	{"provinces and the corps", "1.办好养老。（市民政局牵头，各省、自治区、直辖市人民政府和新疆生产建设兵团配合）", []string{"1 办好养老。 青山市民政局 L 各省、自治区、直辖市人民政府 S 新疆生产建设兵团 S"}},
	{"zones with brackets in their names, collectives of a level", "1.修好路。（市交通局，中远（东江）国际合作示范区管委会，东江库区管理局，各街道（镇）、区级各部门、各镇街）", []string{"1 修好路。 青山市交通局 J 中远（东江）国际合作示范区管委会 J 东江库区管理局 J 各街道（镇） J 区级各部门 J 各镇街 J"}},
	{"labels parted by wide blanks, with a date", "1.修好路。牵头部门：市交通局　责任部门：市住建局、市财政局　完成时限：2025年底", []string{"1 修好路。 青山市交通局 L 青山市住建局 S 青山市财政局 S"}},
	{"a label in bold", "1.修好路。**责任单位：**市交通局、市财政局", []string{"1 修好路。 青山市交通局 J 青山市财政局 J"}},
	{"分工 as a label", "1.修好路。\n责任分工：市交通局牵头，市财政局配合。", []string{"1 修好路。 青山市交通局 L 青山市财政局 S"}},
	{"负总责", "1.修好路。（市交通局负总责，市财政局配合，各区政府具体实施）", []string{"1 修好路。 青山市交通局 J 青山市财政局 S 各区政府 J"}},
	{"who supports behind a label", "1.修好路。（责任单位：市交通局，市财政局、市公安局配合）", []string{"1 修好路。 青山市交通局 J 青山市财政局 S 青山市公安局 S"}},
	{"firms by their trade alone", "1.架好线。（市工信局；电信、移动、铁塔公司）", []string{"1 架好线。 青山市工信局 J 电信 J 移动 J 青山市铁塔公司 J"}},
	{"a collective behind 和", "1.修好路。（市交通局、市农业局和各县、乡〔镇〕人民政府）", []string{"1 修好路。 青山市交通局 J 青山市农业局 J 各县、乡〔镇〕人民政府 J"}},
	{"names run together", "1.修好路。责任单位：市交通局市财政局市农业局", []string{"1 修好路。 青山市交通局 J 青山市财政局 J 青山市农业局 J"}},
	{"what stands beside names", "1.修好路。责任单位：①市交通局（牵头抓总）；②市财政局（资金保障）、市农业局张大山，农村公路由市水利局负责", []string{"1 修好路。 青山市交通局 L 青山市财政局 S 青山市农业局 S 青山市水利局 S"}},
	{"levels left open", "1.修好路。（市交通局，各区、县级市，有关镇（街道），各有关县、区，相关单位）", []string{"1 修好路。 青山市交通局 J 各区、县级市 J 有关镇（街道） J 各有关县、区 J"}},
	{"labels broken by white space", "1.修好路。（牵头部\n门：市交通局、市财政局）\n2.种好树。（责任 单位：市林业局；配合单 位：市财政局）", []string{"1 修好路。 青山市交通局 L 青山市财政局 L", "2 种好树。 青山市林业局 J 青山市财政局 S"}},
	{"labels with a blank for a colon", "1.修好路。牵头单位　市交通局　　责任单位　各县政府、市财政局", []string{"1 修好路。 青山市交通局 L 各县政府 S 青山市财政局 S"}},
	{"labels without a colon", "1.修好路。（牵头单位市交通局，责任单位市财政局、各县政府）\n2.种好树。（牵头单位——市林业局；配合单位——市财政局）", []string{"1 修好路。 青山市交通局 L 青山市财政局 S 各县政府 S", "2 种好树。 青山市林业局 L 青山市财政局 S"}},
	{"labels behind a comma, lists that end", "1.办好实事。一是修好路，责任单位：市交通局；二是种好树，责任单位：市林业局、市财政局；三是再想想。", []string{"1 一是修好路， 青山市交通局 J", "1 二是种好树， 青山市林业局 J 青山市财政局 J"}},
	{"labels behind bullets", "1.修好路。\n●责任单位：市交通局、三山国家公园管理局\n●完成时限：2024年12月", []string{"1 修好路。 青山市交通局 J 三山国家公园管理局 J"}},
	{"等 inside what is no name", "1.修好路。责任单位：市交通局，东江、西江等州（市）人民政府", []string{"1 修好路。 青山市交通局 J"}},
	{"who is charged beside the lead", "1.修路由市交通局牵头，各县政府具体负责，年底完成。", []string{"1 负责，年底完成。 青山市交通局 L 各县政府 S"}},
	{"how to reach them, persons in brackets", "1.修好路。责任单位：市交通局（联系人：张大山，电话：12345）、市财政局（李小河）、市住建局（安监站）", []string{"1 修好路。 青山市交通局 J 青山市财政局 J 青山市住建局（安监站） J"}},
	{"departments of several levels", "1.修好路。（市、县交通局，市、县（区）教育局、市财政局）", []string{"1 修好路。 市、县交通局 J 市、县（区）教育局 J 青山市财政局 J"}},
	{"a joiner behind a comma", "1.修好路。（市交通局和市财政局等部门，以及各县政府，和市林业局）", []string{"1 修好路。 青山市交通局 J 青山市财政局 J 各县政府 J 青山市林业局 J"}},
	{"members of a committee", "1.修好路。责任单位：安委会各成员单位、市安委会各成员单位", []string{"1 修好路。 安委会各成员单位 J 青山市安委会各成员单位 J"}},
	{"nothing but a group under a title", "1.修好农村公路\n责任单位：市交通局", []string{"1 修好农村公路 青山市交通局 J"}},
}

func TestGroups(t *testing.T) {
	for _, tt := range groupTests {
		f, _ := facttest.Read(t, source.NewFile("x", "青山市重点工作分工方案\n一、重点任务\n"+tt.text+"\n"))
		var got []string
		for _, a := range f.Assignments {
			got = append(got, groupLine(f, a))
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func groupLine(f *policy.Facts, a *policy.Assignment) string {
	covers := []rune(f.Document.File.Squeezed(a.Covers))
	if len(covers) > 8 {
		covers = covers[len(covers)-8:]
	}
	line := strings.TrimPrefix(a.Measure, "一/") + " " + string(covers) + " " + bodies(a.Agencies)
	if a.Deadline != "" {
		line += " @" + a.Deadline
	}
	return line
}

// TestSupervisorBasis holds that the label of those who only look on is no basis for the others' roles.
func TestSupervisorBasis(t *testing.T) {
	f, _ := facttest.Read(t, source.NewFile("x", "青山市重点工作分工方案\n一、重点任务\n1.修好水管。（督办单位：市政府督查室；责任单位：市住建局）\n2.种好树。（市林业局、市政府督查室督办）\n3.修好路。（市政府督查室督办）\n"))
	var got []string
	for _, a := range f.Assignments {
		got = append(got, a.Basis.Rule+" "+a.Basis.Quote)
	}
	if want := "label 责任单位：|supervise-word |supervise-word "; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}
