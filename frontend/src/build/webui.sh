#!/bin/sh
# Builds, checks or tests the web UI: webui.sh build OUTPUT_DIRECTORY | webui.sh check | webui.sh test
# webui.sh require only tells whether Node.js is there, in a version that package.json names.
set -eu

say() {
    echo "[web UI] $*" >&2
}

cd "$(dirname "$0")/../main/webui"

install="install Node 20.19+, 22.13+ or 24+ with npm (https://nodejs.org, or your system's packages nodejs and npm)."
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    say "Node with npm is missing: $install"
    exit 1
fi
# The ranges have two forms: ^20.19 is that or a newer one of 20, and >=24 is that or a newer one.
if ! node -e '
const [major, minor] = process.versions.node.split(".").map(Number);
const fits = (range) => {
    const [, form, least, leastMinor = "0"] = /^(\^|>=)(\d+)(?:\.(\d+))?$/.exec(range.trim());
    return major === Number(least) ? minor >= Number(leastMinor) : form === ">=" && major > Number(least);
};
process.exit(require("./package.json").engines.node.split("||").some(fits) ? 0 : 1);
'; then
    say "Node $(node -p process.version) does not fit: $install"
    exit 1
fi
[ "${1:-}" != require ] || exit 0

# The packages are installed again only if the lock file has changed since the last installation.
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
        say "usage: webui.sh build OUTPUT_DIRECTORY | webui.sh check | webui.sh test | webui.sh require"
        exit 2
        ;;
esac
