package org.vigie.availability.probe.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** How much of one answer's body has passed, as octets of its head and body pass in order. Not safe for threads. */
public final class CountedBody {

    private static final Pattern INTERIM = Pattern.compile("\\s*HTTP/\\S+ 1\\d\\d");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^;\\s]+)");

    private final StringBuilder head = new StringBuilder();
    private boolean lineIsEmpty;
    private boolean isBody;
    private long length;
    private String type = "";

    /** Takes the next octets, each as one character. */
    public void passed(String octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (isBody) {
                length++;
            } else {
                passedOfHead(octets.charAt(i));
            }
        }
    }

    private void passedOfHead(char octet) {
        head.append(octet);
        if (octet == '\n' && lineIsEmpty) {
            isBody = !INTERIM.matcher(head).lookingAt();
            type = isBody ? typeIn(head) : type;
            head.setLength(0);
        }
        lineIsEmpty = octet == '\n' || (octet == '\r' && lineIsEmpty);
    }

    /** Octets behind the head of the answer itself; those of 1xx answers have none. */
    public long length() {
        return length;
    }

    /** The media type that the head names, in lower case; empty if it names none, or did not end yet. */
    public String type() {
        return type;
    }

    private static String typeIn(CharSequence head) {
        var type = TYPE.matcher(head);
        return type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
