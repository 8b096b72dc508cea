package org.vigie.standalone.issuer;

import java.util.Map;
import org.vigie.standalone.Standalone;

/**
 * An issuer, and a Vigie that trusts it.
 *
 * @param issuer its address
 * @param rolesClaim of its access tokens
 * @param passwords by user or client: {@code anna} is an analyst, {@code nobody} has no role, {@code hotline} is a
 *     partner, {@code robot} an analyst and operator, {@code desk} the desk's client, if it is not public
 */
record Tried(Standalone vigie, String issuer, String rolesClaim, Map<String, String> passwords) {

    String password(String who) {
        return passwords.getOrDefault(who, "");
    }

    String at(String path) {
        return "http://127.0.0.1:%d%s".formatted(vigie.port("notice-service"), path);
    }

    String desk() {
        return at("/desk");
    }
}
