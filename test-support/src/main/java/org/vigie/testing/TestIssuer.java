package org.vigie.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of access tokens on loopback, as OpenID Connect Discovery finds one. */
public final class TestIssuer implements AutoCloseable {

    /** What the services expect in {@code aud} unless told otherwise. */
    public static final String AUDIENCE = "vigie";

    private static final Duration VALID = Duration.ofMinutes(5);

    private final HttpServer server;
    private final TestSignIn signIn = new TestSignIn(this);
    private final AtomicInteger questions = new AtomicInteger();
    private volatile ECKey key = newKey();
    private volatile boolean silent;
    private volatile boolean hidesKeys;

    private TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, """
                {"issuer": "%1$s"%2$s, "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "end_session_endpoint": "%1$s/leave"}""".formatted(
                                address(), hidesKeys ? "" : ", \"jwks_uri\": \"%s/keys\"".formatted(address()))));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        signIn.listenAt(server);
        server.start();
    }

    /** One of its own. */
    public static TestIssuer start() {
        return new TestIssuer();
    }

    /** The one that the contexts of all tests know; it ends with the JVM. */
    public static TestIssuer shared() {
        return Shared.ISSUER;
    }

    private static final class Shared {
        static final TestIssuer ISSUER = new TestIssuer();
    }

    /** As it stands in its tokens. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a good token says; change it and {@link #signed} it for one that is not good. */
    public JWTClaimsSet.Builder claims(String subject, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(subject)
                .audience(AUDIENCE)
                .claim("name", subject)
                .claim("roles", List.of(roles))
                .claim("client_id", subject)
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(VALID));
    }

    /** The time so long from now. */
    public static Date in(Duration time) {
        return Date.from(Instant.ofEpochMilli(System.currentTimeMillis()).plus(time));
    }

    /** A good token. */
    public String token(String subject, String... roles) {
        return signed(claims(subject, roles).build());
    }

    /** A token of these claims. */
    public String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    /** A token of these claims, signed with a key of somebody else's under this issuer's key id. */
    public String forged(JWTClaimsSet claims) {
        return signed(claims, new ECKey.Builder(newKey()).keyID(key.getKeyID()).build());
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** From now on signs with another key, and shows only that one. */
    public void changeKey() {
        key = newKey();
    }

    /** Whether it answers 503 to everything. */
    public void silent(boolean now) {
        silent = now;
    }

    /** From now on somebody's tokens say these roles, whatever they want when they sign in. */
    public void give(String subject, String... roles) {
        signIn.give(subject, roles);
    }

    /** From now on renews no token of somebody's. */
    public void forget(String subject) {
        signIn.forget(subject);
    }

    /** From now on does not say where its keys are. */
    public void hideKeys() {
        hidesKeys = true;
    }

    /** How often it was asked for anything. */
    public int questions() {
        return questions.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(silent ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
