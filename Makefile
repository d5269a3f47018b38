# make run    sets up and serves on http://localhost:8000 (PORT=…; HTTPS=1 for a phone)
# make check  seconds: format, lint, types, direction, unit tests
# make test   everything: check's tests, API on SQLite and PostgreSQL, browser
# make help   the rest
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PORT ?= 8000
export PORT
# Compiled modules are kept: every command and server of the tests would compile the world anew.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv/bin
PYTEST := $(VENV)/pytest
# A file's tests share what they build; files run beside each other, as many as there are cores, in the order
# of tests/conftest.py: xdist's own, files of many tests first, would begin the longest test at the very end.
BESIDE := -n $(shell nproc) --dist loadfile --no-loadscope-reorder

# What is set up, each with a stamp, so that a second run is at once and needs no network.
RUN := .venv/run.stamp
DEV := .venv/dev.stamp
NODE := node_modules/.stamp
VENDOR := static/vendor/.stamp
LIGHTHOUSE := bin/lighthouse/node_modules/.stamp

.PHONY: help setup run check test prove power-cuts taps reliability drain bench bench-quick budgets guard screenshots tour format lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1	/' | expand -t 20

setup: $(RUN) $(VENDOR) ## what serving needs, and no more

run: $(RUN) $(VENDOR) ## set up, migrate, load demo content the first time, serve
	@bin/serve

check: $(DEV) $(NODE) $(VENDOR) ## format, lint, types, direction, unit tests: seconds
	$(VENV)/ruff format --check --quiet
	$(VENV)/ruff check --quiet
	bin/with-node biome ci --error-on-warnings
	$(VENV)/mypy
	for project in static/js static/js/core static tests/js; do bin/with-node tsc -p $$project; done
	$(VENV)/lint-imports --no-logo
