package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"zhengce/generator/manifest"
	"zhengce/generator/say"
)

// passwordVariable is the environment variable with the password of the secret key, for machines without a terminal.
const passwordVariable = "ZHENGCE_KEY_PASSWORD"

func signCommand() *cobra.Command {
	key, fresh := "", ""
	cmd := &cobra.Command{
		Use:   say.Sprintf("sign [DIR]"),
		Short: say.Sprintf("Sign a built site, so that whoever has a copy can prove it"),
		Long: say.Sprintf(`sign signs site-manifest.json, which lists every file of a built site with its SHA-256, public/ unless a folder is named.
The signature, site-manifest.json.minisig, is one of minisign: readers prove a copy of the site with

  zhengce verify --key zhengce.key.pub DIR           the signature and every file
  minisign -Vm site-manifest.json -p zhengce.key.pub   the signature alone

  zhengce sign --new zhengce.key     makes a secret key, and zhengce.key.pub to be given to readers
  zhengce sign --key zhengce.key     signs public/

The password of the secret key is asked for on the terminal, or stands in %s; where that is
set and empty, the key has none. Keep the key outside the site; a new build wants a new signature.`, passwordVariable),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 || (key == "") == (fresh == "") || fresh != "" && len(args) > 0 {
				return usagef("sign: expected --key FILE and perhaps the folder of a site, or --new FILE alone")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if fresh != "" {
				return newKey(fresh)
			}
			dir := filepath.Join(siteFolder(cmd), "public")
			if len(args) > 0 {
				dir = args[0]
			}
			return signSite(dir, key)
		},
	}
	cmd.Flags().StringVar(&key, "key", "", say.Sprintf("the secret key `file` to sign with"))
	cmd.Flags().StringVar(&fresh, "new", "", say.Sprintf("make a pair of keys: this `file` and the same with .pub"))
	return cmd
}

// newKey writes a pair of keys. It replaces nothing.
func newKey(name string) error {
	for _, n := range []string{name, name + ".pub"} {
		if _, err := os.Lstat(n); !errors.Is(err, fs.ErrNotExist) {
			return say.Errorf("%s: it stands there already\n\tname another file; what was signed with a lost key cannot be signed anew", n)
		}
	}
	word, err := password(say.Sprintf("password of the new key: "))
	if err != nil {
		return err
	}
	secret, public, err := manifest.NewKey(word)
	if err == nil {
		err = os.WriteFile(name, secret, 0o600)
	}
	if err == nil {
		err = os.WriteFile(name+".pub", public, 0o644)
	}
	if err != nil {
		return say.Errorf("making a key: %w", err)
	}
	fmt.Fprint(os.Stderr, say.Sprintf("made %s, which nobody else may have, and %s.pub for readers\n", name, name))
	return nil
}

// signSite writes the signature of the site dir.
func signSite(dir, key string) error {
	secret, err := os.ReadFile(key)
	if err != nil {
		return say.Errorf("reading the key: %w", err)
	}
	word := ""
	if manifest.Locked(secret) {
		if word, err = password(say.Sprintf("password of the key: ")); err != nil {
			return err
		}
	}
	signature, err := manifest.Sign(os.DirFS(dir), secret, word)
	if err != nil {
		return say.Errorf("%s: %w", dir, err)
	}
	name := filepath.Join(dir, manifest.SignatureName)
	if err := os.WriteFile(name, signature, 0o644); err != nil {
		return say.Errorf("writing the signature: %w", err)
	}
	fmt.Fprint(os.Stderr, say.Sprintf("signed: %s\n", name))
	return nil
}

// password returns the password of a key: that of the environment, or one that is asked for.
func password(prompt string) (string, error) {
	if word, ok := os.LookupEnv(passwordVariable); ok {
		return word, nil
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return "", say.Errorf("no terminal to ask for the password of the key\n\tset %s", passwordVariable)
	}
	fmt.Fprint(os.Stderr, prompt)
	word, err := term.ReadPassword(int(os.Stdin.Fd()))
	fmt.Fprintln(os.Stderr)
	if err == nil && len(word) == 0 {
		err = say.Errorf("the password is empty\n\ta key without one is made with %s set and empty", passwordVariable)
	}
	return string(word), err
}
