# errgen's chores. `make help` lists them.

GO ?= go
FUZZTIME ?= 30s
ERRGEN = $(GO) run ./cmd/errgen
LINT = $(GO) tool -modfile=tools/go.mod golangci-lint
EXAMPLES = generated/examples

.PHONY: help generate check test race lint fuzz bench pictures clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

generate: ## write what the catalogs say into generated/
	$(ERRGEN) generate
	$(ERRGEN) generate $(EXAMPLES)/booking/errors.yaml
	$(ERRGEN) generate $(EXAMPLES)/fleet/errors.yaml
	$(GO) generate ./$(EXAMPLES)/payments

check: ## fail if generated/ is not what the catalogs say
	$(ERRGEN) generate --check
	$(ERRGEN) generate --check $(EXAMPLES)/booking/errors.yaml
	$(ERRGEN) generate --check $(EXAMPLES)/fleet/errors.yaml
	$(ERRGEN) generate --check $(EXAMPLES)/payments/errors.yaml --go $(EXAMPLES)/payments --markdown $(EXAMPLES)/payments/errors.md

test: ## all tests
	$(GO) test ./...

race: ## all tests under the race detector
	$(GO) test -race ./...

lint: ## gofmt, vet and golangci-lint, the latter at the version that tools/go.mod pins
	$(GO) vet ./...
	$(LINT) run ./...

fuzz: ## each fuzz target for FUZZTIME (30s)
	@set -e; $(GO) list -f '{{.Dir}}' ./... | while read -r dir; do \
		grep -hos '^func Fuzz[A-Za-z0-9_]*' "$$dir"/*_test.go | sed 's/^func //' | while read -r target; do \
			echo "$$dir $$target"; (cd "$$dir" && $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) .); \
		done; \
	done

bench: ## benchmarks beside peers, as ratios in one run
	cd gen/bench && $(GO) run .

pictures: ## the README's pictures anew; needs Chromium and Node.js
	@test -d templates/html/browser/node_modules || (cd templates/html/browser && npm ci)
	CHROMIUM=$${CHROMIUM:-$$(command -v chromium)} node docs/pictures/pictures.mjs

clean: ## remove what the build left
	rm -rf bin
