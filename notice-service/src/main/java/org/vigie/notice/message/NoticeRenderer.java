package org.vigie.notice.message;

/** Makes the message a provider receives. */
@FunctionalInterface
public interface NoticeRenderer {

    /**
     * The message for these facts, byte for byte the same each time.
     *
     * @throws UnsafeNotice if it could forge a header, carries evidence or says something nobody said
     */
    RenderedNotice render(NoticeFacts facts);
}
