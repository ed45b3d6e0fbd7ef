package extract

import (
	"regexp"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// meta fills in what the document says of itself. What it does not say stays empty.
func (x *extractor) meta() {
	m := &x.facts.Meta
	m.Title = x.file.Squeezed(x.doc.Title)
	m.Number = words.NormalNumber(x.file.Slice(x.doc.Number))
	m.Recipients = x.file.Squeezed(x.doc.Recipients)
	m.Issuer = x.file.Squeezed(x.doc.Issuer)
	m.Date = document.ReadDate(x.file.Slice(x.doc.Date))
	if m.Issuer == "" {
		m.Issuer = issuerOfTitle(m.Title)
	}
	if order := issuerOfOrder.FindStringSubmatch(m.Number); m.Issuer == "" && order != nil && !barePlace.MatchString(order[1]) {
		m.Issuer = order[1]
	}
	x.pageMeta()
	m.Kind = x.kind()
	m.Region = x.region()
}

// pageMeta takes over what the text does not say itself from the data table of the page that the
// paper stood on, such as 「发文字号：丽政发〔2023〕30号」.
func (x *extractor) pageMeta() {
	m := &x.facts.Meta
	take := func(name string, to *string, value string) {
		if *to == "" && value != "" {
			*to = value
			m.FromPage = append(m.FromPage, name)
		}
	}
	take("number", &m.Number, words.NormalNumber(x.file.Value("发文字号")))
	take("date", &m.Date, readDate(x.file.Value("成文日期")))
	take("published", &m.Published, readDate(x.file.Value("发布日期")))
	take("index", &m.Index, x.file.Value("索引号"))
	take("status", &m.Status, statusOf(x.file.Value("有效性")))
	if title := source.Squeeze(x.file.Value("标题")); strings.Contains(source.Squeeze(x.file.Text), title) {
		take("title", &m.Title, title)
	}
	if issuer := x.file.Value("发文机关"); fullName.MatchString(issuer) {
		if barePlace.MatchString(m.Issuer) && strings.HasSuffix(issuer, m.Issuer) {
			m.Issuer = "" // 县人民政府办公室: the page says which county
		}
		take("issuer", &m.Issuer, issuer)
	}
	if subject := x.file.Value("主题分类"); subject != "" {
		m.Subject = strings.Split(subject, `\`)
	}
}

var (
	fullName = regexp.MustCompile(`^\p{Han}{2,30}(?:政府|办公厅|办公室|委员会|国务院|厅|局|部|委|院)$`)
	// barePlace begins a name that does not say which place it is of.
	barePlace = regexp.MustCompile(`^(?:省|自治区|市|州|县|区|旗)(?:人民)?政府`)
	isoDate   = regexp.MustCompile(`^((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})`)
)

// readDate reads a date of a data table: 2018年12月29日, 2023-10-16 08:59.
func readDate(s string) string {
	if m := isoDate.FindStringSubmatch(s); m != nil {
		s = m[1] + "年" + m[2] + "月" + m[3] + "日"
	}
	return document.ReadDate(s)
}

// statusOf returns the 时效 of a data table in the words of government sites.
func statusOf(s string) string {
	switch source.Squeeze(s) {
	case "有效", "现行有效":
		return "有效"
	case "失效", "已失效":
		return "失效"
	case "废止", "已废止":
		return "废止"
	}
	return ""
}

// issuerOfOrder is the body whose order or notice a number is: 「中华人民共和国国务院令第802号」.
var issuerOfOrder = regexp.MustCompile(`^(?:中华人民共和国)?(\p{Han}{3,30})(?:令|公告)(?:(?:19|20)\d{2}年)?第`)

// titleIssuer is the body at the start of a title: 河南省人民政府关于…, 国务院办公厅关于….
var titleIssuer = regexp.MustCompile(`^(国务院办公厅|国务院|(?:\p{Han}|[（）])+?(?:人民政府办公厅|人民政府办公室|人民政府|办公厅|办公室|委员会|厅|局|部|委|总局|总署|省委|市委))(?:关于|印发|转发|批转)`)

func issuerOfTitle(title string) string {
	if m := titleIssuer.FindStringSubmatch(title); m != nil && !strings.Contains(m[1], "贯彻") {
		return m[1]
	}
	return ""
}

var (
	issuedPaper = regexp.MustCompile(`(?:印发|转发|批转|发布|下发|公布|下达)(.*?)的?(?:通知|公告)?$`)
	kindAtEnd   = regexp.MustCompile(`((?:实施|指导|分工|工作|行动|专项|总体|发展|建设)?(?:意见|方案|规划|计划|办法|细则|规定|通知|公告|通告|决定|通报|批复|纲要|要点|措施|条例|指南|清单|目录|预案|政策|标准|规范|规则|制度|分工|任务|函|报告|请示|命令|令|工程|行动|指引|导则|名单|规程|答复|复函))[》”]*(?:[（(][^（）()]*[）)])?$`)
	selfNamed   = regexp.MustCompile(`(?:现?(?:就.{2,40})?(?:特)?(?:提出|制定|制订|印发)(?:以下|如下|本)|现提出.{0,4}|^本|[。，；]本|特制定如下|制定如下|制定以下)\s*(?:政策)?(实施意见|指导意见|若干意见|意见|分工方案|实施方案|工作方案|行动方案|方案|行动计划|计划|若干措施|措施|办法|规定|实施细则|细则|规划|通知|决定)`)
)

// kind returns the kind of paper (文种): that of the carried paper, else of the title, else what
// the text calls itself, as in 「现提出以下意见」.
func (x *extractor) kind() string {
	title := x.facts.Meta.Title
	if n := len(x.doc.Bodies); x.doc.Bodies[n-1].Carried {
		if n == 1 || !issuedPaper.MatchString(title) {
			title = x.file.Squeezed(x.doc.Bodies[n-1].Title)
		}
	}
	if k := kindOfTitle(title); k != "" {
		return k
	}
	for _, b := range x.doc.Blocks {
		if b.Kind != document.Paragraph {
			continue
		}
		if m := selfNamed.FindStringSubmatch(x.file.Squeezed(b.Span)); m != nil {
			return plainKind(m[1])
		}
	}
	return kindOfTitle(x.facts.Meta.Title)
}

// kindOfTitle returns the kind that a title ends in, looking through a notice at what it issues.
func kindOfTitle(title string) string {
	if m := issuedPaper.FindStringSubmatch(title); m != nil {
		inner := strings.TrimRight(m[1], "等的")
		if k := kindAtEnd.FindStringSubmatch(inner); k != nil {
			return plainKind(k[1])
		}
	}
	if k := kindAtEnd.FindStringSubmatch(title); k != nil {
		return plainKind(k[1])
	}
	return ""
}

// plainKind drops the words before a kind that do not make it another: 若干意见 is 意见, but
// 实施意见 and 行动计划 are kinds of their own.
func plainKind(k string) string {
	k = strings.TrimPrefix(k, "若干")
	for _, w := range []string{"专项", "总体", "发展", "建设"} {
		k = strings.TrimPrefix(k, w)
	}
	switch k {
	case "工作意见", "工作计划", "工作规划", "工作办法", "行动意见", "工作措施", "实施措施", "工作要点", "工作任务", "工作报告", "分工":
		if k == "工作要点" || k == "分工" {
			return k
		}
		return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(k, "工作"), "行动"), "实施")
	}
	return k
}

var (
	cityAtStart = regexp.MustCompile(`^(\p{Han}{1,6}?(?:市|自治州|州|盟|地区|县|自治县|旗|区))(?:人民政府|政府|委|教育|财政|卫生|发展|人力|医疗|市场|住房|交通|工业|科|民政|农业|商务|文化|生态|自然|公安|司法|水|应急|统计|税务|经济)`)
	// cityOfTitle is the place that a title begins with, whatever follows: 淮南市公园管理办法, 铜川市2020年….
	cityOfTitle = regexp.MustCompile(`^(\p{Han}{2,8}?(?:自治州|自治县)|\p{Han}{2,4}?(?:市|区|旗)|\p{Han}{1,4}?县)(?:[^、，。]|$)`)
	// townOfTitle is the town that a title begins with: 青口镇2024年….
	townOfTitle = regexp.MustCompile(`^(\p{Han}{1,4}?(?:镇|乡|街道))(?:[^、，。化村]|$)`)
	// yearAtStart is the year before the place in a title: 2021年芜湖市….
	yearAtStart = regexp.MustCompile(`^(?:19|20)\d{2}年度?`)
	// kindOfPlace ends a word that says what kind of place it is and names none: 城市, 园区, 贫困县.
	kindOfPlace = regexp.MustCompile(`^(?:\p{Han}{0,3}型|中心|重点|试点|示范|开放|中小|大|小|各|全国|文明|卫生|园林)?(?:城|都)市$|^(?:直辖|地级|县级|设区的?|试点|示范|首批|股票|企业上)市$|(?:贫困|试点|大|强|小|示范|山区|牧业|边境|重点|革命老区)县$|^[市区州兴富]县$|^(?:大|粤港澳大|环\p{Han}{1,3})?湾区$|^(?:国家级|省级|城市|高铁|产业|城)?新区$|^(?:城|乡|集|小|小城|建制|特色|特色小|重点|中心|中心城|强|美丽|新型城|各|全)[镇乡]$|` +
		`(?:园|社|地|景|灾|片|校|库|牧|辖|特|专|市|街|保税|开发|保护|功能|实验|试验|示范|合作|自贸|自治|老|厂|院|居住|先行|引领|生态|聚集|集聚|高新|经开)区$`)
	// ownRegion is the place to which a paper without head says that it is fitted.
	ownRegion = regexp.MustCompile(`结合(\p{Han}{2,8}?(?:省|自治区|市|自治州|州|盟|县|旗|区))(?:的)?(?:实际|情况|工作实际)`)
	// sessionRegion is the place of the congress that a report was given to.
	sessionRegion = regexp.MustCompile(`日在(\p{Han}{2,8}?(?:省|自治区|市|自治州|自治县|州|县|旗|区))第\p{Han}{1,4}届人民代表大会`)
	national      = regexp.MustCompile(`^(?:国务院|中共中央|中央|国家|全国|最高人民)|^(?:发展改革委|发展改革委办公厅|\p{Han}{2,10}部|\p{Han}{2,8}总局|\p{Han}{2,8}总署)(?:办公厅|关于|$)`)
)

// region returns the region that the paper is of: by its issuer, else its title, else by the
// region that its text speaks of.
func (x *extractor) region() string {
	m := x.facts.Meta
	for _, s := range []string{m.Issuer, issuerOfTitle(m.Title), m.Title} {
		if r := regionAtStart(s); r != "" {
			return r
		}
	}
	if national.MatchString(m.Issuer) || national.MatchString(m.Title) {
		return registry.National
	}
	return regionOfText(m.Title+m.Recipients, x.file.Text)
}

// genericPlace is a place that is not named: 我市, 全区, 各县, 本地区.
var genericPlace = regexp.MustCompile(`^(?:我|全|各|本|该|当)|地区$|园区$`)

// regionAtStart returns the region that a name of a body or a title begins with.
func regionAtStart(s string) string {
	s = yearAtStart.ReplaceAllString(strings.TrimPrefix(strings.TrimPrefix(s, "中共"), "中国共产党"), "")
	for _, r := range registry.Regions {
		rest, ok := strings.CutPrefix(s, r.Name)
		if !ok {
			continue
		}
		m := cityAtStart.FindStringSubmatch(rest)
		switch {
		case m == nil || !strings.HasPrefix(rest[len(m[1]):], "人民政府"):
			return r.Name
		case r.Level == "市":
			return r.Name + m[1] // 北京市大兴区
		}
		return m[1] // 河北省沧州市人民政府
	}
	for _, form := range []*regexp.Regexp{cityAtStart, cityOfTitle, townOfTitle} {
		if m := form.FindStringSubmatch(s); m != nil && !kindOfPlace.MatchString(m[1]) && !genericPlace.MatchString(m[1]) && !strings.HasPrefix(m[1], "关于") {
			return m[1]
		}
	}
	return ""
}

// regionOfText returns the region that the head of a paper names, else the one that its text
// names most; 国家 where the recipients are the provinces.
func regionOfText(head, text string) string {
	if strings.Contains(head, "各省、自治区、直辖市") {
		return registry.National
	}
	for _, form := range []*regexp.Regexp{ownRegion, sessionRegion} {
		if m := form.FindStringSubmatch(text); m != nil && !genericPlace.MatchString(m[1]) {
			return m[1]
		}
	}
	best, most := "", 0
	for _, r := range registry.Regions {
		n := strings.Count(text, r.Name)*2 + strings.Count(text, r.Short)
		if strings.Contains(head, r.Short) {
			n += 1000
		}
		if n > most {
			best, most = r.Name, n
		}
	}
	return best
}
