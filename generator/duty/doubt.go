package duty

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// doubts reports what an editor should look at: names of agencies that look like slips or are
// hardly names.
func (f *finder) doubts() {
	for _, a := range f.Assignments {
		f.agencyDoubts(a.Agencies)
	}
	for _, r := range f.Annex {
		f.agencyDoubts(r.Agencies)
	}
}

// known returns the members of a group that are bodies by their names. The others are doubtful.
func (f *finder) known(list []member) (out []member) {
	for _, m := range list {
		if m.unknown || m.broken {
			f.Problems.Doubt(f.file, m.Span, "agency-unread", "%q is no name of a body and is left out of its group", m.written)
			continue
		}
		out = append(out, m)
	}
	return out
}

func (f *finder) agencyDoubts(list []policy.Agency) {
	for _, a := range list {
		stem := strings.TrimPrefix(a.Name, f.region)
		if meant, _ := registry.Slip(stem); meant != "" {
			f.Problems.Doubt(f.file, a.Span, "agency-slip", "no agency %q is known; expected perhaps %s", a.Written, meant)
			continue
		}
		name := withoutRemark(a.Written)
		if strings.HasPrefix(a.Name, name) {
			name = withoutRemark(a.Name) // with the ending that it shares
		}
		if _, sure := registry.LooksLikeBody(name); !sure && registry.Function(stem) == "" && !registry.IsPlace(name) {
			f.Problems.Doubt(f.file, a.Span, "agency-unknown", "%q is no agency that is known; kept as written", a.Written)
		}
	}
}

// doubtfulBracket reports a bracket that has the words of a group but cannot be read as one.
func (f *finder) doubtfulBracket(s source.Span, bad int) {
	f.Problems.Doubt(f.file, s, "group-unread", "the bracket looks like a group of agencies, but %d of its items are none that is known", bad)
}
