package org.vigie.notice.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.support.seal.IndexKey;
import org.vigie.support.seal.Keysets;
import org.vigie.url.Refanged;
import org.vigie.url.WebUrl;

/** Makes the keyed tokens of places and contents. */
@Component
public class PlaceTokens {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    private final IndexKey index;

    PlaceTokens(Keysets keysets) {
        this.index = keysets.index();
    }

    public Tokens of(WebUrl url) {
        return new Tokens(index.token("url", url.contentKey()), index.token("host", url.hostWithoutDot()));
    }

    /** The token of a host as it stands in a URL, defanged or not; empty if it is none. */
    public Optional<String> ofHost(String host) {
        return WebUrl.parse(Refanged.of("hxxp://" + host.strip() + "/").text())
                .found()
                .filter(url -> url.path().equals("/"))
                .map(url -> index.token("host", url.hostWithoutDot()));
    }

    /** Tells whether two references of partners are the same without keeping either. */
    public String ofPartnerReference(String reference) {
        return index.token("partner", reference);
    }

    /** One per exact hash, the strongest first; perceptual hashes tell nothing apart and have none. */
    public List<String> of(Hashes hashes) {
        var tokens = new ArrayList<String>();
        add(tokens, "sha256", hashes.sha256());
        add(tokens, "sha1", hashes.sha1());
        add(tokens, "md5", hashes.md5());
        return tokens;
    }

    /** The token of one exact hash, told by its length; empty if it is none. */
    public Optional<String> ofHash(String hex) {
        var hash = hex.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hash).matches()) {
            return Optional.empty();
        }
        return switch (hash.length()) {
            case 64 -> of(new Hashes(hash, null, null, null, null)).stream().findFirst();
            case 40 -> of(new Hashes(null, hash, null, null, null)).stream().findFirst();
            case 32 -> of(new Hashes(null, null, hash, null, null)).stream().findFirst();
            default -> Optional.empty();
        };
    }

    /** Tells whether two payloads are the same without keeping either. */
    public String ofPayload(String payload) {
        return index.token("payload", payload);
    }

    private void add(List<String> tokens, String algorithm, @Nullable String hash) {
        if (hash != null) {
            tokens.add(index.token("content", algorithm + ":" + hash));
        }
    }
}
