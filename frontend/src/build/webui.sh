#!/bin/sh
# Builds, checks or tests the web UI: webui.sh build OUTPUT_DIRECTORY | webui.sh check | webui.sh test
set -eu

say() {
    echo "[web UI] $*" >&2
}

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    say "Node.js with npm is missing: install Node 20.19 or newer (https://nodejs.org, or your system's packages nodejs and npm)."
    exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'; then
    say "Node.js $(node --version) is too old: install 20.19 or newer (or 22.12 or newer) from https://nodejs.org."
    exit 1
fi

cd "$(dirname "$0")/../main/webui"

# The packages are installed again only when the lock file differs from the one they were installed by.
installed=node_modules/.prefstream-installed
if ! cmp -s package-lock.json "$installed"; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$installed"
fi

case "${1:-}" in
    build) npm run build --silent -- --outDir "$2" --emptyOutDir --logLevel warn ;;
    check) npm run check --silent ;;
    test) npm test --silent ;;
    *)
        say "usage: webui.sh build OUTPUT_DIRECTORY | webui.sh check | webui.sh test"
        exit 2
        ;;
esac
