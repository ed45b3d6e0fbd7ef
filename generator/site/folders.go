package site

import (
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"zhengce/generator/say"
)

// folderKeys are the settings of Hugo that name a folder.
var folderKeys = map[string]bool{
	"archetypedir": true, "assetdir": true, "cachedir": true, "contentdir": true, "datadir": true, "i18ndir": true, "layoutdir": true,
	"publishdir": true, "resourcedir": true, "staticdir": true, "themesdir": true, "workingdir": true, "source": true, "dir": true, "theme": true,
}

// checkFolders refuses settings by which Hugo would read or write outside the site folder, or load modules from
// elsewhere.
func checkFolders(data []byte) error {
	var all map[string]any
	if err := toml.Unmarshal(data, &all); err != nil {
		return err
	}
	return checkFolder("", all)
}

func checkFolder(key string, value any) error {
	name := strings.ToLower(key[strings.LastIndexByte(key, '.')+1:])
	switch v := value.(type) {
	case map[string]any:
		for k, inner := range v {
			if key == "" && strings.EqualFold(k, "params") { // what templates read is no setting of Hugo
				continue
			}
			if err := checkFolder(strings.TrimPrefix(key+"."+k, "."), inner); err != nil {
				return err
			}
		}
	case []any:
		if name == "imports" && len(v) > 0 {
			return say.Errorf("%s: [%s] modules from elsewhere cannot be used\n\tput their files into layouts/ and static/", settingsFile, key)
		}
		for _, inner := range v {
			if err := checkFolder(key, inner); err != nil {
				return err
			}
		}
	case string:
		folder := v
		if strings.HasPrefix(v, ":") { // a place that Hugo knows by name, such as :cacheDir
			_, folder, _ = strings.Cut(v, "/")
		}
		if folderKeys[name] && folder != "" && !filepath.IsLocal(folder) {
			return say.Errorf("%s: %s = %q leads out of the site folder\n\tname a folder within it", settingsFile, key, v)
		}
	}
	return nil
}
