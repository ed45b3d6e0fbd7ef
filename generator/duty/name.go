package duty

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/registry"
)

// A namer gives the bodies of one list their full names, with the prefixes that the text lets
// fall from one to the next.
type namer struct {
	region string // of the paper
	place  string // of the vertical body just before: 河南 of 河南银监局
	each   bool   // the body before began with 各
	party  string // the committee of the party of which the body before is an office: 省委, 自治区党委
}

var (
	// ofParty is an office of a committee of the party: 省委组织部.
	ofParty = regexp.MustCompile(`^((?:省|市|县|区|州|盟|旗)委|自治区党委|中央)` + partyOffices + `$`)
	// partyOffice is such an office whose committee the text lets fall: 「省委组织部、宣传部」.
	partyOffice = regexp.MustCompile(`^` + partyOffices + `$`)
)

const partyOffices = `(?:组织部|宣传部|统战部|政法委|网信办|编办|改革办|财经办|外办|台办|农办|老干部局|社会工作部|机要保密局|政研室|巡视办|巡察办|党校|直属机关工委)`

// levels are the words by which papers call their own region.
var levels = []string{"自治区", "省", "市", "自治州", "州", "县", "区", "镇", "乡", "街道"}

// next returns the full name of the next body of the list.
//
// In a paper of 河南省: 省科技厅 → 河南省科技厅, 财政厅 → 河南省财政厅, 郑州海关 and 河南银监局 stay,
// 证监局 after 河南银监局 → 河南证监局. 各盟行政公署 stays, 市人民政府 after it → 各市人民政府. A body of a
// higher region stays: 省药监局 in a paper of a city.
// Names in papers of the whole country stay as written.
func (n *namer) next(written string) string {
	place, each, party := n.place, n.each, n.party
	n.place, n.each, n.party = "", strings.HasPrefix(written, "各"), ""
	if partyOffice.MatchString(written) && party != "" {
		n.party = party
		return n.next(party + written)
	}
	if m := ofParty.FindStringSubmatch(written); m != nil {
		n.party = m[1]
	}
	switch {
	case n.each || kindOfBodies.MatchString(written):
		return written
	case each && (isGovernment(written) || eachOf.MatchString(written)):
		n.each = true
		return "各" + written
	case severalLevels.MatchString(written):
		return written
	case n.region == registry.National || n.region == "":
		return written
	case ofPlace(written, n.region):
		if place := placeOf(n.region); strings.HasPrefix(written, place) {
			n.place = place
		}
		return written
	case strings.HasPrefix(written, n.region) || strings.HasPrefix(written, "国家") || strings.HasPrefix(written, "国务院"):
		return written
	}
	if registry.OfRegion(written) {
		return written
	}
	if own, ok := registry.OfPlace(written); ok {
		n.place = own
		return written
	}
	if place != "" && registry.Vertical(written) {
		n.place = place
		return place + written
	}
	if m := youthLeague.FindStringSubmatch(written); m != nil && strings.HasSuffix(n.region, m[1]) {
		return "团" + n.region + "委"
	}
	if rest, ok := strings.CutPrefix(written, "全"); ok && hasLevel(rest, n.region) {
		written = rest
	}
	for _, level := range levels {
		if rest, ok := strings.CutPrefix(written, level); ok && strings.HasSuffix(n.region, level) && rest != "" && !cityWord.MatchString(written) {
			return n.region + rest
		}
	}
	if ofHigher(written, n.region) {
		return written
	}
	if properName(written) {
		return written
	}
	return n.region + written
}

// properName reports whether what a list names is no body by its name, nor a cut-off one: a firm without
// its kind, 卫星化学, needs no region; 通信管理 does.
func properName(written string) bool {
	body, _ := registry.LooksLikeBody(withoutRemark(written))
	meant, _ := registry.Slip(written)
	return !body && meant == "" && !registry.IsField(written)
}

