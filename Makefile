# Two commands: make run, make test. The work is done by packaging/bootstrap.py, on any system.
PYTHON ?= python3

.PHONY: run test setup checks benchmarks

run:
	@$(PYTHON) packaging/bootstrap.py run

test:
	@$(PYTHON) packaging/bootstrap.py test

setup:
	@$(PYTHON) packaging/bootstrap.py setup

checks:
	@$(PYTHON) packaging/bootstrap.py checks

benchmarks:
	@$(PYTHON) packaging/bootstrap.py benchmarks
