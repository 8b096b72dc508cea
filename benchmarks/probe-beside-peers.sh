#!/usr/bin/env bash
# The probe beside curl -Z and Debian's blackbox exporter: CPU of one HEAD check with a new connection, plain and TLS,
# and memory with 4,000 in flight. The probe resumes no TLS session (ADR 44); curl runs twice, told not to either, and as
# it comes (it resumes sessions of a host, and may keep connections). Everything runs on loopback (127.9.0.0/16),
# interleaved, three rounds each.
# Needs curl, keytool of the JDK, and prometheus-blackbox-exporter (BLACKBOX=path; left out, and said so, if absent).
set -euo pipefail

cd "$(dirname "$0")/.."
checks=${CHECKS:-20000}
tls_checks=${TLS_CHECKS:-4000}
rounds=3
blackbox=${BLACKBOX:-$(command -v prometheus-blackbox-exporter || true)}
. .mvn/find-jdk.sh
./vigie bench -l > /dev/null
jar=benchmarks/target/vigie/vigie-bench-exec.jar
work=$(mktemp -d)
started=()
trap 'kill "${started[@]}" 2> /dev/null || true; rm -rf "$work"' EXIT
ulimit -n "$(ulimit -Hn)"

"$JAVA_HOME/bin/keytool" -genkeypair -keyalg EC -groupname secp256r1 -dname CN=bench -validity 2 \
  -keystore "$work/keys.p12" -storetype PKCS12 -storepass password -alias bench 2> /dev/null

serve() { # port, milliseconds, key store
  : > "$work/server.$1"
  "$JAVA_HOME/bin/java" -Xmx400m -cp "$jar" org.vigie.bench.probe.TargetServer "$@" > "$work/server.$1" 2>&1 &
  local pid=$!
  started+=("$pid")
  until grep -q ready "$work/server.$1"; do
    kill -0 "$pid" || { cat "$work/server.$1"; exit 1; }
    sleep 0.2
  done
}
urls() { # scheme, port, how many
  awk -v scheme="$1" -v port="$2" -v count="$3" 'BEGIN { for (i = 0; i < count; i++)
    printf "%s://127.9.%d.%d:%d/%d.jpg\n", scheme, int(i / 250) % 4 + 1, i % 250 + 1, port, i }'
}
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
ticks() { awk -v hz="$(getconf CLK_TCK)" '{ print ($14 + $15) / hz }' "/proc/$1/stat"; }

curl_round() { # url file, checks, further options of curl
  sed 's/.*/url = "&"\noutput = "\/dev\/null"/' "$1" > "$work/curl.config"
  local times
  TIMEFORMAT='%U %S'
  times=$( { time curl -q -sk -I -Z --parallel-max 300 "${@:3}" -K "$work/curl.config" \
    > /dev/null 2>&1 || true; } 2>&1)
  awk -v checks="$2" '{ printf "%.1f\n", ($1 + $2) * 1e6 / checks }' <<< "$times"
}
blackbox_round() { # url file, checks
  head -n "$2" "$1" \
    | sed 's/.*/url = "http:\/\/127.0.0.1:19115\/probe?module=head\&target=&"\noutput = "\/dev\/null"/' > "$work/blackbox.curl"
  local before after
  before=$(ticks "$blackbox_pid")
  curl -q -s -Z --parallel-max 100 -K "$work/blackbox.curl" > /dev/null 2>&1 || true
  after=$(ticks "$blackbox_pid")
  awk -v before="$before" -v after="$after" -v checks="$2" 'BEGIN { printf "%.1f\n", (after - before) * 1e6 / checks }'
}

if [ -n "$blackbox" ]; then
  printf 'modules:\n  head:\n    prober: http\n    http: {method: HEAD, preferred_ip_protocol: ip4, tls_config: {insecure_skip_verify: true}}\n' \
    > "$work/blackbox.yml"
  "$blackbox" --config.file="$work/blackbox.yml" --web.listen-address=127.0.0.1:19115 > "$work/blackbox.log" 2>&1 &
  blackbox_pid=$!
  started+=("$blackbox_pid")
fi

compare() { # name, url file, checks
  coproc probe { "$JAVA_HOME/bin/java" -Xmx200m -cp "$jar" org.vigie.bench.probe.ProbeRun "$2" "$3" $rounds 300; }
  local input=${probe[1]} output=${probe[0]} pid=$probe_PID line
  read -r line <&"$output"
  : > "$work/ours"; : > "$work/curls"; : > "$work/defaults"; : > "$work/boxes"
  for _ in $(seq $rounds); do
    echo >&"$input"
    read -r line <&"$output"
    echo "# $1, probe: $line"
    sed 's/round \([0-9.]*\) .*/\1/' <<< "$line" >> "$work/ours"
    curl_round "$2" "$3" --no-sessionid --no-keepalive -H 'Connection: close' >> "$work/curls"
    curl_round "$2" "$3" >> "$work/defaults"
    [ -z "$blackbox" ] || blackbox_round "$2" $(($3 / 10)) >> "$work/boxes"
  done
  wait "$pid" || true
  local ours curls defaults boxes
  ours=$(median < "$work/ours") curls=$(median < "$work/curls") defaults=$(median < "$work/defaults")
  boxes=$(median < "$work/boxes")
  awk -v name="$1" -v ours="$ours" -v curls="$curls" -v defaults="$defaults" -v boxes="${boxes:-0}" 'BEGIN {
    printf "| %s | %.0f | %.0f | %.0f | %s | %.2f | %.2f |\n", name, ours, curls, defaults,
      (boxes > 0 ? sprintf("%.0f", boxes) : "absent"), ours / curls, ours / defaults }' >> "$work/table"
}

serve 19180 0
serve 19181 0 "$work/keys.p12"
serve 19182 2000
urls http 19180 "$checks" > "$work/plain"
urls https 19181 "$tls_checks" > "$work/tls"
if [ -n "$blackbox" ]; then
  for file in plain tls; do
    probed=$(curl -qs "http://127.0.0.1:19115/probe?module=head&target=$(head -n 1 "$work/$file")")
    grep -q '^probe_success 1' <<< "$probed" \
      || { echo "the blackbox exporter cannot probe: $file" >&2; cat "$work/blackbox.log" >&2; exit 1; }
  done
fi
urls http 19182 4000 > "$work/slow"
compare "plain HEAD" "$work/plain" "$checks"
compare "TLS HEAD" "$work/tls" "$tls_checks"
echo | "$JAVA_HOME/bin/java" ${MEMORY_OPTIONS:--Xmx128m} -cp "$jar" org.vigie.bench.probe.ProbeRun "$work/slow" 4000 1 4000 \
  > "$work/memory"
echo "# 4,000 in flight, answers after 2 s: $(tail -n 1 "$work/memory")"
echo
echo "$(date -u +%F), $(nproc) processors ($(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)), load $(cut -d' ' -f1 /proc/loadavg)"
echo "$("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1); $(curl --version | head -n 1 | cut -d' ' -f1,2)${blackbox:+; $("$blackbox" --version 2>&1 | head -n 1 | cut -d' ' -f1-3)}"
echo
echo "| CPU µs per check, median of $rounds | probe | curl -Z, nothing resumed | curl -Z as it comes | blackbox exporter | probe / curl, nothing resumed | probe / curl as it comes |"
echo "|---|---:|---:|---:|---:|---:|---:|"
cat "$work/table"
