package org.vigie.availability.watch;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.url.WebUrl;

/** Tells URLs that do something when they are asked for; a look must change nothing, so these are not requested. */
final class ActionUrls {

    private static final Pattern ACTION = Pattern.compile("(^|[/_.?&=;-])"
            + "(delete|remove|upload|logout|log-out|signout|sign-out|unsubscribe|confirm|activate|verify|purchase|"
            + "checkout|vote|like|proxy|reverse-search|searchbyimage|reset-password)([/_.?&=;-]|$)");
    private static final Pattern ONE_TIME =
            Pattern.compile("(^|[?&;])(one_?time_?token|otp|nonce|csrf(_?token)?|delete_?(key|token|hash))=");

    boolean includes(WebUrl url) {
        var target = url.requestTarget().toLowerCase(Locale.ROOT);
        return ACTION.matcher(withoutExtension(target)).find()
                || ONE_TIME.matcher(url.query().orElse("").toLowerCase(Locale.ROOT))
                        .find();
    }

    /** A picture called delete.jpg deletes nothing. */
    private static String withoutExtension(String target) {
        return target.replaceAll("[^/?&=]+\\.(jpe?g|png|gif|webp|avif|mp4|webm|zip|rar|7z|html?)(?=$|[?#])", "");
    }
}
