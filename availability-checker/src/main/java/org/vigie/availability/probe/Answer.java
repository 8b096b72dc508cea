package org.vigie.availability.probe;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.url.WebUrl;

/**
 * The headers of an answer, as far as they tell whether something is there.
 *
 * @param byGet whether the status is that of a GET; of a HEAD otherwise
 * @param mediaType of Content-Type, lower case, without parameters, absent if it was not sent
 * @param length in bytes of the whole content, absent if it was not sent
 * @param entityTag of ETag, absent if it was not sent
 * @param lastModified of Last-Modified, as it was sent, absent if it was not
 * @param retryAfter at most a day; zero if it was sent and says nothing that can be used, absent if it was not sent
 * @param gate what the headers or the place where redirects led say to stand in front of it, absent if nothing
 * @param text of the text's beginning, absent unless text was wanted and sent
 * @param landing where redirects led, by its relation to the URL that was asked for
 * @param target the URL that answered, if it is another than the one asked for
 * @param notes what is odd about the connection and no reason to call it gone
 * @param parking what makes it look like the page of a parking service
 */
public record Answer(
        int status,
        boolean byGet,
        @Nullable String mediaType,
        @Nullable Long length,
        @Nullable String entityTag,
        @Nullable String lastModified,
        @Nullable Duration retryAfter,
        @Nullable Gate gate,
        @Nullable TextPrint text,
        Landing landing,
        @Nullable WebUrl target,
        Set<Note> notes,
        Set<ParkingSign> parking) {

    public Answer {
        notes = Set.copyOf(notes);
        parking = Set.copyOf(parking);
    }

    /** Where redirects led. */
    public enum Landing {
        /** There were none, or the target is the same path at the same registrable domain. */
        SAME_PLACE,
        /** Another path at the same registrable domain. */
        OTHER_PATH,
        ROOT,
        ERROR_PAGE,
        SEARCH,
        LOGIN,
        OTHER_DOMAIN
    }

    /** What parked names have in common. */
    public enum ParkingSign {
        /** An alias on the way to the address is a parking service's. */
        ALIAS,
        /** An address is a parking service's. */
        ADDRESS,
        /** The beginning of the text, if it was read, holds a parking service's mark. */
        TEXT
    }

    /** What is odd about a connection. */
    public enum Note {
        CERTIFICATE_EXPIRED,
        CERTIFICATE_SELF_SIGNED,
        CERTIFICATE_OTHER_NAME,
        /** The server asked for a certificate of ours, and answered without one. */
        CERTIFICATE_DEMANDED,
        /** The server turned this question away twice, and answered another one a moment before. */
        TURNED_AWAY,
        /** Some of the name's addresses lead into private networks; they were left out. */
        MIXED_ADDRESSES
    }

    /** Whether the content is an image, a film, a sound or an archive, by its type. */
    public boolean isMedia() {
        return mediaType != null
                && (mediaType.startsWith("image/")
                        || mediaType.startsWith("video/")
                        || mediaType.startsWith("audio/")
                        || (mediaType.startsWith("application/") && !isText() && !isMessage(mediaType)));
    }

    /** What interfaces and object stores say, errors above all; it often names the URL, so that no two are alike. */
    private static boolean isMessage(String type) {
        return type.equals("application/json")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    /** Whether the content is text that may be compared with other text. */
    public boolean isText() {
        return isText(mediaType);
    }

    /** The same of a type alone, in lower case and without parameters. */
    public static boolean isText(@Nullable String mediaType) {
        return "text/html".equals(mediaType)
                || "text/plain".equals(mediaType)
                || "application/xhtml+xml".equals(mediaType);
    }

    /** Whether the status says that content is shown. */
    public boolean isFine() {
        return (status >= 200 && status < 300) || status == 304 || status == 416;
    }

    /** Whether the status says that there is nothing of that name. */
    public boolean isNotFound() {
        return status == 404 || status == 410;
    }

    /** Whether a GET was told that the content has not a single byte. */
    public boolean isEmpty() {
        var isNothing = status == 204 || status == 205 || Long.valueOf(0).equals(length);
        return byGet && isFine() && isNothing;
    }

    /** Says nothing of the target. */
    @Override
    public String toString() {
        return "Answer[%d, %s]".formatted(status, landing);
    }
}
