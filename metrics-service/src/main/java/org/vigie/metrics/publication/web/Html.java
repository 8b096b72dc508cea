package org.vigie.metrics.publication.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Markup being written: what is not markup is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    /** Writes markup as it stands; it must hold nothing that came from outside. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Writes text. */
    Html text(@Nullable Object value) {
        text.append(escape(value));
        return this;
    }

    /** Writes an element without attributes around text. */
    Html element(String name, @Nullable Object value) {
        return raw("<" + name + ">").text(value).raw("</" + name + ">");
    }

    /** Text as it may stand in an element or a quoted attribute. */
    static String escape(@Nullable Object value) {
        return Objects.toString(value, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
