package search

// Kinds of pages. Results are grouped by them.
const (
	DocumentKind  = "文件"
	AgencyKind    = "机构"
	MeasureKind   = "措施"
	IndicatorKind = "指标"
	GuideKind     = "说明"
)

// A Page is a page of the site that a search can find, with all that the search knows of it.
type Page struct {
	URL     string // under the site: "documents/yuzheng-2015-42.html"
	Title   string
	Kind    string
	Crumb   string // where the page stands; shown with a result, not searched
	Date    string // 2015-07-20, or empty
	Region  string
	Issuers []string
	Code    string   // of its number, by which an issuer counts its papers: 豫政 of 豫政〔2015〕42号
	Type    string   // kind of paper: 实施意见
	Days    string   // from when until when the paper holds, in words that the script reads; empty for other pages
	Head    []string // what is searched with the title: number, other names
	Parts   []Part
	Short   string // the name by which suggestions know the page; empty for pages that are not suggested
}

// A Part is a clause of a page, the unit in which several terms must occur together. A part with
// an address of its own is a page too; one that is Apart stands only there and not on the page
// that it belongs to.
type Part struct {
	Anchor  string // by which a link reaches it in its page; empty for the top
	URL     string
	Title   string
	Kind    string
	Crumb   string
	Apart   bool
	Heading string // of the paper's part that it stands in: 二、重点任务
	Roles   []Role
	Sets    []string // of the indicators that it sets "target", "threshold", and the years for which these are; the last days of its deadlines
	Texts   []string // paragraphs and rows
}

// A Role says that an agency answers for a part.
type Role struct {
	Agency string // its name
	Role   string // lead, support, sole, joint
}

// Links returns the addresses that the search leads to, with their anchors.
func Links(pages []Page) []string {
	var links []string
	for _, p := range pages {
		links = append(links, p.URL)
		for _, part := range p.Parts {
			if part.Anchor != "" {
				links = append(links, p.URL+"#"+part.Anchor)
			}
			if part.URL != "" {
				links = append(links, part.URL)
			}
		}
	}
	return links
}
