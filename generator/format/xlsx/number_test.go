package xlsx_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/internal/formattest"
)

// TestNumberFormats holds that numbers and dates are read as Excel shows them.
func TestNumberFormats(t *testing.T) {
	for _, tt := range []struct {
		format string
		value  float64
		want   string
	}{
		{`0!.0,"万"`, 48600, "4.9万"}, {`0!.00,"万元"`, 48600, "0.49万元"}, {`#,##0.00,"千元"`, 48600, "48.60千元"}, {`0.0,,"百万"`, 48600000, "48.6百万"},
		{`[>=10000]0!.0,"万";0`, 48600, "4.9万"}, {`[>=10000]0!.0,"万";0`, 486, "486"}, {`[<1000]0"个";0.0,"千"`, 4800, "4.8千"},
		{`General"人"`, 48600, "48600人"}, {`G/通用格式"户"`, 12.5, "12.5户"}, {`G/通用格式`, 7, "7"}, {`"约"General`, 30, "约30"},
		{`0.0,"千";"减"0.0,"千";"无"`, -4800, "减4.8千"}, {`0.0,"千";"减"0.0,"千";"无"`, 0, "无"}, {`0.0,"千";"减"0.0,"千";"无"`, 4800, "4.8千"},
		{`[Red]0.0,"千"`, 4800, "4.8千"}, {`0"，"0`, 48, "4，8"},
		{`[DBNum1][$-804]General`, 25, "二十五"}, {`[DBNum1]General"户"`, 12, "一十二户"}, {`[DBNum1]General`, 1205, "一千二百○五"}, {`[DBNum2][$-804]G/通用格式"元"`, 300060.5, "叁拾万零陆拾.伍元"},
		{`[DBNum1]General`, 200000003, "二亿○三"}, {`[DBNum1]General`, 0, "○"}, {`[DBNum2]General`, -40, "-肆拾"}, {`[DBNum1]yyyy"年"m"月"`, 45357, "二○二四年三月"},
		{`0.0;-0.0;"无"`, 0, "无"}, {`_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, 0, "-"}, {`_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, -4860, "-4,860.00"},
		{`# ?/?`, 0.75, "3/4"}, {`# ?/?`, 1.75, "1 3/4"}, {`# ?/?`, -0.25, "-1/4"}, {`# ??/100`, 0.05, "5/100"}, {`# ?/?`, 3, "3"},
		{`[$-F800]dddd, mmmm dd, yyyy`, 45357, "2024年3月6日"}, {`[$-F400]h:mm:ss AM/PM`, 0.75, "18:00:00"}, {`aaaa`, 45357, "星期三"}, {`yyyy/m/d aaa`, 45357, "2024/3/6 三"},
		{`0.00%`, 0.0486, "4.86%"}, {`"¥"#,##0.00`, 48600, "¥48,600.00"}, {`yyyy"年"m"月"`, 45357, "2024年3月"}, {`000`, 7, "007"}, {`0.0"万亩"`, 4.86, "4.9万亩"},
	} {
		data := workbook(t, func(f *excelize.File) {
			put(f, "Sheet1", []any{"名称", "目标"}, []any{"甲", tt.value})
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &tt.format, Alignment: &excelize.Alignment{TextRotation: 90}})
			must(err)
			must(f.SetCellStyle("Sheet1", "B2", "B2", id))
		})
		f, err := formattest.Read(t, "x.xlsx", data)
		if err != nil {
			t.Errorf("%s: %v", tt.format, err)
			continue
		}
		if got, want := formattest.Paper(f), "|名称|目标|\n|甲|"+tt.want+"|\n"; got != want {
			t.Errorf("%v in %s: %q, want %q", tt.value, tt.format, got, want)
		}
	}
}
