#!/bin/sh
# Set-up for the Makefile: each step may be run again at any time, and says in one sentence what it lacks.
#
#   setup.sh run        .venv with what `peerpress` needs
#   setup.sh dev        .venv with what the checks need as well
#   setup.sh programs   the programs the checks start (installed only as root on Debian and its kin)
#   setup.sh npm DIR    the locked npm packages of one folder
set -eu
cd "$(dirname "$0")/../.."

python=${PYTHON:-python3}
skip_browser=${SKIP_BROWSER:-}
log=.setup/log.txt

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && has apt-get; }

# Run a talkative command; its words are shown only if it fails.
quietly() {
    mkdir -p .setup
    "$@" >"$log" 2>&1 </dev/null || { tail -n 40 "$log" >&2; return 1; }
}

install() {
    say "Installing $* ..."
    export DEBIAN_FRONTEND=noninteractive
    quietly apt-get update || say "apt-get update failed (see above): trying with the lists that are there."
    quietly apt-get install -y --no-install-recommends "$@" || stop "apt-get install failed: see above."
}

# Debian's own python3 comes without ensurepip, so it cannot make a virtual environment yet.
can_make_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

make_venv() {
    has "$python" || stop "'$python' was not found: install Python 3.11 or newer, or name one: make PYTHON=python3.12."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "'$python' is too old ($("$python" -V 2>&1)): Python 3.11 or newer is needed; name one: make PYTHON=python3.12."
    if ! can_make_venv && may_install; then
        install python3-venv
    fi
    can_make_venv || stop "'$python' cannot make virtual environments: install its venv module (on Debian and Ubuntu: apt-get install python3-venv) and run make again."
    say "Making .venv ..."
    "$python" -m venv --clear .venv
}

# Wheels only, each with its hash: nothing that is downloaded runs while it is being installed.
pip_install() {
    .venv/bin/python -m pip -qq --disable-pip-version-check --no-input install "$@" ||
        stop "pip could not install what $lock names: see above."
}

python_packages() {
    lock=$1
    .venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
    say "Installing the Python packages of $lock ..."
    pip_install --require-hashes --only-binary :all: -r "$lock"
    pip_install --no-deps --no-build-isolation --no-index -e .
}

# command or library : package, as Debian names them
for_npm='node:nodejs npm:npm'
for_tests='java:default-jre-headless pdftotext:poppler-utils'
for_browser_tests='chromium:chromium firefox-esr:firefox-esr libatomic.so.1:libatomic1'

is_there() {
    case $1 in
        *.so.*) [ "$(uname)" != Linux ] || "$python" -c "import ctypes; ctypes.CDLL('$1')" 2>/dev/null ;;
        *) has "$1" ;;
    esac
}

packages_missing() {
    for pair in "$@"; do
        is_there "${pair%%:*}" || printf '%s ' "${pair##*:}"
    done
}

need() {
    absent=$(packages_missing "$@")
    if [ -n "$absent" ] && may_install; then
        # shellcheck disable=SC2086
        install $absent
        absent=$(packages_missing "$@")
    fi
    [ -z "$absent" ] || stop "Programs are missing. On Debian and Ubuntu: apt-get install ${absent% }
Then run make again. (Only the browsers can be left out: SKIP_BROWSER=1 make check)"
}

programs() {
    [ -z "$skip_browser" ] || for_browser_tests=
    # shellcheck disable=SC2086
    need $for_npm $for_tests $for_browser_tests
}

npm_packages() {
    # shellcheck disable=SC2086
    need $for_npm
    node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ||
        stop "node is too old ($(node --version)): install Node 18 or newer."
    say "Installing the npm packages of $1 ..."
    # A home that cannot be written to must not stop npm.
    if ! [ -d "${HOME:-}" ] || ! [ -w "${HOME:-}" ]; then
        mkdir -p .setup
        npm_config_cache=$PWD/.setup/npm
        export npm_config_cache
    fi
    export PUPPETEER_SKIP_DOWNLOAD=1
    (cd "$1" && npm ci --loglevel=error --no-progress </dev/null >/dev/null) ||
        stop "npm could not install what $1/package-lock.json names: see above."
}

case ${1:-} in
    run) python_packages requirements.lock ;;
    dev) python_packages requirements-dev.lock ;;
    programs) programs ;;
    npm) npm_packages "$2" ;;
    *) stop "usage: setup.sh run | dev | programs | npm DIR" ;;
esac
