#!/usr/bin/env bash
# Install what all checks and tests need, a browser included, and run every one of them, cheapest first.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if ! command -v chromium >/dev/null || ! command -v w3m >/dev/null || ! command -v lynx >/dev/null || ! python3 -c 'import ensurepip' 2>/dev/null; then
    as_root apt-get update -qq && as_root apt-get install -y -qq python3-venv chromium w3m lynx || true
    # The same browser without windows: the tests take a quarter less time in it, where a system has it.
    as_root apt-get install -y -qq chromium-headless-shell || true
fi
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -r tests/requirements.txt
chromium --version 2>/dev/null || .venv/bin/playwright install --with-deps chromium

export PATH="$PWD/.venv/bin:$PATH"
ruff format --check .
ruff check .
mypy
lint-imports
python -m directory check
# In the order of the folders: the browser first, so that no long file is left to one process at the end.
HULPKAART_NOTHING_SKIPPED=1 python -m pytest -n auto --dist loadfile --no-loadscope-reorder "$@"
