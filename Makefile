# `make` builds the site of this repository; `make check` proves that all is well; `make help` lists the rest.

PYTHON ?= python3
WORKERS ?= 3

BIN := .venv/bin
TOOLS := tests/tools
CLIENT := themes/default/client
SETUP = PYTHON='$(PYTHON)' sh $(TOOLS)/setup.sh
PYTEST = $(BIN)/python -m pytest

# A stamp lives inside what it vouches for: remove the folder and the stamp is gone too.
RUN := .venv/ready-to-run
DEV := .venv/ready-to-check
NPM := $(TOOLS)/node_modules/.ready $(CLIENT)/node_modules/.ready

# An empty HOME makes programs write their caches here; without one they look up the user's own.
ifeq ($(HOME),)
unexport HOME
endif

.DEFAULT_GOAL := site
.NOTPARALLEL:
.PHONY: site serve check test programs client messages golden campaign quality bench lock clean help

site: $(RUN)  ## build this repository's site into public/ (what plain `make` does)
	@$(BIN)/peerpress build
	@echo 'The site is built. Open it in a browser: public/index.html'

serve: $(RUN)  ## build, serve, and rebuild on each save
	@$(BIN)/peerpress serve

check: programs $(DEV) $(NPM)  ## format, lint, types and every test (SKIP_BROWSER=1 leaves the browser tests out)
	@echo '— format'
	@$(BIN)/ruff format --check .
	@echo '— lint'
	@$(BIN)/ruff check .
	@echo '— types'
	@$(BIN)/mypy
	@$(CLIENT)/node_modules/.bin/tsc --noEmit --project $(CLIENT)
	@echo '— tests'
	@$(PYTEST) -n $(WORKERS) --dist worksteal -q -rs
	@echo 'All is well$(if $(SKIP_BROWSER), so far: SKIP_BROWSER left the browser tests out).'

client: $(DEV) $(NPM)  ## bundle the browser code again
	@$(BIN)/python $(CLIENT)/bundle.py

messages: $(DEV)  ## collect what the theme says, for its translations
	@PYTHONPATH=. $(BIN)/python themes/default/locale/collect.py

golden: $(DEV) $(NPM)  ## write the expected files of the tests anew: review the difference
	@$(PYTEST) -q --golden

campaign: programs $(DEV) $(NPM)  ## the long tests
	@$(PYTEST) -n $(WORKERS) -q -rs -m campaign --ignore=tests/quality

quality: programs $(DEV) $(NPM) tests/quality/node_modules/.ready  ## what Lighthouse says of four pages
	@$(PYTEST) -q -rP -m campaign tests/quality

bench: $(DEV)  ## how fast it is
	@$(BIN)/python -m tests.benchmarks

lock:  ## write the lock files anew with the newest versions allowed
	@PYTHON='$(PYTHON)' sh $(TOOLS)/lock.sh

clean:  ## remove all that is made, .venv too
	@rm -rf public .peerpress .venv .setup build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@rm -rf $(TOOLS)/node_modules $(CLIENT)/node_modules tests/quality/node_modules
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | expand -t 12

programs:
	@$(SETUP) programs

$(RUN): requirements.lock pyproject.toml builder/__init__.py
	@$(SETUP) run
	@touch $@

# What the checks need includes what running needs.
$(DEV): requirements-dev.lock requirements.lock pyproject.toml builder/__init__.py
	@$(SETUP) dev
	@touch $(RUN) $@

%/node_modules/.ready: %/package-lock.json %/package.json
	@$(SETUP) npm $*
	@touch $@
