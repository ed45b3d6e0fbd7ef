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
		Name: "not-quantities", Title: "哪些数字不是数量",
		About: "由数字构成、却不是数量的：序数、日期、钟点、编号、名称。有一条成立，这里就不读数字。",
		Rules: notQuantities.Rules(),
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
		About: "对每个数字依次问到有一条成立为止；仍没有年份的目标，再看本项任务的完成时限，然后是标题中的年份。",
		Rules: slices.Concat(yearSources.Rules(), listYears.Rules(), timeless.Rules(), taskYears.Rules(), plannedYears.Rules()),
	},
	{
		Name: "columns", Title: "指标表的栏目怎样理解",
		About: "对表头的每一栏依次问到有一条成立为止。有指标名称一栏，又有要达到的值一栏的，才是指标表。",
		Rules: slices.Concat(columns.Rules(), startColumns.Rules()),
	},
	{
		Name: "cells", Title: "指标表里哪些数字算",
		About: "格内有成句文字的，按正文的规则读；以下几条先于那些规则。",
		Rules: slices.Concat(plainCells.Rules(), floors.Rules()),
	},
}
