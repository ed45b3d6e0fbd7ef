package extract

import "testing"

// TestKindOfTitle reads the kind at the end of titles and of what they issue.
func TestKindOfTitle(t *testing.T) {
	tests := []struct{ title, want string }{
		{"乙川市养老实施意见", "实施意见"},
		{"乙川市养老若干意见", "意见"},
		{"乙川市养老专项方案", "方案"},
		{"乙川市养老行动计划（2031—2033年）", "行动计划"},
		{"乙川市养老工作意见", "意见"},
		{"乙川市养老工作要点", "工作要点"},
		{"关于进一步支持养老的“行动计划”", "行动计划"},
		{"乙川市人民政府令", "令"},
		{"关于印发《乙川市养老实施方案》等的通知", "实施方案"},
		{"关于下发乙川市养老任务分工的通知", "分工"},
		{"关于下达2031年养老重点任务的通知", "通知"},
		{"关于公布养老机构的公告", "公告"},
		{"关于支持养老的通知", "通知"},
		{"乙川市关于印发〈乙川市养老办法〉的通知", "办法"},
		{"养老机构", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := kindOfTitle(tt.title); got != tt.want {
			t.Errorf("kindOfTitle(%q) = %q, want %q", tt.title, got, tt.want)
		}
	}
}

// TestKindOfLetters keeps the kind of a letter or public notice that encloses another paper.
func TestKindOfLetters(t *testing.T) {
	const enclosed = "甲县人民政府：\n现将专家意见函复如下。\n乙川市人民政府\n2031年3月1日\n附件\n甲县滑坡调查报告\n一、抓好落实\n加强监督。\n"
	for title, want := range map[string]string{
		"乙川市人民政府关于甲县滑坡的复函": "复函", "乙川市人民政府关于公布甲县滑坡报告的公告": "报告",
	} {
		if got := headOf(title + "\n" + enclosed).Kind; got != want {
			t.Errorf("kind of %q is %q, want %q", title, got, want)
		}
	}
}

// TestKindOfItself reads what the text calls itself, in its paragraphs only.
func TestKindOfItself(t *testing.T) {
	for text, want := range map[string]string{
		"乙川市养老公报\n一、制定以下措施\n就支持养老特提出如下实施意见。\n": "实施意见",
		"乙川市养老公报\n一、抓好落实\n本办法自公布之日起施行。\n":      "办法",
		"乙川市养老公报\n一、抓好落实\n加强监督。本政策措施有效五年。\n":   "措施",
		"乙川市养老公报\n一、抓好落实\n现提出具体若干意见。\n":        "意见",
		"乙川市养老公报\n一、抓好落实\n按照上级意见加强监督。\n":       "",
	} {
		if got := headOf(text).Kind; got != want {
			t.Errorf("kind of %q is %q, want %q", text, got, want)
		}
	}
}
