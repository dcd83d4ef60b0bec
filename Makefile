# The one door. Everything it makes lies in .venv/ and .local/.
PYTHON_FILES := functions layers local sandbox samples benchmarks tests
BIN := .venv/bin
HAS_WEB := $(wildcard frontend/package-lock.json)
EXISTING := $(wildcard $(PYTHON_FILES))

.PHONY: help setup run test coverage check format bench bench-reading demo screenshots openapi requirements clean

help:
	@echo "make run            the whole product on this machine, and the sample invoices through it"
	@echo "make test           every test"
	@echo "make coverage       branches that the quick tiers reach, with a floor"
	@echo "make check          formatting, lint, types, imports, template, state machine, web app"
	@echo "make demo           fill a running stack with the demo's people, companies and invoices"
	@echo "make bench          speed and size"
	@echo "make bench-reading  how well invoices are read, field by field"
	@echo "make screenshots    take the pictures of docs/screenshots anew; the review is compared with them"
	@echo "make openapi        write the API's description for the web app"
	@echo "make requirements   write the layers' requirements from uv.lock"
	@echo "make clean          stop everything and remove the local state"

setup:
	@sh local/setup.sh

run: setup
	@$(BIN)/python -m local up $(ARGS)

# With ARGS, as in `make test ARGS="tests/unit -k money"`, one process runs what they name.
test: setup
	$(if $(ARGS),$(BIN)/pytest $(ARGS),$(BIN)/python -m local.suite)
ifneq ($(HAS_WEB),)
	$(BIN)/python -m local web test
endif

coverage: setup
	$(BIN)/pytest --cov --cov-report=term:skip-covered tests/unit tests/adapters tests/infrastructure $(ARGS)

check: setup
	$(BIN)/ruff check $(EXISTING)
	$(BIN)/ruff format --check $(EXISTING)
	$(BIN)/mypy $(EXISTING)
	$(BIN)/lint-imports
	$(BIN)/cfn-lint
	$(BIN)/python -m local.asl statemachines/*.asl.yaml
ifneq ($(HAS_WEB),)
	$(BIN)/python -m local web check
endif

format: setup
	$(BIN)/ruff check --fix $(EXISTING)
	$(BIN)/ruff format $(EXISTING)

bench: setup
	$(BIN)/python -m benchmarks $(ARGS)

bench-reading: setup
	$(BIN)/python -m benchmarks.reading $(ARGS)

demo: setup
	@$(BIN)/python -m local demo $(ARGS)

screenshots: setup
	AUTOFATTURE_SCREENSHOTS=keep $(BIN)/pytest tests/e2e/test_screens.py $(ARGS)

openapi: setup
	@$(BIN)/python -m local openapi

requirements: setup
	@$(BIN)/python -m local requirements

clean:
	@if [ -x $(BIN)/python ]; then for place in .local/*/aws.pid; do \
	  [ -e "$$place" ] && $(BIN)/python -m local stop --name "$$(basename "$$(dirname "$$place")")"; done; true; fi
	rm -rf .local .aws-sam frontend/dist
