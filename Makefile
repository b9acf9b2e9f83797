# Everything here does its own set-up. Needed: Python 3.11 or later, and make.
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
SCENARIO ?= regio
STAMP := .venv/.stamp
BIN := .venv/bin
UV := $(BIN)/uv --quiet

.PHONY: .venv
.venv: $(STAMP)  ## the tools and libraries in .venv, each checked by its hash

$(STAMP): pyproject.toml requirements/uv.txt requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Schakel needs Python 3.11 or later, $(PYTHON) is " + sys.version.split()[0])'
	@test -x $(BIN)/uv || { $(PYTHON) -m venv --clear .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-warn-script-location --require-hashes -r requirements/uv.txt; }
	@$(UV) pip sync --python $(BIN)/python --require-hashes requirements/dev.txt
	@$(UV) pip install --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: demo
demo: $(STAMP)  ## the training region on http://localhost:8000 (PORT=8001, SCENARIO=memo-2022 for another); keeps what is there
	@PORT=$(PORT) $(BIN)/schakel demo --scenario $(SCENARIO)

.PHONY: demo-nieuw
demo-nieuw: $(STAMP)  ## the same, from an empty database
	@PORT=$(PORT) $(BIN)/schakel demo --scenario $(SCENARIO) --opnieuw

.PHONY: test
test: $(STAMP)  ## all tests that this machine can run; STRICT=1 fails on what is missing; ARGS="-k intake" for some
	@$(BIN)/python scripts/test.py $(ARGS)

.PHONY: check
check: $(STAMP)  ## all checks, the cheapest first
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@git ls-files -z --cached --others --exclude-standard -- 'src/*.html' | xargs -0 -r $(BIN)/djade --check --target-version 5.2
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/schakel docs --controle
	@$(BIN)/python scripts/lint_repo.py

.PHONY: format
format: $(STAMP)  ## lay out code and templates
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format
	@git ls-files -z --cached --others --exclude-standard -- 'src/*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

.PHONY: docs
docs: $(STAMP)  ## write the generated pages of docs/ again
	@$(BIN)/schakel docs

.PHONY: bench
bench: $(STAMP)  ## measure, on SQLite and (where its server is) on PostgreSQL
	$(BIN)/python scripts/bench $(ARGS)
	@$(BIN)/python scripts/with_postgres.py $(BIN)/python scripts/bench $(ARGS) || test $$? -eq 77

LOCK := $(UV) pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11
.PHONY: lock
lock: $(STAMP)  ## write requirements/*.txt again; ARGS=--upgrade for newer versions
	$(LOCK) $(ARGS) requirements/uv.in -o requirements/uv.txt
	$(LOCK) $(ARGS) pyproject.toml -o requirements/run.txt
	$(LOCK) $(ARGS) pyproject.toml requirements/dev.in -o requirements/dev.txt
	@$(BIN)/python scripts/lint_repo.py

.PHONY: vendor
vendor: $(STAMP)  ## join the vendored CSS, htmx and fonts again (needs npm)
	$(BIN)/python scripts/vendor.py

.PHONY: beeld
beeld: $(STAMP)  ## make the pictures in docs/beeld again (needs Chromium)
	@$(BIN)/python scripts/pictures.py

.PHONY: help
help:  ## this list
	@grep -hE '^[a-z.-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z.-]+):.*  ## (.*)/\1|\2/' | while IFS='|' read -r name what; do printf '  make %-11s %s\n' "$$name" "$$what"; done
