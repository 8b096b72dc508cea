package org.vigie.notice.message.mime;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.CodeMail;
import org.vigie.notice.message.HeaderText;

/** The mail with a code: a machine's, so that machines leave it unanswered (RFC 3834). */
final class CodeMessage implements CodeMail.Writer {

    private final Wordings wordings;
    private final @Nullable DkimSignature signature;

    CodeMessage(Wordings wordings, @Nullable DkimSignature signature) {
        this.wordings = wordings;
        this.signature = signature;
    }

    @Override
    public byte[] write(CodeMail mail) {
        try {
            var message = new FixedMessage(id(mail));
            headers(message, mail);
            NoticeMessage.fill(message, "text/plain", text(mail), "quoted-printable");
            message.saveChanges();
            var out = new ByteArrayOutputStream();
            message.writeTo(out);
            var bytes = out.toByteArray();
            return signature == null
                    ? bytes
                    : signature.over(bytes, mail.sender().domain(), mail.createdAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a code could not be written", e);
        }
    }

    private void headers(FixedMessage message, CodeMail mail) throws MessagingException, IOException {
        var sender = mail.sender();
        message.setHeader("Date", NoticeMessage.DATE.format(mail.createdAt()));
        message.setFrom(new InternetAddress(
                sender.address(), HeaderText.require("sender.organisation", sender.organisation()), "UTF-8"));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(HeaderText.requireAddress(mail.recipient()), true));
        message.setHeader("Subject", NoticeMessage.subject(mail.reference(), word(mail, "code.subject")));
        message.setHeader("Content-Language", mail.language().code());
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private String text(CodeMail mail) {
        return Wrapped.lines(word(mail, "code.text")
                .formatted(
                        mail.reference(),
                        mail.code(),
                        NoticeWords.time(mail.until()),
                        mail.sender().organisation()));
    }

    private String word(CodeMail mail, String key) {
        return wordings.in(mail.language()).word(key);
    }

    private static String id(CodeMail mail) {
        return "<code.%s.%s@%s>"
                .formatted(
                        mail.reference().toString().replace('/', '.'),
                        Long.toString(mail.createdAt().toEpochMilli(), Character.MAX_RADIX),
                        mail.sender().domain());
    }
}
