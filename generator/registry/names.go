package registry

import "strings"

// Names returns, for each function in the order of the data file, the names by which papers call
// the body that has it.
func Names() [][]string {
	var all [][]string
	for _, f := range fields(functionList, 2) {
		all = append(all, strings.Fields(f[1]))
	}
	return all
}
