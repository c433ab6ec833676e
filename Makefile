# For newcomers: `make demo` shows what socluster does, `make app` lets you ask it in the browser, `make test` checks that
# it does it right. Each makes its own virtual environment from a bare Python 3.11 or newer.

PYTHON ?= $(shell for v in 3.11 3.12 3.13 3.14; do command -v python$$v && break; done || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# Tests start hundreds of processes: each reads what the first one compiled, whatever the environment says.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo app test lint format words docs bench mutants clean

demo: $(VENV)/.demo
	$(BIN)/socluster demo
	@echo "Next: make app opens a page in the browser on which you ask what would change yourself."

app: $(VENV)/.app  # a page in the browser; make app DATA=my-cluster.xlsx begins with your own
	$(BIN)/socluster app $(DATA)

# Three processes, so that two cores have work while one of them waits for a browser or a program of its own.
test: $(VENV)/.test lint
	$(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

words: $(VENV)/.test  # after a change of what the code says
	$(BIN)/python -m tools.words

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "socluster needs Python 3.11 or newer; say which: make PYTHON=/path/to/python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

$(VENV)/.app: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable ".[app]"
	@touch $@ $(VENV)/.demo

$(VENV)/.test: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable ".[test]"
	@touch $@ $(VENV)/.demo $(VENV)/.app

docs: $(VENV)/.docs
	$(BIN)/python -m sphinx -W --keep-going -j 2 -b html docs docs/_build/html

$(VENV)/.docs: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable ".[docs]"
	@touch $@ $(VENV)/.demo

clean:
	rm -rf docs/_build docs/course docs/reference $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*

bench:  # in an environment of its own, with the libraries to compare with
	python3 -m venv .bench-venv
	.bench-venv/bin/python -m pip install --quiet --constraint constraints.txt --editable . -r benchmarks/requirements.txt
	.bench-venv/bin/python -m benchmarks.measures
	.bench-venv/bin/python -m benchmarks.whatif
	.bench-venv/bin/python -m benchmarks.services
	.bench-venv/bin/python -m benchmarks.backend

mutants: $(VENV)/.test  # do the tests notice? takes hours; benchmarks/mutation.py says how to ask about a part
	$(BIN)/python -m benchmarks.mutation --write
