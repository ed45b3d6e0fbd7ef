package registry

import (
	"regexp"
	"slices"
	"strings"

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
	if ownName.MatchString(name) || strings.HasPrefix(name, "人民银行") {
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
var ownName = words.Pattern(`^{{national-heads}}|^\p{Han}{2,4}{{town-levels}}(?:(?:人民)?政府|办(?:事处)?)?$|^[^街镇乡]\p{Han}{1,2}办事处$|^民航\p{Han}{2,4}(?:监管|管理)局$|^[^省市县区各]\p{Han}+{{national-endings}}$`)

var (
	// firm is a company or bank, plainFirm one that is called by its trade alone, which is that of the
	// paper's region: 河钢集团, but 供电公司.
	firm      = words.Pattern(`^[^省市县区州盟旗镇乡各]\p{Han}+{{firm-endings}}$`)
	plainFirm = words.Pattern(`^{{trades}}+{{firm-endings}}$`)

	// placed is a body of a vertical line with the place after which it is called: 深圳银保监局.
	placed = words.Pattern(`^(\p{Han}{2,3}?){{placed-bodies}}$`)
	// ofDistrict is a city or county that the paper names, or a body of it: 甘州区, 广州市财政局.
	ofDistrict        = regexp.MustCompile(`^\p{Han}{2,4}[区县市州盟旗](\p{Han}*)$`)
	ownAdministration = regexp.MustCompile(`^\p{Han}{2,10}管委会$`)
	ownZone           = words.Pattern(`^\p{Han}{2,10}{{zone-endings}}$`)
	ownDistrict       = words.Pattern(`^\p{Han}{2,10}(?:[区县市州盟旗]|新区|示范区){{district-organs}}`)
	// kindOfDistrict begins the name of a district by what it is, not where: 高新区管委会, 开发区管委会.
	kindOfDistrict = words.Pattern(`^{{district-kinds}}`)
)

// Vertical reports whether a bare name is that of a body that answers to the centre and is
// named by its place: 证监局.
func Vertical(name string) bool { return vertical.MatchString(name) }

var vertical = words.Pattern(`^{{vertical-bodies}}$`)
