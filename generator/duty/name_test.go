package duty_test

import (
	"strings"
	"testing"

	"zhengce/generator/duty"
	"zhengce/generator/policy"
)

func TestNameAgencies(t *testing.T) {
	tests := []struct {
		region, written, want string
	}{
		{"安平市", "市教育局、市场监管局、市政公用局、市政府办公室", "安平市教育局 安平市市场监管局 安平市市政公用局 安平市政府办公室"},
		{"安平市", "市教育局、卫星化学、通信管理、财政、中科院地理所", "安平市教育局 卫星化学 安平市通信管理 安平市财政 中科院地理所"},
		{"安平市", "属地政府、行业主管部门、驻市单位、地方金融监管局", "属地政府 行业主管部门 驻市单位 安平市地方金融监管局"},
		{"青口镇", "镇妇联、派出所、县公安局、区公安局、市公安局、省药监局、镇街", "青口镇妇联 青口镇派出所 县公安局 区公安局 市公安局 省药监局 镇街"},
		{"内蒙古自治区", "市公安局", "市公安局"},
		{"河南省", "市委宣传部、县财政局、市场监管局、区域协作办公室、市直机关工委", "市委宣传部 县财政局 河南省市场监管局 河南省区域协作办公室 市直机关工委"},
		{"青山市", "县公安局、区公安局、市中院、东港合作区管理局、西沙综合保税区建设局、物流园区管理局、水利部、水利部东江水利委员会", "县公安局 区公安局 青山市中院 东港合作区管理局 西沙综合保税区建设局 青山市物流园区管理局 水利部 水利部东江水利委员会"},
		{"河南省", "省发展改革委、财政厅", "河南省发展改革委 河南省财政厅"},
		{"河南省", "河南银监局、证监局、省财政厅", "河南银监局 河南证监局 河南省财政厅"},
		{"河南省", "郑州海关、人行郑州中心支行", "郑州海关 人行郑州中心支行"},
		{"河南省", "各省辖市政府、县政府", "各省辖市政府 各县政府"},
		{"河南省", "河南省科技厅、国家能源局", "河南省科技厅 国家能源局"},
		{"内蒙古自治区", "自治区商务厅、财政厅", "内蒙古自治区商务厅 内蒙古自治区财政厅"},
		{"内蒙古自治区", "各盟行政公署、市人民政府", "各盟行政公署 各市人民政府"},
		{"重庆市", "市发展改革委、市财政局", "重庆市发展改革委 重庆市财政局"},
		{"乌有图盟", "盟住建局、财政局、盟委宣传部、自治区财政厅", "乌有图盟住建局 乌有图盟财政局 乌有图盟委宣传部 自治区财政厅"},
		{"白云旗", "旗财政局、市公安局", "白云旗财政局 市公安局"},
		{"青山市", "财政局、东山区政府", "青山市财政局 东山区政府"},
		{"青山市", "通信管理、东山、市中、西河区政府、市中", "青山市通信管理 东山区政府 市中区政府 西河区政府 青山市中"},
		{"青山市", "市委组织部、宣传部、统战部、市财政局、宣传部", "青山市委组织部 青山市委宣传部 青山市委统战部 青山市财政局 青山市宣传部"},
		{"北京市大兴区", "武警大兴支队、区财政局", "武警大兴支队 北京市大兴区财政局"},
		{"安平市", "各区人民政府、街道办事处", "各区人民政府 各街道办事处"},
		{"范县", "示范区管委会、范县财政局", "范县示范区管委会 范县财政局"},
		{"怀化市", "怀化市财政局、银监局", "怀化市财政局 怀化市银监局"},
		{"河南省", "团省委、团市委", "团河南省委 团市委"},
		{"国家", "发展改革委、财政部", "发展改革委 财政部"},
		{"", "财政局", "财政局"},
		{"南山区", "区财政局、市公安局交管支队、市场监管局、省药监局", "南山区财政局 市公安局交管支队 南山区市场监管局 省药监局"},
		{"安平市", "市公安局、省药监局", "安平市公安局 省药监局"},
		{"云南省", "省交通运输厅、民航云南监管局", "云南省交通运输厅 民航云南监管局"},
	}
	for _, tt := range tests {
		var list []policy.Agency
		for _, w := range strings.Split(tt.written, "、") {
			list = append(list, policy.Agency{Written: w})
		}
		duty.NameAgencies(tt.region, list)
		var got []string
		for _, a := range list {
			got = append(got, a.Name)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("in a paper of %s, %s are %s; want %s", tt.region, tt.written, strings.Join(got, " "), tt.want)
		}
	}
}

// TestNameRule holds that an agency keeps the rule that named it, and a name that it has.
func TestNameRule(t *testing.T) {
	tests := []struct {
		region string
		agency policy.Agency
		want   string // name and rule
	}{
		{"安平市", policy.Agency{Written: "市教育局"}, "安平市教育局 own-level"},
		{"", policy.Agency{Written: "教育局"}, "教育局 no-region-to-set"},
		{"国家", policy.Agency{Written: "教育部"}, "教育部 no-region-to-set"},
		{"安平市", policy.Agency{Written: "市教育局", Name: "安平市教育体育局"}, "安平市教育体育局 "},
	}
	for _, tt := range tests {
		list := []policy.Agency{tt.agency}
		duty.NameAgencies(tt.region, list)
		if got := list[0].Name + " " + list[0].NameRule; got != tt.want {
			t.Errorf("in a paper of %q, %s is %q; want %q", tt.region, tt.agency.Written, got, tt.want)
		}
	}
}
