#!/usr/bin/env bash
# What clients put on the wire for a header whose value has letters beyond ASCII: "Zoë", which Latin-1 has, and
# "Łukasz", which it has not.
# Guess: each sends either UTF-8 or ISO-8859-1, or refuses; none sends another name without saying so. Found:
#   - curl and aiohttp send UTF-8 for both.
#   - requests, Python's http.client and Node's fetch send "Zoë" as ISO-8859-1 and refuse "Łukasz"; httpx refuses both
#     (and takes bytes).
#   - Java's HttpClient (17 and 25) refuses "Łukasz" and sends "Zoë" as "Zo?", without a word: the name is another one,
#     and no server can tell. HttpURLConnection of the same JDK sends UTF-8 for both.
# Chromium 156 (fetch and XMLHttpRequest) does as Node does, wget 1.21, Go 1.26, Ruby 3.1 and PHP 8.2 with curl as curl
# does, and LWP 6.68 as http.client does; they are not run here.
# curl 7.88.1, Node 20, JDK 25; PyPI: requests 2.34.2, httpx 0.28.1, aiohttp 3.14.5. Runs on loopback, without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv v
v/bin/pip -q install requests==2.34.2 httpx==0.28.1 aiohttp==3.14.5
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cat >server.py <<'P'
import http.server, socketserver
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        raw = self.headers['X-Who'].encode('latin-1')  # http.server reads each octet as one letter
        open('seen', 'a').write('%s %s\n' % (self.path[1:], raw.hex()))
        self.send_response(200); self.send_header('Content-Length', '0'); self.end_headers()
    def log_message(self, *a): pass
class Server(socketserver.ThreadingMixIn, http.server.HTTPServer): daemon_threads = True
Server(('127.0.0.1', 17091), Handler).serve_forever()
P
python3 server.py &
until curl -s -o /dev/null http://127.0.0.1:17091/ready -H 'X-Who: a'; do sleep 0.2; done

cat >clients.py <<'P'
import asyncio, urllib.request, aiohttp, httpx, requests
at = 'http://127.0.0.1:17091/'
async def by_aiohttp(url, who):
    async with aiohttp.ClientSession() as session, session.get(url, headers={'X-Who': who}) as answer:
        await answer.read()
clients = {
    'requests': lambda url, who: requests.get(url, headers={'X-Who': who}),
    'http.client': lambda url, who: urllib.request.urlopen(urllib.request.Request(url, headers={'X-Who': who})),
    'httpx': lambda url, who: httpx.get(url, headers={'X-Who': who}),
    'aiohttp': lambda url, who: asyncio.run(by_aiohttp(url, who)),
}
for name, get in clients.items():
    for word, who in ('latin', 'Zo\u00eb'), ('other', '\u0141ukasz'):
        try:
            get(at + name + '-' + word, who)
        except UnicodeEncodeError:
            open('seen', 'a').write('%s-%s refused\n' % (name, word))
P
cat >client.mjs <<'P'
import fs from 'node:fs';
for (const [word, who] of [['latin', 'Zo\u00eb'], ['other', '\u0141ukasz']]) {
  try { await fetch('http://127.0.0.1:17091/node-' + word, { headers: { 'X-Who': who } }); }
  catch (e) { fs.appendFileSync('seen', `node-${word} refused\n`); }
}
P
cat >Client.java <<'P'
import java.net.*; import java.net.http.*; import java.nio.file.*;
public class Client {
    public static void main(String[] args) throws Exception {
        for (var who : new String[][] {{"latin", "Zo\u00eb"}, {"other", "\u0141ukasz"}}) {
            var at = "http://127.0.0.1:17091/java-";
            var url = (HttpURLConnection) URI.create(at + "url-" + who[0]).toURL().openConnection();
            url.setRequestProperty("X-Who", who[1]);
            url.getResponseCode();
            try {
                var asked = HttpRequest.newBuilder(URI.create(at + "client-" + who[0])).header("X-Who", who[1]).build();
                HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.discarding());
            } catch (IllegalArgumentException e) {
                Files.writeString(Path.of("seen"), "java-client-" + who[0] + " refused\n", StandardOpenOption.APPEND);
            }
        }
    }
}
P
curl -s http://127.0.0.1:17091/curl-latin -H 'X-Who: Zoë'
curl -s http://127.0.0.1:17091/curl-other -H 'X-Who: Łukasz'
v/bin/python clients.py
node client.mjs
"$java" Client.java

# In hexadecimal: c3ab is ë in UTF-8, eb in ISO-8859-1, 3f a question mark.
cat >expected <<'P'
aiohttp-latin 5a6fc3ab
aiohttp-other c581756b61737a
curl-latin 5a6fc3ab
curl-other c581756b61737a
http.client-latin 5a6feb
http.client-other refused
httpx-latin refused
httpx-other refused
java-client-latin 5a6f3f
java-client-other refused
java-url-latin 5a6fc3ab
java-url-other c581756b61737a
node-latin 5a6feb
node-other refused
requests-latin 5a6feb
requests-other refused
P
grep -v ready seen | LC_ALL=C sort | diff - expected && echo "as found"
