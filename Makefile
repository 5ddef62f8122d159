# `make` alone prints what there is; everything longer than a line lives in scripts/.
.DEFAULT_GOAL := help
.PHONY: help run test check format bench bypass compatibility demo-runtime fuzz oracle docs clean

help: ## print this table
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build, scan the bundled example, print the report and write out/shop.html
	@scripts/run

test: ## run every test
	@scripts/test

check: ## format, links, script syntax and stale documents: before each commit
	@scripts/check

format: ## rewrite the Swift sources in the house format
	@swift format --in-place --parallel --recursive Sources Tests Enforcer Package.swift

bench: ## measure beside other programs, and fill docs/performance.md
	@scripts/bootstrap bench
	@python3 scripts/bench --write

compatibility: ## compare programs without and with the enforcer, and fill docs/compatibility.md
	@scripts/bootstrap test
	@swift build --product parapet
	@scripts/compatibility --write

demo-runtime: ## show what the enforcer does to an injected command
	@scripts/bootstrap test
	@swift build --product parapet
	@scripts/demo-runtime

bypass: ## attack functions with and without the enforcer, and write docs/bypass-results.md
	@scripts/bootstrap test
	@.deps/venv/bin/python scripts/bypass

fuzz: ## fuzz every parser for five minutes each
	@scripts/fuzz --seconds 300 --seed "$$(date +%s)" --release

oracle: ## compare SAM expansion with AWS's translator: make oracle DIR=path/to/templates
	@scripts/oracle $(if $(DIR),"$(DIR)")

docs: ## write the generated documents anew
	@scripts/docs

clean: ## remove what was built and installed here
	rm -rf .build .deps out
