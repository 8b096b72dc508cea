package org.vigie.notice.removal;

/**
 * What speaks for a content when one report of it is taken back: what everybody else's reports say.
 *
 * @param caseReported whether another report of the same URL stands
 * @param unitReported whether one of the same content at the same URL does
 * @param unitVerified whether one of the content, at whatever URL, says that it is verified
 */
public record Backing(boolean caseReported, boolean unitReported, boolean unitVerified) {}
