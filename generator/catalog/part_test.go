package catalog_test

import "testing"

// TestTasksOfParts holds that a group in the heading of a part is a task of the paper and of its bodies, and of
// no measure.
func TestTasksOfParts(t *testing.T) {
	c, _ := catalogOf(t, "seeds/a.txt", "青山市重点工作分工方案\n一、修好路（市交通局牵头）\n1.修桥。（市住建局牵头）\n2.修渠。\n二、种好树\n（市林业局牵头）\n1.造林。\n青山市人民政府\n2031年5月6日\n")
	d := c.Documents[0]
	if len(d.Parts) != 2 || d.Assignments != 3 || len(d.InText()) != 3 || len(d.Tasks()) != 1 {
		t.Fatalf("%d tasks of parts, %d groups, %d in the text, %d of measures", len(d.Parts), d.Assignments, len(d.InText()), len(d.Tasks()))
	}
	for i, want := range []struct{ text, part, agency string }{{"修好路", "一", "青山市交通局"}, {"种好树", "二", "青山市林业局"}} {
		task := d.Parts[i]
		if task.Text != want.text || task.Part.ID() != want.part || task.Measure != nil || task.Path() != "documents/a" {
			t.Errorf("task %q of part %s at %s, want %+v", task.Text, task.Part.ID(), task.Path(), want)
		}
		a := task.Members[0].Agency
		if a.Name != want.agency || len(a.Tasks) != 1 || a.Tasks[0].Task != task {
			t.Errorf("%s has %d tasks, want the one of the part", a.Name, len(a.Tasks))
		}
	}
}
