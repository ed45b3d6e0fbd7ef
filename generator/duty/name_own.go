package duty

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
)

// ownNames leave names that say themselves whose they are, and complete those that share a place with
// the body before them.
var ownNames = []nameRule{
	{
		// After each-carried-over, which names bodies in papers of the whole country as well.
		Rule: policy.Rule{
			Name: "no-region-to-set", Verdict: policy.AsName, Says: "全国性文件和看不出地区的文件里，部门照原样称呼",
			Takes: "国务院\n一、重点任务\n（一）抓好落实。管好水库。（水利部、〔邮政局〕）", Leaves: "管好水库。（市水利局、〔市财政局〕）",
		},
		holds: func(n *naming) bool { return n.region == registry.National || n.region == "" },
		name:  asWritten,
	},
	{
		Rule: policy.Rule{
			Name: "place-of-the-paper-inside", Verdict: policy.AsName, Says: "名称里已有本地区的地名，照原样称呼",
			Takes: "青山市人民政府\n一、重点任务\n（一）抓好落实。通好电。（市能源局、〔武警青山支队〕）", Leaves: "青山市人民政府\n一、重点任务\n（一）抓好落实。通好电。（市能源局、〔武警支队〕）",
		},
		holds: (*naming).ofPlace,
		name: func(n *naming) string {
			if place := placeOf(n.region); strings.HasPrefix(n.written, place) {
				n.place = place
			}
			return n.written
		},
	},
	{
		Rule: policy.Rule{
			Name: "region-written-out", Verdict: policy.AsName, Says: "名称以本地区的全称开头，已经完整",
			Takes: "通好电。（市能源局、〔甲市财政局〕）", Leaves: "通好电。（市能源局、〔市财政局〕）",
		},
		holds: func(n *naming) bool { return strings.HasPrefix(n.written, n.region) },
		name:  asWritten,
	},
	{
		Rule: policy.Rule{
			Name: "state-council", Verdict: policy.AsName, Says: "“国务院”开头的是国家机关，照原样称呼",
			Takes: "通好电。（市能源局、〔国务院国资委〕）", Leaves: "通好电。（市能源局、〔市国资委〕）",
		},
		holds: func(n *naming) bool { return strings.HasPrefix(n.written, "国务院") },
		name:  asWritten,
	},
	{
		Rule: policy.Rule{
			Name: "region-of-its-own", Verdict: policy.AsName, Says: "名称以省级地区的全称开头，属于那个地区",
			Takes: "通好电。（市能源局、〔浙江省援边指挥部〕）", Leaves: "通好电。（市能源局、〔市援边指挥部〕）",
		},
		holds: func(n *naming) bool { return registry.OfRegion(n.written) },
		name:  asWritten,
	},
	{
		Rule: policy.Rule{
			Name: "place-of-its-own", Verdict: policy.AsName, Says: "名称里有自己的地名，或者是全国性的企业、乡镇、大学，照原样称呼",
			Takes: "通好电。（市能源局、〔郑州海关〕）", Leaves: "通好电。（市能源局、〔海关〕）",
		},
		holds: func(n *naming) bool {
			_, own := registry.OfPlace(withoutRemark(n.written))
			return own && !youthLeague.MatchString(n.written)
		},
		name: func(n *naming) string {
			n.place, _ = registry.OfPlace(withoutRemark(n.written))
			return n.written
		},
	},
	{
		Rule: policy.Rule{
			Name: "same-place-as-before", Verdict: policy.AsName, Says: "垂直管理的部门与前一个部门同一地方",
			Takes: "通好电。（市能源局、河南银监局、〔证监局〕）", Leaves: "通好电。（市能源局、〔证监局〕）",
		},
		holds: func(n *naming) bool { return n.before.place != "" && registry.Vertical(n.written) },
		name: func(n *naming) string {
			n.place = n.before.place
			return n.place + n.written
		},
	},
}

// ofPlace reports whether the body is named by the place of the paper without its level, as
// 怀化银保监分局, 国网怀化供电公司 and 怀化高新区 in a paper of 怀化市 or of a district of it.
func (n *naming) ofPlace() bool {
	for _, place := range []string{placeOf(n.region), above(n.region)} {
		if utf8.RuneCountInString(place) > 1 && strings.Contains(n.written, place) {
			return !strings.HasPrefix(n.written, n.region)
		}
	}
	return false
}
