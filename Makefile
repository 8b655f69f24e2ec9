# Two commands do all the set-up: `make site` and `make test`. They need python3 >= 3.11, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV := $(shell command -v uv 2>/dev/null)
export NO_MKDOCS_2_WARNING := 1

.PHONY: site history test serve check adversary bench fuzz screenshots messages lock clean

site: $(READY) history
	@$(BIN)/vision build
	@echo "make serve shows it in the browser"

# the example's past: a repository whose commits a script makes
history: $(READY)
	@$(BIN)/python examples/history/make.py .cache/history

serve: $(READY) history
	@$(BIN)/vision serve

test: $(READY) history
	@$(BIN)/pytest -n auto

check: $(READY) history
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/vision check
	@$(BIN)/pytest -n auto

# hostile pull requests, hundreds of them, on the command itself: what is refused, and at what cost
adversary: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m adversary

bench: $(READY)
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1; done

# strange files at each of our readers for some minutes; what they cannot bear is kept in .cache/campaign
MINUTES ?= 5
fuzz: $(READY)
	@PYTHONPATH=tests $(BIN)/python tests/campaign.py --minutes $(MINUTES)

# pictures of the ten main pages, to look at; they need chromium
screenshots: $(READY) history
	@$(BIN)/vision build --site-dir .cache/screenshots/site
	@PYTHONPATH=tests $(BIN)/python tests/browser/screenshots.py .cache/screenshots/site .cache/screenshots
	@echo "The pictures are in .cache/screenshots"

# the messages in the code into each language's catalogue; what is new there waits for its translation
messages: $(READY)
	@mkdir -p .cache
	@$(BIN)/pybabel -q extract -F babel.cfg -k say -k plural:1,2 -k message -k messages:1,2 --no-location \
		-o .cache/messages.pot plugins
	@for file in plugins/shared_vision/locale/*.po; do $(BIN)/pybabel -q update --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date -w 110 -i .cache/messages.pot -o $$file \
		-l $$(basename $$file .po) || exit 1; done

lock: $(READY)
	@$(if $(UV),$(UV),$(error make lock needs uv)) pip compile -q --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf site $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): pyproject.toml requirements.lock
	@echo "Setting up $(VENV) (once; a minute or two)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "python3 >= 3.11 is needed, this is " + sys.version.split()[0])'
ifneq ($(UV),)
	@$(UV) venv -q --allow-existing --python $(PYTHON) $(VENV)
	@$(UV) pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	@$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@
