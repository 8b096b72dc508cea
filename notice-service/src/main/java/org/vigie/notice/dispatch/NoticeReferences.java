package org.vigie.notice.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Item;
import org.vigie.notice.oversight.FindCase;

/** Finds cases by the references of notices, with or without a sequence number. */
@Component
class NoticeReferences implements FindCase.References {

    private final Notices notices;

    NoticeReferences(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<UUID> casesOf(String reference) {
        return notices.findByReference(reference.replaceAll("/[0-9]+$", "")).stream()
                .flatMap(notice -> notice.items().stream())
                .map(Item::caseId)
                .distinct()
                .toList();
    }
}
