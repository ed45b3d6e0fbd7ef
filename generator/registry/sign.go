package registry

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

// A sign tells by a name alone whether it is that of a body.
type sign struct {
	name          string
	takes, leaves string // a name that it decides, and the nearest that it does not
	body, sure    bool   // what it says: a body, and beyond doubt
	holds         func(name string) bool
}

var (
	strong    = words.Pattern(`(?:{{departments}}|{{organs}}|{{sure-endings}}|[^公上官]司)$`)
	likely    = words.Pattern(`{{likely-endings}}$`)
	shortBody = words.Pattern(`^(?:{{short-bodies}}|{{party-committees}})$`)
	// collective are kinds of bodies that a paper makes responsible as a whole: 各地区, 各省级人民政府.
	collective = words.Pattern(`^(?:{{owners}})?{{collective-heads}}(?:\p{Han}|、)*(?:党委|工委|[县区旗市州]委)[、和](?:(?:人民)?政府|管委会)$|^{{owners}}?各(?:{{collective-wholes}}|(?:\p{Han}|、){0,12}{{collective-endings}})$|^\p{Han}{0,28}{{task-endings}}各?{{task-members}}$|^(?:有关|相关)(?:\p{Han}|、){1,8}{{collective-organs}}$`)
	// places are the parts of a region as a whole: 各乡镇（街道）, 各县（市、区）, 各盟市.
	places = words.Pattern(`^各省、自治区、直辖市(?:[和及、]新疆生产建设兵团)?$|^{{collective-heads}}(?:有关|相关)?(?:{{collective-places}}|、|[（(〔［【](?:{{bracket-places}}|、)+[）)〕］】])+$`)
	// office ends the name of a body that is called after its work: 市公路建设养护中心.
	office = words.Pattern(`{{work-endings}}$`)
	// committee ends the name of one that is called after its task: 市推进政务服务工作领导小组办公室.
	committee       = words.Pattern(`{{task-endings}}(?:办公室|办|各?{{task-members}})?$`)
	committeeOffice = words.Pattern(`{{task-endings}}(?:办公室|办)$`)
	// formed is a name by its characters: no half bracket, colon or quotation mark, and no number before it.
	formed   = pattern.MustCompile(`^(?:\p{Han}|[A-Za-z·、，]|\p{Nd}{1,5}\p{Han})+$`)
	numbered = pattern.MustCompile(`^\p{Nd}+\p{Han}?[.．、]|^[一二三四五六七八九十]+、`)
	// ordinary are words that no name of a body holds.
	ordinary = words.Pattern(`^{{no-body-heads}}|{{no-body-words}}|{{directions}}部(?:$|地区|[分各])`)
	// placeName is the name of a county, district or town, which stands for its government in a list of bodies.
	placeName = words.Pattern(`^\p{Han}{1,3}[^社园山地城郊校景灾片牧库辖小社]区$|^\p{Han}{1,3}[县旗]$|^\p{Han}{1,3}[^城都超夜菜集股楼门上入互早农]市$|^\p{Han}{2,4}{{town-levels}}$`)
	// ofLevel begins with the level that a body is of: 市消防救援支队, not 市场主体 or 市级研究中心.
	ofLevel = pattern.MustCompile(`^(?:自治区|[省市县区镇乡])[^级直属内外域际辖间场政容民长村镇街县区城]`)
	// ofPlace begins with the place that a body is of by name, or is national: 青山县城乡供水有限公司.
	ofPlace = words.Pattern(`^(?:{{national-firms}}|[^全各本该我外跨邻异大小中老主贫穷强重\P{Han}](?:\p{Han}{1,3}[省市县区州旗盟]|[县旗盟]))[^场内外直级域际间民容政]\p{Han}*{{work-endings}}$`)
	// village is the name of a village or community, kindOfVillage one by its kind.
	village       = pattern.MustCompile(`^\p{Han}{2,4}(?:社区|村)$`)
	kindOfVillage = words.Pattern(`^{{kinds-of-village}}`)
	// eachLikely is a collective of what ends like a body: 各派出所.
	eachLikely = words.Pattern(`^各[^项方种个式]\p{Han}{0,12}{{likely-endings}}$`)
	// national is a firm or association that is called after the country: 中国中车.
	national = pattern.MustCompile(`^中国\p{Han}{2,4}$`)
)

