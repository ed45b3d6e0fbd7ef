package target

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/source"
)

// readAll returns the numbers of a text, one each: value, unit, kind of quantity, and what else was read.
func readAll(text string) string {
	t := newParagraph(text, source.Span{Start: 0, End: len(text)})
	numbers, _ := readNumbers(t)
	var out []string
	for _, n := range numbers {
		s := fmt.Sprint(n.value)
		if n.ranged {
			s += fmt.Sprint("-", n.max)
		}
		if n.unit == "" {
			s += t.raw(n.unitStart, n.unitEnd)
		}
		s += n.unit + " " + n.group
		if n.han {
			s += " han"
		}
		if n.more {
			s += " more"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"1,000个、1,0000个、a，123个、1,00个", "1000个 count; 1 ; 0个 count; 123个 count; 1 ; 0个 count"},
		{"10—5个，5至，5个至2025年，3（含）—6个，5个3公里，5个10人", "10个 count; 5 ; 5个 count; 3个 count; 6个 count; 5个 count; 3公里 size; 5个 count; 10人 people"},
		{"1.2.3个", ""},
		{"V.5个、A/5个、3*5个、a5个", "3 "},
		{"编号1234567890123456789012:45", "45 "},
		{"比为2:123456789012345678901", "2 "},
		{"第三个、周二个、星期三个、为期三个、零个、〇个、三五个、二〇二〇个、百个、百百个、九千九百九十九个", "3个 count han; 100个 count han; 9999个 count han"},
		{"一十百个，十千个，三", ""},
		{"百分之五、百分之、千分之三、一半、减半", "5百分之 share han; 3千分之 share han; 0.5份额 share han; 0.5份额 share han"},
		{"半个月，翻两番", "0.5个月 time han; 2番 share han"},
		{"1/3、1/个、3/0、3/2、7/24小时、三分之二、分之二", "0.333份额 share; 1 ; 3 ; 3 ; 7 ; 0.667份额 share han"},
		{"4:3:2:1，2:3，2:，1:2:3:4:5:6:7:8", "4比例 ratio; 3比例 ratio; 2比例 ratio; 1比例 ratio; 2:3 ratio; 2 ; 1 ; 2比例 ratio; 3比例 ratio; 4比例 ratio; 5比例 ratio; 6比例 ratio; 7比例 ratio; 8比例 ratio"},
		{"1:2:", "1:2 ratio"},
		{"/5，x", ""},
		{"三分之多", ""},
		{"三万、5万元", "3万 magnitude han; 5万元 money"},
		{"每月5日", "5日 time"},
		{"20、30和40个，20、30万，百分之5、6个，三、5个，5个和8个工作日，5、6，5万、6元", "20个 count; 30个 count; 40个 count; 20 ; 30万 magnitude; 5百分之 share; 6个 count; 5个 count; 5个工作日 time; 8个工作日 time; 5 ; 6 ; 5万 magnitude; 6元 money"},
		{"第3批、第、IPv6个，COVID-19类，5月，5月6日，5月6号，5月6个，5月龄，月，5月1日至7日、9日，5月6日3个", "6个 count; 5月龄 age; 3个 count"},
		{"7:30，7:3，7:300，按7:30；123:45，7:", "7:3 ratio; 7:300 ratio; 7:30 ratio; 123:45 ratio; 7 "},
		{"3号，号，2.供水，5G，5GB，5A级，.5", "5GB size; 5 "},
	} {
		if got := readAll(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"10余家", "10家 count more"},
		{"1万余家", "1万余家 count more"},
		{"10多万余家", "10万 magnitude more"},
		{"5千瓦时", "5千瓦时 size"},
		{"5万", "5万 magnitude"},
		{"5万部门", "5万 magnitude"},
		{"5千部门", "5 "},
		{"2亿椴、", "2亿椴 size"},
		{"2亿级、", "2亿 magnitude"},
		{"2亿A、", "2亿 magnitude"},
		{"2亿椴树", "2亿 magnitude"},
		{"3万亿", "3万亿 magnitude"},
		{"5套（间）", "5套（间） count"},
		{"5套（元）", "5套 count"},
		{"5套（间", "5套 count"},
		{"5套", "5套 count"},
		{"5吨/小时", "5吨/小时 size"},
		{"5吨/", "5吨 size"},
		{"5次/年", "5次/年 size"},
		{"（5套间）", "5套 count"},
		{"5吨/年度", "5吨 size"},
		{"5元/平方米", "5元/平方米 money"},
		{"5千瓦·时", "5千瓦·时 size"},
		{"5mx", ""},
		{"5m", "5m size"},
		{"5km", "5km size"},
		{"3万亿元", "3万亿元 money"},
		{"5余", "5 "},
	} {
		if got := readAll(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
