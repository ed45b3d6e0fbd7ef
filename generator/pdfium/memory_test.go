package pdfium

import (
	"bytes"
	"testing"
)

// TestMemory holds that memory is zero when it is handed out, be it fresh, longer than before or used before, that what
// grows keeps what it holds, and that nothing is used again that a killed file might still write to.
func TestMemory(t *testing.T) {
	zero := func(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }
	for range 3 {
		m := newMemory(10, 1000)
		b := m.Reallocate(10)
		if len(b) != 10 || !zero(b) {
			t.Fatalf("memory begins with %v", b)
		}
		copy(b, "0123456789")
		if b = m.Reallocate(900); string(b[:10]) != "0123456789" || !zero(b[10:]) {
			t.Fatalf("memory grows to %q", b)
		}
		b[899] = 1
		m.Free()
	}
	killed.Store(true)
	defer killed.Store(false)
	m := &memory{make([]byte, 77)}
	m.Reallocate(77)[3] = 9
	m.Free()
	for range 10 {
		if again := newMemory(5, 5).(*memory); cap(again.room) == 77 {
			t.Error("memory of a file that was killed is used again")
		}
	}
}
