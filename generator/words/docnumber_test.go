package words_test

import (
	"regexp"
	"testing"

	"zhengce/generator/words"
)

func TestNormalNumber(t *testing.T) {
	for text, want := range map[string]string{
		"豫政〔2015〕42号": "豫政〔2015〕42号", "豫政 ﹝2015﹞ 42 号": "豫政〔2015〕42号", "豫政[2015]42号": "豫政〔2015〕42号", "豫政（2015）第042号": "豫政〔2015〕42号",
		"国办发【2020】24号": "国办发〔2020〕24号", "甲政发〔２０３１〕０９号": "甲政发〔2031〕9号", "甲市人民政府令第１２号": "甲市人民政府令第12号", "2015年42号": "", "〔2015〕42号": "", "": "",
		"豫政［１９９８］第７号": "豫政〔1998〕7号", "豫政(2015)42号": "豫政〔2015〕42号", "豫政〔 2015 〕第 42 号": "豫政〔2015〕42号", "豫政〔1815〕42号": "",
		"甲市人民政府 令 第十二号": "甲市人民政府令第十二号", "某某总局公告２０２３年第５号": "某某总局公告2023年第5号", "某某部　某某总局公告2023年第19号": "某某部某某总局公告2023年第19号",
		"甲市人民政府令（第12号）": "甲市人民政府令第12号", "甲市人大常委会公告〔十四届〕第三号": "甲市人大常委会公告〔十四届〕第三号", "甲市公安局通告2031年第2号": "甲市公安局通告2031年第2号",
		"甲市人民政府令": "", "甲市人民政府通知第12号": "",
	} {
		if got := words.NormalNumber(text); got != want {
			t.Errorf("NormalNumber(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestNumberExpressions matches the whole of a text with each expression of the grammar.
func TestNumberExpressions(t *testing.T) {
	const code = `\p{Han}{2,12}`
	for _, tt := range []struct {
		name, expr string
		takes      []string
		leaves     []string
	}{
		{"DocNumber", words.DocNumber(code),
			[]string{"甲政〔2031〕1号", "甲政[2031]1号", "甲政［2031］1号", "甲政﹝2031﹞1号", "甲政【2031】1号", "甲政(2031)1号", "甲政（2031）1号",
				"甲政〔２０31〕１号", "甲政〔2031〕第1号", "甲政〔2031〕00012号", "甲政 〔 2031 〕 第 1 号"},
			[]string{"甲〔2031〕1号", "甲政2031年1号", "甲政〔31〕1号", "甲政〔2031〕号", "甲政〔2031〕1", "甲政〔2031〕一号"}},
		{"SquareNumber", words.SquareNumber(code),
			[]string{"甲政〔2031〕1号", "甲政[2031]1号", "甲政［２０３１］第1号", "甲政﹝2031﹞1号", "甲政 【2031】 1号"},
			[]string{"甲政(2031)1号", "甲政（2031）1号"}},
		{"Order", words.Order,
			[]string{"甲市人民政府令第1号", "甲市人民政府令 第 12 号", "某部 某总局公告2031年第1号", "某部　某总局　某委公告２０３１ 年 第十一号"},
			[]string{"第1号", "甲市人民政府令1号", "甲市人民政府文件第1号", "某部\t某总局公告第1号"}},
		{"CitedOrder", words.CitedOrder("国务院"),
			[]string{"国务院令第698号", "国务院令698号", "国务院令 第０６９８ 号", "国务院令第六号", "国务院令（第六号）", "国务院第698号令", "国务院公告2031年第8号", "国务院公告第8号"},
			[]string{"国务院第698号", "国务院令第12345号", "部令第6号", "国务院公告2031年", "国务院第六令"}},
	} {
		whole := regexp.MustCompile(`^(?:` + tt.expr + `)$`)
		for _, text := range tt.takes {
			if !whole.MatchString(text) {
				t.Errorf("%s does not match %q", tt.name, text)
			}
		}
		for _, text := range tt.leaves {
			if whole.MatchString(text) {
				t.Errorf("%s matches %q", tt.name, text)
			}
		}
	}
}

func TestOrders(t *testing.T) {
	cited := regexp.MustCompile(words.CitedOrder(`(?:\p{Han}|[、 ])+?`))
	for text, want := range map[string]string{
		"中华人民共和国国务院令第６９８号": "国务院令第698号", "某部、 某局令第07号": "某部、某局令第7号", "某部第二十三号令": "某部第二十三号令", "某部 某局公告２０３１ 年第一百零五号": "某部某局公告2031年第一百零五号",
		"某部令（第12号）": "某部令第12号", "某部2031年第7号令": "某部2031年第7号令",
	} {
		if got := words.OrderOf(cited.FindString(text)); got != want {
			t.Errorf("OrderOf(%q) = %q, want %q", text, got, want)
		}
	}
	for number, want := range map[string]string{
		"中华人民共和国国务院令第802号": "国务院", "某某总局公告2023年第5号": "某某总局", "甲市人民政府令第十二号": "甲市人民政府", "豫政〔2015〕42号": "", "": "",
	} {
		if got := words.OrderIssuer(number); got != want {
			t.Errorf("OrderIssuer(%q) = %q, want %q", number, got, want)
		}
	}
}
