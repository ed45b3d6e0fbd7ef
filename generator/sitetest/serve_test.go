package sitetest

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// serveLost serves the site in a folder, with the given page where none stands, and returns its
// address.
func serveLost(t *testing.T, public string, lost []byte) string {
	t.Helper()
	const folder = "/some/where/"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(public, filepath.FromSlash(strings.TrimPrefix(r.URL.Path, folder)))
		if info, err := os.Stat(name); err == nil && !info.IsDir() && strings.HasPrefix(r.URL.Path, folder) {
			http.ServeFile(w, r, name)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(lost)
	}))
	t.Cleanup(server.Close)
	return server.URL + folder
}
