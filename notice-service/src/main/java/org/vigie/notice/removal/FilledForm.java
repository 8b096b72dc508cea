package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.notice.reference.NameBasedIds;

/**
 * What a person recorded of a provider's web form.
 *
 * @param reference of the notice
 * @param outcome a code such as {@code SUBMITTED}
 * @param earlier how often the notice was tried before
 */
public record FilledForm(
        UUID noticeId, String reference, Addressee addressee, String outcome, int earlier, Signed signed) {

    /** The same if the same is recorded again. */
    String recordId() {
        return NameBasedIds.of("form", noticeId, outcome, earlier, signed.who(), signed.why())
                .toString();
    }

    CaseEvent told() {
        return new CaseEvent(signed.at(), "FORM_" + outcome, signed.who(), signed.why(), addressee, reference, null);
    }
}
