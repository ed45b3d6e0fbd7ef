package extract

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// meta fills in what the document says of itself. What it does not say stays empty.
func (x *extractor) meta() {
	m := &x.facts.Meta
	m.Title = withoutQuotes(x.file.Squeezed(x.doc.Title))
	m.Number = words.PrintedNumber(x.file.Slice(x.doc.Number))
	if m.Title == "" && words.OrderIssuer(m.Number) != "" {
		m.Title = words.WithoutBareNumber(x.file.Squeezed(x.doc.Number)) // 「某某县指挥部通告（第1号）」 has no other
	}
	m.Recipients = x.file.Squeezed(x.doc.Recipients)
	r := x.newHead()
	if m.Number == "" {
		m.Number = r.numberAdopted()
	}
	if m.Number == "" {
		m.Number = x.serialOfTitle()
	}
	if _, ok := issuerRules.First(r); ok {
		m.Issuer, m.Issuers = r.value, r.issuers(r.value, r.names)
	}
	if signed := x.file.Squeezed(x.doc.Issuer); signed != "" {
		m.Issuer = signed
	}
	if _, ok := dateRules.First(r); ok {
		m.Date = r.value
	}
	x.pageMeta()
	if m.Issuer == "" {
		if _, ok := issuerRules.First(r); ok { // the page may have said the title
			m.Issuer, m.Issuers = r.value, r.issuers(r.value, r.names)
		}
	}
	m.Kind, m.KindRule = x.kind()
	m.Region, m.RegionRule = x.region()
}

// serialOfTitle returns the number of a public notice that gives only its serial, in brackets at the end of its title or below it, of which
// the title says whose it is: 「某某局关于…的公告⏎（2031年第5号）」 is 某某局公告2031年第5号.
func (x *extractor) serialOfTitle() string {
	title := x.file.Squeezed(x.doc.Title)
	rest := x.file.Text[x.doc.Title.End:]
	serial := serialInTitle.FindStringSubmatch(title)
	if serial == nil {
		serial = serialBelow.FindStringSubmatch(rest)
	}
	bare := serialInTitle.ReplaceAllString(title, "")
	kind := orderKind.FindString(bare)
	issuer := document.TitleIssuer(title)
	if serial == nil || kind == "" || issuer == "" {
		return ""
	}
	return words.NormalNumber(issuer + kind + serial[1])
}

var (
	serialInTitle = pattern.MustCompile(`[（(](` + words.OrderSerial + `)[）)]$`)
	serialBelow   = pattern.MustCompile(`^\s*[（(]?(` + words.OrderSerial + `)[）)]?\s*\n`)
	orderKind     = pattern.MustCompile(words.OrderKind + `$`)
)

// withoutQuotes takes the 《》 off a title that a site sets in them as a whole: 「《甲市人民政府关于印发〈…方案〉的通知》」.
func withoutQuotes(title string) string {
	inside := strings.TrimSuffix(strings.TrimPrefix(title, "《"), "》")
	if len(inside) != len(title)-len("《》") || strings.ContainsAny(inside, "《》") {
		return title
	}
	return inside
}

// inherit takes over from the paper what an annex has in common with it.
func (x *extractor) inherit(of policy.Meta) {
	m := &x.facts.Meta
	take := func(name string, to *string, value string) {
		if *to = value; value != "" {
			m.Inherited = append(m.Inherited, name)
		}
	}
	take("number", &m.Number, of.Number)
	take("issuer", &m.Issuer, of.Issuer)
	take("date", &m.Date, of.Date)
	take("region", &m.Region, of.Region)
	take("published", &m.Published, of.Published)
	take("status", &m.Status, of.Status)
	m.Issuers, m.RegionRule = of.Issuers, of.RegionRule
	m.FromPage = slices.DeleteFunc(m.FromPage, func(name string) bool { return slices.Contains(m.Inherited, name) })
	if m.Title == "" {
		m.Title = x.file.Squeezed(x.doc.Heading())
	}
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
	take("number", &m.Number, words.PrintedNumber(x.file.Value("发文字号")))
	take("date", &m.Date, readDate(x.file.Value("成文日期")))
	take("published", &m.Published, readDate(x.file.Value("发布日期")))
	take("index", &m.Index, x.file.Value("索引号"))
	take("status", &m.Status, statusOf(x.file.Value("有效性")))
	if title := source.Squeeze(x.file.Value("标题")); strings.Contains(source.Squeeze(x.file.Text), title) {
		take("title", &m.Title, title)
	}
	if issuer, names := namesOfField(x.file.Value("发文机关")); issuer != "" {
		if barePlace.MatchString(m.Issuer) && strings.HasSuffix(issuer, m.Issuer) {
			m.Issuer = "" // 县人民政府办公室: the page says which county
		}
		if m.Issuer == "" {
			m.Issuers = names
		}
		take("issuer", &m.Issuer, issuer)
	}
	if subject := x.file.Value("主题分类"); subject != "" {
		m.Subject = strings.Split(subject, `\`)
	}
}

// namesOfField returns the bodies that a field names, run together and each for itself, or "" where one of them is no name.
func namesOfField(value string) (whole string, names []string) {
	names = strings.FieldsFunc(value, func(c rune) bool { return source.IsSpace(c) || strings.ContainsRune("、，,；;", c) })
	for _, name := range names {
		if !fullName.MatchString(name) {
			return "", nil
		}
	}
	return strings.Join(names, ""), names
}

var (
	fullName = words.Pattern(`^\p{Han}{2,30}(?:院|中央|{{body-ends}})$`)
	// barePlace begins a name that does not say which place it is of.
	barePlace = words.Pattern(`^{{levels}}(?:人民)?政府`)
	isoDate   = pattern.MustCompile(`^((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})`)
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
