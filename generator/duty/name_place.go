package duty

import (
	"strings"

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
	if level := words.Prefix(name, ownLevels); strings.HasSuffix(region, level) {
		return level
	}
	return ""
}

// placeOf returns the name of a region without its level and without what it lies in: 怀化市 → 怀化,
// 北京市大兴区 → 大兴.
func placeOf(region string) string {
	if i := strings.Index(region, "市"); i > 0 && i+len("市") < len(region) {
		region = region[i+len("市"):]
	}
	return strings.TrimSuffix(region, words.Suffix(region, placeLevels))
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
