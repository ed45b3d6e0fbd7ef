package column

import "testing"

func TestDueTitles(t *testing.T) {
	for title, want := range map[string]bool{
		"完成时限": true, "整改时限": true, "时限要求": true, "工作期限": true, "计划完成时间": true, "时间节点": true, "任务时限要求": true,
		"整改措施": false, "合作期限": false, "施工时间": false, "要求": false,
	} {
		q := &question{Column: &Column{Own: title, Title: title}, titles: []string{"任务", title}, cells: [][]string{nil, nil}, at: 1}
		rule, _ := Rules.First(q)
		if got := kinds[rule.Name] == Due; got != want {
			t.Errorf("%s: %v by %s", title, got, rule.Name)
		}
	}
}
