# Each target does its own set-up: `make demo` works on a fresh clone with Python 3.11 or later and make.

PYTHON ?=
export PYTHON
RUN = .venv/bin
SHELL = /bin/bash
.DEFAULT_GOAL = help
.PHONY: help demo test check bench docs serve-docs clean

help: ## say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: ## simulate a force, take its files in, print its week, serve the site (ARGS=--no-serve: only print)
	@tools/set-up run
	@$(RUN)/clewline demo $(ARGS)

test: ## run every test, on SQLite and on PostgreSQL (ARGS="-k trace" for some)
	@tools/set-up system
	@missing="$$(tools/set-up missing)"; CLEWLINE_NOT_RUN="$$missing" $(RUN)/python tools/run_tests.py $(ARGS); code=$$?; \
	if [ -n "$$missing" ]; then echo "NOT RUN: the tests that need $$missing(not installed)"; fi; exit $$code

check: ## the whole truth: format, lint, types, contracts, tests, documents
	@tools/set-up system
	@echo "Format"; $(RUN)/ruff format --check --quiet
	@echo "Lint"; $(RUN)/ruff check --quiet
	@echo "Types"; $(RUN)/mypy
	@echo "Import contracts"; $(RUN)/lint-imports --no-logo
	@$(RUN)/python tools/check_exclusions.py
	@$(RUN)/python tools/check_lengths.py
	@$(RUN)/python tools/check_paths.py
	@$(RUN)/python tools/check_settings.py
	@$(RUN)/python tools/generate_docs.py --check
	@if command -v npm >/dev/null; then src/clewline/web/look/build --check && echo "Look of the site is what its sources make: ok"; else echo "NOT CHECKED: the look of the site (npm is not installed)"; fi
	@echo "Documents"; NO_MKDOCS_2_WARNING=1 $(RUN)/mkdocs build --strict --quiet
	@echo "Tests"; CLEWLINE_NOT_RUN="$$(tools/set-up missing)" $(RUN)/python tools/run_tests.py --if-changed
	@echo "Branches of the pure folders"; $(RUN)/python tools/check_coverage.py
	@echo "All checks passed."

bench: ## measure against the numbers to reach; results as JSON in bench/results
	@tools/set-up all
	@$(RUN)/python -m bench $(ARGS)

docs: ## write the generated pages of docs/reference again
	@tools/set-up all
	@$(RUN)/python tools/generate_docs.py

serve-docs: docs ## read the documents at http://127.0.0.1:8001
	@NO_MKDOCS_2_WARNING=1 $(RUN)/mkdocs serve --dev-addr 127.0.0.1:8001

clean: ## take away what make made, and no record
	rm -rf .venv .uv build dist site-docs .coverage* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