// ofHigher reports whether a body belongs to a region above that of the paper, as 市公安局 in a paper
// of a district, 省药监局 in one of a city: which one the paper does not say.
func ofHigher(written, region string) bool {
	town := endsIn(region, "镇", "乡", "街道")
	county := town || endsIn(region, "县", "区", "旗") && !strings.HasSuffix(region, "自治区")
	city := county || endsIn(region, "市", "州", "盟")
	return city && strings.HasPrefix(written, "省") || county && strings.HasPrefix(written, "市") && !cityWord.MatchString(written) ||
		town && (strings.HasPrefix(written, "县") || strings.HasPrefix(written, "区"))
}

func endsIn(s string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(s, e) })
}

// cityWord is a word that begins like a level but is none: 市场监管局, 市容管理处, 乡村振兴局.
var cityWord = regexp.MustCompile(`^市(?:场|容|域|长|民(?:服务|热线|卡|中心)|政(?:管理|公用|工程|园林|设施|建设))|^乡村|^区(?:域|块)`)

func hasLevel(s, region string) bool {
	for _, level := range levels {
		if strings.HasPrefix(s, level) && strings.HasSuffix(region, level) {
			return true
		}
	}
	return false
}

// ofPlace reports whether a body is named by the place of the paper without its level, as
// 怀化银保监分局, 国网怀化供电公司 and 怀化高新区 in a paper of 怀化市.
func ofPlace(written, region string) bool {
	place := placeOf(region)
	return utf8.RuneCountInString(place) > 1 && strings.Contains(written, place) && !strings.HasPrefix(written, region)
}

// placeOf returns the name of a region without its level and without what it lies in: 怀化市 → 怀化,
// 北京市大兴区 → 大兴.
func placeOf(region string) string {
	if i := strings.Index(region, "市"); i > 0 && i+len("市") < len(region) {
		region = region[i+len("市"):]
	}
	for _, level := range []string{"自治区", "自治州", "自治县", "自治旗", "省", "市", "州", "县", "区", "盟", "旗"} {
		if place, ok := strings.CutSuffix(region, level); ok {
			return place
		}
	}
	return region
}

// youthLeague is the one body whose level stands inside its name: 团省委.
var youthLeague = regexp.MustCompile(`^团(自治区|省|市|自治州|州|县|区)委$`)

// kindOfBodies begins a collective that says what bodies it is of, not whose: 属地政府, 驻市单位.
var kindOfBodies = regexp.MustCompile(`^(?:相关|有关|属地|地方(?:各级)?(?:人民)?政府|地方各|地方党委|基层|事发地|项目所在地|所在地|辖区|沿线|试点|行业|第三方|三大|驻|在\p{Han}(?:高校|企业|单位|院校)|中央驻|中央在|中省|中直|县级以上|乡镇级?人民政府|乡镇政府)`)

// severalLevels is a government of several levels at once, or all places of a kind: 市、县人民政府, 县（市、区）政府, 村（社区）.
var severalLevels = regexp.MustCompile(`^[市县区旗州盟乡镇](?:[市县区旗州盟乡镇、]|[（(][^（）()]*[）)])+级?(?:人民政府|政府)$|^(?:乡镇|镇街|街镇|街道|社区|村|村居)(?:[（(][^（）()]*[）)])?$`)

// eachOf is a kind of body of which a region has several: behind 各区人民政府 it means each of them.
var eachOf = regexp.MustCompile(`^(?:园区|街道|乡镇|乡|镇|镇街|乡镇街道)(?:[（(][^（）()]*[）)])?(?:管委会|管理委员会|办事处|办|人民政府|政府)$`)

// isGovernment reports whether written is a bare kind of government: 市人民政府, 县（市、区）政府. The
// 市新区管委会 is one body.
func isGovernment(written string) bool { return bareGovernment.MatchString(written) }

var bareGovernment = regexp.MustCompile(`^(?:市|县|区|旗|州|盟|地区|自治州|自治县|级|、|[（(][^（）()]*[）)])+(?:人民政府|政府|行政公署|公署|管委会)$`)
