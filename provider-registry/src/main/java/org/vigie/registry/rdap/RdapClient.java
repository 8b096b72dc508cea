package org.vigie.registry.rdap;

import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.registry.rdap.RdapTransport.Reply;

/**
 * Asks the registry that is responsible. Every answer is read into values of its own: nothing of one is ever in
 * another. Only a 404 means that there is nothing; whatever else goes wrong is unknown.
 */
public final class RdapClient {

    private static final int MOST_REDIRECTS = 5;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Supplier<RdapBootstrap> bootstrap;
    private final RdapTransport transport;
    private final RdapReader reader;
    private final Clock clock;
    private final RdapCache cache = new RdapCache();

    /**
     * A client with a memory of its own.
     *
     * @param bootstrap the facts in use, asked for anew with every question
     */
    public RdapClient(Supplier<RdapBootstrap> bootstrap, RdapTransport transport, RdapReader reader, Clock clock) {
        this.bootstrap = bootstrap;
        this.transport = transport;
        this.reader = reader;
        this.clock = clock;
    }

    /** Answers from what is kept where that is fresh; where nobody can be asked, from what is kept up to 90 days. */
    public RdapAnswer ask(RdapQuery query) {
        var now = clock.instant();
        var kept = cache.fresh(query, now);
        if (kept.isPresent()) {
            return kept.get();
        }
        var answer = bootstrap.get().uri(query).map(this::follow).orElse(new RdapAnswer.Unknown("NO_SERVER"));
        cache.keep(query, answer, now);
        return answer instanceof RdapAnswer.Unknown ? cache.stale(query, now).orElse(answer) : answer;
    }

    private RdapAnswer follow(URI first) {
        var seen = new HashSet<URI>();
        var uri = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            if (!seen.add(uri)) {
                return new RdapAnswer.Unknown("REDIRECT_LOOP");
            }
            switch (transport.get(uri)) {
                case Reply.Answered(int status, byte[] body) -> {
                    return read(status, body);
                }
                case Reply.Busy(int status, var _) -> {
                    return read(status, new byte[0]);
                }
                case Reply.Failed(String code) -> {
                    return new RdapAnswer.Unknown(code);
                }
                case Reply.Redirected(URI target) -> {
                    var next = safe(uri.resolve(target));
                    if (next.isEmpty()) {
                        return new RdapAnswer.Unknown("REDIRECT_NOT_HTTPS");
                    }
                    uri = next.get();
                }
            }
        }
        return new RdapAnswer.Unknown("TOO_MANY_REDIRECTS");
    }

    private RdapAnswer read(int status, byte[] body) {
        return switch (status) {
            case OK ->
                reader.read(body).<RdapAnswer>map(RdapAnswer.Found::new).orElse(new RdapAnswer.Unknown("NOT_RDAP"));
            case NOT_FOUND -> new RdapAnswer.Nothing();
            case TOO_MANY_REQUESTS -> new RdapAnswer.Unknown("TOO_MANY_REQUESTS");
            default -> new RdapAnswer.Unknown("STATUS_" + status);
        };
    }

    private static Optional<URI> safe(URI target) {
        return "https".equals(target.getScheme()) && target.getUserInfo() == null
                ? Optional.of(target)
                : Optional.empty();
    }
}
