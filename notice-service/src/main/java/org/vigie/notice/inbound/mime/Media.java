package org.vigie.notice.inbound.mime;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which attachments may be pictures, by what their headers say: nothing of them is decoded. */
final class Media {

    private static final Pattern NAME =
            Pattern.compile("(?i)(?:^|[;\\s])(?:file)?name\\*?(?:\\d\\*?)?=\"?([^\";]{1,200})");

    private static final Set<String> ENDINGS = Set.of(
            "apng", "avif", "avi", "bmp", "gif", "heic", "heif", "jfif", "jpe", "jpeg", "jpg", "m4v", "mkv", "mov",
            "mp4", "mpeg", "mpg", "png", "svg", "tif", "tiff", "webm", "webp", "wmv");

    private Media() {}

    static boolean isSo(String type, String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return type.startsWith("image/")
                || type.startsWith("video/")
                || type.startsWith("audio/")
                || ENDINGS.contains(ending);
    }

    /** The name that a Content-Disposition or a Content-Type gives. */
    static Optional<String> name(String value) {
        var matcher = NAME.matcher(value);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
