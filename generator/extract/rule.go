package extract

import (
	"slices"

	"zhengce/generator/award"
	"zhengce/generator/clock"
	"zhengce/generator/column"
	"zhengce/generator/duty"
	"zhengce/generator/policy"
	"zhengce/generator/target"
)

// Rules returns the rules by which papers are read, by the question that they answer: those of this
// package, then those of the packages of single findings.
func Rules() policy.RuleBook {
	return slices.Concat(chapters, duty.NameRules, duty.Rules, target.Rules, clock.Rules, award.Rules, []policy.Chapter{column.Chapter}, []policy.Chapter{policy.EditorChapter})
}

var chapters = []policy.Chapter{issuerChapter, dateChapter, kindChapter, regionChapter, measureChapter, generalChapter, ownChapter, citationChapter, doubtChapter}

var (
	issuerChapter = policy.Chapter{
		Name: "paper-issuer", Title: "发文机关从哪里看出", About: "依次看落款、标题、版头、令的编号、标题下的通过情况和标题上下的机关，取最先看出的。", Rules: issuerRules.Rules(),
	}
	dateChapter = policy.Chapter{
		Name: "paper-date", Title: "成文日期从哪里看出", About: "先看落款；没有落款的法规，再看标题下写明的公布、通过日期。", Rules: dateRules.Rules(),
	}
	kindChapter = policy.Chapter{
		Name: "paper-kind", Title: "文种从哪里看出", About: "依次看所附文件的标题、本文件的标题、正文对自己的称呼，取最先看出的。", Rules: kindRules.Rules(),
	}
	regionChapter = policy.Chapter{
		Name: "paper-region", Title: "文件属于哪个地区", About: "先看发文机关和标题，再看主送机关，最后看正文，取最先看出的。", Rules: regionRules.Rules(),
	}
	measureChapter = policy.Chapter{
		Name: "measure", Title: "哪些序号算作一条措施", About: "对每一个带序号的部分、条、项依次问：最先成立的一条决定它算不算措施。", Rules: measureRules.Rules(),
	}
	generalChapter = policy.Chapter{
		Name: "measure-general", Title: "哪些措施是总体性条款",
		About: "总体性条款说明为什么做、按什么原则、做到什么程度、怎样组织，不单独部署任务。先看本条的标题，再由近到远看所属各级的标题，取最先看得出的；都看不出的是具体措施。",
		Rules: generalRules.Rules(),
	}
	ownChapter = policy.Chapter{
		Name: "own-paper", Title: "哪些书名号、文号指的是文件自己",
		About: "先问这一章：有一条成立，就不算引用其他文件。", Rules: ownRules.Rules(),
	}
	citationChapter = policy.Chapter{
		Name: "citation", Title: "哪些书名号、文号算作引用",
		About: "对其余的书名号和文号依次问：最先成立的一条决定算不算引用。", Rules: slices.Concat(noCitations, citationForms).Rules(),
	}
	doubtChapter = policy.Chapter{
		Name: "doubt", Title: "哪些目标值存疑", About: "对每一个目标值逐条问：成立的各条都列入校核。", Rules: doubtRules.Rules(),
	}
)