ifeq ($(filter test,$(MAKECMDGOALS)),) # which runs them too
	bin/with-node node --test tests/js/*.test.js
	$(PYTEST) tests/unit
endif

test: $(DEV) $(NODE) $(VENDOR) ## every test, on SQLite and PostgreSQL and in a browser
	bin/install-services
	bin/with-node node --test tests/js/*.test.js
	$(PYTEST) $(BESIDE)

prove: SEED ?= $(shell date +%s)
prove: $(DEV) $(NODE) $(VENDOR) ## the laws with many more examples (SEED=… replays), mutants, and the benchmark
	bin/install-services
	HYPOTHESIS_PROFILE=prove $(PYTEST) -m hypothesis --hypothesis-seed=$(SEED)
	SEED=$(SEED) MODEL_RUNS=400 MODEL_STEPS=400 bin/with-node node --test tests/js/model.test.js
	KILLS=25 SEED=$(SEED) $(PYTEST) tests/browser/test_faults_kills.py tests/browser/test_webkit_kills.py -k any_moment
	KEYBOARD=all $(PYTEST) tests/browser/test_pledge_keyboard.py
	YEAR=all $(PYTEST) tests/browser/test_year_of_lekeberg.py tests/browser/test_year_of_oskarshamn.py
	$(VENV)/python -m tests.mutants
	$(VENV)/python -m tests.bench.bench_progress --sizes 10000 1000000 10000000 --report docs/benchmarks.md
	$(VENV)/python -m tests.bench.bench_sync
	$(MAKE) power-cuts

power-cuts: CUTS ?= 50
power-cuts: SEED ?= 1
power-cuts: $(DEV) $(VENDOR) ## cut the power of SQLite, PostgreSQL and a phone again and again (root; CUTS=… SEED=… ONLY=phone)
	bin/install-services
	POWER_CUTS=$(CUTS) SEED=$(SEED) $(PYTEST) tests/power --capture=no -p no:xdist $(if $(ONLY),-k '$(ONLY)')

taps: $(DEV) ## docs/taps.md from the flows that the browser walks with a counting hand
	$(VENV)/python -m tests.browser.flows

reliability: $(DEV) $(NODE) ## docs/reliability.md from the tests of faults and their last run
	mkdir -p build/reliability
	bin/with-node node --test --test-name-pattern='^fault: ' --test-reporter=junit tests/js/*.test.js >build/reliability/node.xml
	$(VENV)/python -m tests.reliability

simulate: OPS ?= 1000000
simulate: DEVICES ?= 5000
simulate: TOWNS ?= 4
simulate: SEED ?= 1
simulate: $(DEV) ## virtual phones, faults and restores against the real app (OPS=… DEVICES=… TOWNS=… SEED=…; REPORT=file)
	$(VENV)/python -m tests.simulation --ops $(OPS) --devices $(DEVICES) --towns $(TOWNS) --seed $(SEED) $(if $(REPORT),--report $(REPORT))

mutants: $(DEV) $(NODE) $(VENDOR) ## harm the sync code in every way that has a name: each harm must be seen (ONLY=part of a name)
	bin/install-services
	$(VENV)/python -m tests.mutants --only "$(ONLY)" $(if $(REPORT),--report $(REPORT))

drain: $(DEV) $(VENDOR) ## how long a phone takes to send a hundred entries over slow 3G after faults
	bin/install-services
	$(VENV)/python -m tests.bench.bench_drain

bench: SIZES ?= 10000 1000000
bench: $(DEV) $(VENDOR) ## docs/benchmarks.md: boards and keeping progress (SIZES="10000 1000000", KEEP=folder of countries); the sync door's rows a second
	bin/install-services
	$(VENV)/python -m tests.bench.bench_progress --sizes $(SIZES) $(if $(KEEP),--keep $(KEEP)) --report docs/benchmarks.md
	$(VENV)/python -m tests.bench.bench_sync

bench-quick: $(DEV) $(VENDOR) ## the same of boards at 10 000 and 100 000, in under two minutes
	bin/install-services
	$(VENV)/python -m tests.bench.bench_progress --sizes 10000 100000 --rounds 3 --times 8

budgets: $(DEV) $(VENDOR) $(LIGHTHOUSE) ## bytes, Lighthouse scores and times, each beside its goal (ONLY=part of a name; REPORT=file)
	bin/install-services
	$(VENV)/python -m bin.measure_budgets $(if $(REPORT),--report $(REPORT)) $(ONLY)

guard: $(DEV) ## what the guard for free text finds and what it stops in vain (SEED=… draws other notes)
	$(VENV)/python -m bin.measure_guard $(SEED)

screenshots: $(DEV) $(VENDOR) ## every page, phone and desk, light, dark and night, into build/shots (ONLY=part of a name)
	bin/install-services
	$(VENV)/python -m tests.browser.screenshots

tour: $(DEV) $(VENDOR) ## docs/tour.md and its pictures, from the demo (ONLY=part of a name)
	bin/install-services
	$(VENV)/python -m tests.browser.tour

format: $(DEV) $(NODE) ## write everything as the house writes it
	$(VENV)/ruff format --quiet
	$(VENV)/ruff check --fix --quiet
	bin/with-node biome check --write

lock: $(DEV) ## pin packages anew after a change of requirements*.in or package.json
	bin/lock

clean: ## take away what set-up and checks made; instance/ stays
	rm -rf .venv node_modules bin/lighthouse/node_modules static/vendor build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(RUN): requirements.txt bin/requirements/assets.txt
	bin/install-python $^
	touch $@

$(DEV): requirements-dev.txt
	bin/install-python $^
	touch $@ $(RUN)

$(NODE): package-lock.json | $(DEV)
	bin/with-node npm ci --ignore-scripts --prefer-offline --loglevel=error
	touch $@

$(VENDOR): package-lock.json bin/make_vendor.py | $(RUN)
	[ node_modules/.package-lock.json -nt package-lock.json ] || bin/with-node npm ci --ignore-scripts --prefer-offline --loglevel=error --omit=dev
	$(VENV)/python bin/make_vendor.py

# Larger than everything else from npm, and wanted by one target alone.
$(LIGHTHOUSE): bin/lighthouse/package-lock.json
	cd bin/lighthouse && ../with-node npm ci --ignore-scripts --prefer-offline --loglevel=error
	touch $@
