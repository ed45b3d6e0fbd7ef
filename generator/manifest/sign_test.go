package manifest

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

// TestSign signs a manifest: no byte of it, of the signature's texts or of the key can be another.
func TestSign(t *testing.T) {
	site := site()
	m, err := New(site)
	if err != nil {
		t.Fatal(err)
	}
	site[Name] = &fstest.MapFile{Data: m.Bytes()}
	secret, public, err := NewKey("")
	if err != nil || Locked(secret) {
		t.Fatal(err, Locked(secret))
	}
	sign := func(secret []byte) []byte {
		signature, err := Sign(site, secret, "")
		if err != nil {
			t.Fatal(err)
		}
		return signature
	}
	signature := sign(secret)
	if again := sign(secret); !bytes.Equal(again, signature) {
		t.Error("two signatures of one manifest differ")
	}
	site[SignatureName] = &fstest.MapFile{Data: signature}
	if err := CheckSignature(site, public); err != nil {
		t.Fatal(err)
	}
	_, other, _ := NewKey("")
	if err := CheckSignature(site, other); err == nil {
		t.Error("signed by another")
	}
	for i := strings.Index(string(signature), "\n") + 1; i < len(signature)-1; i++ {
		bad := bytes.Clone(signature)
		if bad[i] ^= 1; signature[i] == '\n' || strings.ContainsRune("=\n", rune(signature[i+1])) {
			continue // of the last letter of base64 not all bits count
		}
		site[SignatureName] = &fstest.MapFile{Data: bad}
		if CheckSignature(site, public) == nil {
			t.Errorf("byte %d of the signature was changed: %s", i, bad)
		}
	}
	site[SignatureName] = &fstest.MapFile{Data: signature}
	site[Name] = &fstest.MapFile{Data: append(m.Bytes(), ' ')}
	if CheckSignature(site, public) == nil {
		t.Error("a changed manifest")
	}
	if _, err := Sign(site, secret, ""); err == nil {
		t.Error("signed what is no manifest")
	}
	delete(site, SignatureName)
	if err := CheckSignature(site, public); err == nil || !strings.Contains(err.Error(), "the site is not signed") {
		t.Error(err)
	}
}
