package shoperr

//go:generate go tool errgen generate ../../errors.yaml --go . --markdown ../../docs/errors.md
