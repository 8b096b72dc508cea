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
 * @param address which of the name's addresses is asked first, from 0
 * @param answered whether the host has just answered another question: if it turns this one away with 429 or 503, it
 *     counts our requests rather than being down, and is asked once more after a moment
 */
public record Ask(
        WebUrl url,
        @Nullable WebUrl referrer,
        Identity identity,
        Method method,
        boolean page,
        boolean text,
        int address,
        boolean answered) {

    /** A question to whichever address comes first. */
    public Ask(WebUrl url, @Nullable WebUrl referrer, Identity identity, Method method, boolean page, boolean text) {
        this(url, referrer, identity, method, page, text, 0, false);
    }

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
        return new Ask(other, referrer, identity, method, page, text, address, answered);
    }

    /** The same question by somebody else. */
    public Ask by(Identity other) {
        return new Ask(url, referrer, other, method, page, text, address, answered);
    }

    /** The same question, text wanted. */
    public Ask forText() {
        return byGet(page, true);
    }

    /** The same question, GET at once. */
    public Ask byGet() {
        return byGet(page, false);
    }

    /** The same question, GET at once and of the whole content, of which nothing is read. */
    public Ask forTheWhole() {
        return byGet(true, false);
    }

    /** The same question to another of the name's addresses. */
    public Ask at(int otherAddress) {
        return new Ask(url, referrer, identity, method, page, text, otherAddress, answered);
    }

    /** The same question to a host that has just answered another one. */
    public Ask afterAnAnswer() {
        return new Ask(url, referrer, identity, method, page, text, address, true);
    }

    private Ask byGet(boolean whole, boolean withText) {
        var next = method == Method.HEAD_ONLY ? method : Method.GET;
        return new Ask(url, referrer, identity, next, whole, withText, address, answered);
    }

    /** Says nothing of the URL. */
    @Override
    public String toString() {
        return "Ask[%s, %s]".formatted(identity.name(), method);
    }
}
