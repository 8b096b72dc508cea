package org.vigie.notice.iccam;

/** What ICCAM answered to a question, or that it did not. */
public sealed interface Answer<T> {

    record Said<T>(T value) implements Answer<T> {}

    /** It will not be done, whenever it is asked again, unless the reason says otherwise. */
    record Refused<T>(Why why) implements Answer<T> {}

    /** Nothing that could be understood: asked again later. */
    record Silent<T>() implements Answer<T> {}

    /** Why not. */
    enum Why {
        /** There is a final action already, or nothing is to be assessed any more. */
        OVER,
        /** Something must be done in ICCAM before it. */
        TOO_EARLY,
        OTHER
    }

    /** That something was done. */
    enum Done {
        DONE
    }
}
