package org.vigie.notice.message.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeRenderer;
import org.vigie.notice.message.RenderedNotice;

/** A text for the person, XARF for the machine, a table of URLs for whoever has neither. */
final class MimeNoticeRenderer implements NoticeRenderer {

    private final Wordings wordings;
    private final LegalBasis legalBasis;
    private final @Nullable DkimSignature signature;

    MimeNoticeRenderer(Wordings wordings, LegalBasis legalBasis, @Nullable DkimSignature signature) {
        this.wordings = wordings;
        this.legalBasis = legalBasis;
        this.signature = signature;
    }

    @Override
    public RenderedNotice render(NoticeFacts facts) {
        var wording = wordings.in(facts.language());
        var bases = legalBasis.of(facts);
        var xarf = XarfPart.allOf(facts, bases, wording.xarfDescription(facts, bases));
        var attachments = new ArrayList<Attachment>();
        for (var part : xarf) {
            attachments.add(Attachment.xarf(facts.reference(), attachments.size() + 1, part.json()));
        }
        if (needsTable(facts)) {
            attachments.add(Attachment.table(facts.reference(), UrlTable.of(facts)));
        }
        var text = wording.text(facts, bases, xarf.size());
        var message = new NoticeMessage(facts, wording.subject(facts), text, attachments);
        return new RenderedNotice(NoticeMessage.id(facts), signed(message.bytes(), facts), ids(xarf));
    }

    private byte[] signed(byte[] message, NoticeFacts facts) {
        return signature == null
                ? message
                : signature.over(message, facts.sender().domain(), facts.createdAt());
    }

    /** People get the table as well; machines get it where XARF has no true word for a content unit. */
    private static boolean needsTable(NoticeFacts facts) {
        if (facts.kind() == NoticeKind.TEST || facts.kind() == NoticeKind.DECISION) {
            return false;
        }
        return facts.kind() == NoticeKind.RETRACTION
                || facts.recipient().format() != Format.XARF4
                || facts.items().stream()
                        .flatMap(item -> item.contents().stream())
                        .anyMatch(content -> !XarfPart.possible(content));
    }

    private static List<UUID> ids(List<XarfPart> parts) {
        return parts.stream().map(XarfPart::reportId).toList();
    }
}
