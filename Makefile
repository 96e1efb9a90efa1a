# make demo   loads the sample articles and shows who arms whom, and who says so
# make test   everything: the gate, both stores, a real Neo4j server
# make check  the quick gate: format, lint, types, import lines, tests without a server
# make soak   kills loads at twenty random moments each, on both stores, and loads again (a quarter of an hour)
.PHONY: help demo test check soak chromium format lock clean
.DEFAULT_GOAL := help

PYTHON ?= python3.11
PIP := .venv/bin/python -m pip --disable-pip-version-check
DEMO := KG_STORE=sqlite:demo.db .venv/bin/kg

help:
	@sed -n 's/^# //p' Makefile

.venv/installed: requirements/dev.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing: install Python 3.11, or name another one: make $(MAKECMDGOALS) PYTHON=python3"; exit 1; }
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@echo "installing the locked dependencies into .venv (1 to 3 minutes the first time)"
	$(PIP) install --quiet --require-hashes --requirement requirements/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: .venv/installed
	@PATH="$(CURDIR)/.venv/bin:$$PATH" sh samples/demo.sh

check: .venv/installed
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest -q -m "not browser and not neo4j and not slow"

test: .venv/installed chromium
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest -q --durations=15

soak: .venv/installed
	.venv/bin/python -m tests.soak

chromium:
	@command -v chromium >/dev/null || { echo "installing Chromium for the tests of pages"; apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	|| { echo "the tests of pages need Chromium: install the package chromium"; exit 1; }

format: .venv/installed
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

lock:
	uv pip compile -q --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --universal pyproject.toml -o requirements/run.txt
	uv pip compile -q --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --universal pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	uv pip compile -q --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --universal --group bench -c requirements/dev.txt -o requirements/bench.txt
	uv pip compile -q --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --universal --group register -o requirements/register.txt

clean:
	rm -rf .venv .neo4j build dist *.egg-info demo.db demo.db-wal demo.db-shm
