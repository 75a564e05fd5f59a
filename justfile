# Every target runs in .venv, which `just setup` makes; without just, the commands below can be typed as they stand.

bin := justfile_directory() / ".venv/bin"

# What is here
default:
    @just --list

# Make .venv and install regimekit with everything that development needs
setup:
    python3 -m venv .venv
    {{ bin }}/pip install -e '.[dev]'

# Run the tests; arguments go to pytest (just test tests/parsing, just test -k dates)
test *arguments:
    {{ bin }}/pytest -n auto {{ arguments }}

# Check style and format
lint:
    {{ bin }}/ruff check .
    {{ bin }}/ruff format --check .

# Mend what can be mended of style and format
format:
    {{ bin }}/ruff check --fix .
    {{ bin }}/ruff format .

# Check types
types:
    {{ bin }}/mypy --strict

# Measure reading and start-up against their targets
bench *arguments:
    {{ bin }}/python benchmarks/read.py {{ arguments }}

# Measure the linter against reading alone, its second run, and rumdl where it is installed
bench-lint *arguments:
    {{ bin }}/python benchmarks/lint.py {{ arguments }}

# Run the pages of the manual, and write their screens, pictures and generated parts anew
docs:
    {{ bin }}/python docs/generate.py
    {{ bin }}/python docs/pictures.py

# Build the manual as a site, in site/
site:
    {{ bin }}/mkdocs build --strict

# Everything that has to hold before a change is merged, from a clean environment
ci:
    .ci/run
