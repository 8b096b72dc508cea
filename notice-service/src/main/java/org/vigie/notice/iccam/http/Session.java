package org.vigie.notice.iccam.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The bearer token that ICCAM gave us, as long as it counts: by the machine's own clock from when it came, because
 * ICCAM says how long and not until when.
 */
final class Session {

    /** What ICCAM's client takes where it says nothing. */
    private static final long USUAL_SECONDS = 1800;

    private static final long MARGIN_SECONDS = 60;
    private static final long NANOS = 1_000_000_000;

    private @Nullable String token;
    private @Nullable String refresh;
    private long endsAt;

    /**
     * A token that counts.
     *
     * @param renew asks for another with the last two; what it answers without a token is none
     * @param login asks for a first one
     * @return empty if there is none to be had now
     */
    synchronized Optional<String> token(Renewal renew, Supplier<Optional<JsonNode>> login) {
        if (token != null && System.nanoTime() - endsAt < 0) {
            return Optional.of(token);
        }
        var last = token;
        var with = refresh;
        if (last != null && with != null) {
            take(renew.renew(last, with));
        } else {
            token = null;
        }
        if (token == null) {
            take(login.get());
        }
        return Optional.ofNullable(token);
    }

    /** ICCAM does not take a token any more, whatever it said of it. */
    synchronized void refused(String used) {
        if (used.equals(token)) {
            endsAt = System.nanoTime();
        }
    }

    private void take(Optional<JsonNode> said) {
        token = text(said, "bearerToken");
        refresh = text(said, "refreshToken");
        var seconds = said.map(answer -> answer.path("bearerTokenExpiresIn").asLong(USUAL_SECONDS))
                .orElse(USUAL_SECONDS);
        endsAt = System.nanoTime() + Math.max(1, Math.min(seconds, 86_400) - MARGIN_SECONDS) * NANOS;
    }

    private static @Nullable String text(Optional<JsonNode> said, String field) {
        return said.map(answer -> answer.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** Asks for another token. */
    interface Renewal {
        Optional<JsonNode> renew(String token, String refreshToken);
    }

    @Override
    public String toString() {
        return "Session";
    }
}
