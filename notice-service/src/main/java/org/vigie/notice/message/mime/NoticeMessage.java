package org.vigie.notice.message.mime;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.message.HeaderText;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.message.SentNotice;

/** The MIME message, the same bytes for the same facts: its date, its id and its boundary come from them. */
final class NoticeMessage {

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 900; // RFC 5322 section 2.1.1 allows 998
    private static final int REFERENCES = 20;

    private final NoticeFacts facts;
    private final String subject;
    private final String text;
    private final List<Attachment> attachments;

    NoticeMessage(NoticeFacts facts, String subject, String text, List<Attachment> attachments) {
        this.facts = facts;
        this.subject = subject;
        this.text = text;
        this.attachments = attachments;
    }

    /**
     * {@code <RN-2026-00000042.3.t8dyik@example.org>}, the last part the second it was written in: a sequence number
     * that a restored back-up gives once more still makes an id of its own.
     */
    static String id(NoticeFacts facts) {
        var reference = facts.reference();
        var second = Long.toString(facts.createdAt().getEpochSecond(), Character.MAX_RADIX);
        return "<%s.%d.%s@%s>"
                .formatted(
                        reference.number(),
                        reference.sequence(),
                        second,
                        facts.sender().domain());
    }

    byte[] bytes() {
        try {
            var message = new FixedMessage(id(facts));
            headers(message);
            body(message);
            message.saveChanges();
            var out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a notice could not be written", e);
        }
    }

    /**
     * No Auto-Submitted and no Precedence: ticket systems drop such mail, or do not say which ticket they made of it.
     */
    private void headers(MimeMessage message) throws MessagingException, IOException {
        var sender = facts.sender();
        message.setHeader("Date", DATE.format(facts.createdAt()));
        message.setFrom(new InternetAddress(
                sender.address(), HeaderText.require("sender.organisation", sender.organisation()), "UTF-8"));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(facts.returnAddress(), true)});
        to(message, facts.recipient().address());
        message.setHeader("Subject", subject(facts.reference(), subject));
        message.setHeader("Content-Language", facts.language().code());
        message.setHeader("X-Notice-Ref", facts.reference().toString());
        var earlier = facts.earlier();
        if (!earlier.isEmpty()) {
            message.setHeader("In-Reply-To", earlier.getLast().messageId());
            message.setHeader(
                    "References",
                    SentNotice.firstAndLatest(earlier, REFERENCES).stream()
                            .map(SentNotice::messageId)
                            .collect(Collectors.joining("\r\n ")));
        }
    }

    /** What is filled in by hand goes to no address: an empty group (RFC 5322 section 3.4). */
    private static void to(MimeMessage message, String address) throws MessagingException {
        if (FormAddress.is(address)) {
            message.setHeader("To", "web form:;");
        } else {
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(HeaderText.requireAddress(address), true));
        }
    }

    /** The reference stays readable in the raw header, whatever the language needs. */
    static String subject(NoticeReference reference, String subject) throws IOException {
        return MimeUtility.fold(
                9,
                "[" + reference + "] " + MimeUtility.encodeText(HeaderText.require("subject", subject), "UTF-8", "Q"));
    }

    /** A text alone is no multipart: filters take one of a single part for forged. */
    private void body(MimeMessage message) throws MessagingException, IOException {
        if (attachments.isEmpty()) {
            fill(message, "text/plain", text, "quoted-printable");
            return;
        }
        var body = new FixedBoundary("=_" + fingerprint());
        body.addBodyPart(fill(new MimeBodyPart(), "text/plain", text, "quoted-printable"));
        for (var attachment : attachments) {
            var part = fill(new MimeBodyPart(), attachment.contentType(), attachment.text(), "base64");
            part.setHeader("Content-Disposition", "attachment; filename=\"" + attachment.name() + "\"");
            body.addBodyPart(part);
        }
        message.setContent(body);
    }

    /** Of everything said, so that nothing said can hold the boundary made of it. */
    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((facts.reference() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            attachments.forEach(part -> digest.update(part.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static <P extends MimePart> P fill(P part, String type, String text, String encodingIfNeeded)
            throws MessagingException {
        var canonical = text.replace("\r\n", "\n").replace("\n", "\r\n");
        var bytes = canonical.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type + "; charset=utf-8")));
        part.setHeader("Content-Type", type + "; charset=utf-8");
        part.setHeader("Content-Transfer-Encoding", isPlain(canonical) ? "7bit" : encodingIfNeeded);
        return part;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 127))
                && text.lines().allMatch(line -> line.length() <= LONGEST_LINE);
    }
}
