# `make` lists the targets. Everything is made in this folder: .venv, node_modules, build, and the shops' data in KAIPU_DATA.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export PATH := $(CURDIR)/.venv/bin:$(PATH)
PYTEST_WORKERS ?= 2
PYTHON_SOURCES := src tests bench tools

.PHONY: help setup up test check bundles wheel bench lock golden shots setup-dev setup-run format types tidy generated

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: setup-run bundles ## Set everything up, without starting: afterwards .venv/bin/kaipu is the command

up: setup ## Open the demo shop: set up what is missing, start everything, print the addresses
	@KAIPU_TIED=1 exec .venv/bin/kaipu up

test: setup-dev bundles ## Set up what tests need and run all of them
	@.venv/bin/lint-imports --no-logo
	@npm run --silent test
	@.venv/bin/pytest -n $(PYTEST_WORKERS) --dist loadfile

check: setup-dev format tidy types generated test ## What CI runs: format, lint, types, imports, generated files, tests

bundles: setup-run ## Build the studio and the web run time, if their sources changed
	@tools/setup/node.sh
	@tools/setup/bundles.sh

wheel: bundles ## Build dist/kaipu-*.whl, with the bundles inside
	@tools/setup/uv.sh build --quiet --wheel --build-constraints requirements/dev.txt --out-dir dist .
	@ls dist/*.whl

bench: setup-dev bundles ## Measure, print a table, write JSON under bench/results
	@.venv/bin/python -m bench

lock: setup-dev ## Choose the newest versions that fit pyproject.toml and package.json, and write them down
	@tools/setup/lock.sh

golden: setup-dev ## Write the expected files of all golden cases anew; look at the difference before you commit it
	@KAIPU_GOLDEN=1 .venv/bin/pytest -m "not browser and not vendor"

shots: setup-dev bundles ## Take the screenshots of the README and the tutorial
	@.venv/bin/python tools/shots.py

format: setup-dev
	@.venv/bin/ruff format --check $(wildcard $(PYTHON_SOURCES))

tidy: setup-dev
	@.venv/bin/ruff check $(wildcard $(PYTHON_SOURCES))
	@.venv/bin/lint-imports --no-logo

types: setup-dev
	@.venv/bin/mypy
	@npm run --silent types

generated: setup-dev
	@npm run --silent generated

setup-run:
	@tools/setup/python.sh run

setup-dev:
	@tools/setup/python.sh dev
	@tools/setup/node.sh
	@tools/setup/packages.sh dev
	@tools/setup/browser.sh
