package org.vigie.notice.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.inbound.MailSignatures.Valid;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffixes;

/**
 * Whether a mail's signature proves that the addressee of a notice wrote it: it comes from the very mailbox that the
 * notice went to, is signed (DKIM) by the domain of that mailbox or one above it, up to the registrable one, and what
 * is signed names the notice. What a header says of it is worth nothing: anybody can write one.
 */
@Component
class AddresseesMail {

    /** A mail has one or two; each costs a question to somebody else's name server. */
    private static final int MOST_SIGNATURES = 5;

    private static final Pattern FROM =
            Pattern.compile("(?:[^<>@,;:\"]{0,200}|\"[^<>@,;:\"]{0,200}\"\\s*)<([^<>@,;:\"\\s]+@[^<>@,;:\"\\s]+)>\\s*");

    private final MailSignatures signatures;
    private final FindNotice findNotice;
    private final PublicSuffixes suffixes = PublicSuffixes.bundled();

    AddresseesMail(MailSignatures signatures, FindNotice findNotice) {
        this.signatures = signatures;
        this.findNotice = findNotice;
    }

    boolean proves(byte[] message, Mail mail, Notice notice) {
        var signed = mail.headers().all("dkim-signature").size();
        var writer = writer(mail.headers().all("from"));
        if (mail.limit() != null
                || signed == 0
                || signed > MOST_SIGNATURES
                || writer.filter(notice.letter().recipient().toLowerCase(Locale.ROOT)::equals)
                        .isEmpty()) {
            return false;
        }
        var domain = writer.get().substring(writer.get().lastIndexOf('@') + 1);
        return signatures.of(message, signer -> isAligned(signer, domain)).stream()
                .anyMatch(valid -> names(valid, mail, notice));
    }

    /** The one address, in lower case; empty if it is not plain who wrote it. */
    private static Optional<String> writer(List<String> from) {
        if (from.size() != 1) {
            return Optional.empty();
        }
        var written = from.getFirst().strip();
        var matcher = FROM.matcher(written.contains("<") ? written : "<" + written + ">");
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** RFC 7489, section 3.1.1, but never by a domain below: customers have those. */
    private boolean isAligned(String signer, String domain) {
        return (domain.equals(signer) || domain.endsWith("." + signer))
                && Host.parse(domain)
                        .flatMap(suffixes::registrableDomain)
                        .filter(registrable -> signer.equals(registrable) || signer.endsWith("." + registrable))
                        .isPresent();
    }

    /** Of a header that comes twice, one is not signed. */
    private boolean names(Valid valid, Mail mail, Notice notice) {
        var signed = mail.headers().all().stream()
                .filter(field -> valid.headers().contains(field.name()))
                .filter(field -> mail.headers().all(field.name()).size() == 1)
                .toList();
        var only = new Mail(new Fields(signed), "", List.of(), Fields.NONE, Fields.NONE, Fields.NONE, 0, false, null);
        return findNotice
                .of(only)
                .filter(found -> found.notice().noticeId().equals(notice.noticeId()))
                .isPresent();
    }
}
