// A token for a member, by ES256, with Go's standard library.
package main

import (
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"log"
	"os"
	"time"
)

func mint(key *ecdsa.PrivateKey, kid, issuer, community, member, name string) (string, error) {
	now := time.Now().Unix()
	header, err := json.Marshal(map[string]any{"alg": "ES256", "typ": "JWT", "kid": kid})
	if err != nil {
		return "", err
	}
	claims, err := json.Marshal(map[string]any{
		"iss": issuer, "aud": community, "sub": member, "name": name, "iat": now, "exp": now + 600,
	})
	if err != nil {
		return "", err
	}
	encode := base64.RawURLEncoding.EncodeToString
	said := encode(header) + "." + encode(claims)
	digest := sha256.Sum256([]byte(said))
	r, s, err := ecdsa.Sign(rand.Reader, key, digest[:])
	if err != nil {
		return "", err
	}
	// A JWT wants the signature's two numbers side by side, not in DER.
	signature := make([]byte, 64)
	r.FillBytes(signature[:32])
	s.FillBytes(signature[32:])
	return said + "." + encode(signature), nil
}

func keyIn(path string) (*ecdsa.PrivateKey, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, errors.New("the key is no PEM")
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	private, ok := key.(*ecdsa.PrivateKey)
	if !ok {
		return nil, errors.New("the key is of another kind")
	}
	return private, nil
}

func main() {
	key, err := keyIn(os.Getenv("KITH_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	token, err := mint(key, os.Getenv("KITH_KID"), os.Getenv("KITH_ISSUER"), os.Getenv("KITH_COMMUNITY"),
		os.Getenv("KITH_MEMBER"), os.Getenv("KITH_NAME"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}
