package words_test

import (
	"testing"

	"zhengce/generator/words"
)

func TestNormalNumber(t *testing.T) {
	for text, want := range map[string]string{
		"豫政〔2015〕42号": "豫政〔2015〕42号", "豫政 ﹝2015﹞ 42 号": "豫政〔2015〕42号", "豫政[2015]42号": "豫政〔2015〕42号", "豫政（2015）第042号": "豫政〔2015〕42号",
		"国办发【2020】24号": "国办发〔2020〕24号", "甲政发〔２０３１〕０９号": "甲政发〔2031〕9号", "甲市人民政府令第１２号": "甲市人民政府令第12号", "2015年42号": "", "〔2015〕42号": "", "": "",
	} {
		if got := words.NormalNumber(text); got != want {
			t.Errorf("NormalNumber(%q) = %q, want %q", text, got, want)
		}
	}
}
