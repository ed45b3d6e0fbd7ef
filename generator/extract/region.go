package extract

import (
	"slices"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/words"
)

// A regionReading looks for the region that a paper is of.
type regionReading struct {
	issuers []string // at least one
	title   string
	head    string // title and recipients
	text    string
	region  string // which the rule that holds has found
}

// region returns the region that the paper is of, or "" where nothing tells it.
func (x *extractor) region() (region, rule string) {
	r := x.newRegion()
	by, _ := regionRules.First(r)
	return r.region, by.Name
}

func (x *extractor) newRegion() *regionReading {
	m := x.facts.Meta
	issuers := m.Issuers
	if len(issuers) == 0 {
		issuers = []string{m.Issuer}
	}
	return &regionReading{issuers: issuers, title: m.Title, head: m.Title + m.Recipients, text: dateline.ReplaceAllString(x.file.Text, "")}
}

// found reports whether region is one, which is then that of the paper.
func (r *regionReading) found(region string) bool {
	r.region = region
	return region != ""
}

var (
	// national begins the name of a body of the whole country.
	national = words.Pattern(`^{{national-starts}}|^(?:发展改革委|[^\P{Han}委省市县区州盟旗]{2,10}部|\p{Han}{2,8}总[局署]|中国(?:\p{Han}{2,10}?(?:委员会|银行)|{{china-bodies}})|中华全国\p{Han}{2,6}会|{{national-short-names}})(?:{{behind-national-bodies}}|、|$)`)
	// dateline begins a piece of a news agency with the place where it was written: 「新华社北京12月14日电」.
	dateline = words.Pattern(`{{news-agencies}}\p{Han}{2,10}?(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[电讯]`)
	// announced tells who issued a paper, as news do: 「中共中央、国务院印发了《…纲要》」.
	announced = words.Pattern(`(?:^|[，。、]|近日|日前)(?:{{national-starts}})[\p{Han}、\s\x{3000}]{0,30}?印发了?《([^《》]{4,120})》`)
	// ownRegion is the place to which a paper without head says that it is fitted.
	ownRegion = words.Pattern(`结合(\p{Han}{2,8}?{{region-ends}})的?(?:情况|(?:工作)?实际)`)
	// ownShort is that place without its level.
	ownShort = pattern.MustCompile(`结合(?:我[省市县区州])?(\p{Han}{2,5}?)(?:的?(?:情况|(?:工作)?实际))`)
	// sessionRegion is the place of the congress that a report was given to.
	sessionRegion = words.Pattern(`日在\s*(\p{Han}{2,8}?{{region-ends}})\s*第\p{Han}{1,4}届人民代表大会`)
)

