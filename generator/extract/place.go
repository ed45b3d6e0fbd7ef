package extract

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

var (
	// cityAtStart is the place that the name of a body begins with: 乙市教育局.
	cityAtStart = words.Pattern(`^(\p{Han}{1,16}?{{city-ends}})(?:{{city-bodies}}|{{levels}}委)`)
	// prefectureAtStart is a prefecture that such a name begins with, the registry knowing it or not: 那曲地区行政公署, 甘南藏族自治州教育局.
	prefectureAtStart = words.Pattern(`^(\p{Han}{1,8}?(?:地区|州|[^联同]盟))(?:行政公署|行署)|^(\p{Han}{2,8}?自治州)`)
	// cityOfTitle is the place that a title begins with, whatever follows: 淮南市公园管理办法, 铜川市2020年….
	cityOfTitle = pattern.MustCompile(`^(\p{Han}{2,8}?自治[州县]|\p{Han}{2,4}?[市区旗]|\p{Han}{1,3}?[^联]盟|\p{Han}{1,4}?县)(?:[^、，。]|$)`)
	// townOfTitle is the town that a title begins with: 青口镇2024年….
	townOfTitle = pattern.MustCompile(`^(\p{Han}{1,4}?(?:[镇乡]|街道))(?:[^、，。化村]|$)`)
	// zoneAtStart is the zone, of whatever kind, whose administration a name is: 鹤山经济技术开发区管委会.
	zoneAtStart = words.Pattern(`^(中国[（(]\p{Han}{2,6}[）)]自由贸易试验区|\p{Han}{2,16}?{{zones-administered}}){{zone-administrations}}`)
	placeForms  = []*pattern.Regexp{cityAtStart, cityOfTitle, townOfTitle}
	// provinceAtStart is a province that the registry does not know.
	provinceAtStart = pattern.MustCompile(`^(\p{Han}{1,4}?[^\P{Han}跨外邻各全本我该两]省|\p{Han}{2,7}?自治区)(?:[^、，。]|$)`)

	// yearAtStart is the year before the place in a title: 2021年芜湖市….
	yearAtStart = pattern.MustCompile(`^(?:19|20)\d{2}年度?`)
	// kindOfPlace is a word that says what kind of place it is and names none: 城市, 园区, 贫困县.
	kindOfPlace = words.Pattern(`^(?:\p{Han}{0,3}型|{{kinds-of-town}})?[城都]市$|^{{kinds-of-city}}市$|{{kinds-of-county}}县$|^[市区州兴富]县$|` +
		`^(?:(?:粤港澳)?大|环\p{Han}{1,3})?湾区$|^{{kinds-of-new-area}}?新区$|^{{kinds-of-township}}[镇乡]$|{{kinds-of-area}}区$|(?:军|警备)分?区$|城乡$`)
	// genericPlace is a place that is not named: 我市, 全区, 各县, 本地区, the 国家市 of 国家市场监督管理总局.
	genericPlace = pattern.MustCompile(`^[我全各本该当]|^国家|地区$|园区$`)
	// namedAlike are names that begin with such a word all the same: 当阳市, 全州县.
	namedAlike = words.Pattern(`^{{named-like-no-place}}`)
	// partyNames begin names of bodies of parties and leagues before their place: 中共某市委员会, 共青团某市委员会.
	partyNames = words.Of("party-names")
	// corpsNames are regions that no administrative division is.
	corpsNames = words.Of("corps")
	// corpsDivision is a division of the corps together with its city: 第八师石河子市.
	corpsDivision = pattern.MustCompile(`^第\p{Han}{1,3}师\p{Han}{2,6}?市`)
	// provinceInBrackets is the province that a portal puts before a title: 「(湖北省)武汉市…」.
	provinceInBrackets = pattern.MustCompile(`^[（(](\p{Han}{2,8}(?:省|自治区))[）)]`)
	// house is the national body that the name of a local one begins with: 国家税务总局某市税务局.
	house = words.Pattern(`^{{vertical-houses}}`)
)

// namedPlace returns the place in the first group of a match, if it is called by its name.
func namedPlace(m []string) string {
	if m == nil || genericPlace.MatchString(m[1]) && !namedAlike.MatchString(m[1]) {
		return ""
	}
	return m[1]
}

// regionAtStart returns the region that a name of a body or a title begins with.
func regionAtStart(s string) string {
	s = strings.TrimLeft(s, "《“〈")
	s = provinceInBrackets.ReplaceAllString(s, "$1")
	s = yearAtStart.ReplaceAllString(strings.TrimPrefix(s, words.Prefix(s, partyNames)), "")
	if local := house.ReplaceAllString(s, ""); local != s {
		return regionAtStart(local)
	}
	if corps := words.Prefix(s, corpsNames); corps != "" {
		return corps
	}
	if division := corpsDivision.FindString(s); division != "" {
		return division
	}
	for _, r := range registry.Regions {
		if rest, ok := strings.CutPrefix(s, r.Name); ok {
			return below(r, rest)
		}
	}
	if place := namedPlace(provinceAtStart.FindStringSubmatch(s)); place != "" && !strings.HasPrefix(place, "关于") {
		return below(registry.Region{Name: place, Level: "省"}, s[len(place):])
	}
	if m := prefectureAtStart.FindStringSubmatch(s); m != nil {
		return m[1] + m[2]
	}
	for _, form := range placeForms {
		if place := namedPlace(form.FindStringSubmatch(s)); place != "" && !kindOfPlace.MatchString(place) && !strings.HasPrefix(place, "关于") {
			return place + registry.PlaceWithin(place, s[len(place):]) // 厦门市集美区养老服务规划
		}
	}
	return namedPlace(zoneAtStart.FindStringSubmatch(s))
}

// below returns the place within a province that a name says it is of, else the province.
func below(r registry.Region, rest string) string {
	place := registry.PlaceStarting(rest)
	if place != "" {
		place += registry.PlaceWithin(place, rest[len(place):])
	} else if m := prefectureAtStart.FindStringSubmatch(rest); m != nil {
		place = m[1] + m[2]
	} else if m := cityAtStart.FindStringSubmatch(rest); m != nil && strings.HasPrefix(rest[len(m[1]):], "人民政府") {
		place = m[1]
	}
	switch {
	case place == "":
		return r.Name
	case r.Level == "市":
		return r.Name + place // 北京市大兴区
	}
	return place // 河北省沧州市人民政府
}
