#!/usr/bin/env bash
# What web servers say of a file of 0 bytes to HEAD, to GET and to GET with Range: bytes=0-0.
# Guess: Content-Length: 0 by both methods, and 416 with "Content-Range: bytes */0" for the range, as RFC 9110 has it
# (14.1.2: a first position at or beyond the length cannot be satisfied; 15.5.17: the field SHOULD be sent). Found:
#   - Apache 2.4 leaves Content-Length out of the answer to HEAD, though GET says 0: by HEAD alone an empty file looks
#     like content of unknown length.
#   - nginx, Apache, lighttpd, Python's http.server and serve answer the range with 200 and Content-Length: 0.
#   - Caddy, Varnish (before nginx, which itself says 200) and http-server answer 416; http-server without
#     Content-Range, Caddy with a text of 33 bytes.
# So "empty" is 200 with length 0 to GET, or 416 to bytes=0-0 whatever else it says.
# Debian 12: nginx 1.22.1, apache2 2.4.71, lighttpd 1.4.69, caddy 2.6.2, varnish 7.1.1; npm: serve 14.2.7, http-server
# 14.1.1; Python 3.11. Needs root for apt. Runs on loopback, without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$dir"' EXIT
PATH=$PATH:/usr/sbin
command -v nginx && command -v apache2 && command -v lighttpd && command -v caddy && command -v varnishd ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light apache2 lighttpd caddy varnish; }
cd "$dir"
npm install --silent --no-audit --no-fund --prefix npm serve@14.2.7 http-server@14.1.1 >/dev/null 2>&1
mkdir www
: >www/a.png
chmod -R a+rX "$dir"

cat >nginx.conf <<C
daemon off; pid nginx.pid; events {}
http {
  types { image/png png; } access_log off;
  client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  server { listen 127.0.0.1:17081; root $dir/www; }
}
C
cat >apache.conf <<C
ServerName empty.test
Listen 127.0.0.1:17082
PidFile $dir/apache.pid
ErrorLog $dir/apache.log
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot $dir/www
C
cat >lighttpd.conf <<C
server.document-root = "$dir/www"
server.bind = "127.0.0.1"
server.port = 17083
mimetype.assign = ( ".png" => "image/png" )
C
printf '{\nadmin off\n}\nhttp://:17084 {\nbind 127.0.0.1\nroot * %s/www\nfile_server\n}\n' "$dir" >Caddyfile
printf 'vcl 4.1;\nbackend o { .host = "127.0.0.1"; .port = "17081"; }\n' >varnish.vcl

nginx -p "$dir" -c "$dir/nginx.conf" -e "$dir/nginx.log" &
apache2 -d "$dir" -f "$dir/apache.conf" -DFOREGROUND &
lighttpd -D -f lighttpd.conf >/dev/null 2>&1 &
caddy run --config Caddyfile --adapter caddyfile >/dev/null 2>&1 &
varnishd -F -f "$dir/varnish.vcl" -a 127.0.0.1:17085 -n "$dir/varnish" -s malloc,16m >/dev/null 2>&1 &
python3 -m http.server 17086 --bind 127.0.0.1 -d www >/dev/null 2>&1 &
npm/node_modules/.bin/serve -L -l tcp://127.0.0.1:17087 www >/dev/null 2>&1 &
npm/node_modules/.bin/http-server www -a 127.0.0.1 -p 17088 -s >/dev/null 2>&1 &
servers="nginx:17081 apache:17082 lighttpd:17083 caddy:17084 varnish:17085 python:17086 serve:17087 http-server:17088"
for server in $servers; do
  for _ in $(seq 150); do curl -s -o /dev/null "http://127.0.0.1:${server#*:}/" && break; sleep 0.1; done
done

ask() { # server port question curl's-arguments
  curl -s -m 10 -D - -o /dev/null "${@:4}" "http://127.0.0.1:$2/a.png" | tr -d '\r' | awk -v who="$1 $3" '
    NR == 1 { status = $2 }
    tolower($1) == "content-length:" { bytes = $2 }
    tolower($1) == "content-range:" { range = $3 }
    END { print who, status, "length=" bytes, "range=" range }'
}
for server in $servers; do
  ask "${server%:*}" "${server#*:}" HEAD -I
  ask "${server%:*}" "${server#*:}" GET
  ask "${server%:*}" "${server#*:}" RANGE -H "Range: bytes=0-0"
done >seen
cat >expected <<S
nginx HEAD 200 length=0 range=
nginx GET 200 length=0 range=
nginx RANGE 200 length=0 range=
apache HEAD 200 length= range=
apache GET 200 length=0 range=
apache RANGE 200 length=0 range=
lighttpd HEAD 200 length=0 range=
lighttpd GET 200 length=0 range=
lighttpd RANGE 200 length=0 range=
caddy HEAD 200 length=0 range=
caddy GET 200 length=0 range=
caddy RANGE 416 length=33 range=*/0
varnish HEAD 200 length=0 range=
varnish GET 200 length=0 range=
varnish RANGE 416 length=0 range=*/0
python HEAD 200 length=0 range=
python GET 200 length=0 range=
python RANGE 200 length=0 range=
serve HEAD 200 length=0 range=
serve GET 200 length=0 range=
serve RANGE 200 length=0 range=
http-server HEAD 200 length=0 range=
http-server GET 200 length=0 range=
http-server RANGE 416 length=0 range=
S
cat seen
diff expected seen && echo "as found"
