package org.vigie.notice.inbound.dkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notice.inbound.MailSignatures;
import org.vigie.support.dns.Resolver;

/** Verifies with Apache jDKIM, and refuses what RFC 8301 and common sense refuse beyond it. */
final class JdkimSignatures implements MailSignatures {

    private static final Logger LOG = LoggerFactory.getLogger(JdkimSignatures.class);

    private static final String DNS = "dns/txt";
    private static final int SHORTEST_KEY = 1024;

    private final Supplier<Resolver> resolver;

    /** @param resolver asked for when the first key is */
    JdkimSignatures(Supplier<Resolver> resolver) {
        this.resolver = resolver;
    }

    @Override
    public Set<Valid> of(byte[] message, Predicate<String> domain) {
        try {
            var valid = new DKIMVerifier(keys(domain)).verify(new ByteArrayInputStream(message));
            return valid == null
                    ? Set.of()
                    : valid.stream()
                            .filter(JdkimSignatures::isStrong)
                            .map(JdkimSignatures::valid)
                            .collect(Collectors.toUnmodifiableSet());
        } catch (FailException _) {
            return Set.of();
        } catch (IOException | RuntimeException e) { // what a stranger writes must not keep the mail
            LOG.atWarn().addKeyValue("failure", e.getClass().getName()).log("a DKIM signature cannot be read");
            return Set.of();
        }
    }

    /** Not by SHA-1 (RFC 8301), and to the end of the message: what stands below a limit anybody can add. */
    private static boolean isStrong(SignatureRecord signature) {
        return "sha256".contentEquals(signature.getHashMethod()) && signature.getBodyHashLimit() < 0;
    }

    private static Valid valid(SignatureRecord signature) {
        return new Valid(signature.getHeaders().stream()
                .map(name -> name.toString().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }

    private PublicKeyRecordRetriever keys(Predicate<String> domain) {
        return (methods, selector, token) -> {
            var signer = token.toString().toLowerCase(Locale.ROOT);
            if (!DNS.contentEquals(methods) || !domain.test(signer)) {
                throw new PermFailException("no key of this domain is asked for");
            }
            var records = Objects.requireNonNull(resolver.get()).texts(selector + "._domainkey." + signer);
            return records.stream().filter(JdkimSignatures::isLongEnough).toList();
        };
    }

    private static boolean isLongEnough(String record) {
        var key = new PublicKeyRecordImpl(record);
        try {
            key.validate();
            return !(key.getPublicKey() instanceof RSAPublicKey rsa)
                    || rsa.getModulus().bitLength() >= SHORTEST_KEY;
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
