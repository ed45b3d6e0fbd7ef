package registry

import (
	"regexp"
	"slices"
	"strings"
)

// OfRegion reports whether name begins with that of a province-level region: 浙江省援青指挥部.
func OfRegion(name string) bool {
	return slices.ContainsFunc(Regions, func(r Region) bool { return strings.HasPrefix(name, r.Name) })
}

// OfPlace reports whether name carries a place of its own and so takes no region from the
// paper: 郑州海关, 河南银监局, 人行郑州中心支行, 青浦区政府. The place is returned where the name
// begins with it and what follows is a body of a vertical line, which a bare name after it shares.
func OfPlace(name string) (place string, ok bool) {
	if ownName.MatchString(name) || strings.HasPrefix(name, "人民银行") || strings.HasPrefix(name, "中国人民银行") {
		return "", true
	}
	if OfRegion(name) {
		return "", false
	}
	for _, r := range Regions {
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
	if firm.MatchString(name) && !plainFirm.MatchString(name) {
		return "", true
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
// a town, of an office of the civil aviation, of a university.
var ownName = regexp.MustCompile(`^(?:人行|国网|南方电网|中国|国家|中(?:石油|石化|海油|科院|铁|建|交|核|电|航|车|化|粮|储|煤)|华能|华电|大唐)|^\p{Han}{2,4}(?:镇|乡|街道)(?:人民政府|政府|办事处|办)?$|^[^街镇乡]\p{Han}{1,2}办事处$|^民航\p{Han}{2,4}(?:监管局|管理局)$|^[^省市县区各]\p{Han}+(?:大学|职业学院|师范学院|技术学院|油田)$`)

var (
	// firm is a company or bank, plainFirm one that is called by its trade alone, which is that of the
	// paper's region: 河钢集团, but 供电公司.
	firm      = regexp.MustCompile(`^[^省市县区州盟旗镇乡各]\p{Han}+(?:集团|公司|银行)$`)
	plainFirm = regexp.MustCompile(`^(?:城市|农村|交通|水利|文化|旅游|体育|教育|产业|科技|金融|信用|担保|再担保|融资|国有|资产|资本|运营|经营|管理|物业|公共|公交|汽车|客运|出租|自来水|供水|排水|水务|燃气|天然气|热力|供热|电力|供电|电网|电信|移动|联通|铁塔|广电|网络|邮政|烟草|盐业|石油|石化|煤炭|能源|新能源|矿业|粮食|粮油|粮储|储备|种业|林业|农业|农垦|农商|农信|村镇|商业|邮储|城投|交投|国投|建投|文旅|文投|旅投|农投|水投|产投|金控|科投|城建|城发|交发|水发|社发|环卫|环境|环保|地铁|轨道|轨交|铁路|高速|公路|机场|航空|港口|港务|港航|港投|人才|大数据|数据|数字|通信|信息|安居|住房|房地产|置业|殡葬|园林|市政|保险|证券|信托|人寿|财险|投资|建设|发展|开发|控股|实业|商贸|物流|公园|景区|供销|技术|服务|有限|责任|股份|集团|分|子)+(?:集团|公司|银行)$`)

	// placed is a body of a vertical line with the place after which it is called: 深圳银保监局.
	placed = regexp.MustCompile(`^(\p{Han}{2,3}?)(?:银监局|证监局|保监局|银保监局|海事局)$`)
	// ofDistrict is a city or county that the paper names, or a body of it: 甘州区, 广州市财政局.
	ofDistrict        = regexp.MustCompile(`^\p{Han}{2,4}(?:区|县|市|州|盟|旗)(\p{Han}*)$`)
	ownAdministration = regexp.MustCompile(`^\p{Han}{2,10}管委会$`)
	ownZone           = regexp.MustCompile(`^\p{Han}{2,10}(?:新区|开发区|示范区|集聚区|集中区|实验区|试验区|合作区)$`)
	ownDistrict       = regexp.MustCompile(`^\p{Han}{2,10}(?:区|县|市|州|盟|旗|新区|示范区)(?:人民政府|政府|管委会|委)`)
	// kindOfDistrict begins the name of a district by what it is, not where: 高新区管委会, 开发区管委会.
	kindOfDistrict = regexp.MustCompile(`^(?:高新|经开|综改|经济|集中|集聚|开发|产业|保税|综合|自贸|自由|示范|试验|风景|旅游|度假|工业|园|省|市|自治|各|县|区|设区|相关|有关|试点|地方|国家)`)
)

// Vertical reports whether a bare name is that of a body that answers to the centre and is
// named by its place: 证监局.
func Vertical(name string) bool { return vertical.MatchString(name) }

var vertical = regexp.MustCompile(`^(?:银监局|证监局|保监局|银保监局|金融监管局|国税局|税务局|通信管理局|邮政管理局|海关|煤监局|煤矿安监局|地震局|气象局|调查总队|专员办|监管局|监管分局)$`)
