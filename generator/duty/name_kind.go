package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	// kindOfBodies begins a collective that says what bodies it is of, not whose: 属地政府, 驻市单位.
	kindOfBodies = words.Pattern(`^(?:{{kind-heads}}|在\p{Han}{{kind-members}})`)
	// ofEach is a collective with 各, and before it perhaps whose it is: 各县政府, 省政府各工作部门.
	ofEach = words.Pattern(`^{{owners}}?各`)
	// bareGovernment is a bare kind of government: 市人民政府, 县（市、区）政府. The 市新区管委会 is one body.
	bareGovernment = words.Pattern(`^(?:{{government-levels}}|、|` + words.Bracketed + `)+{{government-names}}$`)
	// innerOffice is a kind of body of which a region has several: behind 各区人民政府 it means each of them.
	innerOffice = words.Pattern(`^(?:{{inner-places}}(?:` + words.Bracketed + `)?|{{own-levels}}` + words.Bracketed + `){{inner-offices}}$`)
	// severalLevels is a government of several levels at once: 市、县人民政府, 县（市、区）政府.
	severalLevels = words.Pattern(`^[市县区旗州盟乡镇](?:[市县区旗州盟乡镇、]|` + words.Bracketed + `)+级?(?:人民)?政府$|^[省市县区旗州盟乡镇](?:、[市县区旗州盟乡镇]|` + words.Bracketed + `)+级?\p{Han}+$`)
	// barePlace is all places of a kind: 村（社区）.
	barePlace = words.Pattern(`^{{bare-places}}(?:` + words.Bracketed + `)?$`)
	// streetOffice is that of each street.
	streetOffice = pattern.MustCompile(`^街道?办(?:事处)?$`)
)

// kindNames name collectives: they are called as written, whosever they are.
var kindNames = []nameRule{
	{
		Rule: policy.Rule{
			Name: "collective-with-each", Verdict: policy.AsName, Says: "“各”字开头的，或者“省级各”“市直各”一类开头的，是一类单位，照原样称呼",
			Takes: "管好水库。（市水利局、〔各县政府〕）", Leaves: "管好水库。（市水利局、〔市财政局〕）",
		},
		holds: func(n *naming) bool {
			return ofEach.MatchString(n.written) || strings.Contains(n.written, "各") && levelOf(n.written, n.region) == ""
		},
		name: asWritten,
	},
	{
		Rule: policy.Rule{
			Name: "kind-of-bodies", Verdict: policy.AsName, Says: "“属地”“基层”“驻”等开头的只说是哪一类单位，照原样称呼",
			Takes: "管好水库。（市水利局、〔属地政府〕）", Leaves: "管好水库。（市水利局、〔市政府〕）",
		},
		holds: func(n *naming) bool { return kindOfBodies.MatchString(n.written) },
		name:  asWritten,
	},
	{
		// After kind-of-bodies, which leaves 乡镇人民政府 as it is.
		Rule: policy.Rule{
			Name: "each-carried-over", Verdict: policy.AsName, Says: "“各”字开头的名称之后，没有写明是哪一个的政府、街道办事处等也指每一个",
			Takes: "管好水库。（市水利局、各盟行政公署、〔市人民政府〕）", Leaves: "管好水库。（市水利局、〔市人民政府〕）",
		},
		holds: func(n *naming) bool {
			return n.before.each && (bareGovernment.MatchString(n.written) || innerOffice.MatchString(n.written))
		},
		name: func(n *naming) string { return "各" + n.written },
	},
	{
		// After each-carried-over: 县（区）政府 behind 各市政府 is 各县（区）政府.
		Rule: policy.Rule{
			Name: "several-levels", Verdict: policy.AsName, Says: "几级政府连写，或只写“村”“镇街”一类，指的是每一个，照原样称呼",
			Takes: "管好水库。（市水利局、〔市、县人民政府〕）", Leaves: "管好水库。（市水利局、〔市人民政府〕）",
		},
		holds: func(n *naming) bool {
			return severalLevels.MatchString(n.written) || barePlace.MatchString(n.written) || streetOffice.MatchString(n.written)
		},
		name: asWritten,
	},
}
