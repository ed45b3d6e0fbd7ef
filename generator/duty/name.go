package duty

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
)

// NameAgencies gives full names to the agencies of one list in a paper of region, by the rules
// of lists; those that have a name keep it.
func NameAgencies(region string, list []policy.Agency) {
	var before carry
	for i := range list {
		n := naming{written: list[i].Written, list: list[i:], region: region, before: before}
		name, rule := n.by(nameRules)
		before = n.after(name)
		if list[i].Name == "" {
			list[i].Name, list[i].NameRule = name, rule
		}
	}
}

// nameRules tell how a body of a list gets its full name. The first that holds names it.
//
// In a paper of 河南省: 省科技厅 → 河南省科技厅, 财政厅 → 河南省财政厅, 郑州海关 and 河南银监局 stay,
// 证监局 after 河南银监局 → 河南证监局. 各盟行政公署 stays, 市人民政府 after it → 各市人民政府. A body of a
// higher region stays: 省药监局 in a paper of a city.
var nameRules = slices.Concat(listNames, kindNames, ownNames, regionNames)

// A nameRule is a rule with its test and the name that it makes.
type nameRule struct {
	policy.Rule
	holds func(*naming) bool
	name  func(*naming) string
}

// A naming is a body of a list that is to get its full name.
type naming struct {
	written string
	list    []policy.Agency // from this body on
	region  string          // of the paper
	before  carry
	place   string // of its own, where it is one that the next may share
}

// A carry is what the body before lets fall to the next of its list.
type carry struct {
	place string // of a vertical body: 河南 of 河南银监局
	each  bool   // its name begins with 各
	house string // the body of which it is a division: 市住建局, 省局
	party string // the committee of the party of which it is an office: 省委, 自治区党委
}

// by returns the name that the first of the rules that holds makes, and that rule's name. Where none
// holds the body is called as it is written.
func (n *naming) by(rules []nameRule) (name, rule string) {
	for _, r := range rules {
		if !r.Off() && r.holds(n) {
			return r.name(n), r.Name
		}
	}
	return n.written, ""
}

// after returns what the body, which got the name, lets fall to the next.
func (n *naming) after(name string) carry {
	house, _ := registry.DivisionOf(n.written)
	if house == "" && isInner(n.written) {
		house = n.before.house
	}
	c := carry{house: house, place: n.place, each: strings.HasPrefix(name, "各")}
	if m := ofParty.FindStringSubmatch(n.written); m != nil {
		c.party = m[1]
	} else if partyOffice.MatchString(n.written) {
		c.party = n.before.party
	}
	return c
}

// asWritten leaves a name as the list has it.
func asWritten(n *naming) string { return n.written }

// withRegion sets the region of the paper before a name.
func withRegion(n *naming) string { return n.region + n.written }
