package extract

import "testing"

// TestRegionAtStart reads the place that a title or a name of a body begins with, if it names one.
func TestRegionAtStart(t *testing.T) {
	tests := []struct{ text, want string }{
		{"成都市发展和改革委员会关于某事的通知", "成都市"},
		{"宣城市2020年工作方案", "宣城市"},
		{"盐城市公园管理办法", "盐城市"},
		{"中山市关于某事的措施", "中山市"},
		{"范县促进就业办法", "范县"},
		{"房山区“十四五”规划", "房山区"},
		{"双流区关于某事的意见", "双流区"},
		{"凉山彝族自治州规划", "凉山彝族自治州"},
		{"中共河南省委关于某事的意见", "河南省"},
		{"金湾区创建文明城区任务分工", "金湾区"},
		{"滨江新区促进就业措施", "滨江新区"},
		{"国家级新区管理办法", ""},
		{"粤港澳大湾区发展规划", ""},
		{"北京市大兴区人民政府办公室", "北京市大兴区"},
		{"河北省沧州市人民政府", "沧州市"},
		{"河北省发展和改革委员会", "河北省"},
		{"河北省沧州市教育局", "河北省"},
		{"我市教育局关于某事的通知", ""},
		{"2021年芜湖市重点工作", "芜湖市"},
		{"青口镇2024年工作要点", "青口镇"},
		{"特色小镇建设规划", ""},
		{"小城镇发展规划", ""},
		{"乡镇卫生院管理办法", ""},
		{"城镇化发展规划", ""},
		{"城市管理办法", ""},
		{"中小城市发展规划", ""},
		{"贫困县退出办法", ""},
		{"企业上市办法", ""},
		{"环丙湾区规划", ""},
		{"高铁新区规划", ""},
		{"富县规划", ""},
		{"开发区管理办法", ""},
		{"关于全市工作的通知", ""},
		{"革命老区发展规划", ""},
	}
	for _, tt := range tests {
		if got := regionAtStart(tt.text); got != tt.want {
			t.Errorf("regionAtStart(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestRegion reads the region that the whole of a paper tells.
func TestRegion(t *testing.T) {
	const body = "\n一、抓好落实\n加强监督。\n"
	for text, want := range map[string]string{
		"中央文件关于支持养老的意见" + body:                       "国家",
		"某某总署关于支持养老的意见" + body:                       "国家",
		"关于支持养老的意见" + body + "\n民政部办公厅\n2031年3月1日\n": "国家",
		"关于支持浙江养老的意见" + body + "学习湖南、湖南的做法。":         "浙江省",
		"关于支持养老的意见" + body + "学习湖南的做法，落实河南省的要求。":     "河南省",
		"关于支持养老的意见" + body + "结合本地区实际，加强监督。":         "",
		"关于支持养老的意见" + body:                           "",
	} {
		if got := headOf(text).Region; got != want {
			t.Errorf("region of %q is %q, want %q", text, got, want)
		}
	}
}
