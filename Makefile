# Type `make` to build the Hampshire report, `make help` to see what else there is.
#
# Each target sets up what it needs the first time: .venv, with the versions in .ci/requirements.txt, and the system
# packages that .ci/system-packages looks for. Stamp files in .venv make the next time quick.

.DEFAULT_GOAL := hampshire
.DELETE_ON_ERROR:
# two steps at once would fetch twice
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules

# The interpreter that .venv is made with; another one is named as `make PYTHON=python3.12`.
PYTHON ?= python3
export PYTHON

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# The pip of the virtual environment is the last thing that venv writes, so where it stands the environment is whole.
ENVIRONMENT := $(BIN)/pip
RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed

# What is pinned, and what lists its hashes (make hashes)
PINNED := requirements.txt requirements-dev.txt
HASHING := build/hashes
PIP_TOOLS := 7.6.2

# Which lines the tests run (make coverage)
COVERAGE := build/coverage.json

.PHONY: hampshire wessex test coverage look lint bench faults docs vsix hashes clean help system-build system-test

hampshire: system-build $(RUNTIME) ## build the Hampshire report into build/hampshire (the default)
	$(BIN)/omi build areas/hampshire

wessex: system-build $(RUNTIME) ## build the report of Wessex, an invented area with evidence
	$(BIN)/omi build areas/wessex

test: system-test $(DEVELOPMENT) ## run the tests
	$(BIN)/python -m pytest -n 2

# What measures the lines makes the tests take twice as long, so `make test` does without. The table is asked for
# afterwards, of the file: asked of the tests themselves, slipcover would print one of the lines that the process ran that
# starts them, which is next to none. TESTS="tests/unit/scoring" measures those of a folder.
coverage: system-test $(DEVELOPMENT) ## run the tests, and show which lines none of them runs
	mkdir -p build
	$(BIN)/python -m slipcover --json --out $(COVERAGE) -m pytest -n 2 $(TESTS)
	$(BIN)/python -m slipcover --merge $(COVERAGE) --out $(COVERAGE) --missing-width 60

# WORDS="stress large-print" looks at the reports alone whose names have these words
look: system-test $(DEVELOPMENT) ## lay out all kinds of reports, look at their pages, write contact sheets to build/look
	$(BIN)/python -m tests.look.run $(WORDS)

lint: $(DEVELOPMENT) ## check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEVELOPMENT) ## measure how long the report takes
	$(BIN)/python -m tests.bench.run

# SEED="7 8 9" makes the same faults again
faults: $(DEVELOPMENT) ## measure how well faults that are made at random are found
	$(BIN)/python -m tests.faults.run $(foreach each,$(SEED),--seed $(each)) $(FAULTS)

docs: $(DEVELOPMENT) ## write the generated pages of docs/ anew
	$(BIN)/python -m tests.refresh

# In an environment of its own: pip-compile asks for packages that nothing else here needs.
hashes: | system-build ## write what the pinned versions must hash to anew, after a version was changed by hand
	$(PYTHON) -m venv $(HASHING)
	$(HASHING)/bin/python -m pip --disable-pip-version-check install --quiet pip-tools==$(PIP_TOOLS)
	for file in $(PINNED); do $(HASHING)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	  --no-header --no-annotate --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --output-file $(HASHING)/$$file .ci/$$file || exit 1; done
	$(PYTHON) tests/pins.py $(foreach file,$(PINNED),.ci/$(file) $(HASHING)/$(file))
	rm -r $(HASHING)

# Node.js and npm come from the system; the versions of all else stand in package.json.
vsix: ## pack the extension for VS Code into build/omi-report.vsix (needs Node.js and npm)
	rm -rf build/vscode && mkdir -p build/vscode
	cp -R editors/vscode/. LICENSE build/vscode/
	cd build/vscode && npm install --no-package-lock --no-audit --no-fund --silent
	cd build/vscode && npm run --silent package -- --out ../omi-report.vsix

clean: ## remove what was built, and the caches (not .venv: `rm -r .venv` does that)
	rm -rf build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find omi_report tests -type d -name __pycache__ -prune -exec rm -rf {} +

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

system-build:
	@.ci/system-packages build

system-test:
	@.ci/system-packages test

# Order-only: the system packages come first (Python is one of them), but do not make the environment out of date.
$(ENVIRONMENT): | system-build
	$(PYTHON) -m venv $(VENV)

# The project is installed as a link to this folder, with neither dependencies nor build tools fetched for it: all of
# them are pinned. __init__.py holds the version.
$(RUNTIME): .ci/requirements.txt pyproject.toml omi_report/__init__.py | $(ENVIRONMENT)
	$(PIP) install --quiet --require-hashes --requirement .ci/requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q omi_report
	@touch $@

$(DEVELOPMENT): .ci/requirements-dev.txt $(RUNTIME)
	$(PIP) install --quiet --require-hashes --requirement .ci/requirements-dev.txt
	@touch $@
