#!/usr/bin/env bash
# What Squid in front of a site answers once its origin is gone.
# Guess: an object is kept or it is not; HEAD and GET are answered alike.
# Found: what only HEAD was ever asked for stays "200" to HEAD (for a week as shipped, max_stale), while GET of it, whole
# or a range, is 503: nobody is shown anything. What was got once is served stale to HEAD, to a range and to GET.
# Whoever watches a URL by HEAD alone calls the first one still up.
# Debian 12: squid 5.7, python3 as the origin. Needs root for apt. Loopback only. Without Vigie.
set -euo pipefail

command -v squid >/dev/null || {
  apt-get update -qq && apt-get install -y -qq --no-install-recommends squid >/dev/null
  service squid stop >/dev/null 2>&1 || true
}
squid=$(command -v squid || echo /usr/sbin/squid)
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$dir"' EXIT
cd "$dir"

mkdir site
for name in ready asked got; do head -c 20000 /dev/urandom >"site/$name.png"; done
cat >squid.conf <<'C'
http_port 127.0.3.9:18081 accel defaultsite=127.0.3.9 no-vhost
cache_peer 127.0.3.9 parent 18082 0 no-query originserver
http_access allow all
refresh_pattern . 0 0% 0
pid_filename none
access_log none
cache_log /dev/null
shutdown_lifetime 0 seconds
C
python3 -m http.server 18082 --bind 127.0.3.9 --directory site >/dev/null 2>&1 &
origin=$!
"$squid" -N -f "$dir/squid.conf" &

status() { # file, curl's options
  local file=$1
  shift
  curl -s -o /dev/null -w '%{http_code}' --max-time 10 "$@" "http://127.0.3.9:18081/$file.png" || true
}
for _ in $(seq 300); do
  [ "$(status ready)" = 200 ] && break
  sleep 0.1
done

check() { # what is asked, expected, file, curl's options
  local found
  found=$(status "${@:3}")
  echo "$1: $found"
  [ "$found" = "$2" ] || { echo "expected: $2"; exit 1; }
}
"$squid" -v | sed -n 1p
check 'HEAD of one' 200 asked -I
check 'GET of the other' 200 got
kill "$origin"
wait "$origin" 2>/dev/null || true
check 'origin gone, HEAD of what HEAD was asked for' 200 asked -I
check 'origin gone, GET of it' 503 asked
check 'origin gone, a range of it' 503 asked -r 0-0
check 'origin gone, HEAD of what was got' 200 got -I
check 'origin gone, GET of it' 200 got
check 'origin gone, a range of it' 206 got -r 0-0
echo "as found"
