package kind

import (
	"strings"
	"testing"
)

// TestOldOffice tells old Office files by the names of their streams.
func TestOldOffice(t *testing.T) {
	for _, tt := range []struct{ stream, want string }{
		{"EncryptedPackage", "the file is protected by a password"}, {"Workbook", "the file is a spreadsheet of the old kind"}, {"PowerPoint Document", "the file is a presentation"},
	} {
		if _, err := Of([]byte(compoundFile + string(wideName(tt.stream)))); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v", tt.stream, err)
		}
	}
}
