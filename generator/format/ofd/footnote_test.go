package ofd_test

import (
	"testing"

	"zhengce/generator/internal/formattest"
)

// TestLayout reads what the lines of a page alone do not tell: footnotes in the middle of a paragraph, columns of three
// lines, lines of a cell.
func TestLayout(t *testing.T) {
	const full, rest = "各村要在封冻以前把水管包扎一遍，裸露的水表加装保温箱②", "，费用由村里承担。"
	body := at(25, 240, full)
	after := at(25, 30, rest) + at(35, 40, "二、备足抢修管件。")
	one := []string{"抢修队实行轮班值守，每班不", "少于三人，接到报修后半小时", "到场。"}
	other := []string{"停水检修应当提前", "一天告知用户，不", "得连续停水。"}
	columns, cell := "", at(30, 30, "序号")+at(60, 30, "任务")+at(140, 30, "单位")+at(32, 42, "1")+at(60, 42, "包扎水管")+at(140, 42, "各村")+at(32, 56, "2")+at(60, 53, "检修水表，")+at(60, 59, "更换阀门")+at(140, 56, "水厂")
	for i := range one {
		y := 40 + 8*float64(i)
		columns += at(20, y, one[i]) + at(110, y, other[i])
	}
	for _, tt := range []struct {
		name string
		file ofdFile
		want string
	}{
		{"a footnote in a paragraph", ofdPages(body+sized(25, 270, 3.5, "②指户外水表。"), after), full + rest + "\n②指户外水表。\n二、备足抢修管件。\n"},
		{"small writing that is no note", ofdPages(body+sized(25, 270, 3.5, "水厂印制"), after), full + "\n水厂印制\n" + rest + "\n二、备足抢修管件。\n"},
		{"a footnote below a whole paragraph", ofdPages(at(35, 240, "一、包扎水管②。")+sized(25, 270, 3.5, "②指户外。"), at(35, 30, "二、备足管件。")), "一、包扎水管②。\n②指户外。\n二、备足管件。\n"},
		{"columns of three lines", ofdPages(at(80, 20, "供水须知") + columns), "供水须知\n" + one[0] + one[1] + one[2] + "\n" + other[0] + other[1] + other[2] + "\n"},
		{"a line of a cell that ends with a comma", ofdPages(cell), "|序号|任务|单位|\n|1|包扎水管|各村|\n|2|检修水表，更换阀门|水厂|\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := formattest.Read(t, "x.ofd", tt.file.bytes())
			if err != nil {
				t.Fatal(err)
			}
			if got := formattest.Paper(f); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}