// regionRules tell the region: head first, then what the text says of it. Their sentences are whole papers.
var regionRules = policy.Decisions[*regionReading]{
	{
		Rule: policy.Rule{
			Name: "region-of-issuer", Verdict: policy.AsName, Says: "发文机关名称开头的地名",
			Takes: "关于支持养老的通知\n一、抓好落实\n加强监督。\n〔乙川市〕人民政府\n2031年3月1日", Leaves: "〔乙川市〕养老办法\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *regionReading) bool {
			for _, issuer := range r.issuers {
				if r.found(regionAtStart(issuer)) || national.MatchString(issuer) {
					break
				}
			}
			return r.region != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "region-of-title", Verdict: policy.AsName, Says: "标题开头的地名",
			Takes: "〔乙川市〕养老办法\n一、抓好落实\n加强监督。", Leaves: "城市养老办法\n一、抓好落实\n结合〔乙川市〕实际，加强监督。",
		},
		Holds: func(r *regionReading) bool { return r.found(regionAtStart(r.title)) },
	},
	{
		Rule: policy.Rule{
			Name: "national-body", Verdict: policy.AsName, Says: "发文机关或标题开头是国务院、部、总局等的，属于国家",
			Takes: "〔国务院〕关于支持养老的意见\n一、抓好落实\n加强监督。", Leaves: "关于支持养老的意见\n一、抓好落实\n按照〔国务院〕的要求加强监督。",
		},
		Holds: func(r *regionReading) bool {
			return (national.MatchString(r.issuers[0]) || national.MatchString(r.title)) && r.found(registry.National)
		},
	},
	{
		Rule: policy.Rule{
			Name: "announced-by-a-national-body", Verdict: policy.AsName, Says: "消息说这份文件由中共中央、国务院等印发的，属于国家；电头的地名不算",
			Takes:  "养老纲要\n新华社北京12月14日电 近日，中共中央、〔国务院〕印发了《养老纲要》，并发出通知。\n一、抓好落实\n加强监督。",
			Leaves: "养老纲要\n一、抓好落实\n贯彻〔国务院〕印发的《托育纲要》，结合河南省的要求加强监督。",
		},
		Holds: func(r *regionReading) bool {
			for _, m := range announced.FindAllStringSubmatch(r.text, -1) {
				if words.FoldTitle(m[1]) == words.FoldTitle(r.title) {
					return r.found(registry.National)
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "sent-to-all-provinces", Verdict: policy.AsName, Says: "主送各省、自治区、直辖市的，属于国家",
			Takes: "关于支持养老的意见\n各〔省、自治区、直辖市〕人民政府：\n一、抓好落实\n加强监督。", Leaves: "关于支持养老的意见\n一、抓好落实\n报告各〔省、自治区、直辖市〕人民政府。",
		},
		Holds: func(r *regionReading) bool {
			return strings.Contains(r.head, "各省、自治区、直辖市") && r.found(registry.National)
		},
	},
	{
		Rule: policy.Rule{
			Name: "fitted-to-a-region", Verdict: policy.AsName, Says: "正文“结合某地实际”中的地名",
			Takes: "关于支持养老的意见\n一、抓好落实\n结合〔乙川市〕实际，加强监督。", Leaves: "关于支持养老的意见\n一、抓好落实\n结合〔我市〕实际，加强监督。",
		},
		Holds: func(r *regionReading) bool { return r.found(namedPlace(ownRegion.FindStringSubmatch(r.text))) },
	},
	{
		Rule: policy.Rule{
			Name: "fitted-to-a-place-called-short", Verdict: policy.AsName, Says: "正文“结合某地实际”中没有写级别的地名，只有一个地方叫这个名字的",
			Takes: "关于支持养老的意见\n一、抓好落实\n结合〔怀化〕实际，加强监督。", Leaves: "关于支持养老的意见\n一、抓好落实\n结合〔工作〕实际，加强监督。",
		},
		Holds: func(r *regionReading) bool {
			m := ownShort.FindStringSubmatch(r.text)
			return m != nil && r.found(registry.PlaceCalled(m[1]))
		},
	},
	{
		Rule: policy.Rule{
			Name: "session-of-a-region", Verdict: policy.AsName, Says: "报告题注“某日在某地第几届人民代表大会”中的地名",
			Takes: "政府工作报告\n2031年1月9日在〔乙川市〕第三届人民代表大会上\n一、抓好落实\n加强监督。", Leaves: "政府工作报告\n2031年1月9日在〔全市〕第三届人民代表大会上\n一、抓好落实\n加强监督。",
		},
		Holds: func(r *regionReading) bool { return r.found(namedPlace(sessionRegion.FindStringSubmatch(r.text))) },
	},
	{
		Rule: policy.Rule{
			Name: "region-in-title", Verdict: policy.AsName, Says: "标题“关于印发”之后的地名",
			Takes: "关于印发〔乙川市〕养老办法的通知\n一、抓好落实\n加强监督。", Leaves: "关于支持养老的通知\n一、抓好落实\n学习〔乙川市〕养老办法。",
		},
		Holds: func(r *regionReading) bool { return r.found(placeInTitle(r.title)) },
	},
	{
		Rule: policy.Rule{
			Name: "region-of-own-level", Verdict: policy.AsName, Says: "文件自称“全市”“我县”的，取全文提到最多的同级地名；一个也没有的，不取上级地区",
			Takes:  "关于支持养老的意见\n一、抓好落实\n全市加强监督，我市各部门落实河南省、河南有关要求，建设文明〔怀化市〕。",
			Leaves: "关于支持养老的意见\n一、抓好落实\n全省加强监督，落实河南省、河南有关要求，学习〔怀化市〕。",
		},
		Holds: func(r *regionReading) bool {
			level := ownLevel(r.text, r.title)
			r.region = placeOfLevel(r.text, level)
			return slices.Contains(belowProvince, level)
		},
	},
	{
		// After region-of-own-level: a paper of a city is not its province's.
		Rule: policy.Rule{
			Name: "region-named-most", Verdict: policy.AsName, Says: "以上都没有的，取标题、主送机关提到的省级地区，否则取全文提到最多的",
			Takes: "关于支持养老的意见\n一、抓好落实\n比照湖南加强监督，落实〔河南省〕的要求。", Leaves: "关于支持养老的意见\n一、抓好落实\n结合〔乙川市〕实际，落实河南省的要求。",
		},
		Holds: func(r *regionReading) bool { return r.found(r.namedMost()) },
	},
}

// headWeight is how much a region named in the head weighs: more than any text can name another.
const headWeight = 1000

// namedMost returns the region of the provinces that the head names, else the one that the text names most.
func (r *regionReading) namedMost() string {
	best, most := "", 0
	for _, p := range registry.Regions {
		n := strings.Count(r.text, p.Name)*2 + strings.Count(r.text, p.Short)
		if strings.Contains(r.head, p.Short) {
			n += headWeight
		}
		if n > most {
			best, most = p.Name, n
		}
	}
	return best
}
