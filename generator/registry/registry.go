// Package registry is what is known of agencies apart from any one paper: names of regions, what
// a name of a body looks like, which names stand for one function, and which body followed which.
// The knowledge stands in text files beside this one, each with its sources.
package registry

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode/utf8"
)

//go:embed regions.txt
var regionList string

//go:embed functions.txt
var functionList string

//go:embed lineage.txt
var lineageList string

// National is the region of papers and bodies of the whole country.
const National = "国家"

// A Region is one of the province-level regions.
type Region struct {
	Name  string // 河南省
	Short string // 河南
	Abbr  string // 豫
	Level string // how its papers call it: 省, 自治区, 市
	Seat  string // 郑州
}

// Regions lists the province-level regions in the order of GB/T 2260.
var Regions = readRegions()

func readRegions() []Region {
	var out []Region
	for _, f := range fields(regionList, 5) {
		out = append(out, Region{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// fields returns the tab-separated fields of the lines of a data file that have n of them.
func fields(list string, n int) [][]string {
	var out [][]string
	for _, line := range strings.Split(list, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if f := strings.SplitN(line, "\t", n); len(f) == n {
			out = append(out, f)
		}
	}
	return out
}

var functionOf = readFunctions()

func readFunctions() map[string]string {
	m := map[string]string{}
	for _, f := range fields(functionList, 2) {
		for _, name := range strings.Fields(f[1]) {
			m[name] = f[0]
		}
	}
	return m
}

// Function returns what the body is for that papers call stem, a name without region and level,
// or "" where the registry does not know it: 发展改革委 → 发展改革.
func Function(stem string) string { return functionOf[stem] }

// A Succession says that a body's name was followed by another.
type Succession struct {
	Region   string // full name, or "*" for any province
	Old, New string // names without region
	Year     string
	Source   string // or "unverified…"
}

// Successions lists the known successions in the order of the data file.
var Successions = readSuccessions()

func readSuccessions() []Succession {
	var out []Succession
	for _, f := range fields(lineageList, 5) {
		out = append(out, Succession{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

var (
	// strong are endings that only bodies have.
	strong = regexp.MustCompile(`(?:厅|局|委|部|署|办|政府|公署|海关|法院|检察院|委员会|管委会|支行|分行|总行|总局|总署|总社|银监会|证监会|保监会|指挥部|领导小组|联席会议|小组办公室|议办公室|会办公室|政府办公室|委办公室|督查室|研究室|参事室|专班|工作组|编办|科协|工会|团委|妇联|残联|工商联|贸促会|文联|社科联|供销社|人民银行|中国人民银行|人大|政协|中支|党工委|党委|监委机关|共青团中央)$`)
	// weak are endings that other things have as well.
	weak = regexp.MustCompile(`(?:行|院|会|中心|办公室|公司|集团|处|队|站|所|台|校|银行|大学|联盟|机构|机关|企业|单位|地区|各市|各县|各区|社|馆|园|联|协|经开区|综保区|保税区|示范区|试验区|集聚区|集中区|度假区|风景区|管理区|合作区|军区|警备区|军分区|部门|新区|开发区|高新区|园区|街道|铁塔|联通|移动|电信|人行)$`)
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
	if n >= 3 && strong.MatchString(name) {
		return true, true
	}
	if n >= 4 && office.MatchString(name) && ofLevel.MatchString(name) {
		return true, true
	}
	return weak.MatchString(name) && n >= 3, n >= 6 && company.MatchString(name)
}

// MayName reports whether nothing in name speaks against its being one: it holds none of the words
// that orders have.
func MayName(name string) bool { return !ordinary.MatchString(withoutKnown(name)) }

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

// OfPlace reports whether name carries a place of its own and so takes no region from the
// paper: 郑州海关, 河南银监局, 人行郑州中心支行, 青浦区政府. The place is returned where the name
// begins with it and what follows is a body of a vertical line, which a bare name after it shares.
func OfPlace(name string) (place string, ok bool) {
	if ownName.MatchString(name) || strings.HasPrefix(name, "人民银行") || strings.HasPrefix(name, "中国人民银行") {
		return "", true
	}
	for _, r := range Regions {
		if strings.HasPrefix(name, r.Name) {
			return "", false
		}
		for _, p := range []string{r.Short, r.Seat} {
			if rest, cut := strings.CutPrefix(name, p); cut && !strings.HasPrefix(rest, r.Level) && !strings.HasPrefix(rest, "市") {
				return p, true
			}
		}
	}
	if p, cut := strings.CutSuffix(name, "海关"); cut && p != "" {
		return p, true
	}
	if kindOfDistrict.MatchString(name) {
		return "", false
	}
	if m := placed.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	if m := ofDistrict.FindStringSubmatch(name); m != nil && (m[1] == "" || Function(m[1]) != "") {
		return "", true
	}
	return "", ownDistrict.MatchString(name) || ownAdministration.MatchString(name) || ownZone.MatchString(name)
}

// ownName is a name that stands by itself in papers of any region: that of a national company, of
// a town, of an office of the civil aviation, of a university or a company by its full name.
var ownName = regexp.MustCompile(`^(?:人行|国网|南方电网|中国|国家|中石油|中石化|中海油)|^\p{Han}{2,4}(?:镇|乡|街道)(?:人民政府|政府|办事处|办)?$|^[^街镇乡]\p{Han}{1,2}办事处$|^民航\p{Han}{2,4}(?:监管局|管理局)$|^[^省市县区各]\p{Han}+(?:大学|职业学院|师范学院|技术学院|有限公司|油田)$`)

var (
	// placed is a body of a vertical line with the place after which it is called: 深圳银保监局.
	placed = regexp.MustCompile(`^(\p{Han}{2,3}?)(?:银监局|证监局|保监局|银保监局|海事局)$`)
	// ofDistrict is a city or county that the paper names, or a body of it: 甘州区, 广州市财政局.
	ofDistrict        = regexp.MustCompile(`^\p{Han}{2,4}(?:区|县|市|州|盟|旗)(\p{Han}*)$`)
	ownAdministration = regexp.MustCompile(`^\p{Han}{2,6}管委会$`)
	ownZone           = regexp.MustCompile(`^\p{Han}{2,10}(?:新区|开发区|示范区|集聚区|集中区|实验区|试验区|合作区)$`)
	ownDistrict       = regexp.MustCompile(`^\p{Han}{2,10}(?:区|县|市|州|盟|旗|新区|示范区)(?:人民政府|政府|管委会|委)`)
	// kindOfDistrict begins the name of a district by what it is, not where: 高新区管委会, 开发区管委会.
	kindOfDistrict = regexp.MustCompile(`^(?:高新|经开|经济|集中|集聚|开发|产业|保税|综合|自贸|自由|示范|试验|风景|旅游|度假|工业|园|省|市|自治|各|县|区|设区|相关|有关|试点|地方|国家)`)
)

// Vertical reports whether a bare name is that of a body that answers to the centre and is
// named by its place: 证监局.
func Vertical(name string) bool { return vertical.MatchString(name) }

var vertical = regexp.MustCompile(`^(?:银监局|证监局|保监局|银保监局|金融监管局|国税局|税务局|通信管理局|邮政管理局|海关|煤监局|煤矿安监局|地震局|气象局|调查总队|专员办|监管局|监管分局)$`)

// Slip returns the registered stem of which stem is a slip, and what is wrong with it, in Chinese:
// 工业信息化厅 lost the 和 of 工业和信息化厅, 通信管理 its last character. Both are empty where stem is
// registered itself or resembles nothing.
func Slip(stem string) (registered, what string) {
	if Function(stem) != "" || len([]rune(stem)) < 4 {
		return "", ""
	}
	for _, ending := range []string{"局", "厅", "委", "办", "部"} {
		if Function(stem+ending) != "" {
			return stem + ending, "末尾缺“" + ending + "”字"
		}
	}
	r := []rune(stem)
	for i := 1; i < len(r); i++ {
		if with := string(r[:i]) + "和" + string(r[i:]); Function(with) != "" {
			return with, "缺“和”字"
		}
	}
	return "", ""
}
