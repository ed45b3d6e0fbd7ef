package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// doubtful marks a finding in a list as doubtful, with a link to where its doubts are listed; nothing where
// there is none.
func doubtful(d policy.Doubts) inline {
	if len(d) == 0 {
		return inline{}
	}
	return add(plain(" "), link("存疑", "/quality.md#problems", doubtLink.title(d.Says())))
}

// doubts writes why what the page shows is doubtful, each with the other findings that are for the same reason.
func (p *page) doubts(d policy.Doubts) {
	if len(d) == 0 {
		return
	}
	reasons := each(d, func(r policy.Rule) inline { return ruleLink(r.Says, r.Name) })
	p.para(add(plain("存疑："), join(reasons, "；"), plain("。请以原文为准。")), ".doubts")
}

// doubtKind makes the kind of a link that of a doubtful finding, where it is one.
func doubtKind(t linkTitle, d policy.Doubts) linkTitle {
	if len(d) == 0 {
		return t
	}
	kind, words, _ := strings.Cut(string(t), " ")
	return linkTitle(strings.TrimSuffix(kind+doubtSign+" "+words, " "))
}

// doubtTitle does so and says why, for a title that ends in words for the reader.
func doubtTitle(t linkTitle, d policy.Doubts) linkTitle {
	if len(d) > 0 {
		t += linkTitle("；存疑：" + d.Says())
	}
	return doubtKind(t, d)
}

// actionsOf parts the measures into those that order something and the general clauses.
func actionsOf(list []*catalog.Measure) (actions, general []*catalog.Measure) {
	for _, m := range list {
		if m.General == "" {
			actions = append(actions, m)
		} else {
			general = append(general, m)
		}
	}
	return actions, general
}

// measureCount says how many measures there are, and how many of them are general clauses.
func measureCount(actions, general int) string {
	switch {
	case general == 0:
		return fmt.Sprintf("%d 条措施", actions)
	case actions == 0:
		return fmt.Sprintf("%d 条总体性条款（讲指导思想、目标、组织实施等，不单独部署任务）", general)
	}
	return fmt.Sprintf("%d 条具体措施，另有 %d 条总体性条款（讲指导思想、目标、组织实施等，不单独部署任务，列在后面）", actions, general)
}

// foldedGeneral is what opens the list of n general clauses.
func foldedGeneral(n int) string { return "总体性条款 " + strconv.Itoa(n) + " 条" }

// tasksApart parts the tasks of a into those that order something and those of general clauses.
func tasksApart(a *catalog.Agency) (actions, general []catalog.AgencyTask) {
	all := a.ActionsFirst()
	first := slices.IndexFunc(all, func(x catalog.AgencyTask) bool { return x.General() })
	if first < 0 {
		return all, nil
	}
	return all[:first], all[first:]
}
