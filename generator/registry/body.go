package registry

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	// strong are endings that only bodies have.
	strong = regexp.MustCompile(`(?:厅|局|委|部|署|办|政府|公署|海关|法院|检察院|委员会|管委会|支行|分行|总行|总局|总署|总社|银监会|证监会|保监会|指挥部|领导小组|联席会议|小组办公室|议办公室|会办公室|政府办公室|委办公室|督查室|研究室|参事室|专班|工作组|编办|科协|工会|团委|妇联|残联|工商联|贸促会|文联|社科联|供销社|人民银行|中国人民银行|人大|政协|中支|党工委|党委|监委机关|共青团中央|主管部门|[^公上官]司)$`)
	// weak are endings that other things have as well.
	weak = regexp.MustCompile(`(?:行|院|会|中心|办公室|公司|集团|处|队|站|所|台|校|银行|大学|联盟|机构|机关|企业|单位|地区|各市|各县|各区|社|馆|园|联|协|机场|实验室|研究院|经开区|综保区|保税区|示范区|试验区|集聚区|集中区|度假区|风景区|管理区|合作区|军区|警备区|军分区|部门|新区|开发区|高新区|园区|街道|铁塔|联通|移动|电信|人行)$`)
	// collective are kinds of bodies that a paper makes responsible as a whole: 各地区, 各省级人民政府.
	collective = regexp.MustCompile(`^各(?:\p{Han}|、)*(?:党委|党工委)(?:、|和)(?:人民政府|政府|管委会)$|^各(?:地区|地|部门|单位|级|有关部门和单位|成员单位|(?:\p{Han}|、){0,12}(?:政府|公署|管委会|党委|党工委|企业|运营商|银行|公司|学校|中小学|高校|院校|医院|卫生院|协会|工作队|机构|单位|部门|园区|街道办|办事处))$`)
	// places are the parts of a region as a whole: 各乡镇（街道）, 各县（市、区）, 各盟市.
	places = regexp.MustCompile(`^各省、自治区、直辖市(?:(?:和|及|、)新疆生产建设兵团)?$|^各(?:自治州|自治县|开发区|功能区|园区|街道|社区|行政村|村|居|乡|镇|市|县|区|州|旗|盟|街|地|、|[（(](?:市|县|区|旗|州|街道|街|镇|乡|村|社区|园区|开发区|管委会|、)+[）)])+$`)
	// vague are collectives that name nobody: 有关部门, 国务院相关部门, 相关街道, 中央和国家机关有关部门和单位.
	vague = regexp.MustCompile(`^(?:\p{Han}|[（）、]){0,10}?(?:有关|相关)(?:各)?(?:职能|责任|成员|行业|业务|主管|省直|部委){0,2}(?:部门|单位|地区|方面|机构|市县|县区|区县|乡镇|镇街|街道|镇|乡|村|社区|县|区|市|地方|企业|部委)?(?:(?:和|及|、)?(?:有关|相关)?(?:部门|单位|地区|企业|方面))?$|^(?:其他|其它)(?:部门|单位|各部门)?$`)
	// office ends the name of a body that is called after its work: 市公路建设养护中心.
	office = regexp.MustCompile(`(?:中心|集团|公司|总站|总队|支队|大队|中队|执法队|指挥部|办公室|医院|大学|学院|学校|银行|学会|协会|商会|总会|基金会|红十字会|电视台|管理处|图书馆|博物馆|机场|联|协)$`)
	// committee ends the name of one that is called after its task: 市推进政务服务工作领导小组办公室.
	committee = regexp.MustCompile(`(?:领导小组|指挥部|联席会议|专班|工作组|委员会)(?:办公室|办)?$`)
	namedBody = regexp.MustCompile(`厅|局|委(?:$|[^员])|署|法院`)
	// ordinary are words that no name of a body holds.
	ordinary = regexp.MustCompile(`^(?:原|含|不含|抄送|见)|的|负责|解释|另行|网站|建设|推进|推动|加强|加快|完善|支持|鼓励|包括|不含|以下|以上|简称|例如|其中|项目|(?:内|全|局|外|干)部|(?:东|西|中|南|北|一|大)部(?:$|分|地区|各)`)
)

