package org.vigie.notice.removal;

import java.util.UUID;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseEvent.What;

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
    UUID recordId() {
        return NameBasedIds.of("form", noticeId, outcome, earlier, signed.who(), signed.why());
    }

    CaseEvent event() {
        return CaseEvent.of(signed.at(), What.FORM, outcome)
                .by(signed)
                .to(addressee)
                .under(reference);
    }
}
