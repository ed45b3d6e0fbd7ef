package search

import "zhengce/generator/folding"

func fold(text string) string { return folding.Fold(text) }

func isWord(r rune) bool { return folding.IsWord(r) }
