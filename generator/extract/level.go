package extract

import (
	"strings"

	"zhengce/generator/registry"
	"zhengce/generator/words"
)

var (
	// ofOwnLevel is how a paper speaks of its own region without naming it: 全市, 我县, 县政府.
	ofOwnLevel = words.Pattern(`{{own-region-words}}({{spoken-levels}})|({{spoken-levels}}){{own-organs}}`)
	// notOwnLevel begins like it and is none: 全市场, 我区别.
	notOwnLevel = words.Pattern(`{{own-region-words}}{{spoken-levels}}{{no-region-after}}`)
)

// levelOfTitle is the level of the government that a title begins with, without its place: 「市人民政府关于…」.
var levelOfTitle = words.Pattern(`^({{spoken-levels}})(?:{{own-organs}})`)

// ownLevel returns the level at which a paper speaks of its own region, that of the government in its title, 市 where
// it says 全市 and 我市 most, or "" where nothing tells it. That alone names no place.
func ownLevel(text, title string) string {
	if m := levelOfTitle.FindStringSubmatch(title); m != nil {
		return m[1]
	}
	text = notOwnLevel.ReplaceAllString(text, "")
	counts := map[string]int{}
	best := ""
	for _, m := range ofOwnLevel.FindAllStringSubmatch(text, -1) {
		level, weight := m[1], whole
		if level == "" {
			level, weight = m[2], 1
		}
		if counts[level] += weight; counts[level] > counts[best] {
			best = level
		}
	}
	if best == "区" && counts["自治区"] > 0 {
		return "自治区"
	}
	return best
}

var (
	belowProvince = words.Of("levels-below-province")
	titleStarts   = words.Of("issuing-starts")
)

// whole is how much more 全市 says than 市政府, which papers of its districts name too.
const whole = 5

// placeOfLevel returns the place of the paper's own level that text names most, or "" where it names none
// or two as often.
func placeOfLevel(text, level string) string {
	best, most, tied := "", 0, false
	take := func(name string, n int) {
		if n >= most && n > 0 && strings.HasSuffix(name, level) {
			best, tied, most = name, n == most, n
		}
	}
	for name, n := range registry.PlaceCounts(text) {
		take(name, n)
	}
	for _, r := range registry.Regions {
		if r.Level == level { // a paper of a district is none of 广西壮族自治区
			take(r.Name, strings.Count(text, r.Short))
		}
	}
	if tied {
		return ""
	}
	return best
}

// placeBeforeYear is the place whose year a report is about: 「关于某某县2031年预算执行情况的报告」.
var placeBeforeYear = words.Pattern(`^关于(\p{Han}{1,8}?{{region-ends}})(?:19|20)[0-9]{2}年`)

// placeInTitle returns the place with which a title goes on behind the words that issue a paper:
// 关于印发滁州市公园管理办法的通知.
func placeInTitle(title string) string {
	if place := namedPlace(placeBeforeYear.FindStringSubmatch(title)); place != "" && !kindOfPlace.MatchString(place) {
		return place
	}
	for _, start := range titleStarts {
		if _, rest, ok := strings.Cut(title, start); ok {
			if place := regionAtStart(strings.TrimLeft(rest, "《〈“")); place != "" {
				return place
			}
		}
	}
	return ""
}
