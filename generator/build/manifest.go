package build

import (
	"fmt"
	"os"

	"github.com/spf13/afero"

	"zhengce/generator/manifest"
	"zhengce/generator/site"
)

// writeManifest lists every file of the staged site in a manifest at its top. Nothing may be written into the site
// after it.
func writeManifest(stage *site.Stage) error {
	m, err := manifest.New(os.DirFS(stage.Dir()))
	if err == nil {
		err = afero.WriteFile(stage.FS(), manifest.Name, m.Bytes(), 0o644)
	}
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	return nil
}
