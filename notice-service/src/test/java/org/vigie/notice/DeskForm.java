package org.vigie.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page of the desk as a person fills it in: what the page hides in it, and what is typed. */
final class DeskForm {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\">");

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** The form that is sent to the end of an address. */
    static DeskForm of(String page, String action) {
        var found = Pattern.compile("(?s)<form[^>]* action=\"[^\"]*" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>")
                .matcher(page);
        if (!found.find()) {
            throw new AssertionError("no form for " + action);
        }
        var form = new DeskForm();
        var hidden = HIDDEN.matcher(found.group(1));
        while (hidden.find()) {
            if (!hidden.group(1).equals("_csrf")) {
                form.fields.put(hidden.group(1), hidden.group(2));
            }
        }
        return form;
    }

    DeskForm with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** As a browser sends it, but for the token against forgery. */
    String sent() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