// IsVague reports whether name is a collective that names nobody, such as 国务院相关部门.
func IsVague(name string) bool {
	name = remark.ReplaceAllString(name, "")
	return vague.MatchString(name) && !namedBody.MatchString(name)
}

// remark is a bracket inside a name: 相关镇（街道）.
var remark = regexp.MustCompile(`[（(][^（）()]*[）)]`)

// LooksLikeBody reports whether name may be the name of a body, and sure whether it can
// hardly be anything else: 河南省发展改革委 is sure, 研究中心 is not.
func LooksLikeBody(name string) (body, sure bool) {
	n := len([]rune(name))
	if n < 2 || n > 40 {
		return false, false
	}
	if bare := strings.TrimLeft(name, "省市县区"); Function(bare) != "" || Function(name) != "" || IsField(strings.TrimSuffix(bare, "部门")) && strings.HasSuffix(bare, "部门") {
		return true, true
	}
	if collective.MatchString(name) || places.MatchString(name) {
		return true, true
	}
	if ordinary.MatchString(withoutKnown(name)) {
		return false, false
	}
	if n >= 3 && strong.MatchString(name) || short.MatchString(name) {
		return true, true
	}
	if n >= 4 && office.MatchString(name) && ofLevel.MatchString(name) {
		return true, true
	}
	if n >= 3 && placeName.MatchString(name) && !kindOfDistrict.MatchString(name) {
		return true, false
	}
	return weak.MatchString(name) && n >= 3, n >= 6 && company.MatchString(name)
}

// MayName reports whether nothing in name speaks against its being one: it holds none of the words
// that orders have.
func MayName(name string) bool { return !ordinary.MatchString(withoutKnown(name)) }

// placeName is the name of a county, district or town, which stands for its government in a list of bodies.
var placeName = regexp.MustCompile(`^\p{Han}{1,3}[^社园山地城郊校景灾片牧库辖小社]区$|^\p{Han}{1,3}(?:县|旗)$|^\p{Han}{2,3}[^城都]市$|^\p{Han}{2,4}(?:镇|乡|街道)$`)

// short is the name of a body in two characters that papers let stand alone in lists.
var short = regexp.MustCompile(`^(?:工会|妇联|残联|团委|文联|侨联|法院|党校|人大|政协)$`)

// ofLevel begins with the level that a body is of: 市消防救援支队, not 市场主体 or 市级研究中心.
var ofLevel = regexp.MustCompile(`^(?:省|自治区|市|州|县|区|镇|乡)[^级直属内外域际辖间场政容民长]`)

// company is a national company by its full name: 中国铁路兰州局集团有限公司.
var company = regexp.MustCompile(`^(?:中国|国家|国网|南方电网).*公司$`)

// IsField reports whether word is the field of a body, by which texts call it for short:
// 体育 for 体育局, 住房城乡建设 for 住房城乡建设厅.
func IsField(word string) bool {
	for _, ending := range []string{"局", "厅", "委", "部"} {
		if Function(word+ending) != "" {
			return true
		}
	}
	return false
}

// withoutKnown takes the words out of name that stand in names of bodies although they are
// ordinary: 住房城乡建设厅, 市重点项目事务中心.
func withoutKnown(name string) string {
	if office.MatchString(name) {
		name = strings.NewReplacer("建设", "", "项目", "").Replace(name)
	}
	if committee.MatchString(name) {
		_, first := utf8.DecodeRuneInString(name)
		name = name[:first] + strings.NewReplacer("推进", "", "推动", "", "建设", "", "项目", "", "加强", "").Replace(name[first:])
	}
	return strings.NewReplacer("城乡建设", "", "住房建设", "", "建设厅", "", "建设局", "", "建设委", "", "建设管理", "", "建设部", "", "项目办", "", "安全部", "", "级以上", "", "项目所在地", "", "老干部局", "", "生产建设兵团", "").Replace(name)
}
