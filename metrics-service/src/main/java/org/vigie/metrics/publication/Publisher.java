package org.vigie.metrics.publication;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.url.HttpsAddress;
import org.vigie.url.MailAddress;

/**
 * Who publishes figures, as it stands on the page.
 *
 * @param name of the organisation
 * @param contact a mail address or the https address of a page
 */
public record Publisher(String name, String contact) {

    private static final Pattern TEXT = Pattern.compile("(?<name>[^<>]*[^<>\\s])\\s*<(?<contact>\\S+)>");
    private static final Pattern CONTACT = Pattern.compile("https://[^\\s<>\"]+|[^\\s<>\"@:]+@[^\\s<>\"@:]+");

    public Publisher {
        if (name.isBlank() || !CONTACT.matcher(contact).matches()) {
            throw new IllegalArgumentException(
                    "expected the hotline's name and its contact, as in: Example hotline <contact@example.org>");
        }
    }

    /**
     * Reads {@code Name <contact>}, as notices read their sender: the name may stand in quotation marks.
     *
     * @throws IllegalArgumentException if it is written in another way
     */
    public static Publisher parse(String text) {
        var read = TEXT.matcher(text.strip());
        if (!read.matches()) {
            return new Publisher("", "");
        }
        var name = read.group("name").strip().replaceFirst("^\"([^\"]*)\"$", "$1");
        return new Publisher(name.strip(), usable(read.group("contact")).orElse(""));
    }

    private static Optional<String> usable(String contact) {
        return contact.startsWith("https://") ? HttpsAddress.parse(contact) : MailAddress.parse(contact);
    }

    /** The contact as an address to go to. */
    public String link() {
        return contact.startsWith("https://") ? contact : "mailto:" + contact;
    }
}
