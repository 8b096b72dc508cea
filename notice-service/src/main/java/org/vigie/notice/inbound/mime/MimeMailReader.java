package org.vigie.notice.inbound.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.vigie.notice.inbound.Mail;
import org.vigie.notice.inbound.Mail.Limit;
import org.vigie.notice.inbound.MailReader;

/** Takes a message apart as a stream; a part that is no text and no report is counted and passed over, undecoded. */
final class MimeMailReader implements MailReader {

    /** Our notices with what a server returns of them, twice over. */
    static final int LARGEST = 1 << 20;

    /** Of a message that is too large, what its header may be found in. */
    private static final int HEADER_OF_A_LARGE_ONE = 1 << 16;

    /** What Exchange Online writes of a mail goes beyond the 10,000 of mime4j. */
    private static final int LONGEST_FIELD = 1 << 16;

    private static final int MOST_FIELDS = 500;
    private static final int MOST_PARTS = 50;
    private static final int DEEPEST = 8;

    /** A limit of this reader's own. */
    private static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
        private final Limit limit;

        Exceeded(Limit limit) {
            super(limit.name());
            this.limit = limit;
        }
    }

    @Override
    public Mail read(byte[] message) {
        var isTooLarge = message.length > LARGEST;
        var input = new ByteArrayInputStream(message, 0, isTooLarge ? HEADER_OF_A_LARGE_ONE : message.length);
        var draft = new MailDraft();
        try {
            read(input, draft, isTooLarge);
            return draft.done(isTooLarge ? Limit.SIZE : null);
        } catch (Exceeded e) {
            return draft.done(e.limit);
        } catch (IOException | MimeException e) {
            return draft.done(limit(e));
        }
    }

    /** As it was thrown, or as the stream around it wrapped it. */
    private static Limit limit(Exception e) {
        return switch (e.getCause() == null ? e : e.getCause()) {
            case MaxLineLimitException _ -> Limit.LINES;
            case MaxHeaderLimitException _, MaxHeaderLengthLimitException _ -> Limit.HEADERS;
            default -> Limit.FORM;
        };
    }

    static MimeTokenStream stream(InputStream input) {
        var stream = new MimeTokenStream(MimeConfig.custom()
                .setMaxLineLen(LONGEST_FIELD)
                .setMaxHeaderLen(LONGEST_FIELD)
                .setMaxHeaderCount(MOST_FIELDS)
                .setMaxContentLen(LARGEST)
                .build());
        // What a report returns is no part of the answer: its header is enough.
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(input);
        return stream;
    }

    private static void read(InputStream input, MailDraft draft, boolean headerOnly) throws IOException, MimeException {
        var stream = stream(input);
        var depth = 0;
        var parts = 0;
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART -> depth = within(depth + 1, DEEPEST, Limit.DEPTH);
                case T_END_MULTIPART -> depth--;
                case T_START_BODYPART -> parts = within(parts + 1, MOST_PARTS, Limit.PARTS);
                case T_START_HEADER -> draft.header();
                case T_FIELD -> draft.field(stream.getField());
                case T_PREAMBLE -> draft.preamble(stream.getInputStream());
                case T_BODY -> draft.body(stream);
                default -> {}
            }
            if (headerOnly && state == EntityState.T_END_HEADER) {
                return;
            }
        }
    }

    private static int within(int count, int most, Limit limit) throws Exceeded {
        if (count > most) {
            throw new Exceeded(limit);
        }
        return count;
    }
}
