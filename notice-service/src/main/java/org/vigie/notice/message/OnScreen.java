package org.vigie.notice.message;

import java.util.List;

/**
 * A message as it may be shown to a person: everything it says, with addresses of the web that nothing makes a link of.
 *
 * @param headers in their order, decoded
 * @param parts the text first, then what is attached
 */
public record OnScreen(List<Header> headers, List<Part> parts) {

    public OnScreen {
        headers = List.copyOf(headers);
        parts = List.copyOf(parts);
    }

    /** One header field. */
    public record Header(String name, String value) {}

    /**
     * One part of the body.
     *
     * @param name of the file, empty for the text
     */
    public record Part(String name, String contentType, String text) {}

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "OnScreen[%d parts]".formatted(parts.size());
    }
}
