package extract

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// TestGeneral tells clauses that order nothing of their own from actions, as offices title them. The last line is
// the measure asked about.
func TestGeneral(t *testing.T) {
	for text, want := range map[string]bool{
		"一、指导思想\n以人为本，为民造园。":                       true,
		"一、总体要求\n（一）指导思想。以人为本。":                    true,
		"一、充分认识加快养老服务发展的重要意义\n养老服务关系千家万户。":         true,
		"一、总体要求\n（二）总体思路。分类推进。":                    true,
		"二、指导思想、基本原则和主要目标\n（一）以人为本，到2030年建成公园30个。": true,
		"六、组织实施\n（二）明确职责分工。各县各负其责。":                true,
		"五、保障措施\n（一）强化统筹协调。建立会商制度。":                true,
		"五、保障措施\n（二）加大资金投入。设立专项资金。（责任单位：市财政局）":     false,
		"四、工作要求\n（一）压实责任。各县要压实责任。":                 true,
		"六、强化政策支持\n（十八）加强组织实施。各县要精心组织。":            true,
		"三、切实加强组织领导\n各县要成立专班。":                     true,
		"一、总体要求\n（二）基本原则。\n1.创新引领。以创新促发展。":         true,
		"一、工作目标\n到2030年，建成公园30个。":                  true,
		"二、目标任务\n（一）新建公园。各县新建公园。":                  false,
		"一、提高思想认识，增强工作责任感\n绿化造福人民。":                true,
		"第二章　总体要求\n第一节　指导思想\n以人为本。":                true,
		"第一章　总则\n第一条　为了绿化城市，制定本办法。":                false,
		"二、主要任务\n（一）新建公园。各县新建公园。":                  false,
		"三、强化要素保障\n（一）保障用地。各县保障用地。":                false,
		"三、重点工作\n（三）目标管理。各县考核目标。":                  false,
		"三、重点工作\n（五）组织实施质量提升行动。各县提升质量。":            false,
		"十、加强组织领导，确保工作落实\n各县要成立专班。":                true,
		"七、加强领导，狠抓落实\n各县要成立专班。":                    true,
		"八、强化组织保障\n（一）成立专班。各县要成立专班。":               true,
		"一、总体要求\n（四）重点任务。\n1.新建公园。各县新建公园。":         false,
		"一、发展基础\n全市已有公园30个。":                       true,
		"六、实施步骤\n（一）动员部署。3月底前动员。":                  false,
		"二、明确目标任务和工作原则\n（一）工作原则。因地制宜。":             true,
		"五、工作保障\n（一）强化监督。各县加强监督。":                  true,
		"四、支持政策\n（一）奖励建园。每个公园奖励30万元。":              false,
		"一、总体要求和目标\n坚持绿色发展，到2030年绿化率达到40%。":        true,
		"三、完善组织体系\n（一）健全协会。各县健全协会。":                false,
		"二、把握总体要求\n（一）坚持党的领导。加强党的领导。":              true,
		"九、强化组织实施和监督考核\n（一）加强督查。市政府督查室加强督查。":       true,
		"二、实现目标的路径\n（一）新建公园。各县新建公园。":               false,
		"五、保障措施\n（一）建设人才队伍。每年培训园林工人300名。":          false,
		"四、有关要求\n（一）加强领导。各县要成立专班。":                 true,
		"三、做好规划实施\n（一）明确分工。各县各负其责。":                true,
		"一、重要意义和总体目标\n（一）绿化造福人民。":                  true,
		"二、深刻认识做好绿化工作的重要性和紧迫性\n绿化造福人民。":            true,
		"六、保障措施和组织实施\n（一）成立专班。各县要成立专班。":            true,
		"第六章　保障措施\n第一节　加强组织领导\n各县要成立专班。":           true,
		"二、基本要求\n（一）坚持因地制宜。各县因地制宜。":                true,
		"一、试点意义\n试点为全省探路。":                         true,
		"三、组织保障措施\n（一）成立专班。各县要成立专班。":               true,
		"三、重点任务\n（一）优化公园布局。\n1.总体布局。各县优化布局。":       false,
		"三、重点任务\n（四）培育园林企业。到2030年培育30家。":           false,
	} {
		d, _ := document.Parse(source.NewFile("rule.txt", "甲市绿化工作方案\n\n"+text+"\n\n甲市人民政府\n2026年3月1日\n"))
		facts, _ := Document(d)
		if len(facts.Measures) == 0 {
			t.Errorf("%s\nhas no measure", text)
			continue
		}
		m := facts.Measures[len(facts.Measures)-1]
		if got := m.General != ""; got != want {
			t.Errorf("%s: general %v (%s)", strings.ReplaceAll(text, "\n", " / "), got, m.General)
		}
	}
}
