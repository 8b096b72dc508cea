package org.vigie.standalone.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.vigie.support.access.Discovery;

/** The issuer says of itself what the services read, and its keys can be had. Nobody signs in. */
final class IssuerCheck {

    private static final String AREA = "issuer";
    private static final int OK = 200;

    /** What people's sign-in asks for besides. */
    private static final List<String> SIGN_IN = List.of("authorization_endpoint", "token_endpoint");

    private final Duration patience;

    IssuerCheck(Duration patience) {
        this.patience = patience;
    }

    /** @param client of the desk; blank where there is no desk */
    Finding check(String issuer, String client) {
        if (!Discovery.isAddress(issuer.strip())) {
            return Finding.missing(AREA, "VIGIE_ISSUER is no https address");
        }
        try {
            var said = new Discovery(issuer.strip()).said();
            if (!hasKeys(said.address("jwks_uri"))) {
                return Finding.missing(AREA, "VIGIE_ISSUER gives no keys where it says they are");
            }
            for (var name : client.isBlank() ? List.<String>of() : SIGN_IN) {
                said.address(name);
            }
            return Finding.fine(AREA, "says where its keys are, and they are there");
        } catch (IOException e) {
            return Finding.missing(AREA, sentence(e));
        }
    }

    private boolean hasKeys(URI address) throws IOException {
        try (var client = HttpClient.newBuilder().connectTimeout(patience).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(address).timeout(patience).build(), BodyHandlers.ofString());
            return answer.statusCode() == OK && answer.body().contains("\"kty\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ours name the setting; those of a connection name its address. */
    private static String sentence(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.contains("VIGIE_ISSUER") ? message : "nobody answers at VIGIE_ISSUER, or not as an issuer does";
    }
}
