package target

import "zhengce/generator/words"

// The vocabularies by which targets and thresholds are told from other numbers; the files of package
// words say what each is for.
var (
	goalVerbs      = words.Of("goal-verbs")
	weakVerbs      = words.Of("weak-verbs")
	listVerbs      = words.Of("list-verbs")
	reachVerbs     = words.Of("reach-verbs")
	changeVerbs    = words.Of("change-verbs")
	rateNouns      = words.Of("rate-nouns")
	awardWords     = words.Of("award-words")
	shareAwards    = words.Of("share-awards")
	investWords    = words.Of("invest-words")
	givingVerbs    = words.Of("giving-verbs")
	givenTails     = words.Of("given-tails")
	amountNouns    = words.Of("amount-nouns")
	shareTails     = words.Of("share-tails")
	mayVerbs       = words.Of("may-verbs")
	perWords       = words.Of("per-words")
	conditionVerbs = words.Of("condition-verbs")
	admitWords     = words.Of("admit-words")
)
