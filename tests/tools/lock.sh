#!/bin/sh
# Write the lock files anew from pyproject.toml and the package.json files: the newest versions allowed,
# hashes for all platforms, no addresses. Look at the difference, then run `make check`.
set -eu
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/python" -m pip -qq --disable-pip-version-check install uv==0.13.9

compile() {
    UV_CACHE_DIR=$work/cache "$work/venv/bin/uv" pip compile --quiet --system-certs --upgrade \
        --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
        pyproject.toml "$@"
}
compile --group dev --output-file requirements-dev.lock
compile --group build --constraint requirements-dev.lock --output-file requirements.lock

export PUPPETEER_SKIP_DOWNLOAD=1
for folder in tests/tools tests/quality themes/default/client; do
    mkdir "$work/npm"
    cp "$folder/package.json" "$folder/.npmrc" "$work/npm"
    (cd "$work/npm" && npm install --package-lock-only --loglevel=error >/dev/null)
    cp "$work/npm/package-lock.json" "$folder"
    rm -r "$work/npm"
done

if grep -nE '"resolved"|registry|index-url' requirements*.lock tests/*/package-lock.json \
    themes/default/client/package-lock.json; then
    echo 'A lock file names an address: see above.' >&2
    exit 1
fi
