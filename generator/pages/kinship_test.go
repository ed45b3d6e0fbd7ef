package pages

import (
	"regexp"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// related returns the first cascade of papers given as names and texts.
func related(t *testing.T, texts ...string) *catalog.Cascade {
	t.Helper()
	var all []*policy.Facts
	for i := 0; i < len(texts); i += 2 {
		d, _ := document.Parse(source.NewFile("seeds/"+texts[i]+".txt", texts[i+1]))
		facts, _ := extract.Document(d)
		all = append(all, facts)
	}
	c, errs := catalog.Build(all)
	if err := errs.Err(); err != nil || len(c.Cascades) != 1 {
		t.Fatalf("%d cascades, %v", len(c.Cascades), err)
	}
	return c.Cascades[0]
}

// TestKinship: a page says why its papers stand beside each other, what each carries out, who answers, and the
// figures of one quantity, in Chinese.
func TestKinship(t *testing.T) {
	const tasks = "\n\n一、重点任务\n\n（一）登记造册。逐井登记造册，到2035年取水井达到"
	parent := related(t,
		"a", "甲省取水井管理实施意见\n\n甲政发〔2031〕1号\n\n根据国发〔2030〕9号文件精神，提出以下意见。"+tasks+"900眼。（省水利厅牵头）",
		"b", "乙川市取水井管理实施方案\n\n乙政发〔2031〕7号\n\n根据《甲省取水井管理实施意见》（甲政发〔2031〕1号），制定本方案。"+tasks+"30眼。",
		"c", "丙山市取水井管理实施方案\n\n丙政发〔2031〕8号\n\n根据《甲省取水井管理实施意见》（甲政发〔2031〕1号），制定本方案。"+tasks+"40眼。")
	editions := related(t,
		"a", "乙川市人民政府办公室关于印发乙川市农村地下水取水井登记管理和饮用水水源地长效保护实施方案（2029—2031年）的通知\n\n乙政办发〔2029〕1号"+tasks+"30眼。（市水利局牵头）",
		"b", "乙川市人民政府办公室关于印发乙川市农村地下水取水井登记管理和饮用水水源地长效保护实施方案（2032—2034年）的通知\n\n乙政办发〔2032〕1号"+tasks+"40眼。（市水利局牵头）")
	for _, tt := range []struct {
		x    *catalog.Cascade
		want []string
	}{
		{parent, []string{"同源对照：甲省取水井管理实施意见", "上位文件：[《甲省取水井管理实施意见》](/documents/a.md)", "各文件所贯彻的文件", "国发〔2030〕9号 | 未收录",
			"取水井 | 可比 | [900眼（2035年）]", "责任单位未载明", "牵头未载明", "不表示先后增减"}},
		{editions, []string{"前后版本：", "由同一地区先后制定", "（乙政办发〔2029〕1号）", "（乙政办发〔2032〕1号）", "牵头同类"}},
	} {
		text := ""
		for _, p := range groupPages(tt.x) {
			text += p.title() + "\n" + p.description() + "\n" + p.body.String() + "\n"
		}
		for _, want := range tt.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not said in\n%s", tt.x.ID, want, text)
			}
		}
		shown := regexp.MustCompile(`\]\([^)]*\)|\{[^}]*\}|data-\S+`).ReplaceAllString(text, "")
		if code := regexp.MustCompile(`[a-z]{4,}`).FindString(shown); code != "" {
			t.Errorf("%s: the page says %q", tt.x.ID, code)
		}
	}
}
