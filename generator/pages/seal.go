package pages

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// A seal is the first line of the front matter of a generated page. It tells the page from one that is
// written by hand, changed by hand or copied to another place, none of which may be overwritten.
const (
	sealKey    = "generated: "
	sealDigits = 16 // of the SHA-256, in hexadecimal
)

// seal returns the page as a file: its bytes behind the seal of the path under content/.
func seal(path string, page []byte) []byte {
	return append([]byte("---\n"+sealKey+`"`+sealOf(path, page)+"\"\n"), page...)
}

// sealed reports whether data is the page that this package made for the path, as it made it. Line ends may be
// those of another system.
func sealed(path string, data []byte) bool {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	rest, ok := bytes.CutPrefix(data, []byte("---\n"+sealKey+`"`))
	if !ok {
		return false
	}
	digest, page, ok := bytes.Cut(rest, []byte("\"\n"))
	return ok && string(digest) == sealOf(path, page)
}

func sealOf(path string, page []byte) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n", path)
	sum.Write(page)
	return fmt.Sprintf("%x", sum.Sum(nil))[:sealDigits]
}
