package target

import (
	"slices"

	"zhengce/generator/policy"
)

// A decision asks one question about a candidate.
type decision = policy.Decision[*candidate]

// Rules are the rules of this package, by the question that they answer.
var Rules = []policy.Chapter{
	{
		Name: "exclusion", Title: "哪些数字不算目标或条件",
		About: "先问这一章：有一条成立，这个数字就不算目标，也不算条件，其余各章不再问。",
		Rules: exclusions.Rules(),
	},
	{
		Name: "openings", Title: "一段话说的是过去还是将来",
		About: "对每个句子先问这一章：开头的词语说明它说的是过去还是将来，管到下一个这样开头的句子。报告里也管到下一段、下一节。",
		Rules: openings.Rules(),
	},
	{
		Name: "evidence", Title: "哪些数字算作目标或条件",
		About: "对没有排除的数字，先问这一章：比较词、名次、并列、指标表，凡有单位的数字都问。没有一条规则成立的数字不算。",
		Rules: commonEvidence.Rules(),
	},
	{
		Name: "evidence-reach", Title: "达到多少、升降多少",
		About: "比例、金额、数量等接着问：前面紧跟的动词是否说明要达到的水平，或升降的幅度。",
		Rules: slices.Concat(reachEvidence, changeEvidence).Rules(),
	},
	{
		Name: "evidence-count", Title: "哪些数量算作目标或条件",
		About: "个、家、人、公里、吨等数量依次问：长度、面积、重量先问是否只是描述，再一并问动词、年份、分配办法。",
		Rules: slices.Concat(sizeEvidence, countEvidence).Rules(),
	},
	{
		Name: "evidence-share", Title: "哪些比例算作目标或条件",
		About: "百分比、份额、倍数依次问：去向、规定用语、是否为率、动词、年份。没有动词的“占百分之几”只是描述。",
		Rules: shareEvidence.Rules(),
	},
	{
		Name: "evidence-ratio", Title: "哪些比值算作目标或条件",
		About: "“几比几”只在讲经费、规定、配比的句子里算作目标或条件。",
		Rules: ratioEvidence.Rules(),
	},
	{
		Name: "evidence-money", Title: "哪些金额算作目标或条件",
		About: "金额依次问：是否奖励或收取，是否年度投资，是否只说明项目大小，有没有动词和安排。",
		Rules: slices.Concat(moneyEvidence, magnitudeEvidence).Rules(),
	},
	{
		Name: "evidence-duration", Title: "哪些时长和年龄算作目标或条件",
		About: "时长依次问：是否时限、优惠、期限，是否要压缩到的时间；年龄只问范围。",
		Rules: slices.Concat(durationEvidence, ageEvidence).Rules(),
	},
	{
		Name: "evidence-times", Title: "哪些次数算作目标或条件",
		About: "次、场、轮依次问：是否每月每村的要求，是否要达到的次数，是否一年的任务，是否并列。",
		Rules: slices.Concat(timesEvidence.Rules(), prefaceTasks.Rules()),
	},
	{
		Name: "evidence-index", Title: "哪些没有单位的数字算作指标值",
		About: "没有单位的数字只问这一章：指数、系数一类名词，或者以字母为名的指标。",
		Rules: slices.Concat(indexEvidence.Rules(), pointEvidence.Rules()),
	},
	{
		Name: "evidence-han", Title: "哪些汉字数目算作目标或条件",
		About: "用汉字写的数目大多是词语的一部分，只问这一章：比较词、次数、期限、金额。",
		Rules: slices.Concat(hanGrades, hanCompared, hanSums, hanTimes, hanTerms, hanAwards).Rules(),
	},
	{
		Name: "evidence-han-count", Title: "哪些汉字写的个数算作目标或条件",
		About: "上一章没有决定的个数、人数再问这一章：名次、限额、动词、年份、“每县”“每村”。",
		Rules: hanCounts.Rules(),
	},
	{
		Name: "kind", Title: "目标值还是条件、门槛",
		About: "一个数字要么是要达到的目标值，要么是决定一件事适用与否的条件、门槛。先问这一章，各种数字都问；有一条成立就定了，其后各章不再问。",
		Rules: slices.Concat(plainKinds, filterKinds, conditionKinds, standardKinds, listKinds).Rules(),
	},
	{
		Name: "kind-money", Title: "金额：目标值还是条件、门槛",
		About: "前一章没有定的金额问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: moneyKinds.Rules(),
	},
	{
		Name: "kind-time", Title: "时间：目标值还是时限",
		About: "前面没有定的时间问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: timeKinds.Rules(),
	},
	{
		Name: "kind-share", Title: "百分比、份额：目标值还是条件、门槛",
		About: "前面没有定的百分比和份额问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: shareKinds.Rules(),
	},
	{
		Name: "kind-ratio", Title: "比例（几比几）：目标值还是规定的分法",
		About: "前面没有定的几比几问这一章。",
		Rules: ratioKinds.Rules(),
	},
	{
		Name: "kind-number", Title: "个数、规模：目标值还是条件、门槛",
		About: "前面没有定的个数、长度、面积等问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: countKinds.Rules(),
	},
	{
		Name: "kind-joint", Title: "与条件并列的数字",
		About: "一段里的数字都定了以后再问这一章：算作目标值的数字，与后一个条件并列的，改作条件。",
		Rules: jointKinds.Rules(),
	},
	{
		Name: "no-year", Title: "哪些条件不归某一年",
		About: "句中写明了年份，而条件不是为这一年定的：有一条成立，就不记年份。",
		Rules: noYear.Rules(),
	},
	{
		Name: "subject", Title: "指标叫什么名字",
		About: "每个目标或条件按这一章得名：依次问下来，第一条成立的定名称。",
		Rules: rulesOf(namings),
	},
	{
		Name: "subject-words", Title: "名称用哪些词语",
		About: "名称取自数字前后的词语。这一章说哪些词语去掉、哪些补上，各条都可能用到。",
		Rules: shapingsOf(beforeCuts, []shaping{noTails, withChange}, contexts, afterCuts, []shaping{whoDo}, completions, awardCuts, titleCuts),
	},
	{
		Name: "not-quantities", Title: "哪些数字不是数量",
		About: "由数字构成、却不是数量的：序数、日期、钟点、编号、名称。有一条成立，这里就不读数字。",
		Rules: notQuantities.Rules(),
	},
	{
		Name: "powers", Title: "乘方怎样读",
		About: "先于上一章问。原件把数字排在右上角的，与⁴⁵一类字符同样看待；右下角的数字（CO₂）从不算数量。",
		Rules: powers.Rules(),
	},
	{
		Name: "comparators", Title: "比较词从哪里来",
		About: "先看数字自己前后的词，依次问到有一条成立为止；再看并列的数字，比较词只写在第一个前或最后一个后的，大家共用。都没有的记作等于。",
		Rules: slices.Concat(comparatorRules.Rules(), firstForAll.Rules(), lastForAll.Rules()),
	},
	{
		Name: "uses-of-years", Title: "写明的年份是期限、基期还是起点",
		About: "先问是不是比较的基期，再问是不是起点；都不是的，就是目标的年份。",
		Rules: slices.Concat(baseYears.Rules(), sinceYears.Rules()),
	},
	{
		Name: "years", Title: "目标的年份从哪里来",
		About: "对每个数字依次问到有一条成立为止；仍没有年份的目标，再看标题中的年份。",
		Rules: slices.Concat(yearSources.Rules(), listYears.Rules(), plannedYears.Rules()),
	},
	{
		Name: "start", Title: "指标表里哪一栏是现状",
		About: "看清每一栏是什么以后，对有年份的各栏问这一章。有名称一栏，又有要达到的值一栏的，才是指标表。",
		Rules: startColumns.Rules(),
	},
	{
		Name: "cells", Title: "表格里哪些数字算",
		About: "格内有成句文字的，按正文的规则读；以下几条先于那些规则。",
		Rules: slices.Concat(taskTables.Rules(), rowEvidence.Rules(), plainCells.Rules(), floors.Rules(), cellKinds.Rules(), rowNames.Rules()),
	},
}
