#!/usr/bin/env bash
# Conscrypt 2.9.0 (conscrypt-openjdk-uber, Maven Central, 4 November 2026) with OpenSSL's s_server as the peer.
# Guessed: Conscrypt.setUseSessionTickets(socket, false), a cache of one session, or another port given to
# createSocket(socket, host, port, autoClose) keeps a client from resuming the TLS 1.3 session of an earlier connection.
# Seen: it resumes all the same, every time, by the name of the server alone. Of these ways only an SSLContext per
# connection ends a session with its connection. Who looks at a site twice as two visitors is seen to be one.
# Needs openssl, a JDK and Maven Central. Run outside CI; fails if what is described here has changed.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "${server:-}" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
jar=conscrypt-openjdk-uber-2.9.0.jar
curl -sfO "https://repo.maven.apache.org/maven2/org/conscrypt/conscrypt-openjdk-uber/2.9.0/$jar"
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=example.test 2> /dev/null
port=$((20000 + RANDOM % 10000))
openssl s_server -accept "127.0.0.1:$port" -cert cert.pem -key key.pem -tls1_3 -www > /dev/null 2>&1 &
server=$!
sleep 1

cat > Resumption.java <<'JAVA'
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.*;
import org.conscrypt.Conscrypt;

class Resumption {
    static SSLContext context() throws Exception {
        var context = SSLContext.getInstance("TLS", Conscrypt.newProviderBuilder().build());
        context.init(null, new TrustManager[] {new X509TrustManager() {
            public void checkClientTrusted(X509Certificate[] chain, String type) {}
            public void checkServerTrusted(X509Certificate[] chain, String type) {}
            public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
        }}, null);
        return context;
    }

    public static void main(String[] arguments) throws Exception {
        for (var way : new String[] {"as it is", "tickets off", "cache of one", "other port", "own context"}) {
            var shared = context();
            if (way.equals("cache of one")) shared.getClientSessionContext().setSessionCacheSize(1);
            int reused = 0;
            for (int i = 0; i < 5; i++) {
                var factory = (way.equals("own context") ? context() : shared).getSocketFactory();
                Conscrypt.setUseEngineSocket(factory, true);
                var named = way.equals("other port") ? 1000 + i : 443;
                var plain = new Socket("127.0.0.1", Integer.parseInt(arguments[0]));
                var socket = (SSLSocket) factory.createSocket(plain, "example.test", named, true);
                if (way.equals("tickets off")) Conscrypt.setUseSessionTickets(socket, false);
                socket.startHandshake();
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
                if (new String(socket.getInputStream().readAllBytes()).contains("Reused,")) reused++;
                socket.close();
            }
            System.out.println(way + ": " + reused + " of 5 resumed");
        }
    }
}
JAVA
java --enable-native-access=ALL-UNNAMED -cp "$jar" Resumption.java "$port" 2> /dev/null | tee seen
diff seen - <<'SEEN'
as it is: 4 of 5 resumed
tickets off: 4 of 5 resumed
cache of one: 4 of 5 resumed
other port: 4 of 5 resumed
own context: 0 of 5 resumed
SEEN
