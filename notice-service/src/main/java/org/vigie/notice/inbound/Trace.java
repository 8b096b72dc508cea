package org.vigie.notice.inbound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something in a message that may name a notice.
 *
 * @param value a token, an envelope id, or number and sequence of a reference with a slash between
 */
record Trace(IdentifiedBy by, String value) {

    /** Of each kind: who writes more is answered by what comes first. */
    private static final int MOST = 20;

    private static final Pattern TOKEN = Pattern.compile("\\+([0-9a-f]{32})@");
    private static final Pattern ENVELOPE_ID =
            Pattern.compile("^\\s*([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\s*$");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<?(RN-[0-9]{4}-[0-9]{8})\\.([0-9]{1,9})(?:\\.[0-9a-z]{1,16})?@");
    private static final Pattern REFERENCE = Pattern.compile("(RN-[0-9]{4}-[0-9]{8})/([0-9]{1,9})\\b");

    /** All that the message has, what is trusted most first. */
    static List<Trace> of(Mail mail) {
        var own = mail.headers();
        var traces = new ArrayList<Trace>();
        add(
                traces,
                IdentifiedBy.RECIPIENT,
                TOKEN,
                values(own, "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc"));
        addReturned(traces, mail);
        add(traces, IdentifiedBy.IN_REPLY_TO, MESSAGE_ID, values(own, "in-reply-to"));
        var references = new ArrayList<Trace>();
        add(references, IdentifiedBy.REFERENCES, MESSAGE_ID, values(own, "references"));
        Collections.reverse(references); // the latest is what was answered (RFC 5322 section 3.6.4)
        traces.addAll(references);
        add(traces, IdentifiedBy.SUBJECT, REFERENCE, values(own, "subject"));
        add(traces, IdentifiedBy.TEXT, REFERENCE, Stream.of(mail.text()));
        return traces;
    }

    /** What machines send back of a notice. */
    private static void addReturned(List<Trace> traces, Mail mail) {
        var returned = mail.returned().isEmpty() ? FieldsInText.returned(mail.text()) : mail.returned();
        add(
                traces,
                IdentifiedBy.ENVELOPE_ID,
                ENVELOPE_ID,
                mail.delivery().stream().flatMap(group -> group.all("original-envelope-id").stream()));
        add(
                traces,
                IdentifiedBy.RETURNED_SENDER,
                TOKEN,
                Stream.concat(
                        values(returned, "return-path", "reply-to"),
                        mail.feedback().all("original-mail-from").stream()));
        add(
                traces,
                IdentifiedBy.RETURNED_MESSAGE_ID,
                MESSAGE_ID,
                Stream.concat(values(returned, "message-id"), mail.disposition().all("original-message-id").stream()));
    }

    private static Stream<String> values(Fields fields, String... names) {
        return Stream.of(names).flatMap(name -> fields.all(name).stream());
    }

    private static void add(List<Trace> traces, IdentifiedBy by, Pattern pattern, Stream<String> values) {
        values.flatMap(value -> pattern.matcher(value).results())
                .map(found -> found.groupCount() == 1 ? found.group(1) : found.group(1) + "/" + found.group(2))
                .distinct()
                .limit(MOST)
                .forEach(value -> traces.add(new Trace(by, value)));
    }
}
