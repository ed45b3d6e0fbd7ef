package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

var (
	ownLevels    = words.Of("own-levels")
	placeLevels  = words.Of("place-levels")
	notLevels    = words.Of("not-levels")
	townLevels   = words.Of("town-levels")
	countyLevels = words.Of("county-levels")
	cityLevels   = words.Of("city-levels")
	lowerLevels  = words.Of("lower-levels")
)

// levelOf returns the level of region with which name begins, or "": 市 of 市财政局 in a paper of 安平市.
func levelOf(name, region string) string {
	level := words.Prefix(name, ownLevels)
	if strings.HasSuffix(region, level) || level == corpsLevel && ofCorps.MatchString(region) {
		return level
	}
	return ""
}

// corpsLevel is what a division of the corps calls itself together with its city, ofCorps the name of both: 第八师石河子市.
const corpsLevel = "师市"

var ofCorps = pattern.MustCompile(`^第\p{Han}{1,3}师\p{Han}{2,6}市$`)

// peoples end the name of an autonomous place without its level.
var peoples = words.Pattern(`{{peoples}}+$`)

// placeOf returns the name of a region without its level, its peoples and what it lies in: 怀化市 → 怀化,
// 北京市大兴区 → 大兴, 恩施土家族苗族自治州 → 恩施.
func placeOf(region string) string {
	if i := strings.Index(region, "市"); i > 0 && i+len("市") < len(region) {
		region = region[i+len("市"):]
	}
	if ofCorps.MatchString(region) {
		_, region, _ = strings.Cut(region, "师")
	}
	region = strings.TrimSuffix(region, words.Suffix(region, placeLevels))
	if place := peoples.ReplaceAllString(region, ""); place != "" {
		return place
	}
	return region
}

// above returns the name of the city that a region lies in, without its level: 北京 of 北京市大兴区, "" of 怀化市.
func above(region string) string {
	city, district, ok := strings.Cut(region, "市")
	if !ok || district == "" {
		return ""
	}
	return city
}

// ofLower reports whether a body belongs to a region within that of the paper, as 市公安局 in a paper of a
// province, 县公安局 in one of a city: which one the paper does not say.
func ofLower(written, region string) bool {
	level := words.Prefix(strings.TrimPrefix(written, "团"), lowerLevels)
	if level == "" || words.Prefix(written, notLevels) != "" || words.Suffix(region, countyLevels) != "" && !strings.HasSuffix(region, "自治区") {
		return false
	}
	return level != "市" || words.Suffix(region, cityLevels) == ""
}

// ofHigher reports whether a body belongs to a region above that of the paper, as 市公安局 in a paper
// of a district, 省药监局 in one of a city: which one the paper does not say.
func ofHigher(written, region string) bool {
	town := words.Suffix(region, townLevels) != ""
	county := town || words.Suffix(region, countyLevels) != "" && !strings.HasSuffix(region, "自治区")
	city := county || words.Suffix(region, cityLevels) != ""
	switch {
	case strings.HasPrefix(written, "省"), strings.HasPrefix(written, "自治区"):
		return city
	case strings.HasPrefix(written, "市"):
		return county && words.Prefix(written, notLevels) == ""
	case strings.HasPrefix(written, "县"), strings.HasPrefix(written, "区"):
		return town
	}
	return false
}
