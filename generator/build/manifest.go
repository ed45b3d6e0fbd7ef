package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"

	"zhengce/generator/manifest"
	"zhengce/generator/say"
	"zhengce/generator/site"
)

// writeManifest lists every file of the staged site in a manifest at its top, and returns the list. Nothing may be written into the site
// after it.
func writeManifest(stage *site.Stage) ([]manifest.File, error) {
	m, err := manifest.New(os.DirFS(stage.Dir()))
	if err == nil {
		err = afero.WriteFile(stage.FS(), manifest.Name, m.Bytes(), 0o644)
	}
	if err != nil {
		return nil, say.Errorf("writing the manifest: %w", err)
	}
	return m.Files, nil
}

// proofName is the file in the site folder, beside the site, that tells the manifest of the last build from others: who can
// change the site on its way need not reach it.
const proofName = ".zhengce.proof"

// noteProof keeps the digest of the staged site's manifest.
func noteProof(root string, staged fs.FS) error {
	digest, err := manifestDigest(staged)
	if err == nil {
		err = os.WriteFile(filepath.Join(root, proofName), digest, 0o644)
	}
	if err != nil {
		return say.Errorf("keeping the digest of the manifest: %w", err)
	}
	return nil
}

// IsLast reports whether the manifest of the site public is that which the last build in the site folder root wrote.
func IsLast(root string, public fs.FS) bool {
	kept, err := os.ReadFile(filepath.Join(root, proofName))
	digest, errOfSite := manifestDigest(public)
	return err == nil && errOfSite == nil && bytes.Equal(kept, digest)
}

func manifestDigest(site fs.FS) ([]byte, error) {
	data, err := fs.ReadFile(site, manifest.Name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	return []byte(hex.EncodeToString(sum[:]) + "\n"), nil
}
