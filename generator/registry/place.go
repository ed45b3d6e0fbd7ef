package registry

import (
	"slices"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

// OfRegion reports whether name begins with that of a province-level region: 浙江省援青指挥部.
func OfRegion(name string) bool {
	return slices.ContainsFunc(Regions, func(r Region) bool { return strings.HasPrefix(name, r.Name) })
}

// OfPlace reports whether name carries a place of its own and so takes no region from the
// paper: 郑州海关, 河南银监局, 人行郑州中心支行, 青浦区政府. The place is returned where the name
// begins with it and what follows is a body of a vertical line, which a bare name after it shares.
func OfPlace(name string) (place string, ok bool) {
	s, place := placeSignOf(name, placeSigns)
	return place, s.own
}

// A placeSign tells by a name alone whether the body has a place of its own.
type placeSign struct {
	name          string
	takes, leaves string // a name that it decides, and the nearest that it does not
	own           bool   // what it says
	holds         func(name string) (place string, ok bool)
}

// placeSignOf returns the first of the signs that a name bears, with the place that the next name may
// share; one that says no place where it bears none.
func placeSignOf(name string, signs []placeSign) (placeSign, string) {
	for _, s := range signs {
		if place, ok := s.holds(name); ok {
			return s, place
		}
	}
	return placeSign{}, ""
}

// placeSigns are asked in their order. After kind-of-district no name is asked that begins with what a
// district is, not where.
var placeSigns = []placeSign{
	{name: "stands-by-itself", takes: "民航云南监管局", leaves: "民航局", own: true, holds: matches(ownName)},
	{name: "region-written-out", takes: "重庆市财政局", leaves: "重庆海关", own: false, holds: func(name string) (string, bool) {
		return "", OfRegion(name)
	}},
	{name: "province-or-seat", takes: "郑州铁路局", leaves: "郑州市财政局", own: true, holds: provinceOrSeat},
	{name: "customs", takes: "满洲里海关", leaves: "海关", own: true, holds: func(name string) (string, bool) {
		place, ok := strings.CutSuffix(name, "海关")
		return place, ok && place != ""
	}},
	{name: "kind-of-district", takes: "高新区财政局", leaves: "甘州区财政局", own: false, holds: func(name string) (string, bool) {
		return "", kindOfDistrict.MatchString(name) || zoneByKind.MatchString(name)
	}},
	{name: "firm", takes: "河钢集团", leaves: "供电公司", own: true, holds: func(name string) (string, bool) {
		return "", firm.MatchString(name) && !plainFirm.MatchString(name)
	}},
	{name: "vertical-body", takes: "深圳银保监局", leaves: "银保监局", own: true, holds: func(name string) (string, bool) {
		m := placed.FindStringSubmatch(name)
		if m == nil {
			return "", false
		}
		return m[1], true
	}},
	{name: "known-place", takes: "攸县", leaves: "攸县县", own: true, holds: func(name string) (string, bool) {
		return "", IsPlace(name)
	}},
	{name: "body-of-a-district", takes: "广州市财政局", leaves: "城市管理局", own: true, holds: func(name string) (string, bool) {
		m := ofDistrict.FindStringSubmatch(name)
		return "", m != nil && (m[1] == "" || Function(m[1]) != "" || stationOf.MatchString(m[1]))
	}},
	{name: "government-of-a-district", takes: "青浦区政府", leaves: "青浦区餐厅", own: true, holds: matches(ownDistrict)},
	{name: "body-of-a-zone", takes: "东山港合作区管理局", leaves: "物流园区管理局", own: true, holds: func(name string) (string, bool) {
		return "", zoneBody.MatchString(name)
	}},
	{name: "laboratory", takes: "云岭实验室", leaves: "重点实验室", own: true, holds: func(name string) (string, bool) {
		return "", laboratory.MatchString(name) && !plainLaboratory.MatchString(name)
	}},
	{name: "body-of-a-ministry", takes: "水利部东江水利委员会", leaves: "党委宣传部东江办公室", own: true, holds: ofMinistry},
	{name: "administration", takes: "东山管委会", leaves: "管委会", own: true, holds: matches(ownAdministration)},
	{name: "zone", takes: "东山港产业集聚区", leaves: "集聚区", own: true, holds: matches(ownZone)},
}

// IsFirm reports whether name is that of a firm without its kind: 青山热力.
func IsFirm(name string) bool {
	if bareFirm.MatchString(name) {
		return true
	}
	m := shortFirm.FindStringSubmatch(name)
	return m != nil && MayName(name) && !plainFirm.MatchString(m[1]+"公司")
}

// shortFirm is a firm by its place or brand and its trade, bareFirm one that trade alone tells.
var bareFirm = words.Pattern(`^{{telecoms}}$`)

var shortFirm = words.Pattern(`^([省市县区]|\p{Han}{2,4}?){{firm-trades}}(?:有限|股份|分公司)?$`)

// matches makes the test of a sign that knows no place to share.
func matches(form *pattern.Regexp) func(string) (string, bool) {
	return func(name string) (string, bool) { return "", form.MatchString(name) }
}

// ofMinistry reports whether name begins with a ministry or is one, in papers of any region: 海关总署广东分署.
func ofMinistry(name string) (place string, ok bool) {
	for _, house := range ministry.FindAllString(name, -1) {
		if Function(house) != "" && house != "宣传部" && !strings.HasPrefix(name[len(house):], "门") {
			return "", true
		}
	}
	return "", false
}

// provinceOrSeat returns the province or its seat that a name begins with, where that is not a part
// of 河南省 or 郑州市.
func provinceOrSeat(name string) (place string, ok bool) {
	for _, r := range Regions {
		for _, p := range []string{r.Short, r.Seat} {
			if rest, cut := strings.CutPrefix(name, p); cut && !strings.HasPrefix(rest, r.Level) && !strings.HasPrefix(rest, "市") {
				return p, true
			}
		}
	}
	return "", false
}

// ownName is a name that stands by itself in papers of any region: that of a national company, of
// a town, of an office of the civil aviation, of a university.
var ownName = words.Pattern(`^(?:{{national-heads}}|人民银行)|^\p{Han}{2,4}{{town-levels}}(?:(?:人民)?政府|办(?:事处)?)?$|^[^街镇乡]\p{Han}{1,2}办事处$|^民航\p{Han}{2,4}(?:监管|管理)局$|^[^省市县区各]\p{Han}+{{national-endings}}$`)

var (
	// firm is a company or bank, plainFirm one that is called by its trade alone, which is that of the
	// paper's region: 河钢集团, but 供电公司.
	firm      = words.Pattern(`^[^省市县区州盟旗镇乡各]\p{Han}+{{firm-endings}}$`)
	plainFirm = words.Pattern(`^{{trades}}+{{firm-endings}}$`)

	// laboratory is one with a name of its own, plainLaboratory one that is called by what it is or does.
	laboratory      = pattern.MustCompile(`^[^省市县区各]\p{Han}{1,9}实验室$`)
	plainLaboratory = words.Pattern(`{{laboratory-kinds}}实验室$`)

	// placed is a body of a vertical line with the place after which it is called: 深圳银保监局.
	placed = words.Pattern(`^(\p{Han}{2,3}?){{placed-bodies}}$`)
	// ofDistrict is a city or county that the paper names, or a body of it: 甘州区, 广州市财政局.
	ofDistrict = pattern.MustCompile(`^(?:\p{Han}{2,4}|\p{Han}{2,12}自治)[区县市州盟旗](\p{Han}*)$`)
	// stationOf is a station of a body of such a place: 公安分局东门派出所.
	stationOf         = pattern.MustCompile(`^公安(?:分)?局\p{Han}{2,6}派出所$`)
	ownAdministration = pattern.MustCompile(`^\p{Han}{2,10}管委会$`)
	ownZone           = words.Pattern(`^\p{Han}{2,10}{{zone-endings}}$`)
	// zoneBody is a body of a zone, zoneByKind one of a zone that is called by what it is: 物流园区管理局.
	zoneBody    = words.Pattern(`^[^省市县区各]\p{Han}{1,10}{{zone-endings}}\p{Han}{0,8}(?:{{departments}}|{{inner-offices}})$`)
	zoneByKind  = words.Pattern(`^(?:{{district-kinds}}|{{zone-kinds}}|{{trades}}|区)+{{zone-endings}}`)
	ministry    = pattern.MustCompile(`^\p{Han}{2,9}?(?:部|总局|总署)`)
	ownDistrict = words.Pattern(`^\p{Han}{2,10}(?:[区县市州盟旗]|新区|示范区){{district-organs}}`)
	// kindOfDistrict begins the name of a district by what it is, not where: 高新区管委会, 开发区管委会.
	kindOfDistrict = words.Pattern(`^{{district-kinds}}`)
)

// Vertical reports whether a bare name is that of a body that answers to the centre and is
// named by its place: 证监局.
func Vertical(name string) bool { return vertical.MatchString(name) }

var vertical = words.Pattern(`^{{vertical-bodies}}$`)
