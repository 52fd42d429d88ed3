package payments

// In a module that has errgen as a tool this is
//
//	//go:generate go tool errgen generate --go . --markdown errors.md

//go:generate go run github.com/errgen/errgen/cmd/errgen generate --go . --markdown errors.md
