package registry_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"zhengce/generator/registry"
)

func TestLooksLikeBody(t *testing.T) {
	tests := []struct {
		name       string
		body, sure bool
	}{
		{"发展改革委", true, true}, {"省发展改革委", true, true}, {"河南省住房城乡建设厅", true, true}, {"财政部", true, true}, {"省政府国资委", true, true},
		{"郑州海关", true, true}, {"人行郑州中心支行", true, true}, {"省产业集聚区发展联席会议办公室", true, true}, {"各县政府", true, true},
		{"各乡镇（街道）", true, true}, {"各县（市、区）", true, true}, {"各盟市", true, true}, {"市重点项目事务中心", true, true}, {"中国铁路兰州局集团有限公司", true, true},
		{"推进项目建设的", false, false}, {"研究中心", true, false}, {"市人行", true, true}, {"市财政部门", true, true}, {"市农业部门", true, true}, {"市建设部门", true, true}, {"市热闹部门", true, false}, {"省通信公司", true, true}, {"通信公司", true, false}, {"市级研究中心", true, false}, {"国家安全部", true, true}, {"市委老干部局", true, true}, {"东部机场集团", true, false}, {"东部地区", false, false}, {"市教育局网站", false, false}, {"原市教育局", false, false}, {"各乡镇卫生院", true, true}, {"残联", true, true}, {"江宁区", true, false}, {"山区", false, false}, {"老城区", false, false}, {"高新区", true, false}, {"市推进双城工作领导小组办公室", true, true}, {"推进双城工作领导小组", false, false}, {"推进双城建设工作领导小组办公室", true, true}, {"市财政局预算科", true, true}, {"省局征管处", true, true}, {"有关高校", true, false},
		{"厅", false, false}, {"", false, false}, {"加快推进的部", false, false}, {"县市区", false, false}, {"城市总体规划", false, false}, {"含县级市", false, false},
		{"各地级以上市人民政府", true, true}, {"人行青山中支", true, true}, {"县纪委监委机关", true, true}, {"市教育局负责学校", false, false}, {"大部", false, false}, {"一部分", false, false}, {"以下简称省局", false, false}, {strings.Repeat("省", 50) + "厅", false, false},
	}
	for _, tt := range tests {
		if body, sure := registry.LooksLikeBody(tt.name); body != tt.body || sure != tt.sure {
			t.Errorf("LooksLikeBody(%q) = %v, %v; want %v, %v", tt.name, body, sure, tt.body, tt.sure)
		}
	}
}

func TestIsVague(t *testing.T) {
	for name, want := range map[string]bool{
		"有关部门": true, "国务院有关部门": true, "省直有关部门": true, "各有关单位": true, "相关部门和单位": true, "有关": true, "相关地区": true, "相关街道": false, "相关镇（街道）": false, "有关县": false, "省有关行业主管部门": true,
		"省财政厅": false, "相关街道办事处": false, "各街道": false, "各省辖市政府": false, "部门": false, "": false,
	} {
		if got := registry.IsVague(name); got != want {
			t.Errorf("IsVague(%q) = %v", name, got)
		}
	}
}

func TestOfPlace(t *testing.T) {
	tests := []struct {
		name, place string
		ok          bool
	}{
		{"河南银监局", "河南", true}, {"郑州海关", "郑州", true}, {"人行郑州中心支行", "", true}, {"中国人民银行重庆营业管理部", "", true}, {"满洲里海关", "满洲里", true},
		{"青浦区政府", "", true}, {"河南省财政厅", "", false}, {"省财政厅", "", false}, {"海关", "", false}, {"民航云南监管局", "", true}, {"民航局", "", false}, {"重庆市财政局", "", false},
		{"广州市财政局", "", true}, {"青浦区公安分局东门派出所", "", true}, {"城市公安处东门派出所", "", false}, {"甘州区", "", true}, {"高新区财政局", "", false}, {"深圳银保监局", "深圳", true}, {"城关镇政府", "", true}, {"城市管理局", "", false},
		{"河钢集团", "", true}, {"青江热电有限公司", "", true}, {"供电公司", "", false}, {"城市建设投资集团有限公司", "", false}, {"市城投集团", "", false}, {"农商银行", "", false},
		{"人民银行青山支行", "", true}, {"郑州铁路局", "郑州", true}, {"郑州市财政局", "", true}, {"东山管委会", "", true}, {"东山港产业集聚区", "", true}, {"高新区管委会", "", false},
	}
	for _, tt := range tests {
		if place, ok := registry.OfPlace(tt.name); place != tt.place || ok != tt.ok {
			t.Errorf("OfPlace(%q) = %q, %v; want %q, %v", tt.name, place, ok, tt.place, tt.ok)
		}
	}
}

// TestRegions holds what the names of the province-level regions have in common.
func TestRegions(t *testing.T) {
	if n := len(registry.Regions); n < 31 {
		t.Errorf("%d regions, want at least 31", n)
	}
	seen := map[string]bool{}
	for _, r := range registry.Regions {
		if !strings.HasPrefix(r.Name, r.Short) || !strings.HasSuffix(r.Name, r.Level) || r.Seat == "" || len([]rune(r.Abbr)) != 1 {
			t.Errorf("region %+v", r)
		}
		if seen[r.Name] || seen[r.Abbr] {
			t.Errorf("%s or %s stands twice", r.Name, r.Abbr)
		}
		seen[r.Name], seen[r.Abbr] = true, true
	}
}

// TestFunctions holds that no name has two functions, and that every name looks like a body.
func TestFunctions(t *testing.T) {
	of := map[string]string{}
	for i, f := range lines(t, "functions.txt") {
		fields := strings.Split(f, "\t")
		if len(fields) != 2 {
			t.Errorf("functions.txt, entry %d: %q is no function, tab, names", i+1, f)
			continue
		}
		for _, name := range strings.Fields(fields[1]) {
			if other := of[name]; other != "" {
				t.Errorf("%s has the functions %s and %s", name, other, fields[0])
			}
			of[name] = fields[0]
			if registry.Function(name) != fields[0] {
				t.Errorf("Function(%q) = %q", name, registry.Function(name))
			}
			if body, _ := registry.LooksLikeBody(name); !body {
				t.Errorf("%s does not look like a body", name)
			}
		}
	}
	if registry.Function("没有这个厅") != "" {
		t.Error("an unknown name has a function")
	}
}

var year = regexp.MustCompile(`^(?:19|20)\d\d$`)

// TestSuccessions holds that each succession has a year and a source, of a region that there is.
func TestSuccessions(t *testing.T) {
	regions := map[string]bool{"*": true, registry.National: true}
	for _, r := range registry.Regions {
		regions[r.Name] = true
	}
	if got, want := len(registry.Successions), len(lines(t, "lineage.txt")); got != want {
		t.Errorf("%d of %d lines of lineage.txt were read", got, want)
	}
	for _, s := range registry.Successions {
		if !regions[s.Region] || s.Old == s.New || s.Old == "" || !year.MatchString(s.Year) || s.Source == "" {
			t.Errorf("succession %+v", s)
		}
	}
}

// lines returns the entries of a data file.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range strings.Split(string(data), "\n") {
		if l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out
}
