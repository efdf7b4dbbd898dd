#!/usr/bin/env bash
# Install what all checks and tests need, a browser included, and run every one of them, cheapest first.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

missing=""
# The shell is the same browser without windows: the tests take a quarter less time in it, where a system has it.
for tool in chromium chromium-headless-shell w3m lynx; do command -v $tool >/dev/null || missing="$missing $tool"; done
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
    as_root apt-get update -qq || true
    for package in $missing; do as_root apt-get install -y -qq $package || true; done
fi
[ -x .venv/bin/python ] || python3 -m venv .venv
# What is imported is compiled then; most of what is installed never is.
.venv/bin/python -m pip install --no-compile --quiet --disable-pip-version-check -r requirements.txt -r tests/requirements.txt
chromium --version 2>/dev/null || .venv/bin/playwright install --with-deps chromium

export PATH="$PWD/.venv/bin:$PATH"
ruff format --check .
ruff check .
mypy
lint-imports
python -m directory check
# In the order of the folders: the browser first, so that no long file is left to one process at the end.
HULPKAART_NOTHING_SKIPPED=1 python -m pytest -n auto --dist loadfile --no-loadscope-reorder "$@"