// Fewest characters of a name that ends as names of bodies do.
const (
	endingRunes  = 3
	officeRunes  = 4
	companyRunes = 6
)

// signs are asked in their order; a name that bears none is that of no body. A division stands before the ordinary words,
// some of which are in names of divisions: 财政部经济建设司.
var signs = []sign{
	{
		name: "broken", takes: "区〕财政局", leaves: "市财政局",
		holds: func(name string) bool { return !wellFormed(name) },
	},
	{
		name: "registered", takes: "教委", leaves: "常委", body: true, sure: true,
		holds: func(name string) bool {
			stem := strings.TrimLeft(name, "省市县区")
			field, ok := strings.CutSuffix(stem, "部门")
			return Function(stem) != "" || ok && IsField(field)
		},
	},
	{
		name: "collective", takes: "各类建设公司", leaves: "建设公司", body: true, sure: true,
		holds: func(name string) bool { return collective.MatchString(name) || eachLikely.MatchString(name) },
	},
	{
		name: "places", takes: "各乡镇（街道）", leaves: "乡镇（街道）", body: true, sure: true,
		holds: places.MatchString,
	},
	{
		name: "division-of-a-body", takes: "市财政局预算科", leaves: "市财政局预算", body: true, sure: true,
		holds: func(name string) bool { house, _ := DivisionOf(name); return house != "" },
	},
	{
		name: "ordinary-words", takes: "原市教育局", leaves: "市教育局",
		holds: func(name string) bool { return ordinary.MatchString(withoutKnown(name)) },
	},
	{
		name: "sure-ending", takes: "郑州海关", leaves: "海关", body: true, sure: true,
		holds: func(name string) bool { return longer(name, endingRunes) && strong.MatchString(name) },
	},
	{
		name: "short-body", takes: "工会", leaves: "协会", body: true, sure: true,
		holds: shortBody.MatchString,
	},
	{
		name: "office-of-a-level", takes: "市规划设计院", leaves: "市级规划设计院", body: true, sure: true,
		holds: func(name string) bool {
			return longer(name, officeRunes) && office.MatchString(name) && ofLevel.MatchString(name)
		},
	},
	{
		name: "office-of-a-place", takes: "青山县城乡供水有限公司", leaves: "全县供水有限公司", body: true, sure: true,
		holds: func(name string) bool {
			_, ministry := ofMinistry(name)
			return longer(name, companyRunes) && (ofPlace.MatchString(name) || ministry && office.MatchString(name))
		},
	},
	{
		name: "village", takes: "红旗村", leaves: "示范村", body: true,
		holds: func(name string) bool { return village.MatchString(name) && !kindOfVillage.MatchString(name) },
	},
	{
		name: "national-name", takes: "中国中车", leaves: "中国电信", body: true,
		holds: func(name string) bool { return national.MatchString(name) && !likely.MatchString(name) },
	},
	{
		name: "place-for-its-government", takes: "江宁区", leaves: "老城区", body: true,
		holds: func(name string) bool {
			return IsPlace(name) || longer(name, endingRunes) && placeName.MatchString(name) && !kindOfDistrict.MatchString(name)
		},
	},
	{
		name: "likely-ending", takes: "研究中心", leaves: "研究方向", body: true,
		holds: func(name string) bool { return longer(name, endingRunes) && likely.MatchString(name) },
	},
}

// wellFormed reports whether nothing but what may stand in a name stands in name, brackets that it holds whole
// included.
func wellFormed(name string) bool {
	name = remark.ReplaceAllString(name, "")
	return formed.MatchString(name) && !numbered.MatchString(name)
}

// longer reports whether name has at least n characters.
func longer(name string, n int) bool { return utf8.RuneCountInString(name) >= n }
