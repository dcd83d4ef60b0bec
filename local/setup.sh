#!/bin/sh
# Makes .venv from uv.lock. Where this machine lacks something, it says what in one sentence and fails.
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "error: $1" >&2
  exit 1
}

python=""
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
  if command -v "$candidate" >/dev/null 2>&1 &&
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    python=$(command -v "$candidate")
    break
  fi
done
[ -n "$python" ] || fail "Python 3.11 or newer is missing (found: $(python3 --version 2>/dev/null || echo none)): install it, or name one with PYTHON=/path/to/python"

if [ -x .local/tools/bin/uv ]; then
  uv=.local/tools/bin/uv
elif command -v uv >/dev/null 2>&1; then
  uv=$(command -v uv)
else
  echo "installing uv into .local/tools"
  "$python" -m venv .local/tools >/dev/null 2>&1 ||
    fail "uv is missing, and Python's venv module cannot make a place to install it into: install uv, or the python3-venv package"
  .local/tools/bin/python -m pip install --quiet --disable-pip-version-check uv ||
    fail "uv is missing, and pip cannot install it: check the connection to the package index, or install uv yourself"
  uv=.local/tools/bin/uv
fi

# Never another interpreter than the machine's own.
export UV_PYTHON_DOWNLOADS=never
unset VIRTUAL_ENV
"$uv" sync --frozen --quiet --python "$python" ||
  fail "the packages of uv.lock cannot be installed: check the connection to the package index"
