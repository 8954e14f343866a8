# The commands of this project. They need Python 3.11 or newer and make; everything else comes from the package registry.
#
#   make demo      install into .venv, read the example reports and print their brief
#   make test      what a change must pass: style, types, layers, tests
#   make gate      the measured figures against their floors
#   make bench     words a second and memory
#   make weights   train the reader again (hours; needs ../shared/corpora)

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := PYTHONWARNINGS=ignore $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test gate bench weights clean

demo: $(VENV)/installed
	$(BIN)/onrecord demo

test: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

gate: $(VENV)/tested
	$(BIN)/python -m gate

bench: $(VENV)/installed
	$(BIN)/python -m bench

weights: $(VENV)/trained
	$(BIN)/python -m training --shared ../shared --out onrecord/read/weights
	$(BIN)/python -m training.promise --shared ../shared

clean:
	rm -rf $(VENV) build dist onrecord.egg-info

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "no python3 found: install Python 3.11 or newer, or say where it is: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11: say where a newer one is: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); echo "no virtual environment could be made: on Debian, install python3-venv" >&2; exit 1; }

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	@echo "installing onrecord into $(VENV) (a minute or two the first time)"
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	@$(PIP) install --group test
	@touch $@

$(VENV)/trained: $(VENV)/installed
	@$(PIP) install --editable ".[training]"
	@touch $@
