# Starts and stops a system of its own for a measurement. The scripts in this folder source this file.
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
up=
finish() {
  if [ -n "$up" ]; then kill "$up" 2>/dev/null || true; wait "$up" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

"$root/deploy/up" --prepare >&2

# Starts the system with further options of deploy/up, and prints the seconds until it is healthy.
start() {
  "$root/deploy/up" --no-build --data "$work/data" --port 18080 --kafka-port 19092 "$@" >"$work/up.log" 2>&1 &
  up=$!
  until grep -q '^Prefstream is ready' "$work/up.log"; do
    kill -0 "$up" 2>/dev/null || { cat "$work/up.log" >&2; exit 1; }
    sleep 0.2
  done
  sed -n 's/.*all are ready \([0-9.]*\) s after the start.*/\1/p' "$work/up.log"
}

stop() { kill "$up"; wait "$up" || true; up=; }

connect() { set -a; . "$work/data/connection.env"; set +a; }

machine() { echo "Load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores, $(uname -m)."; }

# Makes a Python with a Kafka client: $work/python/bin/python.
python_for_kafka() {
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet confluent-kafka
}

# Compiles the program that submits into $work/classes. It needs a JDK.
compile_clients() { javac -d "$work/classes" "$root"/bench/*.java; }
