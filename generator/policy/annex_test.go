package policy_test

import (
	"testing"

	"zhengce/generator/policy"
)

func TestAnnexRow(t *testing.T) {
	tests := []struct {
		row            policy.AnnexRow
		address, label string
	}{
		{policy.AnnexRow{In: "附件", No: 5, Row: 7}, "annex-5", "附件第5项"},
		{policy.AnnexRow{In: "附件", No: 5, Row: 8, Again: 1}, "annex-5x2", "附件第5项"},
		{policy.AnnexRow{In: "附件2", No: 5, Row: 5}, "annex-2-5", "附件2第5项"},
		{policy.AnnexRow{In: "附件", Row: 1}, "annex-0", "附件第1行"},
		{policy.AnnexRow{In: "附件", Row: 3, Again: 2}, "annex-0x3", "附件第3行"},
	}
	for _, tt := range tests {
		if a, l := tt.row.Address(), tt.row.Label(); a != tt.address || l != tt.label {
			t.Errorf("row %+v is %s at %s; want %s at %s", tt.row, l, a, tt.label, tt.address)
		}
	}
}
