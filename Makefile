# Two commands do all the set-up on a machine with Python >= 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test docs lock audit clean

## demo: set up, then lint the sample articles; that findings are found is success here
demo: .venv/installed
	@$(BIN)/newslint seeds/ || test $$? -eq 1

## test: set up, then run everything that CI runs
test: .venv/installed-test
	$(BIN)/ruff check validator rules tests docs examples benchmarks
	$(BIN)/ruff format --check validator rules tests docs examples benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/newslint facts check
	$(BIN)/pytest

## docs: write the pages that are generated from rules and kinds, and build the handbook into site/
docs: .venv/installed-test
	$(BIN)/python docs/generate.py
	$(BIN)/sphinx-build -q -W --keep-going -b html docs site

## lock: write down the versions that a fresh install has now, for CI to install the same
lock:
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test,docs]'
	{ echo "# What CI installs (.ci/run): written by \`make lock\`, looked through for known holes by \`make audit\`."; \
	  build/lock/bin/python -m pip freeze --exclude-editable; } > ci/lock.txt

## audit: ask whether a version in the lock has a known hole; needs the network
audit:
	$(PYTHON) -m venv build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	build/audit/bin/pip-audit --requirement ci/lock.txt --no-deps --disable-pip --strict

clean:
	rm -rf .venv build dist site

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newslint needs Python 3.11 or newer; name one with: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-test: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,docs]'
	@touch $@ .venv/installed
