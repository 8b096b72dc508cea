package org.vigie.availability.probe;

import org.jspecify.annotations.Nullable;
import org.vigie.url.WebUrl;

/**
 * One question to a web server.
 *
 * @param referrer the page the URL must be asked from, absent if none is known
 * @param identity who we seem to be
 * @param method which requests may be made
 * @param page whether a page is expected: then nothing says that one byte would do
 * @param text whether up to 8 KiB of text may be read, for comparing it with another answer
 */
public record Ask(WebUrl url, @Nullable WebUrl referrer, Identity identity, Method method, boolean page, boolean text) {

    /** Which requests may be made. */
    public enum Method {
        /** HEAD, and GET where the answer to HEAD is doubtful. */
        HEAD_THEN_GET,
        /** HEAD and nothing else: a GET might change something. */
        HEAD_ONLY,
        /** GET at once: the text is wanted. */
        GET
    }

    /** The same question about another URL. */
    public Ask about(WebUrl other) {
        return new Ask(other, referrer, identity, method, page, text);
    }

    /** The same question by somebody else. */
    public Ask by(Identity other) {
        return new Ask(url, referrer, other, method, page, text);
    }

    /** The same question, text wanted. */
    public Ask forText() {
        return new Ask(url, referrer, identity, method == Method.HEAD_ONLY ? method : Method.GET, page, true);
    }

    /** Says nothing of the URL. */
    @Override
    public String toString() {
        return "Ask[%s, %s]".formatted(identity.name(), method);
    }
}
