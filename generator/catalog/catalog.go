// Package catalog is the whole library: which names are one body, where everything has its
// address, who works with whom, and what stands beside what.
package catalog

import (
	"cmp"
	"path"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A Catalog is the library, ready to be written as pages. Every list is sorted; the same
// documents give the same catalog.
type Catalog struct {
	Documents   []*Document   // by date, undated ones last, then by ID
	Forms       []*Document   // files that have the text of one of these; they have pages and stand in no list
	Agencies    []*Agency     // by region, then by ID
	Indicators  []*Indicator  // in the order of documents and text
	Series      []*Series     // quantities promised by more than one document
	SharedGoals []*SharedGoal // indicators that the tables of more than one document have
	Citations   []*Citation   // cited documents, held ones first, then by title
	Cascades    []*Cascade    // papers that carry out one parent, measure by measure
	Problems    source.ErrorList
	Deadlines   []*Deadline // in the order of documents and text
	Awards      []*Award    // promises of money, in the order of documents and text
	Public      bool        // the site is for everybody: what its editors have still to look at is not shown

	Rules policy.RuleBook  // in which the rules of the findings stand
	Uses  map[string][]Use // findings by the name of a rule, in the order of documents and text
	Roles policy.RoleCount // of all tasks
}

// A Document is one paper of the library.
type Document struct {
	ID string // from the seed's file name: "yuzheng-2015-42"
	*policy.Facts
	Title       string     // Meta.Title, or a working title made from the body
	ShortTitle  string     // for lists and breadcrumbs, at most some 24 characters
	Measures    []*Measure // as Facts.Measures
	Parts       []*Task    // the groups in the headings of its parts
	Annex       []*AnnexRow
	Indicators  []*Indicator
	Goals       []*Goal // rows of its tables of indicators
	Deadlines   []*Deadline
	Citations   []*Citation // of Facts.Citations, each cited document once
	CitedBy     []*Document
	Ends        []*Ended    // the papers that its clauses end, change or prevail over
	EndedBy     []*Ended    // the papers of the library that do so to it
	Cascades    []*Cascade  // of which it is a member; none of a form
	Agencies    []*Agency   // named in it, by number of tasks
	Assignments int         // groups, annex rows included
	Chars       int         // characters of the text without white space
	PlacedChars int         // characters that a rule placed: in head, preamble, outline, tables, signature; not loose text of annexes
	NoiseChars  int         // of these, characters declared noise
	SameAs      *Document   // another paper of its number, or of its title and date, which comparisons take; nil otherwise
	FormOf      *Document   // the paper whose text this file has too (x.pdf beside x.txt); nil otherwise
	Forms       []*Document // other files with its text
	Texts       []*Text     // of its files: that of the paper, then those of annexes in files of their own, by number
	Prev, Next  *Document   // in the order of Catalog.Documents
}

// A Text is the text of one file of a paper, which its page shows.
type Text struct {
	*policy.Facts              // found in it; places are those of the paper's joined file
	ID            string       // "yuzheng-2015-42", of an annex "yuzheng-2015-42/annex-1"
	File          *source.File // as it was read, with its account
	Title         string       // of an annex; empty if it has none
	Chars         int          // as of the document
	NoiseChars    int
}

// Place says which annex of the paper the text is; nil for the paper itself.
func (t *Text) Place() *document.Annex { return t.Document.Annex }

// Heading returns how a reader calls the text of an annex: 附件1　重点任务分工表.
func (t *Text) Heading() string {
	return strings.TrimSpace(t.Place().Label() + "　" + t.Title)
}

// Original returns the path under the site at which the file of an annex can be downloaded as it came in. What a browser
// would open as a page of the site, with all that it loads and runs, gets a name that it does not.
func (t *Text) Original() string {
	suffix := strings.ToLower(path.Ext(t.File.Name))
	if !strings.Contains(" .txt .md .markdown .docx .pdf .ofd .xlsx .doc .wps .rtf .odt ", " "+suffix+" ") {
		suffix += ".txt"
	}
	return "data/originals/" + t.ID + suffix
}

// Anchor returns the id of the text of an annex in its paper's page: "annex-file-1". A row of the paper's own
// annex may be "annex-1".
func (t *Text) Anchor() string { return "annex-file" + strings.TrimPrefix(t.Place().Key(), "annex") }

// TextAt returns the text in which s stands.
func (d *Document) TextAt(s source.Span) *Text {
	for i, t := range d.Texts {
		if d.Document.File.Within(i).Contains(s) {
			return t
		}
	}
	return d.Texts[0]
}

// Annexes returns the texts of d's annexes in files of their own.
func (d *Document) Annexes() []*Text { return d.Texts[1:] }

// plainTitle returns the title by which papers are compared, without small forms of characters.
func (d *Document) plainTitle() string { return cmp.Or(d.Meta.Title, d.Title) }

// Path returns the page's path under the site, without suffix.
func (d *Document) Path() string { return "documents/" + d.ID }

// General returns how many of the measures order nothing of their own.
func (d *Document) General() int {
	n := 0
	for _, m := range d.Measures {
		if m.General != "" {
			n++
		}
	}
	return n
}

// A Measure is a measure with its place in the library.
type Measure struct {
	*policy.Measure
	Document     *Document
	Title        string // its heading, or the beginning of its text
	Tasks        []*Task
	Unassigned   *Task       // its own words as a task of no agency, to compare; nil if they have agencies or are no order
	Annex        []*AnnexRow // rows that speak of it
	Indicators   []*Indicator
	Deadlines    []*Deadline
	Citations    []*Citation
	Counterparts []*Pair  // the same task in other papers
	Prev, Next   *Measure // in the document
	Parent       *Measure // the clause that an item stands under; nil otherwise
	Items        []*Measure
}

// Path returns the page's path under the site, without suffix: "measures/yuzheng-2015-42/2-1".
func (m *Measure) Path() string { return "measures/" + m.Document.ID + "/" + m.Address }

// Anchor returns the id of the measure in its document's page.
func (m *Measure) Anchor() string { return "m" + m.Address }

// An AnnexRow is a row of an annex with its place in the library.
type AnnexRow struct {
	*policy.AnnexRow
	Document *Document
	Of       *Measure // the measure it speaks of; nil if none was found
	Task     *Task
}

// Path returns the page's path under the site, without suffix: "measures/yuzheng-2015-42/annex-5".
func (r *AnnexRow) Path() string { return "measures/" + r.Document.ID + "/" + r.Address() }

// Anchor returns the id of the row in its document's page.
func (r *AnnexRow) Anchor() string { return r.Address() }

// A Task is one assignment or annex row: what a group of agencies has to do.
type Task struct {
	Document   *Document
	Measure    *Measure          // nil for a part, and for an annex row that speaks of no measure
	Part       *document.Section // that the group answers for as a whole; nil for other groups
	Row        *AnnexRow         // nil for an assignment in the text
	Text       string            // the text that the group covers, white space removed
	Span       source.Span       // of Text in the source
	Group      source.Span       // of the group of agencies in the source
	Index      int               // number of the group in its measure, from 0
	Members    []Member          // as printed
	Basis      policy.Basis
	Rule       policy.Rule  // that of Basis
	Found      string       // name of the rule by which the group was found
	Deadlines  []*Deadline  // that hold for the group
	Indicators []*Indicator // that stand in the covered text
	Doubts     policy.Doubts
}

// General reports whether the task stands in a measure that orders nothing of its own.
func (t *Task) General() bool { return t.Row == nil && t.Measure != nil && t.Measure.General != "" }

// Path returns the path of the page that shows the task, with its anchor.
func (t *Task) Path() string {
	if t.Row != nil {
		return t.Row.Path()
	}
	if t.Part != nil {
		return t.Document.Path()
	}
	return t.Measure.Path()
}

// A Member is an agency in a task.
type Member struct {
	Agency   *Agency
	Role     policy.Role
	Written  string
	Name     string // at the document's time
	NameRule string // name of the rule that made Name
	Span     source.Span
	Doubts   policy.Doubts
}

// An Agency is one body, with all names under which the papers know it.
type Agency struct {
	ID           string // ASCII: "henansheng-fazhangaigewei"
	Name         string // its name in the newest paper of the library: 河南省发展改革委
	ShortName    string // without region: 发展改革委
	Region       string // 河南省; 国家 for national bodies
	Function     string // 发展改革: what it is for, the same in every region; empty if unknown
	Collective   bool   // 各市人民政府: a kind of bodies
	Known        bool   // the registry knows it
	Pinyin       string // for sorting
	Initial      string // first letter of Pinyin, upper case
	Names        []Name
	Tasks        []AgencyTask // in the order of documents and text
	Partners     []Partner    // by number of common tasks
	Documents    []*Document
	Counterparts []*Agency        // of the same function in other regions
	Lineage      []Succession     // of its names, by year
	Roles        policy.RoleCount // tasks by role
}

// Path returns the page's path under the site, without suffix.
func (a *Agency) Path() string { return "agencies/" + a.ID }

// A Name is a name of a body with where it stands.
type Name struct {
	Name      string
	Written   []string // forms in the texts
	Relation  string   // "same", "short", "slip", "renamed"
	Evidence  string   // why it is taken for the same body
	Documents []*Document
}

// An AgencyTask is a task as one of its agencies sees it.
type AgencyTask struct {
	*Task
	Role   policy.Role
	Doubts policy.Doubts // those of the task and of the agency's name in it
}

// A Partner is a body that shares tasks with another.
type Partner struct {
	Agency *Agency
	Tasks  int
}

// An Indicator is an indicator with its place in the library.
type Indicator struct {
	*policy.Indicator
	ID       string // "yuzheng-2015-42-1-4-3": document, measure, ordinal in the measure
	Document *Document
	Measure  *Measure  // nil in an annex
	Row      *AnnexRow // nil in the body
	Series   *Series   // nil if no other document of the region promises the quantity
	Across   []*Series // of the cascades in which other papers promise it in the same task
	Anchor   string    // id of its cell in its document's page, which several values may share; empty outside of tables of indicators
}

// Path returns the page's path under the site, without suffix.
func (i *Indicator) Path() string { return "indicators/" + i.ID }

// A Series is one quantity in several documents: of one region, one after the other, or of the papers of a
// cascade beside each other.
type Series struct {
	ID         string
	Name       string
	Unit       string
	Scope      string // 市域, 县域; empty for the whole region
	Comparable bool
	Why        string       // why these are one quantity
	Members    []*Indicator // by date of the document
	Dropped    []*Document  // later papers of the same targets that are silent on it
	Across     *Cascade     // of which the promises are; nil if they follow on each other
}

// A Citation is a document that papers of the library cite.
type Citation struct {
	ID      string
	Number  string
	Title   string
	Held    *Document // nil if the library does not hold it
	By      []*CitedBy
	EndedBy *Ended // the paper of the library that repeals it; nil if none does
}

// CitedBy is a paper that cites another.
type CitedBy struct {
	Document *Document
	*policy.Citation
}

// Kinship says why papers are set side by side.
type Kinship string

const (
	OneParent Kinship = "parent"   // they carry out one paper, which is among them or not
	Editions  Kinship = "editions" // one region set them one after the other for one purpose
	OneText   Kinship = "text"     // they name no parent and have much text in common
)

// A Cascade is a group of papers that are compared task by task.
type Cascade struct {
	ID      string
	Kinship Kinship
	Parent  string // of OneParent: title of the parent paper as cited or named in the titles, or its number where no paper gives the title
	Members []*Document
	Carries []Carry // what the members say that they carry out, in their order

	Editions [][2]*Document // members of which the second follows on the first, where that is not why all stand together
	Pairs    []*Pair
	Only     []Only // for each two members that were compared
	Rows     []CascadeRow

	Quantities []*Series // that members promise in tasks that are pairs
}

// A Carry is what a paper says of another that it carries out.
type Carry struct {
	By     *Document
	Parent string    // title, or number where the title is not given
	Held   *Document // the paper of that title or number; nil if the library does not hold it
}

// Only is a task that has no partner in another paper of its cascade.
type Only struct {
	*Task
	With *Document // the paper that has nothing like it
}

// A CascadeRow stands for one task over the members of a cascade.
type CascadeRow struct {
	Tasks []*Task // one for each member; nil where a member has none
	Pair  *Pair   // of the first two tasks; nil if one is missing
}

// Relation says how two tasks agree.
type Relation string

const (
	Identical Relation = "identical" // equal but for punctuation
	Reworded  Relation = "reworded"  // the same task in other words
	Partial   Relation = "partial"   // one side orders something that the other does not
)

// Leads says how the leading bodies of two tasks agree.
type Leads string

const (
	LeadsUnstated Leads = ""          // one paper at least does not say who leads
	LeadsSame     Leads = "same"      // bodies of the same functions lead
	LeadsDiffer   Leads = "different" // others do
)

// A Pair is two tasks of different papers that order the same.
type Pair struct {
	A, B     *Task
	Relation Relation
	Lead     Leads   // how the leading bodies agree
	Score    float64 // 0…1, share of common text

	edits []Edit // made when first needed
}
