package manifest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"aead.dev/minisign"

	"zhengce/generator/say"
)

// NewKey returns a pair of keys as minisign writes them. The secret one is encrypted with the password, unless that is empty.
func NewKey(password string) (secret, public []byte, err error) {
	publicKey, privateKey, err := minisign.GenerateKey(nil)
	if err != nil {
		return nil, nil, err
	}
	if password == "" {
		secret, err = privateKey.MarshalText()
	} else {
		secret, err = minisign.EncryptKey(password, privateKey)
	}
	if err != nil {
		return nil, nil, err
	}
	public, err = publicKey.MarshalText()
	return append(secret, '\n'), append(public, '\n'), err
}

// Locked reports whether a secret key needs a password.
func Locked(secret []byte) bool { return minisign.IsEncrypted(secret) }

// Sign returns the signature of the manifest of the site fsys, the text of the file SignatureName. The same manifest and key
// give the same bytes.
func Sign(fsys fs.FS, secret []byte, password string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, Name)
	if err != nil {
		return nil, say.Errorf("reading the manifest: %w", err)
	}
	if _, err := Parse(data); err != nil {
		return nil, err
	}
	key, err := open(secret, password)
	if err != nil {
		return nil, err
	}
	r := minisign.NewReader(bytes.NewReader(data))
	if _, err := io.Copy(io.Discard, r); err != nil {
		return nil, err
	}
	return r.SignWithComments(key, fmt.Sprintf("file:%s sha256:%x", Name, sha256.Sum256(data)), "signature of a site made by zhengce"), nil
}

func open(secret []byte, password string) (key minisign.PrivateKey, err error) {
	if !Locked(secret) {
		return key, key.UnmarshalText(secret)
	}
	if key, err = minisign.DecryptKey(password, secret); err != nil {
		return key, say.New("the secret key cannot be opened: the password is another, or the file is damaged")
	}
	return key, nil
}

// CheckSignature returns an error unless the manifest of the site fsys is signed by the owner of the public key.
func CheckSignature(fsys fs.FS, public []byte) error {
	var key minisign.PublicKey
	if err := key.UnmarshalText(bytes.TrimSpace(public)); err != nil {
		return say.Errorf("reading the public key: %w", err)
	}
	data, err := fs.ReadFile(fsys, Name)
	if err != nil {
		return say.Errorf("reading the manifest: %w", err)
	}
	signature, err := fs.ReadFile(fsys, SignatureName)
	if errors.Is(err, fs.ErrNotExist) {
		return say.Errorf("the site is not signed: it has no %s", SignatureName)
	}
	if err != nil {
		return say.Errorf("reading the signature: %w", err)
	}
	if !minisign.Verify(key, data, signature) {
		return say.Errorf("%s is not the signature of this %s by the owner of the key", SignatureName, Name)
	}
	return nil
}
